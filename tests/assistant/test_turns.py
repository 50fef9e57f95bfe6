"""A rise or fall that a why-question takes for granted has to be told by the statement."""

from __future__ import annotations

import pytest

from assistant.turns import is_unturned
from tests.assistant.drafts import asking, make_evidence


@pytest.mark.parametrize(
    ("question", "quote", "is_so"),
    [
        ("자금을 전년보다 줄인 까닭은?", "기업의 자금 사정을 돕기 위한 자금이다.", True),
        ("자금을 전년보다 줄인 까닭은?", "이자 부담이 커져 자금을 감축했다.", False),
        ("등급이 오른 비결은 무엇인가요?", "공직 기강을 세우기 위해 교육한다.", True),
        ("등급이 오른 비결은 무엇인가요?", "교육을 늘린 덕분에 한 단계 상승했다.", False),
        ("쓰레기 줄이기 운동은 왜 하나요?", "하천을 살리기 위해 벌인다.", False),
        ("자금을 전년보다 얼마나 줄였나요?", "기업을 돕기 위한 자금이다.", False),
    ],
)
def test_what_a_thing_is_for_tells_no_reason_of_a_turn(
    question: str, quote: str, is_so: bool
) -> None:
    assert is_unturned(asking(question), make_evidence(quote)) is is_so
