"""Sums and shares of figures that one sentence names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import assistant
from assistant.sums import items_of

Ask = Callable[..., assistant.Answer]


@pytest.mark.parametrize(
    ("question", "expression", "result"),
    [
        (
            "파주시 계약심사와 일상감사의 검토금액을 합하면 얼마인가요?",
            "150억 원 + 90억 원",
            "240억 원",
        ),
        ("파주시 하천 관련 사업 두 개를 합치면 얼마인가요?", "30억 원 + 12억 원", "42억 원"),
        (
            "파주시가 보고한 안건 중 신규안건이 차지하는 비율은?",
            "60건 ÷ 240건 × 100",
            "25.0%",
        ),
    ],
)
def test_what_is_named_is_summed_or_set_against_its_whole(
    ask_bulletin: Ask, question: str, expression: str, result: str
) -> None:
    (calculation,) = ask_bulletin(question).calculations
    assert (calculation.expression, calculation.result) == (expression, result)


def test_a_sum_of_more_things_than_are_there_is_not_made(ask_bulletin: Ask) -> None:
    assert ask_bulletin("파주시 하천 관련 사업 네 개를 합치면 얼마인가요?").calculations == ()


def test_each_figure_has_its_own_words_and_the_subject_of_its_clause() -> None:
    items = items_of("계약심사가 40건에 검토금액 150억 원이고 일상감사가 30건이다.")
    assert [(one.label, one.subject) for one in items] == [
        ("계약심사가", "계약심사"),
        ("검토금액", "계약심사"),
        ("일상감사가", "일상감사"),
    ]
