"""What a question wants where its words alone say several things."""

from __future__ import annotations

import pytest

from assistant.grammar import Asked, kinds_of, wants_list
from assistant.phrasings import asks_to_name, is_countable, only_names_money


@pytest.mark.parametrize("question", ["숲길을 낸 까닭이 뭔가요?", "무슨 이유로 숲길을 냈나요?"])
def test_what_the_reason_is_asks_for_no_list(question: str) -> None:
    assert kinds_of(question) == (Asked.REASON,)


@pytest.mark.parametrize(
    ("question", "is_named"),
    [
        ("같이 받을 수 있는 사업들 좀 알려줘", True),
        ("올해 시책 네 가지를 알려 주세요", True),
        ("사업이 몇 개인지 알려줘", False),
        ("전화번호 알려줘", False),
    ],
)
def test_things_are_asked_for_without_a_word_that_asks(question: str, is_named: bool) -> None:
    assert asks_to_name(question) is is_named


def test_so_many_things_to_be_told_are_a_list() -> None:
    assert wants_list("강진군 시책 방향 네 가지를 알려 주세요")
    assert not wants_list("강진군 시책 방향을 알려 주세요")


def test_money_may_only_name_what_is_asked_about() -> None:
    assert only_names_money("조리원 비용은 언제까지 신청하나요?")
    assert not only_names_money("조리원 비용은 얼마이고 언제까지인가요?")
    assert not only_names_money("조리원 비용은?")


def test_a_number_of_people_is_no_money() -> None:
    assert is_countable("2031년 관람객 수 목표는 얼마인가요?")
    assert not is_countable("2031년 관람료는 얼마인가요?")
