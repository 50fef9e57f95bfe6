"""Results that follow from their expressions, and results that do not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.arithmetic import follows, worth
from assistant.types import Calculation
from assistant.wording import won


def is_right(expression: str, result: str) -> bool:
    return follows(Calculation(expression=expression, result=result, inputs=(1,)))


@pytest.mark.parametrize(
    ("expression", "result", "wrong"),
    [
        ("210건 + 244건", "454건", "455건"),
        ("7,200억 원 + 900억 원", "8,100억 원", "8,100만 원"),
        ("210건 + 244건 + 198건", "652건", "454건"),
        ("15억 원 - 12억 원", "3억 원", "27억 원"),
        ("8.40점 - 0.25점", "8.15점", "8.65점"),
        ("2021년 244건 > 2020년 210건", "2021년 244건", "2020년 210건"),
        ("60대 ÷ 24대", "2.5배", "2.4배"),
        ("364개 ÷ 193개", "1.9개", "1.8개"),
        ("300만 원 ÷ 75%", "400만 원", "4만 원"),
        ("(50개 - 44개) ÷ 50개 × 100", "12.0%", "88.0%"),
        ("30억 원 이상 ÷ 40억 원 × 100", "75.0% 이상", "70.0% 이상"),
        ("12명 × 60만 원", "720만 원", "72만 원"),
        ("180만 원 - 180만 원 × 25%", "135만 원", "45만 원"),
        ("64억 원 ÷ (964억 원 - 64억 원) × 100", "7.1%", "6.6%"),
        ("파주시 305건 > 보령시 198건", "파주시 305건", "보령시 305건"),
        ("2022년 198건 < 2020년 210건", "2022년 198건", "2020년 210건"),
        ("2021-03 ~ 2022-08", "18개월", "17개월"),
        ("2020년 210건 → 2021년 244건", "2020년 210건 → 2021년 244건", "2021년 245건"),
        ("8,100억 원", "810 billion won", "81 billion won"),
    ],
)
def test_a_result_follows_or_is_found_out(expression: str, result: str, wrong: str) -> None:
    assert is_right(expression, result)
    assert not is_right(expression, wrong)


def test_an_order_that_is_none_is_found_out() -> None:
    assert not is_right("2020년 210건 > 2021년 244건", "2020년 210건")
    assert not is_right("2021년 244건 < 2020년 210건", "2021년 244건")


@pytest.mark.parametrize("expression", ["일부 + 나머지", "모름 ~ 나중", "2021-03 ~ 2022-08-15"])
def test_what_cannot_be_reckoned_again_proves_nothing(expression: str) -> None:
    assert not is_right(expression, "8건")
    assert not is_right(expression, "여럿")


def test_the_worth_of_a_term_is_its_figure_and_not_its_year() -> None:
    assert worth("2021년 244건") == 244
    assert worth("2021년 15억 원") == 1_500_000_000
    assert worth("8.40점") == Decimal("8.4")
    assert worth("여럿") is None


AMOUNTS = st.lists(st.integers(1, 10**14), min_size=2, max_size=5)


@given(AMOUNTS, st.integers(-3, 3))
def test_sums_of_money_follow_to_the_won(amounts: list[int], off: int) -> None:
    expression = " + ".join(map(won, amounts))
    assert is_right(expression, won(sum(amounts) + off)) == (off == 0)


@pytest.mark.parametrize(
    ("expression", "result", "follows_from"),
    [
        ("50% × 180만 원", "9,000만 원", False),
        ("50% × 180만 원", "90만 원", True),
        ("180만 원 × 5%p", "900만 원", False),
        ("6건 ÷ 4건 - 2건", "3배", False),
        ("10건 + 5건 ÷ 5건 × 100", "100%", False),
        ("100억 원 + 200억 원", "20 billion won", False),
        ("100억 원 + 200억 원", "30 billion won", True),
        ("개수(가, 나, 다)", "3억원", False),
        ("개수(가, 나, 다)", "3만 명", False),
        ("개수(가, 나, 다)", "3곳", True),
    ],
)
def test_no_term_scale_or_rate_is_passed_over(
    expression: str, result: str, follows_from: bool
) -> None:
    assert is_right(expression, result) is follows_from
