"""Facts of tables: each number with the headings of its row and column, years as one course."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.cells import Cell, CellKind
from corpus.facts.courses import Point, courses
from corpus.facts.doubts import YEAR_UNSURE
from corpus.facts.draft import Draft
from corpus.facts.flags import WHOLE_PERIOD
from corpus.facts.headings import Heading, Role, read_heading, units_in
from corpus.facts.labels import join_names
from corpus.facts.statements import Statement
from corpus.facts.table_doubts import place_doubts, told_doubts
from corpus.facts.table_kinds import lists_indicators, number_kind
from corpus.facts.table_limits import bound_of
from corpus.facts.table_names import (
    caption_of,
    listed_name,
    measure_of,
    number_name,
    staged_columns,
)
from corpus.facts.table_rows import RowNames, follows_key
from corpus.facts.table_runs import TabledRun
from corpus.facts.table_units import BUDGET_PHASES, TableUnits, columns_of_own_units
from corpus.facts.table_values import TableValue, cell_values
from corpus.facts.table_words import row_words
from corpus.facts.table_years import (
    OPEN_PERIOD,
    is_of_part_of_year,
    is_of_several_years,
    is_year_column,
    period_of,
    phase_of,
    year_compared,
    year_of_row,
)
from corpus.facts.years import year_context
from corpus.headwords import is_total
from corpus.tables import Row, Table
from corpus.types import Document, FactValue, Passage

_NO_HEADING = read_heading(())
_NEAREST = 2  # headings above a table
_NEAR = 60  # characters before and behind it


def table_drafts(
    document: Document, text: str, runs: Sequence[TabledRun]
) -> dict[str, tuple[Draft, ...]]:
    """The facts of every passage that holds rows of a table, by the passage's id.

    A passage that is not in the result holds no table. Each quote is the stretch of the rows that
    hold the fact's values: one line, or the lines of a course that runs down the rows.
    """
    found: dict[str, tuple[Draft, ...]] = {}
    for run in runs:
        drafts: dict[str, list[Draft]] = {one.id: [] for one in run.passages}
        for table in run.tables:
            for draft in _Reader(document, text, run.passages, table, run.units).drafts():
                drafts[draft.statement.passage.id].append(draft)
        found.update((key, tuple(value)) for key, value in drafts.items())
    return found


class _Reader:
    """Reads the facts of one table."""

    def __init__(
        self,
        document: Document,
        text: str,
        run: Sequence[Passage],
        table: Table,
        units: tuple[str, ...],
    ) -> None:
        self.document, self.text, self.run, self.table = document, text, run, table
        self.starts = [one.start for one in run]
        self.heads = tuple(read_heading(labels) for labels in table.heads)
        corner = self.heads[0].units if table.labels else ()
        self.is_headless = not table.has_head
        self.units = TableUnits(self.heads, units_in(table.note) or corner or units)
        # A table after the furniture of a page has the head of the one before it in its path.
        path = tuple(entry for entry in run[0].heading_path if " | " not in entry)
        self.caption = caption_of(path, document)
        self.said = _around(text, table.start, table.end, document.title, path)
        self.is_of_years = is_of_several_years(" ".join((*path[-1:], table.note)))
        above = replace(run[0], heading_path=path)
        base = self._statement(above, above.start, above.start)
        context = year_context(base)
        self.fallback, self.fallback_flags = context.year_at("", 0)
        self.lists_indicators = lists_indicators(table.heads[: table.labels])
        self.has_down_signs = "▼" in text[table.start : table.end]
        self.names = RowNames(table, self.heads)
        self.rows = self.names.headings
        self.staged = staged_columns(self.heads)
        self.own_units = columns_of_own_units(table)
        self.summed = self._summed_columns()
        figures = [head for head in self.heads[table.labels :] if head.role is Role.MEASURE]
        self.has_total_column = any(one.is_total for one in figures)
        self.dated = [head for head in self.heads if head.year is not None or head.period]

    def drafts(self) -> list[Draft]:
        """Every fact of the table in the order of its rows."""
        found: list[tuple[tuple[int, int], Draft]] = []
        points = [
            point for order, row in enumerate(self.table.rows) for point in self._row(order, row)
        ]
        for group in courses(points):
            found.append(((group[0].order, group[0].value.start), self._draft(group)))
        for order, row in enumerate(self.table.rows):
            passage = self._passage(row.start, row.end)
            if passage is not None and row.is_aligned:
                statement = self._statement(passage, row.start, row.end)
                names = [self.rows[order].name] * len(row.cells)
                if self.is_headless:
                    names = [
                        self.names.beside_cell(row, column).name for column in range(len(row.cells))
                    ]
                for draft in row_words(statement, row, self.heads, self.table, names):
                    found.append(((order, statement.end), draft))
        found.sort(key=lambda one: one[0])
        return [draft for _, draft in found]

    def _row(self, order: int, row: Row) -> Iterator[Point]:
        heading = self.rows[order]
        for column, cell in enumerate(row.cells):
            if cell is None or cell.kind is CellKind.EMPTY:
                continue
            if not self._is_measured(row, column, self._head(row, column)):
                continue
            if self.is_headless:
                heading = self.names.beside_cell(row, column)
            for value in cell_values(cell, has_down_signs=self.has_down_signs):
                if value.unit is None and not self._is_placed(row, cell):
                    continue
                passage = self._passage(value.start, value.end)
                if passage is not None:
                    yield self._point(order, row, column, passage, heading, value)

    def _is_placed(self, row: Row, cell: Cell) -> bool:
        """Whether it is certain what a bare number is: by its column, or the words beside it.

        Where no column says so, 2021 is a year, and a number beside a number is anything.
        """
        if not row.is_aligned:
            return False
        if not self.is_headless and not self.names.is_named(row):
            return False
        at = row.cells.index(cell)
        if self.table.heads[at]:
            return True
        beside = row.cells[at - 1] if at else None
        is_named = beside is not None and beside.kind is CellKind.WORDS
        return self.is_headless and is_named and cell.kind is not CellKind.YEAR

    def _head(self, row: Row, column: int) -> Heading:
        return self.heads[column] if row.is_aligned else _NO_HEADING

    def _is_measured(self, row: Row, column: int, head: Heading) -> bool:
        if not row.is_aligned:
            return column > 0
        if head.role in {Role.INDEX, Role.UNIT, Role.NOTE, Role.PHONE, Role.DEPARTMENT, Role.TIME}:
            return False
        if is_year_column(self.table, column):
            return False
        return column not in self.names.named and (column > 0 or not self.is_headless)

    def _point(
        self,
        order: int,
        row: Row,
        column: int,
        passage: Passage,
        heading: Heading,
        value: TableValue,
    ) -> Point:
        head = self._head(row, column)
        unit: str | None = None
        unit_flags: tuple[str, ...] = ()
        if value.unit is None:
            unit, unit_flags = self.units.inherited(row, heading, column)
        value = value.with_unit(unit)
        row_year = heading.year if heading.year is not None else year_of_row(row, self.table)
        year = head.year if head.year is not None else row_year
        if year is None and row.is_aligned:
            year = year_compared(self.heads, column)
        period = period_of(heading, head, self.dated, self.heads) if year is None else None
        is_dated = is_year_column(self.table, 0) or self.table.kinds[0] is CellKind.YEAR
        first = row.cells[0] if is_dated else None
        if period is None and year is None and first is not None and is_total(first.text):
            period = OPEN_PERIOD  # the row under the rows of years is for all of them
        offset = head.offset if head.offset is not None else heading.offset
        if period is None and year is None and offset is None and self.is_of_years:
            period = OPEN_PERIOD  # '5개 분야 48개 과제에 5년간 총 1,262억원 투입'
        measure = measure_of(self.heads, column, self.table.labels) if row.is_aligned else ""
        bound = bound_of(value, heading.name, measure, self.said, self.text[value.end :][:2])
        value = replace(value, comparator=value.comparator or bound.comparator)
        flags = [*unit_flags, *value.flags, *bound.flags]
        if value.unit is None:
            flags.append("unit_unknown")
        is_told = self.table.is_list or column in self.own_units or follows_key(row, column)
        if not row.is_aligned or not (self.table.heads[column] or is_told):
            flags.append("column_unknown")
        flags += self._sum_flags(column, heading, head, value)
        if head.is_change or heading.is_change:
            flags.append("change")
        return Point(
            row=row,
            order=order,
            passage=passage,
            name=heading.name,
            measure=measure,
            year=year,
            offset=offset,
            period=period,
            is_year_of_row=head.year is None and row_year is not None,
            phase=head.phase or heading.phase,
            phase_words=head.phase_words or heading.phase_words,
            stage=self._stage(head, heading, column),
            value=value,
            flags=tuple(dict.fromkeys(flags)),
            doubts=(
                *bound.doubts,
                *place_doubts(row, column, head, heading, value, self.units),
                *((YEAR_UNSURE,) if year is None and is_of_part_of_year(row) else ()),
            ),
            heading=head if head.account or head.funding_source else heading,
        )

    def _stage(self, head: Heading, heading: Heading, column: int) -> str:
        """The phase as the name of a number has to say it, whatever its years say."""
        if column in self.staged:
            return head.phase_words
        return heading.phase_words if not heading.name and not head.phase_words else ""

    def _summed_columns(self) -> frozenset[int]:
        """The columns for which a row of totals gives a figure."""
        summed: set[int] = set()
        for row, heading in zip(self.table.rows, self.rows, strict=True):
            if row.is_aligned and heading.is_total:
                cells = enumerate(row.cells)
                summed |= {at for at, one in cells if one and one.kind is CellKind.FIGURE}
        return frozenset(summed)

    def _sum_flags(
        self, column: int, heading: Heading, head: Heading, value: TableValue
    ) -> list[str]:
        """Which sums of the table a number belongs to; rates belong to none."""
        if heading.is_total or head.is_total:
            return ["total"]
        if heading.is_subtotal or head.is_subtotal:
            return ["subtotal"]
        if head.role is Role.RATE or (value.unit or "").startswith("%"):
            return []
        is_part = column in self.summed or (self.has_total_column and not head.is_change)
        return ["part"] if is_part else []

    def _passage(self, start: int, end: int) -> Passage | None:
        passage = self.run[max(0, bisect_right(self.starts, start) - 1)]
        return passage if passage.start <= start and end <= passage.end else None

    def _statement(self, passage: Passage, start: int, end: int) -> Statement:
        start, end = max(start, passage.start), min(end, passage.end)
        return Statement(
            document=self.document,
            passage=passage,
            start=start,
            end=end,
            text=self.text[start:end],
            text_start=start,
            is_item=True,
            is_imprint=False,
            is_row=True,
        )

    def _row_start(self, row: Row, *, is_course: bool) -> int:
        """Where a quote of a row begins: a course needs the year that spans down from above."""
        if not is_course or not row.is_aligned:
            return row.start
        years = [
            cell.start for cell in row.cells if cell is not None and cell.kind is CellKind.YEAR
        ]
        above = min(years, default=row.start)
        return row.start if above >= row.start else self.text.rfind("\n", 0, above) + 1

    def _draft(self, group: Sequence[Point]) -> Draft:
        """One fact from a number, or from the numbers of one course over the years."""
        first, last = group[0], max(group, key=lambda one: one.year or 0)
        flags = list(dict.fromkeys(flag for one in group for flag in one.flags))
        year = last.year
        if year is None and last.period is not None:
            flags.append(WHOLE_PERIOD)
        elif year is None and self.fallback is not None:
            year = self.fallback + (last.offset or 0)
            flags += self.fallback_flags
        rows = [one.row for one in group]
        begin = min(self._row_start(one.row, is_course=len(group) > 1) for one in group)
        statement = self._statement(first.passage, begin, max(one.end for one in rows))
        name = self._name(last, has_one_phase=len({one.phase for one in group}) == 1)
        values = tuple(
            FactValue(
                year=one.year if one.year is not None else year,
                value=one.value.value,
                phase=one.phase or phase_of(one.year, self.document, self.caption.title),
            )
            for one in sorted(group, key=lambda one: one.year or 0)
        )
        kind = number_kind(
            self.caption.title,
            name,
            last.value,
            is_course=len(group) > 1 or (self.lists_indicators and last.stage != ""),
            lists_indicators=self.lists_indicators,
        )
        return Draft(
            statement=statement,
            kind=kind,
            name=name,
            raw_text=last.value.raw,
            value=last.value.value,
            values=values,
            unit=last.value.unit,
            amount_krw=last.value.krw,
            fiscal_year=year,
            period=None if last.period == OPEN_PERIOD else last.period,
            comparator=last.value.comparator,
            account=last.heading.account,
            funding_source=last.heading.funding_source,
            flags=tuple(dict.fromkeys(flags)),
            doubts=(
                *(doubt for one in group for doubt in one.doubts),
                *told_doubts(name, last, self.caption, kind),
            ),
        )

    def _name(self, point: Point, *, has_one_phase: bool) -> str:
        is_budget = point.phase in BUDGET_PHASES and has_one_phase
        stage = point.stage or (point.phase_words if is_budget else "")
        measure = join_names(point.measure, stage, point.value.label)
        if self.table.is_list and not point.row.group:
            return listed_name(self.caption, self.document, point.name, measure)
        return number_name(self.caption, self.document, point.name, measure)


def _around(text: str, start: int, end: int, title: str, path: Sequence[str]) -> str:
    """What stands over and under a table, which may say what all of its figures are."""
    return " ".join(
        (title, *path[-_NEAREST:], text[max(0, start - _NEAR) : start], text[end : end + _NEAR])
    )
