"""The same indicator in several documents, and every course over the years, as series.

Facts that measure the same (`corpus.measures`) are one series where they are of two documents or
of two years. A document that prints two different figures for one year and phase under one name,
or different years of it under different headings, has not named one thing: its figures stay out
of that series. A course that belongs to no shared series, because its name is too general or is
used twice, is a series of its own document alone. What is said of no known government, or of no
year, is in no series.

Time grows linearly with the facts, and the outcome does not depend on the documents' order.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from corpus.amounts import unit_scale
from corpus.governments import municipality_named
from corpus.measures import (
    MEASURED_KINDS,
    WON,
    Measure,
    measured,
    place_key,
    unit_of,
    without_years,
)
from corpus.numerals import scale_of
from corpus.types import Document, Fact, FactKind, Phase, Reading, Series, SeriesPoint, Value

_HASH = 10  # hex digits: among a million series two ids clash with a chance of one in two
_KINDS = tuple(FactKind)
_LAST_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.([0-9]+))?\s?([십백천만억조]*)\s?원?[^0-9]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    """One value of one year as a fact states it, and in the unit in which values are compared.

    `common` is in won for amounts; `step` is the smallest difference that its print can show.
    """

    fact: Fact
    document: Document
    year: int
    phase: Phase | None
    value: Value
    common: Value
    step: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fitting:
    """What a fact says of its years, ready to stand in a series."""

    fact: Fact
    heading_path: tuple[str, ...]
    statements: tuple[_Statement, ...]


def link_series(readings: Sequence[Reading]) -> tuple[Series, ...]:
    """Every series in the published facts of the readings, in order of id."""
    shared: dict[Measure, dict[str, list[_Fitting]]] = {}
    alone: list[_Fitting] = []
    for reading in readings:
        headings = {one.id: one.heading_path for one in reading.passages}
        for fact in reading.facts:
            if fact.doubts or fact.kind not in MEASURED_KINDS or fact.municipality is None:
                continue
            path = headings.get(fact.passage_id, ())
            found = measured(fact, reading.document, path)
            fitting = _fitting(fact, reading.document, path, found.phase if found else None)
            if not fitting.statements:
                continue
            if found is None:
                alone.append(fitting)
            else:
                by_document = shared.setdefault(found.measure, {})
                by_document.setdefault(reading.document.id, []).append(fitting)
    series = dict(_shared(shared, alone))
    for fitting in sorted(alone, key=lambda one: (one.fact.document_id, one.fact.id)):
        if len({one.year for one in fitting.statements}) > 1:
            one = _series(_own_id(fitting.fact), fitting.statements)
            series.setdefault(one.id, one)
    return tuple(series[key] for key in sorted(series))


def _shared(
    groups: dict[Measure, dict[str, list[_Fitting]]], alone: list[_Fitting]
) -> Iterator[tuple[str, Series]]:
    """The series of each measure; what a document says in two ways goes to `alone`."""
    for measure, by_document in groups.items():
        statements: list[_Statement] = []
        for fittings in by_document.values():
            said = [one for fitting in fittings for one in fitting.statements]
            if _contradicts(said) or not _is_one_thing(fittings):
                alone.extend(fittings)
            else:
                statements.extend(said)
        is_course = len({one.year for one in statements}) > 1
        if is_course or len({one.document.id for one in statements}) > 1:
            one = _series(_shared_id(measure, statements[0].fact), statements)
            yield one.id, one


def _contradicts(said: Sequence[_Statement]) -> bool:
    """Whether one document gives two values for a year without saying that their phases differ."""
    phases: dict[int, set[Phase | None]] = {}
    for one in said:
        phases.setdefault(one.year, set()).add(one.phase)
    unclear = {year for year, found in phases.items() if None in found}
    return bool(
        _conflicts(replace(one, phase=None) if one.year in unclear else one for one in said)
    )


def _is_one_thing(fittings: Sequence[_Fitting]) -> bool:
    """Whether a name means one thing in a document although it may stand under several headings.

    A figure that is told again (in the summary and in its chapter) has the same years; one name
    with other years under another heading (실시설계 of two projects) is another thing. Headings
    that differ by a year (2021년 실적, 2022년 실적) are one.
    """
    years: dict[tuple[str, ...], set[int]] = {}
    for fitting in fittings:
        heading = tuple(without_years(entry) for entry in fitting.heading_path)
        years.setdefault(heading, set()).update(one.year for one in fitting.statements)
    most = max(years.values(), key=len)
    return all(one <= most for one in years.values())


def _series(series_id: str, statements: Sequence[_Statement]) -> Series:
    documents = {one.document.id: one.document for one in statements}
    aged = sorted(documents.values(), key=lambda one: (_day(one), one.id))
    age = {document.id: order for order, document in enumerate(aged)}
    facts = {one.fact.id: one.fact for one in statements}.values()
    units = {(one.unit or "").replace(" ", "") for one in facts}
    is_won = unit_of(next(iter(facts))) == WON
    points: dict[tuple[object, ...], SeriesPoint] = {}
    for one in sorted(
        statements, key=lambda one: (one.year, age[one.document.id], one.phase or "", one.fact.id)
    ):
        value = one.common if is_won and len(units) > 1 else one.value
        point = SeriesPoint(
            year=one.year,
            value=value,
            phase=one.phase,
            fact_id=one.fact.id,
            document_id=one.document.id,
        )
        # What a document says twice is one point.
        points.setdefault((one.document.id, one.year, one.phase, value), point)
    kinds = Counter(one.kind for one in facts)
    return Series(
        id=series_id,
        municipality=min(one.municipality or "" for one in facts),
        kind=max(_KINDS, key=lambda kind: (kinds[kind], -_KINDS.index(kind))),
        name=min((one.name for one in facts), key=lambda name: (len(name), name)),
        unit=(WON if is_won and len(units) > 1 else min(units)) or None,
        points=tuple(points.values()),
        document_ids=tuple(one.id for one in aged),
        conflicts=_conflicts(statements),
    )


def _conflicts(statements: Iterable[_Statement]) -> tuple[int, ...]:
    """The years of which different values are printed in one phase.

    A value printed in larger steps (8,727억 원) agrees with all that round or cut to it
    (872,712백만 원); values in equal steps agree only when they are equal.
    """
    finest: dict[tuple[int, Phase | None], _Statement] = {}
    grouped: dict[tuple[int, Phase | None], list[_Statement]] = {}
    for one in statements:
        key = (one.year, one.phase)
        grouped.setdefault(key, []).append(one)
        if key not in finest or one.step < finest[key].step:
            finest[key] = one
    return tuple(
        sorted(
            {
                year
                for (year, phase), group in grouped.items()
                if not all(_agree(finest[year, phase], one) for one in group)
            }
        )
    )


def _agree(finer: _Statement, other: _Statement) -> bool:
    if isinstance(finer.common, Decimal) and isinstance(other.common, Decimal):
        if finer.step < other.step:
            return abs(finer.common - other.common) < other.step
        return finer.common == other.common
    return finer.common == other.common


def _fitting(
    fact: Fact, document: Document, heading_path: tuple[str, ...], phase: Phase | None
) -> _Fitting:
    dated = [(one.year, one.value, one.phase) for one in fact.values]
    if not dated:
        dated = [(fact.fiscal_year, fact.value, None)]
    return _Fitting(
        fact=fact,
        heading_path=heading_path,
        statements=tuple(
            _Statement(
                fact=fact,
                document=document,
                year=year,
                phase=said or phase,
                value=value,
                common=_common(fact, value),
                step=_step(fact, value, is_only=len(dated) == 1),
            )
            for year, value, said in dated
            if year is not None and value is not None
        ),
    )


def _common(fact: Fact, value: Value) -> Value:
    """A value in won where it is money; a grade without blanks; any other as it is."""
    if isinstance(value, str):
        return "".join(value.split())
    return value * _scale(fact.unit or "")


def _step(fact: Fact, value: Value, *, is_only: bool) -> Decimal:
    """The smallest difference the print can show: a hundred million won for '8,727억 원'."""
    if isinstance(value, str):
        return Decimal(0)
    exponent = value.as_tuple().exponent
    places = min(0, exponent) if isinstance(exponent, int) else 0
    scale = _scale(fact.unit or "")
    if is_only and fact.unit == WON and (match := _LAST_NUMBER.search(fact.raw_text)):
        places, scale = -len(match[1] or ""), scale_of(match[2])
    return Decimal(scale).scaleb(places)


@lru_cache(maxsize=1024)
def _scale(unit: str) -> int:
    return unit_scale(unit) or 1


def _day(document: Document) -> tuple[date, bool]:
    """When a document is of: its day, else the beginning of its first year; unknown ones first."""
    if document.published_on:
        return document.published_on, True
    years = [year for year in document.fiscal_years if 0 < year <= date.max.year]
    return (date(min(years), 1, 1) if years else date.min), False


def _shared_id(measure: Measure, fact: Fact) -> str:
    seed = (measure.place, measure.words, measure.unit, measure.role, measure.is_text)
    return _id(fact, repr(seed))


def _own_id(fact: Fact) -> str:
    """The id of a course that only its document knows: it lasts while its line is printed."""
    return _id(fact, repr((fact.document_id, fact.name, fact.quote, fact.raw_text)))


def _id(fact: Fact, seed: str) -> str:
    """'kr-boryeong/series-…': of what is measured, not of which documents state it.

    The kind is left out, since one plan's indicator is another's statistic.
    """
    place = municipality_named(fact.municipality) if fact.municipality else None
    prefix = f"kr-{place_key(fact.municipality)}" if place and fact.municipality else "kr"
    return f"{prefix}/series-{hashlib.sha256(seed.encode()).hexdigest()[:_HASH]}"
