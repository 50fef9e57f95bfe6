"""Verdicts: which evaluation gives a grade, among whom a rank is reached, and grades of nobody."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import NAME_BORROWED, YEAR_UNSURE
from corpus.facts.verdicts import evaluation_in, is_sound, scope_before
from corpus.types import Fact, FactKind
from tests.corpus.plans import facts_of


def verdicts(text: str) -> list[Fact]:
    return list(facts_of(text, FactKind.EVALUATION))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("가람시, 2031년 민원서비스 종합평가서 ‘가’등급", "민원서비스 종합평가"),
        ("배경 : ‘2031년 공공기관 청렴도 평가’ 2등급", "공공기관 청렴도 평가"),
        ("민원 잘하는 기관", ""),
        ("1. 평가 개요", ""),
    ],
)
def test_an_evaluation_is_found_in_a_headline(text: str, name: str) -> None:
    assert evaluation_in(text) == name


@pytest.mark.parametrize("name", ["종합청렴도", "민원서비스 종합평가", "이행도"])
def test_what_is_graded_is_a_sound_name(name: str) -> None:
    assert is_sound(name)


@pytest.mark.parametrize("name", ["", "나등급 평가", "청렴도 올라", "맨 위인", "시상 내역] 평가"])
def test_headlines_and_grades_are_no_names(name: str) -> None:
    assert not is_sound(name)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("점수가 올라 전국 자치구 1위", "전국 자치구"),
        ("69개 구 중 2위", "69개 구 중"),
        ("서울 1위", "서울"),
        ("모두 1위", ""),
    ],
)
def test_a_rank_has_its_scope_before_it(text: str, scope: str) -> None:
    assert scope_before(text, len(text) - 2) == scope


def test_a_rank_is_named_with_evaluation_and_scope() -> None:
    (fact,) = verdicts("1. 시군 합동평가 결과\n○ 2030년 도내 시부 2위")
    assert fact.name == "시군 합동평가 도내 시부 순위"
    assert fact.doubts == ()


def test_a_grade_takes_the_evaluation_of_the_heading() -> None:
    (fact,) = verdicts("1. 민원서비스 종합평가에서 ‘가’등급\n○ 5단계 가운데 맨 위인 ‘가’등급")
    assert fact.name == "민원서비스 종합평가"
    assert NAME_BORROWED not in fact.doubts


def test_a_plan_tells_of_an_earlier_evaluation_whose_year_is_not_its_own() -> None:
    (fact,) = verdicts("○ 종합청렴도 2등급")
    assert fact.doubts == (YEAR_UNSURE,)


@pytest.mark.parametrize("text", ["2. 목 표 : 종합청렴도 1등급", "1. 추진목표\n○ 종합청렴도 1등급"])
def test_a_grade_under_goals_is_a_goal_of_the_plan(text: str) -> None:
    (fact,) = verdicts(text)
    assert "goal" in fact.flags
    assert fact.doubts == ()


def test_a_grade_of_something_unsaid_is_in_doubt() -> None:
    (fact,) = verdicts("○ 숲 해설은 2등급")
    assert NAME_BORROWED in fact.doubts


def test_a_grade_behind_a_score_is_that_of_the_score() -> None:
    found = verdicts("○ 외부청렴도 8.08점(2등급), 내부청렴도 7.23점(4등급)")
    assert [(one.name, one.value) for one in found if one.unit == "등급"] == [
        ("외부청렴도", "2등급"),
        ("내부청렴도", "4등급"),
    ]


def test_another_government_keeps_its_own_grade() -> None:
    (fact,) = verdicts("1. 민원서비스 종합평가\n담양군은 지난 평가에서 다등급을 받았다.")
    assert fact.municipality == "담양군"


@pytest.mark.parametrize(
    "text",
    [
        "○ 75개 시 가운데 1등급은 한 곳도 없었음",
        "종합청렴도가 지난번보다 1등급 높다.",
        "○ 한우 1등급 출현율",
        "○ 종합 1등급 자치구는 0곳, 2등급은 우리 구를 넣어 25곳",
    ],
)
def test_a_grade_that_nobody_got_is_none(text: str) -> None:
    assert not [one for one in verdicts(text) if one.unit == "등급"]


@pytest.mark.parametrize("text", ["○ 과거 종합청렴도 1등급", "종합청렴도 3등급이던 때가 있었다."])
def test_a_grade_held_once_is_of_no_certain_year(text: str) -> None:
    assert all(YEAR_UNSURE in one.doubts for one in verdicts(text))
    assert verdicts(text)


def test_the_cells_of_a_flattened_row_have_the_years_of_its_head() -> None:
    found = verdicts("□ 구분 2030년 2031년 비고\n○ 종합청렴도 2등급 1등급 상승")
    assert [(one.value, one.fiscal_year) for one in found] == [("2등급", 2030), ("1등급", 2031)]


def test_cells_without_a_head_are_of_no_certain_year() -> None:
    found = verdicts("○ 종합청렴도 2등급 1등급")
    assert [YEAR_UNSURE in one.doubts for one in found] == [True, True]


@pytest.mark.parametrize("label", ["종합청렴도 등급", "우리 시가 받은 등급", "등급"])
def test_a_label_that_says_grade_is_named_by_what_was_graded(label: str) -> None:
    (fact,) = verdicts(f"1. 2030년 종합청렴도\n○ {label} : 2등급")
    assert fact.name == "종합청렴도"
    assert NAME_BORROWED not in fact.doubts


def test_results_under_starting_point_and_goals_are_no_goals() -> None:
    (fact,) = verdicts("1. 출발점과 목표\n○ 2030년 청렴도 측정 결과 : 4등급")
    assert "goal" not in fact.flags
