"""What the rows of a table are called: the words at their left, and the rows that they part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.cells import Cell, CellKind
from corpus.facts.headings import Heading, Role, read_heading
from corpus.headwords import is_form_key, is_subtotal, is_total
from corpus.tables import Row, Table

# Words beside a figure that tell how large a thing is; the figure is not what they are called.
_DESCRIPTION = re.compile(r"=|,\s|.{41}|\d\s?(?:k?m|㎡|ha|층|[억만천]?\s?원)")
# A row that parts the one above it: '- 시정' below '행정상 조치(건)'.
_PART_MARK = re.compile(r"(?P<mark>[-–·ㆍ∙•└├ㄴ○◦▸‣])\s?(?=[가-힣A-Za-z(])")
_VALUE = re.compile(
    r"\d\s?(?:등급|위|점|[십백천만억조]{0,3}\s?원|%|명|건|개소|회)(?![가-힣]{2})|^-$"
)
_LETTERED = re.compile(r"[가-힣A-Za-z]")


def named_columns(table: Table, heads: Sequence[Heading]) -> tuple[int, ...]:
    """The columns at the left that name the rows; in a table of words alone, the first."""
    named: list[int] = []
    for column, (head, kind) in enumerate(zip(heads, table.kinds, strict=True)):
        if head.role in {Role.INDEX, Role.CONTENT, Role.UNIT} and (named or column == 0):
            continue
        is_value = kind in {CellKind.FIGURE, CellKind.EMPTY, CellKind.DATE}
        if is_value and not named and CellKind.WORDS in table.kinds:
            continue  # a rank or a number before the name
        if is_value or (named and head.role not in {Role.MEASURE, Role.RATE}):
            break
        if column and _holds_values(table, column):
            break
        named.append(column)
    if not named and table.has_head and table.kinds[0] is CellKind.FIGURE:
        return ()  # nothing names the rows: 국비 | 시비 over 5억 원 | 7억 원
    return tuple(named) if 0 < len(named) < table.width else (0,)


def _holds_values(table: Table, column: int) -> bool:
    """Whether every cell of a column states a figure or a grade: '업체당 500만원', '3등급'."""
    cells = [row.cells[column] for row in table.rows if row.is_aligned]
    words = [cell.text for cell in cells if cell is not None and cell.text]
    return bool(words) and all(_VALUE.search(one) for one in words)


def follows_key(row: Row, column: int) -> bool:
    """Whether the cell before this one asks for what it gives, as forms do: 사업비 | 120억 원."""
    before = row.cells[column - 1] if column else None
    return before is not None and is_form_key(before.text)


class RowNames:
    """The headings of one table's rows, and in one without a head those of single cells."""

    def __init__(self, table: Table, heads: Sequence[Heading]) -> None:
        self.table = table
        self.named = named_columns(table, heads)
        self.beside: dict[str, Heading] = {}
        self.headings = self._headings()

    def is_named(self, row: Row) -> bool:
        """Whether a row says what it is, where the table names its rows."""
        cells = [row.cells[column] for column in self.named]
        return not cells or row.group != "" or any(one is not None and one.text for one in cells)

    def beside_cell(self, row: Row, column: int) -> Heading:
        """In a table without a head, the nearest words to the left name a cell.

        A lone row that pairs no keys with values is all about the heading that it stands under.
        """
        cells = [one for one in row.cells if one is not None]
        if len(self.table.rows) == 1 and len(cells) > 2 and not is_form_key(cells[0].text):
            return self._heading_of(row.group, "")
        for cell in reversed(row.cells[:column]):
            if cell is not None and cell.kind is CellKind.WORDS and cell.text:
                is_name = not _DESCRIPTION.search(cell.text)
                return self._heading_of(row.group, cell.text if is_name else "")
        return self._heading_of(row.group, "")

    def _headings(self) -> tuple[Heading, ...]:
        found: list[Heading] = []
        parted: dict[str, str] = {}  # the row that rows with a mark part
        above = ""
        for row in self.table.rows:
            labels = self._labels(row)
            first = labels[0] if labels else ""
            mark = _PART_MARK.match(first)
            if mark is None:
                parted.clear()
            elif mark["mark"] in parted:
                while next(reversed(parted)) != mark["mark"]:
                    parted.popitem()
            else:
                parted[mark["mark"]] = above
            whole = parted.get(mark["mark"], "") if mark is not None else ""
            group = [row.group] if row.group else []
            # Parts of a total are its equals' names already: '- 국비' below '합계'.
            outer = [whole] if whole and not is_total(whole) and not is_subtotal(whole) else []
            if mark is not None:
                labels[0] = first[mark.end() :]
            found.append(read_heading([*group, *outer, *labels]))
            above = labels[0] if labels else ""
        return tuple(found)

    def _labels(self, row: Row) -> list[str]:
        """The names at the left of a row."""
        if not row.is_aligned:
            first = row.cells[0]
            is_name = first is not None and first.kind is CellKind.WORDS
            return [first.text] if is_name and first else []
        return [
            cell.text
            for column in self.named
            if (cell := row.cells[column]) is not None and self._is_name(cell, column)
        ]

    def _is_name(self, cell: Cell, column: int) -> bool:
        """Whether a cell names its row; the day of a contract ('2. 7.') does not."""
        if not cell.text:
            return False
        if cell.kind is not CellKind.WORDS and self.table.kinds[column] is not CellKind.WORDS:
            return False
        return _LETTERED.search(cell.text) is not None

    def _heading_of(self, *labels: str) -> Heading:
        """Forms say few words many times; each is read once."""
        key = "\n".join(labels)
        if key not in self.beside:
            self.beside[key] = read_heading([label for label in labels if label])
        return self.beside[key]
