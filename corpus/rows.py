"""Facts as plain rows: the one shape that dumps, answers and other programs read."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from corpus.types import Document, Fact, Value


def number(value: Value | None) -> int | float | str | None:
    """A figure as JSON carries it: whole numbers as int, others as float, grades as text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def fact_row(
    fact: Fact, document: Document, figure: Callable[[Value | None], object] = number
) -> dict[str, Any]:
    """One row of the facts dump (`/data/facts.jsonl`), as the contract fixes it, and more.

    `figure` says how a value is carried: as JSON does, unless the format can hold it exactly.
    """
    return {
        "id": fact.id,
        "kind": fact.kind.value,
        "municipality": fact.municipality,
        "name": fact.name,
        "fiscal_year": fact.fiscal_year,
        "value": figure(fact.value),
        "unit": fact.unit,
        "amount_krw": fact.amount_krw,
        "raw_text": fact.raw_text,
        "values": [
            {
                "year": one.year,
                "value": figure(one.value),
                "phase": one.phase.value if one.phase else None,
            }
            for one in fact.values
        ],
        "period": ({"start": fact.period.start, "end": fact.period.end} if fact.period else None),
        "organisation": fact.organisation,
        "comparator": fact.comparator,
        "account": fact.account,
        "funding_source": fact.funding_source,
        "quote": fact.quote,
        "start": fact.start,
        "end": fact.end,
        "flags": list(fact.flags),
        "doubts": list(fact.doubts),
        "document": {"id": document.id, "source": document.source, "title": document.title},
        "section_id": fact.section_id,
        "passage_id": fact.passage_id,
        "page": fact.page.printed,
    }
