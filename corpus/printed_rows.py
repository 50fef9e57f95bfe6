"""Rows of tables as they are printed, one a line, and where another table begins among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.cells import Cell, CellKind, cell_kind
from corpus.sentences import trimmed
from corpus.spaced_cells import Spans
from corpus.table_lines import Style, TableLimits, TableLine, table_line
from corpus.told_rows import told_rows

MOST_HEAD_ROWS = 3
"""The most rows of headings, each spanning those below it, that plans print over a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRow:
    """A row as printed; `is_apart` says that an empty line stands before it.

    `opens_frame` says that it is the first in a box, `has_rule_below` that Markdown's line of
    dashes stands below it.
    """

    start: int
    end: int
    style: Style
    cells: tuple[Cell, ...]
    is_apart: bool
    opens_frame: bool = False
    has_rule_below: bool = False

    @property
    def has_value(self) -> bool:
        """Whether it prints a figure, or the dash that stands for none; a head does neither."""
        return any(
            one.kind is CellKind.FIGURE or (one.kind is CellKind.EMPTY and one.text != "")
            for one in self.cells
        )

    @property
    def words(self) -> tuple[str, ...]:
        """The texts of its cells."""
        return tuple(one.text for one in self.cells)


_EMPHASIS = "* "  # Markdown's bold, and the star that points to a note
_NEW_FRAME = re.compile(r"[┌┏╔]")
_MARKDOWN_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")


def printed_rows(text: str, start: int, end: int, limits: TableLimits) -> list[PrintedRow]:
    """Every row in text[start:end]; rules are kept as what they say of the rows beside them."""
    found: list[PrintedRow] = []
    is_apart = opens_frame = False
    position = start
    lines = text[start:end].splitlines(keepends=True)
    told = _told(lines, limits)
    for order, raw in enumerate(lines):
        stop = position + len(raw)
        if order in told:
            for read in _told_lines(text, (position, stop), told[order]):
                found.append(_line(text, read, is_apart=is_apart, opens_frame=opens_frame))
                is_apart = opens_frame = False
            position = stop
            continue
        one = table_line(text, position, stop, is_loose=True, limits=limits)
        if one is None and raw.strip():
            one = _whole_line(text, position, stop)
        if one is None:
            is_apart = is_apart or not raw.strip()
        elif one.is_rule:
            line = text[one.start : one.end]
            opens_frame = opens_frame or _NEW_FRAME.match(line) is not None
            if found and _MARKDOWN_RULE.fullmatch(line) and not is_apart:
                found[-1] = replace(found[-1], has_rule_below=True)
        else:
            found.append(_line(text, one, is_apart=is_apart, opens_frame=opens_frame))
            is_apart = opens_frame = False
        position = stop
    return found


def _told(lines: Sequence[str], limits: TableLimits) -> dict[int, tuple[Spans, ...]]:
    """The cells of the lines that no sign of their own parts for certain, by their order.

    Where wider gaps part every line these tell its cells; a bar anywhere tells of another form.
    """
    is_bare = not any("|" in line or " / " in line for line in lines)
    rows = told_rows(lines, is_table=is_bare)
    read = (table_line(lines[at], 0, len(lines[at]), is_loose=True, limits=limits) for at in rows)
    is_wide = all(one is not None and one.style is Style.BLANKS for one in read)
    return {} if is_wide else rows


def _told_lines(text: str, line: tuple[int, int], rows: Sequence[Spans]) -> list[TableLine]:
    """The rows of one line, each of which is quoted with the whole line and all of its cells."""
    start, end = trimmed(text, *line)
    return [
        TableLine(
            start=start,
            end=max(end, line[0] + cells[-1][1]),
            style=Style.TOLD,
            cells=tuple((line[0] + first, line[0] + last) for first, last in cells),
        )
        for cells in rows
    ]


def _whole_line(text: str, start: int, end: int) -> TableLine | None:
    """A cell over the whole width, which prints no bars; None for the number of a page."""
    start, end = trimmed(text, start, end)
    if not text[start:end].strip(" -–0123456789"):
        return None
    return TableLine(start=start, end=end, style=Style.BAR, cells=((start, end),))


def _line(text: str, one: TableLine, *, is_apart: bool, opens_frame: bool) -> PrintedRow:
    cells = []
    for start, end in one.cells:
        while start < end and text[start] in _EMPHASIS:
            start += 1
        while start < end and text[end - 1] in _EMPHASIS:
            end -= 1
        words = text[start:end]
        cells.append(Cell(start=start, end=end, text=words, kind=cell_kind(words)))
    return PrintedRow(
        start=one.start,
        end=one.end,
        style=one.style,
        cells=tuple(cells),
        is_apart=is_apart,
        opens_frame=opens_frame,
    )


def parted(lines: Sequence[PrintedRow]) -> list[list[PrintedRow]]:
    """Lines, parted where another table begins."""
    chunks: list[list[PrintedRow]] = []
    first: PrintedRow | None = None  # of the open chunk, not counting what spans the whole width
    for order, one in enumerate(lines):
        is_wide = len(one.cells) == 1
        if not chunks:
            chunks.append([])
        elif first is not None and not is_wide and _begins_table(lines, order, chunks[-1], first):
            chunks.append([])
            first = None
        if first is None and not is_wide:
            first = one
        chunks[-1].append(one)
    return chunks


def _is_alike(one: PrintedRow, other: PrintedRow) -> bool:
    """Whether rows differ only by a bar that one of them lacks at an end."""
    return {one.style, other.style} == {Style.PIPE, Style.BAR}


def _begins_table(
    lines: Sequence[PrintedRow], order: int, open_chunk: Sequence[PrintedRow], first: PrintedRow
) -> bool:
    one = lines[order]
    following = lines[order + 1] if order + 1 < len(lines) else None
    if one.style is not first.style and (one.is_apart or not _is_alike(one, first)):
        return True
    if one.words == first.words:
        return one.is_apart and one.has_rule_below  # else the head that each page repeats
    if one.opens_frame:
        return True
    if one.has_value or following is None:
        return False
    if one.has_rule_below:
        # Rows above the first rule are one head; a head below a body is another table's.
        head = open_chunk[:MOST_HEAD_ROWS]
        return len(open_chunk) >= MOST_HEAD_ROWS or any(line.has_rule_below for line in head)
    is_head = len(one.cells) > 1 and len(one.cells) == len(following.cells)
    has_body = any(line.has_value for line in open_chunk[-2:])
    other_shape = len(one.cells) != len(first.cells)
    return is_head and has_body and following.has_value and (other_shape or one.is_apart)
