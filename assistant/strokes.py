"""Rows that documents rule with strokes ("| 2019 | 270 |"), as tables that people can read.

Only how words look changes: what is cited, copied and counted stays the text as it stands.
`web/strokes.js` does the same for what a browser draws; tests/pages/test_strokes.py compares them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from assistant.viewer import Block
from assistant.viewer import Piece as TextPiece

_RULE = frozenset("|-: ")
_FIGURE = frozenset("0123456789.,%+-−△▲ ")


class Cuttable(Protocol):
    """A stretch of text that looks alike throughout: a frozen dataclass with its `text`."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def text(self) -> str:
        """Its words."""
        ...


P = TypeVar("P", bound=Cuttable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of which nothing is marked."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Generic[P]):
    """A line that is a row: which of the lines it is, and its cells, each in pieces."""

    line: int
    cells: tuple[tuple[P, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[P]):
    """Lines `first` to `last`, both included, as rows; `head` where a rule stands below one."""

    first: int
    last: int
    head: Row[P] | None
    rows: tuple[Row[P], ...]


def tables(
    lines: Sequence[Sequence[P]], cut: Callable[[P, int, int], P] | None = None
) -> tuple[Table[P], ...]:
    """The tables among lines, each line in pieces; `cut` gives piece[start:end] of a piece.

    Rows between strokes are a table even where one stands alone; rows that only have strokes
    within are one where two follow each other with as many cells.
    """
    found: list[Table[P]] = []
    texts = ["".join(piece.text for piece in line).strip() for line in lines]
    at = 0
    while at < len(lines):
        count = _cell_count(texts[at])
        end = at + 1
        while count and end < len(lines) and _cell_count(texts[end]) == count:
            end += 1
        is_framed = texts[at].startswith("|")
        if count and (is_framed or end - at > 1):
            rows = [
                Row(line=n, cells=tuple(_cells(lines[n], cut or _shorter)))
                for n in range(at, end)
                if not _is_rule(texts[n])
            ]
            has_head = end - at > 2 and not _is_rule(texts[at]) and _is_rule(texts[at + 1])
            if rows:
                head, body = (rows[0], rows[1:]) if has_head else (None, rows)
                found.append(Table(first=at, last=end - 1, head=head, rows=tuple(body)))
        at = end
    return tuple(found)


def quoted(pieces: Sequence[P]) -> tuple[tuple[P, ...] | Table[P], ...]:
    """A quote as it is shown: words in pieces, and tables, in their order."""
    lines = list(_lines(pieces))
    shown: list[tuple[P, ...] | Table[P]] = []
    at = 0
    for table in tables(lines):
        shown += [_joined(lines[at : table.first]), table]
        at = table.last + 1
    shown.append(_joined(lines[at:]))
    return tuple(one for one in shown if one)


def quoted_text(text: str) -> tuple[tuple[Words, ...] | Table[Words], ...]:
    """A quote of which nothing is marked."""
    return quoted((Words(text=text),))


def laid_out(blocks: Sequence[Block]) -> tuple[Block | Table[TextPiece], ...]:
    """The blocks of a document's page, those that are rows as tables.

    The anchor of the cited span goes to the first cited piece that is still to be seen.
    """
    # A row that a link leads to stays a line of its own.
    lines = [() if block.is_heading or block.anchor else block.pieces for block in blocks]
    shown: list[Block | Table[TextPiece]] = []
    at = 0
    for table in tables(lines, _cut):
        held = blocks[table.first : table.last + 1]
        begins = any(piece.is_first_cited for block in held for piece in block.pieces)
        marked = [piece for row in _rows(table) for cell in row.cells for piece in cell]
        first = next((piece for piece in marked if piece.is_cited), None)
        if begins and first is None:
            continue
        shown += [*blocks[at : table.first], _anchored(table, first) if begins else table]
        at = table.last + 1
    return (*shown, *blocks[at:])


def is_figure(cell: Sequence[Cuttable]) -> bool:
    """Whether a cell holds a figure and nothing else, and is best set flush with its column."""
    text = "".join(piece.text for piece in cell)
    return any(one.isdigit() for one in text) and _FIGURE.issuperset(text)


def _cell_count(text: str) -> int:
    """How many cells a line has; 0 where it is no row."""
    if "\\|" in text or "\n" in text:
        return 0
    if text.startswith("|") and text.endswith("|") and text.count("|") > 2:
        return text.count("|") - 1
    return text.count(" | ") + 1 if " | " in text and not text.startswith("|") else 0


def _is_rule(text: str) -> bool:
    return "--" in text and _RULE.issuperset(text)


def _cells(line: Sequence[P], cut: Callable[[P, int, int], P]) -> Iterator[tuple[P, ...]]:
    text = "".join(piece.text for piece in line)
    inner = text.strip()
    left = text.index(inner)
    right = left + len(inner)
    if inner.startswith("|"):
        left, right = left + 1, right - 1
    start = left
    for end in (*(n for n in range(left, right) if text[n] == "|"), right):
        cell = text[start:end]
        words = start + len(cell) - len(cell.lstrip())
        yield tuple(_between(line, words, words + len(cell.strip()), cut))
        start = end + 1


def _between(
    line: Sequence[P], start: int, end: int, cut: Callable[[P, int, int], P]
) -> Iterator[P]:
    at = 0
    for piece in line:
        low, high = max(start - at, 0), min(end - at, len(piece.text))
        if low < high:
            yield cut(piece, low, high)
        at += len(piece.text)


def _lines(pieces: Sequence[P]) -> Iterator[tuple[P, ...]]:
    line: list[P] = []
    for piece in pieces:
        parts = piece.text.splitlines(keepends=True)
        for part in parts:
            line.append(piece if len(parts) == 1 else replace(piece, text=part))
            if part.endswith("\n"):
                yield tuple(line)
                line = []
    if line:
        yield tuple(line)


def _joined(lines: Sequence[Sequence[P]]) -> tuple[P, ...]:
    pieces = tuple(piece for line in lines for piece in line)
    return pieces if any(piece.text.strip() for piece in pieces) else ()


def _shorter(piece: P, start: int, end: int) -> P:
    return replace(piece, text=piece.text[start:end])


def _cut(piece: TextPiece, start: int, end: int) -> TextPiece:
    text = piece.text[start:end]
    return replace(piece, text=text, start=piece.start + start, is_first_cited=False)


def _rows(table: Table[P]) -> tuple[Row[P], ...]:
    return (table.head, *table.rows) if table.head else table.rows


def _anchored(table: Table[TextPiece], first: TextPiece | None) -> Table[TextPiece]:
    def anchored(row: Row[TextPiece]) -> Row[TextPiece]:
        cells = tuple(
            tuple(replace(one, is_first_cited=True) if one is first else one for one in cell)
            for cell in row.cells
        )
        return replace(row, cells=cells)

    head = anchored(table.head) if table.head else None
    return replace(table, head=head, rows=tuple(anchored(row) for row in table.rows))
