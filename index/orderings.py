"""The orders that a list can be read in, and pages of them by key.

A record without a value comes last, whichever way the values go; records with the same value are
in order of id, the same way as the values. So a page is a stretch of the records with a value, in
the order of one index, followed by a stretch of those without.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from index.parameters import Parameter, parameter

SortKey = str | int | None


class SortColumn(StrEnum):
    """What lists can be sorted by; which of these a table has is said in `SORTED`."""

    AMOUNT_KRW = "amount_krw"
    DUE = "due"
    FISCAL_YEAR = "fiscal_year"
    NAME = "name"
    PUBLISHED_ON = "published_on"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """By which column a list is sorted, and which way; ties by id, what has no value last."""

    column: SortColumn
    is_descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sorted:
    column: str
    is_always_there: bool = False


_NAME = _Sorted(column="name", is_always_there=True)
_FISCAL_YEAR = _Sorted(column="fiscal_year")

SORTED: Mapping[str, Mapping[SortColumn, _Sorted]] = MappingProxyType(
    {
        "documents": {
            SortColumn.TITLE: _Sorted(column="title", is_always_there=True),
            SortColumn.PUBLISHED_ON: _Sorted(column="published_on"),
        },
        "facts": {
            SortColumn.NAME: _NAME,
            SortColumn.FISCAL_YEAR: _FISCAL_YEAR,
            SortColumn.AMOUNT_KRW: _Sorted(column="amount_krw"),
            SortColumn.DUE: _Sorted(column="period_end"),
        },
        "arithmetic_audits": {SortColumn.NAME: _NAME, SortColumn.FISCAL_YEAR: _FISCAL_YEAR},
        "series": {SortColumn.NAME: _NAME},
    }
)
"""Table -> column -> where it lies; each has an index that begins with it and ends with the id."""


def sorted_column(table: str, order: Order) -> str:
    """The column of the table that an order goes by; ValueError where it has none such."""
    if order.column not in SORTED.get(table, {}):
        raise ValueError(f"{table} cannot be sorted by {order.column}")
    return SORTED[table][order.column].column


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A record that a page begins after or ends before: its sort key and its id."""

    key: SortKey
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One part of a page: a condition, its parameters, and the order that it is read in."""

    condition: str
    parameters: tuple[Parameter, ...]
    order: str


def stretches(
    table: str,
    order: Order,
    *,
    after: Bound | None,
    before: Bound | None,
    is_backward: bool,
) -> tuple[Stretch, ...]:
    """The parts of a page in the order that they are read in, none where none can hold a record.

    Raises ValueError for a column that the table cannot be sorted by.
    """
    if order.column not in SORTED.get(table, {}):
        raise ValueError(f"{table} cannot be sorted by {order.column}")
    place = SORTED[table][order.column]
    way = "DESC" if order.is_descending != is_backward else "ASC"
    signs = (("<", after), (">", before)) if order.is_descending else ((">", after), ("<", before))
    found = []
    if after is None or after.key is not None:
        parts = [] if place.is_always_there else [f"{place.column} IS NOT NULL"]
        parameters: list[Parameter] = []
        for sign, bound in signs:
            if bound is not None and bound.key is not None:
                parts.append(f"({place.column}, id) {sign} (?, ?)")
                parameters += [parameter(bound.key), parameter(bound.id)]
        found.append(
            Stretch(
                condition=" AND ".join(parts) or "1",
                parameters=tuple(parameters),
                order=f"{place.column} {way}, id {way}",
            )
        )
    if not place.is_always_there and (before is None or before.key is None):
        bounds = [(sign, one.id) for sign, one in signs if one is not None and one.key is None]
        found.append(
            Stretch(
                condition=" AND ".join(
                    [f"{place.column} IS NULL", *(f"id {sign} ?" for sign, _ in bounds)]
                ),
                parameters=tuple(parameter(one) for _, one in bounds),
                order=f"id {way}",
            )
        )
    return tuple(reversed(found)) if is_backward else tuple(found)
