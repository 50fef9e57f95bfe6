"""Which passages hold the rows of one stretch of tables, and what stands above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.cells import CellKind
from corpus.facts.headings import is_unit, is_unit_caption, read_heading, units_in
from corpus.facts.table_values import cell_values
from corpus.paired_rows import pairs_of
from corpus.spaced_cells import ends_in_figure
from corpus.table_lines import row_lines
from corpus.tables import Table, read_tables
from corpus.told_rows import told_rows
from corpus.types import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionOptions:
    """Where the unit of a whole table is looked for."""

    lines: int = 3
    """It stands at most this many printed lines above: title, note on the year, unit."""
    length: int = 240
    """And no further than this many characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TabledRun:
    """Passages that hold one stretch of tables, in order, the tables, and the units above them."""

    passages: tuple[Passage, ...]
    tables: tuple[Table, ...]
    units: tuple[str, ...]


def tabled_runs(
    text: str, passages: Sequence[Passage], options: CaptionOptions | None = None
) -> tuple[TabledRun, ...]:
    """Every stretch of tables of a document whose rows could be read as tables."""
    found: list[TabledRun] = []
    for run in table_runs(text, passages):
        tables = read_tables(text, run[0].start, run[-1].end)
        if not tables:
            continue
        if found:
            tables = (_under_head(text, found[-1].tables[-1], tables[0]), *tables[1:])
        units = units_above(text, run[0].start, options) or units_below(text, run[-1].end)
        units = units or unit_of_total(text, run[0].start, tables)
        found.append(TabledRun(passages=tuple(run), tables=tables, units=units))
    return tuple(found)


def _under_head(text: str, above: Table, table: Table) -> Table:
    """The table, with the head of the one above where only a heading parts the two.

    The groups of one table then stand under headings, and its head over the first of them:
    '지표 | 2031 | 2032', rows, '[전략 2] …', rows.
    """
    between = [one for one in text[above.end : table.start].splitlines() if one.strip()]
    is_below = len(between) == 1 and len(between[0].strip()) <= _LONGEST_HEADING
    is_alike = above.kinds == table.kinds and above.has_head and not table.has_head
    is_timed = sum(read_heading(one).year is not None for one in above.heads) >= _FEWEST_YEARS
    if not (is_below and is_alike and is_timed and all(one.is_aligned for one in table.rows)):
        return table
    return replace(table, has_head=True, heads=above.heads, labels=above.labels)


_TRAILING_UNIT = re.compile(r"\(\s?(%|[가-힣]{1,3}(?:\s?원)?)\s?\)\s*$")
_NOTE_MARKS = "※* \t"
_FEWEST_PARTS = 2
_FEWEST_YEARS = 2  # columns of years in a head that stands over several groups of rows
_LONGEST_HEADING = 60  # characters of the heading between two groups
_ABOVE = 120  # characters above a table in which what tells that it is one stands
_BELOW = 120  # characters in which the unit below a table is looked for
_BETWEEN_PAGES = re.compile(r"\s*(?:[-–]?\s*\d{1,4}\s*[-–]?\s*)?")


def units_above(text: str, start: int, options: CaptionOptions | None = None) -> tuple[str, ...]:
    """The units that a caption prints in the lines above a table ('(단위: 백만원)')."""
    options = options or CaptionOptions()
    above = text[max(0, start - options.length) : start]
    lines = [line for line in above.splitlines() if line.strip()]
    for line in reversed(lines[-options.lines :]):
        if line.lstrip().startswith("|") or " | " in line:
            return ()  # another table's
        if units := units_in(line):
            return units
        trailing = _TRAILING_UNIT.search(line)
        if trailing is not None and is_unit(trailing[1]):
            return (trailing[1].replace(" ", ""),)  # '3. 연도별 투자계획 (억원)'
    return ()


def units_below(text: str, end: int) -> tuple[str, ...]:
    """The units that the line below a table prints and nothing else: '※ 단위: 억원'.

    A caption with another table right below it is that table's.
    """
    below = text[end : end + _BELOW].splitlines()
    lines = [line.lstrip(_NOTE_MARKS) for line in below if line.strip()]
    if not lines or not is_unit_caption(lines[0]):
        return ()
    is_above_another = len(lines) > 1 and (" | " in lines[1] or lines[1].lstrip().startswith("|"))
    return () if is_above_another else units_in(lines[0])


_TOTAL = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>%|[가-힣]{1,4})")


def unit_of_total(text: str, start: int, tables: Sequence[Table]) -> tuple[str, ...]:
    """The unit of the total in the line above a list whose figures add up to it; () for none.

    '재정상 조치 3건 450백만원' above '회수 300 | 추징 150' gives 백만원.
    """
    if len(tables) != 1 or not tables[0].is_list:
        return ()
    cells = [row.cells[-1] for row in tables[0].rows]
    values = [
        cell_values(cell, has_down_signs=False)[:1]
        for cell in cells
        if cell is not None and cell.kind is not CellKind.EMPTY
    ]
    figures = [one[0].value for one in values if one and one[0].unit is None]
    if len(figures) < _FEWEST_PARTS or len(figures) < len(values) or None in figures:
        return ()
    total = sum(one for one in figures if one is not None)
    above = next((one for one in reversed(text[:start][-_ABOVE:].splitlines()) if one.strip()), "")
    units = {
        one["unit"]
        for one in _TOTAL.finditer(above)
        if Decimal(one["digits"].replace(",", "")) == total and is_unit(one["unit"])
    }
    return tuple(units) if len(units) == 1 else ()


def table_runs(text: str, passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Passages that hold the rows of one stretch of tables; long tables fill several."""
    run: list[Passage] = []
    for passage in passages:
        if run and _goes_on(text, run, passage):
            run.append(passage)
            continue
        if run:
            yield run
        run = [passage] if _is_table(text, passage) else []
    if run:
        yield run


def _is_table(text: str, passage: Passage) -> bool:
    lines = passage.text.splitlines()
    if len(lines) == 1:
        bars = lines[0].count(" | ")
        is_framed = lines[0].startswith("|") and lines[0].count("|") > 2
        return bars > 1 or is_framed or pairs_of(lines[0]) is not None
    # A table that pages part: its rows stand around a page number.
    if row_lines(lines)[0] or (" | " in lines[0] and any(" | " in one for one in lines[1:])):
        return True
    if not any(map(ends_in_figure, lines)):
        return False
    # Rows of a name and a figure are told by the unit above them.
    above = text[max(0, passage.start - _ABOVE) : passage.start].splitlines()
    return len(above) in told_rows([*above, *lines])


def _goes_on(text: str, run: Sequence[Passage], passage: Passage) -> bool:
    first, last = run[0], run[-1]
    gap = text[last.end : passage.start]
    if passage.section_id != first.section_id or not _BETWEEN_PAGES.fullmatch(gap):
        return False
    if "\n" not in gap:
        return True  # a row too long for a passage
    path = passage.heading_path  # the head of the table is the last
    return bool(path) and path[:-1] == first.heading_path
