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

YEAR = """\
양평군 2025년 한 해 이야기

1. 점수
올해 만족도는 8.40점으로 1년 전보다 0.20점 올랐다. 친절도는 0.35점 오른 9.05점이다.
참여 등급은 2등급이다.

2. 회계별로 늘어난 돈
예산은 7,310억원으로 지난해 7,100억원과 견주면 210억원 많다. \
일반회계가 6,900억원으로 190억원(2.8%), \
특별회계가 410억원으로 20억원(5.1%) 각각 불었다.

3. 집행
상반기에 나간 돈은 820억원이다. 지난해 같은 기간보다 40억원 늘었다. \
예산 대비 집행률은 61.5%로 2.5%포인트 올랐다.

4. 인구
11월 말 인구는 12만 6,300명으로 10월 말보다 200명 줄었다.
"""

ROW = "budget.txt,2026년 살림 이야기,경기도 양평군,plan,2025-11-21,2026,,양평군"


@pytest.fixture(scope="module")
def ask_budget(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("budget"), BUDGET, ROW) as ask:
        yield ask


@pytest.fixture(scope="module")
def ask_year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    row = "year.txt,2025년 한 해 이야기,경기도 양평군,plan,2025-12-10,2025,,양평군"
    with asking(tmp_path_factory.mktemp("year"), YEAR, row) as ask:
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


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("양평군 2024년 만족도는 몇 점이었나요?", "8.20점"),
        ("양평군 2024년 친절도는?", "8.70점"),
        ("양평군 2024년 일반회계는 얼마였나요?", "6,710억 원"),
        ("양평군 2024년 특별회계는?", "390억 원"),
        ("양평군 작년 집행률은 몇 퍼센트였나요?", "59.0%"),
        ("양평군 10월 말 인구는 몇 명이었나요?", "126,500명"),
    ],
)
def test_what_it_is_against_may_stand_in_a_sentence_before(
    ask_year: Ask, question: str, result: str
) -> None:
    (shown,) = ask_year(question).calculations
    assert shown.result == result


@pytest.mark.parametrize(
    "question",
    [
        "양평군 2024년 참여 등급은?",
        "양평군 2023년 친절도는?",
        "양평군 9월 말 인구는 몇 명이었나요?",
    ],
)
def test_a_grade_or_another_year_or_month_is_not_reckoned_back(
    ask_year: Ask, question: str
) -> None:
    assert not ask_year(question).calculations
