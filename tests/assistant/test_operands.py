"""Figures of running text with their names, years and sorts."""

from __future__ import annotations

from decimal import Decimal

from assistant.figure_sorts import Sort
from assistant.operands import Operand, Time, operands_of


def _one(text: str, value: int) -> Operand:
    (found,) = [one for one in operands_of(text) if one.figure.value == Decimal(value)]
    return found


def test_a_goal_and_what_came_of_it_are_of_one_thing() -> None:
    text = "반면 둘레길 탐방은 목표 70만명에 못 미친 61만명에 머물렀다."
    goal, actual = _one(text, 700_000), _one(text, 610_000)
    assert Sort.GOAL in goal.sorts
    assert Sort.ACTUAL in actual.sorts
    assert Sort.GOAL not in actual.sorts
    assert "둘레길 탐방" in actual.name


def test_a_bracket_of_last_year_goes_with_the_figures_before_it() -> None:
    text = "올해 정한 과제는 140개, 세부지표는 260개로 지난해(125개, 241개)보다 많다."
    assert "과제" in _one(text, 125).name
    assert "세부지표" in _one(text, 241).name
    assert _one(text, 241).time == Time(offset=-1)
    assert _one(text, 260).time == Time(offset=0)


def test_a_run_without_years_has_those_of_the_run_before_it() -> None:
    text = (
        "규모는 2031년 640억원, 2032년 702억원, 2033년 771억원으로 커진 반면 "
        "채무는 32억원에서 21억원, 다시 10억원으로 줄었다."
    )
    debt = [one for one in operands_of(text) if "채무" in one.name]
    assert [one.time for one in debt] == [Time(year=year) for year in (2031, 2032, 2033)]


def test_an_average_holds_until_another_year_is_spoken_of() -> None:
    text = "한 해 평균 심사 실적은 120건이고 절감액은 13억원이다."
    assert Sort.AVERAGE in _one(text, 1_300_000_000).sorts
    other = "하루 평균 700명이 찾은 꼴이며, 2031년의 26만명을 웃돈다."
    assert Sort.AVERAGE not in _one(other, 260_000).sorts


def test_a_part_knows_its_whole() -> None:
    text = "성과지표는 250개로 지난해(230개)보다 많다. 지표 가운데 정량지표는 190개다."
    whole = _one(text, 190).whole
    assert whole is not None
    assert whole.value == 250
    bracket = _one("체험관 건립 : 170억 원(국비 119억 원)", 11_900_000_000).whole
    assert bracket is not None
    assert bracket.value == 17_000_000_000


def test_a_figure_that_something_moved_by_is_no_operand() -> None:
    text = "지원 업체는 64개로 전년보다 9개 늘었다."
    assert [int(one.figure.value) for one in operands_of(text)] == [64]


def test_a_unit_said_behind_two_figures_names_both() -> None:
    text = "※ 2031년 실적 - 610건 3,700억원 심사, 130억원(3.5%) 절감"
    assert "심사" in _one(text, 610).name
    assert "절감" in _one(text, 13_000_000_000).name
    assert _one(text, 13_000_000_000).time == Time(year=2031)
