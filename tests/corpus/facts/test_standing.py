"""Names that stand alone: a class, a part, a measure or a cut piece has its owner, or is kept."""

from __future__ import annotations

import pytest

from corpus import is_kept_back
from corpus.facts.doubts import FIGURE_UNSURE, NAME_UNSURE
from corpus.types import Fact
from tests.corpus.plans import facts_of


def named(text: str, raw: str) -> Fact:
    """The fact of the figure that is printed as `raw`."""
    (fact,) = [one for one in facts_of(text) if one.raw_text.strip() == raw]
    return fact


@pytest.mark.parametrize(
    ("text", "raw", "name"),
    [
        # what the sentence lists, by a topic or by a look at it
        (
            "40대 사업을 분야로 나누면 도시개발 22개, 안전·환경 18개다.",
            "18개",
            "40대 사업 안전·환경",
        ),
        (
            "올해 세운 성과지표는 90개로 부서 고유 61개, 공통지표 29개다.",
            "29개",
            "성과지표 공통지표",
        ),
        # what the sentence before was about
        (
            "분야별 비중은 사회복지가 26.5%로 가장 크다. 다음은 교통 15.5%, 보건 4.8%다.",
            "4.8%",
            "가람시 시행계획 분야별 비중 보건",
        ),
        # one of several, and others, is not the whole
        ("○ 세입: 지방세 219억, 보조금 등 197억", "197억", "세입 보조금 등"),
        # a clause that tells which, with who did it
        ("시의회가 뽑은 검사위원은 모두 10명이다.", "10명", "시의회가 뽑은 검사위원"),
        ("△부패 예방을 위한 기반 다지기 9건", "9건", "부패 예방을 위한 기반 다지기"),
        # what is quoted is the name
        ("설문인 '청렴체감도'는 81점이다.", "81점", "청렴체감도"),
        # from what to what
        ("국·도비가 206억 원에서 292억 원으로 뛰었다.", "292억 원", "가람시 시행계획 국·도비"),
        # one of several payers is a place
        ("재정인센티브는 행안부 3억 원, 충청남도 2억 원이다.", "2억 원", "재정인센티브 충청남도"),
        # a label before a dash
        ("2. 대상기관 - 38개 (광역 17, 중앙 21)", "38개", "가람시 시행계획 대상기관"),
        # governments have where they are
        ("충청남도 15개 시·군에서 온 사람이 있다.", "15개", "충청남도 시·군"),
        # a short noun is the long one that was said before it
        ("○ 지방소멸대응기금 평가를 거쳐 기금 88억원 배분", "88억원", "지방소멸대응기금"),
        # what was finished of all
        ("자체감사 지적은 4건으로 2건이 끝났다.", "2건", "자체감사 지적 완료"),
        # a goal says that it is one
        (
            "지난 체납액은 18억 원이고, 9억 원을 받아내는 것이 목표다.",
            "9억 원",
            "가람시 시행계획 체납액 목표",
        ),
        # each bound has what it is for
        (
            "○ 심사대상 : 2억원 이상 공사와 5천만원 이상 용역",
            "5천만원 이상",
            "가람시 시행계획 용역 기준",
        ),
    ],
)
def test_a_name_has_what_it_belongs_to(text: str, raw: str, name: str) -> None:
    found = [one for one in facts_of(text) if one.raw_text.strip() in {raw, raw.split()[0]}]
    assert name in [one.name for one in found]


@pytest.mark.parametrize(
    ("text", "raw", "doubt"),
    [
        ("회계별로는 각각 19.4%였다.", "19.4%", NAME_UNSURE),
        ("지난해 같은 기간(158건)보다 늘었다.", "158건", NAME_UNSURE),
        ("국마다 8개인 과는 6개로 맞춘다.", "6개", NAME_UNSURE),
        ("전국 82개 군 가운데 41곳이 으뜸상을 받았다.", "41곳", FIGURE_UNSURE),
        ("전체 157개 시·군 중 으뜸이다.", "157개", NAME_UNSURE),
        ("'가'를 받은 데는 10%인 32개 기관이다.", "32개", NAME_UNSURE),
        ("○ 청렴한 분위기 확산 8개", "8개", NAME_UNSURE),
    ],
)
def test_what_nothing_names_is_kept_back(text: str, raw: str, doubt: str) -> None:
    found = [one for one in facts_of(text) if one.raw_text.strip() == raw]
    assert all(is_kept_back(one.doubts) for one in found)
    assert not found or any(doubt in one.doubts for one in found)


def test_a_row_that_is_a_branch_has_what_the_table_is_of() -> None:
    text = "1. 공약사업 현황\n\n| 분야 | 완료 |\n| --- | --- |\n| 환경·안전 | 14건 |\n"
    assert [one.name for one in facts_of(text) if one.unit == "건"] == [
        "공약사업 현황 환경·안전 완료"
    ]


def test_an_event_is_named_without_who_held_it() -> None:
    found = facts_of("군은 5월 2일 군청에서 군수가 주재하는 업무보고회를 열었다.")
    assert [one.name for one in found if one.kind == "event"] == ["업무보고회 개최"]
