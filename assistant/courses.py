"""Courses: the figures of one thing over the years, where they can be compared at all.

A course is given only where every figure is a number in one known unit. Ranges, thresholds, yearly
flows and figures whose sign or year is uncertain are no points on a line, so there is no course
of them: a reader sees the words of the document instead of a picture that says more than they do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import corpus
from assistant.wording import figure, won

WON = "원"
NOT_COMPARABLE = frozenset(
    {
        "ambiguous_sign",
        "annual_flow",
        "change",
        "open_range",
        "range",
        "threshold",
        "unit_conflict",
        "unit_unknown",
        "whole_period",
        "year_unresolved",
    }
)
"""Flags of facts whose figures say something else than how much there was in one year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePoint:
    """One figure of one year; `printed` is the figure as the document writes it, without its unit.

    `fact` is what states it.
    """

    year: int
    value: Decimal
    printed: str
    phase: corpus.Phase | None
    fact: corpus.Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Figures of one thing, all in `unit`, in order of year; at least two years differ."""

    name: str
    unit: str
    points: tuple[CoursePoint, ...]


def course_of_fact(fact: corpus.Fact) -> Course | None:
    """The course that one fact states, None where it states none that can be compared."""
    if fact.comparator or fact.unit is None or NOT_COMPARABLE & set(fact.flags):
        return None
    points = [(one.year, one.value, one.phase, fact) for one in fact.values]
    return _course(fact.name, fact.unit, points)


def course_of_facts(facts: Sequence[corpus.Fact]) -> Course | None:
    """The course that several facts tell together, each one year of the same thing.

    None where their units differ or one is of a sort that cannot be compared.
    """
    units = {one.unit for one in facts}
    unit = next(iter(units), None)
    if len(units) != 1 or unit is None:
        return None
    if any(one.comparator or NOT_COMPARABLE & set(one.flags) for one in facts):
        return None
    points = []
    for one in facts:
        said = [value.phase for value in one.values if value.year == one.fiscal_year]
        points.append((one.fiscal_year, one.value, said[-1] if said else None, one))
    return _course(facts[0].name, unit, points)


def course_of_series(series: corpus.Series, facts: Mapping[str, corpus.Fact]) -> Course | None:
    """The course of a series; `facts` by id, among them every fact that the series names.

    None where a fact is missing or is of a sort that cannot be compared.
    """
    if series.unit is None or not all(one.fact_id in facts for one in series.points):
        return None
    stated = [facts[one.fact_id] for one in series.points]
    if any(one.comparator or NOT_COMPARABLE & set(one.flags) for one in stated):
        return None
    points = [
        (one.year, one.value, one.phase, fact)
        for one, fact in zip(series.points, stated, strict=True)
    ]
    return _course(series.name, series.unit, points)


def as_printed(value: corpus.Value, unit: str | None, quote: str) -> str:
    """A figure the way its quote writes it: '1,500' or '1500', whichever stands there.

    Won that the quote writes with 억 and 만, or in a unit that stands elsewhere, are written so.
    """
    if not isinstance(value, Decimal):
        return value
    plain, grouped = f"{value:f}", f"{value:,f}"
    if plain in quote and grouped not in quote:
        return plain
    is_won = unit == WON and value == value.to_integral_value()
    return won(int(value)) if is_won and grouped not in quote else grouped


def with_unit(value: Decimal, unit: str | None) -> str:
    """A figure that was reckoned, with its unit; won as plans write them: '8,727억 원'."""
    is_won = unit == WON and value == value.to_integral_value()
    return won(int(value)) if is_won else figure(value, unit)


def _course(
    name: str,
    unit: str,
    points: Sequence[tuple[int | None, corpus.Value | None, corpus.Phase | None, corpus.Fact]],
) -> Course | None:
    known = []
    for year, value, phase, fact in points:
        if year is None or not isinstance(value, Decimal) or not value.is_finite():
            return None
        known.append(
            CoursePoint(
                year=year,
                value=value,
                printed=as_printed(value, unit, fact.quote),
                phase=phase,
                fact=fact,
            )
        )
    if len({one.year for one in known}) < 2:
        return None
    return Course(name=name, unit=unit, points=tuple(sorted(known, key=lambda one: one.year)))
