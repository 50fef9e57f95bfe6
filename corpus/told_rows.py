"""Rows that no sign of their own tells for certain: by their neighbours, or by what they list."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.paired_rows import keyed_rows, pairs_of
from corpus.spaced_cells import Spans, ends_in_figure
from corpus.spaced_rows import spaced_rows


def told_rows(lines: Sequence[str], *, is_table: bool = False) -> dict[int, tuple[Spans, ...]]:
    """The rows that each such line holds, by the line's order; each as the spans of its cells.

    A line that lists pairs holds a row for each of them. `is_table` says that the lines are known
    to be of a table, whose unit stands above them.
    """
    found: dict[int, tuple[Spans, ...]] = {
        row.line: (row.cells,) for row in spaced_rows(lines, is_table=is_table)
    }
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
