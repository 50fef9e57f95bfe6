"""First sides of changes are what was, and the last side is what is."""

from __future__ import annotations

import pytest

from corpus.facts.turns import is_first_side
from corpus.rows import number
from tests.corpus.plans import facts_of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("○ 현장 간담회 : 연 2회 → 연 4회", 2, 4),
        ("○ 현장 간담회 : 월 1회 → 월 2회로 확대", 1, 2),
        ("○ 순찰 횟수 : 하루 3회 ⇒ 하루 5회", 3, 5),
        ("○ 심사 대상 공사 : 2억원 이상 → 1억원 이상", 200_000_000, 100_000_000),
        ("○ 수의계약 한도 : 5천만원 이하 → 3천만원 이하", 50_000_000, 30_000_000),
        ("○ 마을버스 12대 → 총 18대", 12, 18),
        ("○ 청년월세 : 월 15만원 → 월 20만원", 150_000, 200_000),
        ("○ 대상 나이 75세까지→80세까지", 75, 80),
    ],
)
def test_what_was_has_no_year_and_what_is_has_the_plans(text: str, first: int, last: int) -> None:
    before, now = (one for one in facts_of(text) if one.value is not None)
    assert (number(before.value), before.fiscal_year) == (first, None)
    assert "before_change" in before.flags
    assert (number(now.value), now.fiscal_year, now.doubts) == (last, 2031, ())
    assert before.name.removeprefix("종전 ") == now.name


def test_both_figures_of_a_side_are_of_it() -> None:
    found = facts_of("○ 이월사업 : 47건 1,384억 → 50건 1,500억")
    assert [("before_change" in one.flags, one.doubts) for one in found] == [
        (True, ()),
        (True, ()),
        (False, ()),
        (False, ()),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "○ 성과지표 : 16개 가운데 6개는 없애고 1개는 고침",
        "○ 위원회 42개 중 7개는 폐지하고 3개는 통합",
        "○ 경로식당 15곳 중 4곳을 줄인다",
        "○ 출산장려금 첫째 100만원을 200만원으로 인상",
        "○ 정원 1,020명을 1,050명으로 늘림",
    ],
)
def test_what_is_cut_or_raised_is_what_was(text: str) -> None:
    first, *rest = (one for one in facts_of(text) if one.value is not None)
    assert (first.fiscal_year, "before_change" in first.flags) == (None, True)
    assert not [one for one in rest if not one.doubts]


@pytest.mark.parametrize(
    "text",
    [
        "보급률은 82%였으나 91%로 높였다.",
        "쉼터는 12곳이었다가 9곳으로 줄었다.",
        "직원은 12명이었으나 올해 15명으로 늘었다.",
    ],
)
def test_what_once_was_is_what_was(text: str) -> None:
    first, *_ = facts_of(text)
    assert (first.fiscal_year, "before_change" in first.flags) == (None, True)


def test_what_was_in_a_year_keeps_its_year() -> None:
    first, *_ = facts_of("○ 보급률은 2029년 82%였으나 91%로 높임")
    assert (number(first.value), first.fiscal_year) == (82, 2029)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("4대 전략 → 12개 과제 → 36개 사업", "12개"),
        ("신청 40명 → 서류 20명 → 면접 10명", "20명"),
        ("과제 60개 중 45개를 마쳤다", "60개"),
        ("6개 분야 81.2점 → 12개", "81.2점"),
        ("도로 12km, 다리 3개소", "12km"),
    ],
)
def test_steps_and_parts_are_no_changes(text: str, figure: str) -> None:
    start = text.index(figure)
    assert not is_first_side(text, start, start + len(figure))
