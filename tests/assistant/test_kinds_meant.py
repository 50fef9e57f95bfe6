"""What kind of value a question wants, where '얼마' may ask for several."""

from __future__ import annotations

import pytest

from assistant.grammar import Asked
from assistant.kinds_meant import kinds_meant


@pytest.mark.parametrize(
    ("text", "wants_money"),
    [
        ("도서관 리모델링 예산은 얼마인가요?", True),
        ("둘레길 조성에 얼마가 들어가나요?", True),
        ("외부 평가 점수는 몇 점이고 얼마나 올랐나요?", False),
        ("상반기 관광객 수는 얼마인가요?", False),
        ("보조금은 언제까지 신청하나요?", False),
        ("위원의 임기는 얼마나 되나요?", False),
        ("공약 이행률은 얼마인가요?", False),
    ],
)
def test_money_is_wanted_only_where_it_is_meant(text: str, wants_money: bool) -> None:
    kinds = kinds_meant(text)
    assert (Asked.AMOUNT in kinds) is wants_money
    assert kinds
