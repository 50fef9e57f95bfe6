"""Which unit a bare number of a table inherits: its column's, its row's, then the whole table's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.cells import CellKind
from corpus.facts.headings import Heading, Role, is_count_word, unit_for
from corpus.facts.table_values import cell_values
from corpus.tables import Row, Table
from corpus.types import Phase

UNIT_CONFLICT = "unit_conflict"
"""The flag of a number whose row and column print different units."""

BUDGET_PHASES = {Phase.PROPOSED, Phase.APPROVED, Phase.ADJUSTED, Phase.EXECUTED}
"""What the budget was at the time tells two figures of one year apart; 실적 and 목표 do not."""
_MONEY = re.compile(
    r"(?:금액|예산|사업비|경비|투자|요구액|[가-힣]액|재원|[국도시군구]비|지방비|수입|채무|부채)(?:\(.*\))?$"
)


_TIME = re.compile(
    r"계|합\s?계|총\s?계|소\s?계|누\s?계|[상하]반기|[1-4]\s?/?\s?4?\s?분기|\d{1,2}월"
)
_FEWEST_ROWS = 2
_WEIGHT = re.compile(r"가중치|배\s?점|비중")


class TableUnits:
    """The units of one table: `caption` is what its note or the lines around it print."""

    def __init__(self, heads: Sequence[Heading], caption: tuple[str, ...]) -> None:
        self.heads, self.caption = heads, caption
        self.has_unit_column = any(head.role is Role.UNIT for head in heads)

    def inherited(
        self, row: Row, heading: Heading, column: int
    ) -> tuple[str | None, tuple[str, ...]]:
        """The unit of a number that prints none, with flags; None where none is certain."""
        head = self.heads[column] if row.is_aligned else None
        of_row = self._unit_cell(row) or heading.units
        of_column = self._of_column(column) if head is not None else ()
        if head is not None and _WEIGHT.search(head.name):
            of_row = ()  # a weight is not in the unit of what it weighs
        if head is not None and head.role is Role.RATE and not head.is_change:
            # The rate of what a row counts in 점 or 명 is no count of these.
            of_row = tuple(one for one in of_row if one.startswith("%")) if not of_column else ()
        if of_row and of_column and set(of_row) != set(of_column):
            return None, (UNIT_CONFLICT,)
        own = of_column or of_row
        if own:
            return (own[0] if len(own) == 1 or head is None else unit_for(head, own)), ()
        if self.has_unit_column:
            return None, ()  # the table says units row by row, and leaves this one out
        if head is not None and head.name.endswith("대비") and self.heads[column - 1].is_change:
            return None, ()  # '증감액 | 기정예산 대비': the second is the rate of the first
        for candidate in (head, heading):
            if candidate is None:
                continue
            is_time = candidate is head and _TIME.fullmatch(head.name) is not None
            if is_time and len(self.caption) > 1 and heading.name:
                continue  # '심사건수 | 상반기' under '(단위 : 건, 백만원)': the row tells which
            is_money = candidate.phase in BUDGET_PHASES
            if candidate.name or is_money or candidate is heading:
                return unit_for(candidate, self.caption), ()
        return None, ()

    def is_unsure(self, row: Row, heading: Heading, column: int) -> bool:
        """Whether a number without a unit should have one: money, or one of several captions."""
        heads = (self.heads[column], heading) if row.is_aligned else (heading,)
        if any(is_count_word(one.name) for one in heads):
            return False
        if heads[0].role is Role.RATE:
            return False
        return len(self.caption) > 1 or any(_is_money(one) for one in (*heads, *self._unnamed()))

    def _unnamed(self) -> tuple[Heading, ...]:
        """The columns of money without a unit: those beside them, of years, are of money too."""
        return tuple(one for one in self.heads if not one.units and _is_money(one))

    def _of_column(self, column: int) -> tuple[str, ...]:
        """The units a column prints; a change is counted as what it is a change of."""
        head = self.heads[column]
        if head.units or not head.is_change or head.role is Role.RATE:
            return head.units
        before = self.heads[column - 1] if column else head
        is_counted = before.role is Role.MEASURE and before.name and before.year is None
        return before.units if is_counted else ()

    def _unit_cell(self, row: Row) -> tuple[str, ...]:
        if not row.is_aligned:
            return ()
        for head, cell in zip(self.heads, row.cells, strict=True):
            if head.role is Role.UNIT and cell is not None and cell.kind is not CellKind.EMPTY:
                return (re.sub(r"\s+", "", cell.text),)
        return ()


def columns_of_own_units(table: Table) -> frozenset[int]:
    """The columns of a table without a head whose every figure prints the column's own unit.

    '공사 | 12건 | 8억원' above '용역 | 7건 | 3억원' says by the unit what each figure counts.
    """
    rows = [one.cells for one in table.rows if one.is_aligned]
    is_named = table.kinds.count(CellKind.WORDS) == 1 and table.kinds[0] is CellKind.WORDS
    if table.has_head or not is_named or len(rows) < max(_FEWEST_ROWS, len(table.rows)):
        return frozenset()
    units: dict[int, set[str | None]] = {column: set() for column in range(1, table.width)}
    for cells in rows:
        for column, printed in units.items():
            if (cell := cells[column]) is not None and cell.kind is not CellKind.EMPTY:
                values = cell_values(cell, has_down_signs=False)
                printed |= {one.unit for one in values} if len(values) == 1 else {None}
    printed_units = [unit for one in units.values() for unit in one]
    is_told = None not in printed_units and len(set(printed_units)) == len(units)
    is_single = all(len(one) == 1 for one in units.values())
    return frozenset(units) if is_told and is_single else frozenset()


def _is_money(heading: Heading) -> bool:
    """Whether a heading says that what stands under it is money."""
    return (
        heading.phase in BUDGET_PHASES or _MONEY.search(heading.name.replace(" ", "")) is not None
    )
