"""A fact before it has its number: what an extractor gives back."""

from __future__ import annotations

from decimal import Decimal

from corpus.facts.statements import Statement
from corpus.records import record
from corpus.types import FactKind, FactValue, Period, Phase, Value


@record(frozen=True, slots=True, kw_only=True)
class Draft:
    """One fact of a statement, which is quoted whole.

    `at` is where `raw_text` begins in `statement.text`, None where its reader does not tell. `span`
    is the stretch of `statement.text` whose figures are told by this fact, so that no other
    reader takes them again; None where others may. `doubts` are what its extractor is not sure of
    (`corpus.facts.doubts`). The other fields are those of `Fact`.
    """

    statement: Statement
    kind: FactKind
    name: str
    raw_text: str
    value: Value | None = None
    values: tuple[FactValue, ...] = ()
    unit: str | None = None
    amount_krw: int | None = None
    fiscal_year: int | None = None
    period: Period | None = None
    organisation: str | None = None
    comparator: str | None = None
    account: str | None = None
    funding_source: str | None = None
    flags: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    municipality: str | None = None
    span: tuple[int, int] | None = None
    at: int | None = None


def one_value(
    year: int | None, value: Decimal | str, phase: Phase | None = None
) -> tuple[FactValue, ...]:
    """The course of a fact that has a single value."""
    return (FactValue(year=year, value=value, phase=phase),)
