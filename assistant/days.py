"""Days as they are said, with or without their year, and whether one lies within another."""

from __future__ import annotations

import re
from dataclasses import dataclass

import corpus

_MONTH_DAY = re.compile(r"(?<![\d./-])(?P<month>\d{1,2})월(?:\s?(?P<day>\d{1,2})일)?(?!\s?말)")
_YEARLESS = "--"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidDay:
    """A day or span said at text[start:end]; `first` and `last` are as exact as they are said.

    With a year they are ISO 8601 ('2023-10-14', '2023-10'), without one '--10-14' or '--10', as
    ISO 8601:2000 writes dates whose year is left out.
    """

    raw: str
    start: int
    end: int
    first: str
    last: str

    @property
    def is_year(self) -> bool:
        """Whether a year, or a span of years, is all that is said."""
        return self.first.isdigit() and self.last.isdigit()


def days_said(text: str) -> tuple[SaidDay, ...]:
    """Every day, month, year or span of a text, in order; quarters and seasons are none."""
    found: list[SaidDay] = []
    for one in corpus.find_dates(text):
        first, last = one.start_date, one.end_date or one.start_date
        if not one.resolved or first is None or last is None:
            first = last = _without_year(one.raw)
        if first and last:
            raw = one.raw.strip()
            found.append(SaidDay(raw=raw, start=one.start, end=one.end, first=first, last=last))
    return tuple(found)


def is_within(day: str, said: SaidDay) -> bool | None:
    """Whether a day lies in what is said, as exactly as both are; None where that is open.

    Where either leaves the year out, months and days are compared.
    """
    first, last = said.first, said.last
    if any(one.startswith(_YEARLESS) for one in (day, first, last)):
        day, first, last = (_month_and_day(one) for one in (day, first, last))
        if not (day and first and last):
            return None
    size = min(map(len, (day, first, last)))
    day, first, last = day[:size], first[:size], last[:size]
    return first <= day <= last if first <= last else day >= first or day <= last


def _without_year(raw: str) -> str:
    match = _MONTH_DAY.fullmatch(raw.strip())
    if match is None or not 1 <= int(match["month"]) <= 12:
        return ""
    said = f"{_YEARLESS}{int(match['month']):02d}"
    return said + (f"-{int(match['day']):02d}" if match["day"] else "")


def _month_and_day(said: str) -> str:
    return said.removeprefix(_YEARLESS) if said.startswith(_YEARLESS) else said[5:]
