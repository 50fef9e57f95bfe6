"""What a number of a table is called: its row, its column, and the heading where it needs one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.facts.headings import Heading, Role
from corpus.facts.labels import heading_name, is_generic, join_names, title_name
from corpus.headwords import is_total
from corpus.types import Document, Phase

# Headings that say how much is spent or in which years, but not on what.
_ABOUT_MONEY = re.compile(
    r"(?!재정$)(?:(?:연차|연도|년도)\s?별\s?)?(?:총\s?)?(?:재정|재원|예산|사업비|투자|소요|추진)?\s?"
    r"(?:투자|예산|사업비|재원|재정|소요)\s?(?:조달|배분|수요|전망|투입)?\s?(?:계획|현황|규모|내역|총괄|액)?"
)
# Rows that say who pays, what is bought, or that they are a part, but not of what.
_PART_ROW = re.compile(
    r"국비|국고|도비|시도비|시비|군비|구비|민자|민간|지방비|자체|기타|일반|특별|소계|융자|자부담"
    r"|공사|용역|물품(?:구매|제조)?|구매|공통|신설|변경|폐지|남성?|여성?|본청|사업소|읍면동"
)
_UNIT_BRACKET = re.compile(r"\s*\(\s?[십백천만억조]*\s?원\s?\)\s*$")
_NUMBERED = re.compile(r"^\d{1,2}(?:-\d{1,2})+\.?\s+")  # '3-2. 생활안전 부문'
_LONGEST_NAME = 80
_AMOUNT = re.compile(r"\d\s?[백천만억조]")
# How far things are, which tells of what it is only with a name that does: 경제 | 완료.
_STATE = re.compile(
    r"(?:[총합]?계|소계)|(?:이행|추진|정상|일부|부분)?(?:완료|추진|달성|이행)(?:중|후계속)?"
    r"|미달성|미이행|보류|지연|취소|신규|계속"
)
_SHORT = 4  # letters of a row's name: 경제, 복지
# What is asked of those who apply; a table under it is about the whole call.
_ASKED = re.compile(
    r"(?:신청|접수|제출|모집|선정|심사|문의|추진)\s?(?:방법|서류|절차|일정|안내|기준|처|요령)?"
)
_AGAINST = re.compile(r"(?:본예산|당초(?:예산)?|기정(?:예산)?)액?\s?대비")
_BUDGET_PHASES = frozenset({Phase.PROPOSED, Phase.APPROVED, Phase.ADJUSTED, Phase.EXECUTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What stands above a table: `title` is the nearest heading that names something.

    `whole` has the heading above it too, where the title alone says only how the table is cut.
    `is_borrowed` says that the title tells what is asked of applicants, not what is counted.
    """

    title: str
    whole: str
    is_borrowed: bool


def caption_of(path: tuple[str, ...], document: Document) -> Caption:
    """Read the headings above a table; the document's own title where none names anything."""
    path = tuple(_NUMBERED.sub("", _UNIT_BRACKET.sub("", entry)) for entry in path)
    title = heading_name(path)

    def is_title(name: str) -> bool:
        return name == heading_name(path[:1])

    whole = title_name(document.title) if _AMOUNT.search(title) and is_title(title) else title
    if _ABOUT_MONEY.fullmatch(title):
        at = max(order for order in range(len(path)) if heading_name(path[: order + 1]) == title)
        first = next(order for order in range(at + 1) if heading_name(path[order : at + 1]))
        above = heading_name(path[:at]) if first < at else ""
        above = title_name(above or document.title) if is_title(above) or not above else above
        whole = join_names(above, title)
    return Caption(title=title, whole=whole, is_borrowed=_ASKED.fullmatch(title) is not None)


def staged_columns(heads: Sequence[Heading]) -> frozenset[int]:
    """The columns whose phase (목표, 실적, 달성) is part of what their numbers are called.

    It tells a column from others of its year, or from others that no year tells apart; where each
    year has one column, the phase is that of the year.
    """
    staged: set[int] = set()
    measures = [
        (column, head)
        for column, head in enumerate(heads)
        if head.role in {Role.MEASURE, Role.RATE} and (head.name or head.phase_words)
    ]
    for column, head in measures:
        if not head.phase_words or head.phase in _BUDGET_PHASES:
            continue
        for other_column, other in measures:
            if other_column == column or _time(other) != _time(head):
                continue
            is_twin = other.name == head.name and other.phase_words != head.phase_words
            is_undated = _time(head) == (None, None, None) and not head.name and other.name
            if is_twin or is_undated:
                staged.add(column)
    return frozenset(staged)


def _time(head: Heading) -> tuple[object, ...]:
    return (head.year, head.offset, head.period)


def measure_of(heads: Sequence[Heading], column: int, labels: int) -> str:
    """What a column measures; a change (전년 대비, 증감) is one of the column that it follows.

    `labels` is how many columns at the left name the rows.
    """
    head = heads[column]
    if _AGAINST.match(head.name):
        stage = next(
            (one.phase_words for one in reversed(heads[labels:column]) if one.name != head.name), ""
        )
        return f"{stage} {head.name}".strip()  # '1회 추경 | 본예산 대비': which budget rose
    if not head.is_change:
        return head.name
    before = next(
        (
            one
            for one in reversed(heads[labels:column])
            if one.role is Role.MEASURE and not one.is_change
        ),
        None,
    )
    if before is None or before.year is not None or not before.name:
        return head.name  # '2022 | 2023 | 증감': of what the rows themselves name
    return join_names(before.name, head.name)


def number_name(caption: Caption, document: Document, row: str, measure: str) -> str:
    """The name of a number: its row and column, with the caption where the row says not of what."""
    if not row:
        return join_names(caption.whole, measure) or document.title
    tight = row.replace(" ", "")
    whole = caption.whole or title_name(document.title)
    if is_total(row):
        return _told(whole, measure, row)
    if _PART_ROW.fullmatch(tight):
        return _told(whole, row, measure)
    is_short = len(tight) <= _SHORT and _STATE.fullmatch(measure.replace(" ", "")) is not None
    says_little = _AMOUNT.search(caption.title) or _ABOUT_MONEY.fullmatch(caption.title)
    if is_generic(row) or (is_short and not says_little):
        return _told(caption.title, row, measure)
    return join_names(row, measure)


def listed_name(caption: Caption, document: Document, row: str, measure: str) -> str:
    """The name of the one figure of a row: below the heading, which says what is listed."""
    if is_total(row) or not row or caption.is_borrowed:
        return number_name(caption, document, row, measure)
    return _told(caption.title, row, measure)


def _told(*parts: str) -> str:
    """Names one after the other; only what ends the one before is not said again.

    The 계 of '연차별 투자계획 계' is no part of 계획.
    """
    joined = ""
    for part in parts:
        if part and not joined.replace(" ", "").endswith(part.replace(" ", "")):
            joined = f"{joined} {part}".strip()
    return joined[:_LONGEST_NAME].rstrip()


def is_bare(row: str) -> bool:
    """Whether a row's name says nothing of what it is about: 예산, 실적, 2. 7."""
    tight = row.replace(" ", "")
    return not re.search(r"[가-힣A-Za-z]", tight) or is_generic(tight)
