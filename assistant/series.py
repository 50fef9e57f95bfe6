"""Series across documents: what other documents say of the indicator that a fact is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import corpus
import index
from assistant.courses import Course, as_printed, course_of_series


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesOptions:
    """`most_rows` of one series are shown: more years than any plan looks ahead or back."""

    most_rows: int = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow:
    """What one document says of one year; `printed` is the figure as it stands there."""

    year: int
    printed: str
    phase: corpus.Phase | None
    fact: corpus.Fact
    document: corpus.Document
    is_conflicting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedSeries:
    """A series with the facts and documents that it names; `unlisted` counts the rows left out."""

    series: corpus.Series
    rows: tuple[SeriesRow, ...]
    unlisted: int
    course: Course | None

    @property
    def is_shared(self) -> bool:
        """Whether more than one document has a say in it."""
        return len({row.document.id for row in self.rows}) > 1


def series_of_facts(
    snapshot: index.Snapshot, facts: Sequence[corpus.Fact], options: SeriesOptions
) -> Mapping[str, LinkedSeries]:
    """The published series of the facts, each by the id of the first of them that is a point of it.

    A series that one fact alone tells is left out: the fact says all of it.
    """
    if not facts:
        return {}  # an empty tuple would not narrow
    wanted = tuple(sorted(fact.id for fact in facts))
    found = [
        one
        for one in snapshot.series(
            index.RecordRequest(fact_ids=wanted, publication=index.Publication.CERTAIN)
        )
        if len({point.fact_id for point in one.points}) > 1
    ]
    named = {point.fact_id for one in found for point in one.points[: options.most_rows]}
    if not named:
        return {}
    stated = {
        fact.id: fact for fact in snapshot.facts(index.RecordRequest(ids=tuple(sorted(named))))
    }
    ids = tuple(sorted({fact.document_id for fact in stated.values()}))
    documents = {one.id: one for one in snapshot.documents(index.RecordRequest(ids=ids))}
    linked: dict[str, LinkedSeries] = {}
    for one in found:
        points = {point.fact_id for point in one.points}
        bearer = next((f.id for f in facts if f.id in points and f.id not in linked), None)
        if bearer is not None:
            linked[bearer] = _linked(one, stated, documents, options)
    return linked


def _linked(
    series: corpus.Series,
    facts: Mapping[str, corpus.Fact],
    documents: Mapping[str, corpus.Document],
    options: SeriesOptions,
) -> LinkedSeries:
    rows = tuple(
        SeriesRow(
            year=point.year,
            printed=as_printed(point.value, series.unit, facts[point.fact_id].quote),
            phase=point.phase,
            fact=facts[point.fact_id],
            document=documents[point.document_id],
            is_conflicting=point.year in series.conflicts,
        )
        for point in series.points[: options.most_rows]
        if point.fact_id in facts and point.document_id in documents
    )
    return LinkedSeries(
        series=series,
        rows=rows,
        unlisted=len(series.points) - len(rows),
        course=course_of_series(series, facts),
    )
