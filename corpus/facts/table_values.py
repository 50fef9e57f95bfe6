"""What one cell of a table states: numbers with or without a unit of their own."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal

from corpus.amounts import Amount, find_amounts, unit_scale
from corpus.cells import BARE_NUMBER, BRACKETED, LONGEST_FIGURE, Cell, CellKind, cell_kind
from corpus.characters import fold
from corpus.facts.labels import label_before
from corpus.numerals import find_numerals, is_in_range
from corpus.quantities import Quantity, find_quantities
from corpus.records import record
from corpus.sentences import trimmed

IN_BRACKETS = "in_brackets"
"""The flag of a number that a cell prints in brackets behind its own."""

_MINUS = re.compile(r"-\d")
_NEAR = 60  # characters before a number in which its cell names it


@record(frozen=True, slots=True, kw_only=True)
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
        return replace(self, unit=unit, krw=krw, flags=tuple(flags))


def cell_values(cell: Cell, *, has_down_signs: bool) -> tuple[TableValue, ...]:
    """Every number of a cell; a number that stands alone may inherit a unit (`with_unit`).

    △ and ▲ before a number are minus, as budgets print it; `has_down_signs` says that the table
    prints ▼ too, and ▲ then says nothing certain.
    """
    if cell.kind in {CellKind.EMPTY, CellKind.DATE} or cell.is_merged:
        return ()
    if cell.kind in {CellKind.FIGURE, CellKind.YEAR} and len(cell.text) <= LONGEST_FIGURE:
        bracketed = BRACKETED.fullmatch(fold(cell.text))
        if bracketed is not None:
            return _bracketed(cell, bracketed, has_down_signs=has_down_signs)
        bare = _bare(cell, has_down_signs=has_down_signs)
        if bare is not None:
            return (bare,) if bare.value is not None else ()
    return _printed(cell, has_down_signs=has_down_signs)


def _bracketed(cell: Cell, match: re.Match[str], *, has_down_signs: bool) -> tuple[TableValue, ...]:
    """8,413 (5.41%): the number, and what stands in brackets where that prints its own unit."""
    main = _part_of(cell, *match.span("main"))
    inside = _printed(_part_of(cell, *match.span("inside")), has_down_signs=has_down_signs)
    return (
        *cell_values(main, has_down_signs=has_down_signs),
        *(replace(one, flags=(*one.flags, IN_BRACKETS)) for one in inside),
    )


def _part_of(cell: Cell, start: int, end: int) -> Cell:
    start, end = trimmed(cell.text, start, end)
    words = cell.text[start:end]
    return Cell(start=cell.start + start, end=cell.start + end, text=words, kind=cell_kind(words))


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


# '10월 2주' is the second week of October, no two weeks.
_MONTH_BEFORE = re.compile(r"\d{1,2}월\s?(?:중\s?)?제?$")
_ORDINAL_UNITS = frozenset({"주", "일", "시"})


def _label(text: str, at: int) -> str:
    return label_before(text, max(0, at - _NEAR), at)


def _printed(cell: Cell, *, has_down_signs: bool) -> tuple[TableValue, ...]:
    """The amounts and counts of a cell that print their own unit."""
    amounts = find_amounts(cell.text)
    counts = find_quantities(cell.text)
    found = [
        _amount(cell, one, has_down_signs=has_down_signs) for one in amounts if one.krw is not None
    ]
    ends = [one.end for one in amounts]
    for one in counts:
        before = bisect_right(ends, one.start)  # the first amount that ends behind its start
        if one.unit in _ORDINAL_UNITS and _MONTH_BEFORE.search(cell.text, 0, one.start):
            continue
        if before == len(amounts) or amounts[before].start >= one.end:
            found.append(_count(cell, one))
    return tuple(sorted(found, key=lambda one: one.start))


def _amount(cell: Cell, one: Amount, *, has_down_signs: bool) -> TableValue:
    signs = cell.text[max(0, one.start - 1) : one.start + 1]
    is_unclear = "▼" in signs or (has_down_signs and "▲" in signs)
    krw = one.krw or 0
    flags = (
        *one.flags,
        *(["ambiguous_sign"] * is_unclear),
        *(["approximate"] * one.approximate),
        *(["range"] * (one.high_krw is not None)),
        *(["annual_flow"] * (one.per == "year")),
    )
    return TableValue(
        start=cell.start + one.start,
        end=cell.start + one.end,
        raw=one.raw,
        value=Decimal(abs(krw) if is_unclear else krw),
        unit="원",
        krw=None if is_unclear else krw,
        label=_label(cell.text, one.start),
        comparator=one.comparator,
        flags=flags,
    )


def _count(cell: Cell, one: Quantity) -> TableValue:
    # A lone dash is nothing, one at a digit that opens a cell of figures is a minus: -11.4%.
    is_negative = (
        "ambiguous_sign" in one.flags
        and cell.kind is CellKind.FIGURE
        and one.start == 1
        and _MINUS.match(cell.text) is not None
    )
    start = one.start - is_negative
    printed = [flag for flag in one.flags if not (is_negative and flag == "ambiguous_sign")]
    flags = (
        *printed,
        *(["approximate"] * one.approximate),
        *(["range"] * (one.high is not None)),
    )
    return TableValue(
        start=cell.start + start,
        end=cell.start + one.end,
        raw=cell.text[start : one.end] if is_negative else one.raw,
        value=-one.value if is_negative and one.value is not None else one.value,
        unit=one.unit,
        krw=None,
        label=_label(cell.text, one.start),
        comparator=one.comparator,
        flags=flags,
    )
