"""What one cell of a table states: numbers with or without a unit of their own."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from corpus.amounts import find_amounts, unit_scale
from corpus.cells import BARE_NUMBER, LONGEST_FIGURE, CellKind
from corpus.characters import fold
from corpus.facts.labels import label_before
from corpus.numerals import find_numerals, is_in_range
from corpus.quantities import find_quantities
from corpus.tables import Cell

_NEAR = 60  # characters before a number in which its cell names it


@dataclass(frozen=True, slots=True, kw_only=True)
class TableValue:
    """A number at text[start:end] == raw of the canonical text.

    `unit` is None where the cell prints none; `krw` is whole won where the cell itself says won.
    `label` is what the cell says before the number, '' where the number stands alone.
    """

    start: int
    end: int
    raw: str
    value: Decimal | None
    unit: str | None
    krw: int | None
    label: str
    comparator: str | None
    flags: tuple[str, ...]

    def with_unit(self, unit: str | None) -> TableValue:
        """The same number in a unit that it inherits; won where the unit is won."""
        if self.unit is not None or unit is None or self.value is None:
            return self
        scale = unit_scale(unit)
        won = None if scale is None else self.value * scale
        flags = list(self.flags)
        krw = None
        if won is not None and "ambiguous_sign" not in flags:
            if not is_in_range(won):
                flags.append("out_of_range")
            elif won != won.to_integral_value():
                flags.append("fraction_of_won")
            else:
                krw = int(won)
        return TableValue(
            start=self.start,
            end=self.end,
            raw=self.raw,
            value=self.value,
            unit=unit,
            krw=krw,
            label=self.label,
            comparator=self.comparator,
            flags=tuple(flags),
        )


def cell_values(cell: Cell, *, has_down_signs: bool) -> tuple[TableValue, ...]:
    """Every number of a cell; a number that stands alone may inherit a unit (`with_unit`).

    △ and ▲ before a number are minus, as budgets print it; `has_down_signs` says that the table
    prints ▼ too, and ▲ then says nothing certain.
    """
    if cell.kind is CellKind.EMPTY or cell.is_merged:
        return ()
    if cell.kind in {CellKind.FIGURE, CellKind.YEAR} and len(cell.text) <= LONGEST_FIGURE:
        bare = _bare(cell, has_down_signs=has_down_signs)
        if bare is not None:
            return (bare,) if bare.value is not None else ()
    return _printed(cell, has_down_signs=has_down_signs)


def _bare(cell: Cell, *, has_down_signs: bool) -> TableValue | None:
    folded = fold(cell.text)
    match = BARE_NUMBER.fullmatch(folded)
    if match is None:
        return None
    numeral = next(find_numerals(match["digits"]), None)
    is_whole = numeral is not None and numeral.end == len(match["digits"])
    value = numeral.value if numeral is not None and is_whole else None
    sign = match["sign"] or ""
    flags: tuple[str, ...] = ()
    is_unclear = (
        bool(match["open"] or match["close"])
        or sign == "▼"
        or (sign == "▲" and has_down_signs)
        or (sign == "-" and bool(match["gap"]))
    )
    if is_unclear:
        flags = ("ambiguous_sign",)
    elif value is not None and sign not in {"", "+"}:
        value = -value
    return TableValue(
        start=cell.start,
        end=cell.end,
        raw=cell.text,
        value=value,
        unit=None,
        krw=None,
        label="",
        comparator=None,
        flags=flags,
    )


def _label(text: str, at: int) -> str:
    return label_before(text, max(0, at - _NEAR), at)


def _printed(cell: Cell, *, has_down_signs: bool) -> tuple[TableValue, ...]:
    """The amounts and counts of a cell that print their own unit."""
    found: list[TableValue] = []
    text = cell.text
    amounts = find_amounts(text)
    taken = [(one.start, one.end) for one in amounts]
    for amount in amounts:
        if amount.krw is None:
            continue
        is_unclear = has_down_signs and text[max(0, amount.start - 1) : amount.start + 1].strip(
            "0123456789"
        ) in {"▲", "▼"}
        flags = [*amount.flags, *(["ambiguous_sign"] * is_unclear)]
        flags += ["approximate"] * amount.approximate + ["range"] * (amount.high_krw is not None)
        flags += ["annual_flow"] * (amount.per == "year")
        found.append(
            TableValue(
                start=cell.start + amount.start,
                end=cell.start + amount.end,
                raw=amount.raw,
                value=Decimal(abs(amount.krw) if is_unclear else amount.krw),
                unit="원",
                krw=None if is_unclear else amount.krw,
                label=_label(text, amount.start),
                comparator=amount.comparator,
                flags=tuple(flags),
            )
        )
    for count in find_quantities(text):
        if any(count.start < end and start < count.end for start, end in taken):
            continue
        flags = [*count.flags, *(["approximate"] * count.approximate)]
        flags += ["range"] * (count.high is not None)
        found.append(
            TableValue(
                start=cell.start + count.start,
                end=cell.start + count.end,
                raw=count.raw,
                value=count.value,
                unit=count.unit,
                krw=None,
                label=_label(text, count.start),
                comparator=count.comparator,
                flags=tuple(flags),
            )
        )
    return tuple(sorted(found, key=lambda one: one.start))
