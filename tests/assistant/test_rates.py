"""Averages, totals of a rate and prices after a discount."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import assistant

Ask = Callable[..., assistant.Answer]


@pytest.mark.parametrize(
    ("question", "expression", "result"),
    [
        ("파주시 과제 하나당 세부지표는 평균 몇 개인가요?", "136개 ÷ 80개", "1.7개"),
        ("파주시 숲해설사 양성 수당을 전부 주려면 얼마가 드나요?", "250명 × 40만 원", "1억 원"),
        (
            "파주시민이 캠핑장을 할인 받으면 1박에 얼마를 내나요?",
            "8만 원 - 8만 원 × 25%",
            "6만 원",
        ),
    ],
)
def test_a_rate_is_reckoned(ask_bulletin: Ask, question: str, expression: str, result: str) -> None:
    (calculation,) = ask_bulletin(question).calculations
    assert (calculation.expression, calculation.result) == (expression, result)


def test_a_price_without_a_discount_has_none(ask_bulletin: Ask) -> None:
    assert ask_bulletin("파주시 숲해설사는 할인 받으면 얼마를 내나요?").calculations == ()
