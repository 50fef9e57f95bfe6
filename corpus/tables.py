"""Tables as grids: which cell stands in which row and column, and under which headings.

Every form in which rows reach the canonical text is read alike: Markdown and pipe tables, the rows
of HTML tables ('a | b | c'), box drawing, and columns that only blanks or tabs part. A text form
loses merged cells; what the shape leaves open stays open (`Row.is_aligned`, empty `heads`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.cells import Cell, CellKind
from corpus.headwords import is_corner, is_form_key, is_index, is_subtotal, is_total
from corpus.printed_rows import MOST_HEAD_ROWS, PrintedRow, parted, printed_rows
from corpus.table_heads import Heads, column_heads
from corpus.table_lines import Style, TableLimits


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row at text[start:end], one line; `cells` has one entry a column, None for no cell.

    Where `is_aligned` is False it is not certain which cell belongs to which column: `cells` are
    then the printed ones in order. `group` is the heading, over the whole width, that it stands
    under.
    """

    start: int
    end: int
    cells: tuple[Cell | None, ...]
    is_aligned: bool
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table at text[start:end]: the headings and the kind of each column, and the body's rows.

    `has_head` tells a table without headings from one whose headings stand over no certain columns.
    `labels` is how many columns at the left name the rows; `kinds` says what a column mostly
    holds; `note` is what stands over the whole width above the head ('(단위: 백만원)'). `is_list`
    tells names with one figure each, which need no heading for it.
    """

    start: int
    end: int
    has_head: bool
    heads: Heads
    kinds: tuple[CellKind, ...]
    labels: int
    rows: tuple[Row, ...]
    note: str
    is_list: bool = False

    @property
    def width(self) -> int:
        """How many columns the table has."""
        return len(self.heads)


_LONGEST_GROUP = 30  # characters of a heading inside a table; longer ones are remarks


def read_tables(
    text: str, start: int, end: int, *, limits: TableLimits | None = None
) -> tuple[Table, ...]:
    """The tables in text[start:end], which holds rows and what pages put between them.

    Linear in the length of the stretch. A row with more cells than `limits` allows is left out.
    """
    chunks = parted(printed_rows(text, start, end, limits or TableLimits()))
    return tuple(table for chunk in chunks if (table := _table(chunk)) is not None)


def _table(lines: Sequence[PrintedRow]) -> Table | None:
    notes: list[str] = []
    while len(notes) + 1 < len(lines):
        note = _note(lines[len(notes)], lines[len(notes) + 1])
        if not note:
            break
        notes.append(note)
    rows = lines[len(notes) :]
    width = _width(rows)
    if width < 2:
        return None
    head = _head_rows(rows, width)
    body = [one for one in rows[head:] if one.words != rows[0].words or not head]
    full = [one for one in body if len(one.cells) == width]
    if not full:
        return None
    kinds = tuple(
        _column_kind([one.cells[column].kind for one in full], is_first=column == 0)
        for column in range(width)
    )
    labels = _label_columns(kinds, rows[0].words if head else ())
    is_ruled = any(one.has_rule_below for one in rows[:head])
    is_told = all(one.style is Style.TOLD for one in full)
    is_list = is_told and not head and kinds == (CellKind.WORDS, CellKind.FIGURE)
    group = " ".join(notes) if is_list else ""
    return Table(
        start=lines[0].start,
        end=lines[-1].end,
        has_head=head > 0,
        heads=column_heads([one.words for one in rows[:head]], width, labels),
        kinds=kinds,
        labels=labels,
        rows=tuple(_rows(body, kinds, labels, is_ruled=is_ruled, group=group)),
        note=" ".join(notes),
        is_list=is_list,
    )


def _note(one: PrintedRow, following: PrintedRow) -> str:
    """What a row with one cell says over the whole width above the head."""
    printed = [cell for cell in one.cells if cell.text]
    if len(printed) != 1 or len(following.cells) < 2:
        return ""
    is_alone = len(one.cells) == 1 or printed[0] is one.cells[0] or "단위" in printed[0].text
    return printed[0].text if is_alone and printed[0].kind is CellKind.WORDS else ""


def _width(rows: Sequence[PrintedRow]) -> int:
    counts = Counter(len(one.cells) for one in rows if one.has_value and len(one.cells) > 1)
    counts = counts or Counter(len(one.cells) for one in rows)
    if rows and len(rows[0].cells) in counts:
        return len(rows[0].cells)  # rows that lack cells are common, a head that does is not
    return max(counts, key=lambda width: (counts[width], width), default=0)


def _head_rows(rows: Sequence[PrintedRow], width: int) -> int:
    """How many rows at the top are headings."""
    ruled = next(
        (order for order, one in enumerate(rows[:MOST_HEAD_ROWS]) if one.has_rule_below), None
    )
    if ruled is not None:
        return ruled + 1 + _is_second_head(rows, ruled + 1, width)
    if rows[0].has_value or len(rows) < 2 or _is_form(rows) or _is_dated_pair(rows[0]):
        return 0
    head = 1
    while head < MOST_HEAD_ROWS and _is_second_head(rows, head, width):
        head += 1
    return head


def _is_form(rows: Sequence[PrintedRow]) -> bool:
    """Whether rows pair keys with values ('사업비 | 120억 원'), so that none of them is a head."""
    keys = [one.words[0] for one in rows if one.words]
    known = sum(is_form_key(key) for key in keys)
    return is_form_key(keys[0]) and 2 * known > len(keys) and known > 1


def _is_dated_pair(one: PrintedRow) -> bool:
    """Whether a row is a key with its day or span of days: 감사기간 | 2024. 3. 4. ~ 3. 15."""
    if len(one.cells) != 2 or is_corner(one.words[0]):
        return False
    return one.cells[0].kind is CellKind.WORDS and one.cells[1].kind is CellKind.DATE


def _is_second_head(rows: Sequence[PrintedRow], order: int, width: int) -> bool:
    """Whether a row goes on with the head above it: it spans, or prints only years or units."""
    below = rows[order + 1 : order + MOST_HEAD_ROWS]
    if not any(one.has_value for one in below):
        return False
    above, one = rows[order - 1], rows[order]
    if one.has_value or len(one.cells) < 2 or not any(one.words):
        return False
    printed = [cell for cell in one.cells if cell.text]
    if all(cell.kind is CellKind.YEAR or cell.text.startswith("(") for cell in printed):
        return True
    if len(one.cells) == width and _parts_heading(above.words, one.words):
        return True
    if not below[0].has_value:
        return False
    if len(above.cells) < width:
        return len(one.cells) <= width
    if len(one.cells) == width:
        # Rows as wide as the table span only by cells left empty.
        return not one.words[0] and not all(above.words[1:])
    return not all(above.words)


def _parts_heading(above: Sequence[str], one: Sequence[str]) -> bool:
    """Whether a row repeats the first heading of the row above, or parts one that spans columns.

    This is how merged headings look where each place repeats them: 구분 | 예산 | 예산 above
    구분 | 국비 | 시비.
    """
    if len(above) != len(one) or not above[0] or one[0] not in {above[0], ""}:
        return False
    if one[0] and list(one) != list(above):
        return True
    pairs = zip(pairwise(above), pairwise(one), strict=True)
    return any(left == right != "" and under != beside for (left, right), (under, beside) in pairs)


def _column_kind(kinds: Sequence[CellKind], *, is_first: bool) -> CellKind:
    """What most cells of a column hold; a column of years must hold nothing else.

    Only among the names of rows may words, as of their total, stand with years.
    """
    counts = Counter(kind for kind in kinds if kind is not CellKind.EMPTY)
    if not counts:
        return CellKind.EMPTY
    is_dated = is_first and set(counts) == {CellKind.YEAR, CellKind.WORDS}
    if set(counts) == {CellKind.YEAR} or (is_dated and counts[CellKind.YEAR] > 1):
        return CellKind.YEAR
    if set(counts) <= {CellKind.YEAR, CellKind.DATE}:
        return CellKind.DATE
    figures = counts[CellKind.FIGURE] + counts[CellKind.YEAR]
    return CellKind.FIGURE if 2 * figures >= sum(counts.values()) else CellKind.WORDS


def _label_columns(kinds: Sequence[CellKind], head: Sequence[str]) -> int:
    """How many columns at the left stand before the first figures; 연번 counts rows only."""
    before = 0
    for column, kind in enumerate(kinds):
        is_counter = column < len(head) and is_index(head[column])
        if kind in {CellKind.FIGURE, CellKind.EMPTY} and not is_counter:
            break
        before += 1
    return before


def _rows(
    body: Sequence[PrintedRow],
    kinds: Sequence[CellKind],
    labels: int,
    *,
    is_ruled: bool,
    group: str,
) -> list[Row]:
    rows: list[Row] = []
    above: tuple[Cell | None, ...] = ()
    for one in body:
        if len(one.cells) == 1:
            words = one.cells[0].text
            is_heading = one.cells[0].kind is CellKind.WORDS and len(words) <= _LONGEST_GROUP
            group = words if is_heading and not words.startswith(("※", "*")) else group
            continue
        cells = _fitted(one, kinds, is_ruled=is_ruled)
        if cells is None:
            rows.append(
                Row(start=one.start, end=one.end, cells=one.cells, is_aligned=False, group=group)
            )
            continue
        cells = _unmerged(cells, above, kinds, labels)
        above = cells
        rows.append(Row(start=one.start, end=one.end, cells=cells, is_aligned=True, group=group))
    return rows


def _fitted(
    one: PrintedRow, kinds: Sequence[CellKind], *, is_ruled: bool
) -> tuple[Cell | None, ...] | None:
    """The cells of a row by column; None where it is not certain which columns they belong to."""
    width, cells = len(kinds), one.cells
    while len(cells) > width and not cells[-1].text:
        cells = cells[:-1]
    missing = width - len(cells)
    if missing == 0:
        return cells
    if missing < 0:
        return None
    blanks: tuple[None, ...] = (None,) * missing
    left, right = (*cells, *blanks), (*blanks, *cells)
    fits_left, fits_right = _fits(left, kinds), _fits(right, kinds)
    if is_ruled and one.style is Style.PIPE and fits_left:
        return left  # Markdown defines that what is missing is missing at the end
    # Which of several figures is missing cannot be told.
    fits_left = fits_left and CellKind.FIGURE not in kinds[-missing:]
    fits_right = fits_right and CellKind.FIGURE not in kinds[:missing]
    if fits_left and not fits_right:
        return left
    return right if fits_right and not fits_left else None


def _fits(cells: Sequence[Cell | None], kinds: Sequence[CellKind]) -> bool:
    """Whether no words stand among figures and no figure among words."""
    # 2,021 people and the year 2021 look alike, and a year is a date.
    allowed = {
        CellKind.FIGURE: {CellKind.FIGURE, CellKind.YEAR},
        CellKind.DATE: {CellKind.DATE, CellKind.YEAR},
    }
    for one, kind in zip(cells, kinds, strict=True):
        if one is None or CellKind.EMPTY in {one.kind, kind}:
            continue
        if one.kind not in allowed.get(kind, {kind}):
            return False
    return True


def _unmerged(
    cells: tuple[Cell | None, ...],
    above: Sequence[Cell | None],
    kinds: Sequence[CellKind],
    labels: int,
) -> tuple[Cell | None, ...]:
    """The row with the names that span down from the rows above it filled in.

    An empty name is that of the row above only where a more particular name or a year stands
    behind it; a total stands for itself.
    """
    if not above or labels < 2:
        return cells
    named = [at for at in range(labels) if (one := cells[at]) is not None and one.text]
    if not named:
        return cells
    first = cells[named[0]]
    if first is None or is_total(first.text) or is_subtotal(first.text):
        return cells
    filled = list(cells)
    for at in range(named[0]):
        source = above[at]
        if source is not None and source.text and kinds[at] in {CellKind.WORDS, CellKind.YEAR}:
            filled[at] = Cell(
                start=source.start,
                end=source.end,
                text=source.text,
                kind=source.kind,
                is_merged=True,
            )
    return tuple(filled)
