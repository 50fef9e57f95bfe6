"""Proportions: questions for a share, for what falls to each, or for what a rate comes to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

import corpus
import index
from assistant.understand import Understanding


class Wanted(StrEnum):
    """What is to be reckoned: a share or named rate, an average, a total, a whole or a part."""

    SHARE = "share"
    RATE = "rate"
    EACH = "each"
    TOTAL = "total"
    PART = "part"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proportion:
    """The two sides of a proportion as a question names them.

    `part` are the words for what is above the line and `whole` for what is below it, '' where the
    question leaves the whole unsaid. `unit` is the unit of what is counted where the words tell it,
    `each` the unit or noun that an average or a rate is for. `is_denied` marks a question for the
    share that was not reached.
    """

    wanted: Wanted
    part: str
    whole: str = ""
    unit: str = ""
    each: str = ""
    is_denied: bool = False


# Everyday words for the sources of money that plans print under a name of their own.
_SPOKEN = (
    (re.compile(r"(?:자기|본인|제|내)\s?(?:네\s?)?돈(?:으로)?(?:\s내는)?"), "자부담"),
    (re.compile(r"나라[·와랑,\s]{1,2}도에서\s[가-힣]{2,4}\s돈"), "국도비"),
    (re.compile(r"나랏\s?돈|나라\s?돈|나라에서\s[가-힣]{1,4}\s돈|정부\s?돈"), "국비"),
)
_PER_CENT = r"몇\s?(?:%|퍼센트|프로)"
_SHARE = re.compile(rf"비율|비중|점유율|(?<![가-힣])몫|차지하|{_PER_CENT}|몇\s?분의\s?[1일]")
_ASKING = re.compile(
    rf"(?:이\s|가\s)?차지|(?:의\s)?(?:비율|비중|점유율|몫)|{_PER_CENT}|얼마|몇\s?분의|(?<=\s)퍼센트"
)
_MOVED = re.compile(
    r"늘|줄[었어이]|증가|감소|올[랐라린]|오르|오른|떨어|상승|하락|성장|증감|인상|인하|포인트|%\s?[pP]|"
    r"많|적은|높|낮|커|깎|추이|변화"
)
_AGAINST = re.compile(
    r"보다|비해|비하여|(?:전년도?|지난해|작년|당초|본예산|기정예산?|직전)\s?대비|추이|증감|증가율|감소율"
)
_OUT_OF = (
    re.compile(
        r"(?:(?<=[가-힣\d])\s|(?<![집공도관대\s]))(?:중에서|중에|중|가운데에서|가운데)(?:은|는)?\s"
    ),
    re.compile(
        r"(?<=[가-힣\d])\s?대비\s|(?<=[가-힣\d])에서\s|(?<=[가-힣\d])에\s(?=[가-힣]+[이가]\s)"
    ),
    re.compile(r"(?<=[가-힣])의\s"),
)
_TOPIC = re.compile(r"(?P<topic>.+(?<=[가-힣\d%)])(?:은|는|이|가))\s(?P<rest>[^은는]*)$")
_ALL = re.compile(r"(?:전체|총|모두|전부|합계|그|이)(?:\s?(?:금액|건수|인원|예산|사업비|액))?")
_NAMED_RATE = re.compile(r"(?P<stem>[가-힣]{2,3})[률율](?:은|는|이|가)?(?=[\s?]|$)")
_NO_SHARE_RATE = frozenset(
    "증가 감소 성장 증감 인상 상승 신장 하락 자립 자주 이자 환 세 비 경쟁 물가 출산 합계".split()
)
_MONEY = re.compile(
    r"[가-힣]액(?![가-힣])|금액|예산|사업비|비용|돈|국비|도비|군비|시비|자부담|재원"
)
_COUNTED = (
    (re.compile(r"건수|(?:\d|몇)\s?건"), "건"),
    (re.compile(r"인원|사람|직원|공무원|\d\s?명|[가-힣]자\s?수"), "명"),
)
_ONE = re.compile(
    r"(?<![가-힣\d])(?:한|1|하나의)\s?(?P<any>[가-힣]{1,3}?)\s?(?:당|마다)(?=\s|평균|$)|"
    r"(?<![가-힣\d])(?:한|1|하나의)\s?(?P<unit>곳|개소|군데|건|명|사람|인|개|대|동|팀|집|가구|세대|농가|"
    r"어가|업체|점포|마을|학교|회|번|차례|권|마리|필지|부서|과제|사업|기관|단체|시설|조)\s?"
    r"(?:당|마다|(?:에|이|가)\s?(?:평균|대략|약|얼마|몇))"
)
_NOUN_EACH = re.compile(
    r"(?P<noun>[가-힣]{2,8}?)\s?(?:(?:하나|한\s?[개곳명]|1\s?[개곳명인])\s?(?:당|마다|에)|당)(?=\s|평균|$)"
)
# Words that end in this syllable without meaning 'for each'.
_NO_EACH = re.compile(r"(?:담|해|배|수|식|정|부|강|성|감|타|경로|마|사|한|의)$")
_SPAN = re.compile(
    r"(?P<year>연\s?평균|(?:한\s?해|해마다|매년|1년)(?:에)?\s?평균)|"
    r"(?P<month>월\s?평균|(?:한\s?달|매달|매월)(?:에)?\s?평균)|"
    r"(?P<day>일\s?평균|하루(?:에)?\s?평균)"
)
_SPAN_UNITS = {"year": "년", "month": "개월", "day": "일"}
_HOW_MUCH = re.compile(r"평균|몇|얼마|꼴")
_COUNT_ASKED = re.compile(
    r"몇\s?(?P<unit>[가-힣]{1,3}?)(?:이나|씩|꼴|쯤|정도|이|인|일|을|를|\s|\?|$)"
)
_FUND = re.compile(r"(?P<fund>국비|도비|시비|군비|구비|국도비|지방비|자부담|민자|민간|자담)")
_TOTAL = re.compile(
    r"(?<![가-힣])총\s?(?:\s|액|얼마)|모두|전부|통틀어|다\s?(?:합|받|주|하면)|합치|합하|곱하|"
    r"최대\s?(?:얼마|몇)|얼마까지"
)
_LESS = re.compile(r"빼|나머지|차이|남[은는]|합|더하|늘|줄|보다")
_REACHED = re.compile(r"달성[률율]")
_REAL = re.compile(r"실제|실적|계산|몇\s?[가-힣]{1,3}\s?(?:한|했|달성)")
_LIMIT = re.compile(r"한도|최대|상한|꽉|다\s받|전액")
_LEAST = re.compile(
    r"최소(?:한)?\s(?:얼마|몇)|얼마(?:여야|이어야|짜리|는\s?(?:돼|되|써|들)|를\s?(?:써|들)|\s?이상(?:이|\s?써|\s?들|\s?돼))"
)
DENIED = re.compile(
    r"못|않|안\s(?=[가-힣])|미(?=달|이행|집|참|완|선|반|제|납|수)|불참|실패|빠[진짐졌]"
)
"""What tells of the share that was not reached, in a question and in the name of a figure."""


def proportion_of(asked: Understanding) -> Proportion | None:
    """What a question wants to have reckoned with a divisor or a factor; None for nothing of it."""
    if asked.language != "ko" or asked.compares_places:
        return None
    text = _plain(asked.text)
    if _LIMIT.search(text) and _LEAST.search(text):
        return Proportion(wanted=Wanted.WHOLE, part=text)
    if (each := _each(text)) is not None:
        return each
    if _REACHED.search(text) and _REAL.search(text) and re.search(r"목표", text):
        counted = _COUNT_ASKED.search(text)
        unit = counted["unit"] if counted else ""
        return Proportion(wanted=Wanted.TOTAL, part=text, unit=unit, each="%")
    if _SHARE.search(text) or _NAMED_RATE.search(text):
        return _share(text)
    fund = _FUND.search(text)
    if fund is not None and "얼마" in text and not _LESS.search(text):
        return Proportion(wanted=Wanted.PART, part=text, each=fund["fund"], unit="원")
    if _TOTAL.search(text) and re.search(r"얼마|몇", text):
        counted = _COUNT_ASKED.search(text)
        unit = "원" if "얼마" in text or counted is None else counted["unit"]
        return Proportion(wanted=Wanted.TOTAL, part=text, unit=unit)
    return None


def _plain(text: str) -> str:
    """A question without its places, sources of money under their printed names."""
    for mention in reversed(corpus.find_municipalities(text)):
        text = text[: mention.start] + " " + text[mention.end :]
    for pattern, name in _SPOKEN:
        text = pattern.sub(name, text)
    return " ".join(text.split())


def _each(text: str) -> Proportion | None:
    if not _HOW_MUCH.search(text):
        return None
    one, noun, span = _ONE.search(text), _NOUN_EACH.search(text), _SPAN.search(text)
    if one is not None:
        each, found = one["any"] or one["unit"], one
    elif noun is not None and not _NO_EACH.search(noun["noun"]):
        each, found = noun["noun"], noun
    elif span is not None and span.lastgroup:
        each, found = _SPAN_UNITS[span.lastgroup], span
    else:
        return None
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    counted = _COUNT_ASKED.search(rest)
    is_money = "얼마" in text or _MONEY.search(rest) is not None
    unit = counted["unit"] if counted and not re.match(r"[억만천]", counted["unit"]) else ""
    if not unit and not is_money:
        return None
    return Proportion(wanted=Wanted.EACH, part=rest, unit=unit or "원", each=each)


def _share(text: str) -> Proportion | None:
    if _AGAINST.search(text):
        return None
    rate = _NAMED_RATE.search(text)
    if rate is not None and not _SHARE.search(text[: rate.start()]):
        if rate["stem"] in _NO_SHARE_RATE or not re.search(
            r"몇|얼마|계산|\?|$", text[rate.end() :]
        ):
            return None
        if not _SHARE.search(text) or re.search(_PER_CENT, text):
            return Proportion(
                wanted=Wanted.RATE, part=text[: rate.start()], each=rate["stem"], unit=_unit(text)
            )
    asking = _ASKING.search(text)
    if asking is None or _MOVED.search(text, asking.start()):
        return None
    said, behind = text[: asking.start()], text[asking.end() :]
    part, whole = said, ""
    for joint in _OUT_OF:
        found = list(joint.finditer(f"{said} "))
        if found:
            whole, part = said[: found[-1].start()], said[found[-1].end() :]
            break
    if len(part.strip()) < 2 and (topic := _TOPIC.match(whole)) is not None:
        part, whole = topic["topic"], topic["rest"]  # 'A는 전체의 몇 %'
    elif len(part.strip()) < 2:
        part = behind  # '전체의 몇 %가 A'
    elif not whole and (topic := _TOPIC.match(said)) and _ALL.fullmatch(topic["rest"].strip()):
        part, whole = topic["topic"], topic["rest"]
    for joint in _OUT_OF[:2]:
        if found := list(joint.finditer(part)):  # '추경에서 특별회계가 전체에서'
            whole, part = f"{part[: found[-1].start()]} {whole}", part[found[-1].end() :]
    if not _nouns(part):
        return None
    is_denied = DENIED.search(part) is not None
    return Proportion(
        wanted=Wanted.SHARE,
        part=part,
        whole=whole,
        unit=_unit(f"{whole} {part}"),
        is_denied=is_denied,
    )


def _unit(text: str) -> str:
    """The unit that a question's words tell: '건수' counts cases, '절감액' is money."""
    counted = [unit for pattern, unit in _COUNTED if pattern.search(text)]
    if _MONEY.search(text) and not counted:
        return "원"
    return counted[0] if len(counted) == 1 and not _MONEY.search(text) else ""


_VERB_TAGS = frozenset({"VV", "VA"})
_NOUN_TAGS = frozenset({"NNG", "NNP", "XR", "SL", "XPN"}) | _VERB_TAGS
_ASIDE = frozenset(
    """
    비율 비중 몫 점유율 퍼센트 프로 금액 건수 인원 사업 분야 예산 경우 정도 계산 평균 전체 모두 전부
    총 합계 차지 차지하 건 명 중 가운데 얼마 몇 부분 총액 액 돈 되 하 있 나오 보 대략 그중 셈 꼴 해
    내 받 올해 작년 지난해 내년 년 년도 결과 기준 실적 업무 계획 사람
    """.split()
)


def _nouns(text: str, tags: frozenset[str] = _NOUN_TAGS) -> frozenset[str]:
    """The words of a phrase that can name a figure: no words that only ask or count."""
    return frozenset(
        word.form
        for word in index.analyse(text)
        if word.tag in tags and len(word.form) > 1 and word.form not in _ASIDE
    )


def head_in(text: str) -> frozenset[str]:
    """The last noun of a phrase, which says what its figure is of; empty where it has none."""
    nouns = [
        word.form
        for word in index.analyse(_plain(text))
        if word.tag in _NOUN_TAGS - _VERB_TAGS and len(word.form) > 1 and word.form not in _ASIDE
    ]
    return frozenset(nouns[-1:])


def spoken_in(text: str) -> frozenset[str]:
    """The words of a question that stand for a source of money under an everyday name."""
    found = [match.group() for pattern, _ in _SPOKEN for match in pattern.finditer(text)]
    return frozenset(word.form for one in found for word in index.analyse(one))


def names_in(text: str, *, verbs: bool = True) -> frozenset[str]:
    """The words by which one side of a proportion is named, none that only ask or count."""
    return _nouns(_plain(text), _NOUN_TAGS if verbs else _NOUN_TAGS - _VERB_TAGS)
