"""Times that a statement tells, apart from years in the names of plans."""

from __future__ import annotations

import pytest

from assistant.times import asks_period, tells_bound, tells_period, tells_time


@pytest.mark.parametrize(
    ("quote", "is_time"),
    [
        ("2031년 숲길 예산안을 살펴보세요", False),
        ("2031년 주요업무계획 보고회", False),
        ("2031년 개관한다", True),
        ("2031년 평가 시행", True),
        ("2031년 주요업무계획 보고회를 10월에 열었다", True),
        ("‘31년 착공", True),
        ("하반기에 문을 연다", True),
        ("숲길을 넓힌다", False),
    ],
)
def test_a_year_in_a_name_is_no_time(quote: str, is_time: bool) -> None:
    assert tells_time(quote) is is_time


@pytest.mark.parametrize(
    ("quote", "is_period"),
    [
        ("○ 기간 : 2031. 4. 6.(월) ~ 4. 25.(토)", True),
        ("5월 8일부터 6월 15일까지 살폈다", True),
        ("세금은 이달 31일까지 낸다", True),
        ("4월 6일 문을 열었다", False),
    ],
)
def test_a_first_and_a_last_day_are_a_period(quote: str, is_period: bool) -> None:
    assert tells_period(quote) is is_period


def test_a_bound_is_a_day_and_no_year_of_a_name() -> None:
    assert tells_bound("2032년까지 짓는다")
    assert tells_bound("9월 3일에 연다")
    assert not tells_bound("올해 들어온 제안 18건")


def test_a_question_for_a_period_is_known() -> None:
    assert asks_period("투표는 언제까지인가요?")
    assert asks_period("감사 기간 알려줘")
    assert not asks_period("언제 문을 여나요?")
