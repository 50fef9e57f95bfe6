"""Arithmetic over facts: sums, differences, the largest, and how long; every step is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import corpus
from assistant.grammar import Asked, same_unit
from assistant.matching import tight
from assistant.understand import Understanding
from assistant.wording import figure, month_count, won


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """A result with its expression, the facts it rests on, and a sentence that says it.

    `subject` is what the figures are of; `result` the figure as it is said.
    """

    expression: str
    result: str
    facts: tuple[corpus.Fact, ...]
    subject: str
    kind: Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class _Point:
    fact: corpus.Fact
    year: int | None
    value: Decimal
    unit: str

    def said(self) -> str:
        """The figure as it is printed in an expression: money in won units, counts with their unit."""
        return won(int(self.value)) if self.unit == "원" else figure(self.value, self.unit)


def compute(asked: Understanding, facts: Sequence[corpus.Fact]) -> Computed | None:
    """The calculation a question asks for over the facts of its evidence; None if it does not.

    Only figures of one unit are ever added or compared; when the question's words leave open which
    figures are meant, nothing is computed.
    """
    points = [point for fact in facts for point in _points(fact)]
    if asked.asks(Asked.DURATION):
        return _duration(facts)
    if not points:
        return None
    if asked.asks(Asked.SUM):
        return _sum(asked, points)
    if asked.asks(Asked.DIFFERENCE):
        return _difference(asked, points)
    if asked.asks(Asked.MAXIMUM, Asked.MINIMUM):
        return _extreme(asked, points)
    return None


def _points(fact: corpus.Fact) -> list[_Point]:
    if {"threshold", "range"} & set(fact.flags) or fact.unit is None:
        return []
    return [
        _Point(fact=fact, year=one.year, value=one.value, unit=fact.unit)
        for one in fact.values
        if isinstance(one.value, Decimal)
    ]


def _wanted_unit(asked: Understanding, points: Sequence[_Point]) -> list[_Point]:
    """The points of the one unit the question asks for; all of them if there is only one unit."""
    if asked.asks(Asked.AMOUNT):
        chosen = [one for one in points if one.unit == "원"]
    elif asked.unit:
        chosen = [one for one in points if same_unit(asked.unit, one.unit)]
    elif re.search(r"건수", asked.text):
        chosen = [one for one in points if one.unit == "건"]
    else:
        chosen = list(points)
    units = {one.unit for one in chosen}
    if len(units) > 1:
        named = [one for one in chosen if one.unit != "원"]
        chosen = named if len({one.unit for one in named}) == 1 else []
    return chosen


def _years_only(points: Sequence[_Point], years: tuple[int, ...]) -> list[_Point]:
    unique: dict[int, _Point] = {}
    for one in points:
        if one.year is not None and (not years or one.year in years):
            unique.setdefault(one.year, one)
    return [unique[year] for year in sorted(unique)]


def _sum(asked: Understanding, points: Sequence[_Point]) -> Computed | None:
    chosen = _wanted_unit(asked, points)
    over_years = _years_only(chosen, asked.years)
    if len(over_years) < 2 or len({one.fact.id for one in over_years}) < 2:
        over_years = _named(asked, chosen)
    if len(over_years) < 2:
        return None
    total = sum((one.value for one in over_years), Decimal(0))
    said = won(int(total)) if over_years[0].unit == "원" else figure(total, over_years[0].unit)
    return Computed(
        expression=" + ".join(one.said() for one in over_years),
        result=said,
        facts=tuple(one.fact for one in over_years),
        subject=_subject(over_years),
        kind=Asked.SUM,
    )


def _named(asked: Understanding, points: Sequence[_Point]) -> list[_Point]:
    """Figures whose names the question spells out, or else all the parts of one enumeration."""
    said = tight(asked.text)
    named: dict[str, _Point] = {}
    for one in points:
        words = [tight(word) for word in one.fact.name.split() if len(word) > 1]
        if words and words[-1] in said and "part" not in one.fact.flags:
            named.setdefault(words[-1], one)
    if len(named) >= 2:
        return list(named.values())
    quotes = {one.fact.quote for one in points}
    if len(quotes) != 1:
        return []
    return [one for one in points if not re.search(r"총|합계|전체|모두|등\s*$", one.fact.name)]


def _difference(asked: Understanding, points: Sequence[_Point]) -> Computed | None:
    chosen = _wanted_unit(asked, points)
    pair = _years_only(chosen, asked.years)
    if len(pair) > 2:
        pair = [pair[0], pair[-1]]
    if len(pair) < 2:
        return None
    gap = pair[1].value - pair[0].value
    higher, lower = (pair[1], pair[0]) if gap >= 0 else (pair[0], pair[1])
    unit = pair[0].unit
    said = won(int(abs(gap))) if unit == "원" else figure(abs(gap), unit)
    return Computed(
        expression=f"{higher.said()} - {lower.said()}",
        result=said,
        facts=tuple(dict.fromkeys(one.fact for one in pair)),
        subject=f"{pair[0].year}년→{pair[1].year}년 {'증가' if gap >= 0 else '감소'}",
        kind=Asked.DIFFERENCE,
    )


def _extreme(asked: Understanding, points: Sequence[_Point]) -> Computed | None:
    chosen = _years_only(_wanted_unit(asked, points), asked.years)
    if len(chosen) < 2:
        return None
    is_most = asked.asks(Asked.MAXIMUM)
    best = (max if is_most else min)(chosen, key=lambda one: one.value)
    ordered = sorted(chosen, key=lambda one: one.value, reverse=is_most)
    sign = " > " if is_most else " < "
    return Computed(
        expression=sign.join(f"{one.year}년 {one.said()}" for one in ordered),
        result=f"{best.year}년 {best.said()}",
        facts=tuple(dict.fromkeys(one.fact for one in chosen)),
        subject=best.fact.name,
        kind=Asked.MAXIMUM if is_most else Asked.MINIMUM,
    )


def _duration(facts: Sequence[corpus.Fact]) -> Computed | None:
    for fact in facts:
        if fact.period is None or not fact.period.start or not fact.period.end:
            continue
        months = month_count(fact.period.start, fact.period.end)
        if months is None:
            continue
        return Computed(
            expression=f"{fact.period.start} ~ {fact.period.end}",
            result=f"{months}개월",
            facts=(fact,),
            subject=fact.name,
            kind=Asked.DURATION,
        )
    return None


def _subject(points: Sequence[_Point]) -> str:
    names = list(dict.fromkeys(one.fact.name for one in points))
    return names[0] if len(names) == 1 else " + ".join(names[:4])
