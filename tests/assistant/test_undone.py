"""What a question asks the reason of is corrected where it was not done, or not reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import assistant
from tests.assistant.towns import Ask, asking

TEXT = """\
보은군, 합동평가 성적과 추경

보은군은 2025년 합동평가 정량 부문에서 50개 지표 중 45개를 달성했다.
이는 도내 11개 시·군 중 3위에 해당하는 성적이다.

추경 재원은 순세계잉여금 90억 원으로 마련했다.
재정안정화기금 적립금 40억 원은 손대지 않고 남겨 두기로 했다.
"""
ROW = "text.txt,보은군 합동평가와 추경,충청북도 보은군,press,2025-05-07,2025,,보은군"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("undone"), TEXT, ROW) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("보은군이 합동평가 정량 부문에서 1위를 한 비결이 뭔가요?", "3위"),
        ("보은군은 왜 합동평가에서 도내 1위에 올랐나요?", "3위"),
        ("보은군이 추경에 재정안정화기금 적립금 40억 원을 헐어 쓴 이유는?", "손대지 않고"),
    ],
)
def test_what_was_not_done_is_said_in_place_of_a_reason(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status is assistant.AnswerStatus.CORRECTED
    assert told in answer.text


def test_what_is_so_is_not_corrected(ask: Ask) -> None:
    for question in (
        "보은군이 합동평가에서 3위를 한 비결은?",
        "보은군이 재정안정화기금을 쓰지 않은 이유는?",
        "보은군 합동평가 정량 부문 순위는?",
    ):
        assert ask(question).status is not assistant.AnswerStatus.CORRECTED
