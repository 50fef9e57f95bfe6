"""One figure in two states, of which the text tells the second by its time or sort alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.assistant.towns import Ask, asking

REVIEW = """\
양양군, 작년 설계심사로 예산 아껴
작성일 2024-01-15

양양군이 지난해 설계심사 162건을 처리해 8억4천만원을 절감했다. 2022년에는 140건에서 7억1천만원을 \
줄였다.

도로관리 담당은 민원 처리기간을 낮췄다.
산불감시 인력 모집에는 61명이 응했다.
"""
REVIEW_ROW = "review.txt,작년 설계심사 결과,강원특별자치도 양양군,press,2024-01-15,2023,,양양군"

PLAN = """\
양구군 2023년 주요업무계획

1) 빈집정비기금 운영
 • 2023년 배분액 : 36억원 (전년 51억원)
 • 대상 : 농촌 빈집 24곳

2) 민원서비스 평가
 • 점수 : 84.25점 (군 평균 71.05점)

3) 마을기금
 마을기금은 40억원을 모으기로 하고 지금까지 28억원을 마련했다.

4) 재정 집행
 소비 분야는 목표액 210억원보다 많은 265억원을 집행했다.

5) 신규사업 발굴
 이번 3차 보고회에서 신규사업 72건을 찾았다. 2차 보고회 때는 58건이었다.
"""
PLAN_ROW = "plan.txt,2023년 주요업무계획,강원특별자치도 양구군,plan,2023-01-20,2023,,양구군"


@pytest.fixture(scope="module")
def ask_review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("review"), REVIEW, REVIEW_ROW) as ask:
        yield ask


@pytest.fixture(scope="module")
def ask_plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("plan"), PLAN, PLAN_ROW) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("양양군 작년(2023) 설계심사 절감액이 그 전해보다 얼마나 늘었나요", "1억 3,000만 원"),
        ("양양군 2023년 설계심사 건수, 2022년보다 몇 건 많아졌어?", "22건"),
    ],
)
def test_an_earlier_year_need_not_name_what_it_counts(
    ask_review: Ask, question: str, result: str
) -> None:
    (shown,) = ask_review(question).calculations
    assert shown.result == result


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("양구군 빈집정비기금 2023년에 전년보다 얼마나 깎였어요?", "15억 원"),
        ("양구군 민원서비스 점수가 군 평균보다 몇 점 위인가요", "13.20점"),
        ("양구군 마을기금 목표 채우려면 얼마 더 모아야 하나요?", "12억 원"),
        ("양구군이 소비 분야에서 목표보다 더 집행한 금액은?", "55억 원"),
        ("양구군 신규사업이 2차 보고회 때보다 몇 건 늘었습니까?", "14건"),
    ],
)
def test_a_state_is_told_by_its_bracket_its_sort_or_its_round(
    ask_plan: Ask, question: str, result: str
) -> None:
    (shown,) = ask_plan(question).calculations
    assert shown.result == result


@pytest.mark.parametrize(
    "question",
    [
        "양양군 산불감시 인력은 2022년보다 몇 명 늘었어?",
        "양양군 설계심사 절감액이 2019년보다 얼마나 늘었나요",
        "양양군 설계심사 절감액이 2022년보다 얼마나 줄었나요",
        "양양군 민원 처리기간은 2022년보다 며칠 줄었나요",
    ],
)
def test_what_has_no_second_state_is_not_reckoned(ask_review: Ask, question: str) -> None:
    assert not ask_review(question).calculations


@pytest.mark.parametrize(
    "question",
    [
        "양구군 농촌 빈집은 전년보다 몇 곳 늘었나요?",
        "양구군 마을기금은 군 평균보다 얼마나 많나요?",
        "양구군 신규사업이 1차 보고회 때보다 몇 건 늘었습니까?",
    ],
)
def test_another_thing_or_round_is_no_state_of_it(ask_plan: Ask, question: str) -> None:
    assert not ask_plan(question).calculations
