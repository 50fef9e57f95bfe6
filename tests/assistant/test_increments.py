"""Questions about how much something moved, answered from what the text says of the change."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import assistant

Ask = Callable[..., assistant.Answer]


@pytest.mark.parametrize(
    ("question", "expression", "result"),
    [
        ("파주시 여권 발급일은 며칠 단축됐나요?", "8.4일 - 5.1일", "3.3일"),
        ("파주시 상담 창구는 몇 개 늘어나나요?", "18개 - 12개", "6개"),
        ("파주시 방문 상담 대상자는 2022년보다 몇 명 늘었나요?", "640명 - 590명", "50명"),
        ("파주시 친절도는 평균보다 몇 점 높은가요?", "88.2점 - 81.7점", "6.5점"),
        ("파주시 2022년 자체수입은 얼마였나요?", "820억 원 - 70억 원", "750억 원"),
        ("파주시 2022년 이전재원은 얼마였던 셈인가요?", "3,100억 원 - 120억 원", "2,980억 원"),
        (
            "파주시 2022년 시민 1인당 채무액은 얼마였던 셈인가요?",
            "21만 원 + 3만 5,000원",
            "24만 5,000원",
        ),
        (
            "파주시 제1회 추경은 당초보다 몇 퍼센트 늘었나요?",
            "(5,400억 원 - 5,000억 원) ÷ 5,000억 원 × 100",
            "8.0%",
        ),
        ("파주시 상담 창구는 몇 배로 늘어나나요?", "18개 ÷ 12개", "1.5배"),
        ("By how many days was passport issuing shortened in Paju?", "8.4일 - 5.1일", "3.3일"),
    ],
)
def test_the_change_that_is_asked_for_is_reckoned(
    ask_bulletin: Ask, question: str, expression: str, result: str
) -> None:
    (calculation,) = ask_bulletin(question).calculations
    assert (calculation.expression, calculation.result) == (expression, result)


def test_a_printed_amount_is_quoted_and_not_reckoned(ask_bulletin: Ask) -> None:
    answer = ask_bulletin("파주시 체육시설 투자는 유사 도시 평균보다 얼마나 많은가요?")
    assert "45억 원 웃돈다" in answer.text
    assert answer.calculations == ()


def test_a_printed_rate_is_quoted_and_not_reckoned(ask_bulletin: Ask) -> None:
    answer = ask_bulletin("파주시 기금 적립금은 전년보다 몇 퍼센트 늘었나요?")
    assert "20.0%" in answer.text
    assert answer.calculations == ()


@pytest.mark.parametrize(
    "question",
    [
        "파주시 2020년 자체수입은 얼마였나요?",
        "파주시 도서관 장서는 몇 권 늘었나요?",
        "파주시 여권 수수료는 얼마나 줄었나요?",
        "파주시 상담 창구는 몇 개 줄었나요?",
    ],
)
def test_the_change_of_something_else_is_not_taken(ask_bulletin: Ask, question: str) -> None:
    assert ask_bulletin(question).calculations == ()
