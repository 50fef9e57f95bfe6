"""Which year a figure belongs to: the one said before it, else the heading's, else the plan's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.dates import DateMention, find_dates
from corpus.facts.statements import Statement

YEAR_INFERRED = "year_inferred"
PREVIOUS_YEAR = "previous_year"
_YEAR_IN_HEADING = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:년|\s|\.|$)")
# '전년보다 209억 원 늘었다': the year that is compared with, not the figure's own.
_AGAINST = re.compile(r"(?:도)?\s*(?:\([^()]{0,40}\)\s*)?(?:보다|대비|에\s비해|과\s비교|동기)")
_PREVIOUS = re.compile(r"전년(?:도)?\s*\(?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class YearContext:
    """The years a statement says, by place, and what it falls back on."""

    mentions: tuple[DateMention, ...]
    fallback: int | None
    is_fallback_printed: bool

    def within(self, start: int) -> YearContext:
        """The same without the years that are said before `start`."""
        return replace(self, mentions=tuple(one for one in self.mentions if one.start >= start))

    def year_at(self, text: str, at: int) -> tuple[int | None, tuple[str, ...]]:
        """The year for a figure at `at` and the flags that say how it was come by."""
        if self.fallback is not None and _PREVIOUS.search(text[max(0, at - 14) : at]):
            return self.fallback - 1, (PREVIOUS_YEAR,)
        before = [
            one for one in self.mentions if one.end <= at and not _AGAINST.match(text, one.end)
        ]
        if before:
            nearest = before[-1]
            if (year := year_of(nearest)) is not None:
                return year, ()
            if not nearest.resolved and self.fallback is None:
                return None, ("year_unresolved",)
        flags = () if self.is_fallback_printed or self.fallback is None else (YEAR_INFERRED,)
        return self.fallback, flags


def year_of(mention: DateMention) -> int | None:
    """The one year a mention lies in; None for a range over several years and where unresolved."""
    if not mention.resolved or mention.start_date is None:
        return None
    start = int(mention.start_date[:4])
    if mention.end_date is not None and int(mention.end_date[:4]) != start:
        return None
    return start


def year_context(statement: Statement) -> YearContext:
    """Read the years of a statement, its heading path and its document."""
    document = statement.document
    years = document.fiscal_years
    fiscal = years[0] if len(years) == 1 else None
    mentions = find_dates(statement.text, reference=document.published_on, fiscal_year=fiscal)
    for entry in reversed(statement.passage.heading_path):
        match = _YEAR_IN_HEADING.search(entry)
        if match:
            return YearContext(
                mentions=mentions, fallback=int(match.group(1)), is_fallback_printed=True
            )
    return YearContext(mentions=mentions, fallback=fiscal, is_fallback_printed=False)
