"""Figures with the fineness of their print, and what reckoning them gives."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.arithmetic_expressions import ExpressionOptions, expression
from corpus.arithmetic_figures import Figure, figures_in, step_of
from corpus.arithmetic_reckoning import Claim, Closure, ReckoningOptions, makes_whole, reckon
from corpus.types import ArithmeticRelation, AuditResult


def _figure(raw: str, value: str, unit: str | None = "건") -> Figure:
    step = step_of(raw, unit, Decimal(1))
    return Figure(start=0, end=len(raw), raw=raw, value=Decimal(value), unit=unit, step=step)


def _sum(total: Figure, *parts: Figure, closure: Closure = Closure.CLOSED) -> Claim:
    return Claim(relation=ArithmeticRelation.SUM, stated=total, terms=parts, closure=closure)


@pytest.mark.parametrize(
    ("raw", "unit", "step"),
    [
        ("634건", "건", "0"),
        ("3,500원", "원", "0"),
        ("8,727억 원", "원", "100000000"),
        ("84억1천300만 원", "원", "10000"),
        ("1.5조", "원", "100000000000"),
        ("10백만 원", "원", "1000000"),
        ("1천만 원", "원", "10000000"),
        ("1만 2천명", "명", "1000"),
        ("5.17%", "%", "0.01"),
        ("12%", "%", "1"),
        ("82.86점", "점", "0.01"),
        ("3.2km", "km", "0.1"),
        ("412", "백만원", "1"),
        ("412", "건", "0"),
        ("412.5", "억원", "0.1"),
    ],
)
def test_a_figure_is_known_to_its_last_printed_digit(raw: str, unit: str, step: str) -> None:
    assert step_of(raw, unit, Decimal(1)) == Decimal(step)


def test_amounts_and_counts_are_read_in_order_and_apart() -> None:
    text = "앞 3건 5억 원(12.5%), 약 40명, 수백억 원"
    found = figures_in(text, 2, len(text))
    assert [(one.raw, one.unit, one.doubt) for one in found] == [
        ("3건", "건", ""),
        ("5억 원", "원", ""),
        ("12.5%", "%", ""),
        ("40명", "명", "approximate"),
        ("수백억 원", "원", "part_unread"),
    ]
    assert all(text[one.start : one.end] == one.raw for one in found)


def test_a_stretch_without_digits_has_no_figures() -> None:
    assert figures_in("예산을 정했다", 0, 7) == ()


def test_figures_of_two_scales_of_won_are_reckoned_in_won() -> None:
    total = _figure("12", "12", "억원")
    result = reckon(_sum(total, _figure("700", "700", "백만원"), _figure("500", "500", "백만원")))
    assert result is not None
    assert (result.result, result.unit, result.computed) == (
        AuditResult.AGREES,
        "원",
        Decimal(1_200_000_000),
    )


def test_figures_of_different_things_cannot_be_added() -> None:
    claim = _sum(_figure("8건", "8"), _figure("3건", "3"), _figure("5명", "5", "명"))
    result = reckon(claim)
    assert result is not None
    assert (result.result, result.reason) == (AuditResult.CANNOT_TELL, "unit_unknown")
    assert result.computed is None


def test_a_supposed_sum_says_something_only_where_it_fits() -> None:
    parts = (_figure("3건", "3"), _figure("5건", "5"))
    fitting = reckon(_sum(_figure("8건", "8"), *parts, closure=Closure.SUPPOSED))
    assert fitting is not None
    assert fitting.result is AuditResult.AGREES
    assert reckon(_sum(_figure("9건", "9"), *parts, closure=Closure.SUPPOSED)) is None


def test_an_open_list_never_agrees_by_rounding() -> None:
    total, part = _figure("9억 원", "900000000", "원"), _figure("4억 원", "400000000", "원")
    result = reckon(_sum(total, part, part, closure=Closure.OPEN))
    assert result is not None
    assert (result.result, result.reason) == (AuditResult.CANNOT_TELL, "open_list")


def test_how_near_a_misprint_must_be_is_an_option() -> None:
    claim = _sum(*(_figure(f"{one}건", f"{one}") for one in (100, 20, 25, 30)))
    strict, loose = reckon(claim), reckon(claim, ReckoningOptions(least_ratio=Decimal("0.7")))
    assert strict is not None
    assert loose is not None
    assert strict.result is AuditResult.CANNOT_TELL
    assert loose.result is AuditResult.DISAGREES


def test_parts_that_leave_nothing_out_are_known_by_name() -> None:
    assert makes_whole(["일반회계", "특별회계"])
    assert makes_whole(["계속", "신규"])
    assert not makes_whole(["일반회계", "기금"])
    assert not makes_whole(["일반회계", "특별회계", "기금"])


def test_a_share_of_nothing_cannot_be_reckoned() -> None:
    claim = Claim(
        relation=ArithmeticRelation.SHARE,
        stated=_figure("5%", "5", "%"),
        terms=(_figure("3건", "3"), _figure("0건", "0")),
        closure=Closure.CLOSED,
    )
    assert reckon(claim) is None


def test_a_long_sum_is_shortened_in_its_middle() -> None:
    parts = [_figure(f"{one}건", f"{one}") for one in range(1, 21)]
    written = expression(
        ArithmeticRelation.SUM,
        _figure("210건", "210"),
        parts,
        AuditResult.AGREES,
        Decimal(210),
        ExpressionOptions(most_terms=4),
    )
    assert written == "1건 + 2건 + 3건 + … + 20건 = 210건"


@given(st.lists(st.integers(-(10**17), 10**17), min_size=2, max_size=50))
def test_sums_are_exact_whatever_their_size(values: list[int]) -> None:
    parts = [_figure(f"{one}", f"{one}") for one in values]
    result = reckon(_sum(_figure("0", f"{sum(values)}"), *parts, closure=Closure.PROVED))
    assert result is not None
    assert (result.reason, result.computed) == ("exact", Decimal(sum(values)))
