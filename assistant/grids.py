"""Grids: the rows and columns of a printed table, read from its own lines with their units.

A table reaches the text in many forms: cells between bars, cells set apart by blanks, one cell a
line, a name with its figures behind it, or pairs of a name and a figure in one line. Each is read
into the same grid, so that a cell is known by the words of its row and its column. The same reader
reads a cited quote again (`assistant.grid_claims`), so what is said of a cell rests on the quote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from assistant.cell_units import (
    Unit,
    printed_unit,
    unit_of_label,
    unit_summed,
    units_listed,
)
from assistant.grid_lines import Line, Piece, is_figure, lines_of, pairs_in, pieces_of, value_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A printed figure: `text` as printed without its unit, `unit` '' where none is certain."""

    text: str
    value: Decimal
    unit: str

    @property
    def said(self) -> str:
        """The figure with its unit, as an answer says it."""
        return f"{self.text}{self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row at text[start:end]: the words that name it and its cells, one a column."""

    label: str
    start: int
    end: int
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table at text[start:end], with the lines right above that tell its unit and name.

    `heads` name the columns, '' for one that has no name; `lead` is what the lines above call it.
    """

    heads: tuple[str, ...]
    rows: tuple[GridRow, ...]
    start: int
    end: int
    lead: str


_REMEMBERED = 256
"""Documents whose grids are kept: the same ones come up in many questions."""
_UNIT_LINE = re.compile(r"[(\[<]?\s?단\s?위\s?[:：]\s?(?P<units>[^)\]>\n]{1,40})")
_UNIT_COLUMN = re.compile(r"단\s?위")
_LEAD_LINES = 2
_PROSE = (".", "다", "요")
_LONGEST_LEAD = 80
_FEWEST_STACKED = 2
_LONGEST_NAME = 4  # words
# Another figure or a break of thought in a name: '상반기 30억 집행… 목표율'.
_TELLS = re.compile(r"\d|…|\.\.|[,!?“”\"]")
_LONGEST_STACKED = 24


@lru_cache(maxsize=_REMEMBERED)
def grids_of(text: str) -> tuple[Grid, ...]:
    """Every grid of a text in order; linear in its length."""
    lines = lines_of(text)
    found: list[Grid] = []
    at = 0
    while at < len(lines):
        grid, behind = _grid_at(lines, at)
        if grid is not None:
            found.append(grid)
        at = max(behind, at + 1)
    return tuple(found)


def _grid_at(lines: Sequence[Line], at: int) -> tuple[Grid | None, int]:
    """The grid whose head stands in a line, and the line behind it."""
    for read in (_stacked, _headed, _paired):
        found = read(lines, at)
        if found is not None:
            return found
    return None, at + 1


def _headed(lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """A head of column names with rows of as many cells below it."""
    head = pieces_of(lines[at], as_head=True)
    if (
        len(head) < 2
        or len(pairs_in(lines[at])) > 1
        or _UNIT_LINE.search(lines[at].text)
        or all(is_figure(one.text) for one in head)
    ):
        return None
    behind = at + 1
    rows: list[tuple[Line, tuple[Piece, ...]]] = []
    if any(is_figure(one.text) and not _is_year(one.text) for one in head[1:]):
        if len(head) != 2 or "|" not in lines[at].text:
            return None
        # Two columns without a head ('이월액 | 120'): the first line is a row like the others.
        nameless = Piece(text="", start=lines[at].start)
        rows, head = [(lines[at], head)], (nameless, nameless)
    while behind < len(lines):
        line = lines[behind]
        if line.is_rule or (not rows and _UNIT_LINE.match(line.text)):
            behind += 1
            continue
        cells = pieces_of(line, like=head)
        is_row = len(cells) == len(head) or (len(cells) == len(head) - 1 and not rows)
        if line.is_apart or not is_row or not any(is_figure(one.text) for one in cells):
            break
        if len(cells) < len(head) and not all(is_figure(one.text) for one in cells):
            break
        rows.append((line, cells))
        behind += 1
    if not rows or (len(rows) == 1 and (rows[0][0] is lines[at] or _is_headline(*rows[0]))):
        return None
    if all(is_figure(one.text) for one in rows[0][1]) and not _is_year_first(rows):
        is_named = len(rows[0][1]) < len(head)
        nameless = Piece(text="", start=rows[0][0].start)
        rows = [(line, (nameless, *cells)) for line, cells in rows[:1]]
        head = head if is_named else (nameless, *head)
        behind = min(behind, at + 2 + sum(one.is_rule for one in lines[at : at + 3]))
    elif len(rows[0][1]) < len(head):
        return None
    grid = _grid(lines, at, head, rows)
    return (grid, behind) if grid is not None else None


def _is_headline(line: Line, cells: Sequence[Piece]) -> bool:
    """Whether the only row below a 'head' is a line of words that happens to end in a figure."""
    is_ruled = "|" in line.text or len(cells) > 2
    name = cells[0].text
    return not is_ruled and (len(name.split()) > _LONGEST_NAME or _TELLS.search(name) is not None)


def _is_year_first(rows: Sequence[tuple[Line, tuple[Piece, ...]]]) -> bool:
    """Whether rows begin with a year, which names them though it is a number."""
    return all(_is_year(cells[0].text) for _, cells in rows)


def _is_year(text: str) -> bool:
    return re.match(r"['‘’`]\d\d(?!\d)|(?:19|20)\d\d(?![\d,.])", text) is not None


def _stacked(lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """A table that was set down one cell a line: names, then a name and its figures in turn."""
    width = 0
    while at + width < len(lines) and _is_stackable(lines[at + width]):
        if is_figure(lines[at + width].text):
            break
        width += 1
    width -= 1  # the last line of words is the name of the first row
    if width < _FEWEST_STACKED:
        return None
    head = tuple(Piece(text=one.text, start=one.start) for one in lines[at : at + width])
    rows: list[tuple[Line, tuple[Piece, ...]]] = []
    behind = at + width
    while behind + width <= len(lines):
        group = lines[behind : behind + width]
        cells = tuple(Piece(text=one.text, start=one.start) for one in group)
        is_row = all(map(_is_stackable, group)) and not is_figure(cells[0].text)
        if not is_row or not all(is_figure(one.text) for one in cells[1:]):
            break
        rows.append((replace(group[0], end=group[-1].end), cells))
        behind += width
    grid = _grid(lines, at, head, rows) if rows else None
    return (grid, behind) if grid is not None else None


def _is_stackable(line: Line) -> bool:
    is_short = 0 < len(line.text) <= _LONGEST_STACKED
    return is_short and not line.is_apart and len(pieces_of(line)) == 1


def _paired(lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """Pairs of a name and a figure in one line: '2021 74 | 2022 55'."""
    pairs = pairs_in(lines[at])
    if len(pairs) < 2:
        return None
    nameless = Piece(text="", start=lines[at].start)
    grid = _grid(lines, at, (nameless, nameless), [(lines[at], pair) for pair in pairs])
    if grid is not None and at and not lines[at].is_apart:
        grid = _of_total(grid, lines[at - 1])
    return (grid, at + 1) if grid is not None else None


def _of_total(grid: Grid, above: Line) -> Grid:
    """The grid of pairs in the unit of the total above that they add up to, if there is one."""
    cells = [cell for row in grid.rows for cell in row.cells if cell is not None]
    unit = unit_summed(above.text, [one.value for one in cells])
    if not unit or any(one.unit for one in cells):
        return grid
    rows = [
        replace(row, cells=tuple(one and replace(one, unit=unit) for one in row.cells))
        for row in grid.rows
    ]
    lead = above.text.strip(" ○□■-·•※")
    return replace(grid, rows=tuple(rows), start=above.start, lead=grid.lead or lead)


def _grid(
    lines: Sequence[Line],
    at: int,
    head: Sequence[Piece],
    rows: Sequence[tuple[Line, tuple[Piece, ...]]],
) -> Grid | None:
    """The grid of a head and its rows, each cell with the unit that is certain for it."""
    start, lead, listed = _above(lines, at)
    inner = _UNIT_LINE.search(" ".join(one.text for one in lines[at + 1 : at + 2]))
    listed = listed or (units_listed(inner["units"]) if inner else ())
    measured = [
        n
        for n in range(1, len(head))
        if any(is_figure(cells[n].text) for _, cells in rows) and not _is_unit(head[n].text)
    ]
    if not measured:
        return None
    named = [n for n in range(1, len(head)) if n not in measured and not _is_unit(head[n].text)]
    named = [n for n in named if n < measured[0]]
    firsts = [cells[0].text for _, cells in rows]
    named = named if len(set(firsts)) < len(firsts) else []
    unit_at = next((n for n in range(1, len(head)) if _is_unit(head[n].text)), None)
    read = []
    for line, cells in rows:
        label = " ".join(filter(None, (cells[n].text for n in (0, *named))))
        of_row = unit_of_label(label) or (
            printed_unit(cells[unit_at].text) if unit_at is not None else ""
        )
        read.append(
            GridRow(
                label=label,
                start=line.start,
                end=line.end,
                cells=tuple(
                    _cell(cells[n].text, Unit(row=label, head=head[n].text, own=of_row), listed)
                    for n in measured
                ),
            )
        )
    return Grid(
        heads=tuple(head[n].text for n in measured),
        rows=tuple(read),
        start=start,
        end=read[-1].end,
        lead=lead,
    )


def _is_unit(head: str) -> bool:
    return _UNIT_COLUMN.fullmatch(head.strip()) is not None


def _cell(text: str, unit: Unit, listed: Sequence[str]) -> Cell | None:
    read = value_of(text)
    if read is None:
        return None
    printed, value, own = read
    return Cell(text=printed, value=value, unit=own or unit.decided(listed))


def _above(lines: Sequence[Line], at: int) -> tuple[int, str, tuple[str, ...]]:
    """Where the unit of a table stands, what the lines above call it, and the units listed.

    Only what is printed between the table and the prose, list or table before it is looked at.
    """
    start, said, listed = lines[at].start, list[str](), tuple[str, ...]()
    for line in reversed(lines[max(0, at - _LEAD_LINES) : at]):
        if line.is_rule or (len(pieces_of(line)) > 2 and "단위" not in line.text):
            break
        match = _UNIT_LINE.search(line.text)
        words = line.text[: match.start()] + line.text[match.end() :] if match else line.text
        if match and not listed:
            start, listed = line.start, units_listed(match["units"])
        elif match or any(is_figure(one) for one in words.split()[1:]):
            break
        words = words.strip(" ()[]<>|\t")
        if words and len(words) <= _LONGEST_LEAD and not words.endswith(_PROSE):
            said.append(words)
            start = line.start
        if words:
            break
    return start, " ".join(reversed(said)), listed
