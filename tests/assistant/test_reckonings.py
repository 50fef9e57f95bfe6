"""Quotients, products and discounts leave only with the units that they must have."""

from __future__ import annotations

import pytest

from assistant.reckonings import has_one_unit
from assistant.types import Calculation
from tests.assistant.test_claims import cite
from tests.assistant.test_verify import gate


@pytest.mark.parametrize(
    ("expression", "result", "is_fitting"),
    [
        ("60대 ÷ 24대", "2.5배", True),
        ("60대 ÷ 24명", "2.5배", False),
        ("364개 ÷ 193명", "1.9개", True),
        ("364개 ÷ 193명", "1.9명", False),
        ("12명 × 60만 원", "720만 원", True),
        ("12명 × 60만 원", "720만명", False),
        ("12만 원 × 60만 원", "720만 원", False),
        ("8만 원 - 8만 원 × 25%", "6만 원", True),
        ("64억 원 ÷ 900억 원 × 100", "7.1%", True),
        ("64명 ÷ 900억 원 × 100", "7.1%", False),
    ],
)
def test_a_quotient_or_product_has_the_unit_it_must_have(
    expression: str, result: str, is_fitting: bool
) -> None:
    shown = Calculation(expression=expression, result=result, inputs=(1,))
    assert has_one_unit(shown) is is_fitting


@pytest.mark.parametrize(
    ("quote", "said", "leaves"),
    [
        ("상담 창구 12개 → 18개로 확대", "증가", True),
        ("상담 창구 12개 → 18개로 확대", "감소", False),
        ("상담 창구 18개에서 12개로 줄었다", "감소", True),
        ("상담 창구 18개에서 12개로 줄었다", "증가", False),
        ("상담 창구 18개, 평균 12개보다 6개 많다", "증가", False),
        ("상담 창구 18개, 안내판 12개", "증가", False),
    ],
)
def test_a_rise_or_fall_is_the_one_that_the_quote_prints(
    quote: str, said: str, leaves: bool
) -> None:
    shown = Calculation(expression="18개 - 12개", result="6개", inputs=(1,))
    sentence = f"6개 {said}입니다 [1]. (계산: {shown.expression} = {shown.result})"
    verdict = gate(
        sentence,
        citations=(cite(quote),),
        calculations=(shown,),
        text=quote,
        question="보령시 상담 창구",
    )
    assert verdict.holds is leaves
