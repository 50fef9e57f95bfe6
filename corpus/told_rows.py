"""Rows that no sign of their own tells for certain: by their neighbours, or by what they list."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.paired_rows import keyed_rows, pairs_of
from corpus.sentences import trimmed
from corpus.spaced_cells import Spans, ends_in_figure
from corpus.spaced_rows import spaced_rows
from corpus.stacked_rows import stacked_rows


def told_rows(lines: Sequence[str], *, is_table: bool = False) -> dict[int, tuple[Spans, ...]]:
    """The rows that each such line holds, by the line's order; each as the spans of its cells.

    A line that lists pairs holds a row for each of them. A row that is set down one cell a line
    goes on in the lines below, which hold none of their own; its spans are right where each line
    has its line break. `is_table` says that the lines are known to be of a table, whose unit
    stands above them.
    """
    found: dict[int, tuple[Spans, ...]] = {
        row.line: (row.cells,) for row in spaced_rows(lines, is_table=is_table)
    }
    for begin, end in stacked_rows(lines):
        found.update((at, ()) for at in range(begin + 1, end))
        found[begin] = (_stacked(lines[begin:end]),)
    slashed = [at for at, line in enumerate(lines) if " / " in line]
    if slashed:
        found.update((at, (cells,)) for at, cells in keyed_rows(lines))
    for at, line in enumerate(lines):
        if (" | " in line or " / " in line) and ends_in_figure(line):
            pairs = pairs_of(line)
            if pairs is not None:
                lead = ((pairs.lead,),) if pairs.lead is not None else ()
                found[at] = (*lead, *pairs.pairs)
    return found


def _stacked(lines: Sequence[str]) -> Spans:
    """The spans of the cells that lines are, counted from the start of the first."""
    cells: list[tuple[int, int]] = []
    position = 0
    for line in lines:
        start, end = trimmed(line, 0, len(line))
        cells.append((position + start, position + end))
        position += len(line)
    return tuple(cells)
