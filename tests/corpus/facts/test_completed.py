"""Completed names: all that the words around a figure add to its name, one after another."""

from __future__ import annotations

from corpus.types import FactKind
from tests.corpus.plans import facts_of, names_by_figure


def test_what_is_added_comes_in_order() -> None:
    found = names_by_figure(
        "가람시, 상반기 재정집행 평가 최우수",
        "소비·투자 분야는 목표액 151억원보다 많은 437억원을 집행했다.",
    )
    assert found["437억원"] == ["소비·투자 분야 상반기 재정집행 평가 집행액"]


def test_a_level_and_its_parts_are_told_apart() -> None:
    text = "2030년 종합청렴도 2등급(체감도 3등급, 노력도 1등급)"
    assert [one.name for one in facts_of(text, FactKind.EVALUATION)] == [
        "종합청렴도",
        "종합청렴도 체감도",
        "종합청렴도 노력도",
    ]


def test_a_goal_alone_is_of_what_was_graded_before() -> None:
    text = "시는 지난해 종합청렴도 2등급을 지켰다. 올해 목표는 1등급이다."
    assert facts_of(text, FactKind.EVALUATION)[-1].name == "종합청렴도 목표"
