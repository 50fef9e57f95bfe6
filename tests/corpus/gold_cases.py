"""The public gold set: what must be read out of a text, and what a reader gave, in one shape."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

GOLD = Path(__file__).with_name("gold") / "amounts.jsonl"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One line of the gold set; `expected` lists every field that is not None, False or empty."""

    text: str
    expected: list[Row]
    reference: date | None
    fiscal_year: int | None
    inherited_unit: str | None


def gold_cases(module: str) -> list[Case]:
    """The cases of one module ('amounts', 'quantities' or 'dates')."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [
        Case(
            text=row["text"],
            expected=row["expected"],
            reference=date.fromisoformat(row["reference"]) if "reference" in row else None,
            fiscal_year=row.get("fiscal_year"),
            inherited_unit=row.get("inherited_unit"),
        )
        for row in rows
        if row["module"] == module
    ]


def as_row(record: Any) -> Row:  # noqa: ANN401
    """A record as the gold set writes it: numbers as text where exact, empty fields left out."""
    row: Row = {}
    for name in type(record).__dataclass_fields__:
        value = getattr(record, name)
        if isinstance(value, tuple):
            value = [str(one) if isinstance(one, Decimal) else one for one in value]
        elif isinstance(value, Decimal):
            value = str(value)
        if value is not None and value is not False and value != []:
            row[name] = value
    return row


def plain(row: Row) -> Row:
    """A gold row without the fields that say nothing."""
    return {
        name: value
        for name, value in row.items()
        if value is not None and value is not False and value != []
    }
