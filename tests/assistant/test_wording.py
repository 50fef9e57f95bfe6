"""Figures and dates in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
from assistant.wording import billion_won, figure, korean_day, month_count, with_topic, won


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (872_700_000_000, "8,727억 원"),
        (1_620_000_000_000, "1조 6,200억 원"),
        (30_000_000, "3,000만 원"),
        (123_456_789, "1억 2,345만 6,789원"),
        (0, "0원"),
        (-150_000_000, "-1억 5,000만 원"),
    ],
)
def test_money_is_written_as_plans_write_it(amount: int, words: str) -> None:
    assert won(amount).replace(" ", "") == words.replace(" ", "")


@given(st.integers(1, 10**15))
def test_an_amount_in_words_is_read_back_to_the_won(amount: int) -> None:
    assert [one.krw for one in corpus.find_amounts(won(amount))] == [amount]


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (872_700_000_000, "872.7 billion won"),
        (30_000_000, "30 million won"),
        (2_000_000_000_000, "2 trillion won"),
        (5_000, "5,000 won"),
    ],
)
def test_money_for_english_readers(amount: int, words: str) -> None:
    assert billion_won(amount) == words


def test_a_figure_is_as_exact_as_it_was_printed() -> None:
    assert figure(Decimal("8.40"), "점") == "8.40점"
    assert figure(Decimal(1500), "명") == "1,500명"
    assert figure(Decimal("1E+3"), None) == "1,000"


def test_a_day_in_korean() -> None:
    assert korean_day(date(2022, 1, 6)) == "2022년 1월 6일"


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2021-03", "2022-08", 18),
        ("2021-03", "2021-03", 1),
        ("2021", "2022", 24),
        ("2021-03-05", "2021-04-05", None),
        ("2021", "2022-08", None),
        ("모름", "나중", None),
    ],
)
def test_months_are_counted_where_months_are_printed(
    start: str, end: str, months: int | None
) -> None:
    assert month_count(start, end) == months


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("체육관 건립 예산", "체육관 건립 예산은"),
        ("청렴도 점수", "청렴도 점수는"),
        ("시민감사관 수는", "시민감사관 수는"),
        ("무료 와이파이 AP", "무료 와이파이 AP는"),
    ],
)
def test_a_name_takes_the_topic_particle_that_its_end_asks_for(name: str, said: str) -> None:
    assert with_topic(name) == said
