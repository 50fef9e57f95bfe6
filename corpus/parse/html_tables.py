"""Tables of pages as grids: merged cells written out, so that each line holds every column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from corpus.cells import CellKind, cell_kind
from corpus.headwords import is_form_key
from corpus.imprint import PHONE
from corpus.parse.html_elements import BLOCKS, HEADINGS, WORDLESS, is_hidden
from corpus.printed_rows import MOST_HEAD_ROWS
from corpus.table_lines import TableLimits


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLimits:
    """How far merged cells are written out; beyond that a table keeps its cells as they are."""

    most_columns: int = TableLimits().most_columns
    most_written_share: int = 4
    """Cells, and characters, of the grid for each of the page: few tables are half merged cells."""
    always_written: int = 5_000
    """Cells and characters of a grid that is written out whatever its share is."""
    longest_repeated: int = 80
    """Characters of a name that is repeated; a longer cell is a description, printed once."""
    most_paragraphs: int = 2
    """In a cell of a one-row table that holds data; one with more is a page laid out with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table's rows as lines of text, with the parts of it that stand before and after them.

    `titles` are cells over the whole width above the first row ('(단위: 백만원)'); `nested` are the
    tables that stand in cells.
    """

    captions: tuple[LexborNode, ...]
    titles: tuple[str, ...]
    lines: tuple[str, ...]
    nested: tuple[LexborNode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    words: str
    kind: CellKind
    is_head: bool
    right: int
    down: int  # 0: to the end of the group of rows

    @property
    def is_value(self) -> bool:
        return self.kind is CellKind.FIGURE or (self.kind is CellKind.EMPTY and self.words != "")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slot:
    """One place of the grid: the cell that covers it, and how far from that cell's corner it is."""

    cell: _Cell
    across: int = 0
    below: int = 0

    @property
    def is_own(self) -> bool:
        return not self.across and not self.below


@dataclass(slots=True, kw_only=True)
class _Contents:
    """What the cells of a table hold besides words."""

    nested: list[LexborNode]
    headings: int = 0
    lists: int = 0
    paragraphs: int = 0  # in the cell that has most of them

    def is_laid_out(self, full_rows: int, limits: GridLimits) -> bool:
        """Whether a table only arranges parts of a page, told by what its cells hold."""
        is_page = self.nested or self.lists or self.paragraphs > limits.most_paragraphs
        return not full_rows or bool(self.headings) or (full_rows == 1 and bool(is_page))


_Row = list[_Slot | None]
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BAR = re.compile(r"[ \t\r\n\f]*\|[ \t\r\n\f]*")
_SPAN = re.compile(r"\s*\+?(\d{1,6})")
_GROUPS = {"thead": 0, "tbody": 1, "tfoot": 2}


def read_grid(table: LexborNode, limits: GridLimits | None = None) -> Grid | None:
    """The rows of a table element; None where it holds no data but arranges parts of the page.

    A name that spans rows, and a heading that spans columns, is repeated in each of them; a merged
    number stands once and leaves the other places empty, as it is one number. Hidden rows and cells
    are left out. Linear in the size of the table, whatever spans it declares.
    """
    limits = limits or GridLimits()
    contents = _Contents(nested=[])
    captions = tuple(one for one in table.iter() if one.tag == "caption" and not is_hidden(one))
    groups = _groups(table, contents)
    cells = [row for group in groups for row in group]
    full_rows = sum(sum(bool(one.words) for one in row) > 1 for row in cells)
    if contents.is_laid_out(full_rows, limits):
        return None
    rows = _placed(groups, limits)
    if rows is None:
        rows = [[_Slot(cell=one) for one in row] for row in cells]
    titles, body = _titled([row for row in rows if _own_words(row)])
    heads = _head_rows(body)
    width = max((len(row) for row in body), default=0)
    printed = [_printed(row, width, limits, is_head=at < heads) for at, row in enumerate(body)]
    if _length(printed) > _most(sum(len(one.words) for row in cells for one in row), limits):
        printed = [[one.words for one in row] for row in cells if any(one.words for one in row)]
    # Bars at both ends keep the place of an empty first cell; one form for all rows of a table.
    is_framed = any(len(row) > 1 and not row[0] for row in printed)
    return Grid(
        captions=captions,
        titles=titles,
        lines=tuple(_line(row, is_framed=is_framed) for row in printed),
        nested=tuple(contents.nested),
    )


def _groups(table: LexborNode, contents: _Contents) -> list[list[list[_Cell]]]:
    """The cells of each row in each group of rows, as a page shows them: head first, foot last."""
    groups: list[tuple[int, list[list[_Cell]]]] = []
    for group in table.iter():
        place = _GROUPS.get(group.tag or "")
        if place is None or is_hidden(group):
            continue
        rows = [one for one in group.iter() if one.tag == "tr" and not is_hidden(one)]
        groups.append((place, [_cells(row, contents, is_head=place == 0) for row in rows]))
    groups.sort(key=lambda one: one[0])
    return [rows for _, rows in groups]


def _cells(row: LexborNode, contents: _Contents, *, is_head: bool) -> list[_Cell]:
    cells = []
    for node in row.iter():
        if node.tag in {"td", "th"} and not is_hidden(node):
            words = _words(node, contents)
            cells.append(
                _Cell(
                    words=words,
                    kind=cell_kind(words),
                    is_head=is_head or node.tag == "th",
                    right=max(1, _span(node, "colspan")),
                    down=_span(node, "rowspan"),
                )
            )
    return cells


def _span(node: LexborNode, name: str) -> int:
    match = _SPAN.match(node.attributes.get(name) or "")
    return int(match[1]) if match else 1


def _words(cell: LexborNode, contents: _Contents) -> str:
    """The words of a cell on one line, those of tables in it left out; bars part only cells."""
    pieces: list[str] = []
    paragraphs = 0
    waiting = [(cell.iter(include_text=True), "")]
    while waiting:
        children, at_end = waiting[-1]
        child = next(children, None)
        if child is None:
            pieces.append(at_end)
            waiting.pop()
            continue
        tag = child.tag or ""
        if tag == "-text":
            pieces.append(child.text(deep=False))
        elif tag == "table":
            contents.nested.append(child)
        elif tag == "br":
            pieces.append(" ")
        elif tag not in WORDLESS:
            contents.headings += tag in HEADINGS
            contents.lists += tag in {"ul", "ol"}
            paragraphs += tag in {"p", "div"}
            around = " " if tag in BLOCKS else ""
            pieces.append(around)
            waiting.append((child.iter(include_text=True), around))
    contents.paragraphs = max(contents.paragraphs, paragraphs)
    return _BAR.sub("|", _BLANKS.sub(" ", "".join(pieces))).strip(" |")


def _most(own: int, limits: GridLimits) -> int:
    return max(limits.always_written, own * limits.most_written_share)


def _length(printed: Sequence[Sequence[str]]) -> int:
    return sum(len(words) for row in printed for words in row)


def _placed(groups: Sequence[Sequence[Sequence[_Cell]]], limits: GridLimits) -> list[_Row] | None:
    """Every row with an entry for each column; None where the spans go beyond the limits."""
    rows: list[_Row] = []
    own = written = 0
    for group in groups:
        reaching: dict[int, tuple[_Slot, int, int]] = {}
        for order, cells in enumerate(group):
            if not cells:
                continue
            row = _row(cells, order, len(group), reaching, limits)
            own, written = own + len(cells), written + len(row)
            if len(row) > limits.most_columns or written > _most(own, limits):
                return None
            rows.append(row)
    return rows


def _row(
    cells: Sequence[_Cell],
    order: int,
    rows: int,
    reaching: dict[int, tuple[_Slot, int, int]],
    limits: GridLimits,
) -> _Row:
    """Row `order` of a group of `rows`; one that is too wide ends soon after the limit.

    `reaching` holds for a column the cell from above, the row it began in and the row after it.
    """
    row: _Row = []

    def reach_down() -> None:
        while (above := reaching.get(len(row))) is not None and above[2] > order:
            slot, first, _ = above
            row.append(_Slot(cell=slot.cell, across=slot.across, below=order - first))

    for cell in cells:
        reach_down()
        after = order + cell.down if cell.down else rows
        for across in range(min(cell.right, limits.most_columns + 1)):
            above = reaching.get(len(row))
            if across and above is not None and above[2] > order:
                break  # two cells claim one place; the upper one was there first
            slot = _Slot(cell=cell, across=across)
            if after > order + 1:
                reaching[len(row)] = (slot, order, after)
            row.append(slot)
        if len(row) > limits.most_columns:
            return row
    last = max((column for column, above in reaching.items() if above[2] > order), default=-1)
    reach_down()
    while len(row) <= last:
        row.append(None)
        reach_down()
    return row


def _own_words(row: _Row) -> list[str]:
    return [slot.cell.words for slot in row if slot and slot.is_own and slot.cell.words]


def _is_whole(row: _Row) -> bool:
    """Whether one cell is all that a row has: a heading over the whole width."""
    return len({id(slot and slot.cell) for slot in row}) == 1


def _titled(rows: Sequence[_Row]) -> tuple[tuple[str, ...], Sequence[_Row]]:
    """What stands over the whole width above the first row of cells, and the rows from there."""
    first = next((order for order, row in enumerate(rows) if not _is_whole(row)), len(rows))
    return tuple(word for row in rows[:first] for word in _own_words(row)), rows[first:]


def _head_rows(rows: Sequence[_Row]) -> int:
    """How many rows at the top are headings: those marked as such; else the first, and below it
    those that part what it spans, where figures follow.
    """
    own = [
        [slot.cell for slot in row if slot and slot.is_own] for row in rows[: MOST_HEAD_ROWS + 1]
    ]
    plain = [not any(one.is_value for one in row) for row in own]
    if not own or not plain[0]:
        return 0
    is_marked = all(one.is_head for one in own[0])
    if not is_marked and (
        any(one.is_head for one in own[0]) or is_form_key(own[0][0].words) or all(plain)
    ):
        return 0
    heads = 1
    while heads < min(MOST_HEAD_ROWS, len(own)) and plain[heads]:
        goes_on = (
            all(one.is_head for one in own[heads])
            if is_marked
            else any(one.right > 1 or one.down > 1 for one in own[heads - 1])
        )
        if not goes_on:
            break
        heads += 1
    return heads


def _printed(row: _Row, width: int, limits: GridLimits, *, is_head: bool) -> list[str]:
    """The words of each place of a row; cells that a row lacks are missing at its end."""
    if _is_whole(row):
        return _own_words(row)
    words = [
        slot.cell.words
        if slot is not None and (slot.is_own or _is_repeated(slot, column, limits, is_head=is_head))
        else ""
        for column, slot in enumerate(row)
    ]
    return words + [""] * (width - len(words))


def _is_repeated(slot: _Slot, column: int, limits: GridLimits, *, is_head: bool) -> bool:
    """Whether the words of a merged cell hold for a further place: headings, names and times do."""
    cell = slot.cell
    if cell.is_value or len(cell.words) > limits.longest_repeated:
        return False
    if is_head:
        return True
    if slot.across or PHONE.search(cell.words):
        return False
    if cell.kind in {CellKind.YEAR, CellKind.DATE}:
        return True
    return column == 0 or cell.is_head or not re.search(r"\d", cell.words)


def _line(words: Sequence[str], *, is_framed: bool) -> str:
    line = " | ".join(words)
    line = f"| {line} |" if is_framed and len(words) > 1 else line
    return _BLANKS.sub(" ", line).strip()
