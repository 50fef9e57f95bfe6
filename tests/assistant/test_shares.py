"""Shares of a total by its parts, and the gate that reckons each of them again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import assistant
import index
from assistant.arithmetic import figures_of, follows
from assistant.types import Calculation
from tests.assistant.towns import assert_is_declined, assert_is_grounded

Ask = Callable[..., assistant.Answer]


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("보령시 2022년 예산에서 특별회계가 차지하는 비중은 몇 퍼센트인가요?", "11.1%"),
        ("보령시 일반회계 비중은?", "88.9%"),
        ("What share of Boryeong's 2022 budget is the special account?", "11.1%"),
    ],
)
def test_a_share_is_reckoned_out_of_a_total_and_its_parts(
    ask: Ask, towns: index.Snapshot, question: str, share: str
) -> None:
    answer = ask(question)
    (shown,) = answer.calculations
    assert shown.result == share
    assert follows(shown)
    assert share in answer.text
    assert_is_grounded(answer, towns)
    assert {fact.raw_text for fact in answer.facts} > {"8,100억 원"}


@pytest.mark.parametrize(
    "question",
    [
        "보령시 2021년 예산에서 특별회계가 차지하는 비중은?",
        "보령시 2022년 예산에서 기금이 차지하는 비중은?",
        "파주시 특별회계 비중은?",
    ],
)
def test_another_year_part_or_place_has_no_share(ask: Ask, question: str) -> None:
    assert_is_declined(ask(question))


@pytest.mark.parametrize(
    ("expression", "result", "is_right"),
    [
        ("938억 원 ÷ 8,727억 원 × 100", "10.7%", True),
        ("938억 원 ÷ 8,727억 원 × 100", "10.75%", True),
        ("938억 원 ÷ 8,727억 원 × 100", "10.8%", False),
        ("938억 원 ÷ 8,728억 원 ÷ 2 × 100", "5.4%", False),
        ("(15억 원 - 12억 원) ÷ 12억 원 × 100", "25.0%", True),
        ("(15억 원 - 12억 원) ÷ 15억 원 × 100", "20.0%", True),  # what is left of the whole
        ("(15억 원 - 12억 원) ÷ 20억 원 × 100", "15.0%", False),
        ("(12억 원 - 15억 원) ÷ 15억 원 × 100", "-20.0%", True),
        ("(12억 원 - 15억 원) ÷ 15억 원 × 100", "20.0%", False),
        ("3건 ÷ 0건 × 100", "0.0%", False),
        ("8,727억 원", "872,700,000,000원", True),
        ("8,727억 원", "872,700,000,001원", False),
    ],
)
def test_the_gate_reckons_shares_growth_and_won_again(
    expression: str, result: str, is_right: bool
) -> None:
    assert follows(Calculation(expression=expression, result=result, inputs=(1,))) is is_right


def test_the_hundred_of_a_percentage_needs_no_source() -> None:
    assert figures_of("938억 원 ÷ 8,727억 원 × 100") == "938억 원 ÷ 8,727억 원"
    assert figures_of("100건 + 3건") == "100건 + 3건"
