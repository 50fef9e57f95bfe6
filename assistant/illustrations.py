"""Illustrations: which of the shown facts have a picture, and which one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import corpus
from assistant.audits import AuditList
from assistant.compositions import compositions_of_facts
from assistant.courses import course_of_fact
from assistant.pictures import BarPicture, LinePicture, PictureOptions, bar_picture, line_picture
from assistant.series import LinkedSeries


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustrations:
    """Pictures by the id of the fact that they stand under.

    `audits` are the audits whose parts are drawn there, and need not be drawn in their own place.
    """

    lines: Mapping[str, LinePicture]
    bars: Mapping[str, BarPicture]
    audits: frozenset[str]


def illustrate(
    shown: Sequence[corpus.Fact],
    facts: Iterable[corpus.Fact],
    series: Mapping[str, LinkedSeries],
    audits: AuditList,
    options: PictureOptions,
) -> Illustrations:
    """The pictures of the shown facts; `facts` are all of the document.

    A fact with a series is drawn with all that the series says, and a total with the parts that an
    audit found to add up to it, or else with those that their flags show. The first of several
    ways to break a total down stands under its fact; under a course of totals there is none, as
    it would not be said of which year it is.
    """
    lines = {fact.id: line for fact in shown if (line := _line(fact, series, options))}
    ids = {fact.id for fact in shown if len({one.year for one in fact.values}) <= 1}
    bars: dict[str, BarPicture] = {}
    drawn = set()
    for entry in audits.others:
        fact_id = entry.audit.stated.fact_id
        if entry.bars and fact_id in ids and fact_id not in bars:
            bars[fact_id] = entry.bars
            drawn.add(entry.audit.id)
    # A total that contradicts its parts must not be drawn from their flags either.
    reckoned = {entry.audit.stated.fact_id for entry in (*audits.contradictions, *audits.others)}
    for fact_id, composition in compositions_of_facts(facts).items():
        picture = bar_picture(composition, options)
        if picture and fact_id in ids - reckoned:
            bars[fact_id] = picture
    return Illustrations(
        lines=lines,
        bars=bars,
        audits=frozenset(drawn),
    )


def _line(
    fact: corpus.Fact, series: Mapping[str, LinkedSeries], options: PictureOptions
) -> LinePicture | None:
    linked = series.get(fact.id)
    course = (linked.course if linked else None) or course_of_fact(fact)
    return line_picture(course, options) if course else None
