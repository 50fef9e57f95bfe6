"""Figures keep every digit on their way out."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

import corpus
from graphql_api.responses import json_bytes
from graphql_api.values import FactValue, Page, Period, approximate, exact
from tests.factories import make_document


@pytest.mark.parametrize(
    ("value", "text", "number"),
    [
        (Decimal("0.10"), "0.10", 0.1),
        (Decimal("1E+3"), "1000", 1000.0),
        (Decimal("-12.5"), "-12.5", -12.5),
        (Decimal("12345678901234567890.5"), "12345678901234567890.5", 12345678901234567890.5),
        (Decimal(0), "0", 0.0),
        ("2등급", "2등급", None),
        ("3:7", "3:7", None),
        (None, None, None),
    ],
)
def test_a_value_is_exact_as_text_and_near_as_a_number(
    value: corpus.Value | None, text: str | None, number: float | None
) -> None:
    assert (exact(value), approximate(value)) == (text, number)


@pytest.mark.parametrize("amount", [2**31, 2**53 + 1, 2**63, 10**30, -(10**30)])
def test_an_amount_of_any_length_is_written_whole(amount: int) -> None:
    assert json_bytes({"금액": amount}) == f'{{"금액":{amount}}}'.encode()


def test_a_record_is_written_field_by_field() -> None:
    row = json.loads(json_bytes(make_document(published_on=date(2022, 1, 6))))
    assert (row["published_on"], row["fiscal_years"], row["inferred"]) == ("2022-01-06", [2022], [])


def test_a_page_without_numbers_is_no_page() -> None:
    assert Page.from_record(corpus.Page()) is None
    assert Page.from_record(corpus.Page(physical=3)) == Page(printed=None, physical=3)


def test_a_period_that_is_not_printed_is_none() -> None:
    assert Period.from_record(None) is None


def test_a_value_without_year_or_phase_keeps_them_unknown() -> None:
    shown = FactValue.from_record(corpus.FactValue(value=Decimal(3)))
    assert (shown.year, shown.phase, shown.value) == (None, None, "3")
