"""Tables as grids of figures: what each cell gives, in which unit, and which rows are totals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, IntEnum, auto

from corpus.amounts import unit_scale
from corpus.arithmetic_figures import APPROXIMATE, PART_UNREAD, Figure, step_of
from corpus.cells import Cell, CellKind
from corpus.characters import fold
from corpus.facts.headings import Heading, Role, is_unit, read_heading, unit_for, units_in
from corpus.facts.table_values import IN_BRACKETS, cell_values
from corpus.headwords import is_subtotal, is_total
from corpus.tables import Row, Table


class Rank(IntEnum):
    """How high a row or column stands among sums; each sums what is lower."""

    ASIDE = -2
    """No part of any sum: a rate, a mean, a comparison."""
    BELOW = -1
    """Marked as a piece of the row above it ('- 국비', '(도비)')."""
    PART = 0
    SUBTOTAL = 1
    TOTAL = 2
    SUM_OF_TOTALS = 3
    GRAND_TOTAL = 4


class Additive(Enum):
    """Whether the figures of one column (or row) can be added up."""

    YES = auto()
    PERHAPS = auto()
    """Points, days, or no unit at all: if the sum fits it is one, else there may be none."""
    HUNDRED = auto()
    """Shares of a whole, of which the total is 100 %."""
    NO = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLine:
    """A row: its names from the left, its rank, and its figures by column.

    A cell that prints no figure is not in `figures`; one that cannot be read is there in doubt.
    """

    row: Row
    names: tuple[str, ...]
    rank: Rank
    heading: Heading
    figures: Mapping[int, Figure]

    @property
    def prefix(self) -> tuple[str, ...]:
        """The names before the word that makes the row a total."""
        for order, name in enumerate(self.names):
            if rank_of(name) > Rank.PART:
                return self.names[:order]
        return self.names[:-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table's aligned rows, the headings of its columns, and the columns that hold figures."""

    table: Table
    heads: tuple[Heading, ...]
    columns: tuple[int, ...]
    lines: tuple[GridLine, ...]
    is_whole: bool
    """Whether every row could be read: a row of uncertain columns may hold a part."""


_WORDS = (
    (Rank.GRAND_TOTAL, re.compile(r"총\s*계|총\s*합\s*계|총\s*합")),
    (Rank.SUM_OF_TOTALS, re.compile(r"합\s*계|전\s*체|총\s*액")),
    (Rank.SUBTOTAL, re.compile(r"소\s*계|중\s*계")),
    (Rank.TOTAL, re.compile(r"계")),
)
_BEHIND_WORD = re.compile(r"\s*\([^()]{1,12}\)$")
_ASIDE = re.compile(
    r"(?:^|[가-힣\s])(?:평균|단가|구성비|비율|비중|증감(?:액|분)?|대비|순위|등급|지수|누계|배율|최고|최저)$"
    r"|(?<![법자조규선])[률율]$|^(?:전년|전기)도?$|대비|[인건개]당"
)
_BELOW = re.compile(r"\s*(?:[-·ㆍ▪◦∙└↳*]|\(|이\s?중|그\s?중|\(?(?:내역|세부))")
_LOOSE_UNITS = {"점", "등급", "위", "배", "년", "개월", "일", "시간", "℃", "세", "분", "초"}
_SHARE = re.compile(r"구성비|비중|점유")
_NOT_MEASURED = {
    Role.INDEX,
    Role.UNIT,
    Role.NOTE,
    Role.CONTENT,
    Role.DEPARTMENT,
    Role.PHONE,
    Role.GRADE,
    Role.TIME,
}


def rank_of(name: str) -> Rank:
    """The rank of a row or column by one of its names."""
    words = fold(name).strip()
    if is_total(words) or is_subtotal(words) or words == "총액":
        bare = _BEHIND_WORD.sub("", words)
        return next((rank for rank, one in _WORDS if one.fullmatch(bare)), Rank.TOTAL)
    if _ASIDE.search(_BEHIND_WORD.sub("", words)):
        return Rank.ASIDE
    return Rank.BELOW if _BELOW.match(words) else Rank.PART


def read_grid(text: str, table: Table, caption_units: tuple[str, ...]) -> Grid:
    """Read the figures of a table; `caption_units` are the units printed above it."""
    heads = tuple(read_heading(labels) for labels in table.heads)
    corner = heads[0].units if heads and table.labels else ()
    units = units_in(table.note) or corner or caption_units
    columns = tuple(
        at
        for at in range(1, table.width)
        if table.kinds[at] is CellKind.FIGURE and heads[at].role not in _NOT_MEASURED
    )
    named = tuple(at for at in range(columns[0] if columns else 0) if _names_rows(table, heads, at))
    has_down_signs = "▼" in text[table.start : table.end]
    has_unit_column = any(head.role is Role.UNIT for head in heads)
    shares = {at for at in columns if _SHARE.search(heads[at].name)}
    lines = []
    for row in table.rows:
        if not row.is_aligned:
            continue
        names = tuple(cell.text for at in named if (cell := row.cells[at]) and cell.text)
        heading = read_heading(([row.group] if row.group else []) + list(names))
        own = _unit_cell(row, heads) or heading.units
        figures: dict[int, Figure] = {}
        for at in columns:
            cell = row.cells[at]
            unit = _unit(heads[at], heading, own, units, has_unit_column=has_unit_column)
            figure = _figure(cell, unit, has_down_signs=has_down_signs) if cell else None
            if figure is not None:
                figures[at] = in_per_cent(figure, heads[at]) if at in shares else figure
        ranks = [rank_of(one) for one in names]
        rank = max(ranks, default=Rank.ASIDE)
        if rank <= Rank.PART and ranks:
            rank = Rank.ASIDE if Rank.ASIDE in ranks else ranks[-1]
        lines.append(GridLine(row=row, names=names, rank=rank, heading=heading, figures=figures))
    return Grid(
        table=table,
        heads=heads,
        columns=columns,
        lines=tuple(lines),
        is_whole=len(lines) == len(table.rows) and any(table.heads),
    )


def _names_rows(table: Table, heads: Sequence[Heading], at: int) -> bool:
    return table.kinds[at] in {CellKind.WORDS, CellKind.YEAR, CellKind.DATE} and heads[
        at
    ].role not in {Role.INDEX, Role.UNIT, Role.NOTE, Role.PHONE}


def _unit_cell(row: Row, heads: Sequence[Heading]) -> tuple[str, ...]:
    for head, cell in zip(heads, row.cells, strict=True):
        if head.role is Role.UNIT and cell is not None and is_unit(cell.text):
            return (re.sub(r"\s+", "", cell.text),)
    return ()


def _unit(
    head: Heading,
    heading: Heading,
    of_row: tuple[str, ...],
    units: tuple[str, ...],
    *,
    has_unit_column: bool,
) -> str | None:
    """The unit a bare number inherits, by the same order as the facts of tables."""
    of_column = head.units
    if of_row and of_column and set(of_row) != set(of_column):
        return None
    own = of_column or of_row
    if own:
        return own[0] if len(own) == 1 else unit_for(head, own)
    if has_unit_column:
        return None
    if head.name:
        return unit_for(head, units)
    if len(units) == 1 and unit_scale(units[0]) is None and heading.role is not Role.RATE:
        return units[0]  # whatever a row is called, what the table counts is said above it
    return unit_for(heading, units)


def _figure(cell: Cell, unit: str | None, *, has_down_signs: bool) -> Figure | None:
    """What a cell gives; None for a dash or an empty cell."""
    if cell.is_merged or not cell.text.strip(" -~·.…"):
        return None
    values = [
        one
        for one in cell_values(cell, has_down_signs=has_down_signs)
        if IN_BRACKETS not in one.flags
    ]
    if len(values) != 1:
        return Figure(
            start=cell.start,
            end=cell.end,
            raw=cell.text,
            value=None,
            unit=unit,
            step=Decimal(0),
            doubt=PART_UNREAD,
        )
    value = values[0]
    doubt = ""
    if value.value is None or {"ambiguous_sign", "out_of_range"} & set(value.flags):
        doubt = PART_UNREAD
    if value.comparator or {"approximate", "range"} & set(value.flags):
        doubt = APPROXIMATE
    own = value.unit or unit
    return Figure(
        start=value.start,
        end=value.end,
        raw=value.raw,
        value=value.value,
        unit=own,
        step=step_of(value.raw, own, Decimal(1)),
        doubt=doubt,
    )


def in_per_cent(figure: Figure, head: Heading) -> Figure:
    """A share or rate of change that prints no unit is in per cent."""
    if figure.unit is None and head.role is Role.RATE:
        return replace(figure, unit="%", step=step_of(figure.raw, "%", Decimal(1)))
    return figure


def additive(head: Heading, figure: Figure) -> Additive:
    """Whether figures under a heading add up to the one that their total prints."""
    tight = head.name.replace(" ", "")
    if _SHARE.search(tight):
        is_hundred = figure.value is not None and figure.value == 100
        return Additive.HUNDRED if is_hundred else Additive.NO
    if head.role is Role.RATE or (figure.unit or "").startswith("%") or _ASIDE.search(tight):
        return Additive.NO
    return Additive.PERHAPS if figure.unit is None or figure.unit in _LOOSE_UNITS else Additive.YES
