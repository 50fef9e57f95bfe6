"""Times that a statement tells, apart from years in the names of plans."""

from __future__ import annotations

import pytest

from assistant.times import asks_period, tells_bound, tells_period, tells_time, without_reports


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


@pytest.mark.parametrize(
    "quote",
    [
        "군은 조례 개정안을 21일 내놓았다.",
        "시는 부적정 사례 12건을 4일 공개했다.",
        "보상 계획을 지난 7일 밝혔다.",
        "구는 이전 계획을 3월 5일 발표했다.",
        "노선을 고쳤다고 30일 알렸다.",
    ],
)
def test_the_day_of_a_report_is_no_time_of_what_it_reports(quote: str) -> None:
    assert not tells_time(without_reports(quote, "조례는 언제 시행되나요?"))
    assert tells_time(without_reports(quote, "이 내용을 언제 밝혔고 발표는 언제 했나요?"))


@pytest.mark.parametrize(
    "quote",
    [
        "조례는 7월 1일 시행한다.",
        "8월 3일부터 9일까지 점검했다고 밝혔다.",
        "10일 보고회를 열었다고 전했다.",
        "개통은 12월 2일이라고 설명했다.",
    ],
)
def test_other_days_stay_times(quote: str) -> None:
    assert without_reports(quote, "언제인가요?") == quote
