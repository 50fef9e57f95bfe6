"""Which years a number of a table is for, where its own heading says none or several."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.cells import CellKind
from corpus.facts.headings import Heading, read_heading
from corpus.tables import Row, Table
from corpus.types import Document, Period, Phase

OPEN_PERIOD = Period()
"""The years of what is for all of them, none of which is printed."""

# What a project costs in all, or in the years before and after those that have their columns.
_BEYOND = re.compile(r"기투자(?:비|액)?|향후(?:투자)?|이후|이전|(?:임기|(?:계획)?기간)[전후]")
_IN_ALL = re.compile(r"총사업비|총투자(?:비|액|사업비)?")
_PLANS = re.compile(r"계획|투자\s?방향|소요\s?(?:예산|사업비|재원)")
# How fast something grows in a year, told for several.
_YEARLY_MEAN = re.compile(r"연\s?평균")
_SEVERAL_YEARS = re.compile(r"\d\s?(?:개년|년간|년\s?동안)")
_YEARS = re.compile(r"^(?:회계\s?)?[연년]\s?도(?:별)?(?:\s?\(.*\))?$")
_PART_OF_YEAR = re.compile(
    r"(?:['‘’`´]\d\d|(?:19|20)\d\d)\s?[년.]\s?(?:[상하]반기|[1-4]\s?/?\s?4?\s?분기|\d{1,2}\s?[월.]?\s?[~∼～])"
)
_FEWEST_YEARS = 2  # columns of years, of which a column of totals is the sum


def year_of_row(row: Row, table: Table) -> int | None:
    """The year that a column of years gives to a row."""
    if not row.is_aligned:
        return None
    for column, (kind, cell) in enumerate(zip(table.kinds, row.cells, strict=False)):
        is_years = kind is CellKind.YEAR and column < table.labels
        # A row of totals among the years leaves their column what its heading says.
        if (
            (is_years or is_year_column(table, column))
            and cell is not None
            and cell.kind is CellKind.YEAR
        ):
            return read_heading((cell.text,)).year
    return None


def is_of_part_of_year(row: Row) -> bool:
    """Whether a row opens with a part of a year, which the years above and below do not match."""
    first = row.cells[0] if row.is_aligned and row.cells else None
    return first is not None and _PART_OF_YEAR.match(first.text.strip()) is not None


def is_year_column(table: Table, column: int) -> bool:
    """Whether the first column is headed 연도, so that its numbers are years and nothing else."""
    labels = table.heads[column] if column < len(table.heads) else ()
    return column == 0 and _YEARS.search(" ".join(labels)) is not None


def period_of(
    row: Heading, column: Heading, dated: Sequence[Heading], heads: Sequence[Heading]
) -> Period | None:
    """The years of a number that is for several: those of a heading, or of the columns it sums up.

    `heads` are the headings of all columns, `dated` those of the table that say years.
    """
    if column.period is not None:
        return column.period
    if row.period is not None and not row.name:
        return row.period
    measure = (column.name or column.phase_words).replace(" ", "")
    if _IN_ALL.fullmatch(measure) or _BEYOND.fullmatch(measure):
        return OPEN_PERIOD
    is_mean = _YEARLY_MEAN.search(f"{column.name} {row.name}") is not None
    if len(dated) < _FEWEST_YEARS:
        return OPEN_PERIOD if is_mean else None
    if not column.is_total and not is_mean:
        return None
    if any(_BEYOND.fullmatch(one.name.replace(" ", "")) for one in heads):
        return OPEN_PERIOD  # '임기 전 | 2031 | 2032 | 임기 후': more than the years printed
    starts = [str(one.year) if one.period is None else one.period.start for one in dated]
    ends = [str(one.year) if one.period is None else one.period.end for one in dated]
    return Period(start=_reach(starts, min), end=_reach(ends, max))


def year_compared(heads: Sequence[Heading], column: int) -> int | None:
    """The year of a change: the latest of the columns before it that are of one year each."""
    if not heads[column].is_change:
        return None
    return max((one.year for one in heads[:column] if one.year is not None), default=None)


def is_of_several_years(words: str) -> bool:
    """Whether a caption says that what stands below it is for several years together: 5년간."""
    return _SEVERAL_YEARS.search(words) is not None and "최근" not in words


def _reach(years: Sequence[str | None], extreme: Callable[[list[str]], str]) -> str | None:
    """The first or last of the years; None where one of the columns is open at this end."""
    printed = [one for one in years if one is not None]
    return extreme(printed) if len(printed) == len(years) else None


def phase_of(year: int | None, document: Document, caption: str = "") -> Phase | None:
    """A year after the document's own is planned, one before it past; its own may be either.

    What a table of plans says of a year that is past need not have happened.
    """
    # The year that a plan names most may be the one that it aims at.
    is_guess = document.document_type == "plan" and "fiscal_years" in document.inferred
    published, years = document.published_on, () if is_guess else document.fiscal_years
    own = published.year if published else years[0] if years else None
    if year is None or own is None or year == own:
        return None
    if year < own and _PLANS.search(caption) is not None:
        return None
    return Phase.PLANNED if year > own else Phase.ACTUAL
