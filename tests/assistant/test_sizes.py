"""Amounts in the size that is asked for, exact to the won; other units are not converted."""

from __future__ import annotations

import pytest

import index
from assistant.arithmetic import follows
from assistant.grammar import won_size
from assistant.types import Calculation
from assistant.wording import won_in
from tests.assistant.towns import assert_is_grounded, explain


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("예산은 몇 만원인가요?", "만"),
        ("예산은 몇 억 원인가요?", "억"),
        ("예산을 원 단위로 알려줘", ""),
        ("예산은 원으로 얼마?", ""),
        ("예산을 만원 단위로", "만"),
        ("예산은 얼마인가요?", None),
        ("시민 회원으로 가입한 사람은?", None),
    ],
)
def test_the_size_asked_for_is_read(text: str, size: str | None) -> None:
    assert won_size(text) == size


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ("만", "34,500만 원"),
        ("백만", "345백만 원"),
        ("", "345,000,000원"),
        ("억", "3억 4,500만 원"),
    ],
)
def test_an_amount_is_written_exactly_and_reckoned_again(size: str, said: str) -> None:
    assert won_in(345_000_000, size) == said
    for result, is_so in ((said, True), (said.replace("5", "6", 1), False)):
        shown = Calculation(expression="3억 4,500만 원", result=result, inputs=(1,))
        assert follows(shown) is is_so


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("안성시 2022년 예비비 불용액은 몇 만원인가요?", "3억 4,500만 원은 34,500만 원입니다"),
        ("이천시 2023년 경로당 운영비는 몇 억 원인가요?", "1,500백만원은 15억 원입니다"),
    ],
)
def test_an_answer_shows_the_conversion(changes: index.Snapshot, question: str, said: str) -> None:
    answer = explain(changes, question).answer
    assert said in answer.text
    assert_is_grounded(answer, changes)


def test_savings_are_not_taken_for_spending(changes: index.Snapshot) -> None:
    answer = explain(changes, "안성시에서 지출이 가장 많은 부서는 어디인가요?").answer
    assert "21억" not in answer.text
    assert "12억" not in answer.text
