"""Counts, shares, ratios, grades and ordinals: the gold cases exactly, and nothing invented."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.amounts import find_amounts
from corpus.dates import find_dates
from corpus.quantities import (
    Grade,
    Ordinal,
    Quantity,
    Ratio,
    find_grades,
    find_measures,
    find_ordinals,
    find_quantities,
    find_ratios,
)
from tests.corpus.gold_cases import Case, as_row, gold_cases, plain
from tests.corpus.readers import HOSTILE, NOISE, assert_linear, assert_spans, documents

COUNTERS = ("건", "명", "개소", "회", "개월", "%", "㎡", "가구", "대", "%p", "곳")


@pytest.mark.parametrize("case", gold_cases("quantities"), ids=lambda case: case.text[:40])
def test_every_gold_measure_is_read_exactly(case: Case) -> None:
    found = [
        {"type": type(one).__name__.lower(), **as_row(one)} for one in find_measures(case.text)
    ]
    assert found == [plain(one) for one in case.expected]


@given(number=st.integers(0, 99_999_999), counter=st.sampled_from(COUNTERS), blank=st.booleans())
def test_a_count_reads_back_as_the_same_number(number: int, counter: str, *, blank: bool) -> None:
    glue = " " if blank and counter != "%p" else ""
    (quantity,) = find_quantities(f"실적은 {number:,}{glue}{counter}, 목표")
    assert (int(quantity.value), quantity.unit) == (number, counter)


@given(
    myriads=st.integers(1, 9_999), rest=st.integers(1, 9_999), counter=st.sampled_from(["명", "건"])
)
def test_a_count_in_myriads_reads_back(myriads: int, rest: int, counter: str) -> None:
    (quantity,) = find_quantities(f"{myriads:,}만{rest:,}{counter}")
    assert quantity.value == myriads * 10_000 + rest


@given(
    whole=st.integers(0, 999), decimals=st.integers(0, 99), unit=st.sampled_from(["%", "점", "배"])
)
def test_a_decimal_reads_back_digit_for_digit(whole: int, decimals: int, unit: str) -> None:
    (quantity,) = find_quantities(f"지표 {whole}.{decimals:02}{unit}")
    assert str(quantity.value) == f"{whole}.{decimals:02}"


@given(low=st.integers(1, 900), width=st.integers(1, 90), counter=st.sampled_from(COUNTERS))
def test_a_range_of_counts_has_both_ends(low: int, width: int, counter: str) -> None:
    (quantity,) = find_quantities(f"({low}~{low + width}{counter})")
    assert (quantity.value, quantity.high) == (Decimal(low), Decimal(low + width))


@given(one=st.integers(1, 9), other=st.integers(1, 9), form=st.sampled_from([":", "대", " : "]))
def test_a_ratio_reads_back_term_by_term(one: int, other: int, form: str) -> None:
    (ratio,) = find_ratios(f"지원규모 {one}{form}{other}")
    assert ratio.terms == (Decimal(one), Decimal(other))


@given(hour=st.integers(0, 24), minute=st.integers(0, 59))
def test_a_clock_time_is_no_ratio_and_no_count(hour: int, minute: int) -> None:
    assert find_measures(f"최종수정일 : 2022-01-06 {hour:02}:{minute:02}") == ()


@given(st.lists(st.sampled_from(NOISE), max_size=30).map("".join))
def test_spans_are_true_sorted_and_apart(text: str) -> None:
    assert_spans(text, find_measures(text))


@given(st.text(max_size=80))
def test_any_text_at_all_is_read_without_error(text: str) -> None:
    assert_spans(text, find_measures(text))


@pytest.mark.parametrize("piece", HOSTILE)
def test_reading_time_grows_with_the_length_only(piece: str) -> None:
    assert_linear(find_measures, piece)


def test_no_two_readers_claim_the_same_figure_of_a_real_document() -> None:
    for text in documents():
        measures = find_measures(text)
        assert_spans(text, measures)
        dates = [one for one in find_dates(text) if "bare_day" not in one.flags]
        claimed = sorted(
            [(one.start, one.end, one.raw) for one in (*find_amounts(text), *measures, *dates)]
        )
        for one, other in pairwise(claimed):
            assert one[1] <= other[0], (one, other)


def test_each_record_of_the_family_can_be_asked_for_alone() -> None:
    text = "제3기 위원 28명이 3:7 비율로 ‘가’등급을 정했다"
    assert [type(one) for one in find_measures(text)] == [Ordinal, Quantity, Ratio, Grade]
    assert [one.raw for one in find_ordinals(text)] == ["제3기"]
    assert [one.raw for one in find_quantities(text)] == ["28명"]
    assert [one.raw for one in find_ratios(text)] == ["3:7"]
    assert [one.raw for one in find_grades(text)] == ["‘가’등급"]
