"""Figures of a year that only what a later one rose or fell from tells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.assistant.towns import Ask, asking

BUDGET = """\
양평군 2026년 살림 이야기

1. 내년 예산안
양평군의 2026년 당초예산안은 7,310억원이다. 올해보다 210억원(2.96%) 늘었다.

2. 관광
2024년 관광객은 412만명으로 전년 대비 12만명 줄었다.

3. 나무 심기
심은 나무는 2024년 5,100그루다.
"""

ROW = "budget.txt,2026년 살림 이야기,경기도 양평군,plan,2025-11-21,2026,,양평군"


@pytest.fixture(scope="module")
def ask_budget(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("budget"), BUDGET, ROW) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("양평군 2025년 당초예산은 얼마였나요?", "7,100억 원"),
        ("양평군 2023년 관광객은 몇 명이었나요?", "424만명"),
    ],
)
def test_a_year_is_reckoned_back_from_the_next(ask_budget: Ask, question: str, result: str) -> None:
    (shown,) = ask_budget(question).calculations
    assert shown.result == result


@pytest.mark.parametrize(
    "question",
    [
        "양평군 2022년 당초예산은 얼마였나요?",
        "양평군 2023년 나무는 몇 그루 심었나요?",
        "양평군 2022년 관광객은 몇 명이었나요?",
    ],
)
def test_no_other_year_is_reckoned_back(ask_budget: Ask, question: str) -> None:
    assert not ask_budget(question).calculations
