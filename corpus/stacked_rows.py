"""Tables that were set down one cell a line: the headings, then a name and its figures in turn.

So a table looks when it is copied out of a page that parts its cells by lines alone. The corner
(구분) opens it; as many figures as the head has further lines follow each name.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.characters import fold
from corpus.headwords import is_corner
from corpus.markers import marker_at
from corpus.spaced_cells import figures_at_end, is_year

_LONGEST_CELL = 30  # characters
_LONGEST_CORNER = 12  # set wide, as 구   분 often is
_MOST_COLUMNS = 12
_FEWEST_COLUMNS = 2
_FEWEST_ROWS = 2
_SENTENCE_END = (".", "다", "요", ":", ",")


def stacked_rows(lines: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The rows of such tables, the head first: from which line on, and before which line."""
    found: list[tuple[int, int]] = []
    begin = 0
    while begin < len(lines):
        bare = lines[begin].strip()
        is_open = 0 < len(bare) <= _LONGEST_CORNER and is_corner(bare)
        width = _width(lines, begin) if is_open else 0
        if not width:
            begin += 1
            continue
        rows = [(begin, begin + width)]
        while _is_row(lines, rows[-1][1], width):
            rows.append((rows[-1][1], rows[-1][1] + width))
        if len(rows) > _FEWEST_ROWS:
            found += rows
            begin = rows[-1][1]
        else:
            begin += 1
    return tuple(found)


def _width(lines: Sequence[str], begin: int) -> int:
    """How many lines the head has: all but the last, which names a row, before the first figure."""
    for at in range(begin, min(len(lines), begin + _MOST_COLUMNS + 2)):
        if not _is_cell(lines[at]):
            return 0
        if _is_value(lines[at]) and not is_year(lines[at].strip()):
            width = at - 1 - begin
            return width if width >= _FEWEST_COLUMNS else 0
    return 0


def _is_row(lines: Sequence[str], at: int, width: int) -> bool:
    if at + width > len(lines):
        return False
    name, *values = lines[at : at + width]
    is_name = _is_cell(name) and not _is_value(name)
    return is_name and all(map(_is_value, values))


def _is_cell(line: str) -> bool:
    bare = line.strip()
    if not 0 < len(bare) <= _LONGEST_CELL or "|" in bare or bare.endswith(_SENTENCE_END):
        return False
    return marker_at(bare, 0, len(bare)) is None or _is_value(line)


def _is_value(line: str) -> bool:
    """Whether a line is one figure and nothing else, or the dash that stands for none."""
    bare = fold(line).strip()
    if not bare or len(bare) > _LONGEST_CELL:
        return False
    return figures_at_end(bare) == ((0, len(bare)),)
