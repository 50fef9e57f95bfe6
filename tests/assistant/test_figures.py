"""Figures with their units, years and bounds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.figures import read_figures


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("8,727억 원", 872_700_000_000, "원", None),
        ("872.7 billion won", 872_700_000_000, "원", None),
        ("10백만 원", 10_000_000, "원", None),
        ("244건", 244, "건", None),
        ("3,700건수", 3700, "건", None),
        ("1억 원 이상", 100_000_000, "원", "at_least"),
        ("at most 5 percent", 5, "%", "at_most"),
        ("8.40점", Decimal("8.4"), "점", None),
        ("223 indicators", 223, None, None),
    ],
)
def test_a_figure_is_read(
    text: str, value: int | Decimal, unit: str | None, bound: str | None
) -> None:
    (figure,) = read_figures(text).figures
    assert (figure.value, figure.unit, figure.bound) == (value, unit, bound)


def test_both_ends_of_a_range_are_figures() -> None:
    assert [one.value for one in read_figures("20~30건").figures] == [20, 30]


def test_the_year_before_a_figure_is_its_year_and_no_figure() -> None:
    said = read_figures("2020년 210건, 2021년 244건")
    assert [set(said.years_of(one)) for one in said.figures] == [{2020}, {2021}]
    assert [one.value for one in said.figures] == [210, 244]


def test_a_bound_holds_for_the_same_amount_in_brackets() -> None:
    figures = read_figures("at least 1억 원 (100 million won)").figures
    assert [one.bound for one in figures] == ["at_least", "at_least"]


def test_a_number_in_a_name_is_no_figure() -> None:
    assert read_figures("제3기 위원, 4급, CO2").figures == ()
