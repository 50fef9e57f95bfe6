"""Facts of tables: each number with the headings of its row and column, years as one course."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.cells import CellKind
from corpus.facts.draft import Draft
from corpus.facts.headings import Heading, Role, label_name, read_heading, unit_for, units_in
from corpus.facts.labels import heading_name, join_names
from corpus.facts.statements import Statement
from corpus.facts.table_values import TableValue, cell_values
from corpus.facts.table_words import row_words
from corpus.facts.years import year_context
from corpus.table_lines import row_lines
from corpus.tables import Row, Table, read_tables
from corpus.totals import is_total
from corpus.types import Document, FactKind, FactValue, Passage, Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOptions:
    """Where what a table leaves unsaid is looked for."""

    caption_lines: int = 3
    """A unit stands at most this many printed lines above: title, note on the year, unit."""
    caption_length: int = 240
    """And no further than this many characters."""


_DEFAULTS = TableOptions()
_BETWEEN_PAGES = re.compile(r"\s*(?:[-–]?\s*\d{1,4}\s*[-–]?\s*)?")
_AUDIT = re.compile(r"감사|감찰|반부패|부패방지|적발")
_AUDIT_UNITS = {"건", "개소", "회", "개분야"}
_EVALUATION_UNITS = {"점", "등급", "위"}
# What the budget was at the time tells two figures of one year apart; 실적 and 목표 do not.
_BUDGET_PHASES = {Phase.PROPOSED, Phase.APPROVED, Phase.ADJUSTED, Phase.EXECUTED}


def table_drafts(
    document: Document,
    text: str,
    passages: Sequence[Passage],
    *,
    options: TableOptions = _DEFAULTS,
) -> dict[str, tuple[Draft, ...]]:
    """The facts of every passage that holds rows of a table, by the passage's id.

    A passage that is not in the result holds no table. Each quote is the stretch of the rows that
    hold the fact's values: one line, or the lines of a course that runs down the rows.
    """
    found: dict[str, tuple[Draft, ...]] = {}
    for run in _runs(text, passages):
        tables = read_tables(text, run[0].start, run[-1].end)
        if not tables:
            continue
        drafts: dict[str, list[Draft]] = {one.id: [] for one in run}
        units = units_above(text, run[0].start, options)
        for table in tables:
            for draft in _Reader(document, text, run, table, units).drafts():
                drafts[draft.statement.passage.id].append(draft)
        found.update((key, tuple(value)) for key, value in drafts.items())
    return found


def units_above(text: str, start: int, options: TableOptions = _DEFAULTS) -> tuple[str, ...]:
    """The units that a caption prints in the lines above a table ('(단위: 백만원)')."""
    above = text[max(0, start - options.caption_length) : start]
    lines = [line for line in above.splitlines() if line.strip()]
    for line in reversed(lines[-options.caption_lines :]):
        if line.lstrip().startswith("|"):
            return ()  # another table's
        if units := units_in(line):
            return units
    return ()


def _runs(text: str, passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Passages that hold the rows of one stretch of tables; long tables fill several."""
    run: list[Passage] = []
    for passage in passages:
        if run and _goes_on(text, run, passage):
            run.append(passage)
            continue
        if run:
            yield run
        run = [passage] if _is_table(passage.text) else []
    if run:
        yield run


def _is_table(words: str) -> bool:
    lines = words.splitlines()
    if len(lines) == 1:
        return lines[0].startswith("|") and lines[0].count("|") > 2
    # A table that pages part: its rows stand around a page number.
    return row_lines(lines)[0] or (" | " in lines[0] and any(" | " in one for one in lines[1:]))


def _goes_on(text: str, run: Sequence[Passage], passage: Passage) -> bool:
    first, last = run[0], run[-1]
    gap = text[last.end : passage.start]
    if passage.section_id != first.section_id or not _BETWEEN_PAGES.fullmatch(gap):
        return False
    if "\n" not in gap:
        return True  # a row too long for a passage
    lines = first.text.splitlines()
    head = next((line for line in lines if re.search(r"\w", line)), "")
    return passage.heading_path == (*first.heading_path, re.sub(r"\s+", " ", head))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Point:
    """A number with all that its row and column say about it."""

    row: Row
    order: int
    passage: Passage
    name: str
    measure: str
    year: int | None
    is_year_of_row: bool
    phase: Phase | None
    phase_words: str
    value: TableValue
    flags: tuple[str, ...]
    heading: Heading

    @property
    def course(self) -> tuple[object, ...]:
        """What the points of one course over the years have in common."""
        row = None if self.is_year_of_row else self.order
        unit = (self.value.unit, self.value.krw is not None)
        return (self.passage.id, row, self.name, self.measure, unit, self.value.label)


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
        self.units = units_in(table.note) or corner or units
        # A table after the furniture of a page has the head of the one before it in its path.
        path = tuple(entry for entry in run[0].heading_path if " | " not in entry)
        self.title = heading_name(path)
        above = replace(run[0], heading_path=path)
        base = self._statement(above, above.start, above.start)
        context = year_context(base)
        self.fallback, self.fallback_flags = context.year_at("", 0)
        self.has_down_signs = "▼" in text[table.start : table.end]
        self.has_total_row = any(self._is_total_row(row) for row in table.rows)
        figures = [head for head in self.heads[table.labels :] if head.role is Role.MEASURE]
        self.has_total_column = any(one.is_total for one in figures)

    def drafts(self) -> list[Draft]:
        """Every fact of the table in the order of its rows."""
        found: list[tuple[tuple[int, int], Draft]] = []
        points = [point for order, row in enumerate(self.table.rows) for point in self._row(order, row)]
        for group in _courses(points):
            found.append(((group[0].order, group[0].value.start), self._draft(group)))
        for order, row in enumerate(self.table.rows):
            passage = self._passage(row.start, row.start)
            if passage is not None and row.is_aligned:
                statement = self._statement(passage, row.start, row.end)
                name = self._row_heading(row).name
                for draft in row_words(statement, row, self.heads, self.table, name):
                    found.append(((order, statement.end), draft))
        found.sort(key=lambda one: one[0])
        return [draft for _, draft in found]

    def _row(self, order: int, row: Row) -> Iterator[_Point]:
        heading = self._row_heading(row)
        for column, cell in enumerate(row.cells):
            if cell is None or cell.kind is CellKind.EMPTY:
                continue
            head = self.heads[column] if row.is_aligned else read_heading(())
            if not self._is_measured(row, column, head):
                continue
            for value in cell_values(cell, has_down_signs=self.has_down_signs):
                if not row.is_aligned and value.unit is None:
                    continue  # a number without unit in no certain column says nothing
                passage = self._passage(value.start, value.end)
                if passage is not None:
                    yield self._point(order, row, passage, heading, head, value)

    def _is_measured(self, row: Row, column: int, head: Heading) -> bool:
        if not row.is_aligned:
            return column > 0
        if head.role in {Role.INDEX, Role.UNIT, Role.NOTE, Role.PHONE, Role.DEPARTMENT, Role.TIME}:
            return False
        kind = self.table.kinds[column]
        return column >= max(1, self.table.labels) or (column > 0 and kind is CellKind.FIGURE)

    def _point(
        self,
        order: int,
        row: Row,
        passage: Passage,
        heading: Heading,
        head: Heading,
        value: TableValue,
    ) -> _Point:
        unit, unit_flags = self._unit(row, heading, head, value)
        value = value.with_unit(unit)
        row_year = heading.year if heading.year is not None else self._year_of(row)
        year = head.year if head.year is not None else row_year
        flags = [*unit_flags, *value.flags]
        if value.unit is None:
            flags.append("unit_unknown")
        if not row.is_aligned or (not self.table.heads[0] and not any(self.table.heads)):
            flags.append("column_unknown")
        flags += self._sum_flags(row, heading, head, value)
        return _Point(
            row=row,
            order=order,
            passage=passage,
            name=heading.name,
            measure=head.name,
            year=year,
            is_year_of_row=head.year is None and row_year is not None,
            phase=head.phase or heading.phase,
            phase_words=head.phase_words or heading.phase_words,
            value=value,
            flags=tuple(dict.fromkeys(flags)),
            heading=head if head.account or head.funding_source else heading,
        )

    def _unit(
        self, row: Row, heading: Heading, head: Heading, value: TableValue
    ) -> tuple[str | None, tuple[str, ...]]:
        """The unit a bare number inherits: its column's, its row's, then the whole table's."""
        if value.unit is not None:
            return None, ()
        of_row = self._unit_cell(row) or heading.units
        of_column = head.units
        if of_row and of_column and set(of_row) != set(of_column):
            return None, ("unit_conflict",)
        own = of_column or of_row
        if own:
            return (own[0], ()) if len(own) == 1 else (unit_for(head, own), ())
        if self._has_unit_column:
            return None, ()  # the table says units row by row, and leaves this one out
        for candidate in (head, heading):
            if candidate.name or candidate is heading:
                return unit_for(candidate, self.units), ()
        return None, ()

    @property
    def _has_unit_column(self) -> bool:
        return any(head.role is Role.UNIT for head in self.heads)

    def _unit_cell(self, row: Row) -> tuple[str, ...]:
        if not row.is_aligned:
            return ()
        for head, cell in zip(self.heads, row.cells, strict=True):
            if head.role is Role.UNIT and cell is not None and cell.kind is not CellKind.EMPTY:
                return (re.sub(r"\s+", "", cell.text),)
        return ()

    def _row_heading(self, row: Row) -> Heading:
        """The names at the left of a row as one heading, the group it stands under first."""
        labels = [row.group] if row.group else []
        if not row.is_aligned:
            first = row.cells[0]
            is_name = first is not None and first.kind is CellKind.WORDS
            return read_heading([*labels, first.text] if is_name and first else labels)
        for column in range(self._named_columns()):
            cell = row.cells[column]
            skipped = {Role.INDEX, Role.UNIT, Role.NOTE, Role.PHONE, Role.TIME, Role.DEPARTMENT}
            if cell is None or not cell.text or self.heads[column].role in skipped:
                continue
            if cell.kind is CellKind.WORDS or self.table.kinds[column] is CellKind.WORDS:
                labels.append(cell.text)
        return read_heading(labels)

    def _named_columns(self) -> int:
        """How many columns at the left name the rows: in a table of words alone, the first."""
        before = 0
        for head, kind in zip(self.heads, self.table.kinds, strict=True):
            if kind in {CellKind.FIGURE, CellKind.EMPTY, CellKind.DATE}:
                break
            if before and head.role not in {Role.MEASURE, Role.INDEX, Role.RATE}:
                break
            before += 1
        return before if 0 < before < self.table.width else 1

    def _year_of(self, row: Row) -> int | None:
        """The year that a column of years gives to a row."""
        if not row.is_aligned:
            return None
        for kind, cell in zip(self.table.kinds[: self.table.labels], row.cells, strict=False):
            if kind is CellKind.YEAR and cell is not None and cell.kind is CellKind.YEAR:
                return read_heading((cell.text,)).year
        return None

    def _is_total_row(self, row: Row) -> bool:
        if not row.is_aligned:
            return False
        labels = [cell for cell in row.cells[: max(1, self.table.labels)] if cell is not None]
        return any(is_total(cell.text) for cell in labels)

    def _sum_flags(
        self, row: Row, heading: Heading, head: Heading, value: TableValue
    ) -> list[str]:
        """Which sums of the table a number belongs to; rates belong to none."""
        if heading.is_total or head.is_total:
            return ["total"]
        if heading.is_subtotal or head.is_subtotal:
            return ["subtotal"]
        if head.role is Role.RATE or (value.unit or "").startswith("%"):
            return []
        return ["part"] if self.has_total_row or self.has_total_column else []

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

    def _draft(self, group: Sequence[_Point]) -> Draft:
        """One fact from a number, or from the numbers of one course over the years."""
        first, last = group[0], max(group, key=lambda one: one.year or 0)
        flags = list(dict.fromkeys(flag for one in group for flag in one.flags))
        year = last.year
        if year is None:
            year = self.fallback
            flags += self.fallback_flags
        rows = [one.row for one in group]
        statement = self._statement(
            first.passage, min(one.start for one in rows), max(one.end for one in rows)
        )
        name = self._name(last, is_course=len(group) > 1)
        values = tuple(
            FactValue(
                year=one.year if one.year is not None else year,
                value=one.value.value,
                phase=one.phase or self._phase(one.year),
            )
            for one in sorted(group, key=lambda one: one.year or 0)
        )
        return Draft(
            statement=statement,
            kind=self._kind(name, last.value, is_course=len(group) > 1),
            name=name,
            raw_text=last.value.raw,
            value=last.value.value,
            values=values,
            unit=last.value.unit,
            amount_krw=last.value.krw,
            fiscal_year=year,
            comparator=last.value.comparator,
            account=last.heading.account,
            funding_source=last.heading.funding_source,
            flags=tuple(dict.fromkeys(flags)),
        )

    def _name(self, point: _Point, *, is_course: bool) -> str:
        stage = point.phase_words if point.phase in _BUDGET_PHASES and not is_course else ""
        measure = join_names(point.measure, stage, point.value.label)
        if not point.name:
            return join_names(self.title, measure) or self.document.title
        if is_total(point.name):
            return join_names(self.title, measure, point.name)
        return join_names(point.name, measure)

    def _phase(self, year: int | None) -> Phase | None:
        """A year after the document's own is planned, another past or present."""
        published = self.document.published_on
        years = self.document.fiscal_years
        own = published.year if published else years[0] if years else None
        if year is None or own is None:
            return None
        return Phase.PLANNED if year > own else Phase.ACTUAL

    def _kind(self, name: str, value: TableValue, *, is_course: bool) -> FactKind:
        if value.krw is not None or value.unit == "원":
            return FactKind.BUDGET
        about = f"{self.title} {name}"
        if _AUDIT.search(name) or (_AUDIT.search(about) and value.unit in _AUDIT_UNITS):
            return FactKind.AUDIT
        if value.unit in _EVALUATION_UNITS:
            return FactKind.EVALUATION
        return FactKind.INDICATOR if is_course else FactKind.STATISTIC


def _courses(points: Sequence[_Point]) -> Iterator[list[_Point]]:
    """Points gathered into courses over the years; each other point by itself.

    A phase (실적, 목표) does not part a course as long as every year has one figure.
    """
    groups: dict[tuple[object, ...], list[_Point]] = {}
    for point in points:
        key = point.course if point.year is not None else (point.order, point.value.start)
        groups.setdefault(key, []).append(point)
    for group in groups.values():
        if _is_course(group):
            yield group
            continue
        by_phase: dict[tuple[object, ...], list[_Point]] = {}
        for point in group:
            by_phase.setdefault((point.phase, point.phase_words), []).append(point)
        for part in by_phase.values():
            if _is_course(part):
                yield part
            else:
                yield from ([point] for point in part)


def _is_course(group: Sequence[_Point]) -> bool:
    years = [point.year for point in group]
    is_dated = None not in years and len(set(years)) == len(years)
    return is_dated and all(isinstance(point.value.value, Decimal) for point in group)
