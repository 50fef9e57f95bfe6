"""Dates: the gold cases exactly, every style back to the same day, the open left open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import find_dates
from tests.corpus.gold_cases import Case, as_row, gold_cases, plain
from tests.corpus.readers import HOSTILE, NOISE, assert_linear, assert_spans, documents

STYLES: dict[str, Callable[[date], str]] = {
    "dotted": lambda day: f"{day.year}. {day.month}. {day.day}.",
    "dotted, glued": lambda day: f"{day.year}.{day.month}.{day.day}",
    "dotted, two digits": lambda day: f"{day.year}.{day.month:02}.{day.day:02}.",
    "dashes": lambda day: f"{day.year}-{day.month:02}-{day.day:02}",
    "slashes": lambda day: f"{day.year}/{day.month:02}/{day.day:02}",
    "words": lambda day: f"{day.year}년 {day.month}월 {day.day}일",
    "words, glued": lambda day: f"{day.year}년{day.month}월{day.day}일",
    "left quote": lambda day: f"‘{day.year % 100:02}.{day.month}.{day.day}.",
    "right quote": lambda day: f"’{day.year % 100:02}. {day.month}. {day.day}.",
    "straight quote": lambda day: f"'{day.year % 100:02}년 {day.month}월 {day.day}일",
}
DAYS = st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31))


@pytest.mark.parametrize("case", gold_cases("dates"), ids=lambda case: case.text[:40])
def test_every_gold_date_is_read_exactly(case: Case) -> None:
    found = find_dates(case.text, reference=case.reference, fiscal_year=case.fiscal_year)
    assert [as_row(one) for one in found] == [plain(one) for one in case.expected]


@pytest.mark.parametrize("style", STYLES)
@given(day=DAYS)
def test_a_day_in_any_style_reads_back_as_the_same_day(style: str, day: date) -> None:
    text = f"기간 ({STYLES[style](day)})"
    (mention,) = find_dates(text)
    assert (mention.start_date, mention.kind) == (day.isoformat(), "date"), text


@pytest.mark.parametrize("style", STYLES)
@given(day=DAYS, other=DAYS)
def test_a_range_in_any_style_reads_back_with_both_days(style: str, day: date, other: date) -> None:
    first, last = sorted((day, other))
    write = STYLES[style]
    (mention,) = find_dates(f"기간 : {write(first)} ~ {write(last)}")
    assert (mention.start_date, mention.end_date) == (first.isoformat(), last.isoformat())
    assert (mention.kind, mention.resolved) == ("range", True)


@given(year=st.integers(1970, 2069), month=st.integers(1, 12))
def test_a_month_reads_back_as_the_same_month(year: int, month: int) -> None:
    for text in (f"{year}. {month}.", f"’{year % 100:02}.{month}.", f"{year}년 {month}월"):
        (mention,) = find_dates(f"준공({text})")
        assert (mention.start_date, mention.kind) == (f"{year}-{month:02}", "month")


@given(month=st.integers(1, 40), day=st.integers(1, 40))
def test_a_day_that_no_calendar_has_is_never_resolved(month: int, day: int) -> None:
    try:
        date(2023, month, day)
    except ValueError:
        found = find_dates(f"2023. {month}. {day}. 시행")
        assert all("2023-" not in (one.start_date or "") for one in found)
        assert all("impossible" in one.flags for one in found)


@given(reference=DAYS, day=st.integers(1, 28))
def test_a_day_gone_by_is_the_last_such_day_before_the_reference(reference: date, day: int) -> None:
    (mention,) = find_dates(f"지난 {day}일 개최했다", reference=reference)
    if day == reference.day:
        assert mention.start_date is None
        return
    assert mention.start_date is not None
    found = date.fromisoformat(mention.start_date)
    assert found.day == day
    assert 0 < (reference - found).days <= 31


@given(st.lists(st.sampled_from(NOISE), max_size=30).map("".join))
def test_spans_are_true_sorted_and_apart(text: str) -> None:
    found = find_dates(text, reference=date(2024, 7, 10), fiscal_year=2024)
    assert_spans(text, found)
    for one in found:
        assert one.resolved == bool(one.start_date or one.end_date) or one.kind == "range"


@given(st.lists(st.sampled_from(NOISE), max_size=30).map("".join))
def test_what_the_print_leaves_open_stays_open_without_the_callers_dates(text: str) -> None:
    for one in find_dates(text):
        assert not {"year_inferred", "month_inferred"} & set(one.flags)


@given(st.text(max_size=80))
def test_any_text_at_all_is_read_without_error(text: str) -> None:
    assert_spans(text, find_dates(text))


@pytest.mark.parametrize("piece", HOSTILE)
def test_reading_time_grows_with_the_length_only(piece: str) -> None:
    assert_linear(find_dates, piece)


def test_a_real_document_is_read_with_true_spans() -> None:
    for text in documents():
        assert_spans(text, find_dates(text, reference=date(2024, 7, 10)))
