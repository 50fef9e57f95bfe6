"""Sums that are for one person, thing or month, and limits of support: no budget of the city."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.amounts import Amount
from corpus.facts.flags import PER_UNIT, SUPPORT_LIMIT, THRESHOLD
from corpus.facts.named import Name
from corpus.facts.statements import Statement
from corpus.quantities import Quantity

_BIRTH = re.compile(
    r"(?:첫|둘|셋|넷|다섯)째(?:아|아이)?(?:\s?(?:아이|자녀|이상|이후|부터|출산|출생))*$"
)
_TIMES = frozenset({"month", "quarter", "half", "week", "day", "hour"})
_RATES = {
    "month": "월", "quarter": "분기", "half": "반기", "week": "주", "day": "일", "hour": "시간",
}  # fmt: skip
_EACH = re.compile(
    r"(?:각각?|1인|1명|(?:명|인|소|가구|세대|건|팀|곳|업체|기업|사|농가|점포|마을|부서|동|개|년|월|회|시간|일|권역|리|읍면|학교|단체|그루|마리|대|호|가정|자녀|㎡|㎏|톤|사업|기관|과제|사람|필지|면|홀|좌석|박스|권|매|부)당|(?:한\s사람|한\s명)(?:이|당|에게)\s.{0,16}(?:은|는|이|가))\s?(?:최대\s?)?$"
)
_SUPPORT = re.compile(
    r"지원|보조|융자|대출|장려|수당|포상|시상|채택|바우처|월세|정착|한도|환급|할인"
)
_CALL = re.compile(r"안내|모집|공고|신청|보급사업|지원사업")
_YEARLY = re.compile(r"\((?:매년|해마다|연례|매해)\)\s?[:：]?\s?(?:각\s)?$")
_PER_HEAD = re.compile(
    r"(?<![가-힣])(?:\d\s?)?(?:인|명|가구|세대|농가)당\s(?:[가-힣·]+\s)*[가-힣·]*"
    r"(?:부담|부담액|세액|지방세|채무|빚|예산|세출|세입|체납|소득)(?:액|금)?$"
)
_SUM = re.compile(
    r"총|예산|사업비|규모|합계|재원|소요|투입|체납|부과|징수|채무|세입|세출|환수|회수|추징|변상"
)
_OF_ACCOUNTS = re.compile(r"재정\s?공시|결산|재정\s?운용|예산|감사|세입|세출")
_AIM = re.compile(r"목표(?:액|금액)?$")
_NEAR = 30  # characters before a figure in which it is said what one is for


def rated(one: Quantity) -> str:
    """The unit of a count with the time it is for: '월 1회' is 회/월, '9,460㎥/일' is ㎥/일."""
    return f"{one.unit}/{_RATES[one.per]}" if one.per in _RATES else one.unit


def flows(one: Amount | Quantity, text: str, name: str = "") -> list[str]:
    """What one such figure is for: a year, a month, one person or thing.

    `name` says it too, where it is the burden or share of each: '주민 1인당 지방세 부담'.
    """
    if one.per == "year":
        return ["annual_flow"]
    if one.per in _TIMES:
        return [f"per_{one.per}"]
    if isinstance(one, Amount) and _YEARLY.search(text, max(0, one.start - _NEAR), one.start):
        return ["annual_flow"]
    is_each = one.per is not None or _EACH.search(text, max(0, one.start - _NEAR), one.start)
    return [PER_UNIT] if is_each or _PER_HEAD.search(name) else []


def for_each(name: str, text: str, start: int) -> str:
    """The name of a sum with the one person whom it is for: '한 사람이 낸 지방세는 68만 원'."""
    match = _EACH.search(text, max(0, start - _NEAR), start)
    is_person = match is not None and match.group().startswith("한")
    return f"1인당 {name}" if is_person and name and "당" not in name else name


def is_support(statement: Statement) -> bool:
    """Whether a statement tells of support that people may ask for."""
    heading = " ".join(statement.passage.heading_path[-1:])
    return _SUPPORT.search(f"{statement.document.title} {heading} {statement.text}") is not None


def is_unit_price(statement: Statement, name: Name, flags: Sequence[str]) -> bool:
    """Whether an amount in a call for applications may be what one applicant gets.

    Only what says that it is a sum, a limit or for one is certain there.
    """
    if _BIRTH.search(name.words):
        return not {PER_UNIT, SUPPORT_LIMIT} & set(flags)  # what each such child gets
    title = statement.document.title
    if _CALL.search(title) is None or _OF_ACCOUNTS.search(title):
        return False  # '재정공시 안내' tells of the city's own money
    if {PER_UNIT, SUPPORT_LIMIT, THRESHOLD, *(f"per_{one}" for one in _TIMES)} & set(flags):
        return False
    if _AIM.search(name.words):
        return False  # nobody is given a target
    return _SUM.search(f"{name.words} {statement.text}") is None
