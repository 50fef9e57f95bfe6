"""Illustrations: which of the shown facts have a picture, and which one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import corpus
from assistant.audits import AuditList
from assistant.charts import Chart, PictureOptions, parts, trajectory
from assistant.compositions import compositions_of_facts
from assistant.courses import course_of_fact
from assistant.series import LinkedSeries


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustrations:
    """Charts by the id of the fact that they stand under.

    `audits` are the audits whose parts are drawn there, and need not be drawn in their own place.
    """

    lines: Mapping[str, Chart]
    bars: Mapping[str, Chart]
    audits: frozenset[str]


def illustrate(
    shown: Sequence[corpus.Fact],
    facts: Iterable[corpus.Fact],
    series: Mapping[str, LinkedSeries],
    audits: AuditList,
    options: PictureOptions,
) -> Illustrations:
    """The charts of the shown facts; `facts` are all of the document.

    A fact with a series is drawn with all that the series says, and a total with the parts that an
    audit found to add up to it, or else with those that their flags show. The first of several
    ways to break a total down stands under its fact; under a course of totals there is none, as
    it would not be said of which year it is.
    """
    lines = {fact.id: line for fact in shown if (line := _line(fact, series, options))}
    ids = {fact.id for fact in shown if len({one.year for one in fact.values}) <= 1}
    bars: dict[str, Chart] = {}
    drawn = set()
    for entry in audits.others:
        fact_id = entry.audit.stated.fact_id
        if entry.chart and fact_id in ids and fact_id not in bars:
            bars[fact_id] = entry.chart
            drawn.add(entry.audit.id)
    # A total that contradicts its parts must not be drawn from their flags either.
    reckoned = {entry.audit.stated.fact_id for entry in (*audits.contradictions, *audits.others)}
    for fact_id, composition in compositions_of_facts(facts).items():
        chart = parts(composition, of=(fact_id,), source=None, options=options)
        if chart and fact_id in ids - reckoned:
            bars[fact_id] = chart
    return Illustrations(
        lines=lines,
        bars=bars,
        audits=frozenset(drawn),
    )


def _line(
    fact: corpus.Fact, series: Mapping[str, LinkedSeries], options: PictureOptions
) -> Chart | None:
    linked = series.get(fact.id)
    if linked and linked.course:
        documents = {row.document.id: row.document for row in linked.rows}
        # Of one document alone the page itself says which it is.
        named = documents if linked.is_shared else {}
        return trajectory(linked.course, of=(linked.series.id,), documents=named, options=options)
    course = course_of_fact(fact)
    return trajectory(course, of=(fact.id,), documents={}, options=options) if course else None
