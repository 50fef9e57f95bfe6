"""Which charts say more than words: from facts, and again from the ids that a chart is made of.

A chart is made only of figures that can be compared: numbers in one known unit, no thresholds,
ranges or yearly flows, nothing that a doubt keeps back. Where that is not sure there is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import corpus
import index
from assistant.charts.bars import Compared, comparison, parts
from assistant.charts.pictures import PictureOptions
from assistant.charts.trajectories import trajectory
from assistant.charts.types import Chart, ChartKind
from assistant.compositions import composition_of_audit, compositions_of_facts
from assistant.courses import (
    NOT_COMPARABLE,
    WON,
    Course,
    course_of_fact,
    course_of_facts,
    course_of_series,
    with_unit,
)
from assistant.problems import RequestError
from assistant.viewer import span_address

Documents = Mapping[str, corpus.Document]

_LONG = 24
"""Characters: a figure printed at greater length is a sentence, and leaves its bar no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartOptions:
    """How many charts are made, and of how much.

    `most_charts` beside an answer: a third would be further away than the words it explains.
    `most_of` ids may an address name: more than any picture has room for. `most_facts` are looked
    through for charts: an answer rests on fewer. `least_course` years make a series that several
    documents tell a chart of one fact: two figures are read faster than drawn.
    """

    most_charts: int = 2
    most_of: int = 24
    most_facts: int = 60
    least_course: int = 3
    pictures: PictureOptions = field(default_factory=PictureOptions)


def charts_of_facts(
    snapshot: index.Snapshot,
    facts: Sequence[corpus.Fact],
    options: ChartOptions | None = None,
) -> tuple[Chart, ...]:
    """The charts that go with facts, the most telling first: for answers, searches, documents.

    The facts side by side where they are the same measure of several things, or one thing over
    several years; else the course of each and the parts that make each up.
    """
    options = options or ChartOptions()
    facts = [one for one in facts if not one.doubts][: options.most_facts]
    if not facts:
        return ()
    ids = tuple(sorted({one.document_id for one in facts}))
    documents = {one.id: one for one in snapshot.documents(index.RecordRequest(ids=ids))}
    together = _together(facts, documents, options)
    if together is not None:
        return (together,)
    found: list[Chart] = []
    for fact in facts:
        for chart in (_course_of(snapshot, fact, options), _parts_of(snapshot, fact, options)):
            if chart is not None and all(one.title != chart.title for one in found):
                found.append(chart)
        if len(found) >= options.most_charts:
            break
    return tuple(found[: options.most_charts])


def chart_of_ids(
    snapshot: index.Snapshot, kind: ChartKind, ids: Sequence[str], options: ChartOptions
) -> Chart:
    """The chart that was made of these ids; raises RequestError 'chart_not_found'."""
    chart: Chart | None = None
    if 0 < len(ids) <= options.most_of and all(ids):
        if kind is ChartKind.COMPARISON or len(ids) > 1:
            chart = _again_together(snapshot, kind, ids, options)
        elif kind is ChartKind.TRAJECTORY:
            chart = _again_course(snapshot, ids[0], options)
        else:
            chart = _again_parts(snapshot, ids[0], options)
    if chart is None or chart.kind is not kind:
        raise RequestError("chart_not_found")
    return chart


def _together(
    facts: Sequence[corpus.Fact], documents: Documents, options: ChartOptions
) -> Chart | None:
    """Several facts in one picture: one thing over the years, or several things side by side."""
    facts = list({one.id: one for one in facts}.values())
    if not 2 <= len(facts) <= options.most_of or any(_is_alone(one) for one in facts):
        return None
    ids = tuple(one.id for one in facts)
    is_one_thing = len({(one.name, one.municipality, one.organisation) for one in facts}) == 1
    years = [one.fiscal_year for one in facts]
    if is_one_thing and None not in years and len(set(years)) > 1:
        course = course_of_facts(facts)
        if course is None:
            return None
        return trajectory(course, of=ids, documents=documents, options=options.pictures)
    is_won = all(one.amount_krw is not None for one in facts)
    units = {one.unit for one in facts}
    if not is_won and (len(units) > 1 or None in units):
        return None
    unit = WON if is_won else facts[0].unit or ""
    labels = _labels(facts)
    names = {one.name for one in facts}
    # Other things of other places or years have nothing in common but their unit.
    is_apart = len({(one.municipality, one.fiscal_year) for one in facts}) > 1
    if len(set(labels)) < len(labels) or (len(names) > 1 and is_apart):
        return None
    return comparison(
        [
            Compared(
                label=label,
                printed=_printed(one, unit),
                value=Decimal(one.amount_krw) if is_won and one.amount_krw else _number(one),
                year=one.fiscal_year,
                phase=_phase(one),
                address=span_address(one.document_id, one.start, one.end),
                source=documents[one.document_id].title if one.document_id in documents else None,
            )
            for one, label in zip(facts, labels, strict=True)
        ],
        of=ids,
        title=names.pop() if len(names) == 1 else " · ".join(_shared(facts) or labels[:2]),
        unit=unit,
        options=options.pictures,
    )


def _is_alone(fact: corpus.Fact) -> bool:
    """Whether a fact cannot stand beside others: it is no plain figure."""
    return (
        not isinstance(fact.value, Decimal)
        or not fact.value.is_finite()
        or fact.comparator is not None
        or bool(NOT_COMPARABLE & set(fact.flags))
        or bool(fact.doubts)
    )


def _labels(facts: Sequence[corpus.Fact]) -> list[str]:
    """What tells each fact from the others: its place, name and year, as far as they differ."""
    said: list[list[str]] = [[] for _ in facts]
    for values in (
        [one.municipality for one in facts],
        [one.organisation for one in facts],
        [one.name for one in facts],
        [None if one.fiscal_year is None else str(one.fiscal_year) for one in facts],
    ):
        if len(set(values)) > 1:
            for words, value in zip(said, values, strict=True):
                if value is not None:
                    words.append(value)
    return [" · ".join(words) for words in said]


def _shared(facts: Sequence[corpus.Fact]) -> list[str]:
    """What all the facts have in common: the place and the year."""
    shared = []
    for values in (
        {one.municipality for one in facts},
        {None if one.fiscal_year is None else str(one.fiscal_year) for one in facts},
    ):
        value = next(iter(values))
        if len(values) == 1 and value is not None:
            shared.append(value)
    return shared


def _number(fact: corpus.Fact) -> Decimal:
    return fact.value if isinstance(fact.value, Decimal) else Decimal(0)


def _printed(fact: corpus.Fact, unit: str) -> str:
    """The figure as its document prints it; in won where that print does not say the unit."""
    if unit == WON and WON not in fact.raw_text and fact.amount_krw is not None:
        return with_unit(Decimal(fact.amount_krw), WON)
    return fact.raw_text if len(fact.raw_text) <= _LONG else with_unit(_number(fact), fact.unit)


def _phase(fact: corpus.Fact) -> corpus.Phase | None:
    own = [one.phase for one in fact.values if one.year == fact.fiscal_year]
    return own[-1] if own else None


def _course_of(snapshot: index.Snapshot, fact: corpus.Fact, options: ChartOptions) -> Chart | None:
    """The course that a fact states, or the longer one of the series it belongs to."""
    own = course_of_fact(fact)
    course: Course | None = None
    of = (fact.id,)
    published = index.Publication.CERTAIN
    for series in snapshot.series(index.RecordRequest(fact_ids=(fact.id,), publication=published)):
        linked, _ = _linked(snapshot, series)
        years = len({one.year for one in linked.points}) if linked else 0
        if (
            linked
            and years >= options.least_course
            and (course is None or len(linked.points) > len(course.points))
        ):
            course, of = linked, (series.id,)
    if own is not None and (course is None or len(own.points) >= len(course.points)):
        course, of = own, (fact.id,)
    return _drawn(snapshot, course, of, options) if course else None


def _linked(
    snapshot: index.Snapshot, series: corpus.Series
) -> tuple[Course | None, Mapping[str, corpus.Fact]]:
    ids = tuple(sorted({one.fact_id for one in series.points}))
    facts = {one.id: one for one in snapshot.facts(index.RecordRequest(ids=ids))}
    return course_of_series(series, facts), facts


def _drawn(
    snapshot: index.Snapshot, course: Course, of: tuple[str, ...], options: ChartOptions
) -> Chart | None:
    ids = tuple(sorted({one.fact.document_id for one in course.points}))
    documents = {one.id: one for one in snapshot.documents(index.RecordRequest(ids=ids))}
    return trajectory(course, of=of, documents=documents, options=options.pictures)


def _parts_of(snapshot: index.Snapshot, fact: corpus.Fact, options: ChartOptions) -> Chart | None:
    """The parts that an audit found to make a fact up, or else those that flags show."""
    if len({one.year for one in fact.values}) > 1:
        return None  # it would not be said of which year the parts are
    audits = snapshot.audits(index.RecordRequest(fact_ids=(fact.id,)))
    stated = [one for one in audits if one.stated.fact_id == fact.id]
    for audit in stated:
        chart = _parts_of_audit(snapshot, audit, options)
        if chart is not None:
            return chart
    # A total that contradicts its parts must not be drawn from their flags either.
    return None if stated else _parts_of_flags(snapshot, fact, options)


def _parts_of_audit(
    snapshot: index.Snapshot, audit: corpus.ArithmeticAudit, options: ChartOptions
) -> Chart | None:
    composition = composition_of_audit(audit)
    if composition is None:
        return None
    return parts(
        composition,
        of=(audit.id,),
        source=_title(snapshot, audit.document_id),
        options=options.pictures,
    )


def _parts_of_flags(
    snapshot: index.Snapshot, fact: corpus.Fact, options: ChartOptions
) -> Chart | None:
    beside = snapshot.facts(
        index.RecordRequest(passage_ids=(fact.passage_id,), publication=index.Publication.CERTAIN)
    )
    composition = compositions_of_facts(beside).get(fact.id)
    if composition is None:
        return None
    return parts(
        composition,
        of=(fact.id,),
        source=_title(snapshot, fact.document_id),
        options=options.pictures,
    )


def _title(snapshot: index.Snapshot, document_id: str) -> str | None:
    found = snapshot.documents(index.RecordRequest(ids=(document_id,)))
    return found[0].title if found else None


def _again_together(
    snapshot: index.Snapshot, kind: ChartKind, ids: Sequence[str], options: ChartOptions
) -> Chart | None:
    by_id = {one.id: one for one in _published(snapshot, ids)}
    facts = [by_id[one] for one in ids if one in by_id]
    if len(facts) < len(set(ids)):
        return None
    documents = {
        one.id: one
        for one in snapshot.documents(
            index.RecordRequest(ids=tuple(sorted({one.document_id for one in facts})))
        )
    }
    return _together(facts, documents, options)


def _again_course(snapshot: index.Snapshot, one_id: str, options: ChartOptions) -> Chart | None:
    published = index.Publication.CERTAIN
    for series in snapshot.series(index.RecordRequest(ids=(one_id,), publication=published)):
        course, _ = _linked(snapshot, series)
        return _drawn(snapshot, course, (one_id,), options) if course else None
    for fact in _published(snapshot, (one_id,)):
        course = course_of_fact(fact)
        return _drawn(snapshot, course, (one_id,), options) if course else None
    return None


def _again_parts(snapshot: index.Snapshot, one_id: str, options: ChartOptions) -> Chart | None:
    for audit in snapshot.audits(index.RecordRequest(ids=(one_id,))):
        return _parts_of_audit(snapshot, audit, options)
    for fact in _published(snapshot, (one_id,)):
        return _parts_of_flags(snapshot, fact, options)
    return None


def _published(snapshot: index.Snapshot, ids: Sequence[str]) -> tuple[corpus.Fact, ...]:
    return snapshot.facts(
        index.RecordRequest(ids=tuple(ids), publication=index.Publication.CERTAIN)
    )
