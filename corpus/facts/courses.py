"""Numbers of a table, gathered into courses over the years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from corpus.facts.headings import Heading
from corpus.facts.table_values import TableValue
from corpus.records import record
from corpus.tables import Row
from corpus.types import Passage, Period, Phase


@record(frozen=True, slots=True, kw_only=True)
class Point:
    """A number with all that its row and column say about it.

    `offset` counts the years from the document's own, where it is told so (전년도); `period` is the
    span of years that a number is for as a whole. `stage` is the phase as a name says it, where it
    does; `doubts` are what its place in the table leaves open.
    """

    row: Row
    order: int
    passage: Passage
    name: str
    measure: str
    year: int | None
    offset: int | None
    period: Period | None
    is_year_of_row: bool
    phase: Phase | None
    phase_words: str
    stage: str
    value: TableValue
    flags: tuple[str, ...]
    doubts: tuple[str, ...]
    heading: Heading

    @property
    def course(self) -> tuple[object, ...]:
        """What the points of one course over the years have in common."""
        row = None if self.is_year_of_row else self.order
        unit = (self.value.unit, self.value.krw is not None)
        return (self.passage.id, row, self.name, self.measure, unit, self.value.label)


def courses(points: Sequence[Point]) -> Iterator[list[Point]]:
    """Points gathered into courses over the years; each other point by itself.

    A phase (실적, 목표) does not part a course as long as every year has one figure.
    """
    groups: dict[tuple[object, ...], list[Point]] = {}
    for point in points:
        key = point.course if point.year is not None else (point.order, point.value.start)
        groups.setdefault(key, []).append(point)
    for group in groups.values():
        if _is_course(group):
            yield group
            continue
        by_phase: dict[tuple[object, ...], list[Point]] = {}
        for point in group:
            by_phase.setdefault((point.phase, point.phase_words), []).append(point)
        for part in by_phase.values():
            if _is_course(part):
                yield part
            else:
                yield from ([point] for point in part)


def _is_course(group: Sequence[Point]) -> bool:
    years = [point.year for point in group]
    is_dated = None not in years and len(set(years)) == len(years)
    return is_dated and all(isinstance(point.value.value, Decimal) for point in group)
