"""Guards: what a figure must not be, however well its words meet a description.

An average over counties is none over cities, what the state pays is not what a project costs in
all, and a figure of last year is none of this year.
"""

from __future__ import annotations

import re

from assistant.halves import is_of_other_half
from assistant.operands import Time
from assistant.solver.inventory import Stated
from assistant.solver.phrases import Wanted

WHOLES = frozenset(
    """
    예산 예산안 추경 추경안 본예산 규모 금액 총액 전체 총계 합계 사업 건수 개수 총사업비 실적 수량
    """.split()
)
"""Nouns by which a text calls the whole that it is about, whatever a question calls it."""
STATES = frozenset(
    """
    같 기간 때 말 동기 시기 당시 시점 수준 실적 기준 감사 조사 평가 결산 예산 회의 대회 보고회
    본예산 당초예산 계획 것 값 수치 상반기 하반기
    """.split()
)
"""What a phrase says of the time that something is measured against, and not of the thing."""

_AVERAGE_OF = re.compile(r"(?P<set>[가-힣]+)(?:들|의)?\s?평균")
_PRINTED_OF = re.compile(r"(?P<set>(?:기초|광역|특|자치|일반)*(?:시|군|구|(?<![가-힣])도))평균")
AREA = (
    r"(?:전국|도내|관내|서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|"
    r"경남|제주)"
)
"""An area over which an average is taken, as it stands before '평균'."""
_SCOPE_OF = re.compile(
    rf"(?P<area>{AREA})(?:\s?(?:도내|시[·\s]?군[·\s]?구?|지역|기초[가-힣]*))*\s?(?:의\s?)?평균"
)
_ELIGIBLE = frozenset({"대상", "대상액", "대상금액"})
_BODIES = re.compile(r"(?:기초|광역|특|자치|일반)*(?:시|군|구|도)")
_MONEY_OF = (
    re.compile(r"국비|국고"),
    re.compile(r"도비"),
    re.compile(r"시비|군비|구비"),
    re.compile(r"지방비"),
    re.compile(r"민자|민간자본"),
    re.compile(r"총사업비"),
)
"""Whose money a figure is; one that is said to be another's is not it."""


def is_of_other_set(text: str, one: Stated) -> bool:
    """Whether a figure is an average of other bodies, or another's money, than a question says."""
    if "대상" not in text and one.nouns and one.nouns[-1] in _ELIGIBLE:
        return True  # what is to be spent is none of what was
    if _is_of_other_scope(text, one) or is_of_other_half(
        text, f"{one.near} {one.before}", one.sentence
    ):
        return True
    asked, printed = _AVERAGE_OF.search(text), _PRINTED_OF.search(one.near)
    if asked is not None and printed is not None:
        is_body = _BODIES.fullmatch(asked["set"]) is not None
        if is_body and not printed["set"].endswith(asked["set"]):
            return True
    return one.figure.unit == "원" and is_of_other_money(text, f"{one.near} {one.before}")


def _is_of_other_scope(text: str, one: Stated) -> bool:
    """Whether a figure is said to be the average of another area than the one that is asked about.

    What a place calls its own province by name, a question may call '도내', and the other way.
    """
    asked, printed = _SCOPE_OF.search(text), _SCOPE_OF.search(one.near)
    if asked is None or printed is None:
        return False
    both = {asked["area"], printed["area"]}
    return len(both) > 1 and ("전국" in both or not both & {"도내", "관내"})


def is_of_other_money(text: str, printed: str) -> bool:
    """Whether what is printed says whose money it is, and it is none that a question asks for."""
    wanted = [pattern for pattern in _MONEY_OF if pattern.search(text)]
    own = [pattern for pattern in _MONEY_OF if pattern.search(printed)]
    return bool(wanted and own) and not any(pattern in wanted for pattern in own)


def is_called(wanted: Wanted, one: Stated) -> bool:
    """Whether a figure has the very name that a description gives it, where it gives one."""
    return not wanted.verbatim or wanted.verbatim in f"{one.near} {one.before}"


def is_of_time(time: Time, one: Stated) -> bool:
    """Whether a figure is of a year, or of one counted from now."""
    if time.year is not None:
        return one.year == time.year
    return is_at(time.offset, one)


def is_at(offset: int | None, one: Stated) -> bool:
    """Whether a figure is of a year counted from now, or from the year that its document is of."""
    if offset is None:
        return False
    if one.offset == offset:
        return True
    published = one.document.published_on
    bases = {*one.document.fiscal_years, *([published.year] if published else ())}
    return one.year is not None and one.year - offset in bases
