"""Amounts of tables that bound what is done, and are not spent: thresholds, limits, unit prices."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.facts.doubts import KIND_UNSURE
from corpus.facts.flags import PER_UNIT, SUPPORT_LIMIT, THRESHOLD
from corpus.facts.table_values import TableValue

# Before a contract is let it is looked at, from a certain sum on, which differs with its kind.
_REVIEW = re.compile(
    r"(?:일상|사전|예방|사전예방)\s?감사|(?:계약|원가|계약\s?원가|설계|기술|사전)\s?심사|설계\s?변경"
)
_CONTRACT = re.compile(
    r"(?:종합|전문|건설|기타|일반|토목|건축)?\s?공사|(?:학술|기술|일반|설계)?\s?용역"
    r"|물품\s?(?:구매|제조|구입)?(?:\s?[·/]?\s?제조)?|구매|제조|민간\s?위탁|보조금"
)
_CRITERION = re.compile(r"기준\s?금액|추정\s?(?:가격|금액)|(?:심사|감사|심의)\s?기준")
_BOUND_SAID = re.compile(r"이상|이하|초과|미만|기준|대상|문턱|하한|한도")
_AT_LEAST = re.compile(r"\(?\s?※?\s?각?\s?금액\s?이상|이상\s?(?:인|의)?\s?(?:사업|계약|경우)")
_LIMIT = re.compile(r"한도|상한")
_GRANT = re.compile(
    r"지원\s?(?:금액|금|액|단가|내용|규모)|보조\s?(?:금액|금|액)|융자\s?(?:금액|액)"
)
_CALL = re.compile(r"공\s?고|모집|공모")
_PER = re.compile(
    r"(?<![가-힣])(?:\d\s?)?(?:인|세대|가구|가정|점포|업체|개소|개사|기업|팀|명|곳|마리|동|개교|ha|㎡|회|건|월)\s?당|단가"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What an amount bounds: the flags that say so, its comparator, and what is not sure of it."""

    flags: tuple[str, ...] = ()
    comparator: str | None = None
    doubts: tuple[str, ...] = ()


_NONE = Bound()


def bound_of(value: TableValue, row: str, column: str, said: str, behind: str) -> Bound:
    """Read whether an amount of a table bounds what is done.

    `row` and `column` are the headings it stands under, `said` what stands above and below the
    table, `behind` the characters after it in its cell.
    """
    if value.krw is None:
        return _NONE
    about = f"{row} {column} {value.label}"
    arrow = {"↑": "at_least", "↓": "at_most"}.get(behind.strip()[:1])
    is_crossed = any(
        _REVIEW.fullmatch(_bare(one)) and _CONTRACT.fullmatch(_bare(other))
        for one, other in ((row, column), (column, row))
    )
    if _CRITERION.search(about) or is_crossed:
        if _CRITERION.search(about) or arrow or _BOUND_SAID.search(said):
            stated = "at_least" if _AT_LEAST.search(said) else None
            return Bound(flags=(THRESHOLD,), comparator=arrow or stated)
        return Bound(doubts=(KIND_UNSURE,))  # what was saved is printed in such tables too
    flags: list[str] = []
    if _LIMIT.search(about) or (
        (_GRANT.search(column) or _GRANT.fullmatch(row)) and _CALL.search(said)
    ):
        flags.append(SUPPORT_LIMIT)
    if _PER.search(about):
        flags.append(PER_UNIT)
    if not flags:
        return _NONE
    return Bound(flags=tuple(flags), comparator="at_most" if _LIMIT.search(about) else None)


def _bare(words: str) -> str:
    """A heading without its bracket: 일상감사(추정가격)."""
    return words.partition("(")[0].strip()
