"""Facts as plain rows: every field of the contract, exact figures, nothing JSON cannot carry."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.rows import fact_row, number
from tests.corpus.plans import plan_texts, read
from tests.factories import make_document, make_fact

CONTRACT = {
    "id", "kind", "municipality", "name", "fiscal_year", "value", "unit", "amount_krw", "raw_text",
    "values", "period", "quote", "start", "end", "flags", "doubts", "document", "page",
}  # fmt: skip


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("690"), 690),
        (Decimal("690.00"), 690),
        (Decimal("5.17"), 5.17),
        (Decimal("-3"), -3),
        (Decimal("1E+12"), 10**12),
        ("가등급", "가등급"),
        ("3:7", "3:7"),
        (None, None),
    ],
)
def test_whole_figures_are_whole_and_grades_are_text(
    value: Decimal | str | None, expected: float | str | None
) -> None:
    assert number(value) == expected
    assert type(number(value)) is type(expected)


@given(st.decimals(-(10**13), 10**13, allow_nan=False, places=2))
def test_a_figure_with_two_places_survives_json(value: Decimal) -> None:
    assert Decimal(str(json.loads(json.dumps(number(value))))) == value


def test_a_row_has_every_field_of_the_contract() -> None:
    row = fact_row(make_fact(), make_document())
    assert set(row) >= CONTRACT
    assert row["kind"] == "project"
    assert row["value"] == 690
    assert row["values"][0] == {"year": 2021, "value": 300, "phase": "actual"}
    assert row["period"] == {"start": "2021", "end": "2022-12"}
    assert set(row["document"]) == {"id", "source", "title"}
    assert row["page"] == "12"


def test_a_row_says_what_is_doubted_and_nothing_where_nothing_is() -> None:
    doubted = make_fact(doubts=("name_borrowed", "year_unsure"))
    assert fact_row(doubted, make_document())["doubts"] == ["name_borrowed", "year_unsure"]
    assert fact_row(make_fact(), make_document())["doubts"] == []


def test_what_a_fact_does_not_know_is_null() -> None:
    row = fact_row(make_fact(value=None, values=(), period=None, unit=None), make_document())
    assert (row["value"], row["values"], row["period"], row["unit"]) == (None, [], None, None)


@given(text=plan_texts())
def test_every_fact_of_a_generated_plan_is_a_row_that_json_carries(text: str) -> None:
    reading = read(text)
    for fact in reading.facts:
        row = fact_row(fact, reading.document)
        assert json.loads(json.dumps(row, allow_nan=False)) == row
        assert reading.text[row["start"] : row["end"]] == row["quote"]
