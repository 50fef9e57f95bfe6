"""What a figure measures, in one spelling: figures of several documents meet under this key.

Two figures measure the same only where everything that is printed of them says so: the same
government, the same words in the same order, a commensurable unit (every amount in won is one
unit), the same role (account, source of funds, bound, part of a total, yearly flow …). The words
are compared without blanks, middle dots, brackets, particles, the year, the government's own name,
a word said twice, and the words at the end that repeat the unit (건수 of a count in 건, 금액 of an
amount, 점수 in 점) or the stage (목표, 실적, which becomes the phase of the point). Nothing else is
taken for alike: a name that contains another names something else, because what is left over
(국비, 신규, 2단계, 추진) is just what parts a figure from its whole.

A name that is made only of words for kinds of figures (총사업비, 신규, 참석 인원), and every part
of a total, means something only under its heading: the heading then belongs to the key. What is
named by neither, or called like its whole document, has no key. Thresholds, changes and ranges
measure no state of anything and have none either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.amounts import unit_scale
from corpus.characters import fold
from corpus.facts.labels import heading_name
from corpus.governments import municipality_named
from corpus.headwords import is_total
from corpus.particles import without_particle
from corpus.types import Document, Fact, FactKind, Phase

MEASURED_KINDS = frozenset(
    {
        FactKind.AUDIT,
        FactKind.BUDGET,
        FactKind.EVALUATION,
        FactKind.INDICATOR,
        FactKind.STATISTIC,
    }
)
"""The kinds of facts whose values are figures or grades."""

WON = "원"
_NO_STATE = frozenset({"threshold", "weight", "change", "range", "open_range", "difference"})
_UNCERTAIN = frozenset({"unit_conflict", "column_unknown", "ambiguous_sign", "ambiguous_number"})
# How a figure was come by, or how sure it is; not what it is of.
_SAME_THING = frozenset(
    {
        *("year_inferred", "previous_year", "unit_inherited", "won_not_printed", "approximate"),
        *("goal", "unit_is_rate", "unit_unknown", "enumerated", "total"),
    }
)
_UNDER_HEADING = frozenset({"part", "subtotal"})
_PHASES = {"목표": Phase.PLANNED, "목표치": Phase.PLANNED, "목표값": Phase.PLANNED,
           "실적": Phase.ACTUAL, "실적치": Phase.ACTUAL}  # fmt: skip
_SAYS_UNIT = {
    WON: {"금액"},
    "%": {"비율"},
    "점": {"점수"},
    "등급": {"등급"},
    "위": {"순위"},
    "명": {"인원", "인원수", "명수", "수"},
    "회": {"횟수", "회수", "수"},
}
_SAME_UNIT = {"인": "명", "퍼센트": "%", "％": "%"}
# In folded text every apostrophe is ', every range mark ~ and every middle dot ·.
_YEAR = r"(?:(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|'[0-9]{2}(?![0-9]))"
_YEARS = re.compile(
    rf"{_YEAR}(?:\s?(?:회계연도|년도|연도|년|\.))?(?:\s?~\s?(?:{_YEAR}|[0-9]{{2}}))?"
    r"(?:\s?(?:회계연도|년도|연도|년|\.)(?![가-힣]{2}))?(?:에|의|까지|부터|도)?(?=[^가-힣0-9]|$)"
)
_BRACKET = re.compile(r"\((?:단위\s?:?\s?)?(?P<inside>[^()]{1,12})\)")
_NOT_A_WORD = re.compile(r"(?<![0-9])[.~]|[.~](?![0-9])|[^0-9A-Za-z가-힣%·.~]+")
# Words that say when, or lead over from the sentence before; none says of what a figure is.
_SAYS_NOTHING = frozenset(
    {
        *("올해", "금년", "금년도", "당해", "당해연도", "현재", "기준"),
        *("따르면", "살펴보면", "이와", "함께", "또한", "특히", "한편", "이중", "및"),
    }
)
_LONGEST_WORD = 5  # syllables of the longest word below
# Kinds of figures, steps and people that stand under many headings; none says of what it is.
_GENERAL = frozenset(
    """
    총 전체 모두 소요 신규 계속 기존 국비 도비 시비 군비 구비 시도비 지방비 민자 민간 자부담
    기타 예산 예산액 예산현액 사업비 사업 금액 규모 합계 소계 총계 총액 계 누계 확보 투입
    지원 절감 증가 감소 증감 증액 감액 집행 지출 액 목표 실적 성과 결과 현황 대상 인원 건수
    개수 수 횟수 회수 물량 수량 면적 연면적 부지 지상 지하 층 층수 높이 길이 연장 폭 기간
    점수 등급 순위 비율 률 율 비중 공사 공사비 용역 용역비 물품 구매 제조 추정가격 가격 계약
    단가 기관 부서 분야 항목 과제 세부 세부과제 실천 지표 추진 추진전략 전략 시민 주민 도민
    군민 구민 공무원 직원 위원 참석 참여 참가 참석자 신청 접수 처리 운영 설치 구축 정비 조성
    건립 개최 교육 회의 적정 권고 부적정 우수 최우수 장려 평가 종합 평균 최대 최소 최고 최저
    상반기 하반기 분기 반기 매월 매년 연간 월 연 회 건 명 개 개소 대 일반 특별 일반회계
    특별회계 기금 본청 직속 직속기관 사업소 정기 수시 주요 각 각종 등 및 중 내 별 당 단체
    기업 업체 개인 남 여 남성 여성 계획 방안 내용 구분 유형 종류 정도 이상 이하 올해 사업량
    자체 보조 보조금 융자 투자 투자비 투자액 잔액 차액 가 나 다 라 마 제 차 이후 이전 설계
    기본설계 실시설계 타당성 조사 타당성조사 연구 분석 토지 보상 토지보상 착공 준공 시공 감리
    설명회 주민설명회 공청회 간담회 보고회 워크숍 연수 캠페인 협의 협의회 심의 심의회 위원회
    위탁 관리 유지 유지관리 유지보수 보수 홍보 홍보물 제작 배부 인건비 운영비 시설비 장비 기기
    구입 교체 지원금 수당 강사 강사료 프로그램 센터 시설 시설물 행사 대회 축제 방문 점검 단속
    검사 상담 교육생 수강생 참가자 이용자 이용 이용객 관람객 회원 모집 선발 위촉 공모 공모전
    심사 사례 시상 포상 우수사례 노인 어르신 아동 청소년 청년 어린이 학생 장애인 가구 세대
    농가 농업인 소상공인 상인 관광객 외국인 대상자 수혜자 담당자 관계자 전문가 참여자 신청자
    신규사업 계속사업 지역 마을 읍면동 읍면 동 시군 시군구 곳 관내 구간 노선 단계 회차 최종
    중간 총사업비 국고보조금 도비보조금 부담금 출연금 전출금 A B L
    """.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The key of what is measured; equal keys, one measure.

    `place` is a slug where the register knows the government. `unit` is '원' for every amount in
    won and '' where none is known. `is_text` parts grades and ranks from figures.
    """

    place: str
    words: str
    unit: str
    role: tuple[str, ...]
    is_text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a fact measures, and the phase that its name tells (None where it tells none)."""

    measure: Measure
    phase: Phase | None


def measured(fact: Fact, document: Document, heading_path: tuple[str, ...]) -> Measured | None:
    """What a fact measures; None where what is printed does not settle it.

    `heading_path` is that of the passage in which the fact stands.
    """
    flags = frozenset(fact.flags)
    if fact.municipality is None or fact.value is None or flags & (_NO_STATE | _UNCERTAIN):
        return None
    unit = unit_of(fact)
    words = _words(fact.name, fact.municipality, unit)
    while "total" in flags and len(words) > 1 and is_total(words[-1]):
        words.pop()
    _drop_end(words, _unit_words(unit))
    phase = _PHASES.get(words[-1]) if words else None
    if phase is not None:
        words.pop()
    key = "".join(words)
    if not key or key == "".join(_words(document.title, fact.municipality, unit)):
        return None
    if flags & _UNDER_HEADING or _is_general(key):
        heading = "".join(_words(heading_name(heading_path), fact.municipality, unit))
        if _is_general(heading) or heading == key:
            return None
        key = f"{heading}/{key}"
    measure = Measure(
        place=place_key(fact.municipality),
        words=key,
        unit=unit,
        role=_role(fact, flags),
        is_text=isinstance(fact.value, str),
    )
    return Measured(measure=measure, phase=phase)


def unit_of(fact: Fact) -> str:
    """The unit as a key: '원' for every amount in won, no blanks, 건수 as 건, '' for none."""
    return _unit(fact.unit or "")


@lru_cache(maxsize=1024)  # a corpus has a few hundred units, asked for with every fact
def _unit(printed: str) -> str:
    unit = fold(printed).replace(" ", "")
    if unit_scale(unit) is not None:
        return WON
    bare = unit[:-1] if len(unit) > 1 and unit.endswith("수") else unit
    return _SAME_UNIT.get(bare, bare)


@lru_cache(maxsize=1024)
def place_key(municipality: str) -> str:
    """The government's slug ('boryeong'); its name as printed where the register has none."""
    place = municipality_named(municipality)
    return place.slug if place else municipality


def without_years(words: str) -> str:
    """Words in one spelling, without the years in them."""
    return " ".join(_YEARS.sub(" ", fold(words)).split())


def _role(fact: Fact, flags: frozenset[str]) -> tuple[str, ...]:
    said = (fact.comparator, fact.account, fact.funding_source, fact.organisation)
    return (*(one or "" for one in said), *sorted(flags - _SAME_THING))


def _words(name: str, municipality: str, unit: str) -> list[str]:
    """The words of a name that say what it is of, middle dots and particles taken off."""
    folded = _BRACKET.sub(lambda match: " " if _is_unit(match["inside"], unit) else match[0],
                          fold(name))  # fmt: skip
    superfluous = _SAYS_NOTHING | _place_names(municipality)
    words: list[str] = []
    for printed in _NOT_A_WORD.sub(" ", _YEARS.sub(" ", folded)).split():
        if printed.removesuffix("의") in superfluous:
            continue
        word = without_particle(printed.replace("·", ""))
        if word and word not in words[-1:]:
            words.append(word)
    return words


def _is_unit(inside: str, unit: str) -> bool:
    return unit != "" and _unit(inside) == unit


@lru_cache(maxsize=1024)
def _place_names(municipality: str) -> frozenset[str]:
    """Every full name of the government, and that of its region."""
    place = municipality_named(municipality)
    return frozenset({place.korean, place.upper, *place.aliases}) if place else frozenset()


def _unit_words(unit: str) -> set[str]:
    """The words that say no more than the unit: 건수 for 건."""
    return _SAYS_UNIT.get(unit, {f"{unit}수", "수"} if unit else set())


def _drop_end(words: list[str], superfluous: set[str]) -> None:
    while len(words) > 1 and words[-1] in superfluous:
        words.pop()


def _is_general(key: str) -> bool:
    """Whether a key is made of general words alone, in any division; linear in its length."""
    reached = {0}
    for end in range(1, len(key) + 1):
        starts = range(max(0, end - _LONGEST_WORD), end)
        if key[end - 1].isdigit():
            if end - 1 in reached:
                reached.add(end)
        elif any(start in reached and key[start:end] in _GENERAL for start in starts):
            reached.add(end)
    return len(key) in reached
