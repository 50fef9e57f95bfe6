"""Questions that name money, a grade or officials, and ask for something else."""

from __future__ import annotations

import pytest

from assistant.advice import advice_of
from assistant.evidence import holds
from assistant.grammar import Asked, kinds_of
from assistant.nearest import item_holds
from assistant.replies import Reason
from tests.assistant.drafts import asking, make_evidence


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A등급 받고 군수가 뭐라고 했나요?", (Asked.TEXT,)),
        ("군수가 무슨 말을 했나요?", (Asked.TEXT,)),
        ("군수가 몇 등급이라고 했나요?", (Asked.GRADE,)),
    ],
)
def test_what_was_said_is_no_grade(text: str, kinds: tuple[Asked, ...]) -> None:
    assert kinds_of(text) == kinds


@pytest.mark.parametrize(
    ("text", "asks_money"),
    [
        ("추경 돈을 어떻게 끌어모았나요?", False),
        ("사업비는 어떻게 마련했나요?", False),
        ("교통 다음으로 돈을 많이 쓴 분야는 뭐예요?", False),
        ("예산은 어떻게 되나요?", True),
        ("돈을 가장 많이 쓴 분야는 뭐예요?", True),
        ("돈이 얼마나 배정됐나요?", True),
    ],
)
def test_money_that_only_names_what_is_asked(text: str, asks_money: bool) -> None:
    assert asking(text).asks(Asked.AMOUNT) is asks_money


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("일 잘하는 공무원 추천은 어디서 받나요?", None),
        ("어느 시장이 일을 제일 잘하나요?", Reason.PARTY_PREFERENCE),
    ],
)
def test_who_nominates_officials_wants_no_judgement(text: str, reason: Reason | None) -> None:
    assert advice_of(text) is reason


@pytest.mark.parametrize(
    ("text", "quote", "is_held"),
    [
        ("회의에 몇 명이나 왔나요?", "부서장 등 40여명이 자리했다.", True),
        ("평가를 받은 곳은 몇 군데인가요?", "평가 대상은 120개 기관이다.", True),
        ("몇 집이에요?", "농가당 50만원, 3,210호", True),
        ("몇 집이에요?", "3호선을 탄다.", False),
    ],
)
def test_counts_in_other_words_for_the_unit(text: str, quote: str, is_held: bool) -> None:
    assert holds(Asked.COUNT, make_evidence(quote), asking(text)) is is_held


def test_a_labelled_line_is_of_the_thing_on_the_line_above() -> None:
    asked = asking("숲길 장기계획 용역비는 얼마인가요?")
    group = make_evidence("□ 숲길 장기계획\n ○ 기간 : 1년\n ○ 사업비 : 250백만원", is_group=True)
    assert item_holds(Asked.AMOUNT, group, asked)
    other = make_evidence("□ 숲길 장기계획\n ○ 기간 : 1년\n ○ 다리 : 250백만원", is_group=True)
    assert not item_holds(Asked.AMOUNT, other, asked)
