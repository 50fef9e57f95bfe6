"""A text that says itself which plan it replaces."""

from __future__ import annotations

import pytest
from hypothesis import given

from corpus.replacements import replaced_titles
from tests.corpus.plans import hostile_texts
from tests.corpus.readers import assert_linear


@pytest.mark.parametrize(
    "text",
    [
        "이 계획은 기존 「숲 계획」을 대체한다.",
        "종전의 ‘숲 계획’은 폐지하고 새로 세운다.",
        "『숲 계획』(2031. 3.)을 전면 개정함",
        "「숲 계획」 변경계획(안)",
        "“숲 계획”을 갈음하는 계획",
        "○ 「숲 계획」은 폐지됨",
    ],
)
def test_a_replaced_plan_is_named(text: str) -> None:
    assert replaced_titles(text) == ("숲 계획",)


@pytest.mark.parametrize(
    "text",
    [
        "「숲 계획」에 따라 나무를 심는다.",
        "「숲 계획」을 대체하지 않는다.",
        "「숲 계획」 폐지 여부를 검토한다.",
        "「숲 계획」을 대체할 예정이다.",
        "「숲 계획」을 변경하고자 한다.",
        "「숲 계획」을 대체하는 방안",
        "「숲 조례」 개정안",
        "숲 계획을 대체한다.",
    ],
)
def test_what_is_only_weighed_or_denied_replaces_nothing(text: str) -> None:
    assert replaced_titles(text) == ()


def test_each_title_is_given_once_in_order() -> None:
    text = "「숲 계획」을 대체하고 「물 계획」은 폐지한다. 「숲 계획」을 대체한다."
    assert replaced_titles(text) == ("숲 계획", "물 계획")


@given(hostile_texts())
def test_every_title_stands_in_the_text(text: str) -> None:
    assert all(title in text for title in replaced_titles(text))


@pytest.mark.parametrize(
    "piece", ["「", "「가", '"', "'가 ", "「가나」을 ", "「가나」(", "「가나」 변경 "]
)
def test_time_grows_with_the_text(piece: str) -> None:
    assert_linear(replaced_titles, piece)
