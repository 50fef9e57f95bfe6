"""Where a figure stands in a table: what its row and its column are called."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.facts.statements import Statement

_YEAR = re.compile(r"(?<!\d)(?:((?:19|20)\d\d)|['‘’](\d\d))(?=\s?년|\s?\.|\s?[(]|\s|$)")
_CENTURY = 2000
_NO_NAME = re.compile(r"구분|내용|값|수치|현황|비고|수량|결과|계|합계")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The heads of a cell's row and column, '' where they name nothing, and the column's year."""

    row: str
    column: str
    year: int | None


def cell_at(statement: Statement, at: int) -> Cell | None:
    """The cell of a table that holds `statement.text[at]`; None outside tables and in their head.

    The first row is the head; a table that was cut into passages has it at the end of the path.
    """
    if not statement.is_row:
        return None
    text = statement.text
    begin = text.rfind("\n", 0, at) + 1
    head = _head(statement)
    if head is None:
        if begin == 0:
            return None
        head = text.partition("\n")[0]
    line = text[begin:].partition("\n")[0]
    index = _order(line, at - begin)
    cells, heads = _cells(line), _cells(head)
    column = heads[index] if 0 < index < len(heads) else ""
    year = _YEAR.search(column)
    return Cell(
        row=cells[0] if index > 0 else "",
        column="" if _NO_NAME.fullmatch(column) else _YEAR.sub("", column).strip(" 년도.()"),
        year=(int(year[1]) if year[1] else _CENTURY + int(year[2])) if year else None,
    )


def _head(statement: Statement) -> str | None:
    path = statement.passage.heading_path
    return path[-1] if path and " | " in path[-1] else None


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _order(line: str, at: int) -> int:
    """Which cell of a line holds line[at], counted from 0."""
    return line.count("|", 0, at) - line.lstrip().startswith("|")
