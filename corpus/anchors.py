"""The caller's dates, from which the open parts of a printed date are counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from corpus.moments import Moment, Reading

YEAR_WORDS = {
    "올한해": 0, "올해": 0, "금년도": 0, "금년": 0, "올": 0, "지난해": -1, "작년": -1, "재작년": -2,
    "내년": 1, "내년도": 1, "내후년": 2,
}  # fmt: skip
_FISCAL_WORDS = {
    "전년": -1,
    "전년도": -1,
    "전전년도": -2,
    "당해연도": 0,
    "당해년도": 0,
    "차년도": 1,
}
_MONTH_WORDS = {"이달": 0, "이번달": 0, "금월": 0, "지난달": -1, "다음달": 1, "내달": 1}


_UNPLACED = frozenset({"impossible", "ambiguous_year", "season", "recurring"})
"""Flags of readings that no year can be given to."""

_MONTHS = 12

Placed = tuple[Moment | None, tuple[str, ...]]
"""A moment with every part placed (None where that cannot be told), and the flags that say why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """When a text was published (`reference`) and which year it plans for (`fiscal_year`)."""

    reference: date | None
    fiscal_year: int | None

    def place(self, reading: Reading) -> Placed:
        """The moment with every part placed, None where that cannot be told; and why."""
        moment, flags = reading.moment, reading.flags
        if _UNPLACED & set(flags):
            return None, flags
        if reading.form == "day":
            return self._place_day(moment, flags)
        if reading.word:
            found, more = self._place_word(reading.word, moment)
        elif moment.year is None:
            found, more = self._place_in_year(reading)
        else:
            found, more = moment, ()
        if found is not None and not found.is_possible:
            return None, (*flags, *more, "impossible")
        return found, (*flags, *more)

    def _place_day(self, moment: Moment, flags: tuple[str, ...]) -> Placed:
        reference, day = self.reference, moment.day
        if reference is None or "ambiguous" in flags or day is None or day > reference.day:
            return None, flags
        return Moment(year=reference.year, month=reference.month, day=day), (
            *flags,
            "month_inferred",
        )

    def _place_in_year(self, reading: Reading) -> Placed:
        moment = reading.moment
        years = {self.fiscal_year, self.reference.year if self.reference else None} - {None}
        if reading.form in {"bracketed", "part"} and self.fiscal_year is not None:
            years = {self.fiscal_year}
        if len(years) != 1:
            return None, ("year_unclear",)
        return replace(moment, year=years.pop()), ("year_inferred",)

    def _place_word(self, word: str, moment: Moment) -> Placed:
        if word in _FISCAL_WORDS:
            if self.fiscal_year is None:
                return None, ()
            return replace(moment, year=self.fiscal_year + _FISCAL_WORDS[word]), ()
        if self.reference is None:
            return (moment, ()) if moment.year else (None, ())
        if word in YEAR_WORDS:
            return replace(moment, year=self.reference.year + YEAR_WORDS[word]), ()
        if word in _MONTH_WORDS:
            index = self.reference.year * _MONTHS + self.reference.month - 1 + _MONTH_WORDS[word]
            return replace(moment, year=index // _MONTHS, month=index % _MONTHS + 1), ()
        if word in {"지난", "오는"}:
            return self._nearest(moment, -1 if word == "지난" else 1)
        return None, ()

    def _nearest(self, moment: Moment, step: int) -> Placed:
        """The last such day before the reference (지난), or the first after it (오는)."""
        reference = self.reference
        if moment.year or reference is None:
            return moment, ()
        if moment.month is None and moment.day is None:
            return None, ("ambiguous",)
        today = (reference.year, reference.month, reference.day)
        index = reference.year * _MONTHS + reference.month - 1
        for distance in range(_MONTHS + 1):
            year, month = divmod(index + step * distance, _MONTHS)
            candidate = replace(moment, year=year, month=moment.month or month + 1)
            if moment.month not in {None, month + 1} or not candidate.is_possible:
                continue
            here = (year, month + 1, moment.day or 0)
            then = today if moment.day else (*today[:2], 0)
            if here == then:
                return None, ("ambiguous",)
            if (here < then) == (step < 0):
                return candidate, ()
        return None, ("ambiguous",)
