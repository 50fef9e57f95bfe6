"""Grades and awards: what was given, for what, and whether it is only hoped for."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import KIND_UNSURE, NAME_BORROWED, YEAR_UNSURE
from corpus.types import Fact, FactKind, Phase
from tests.corpus.plans import facts_of


def grades(text: str) -> tuple[Fact, ...]:
    return tuple(one for one in facts_of(text, FactKind.EVALUATION) if isinstance(one.value, str))


@pytest.mark.parametrize(
    ("printed", "grade"),
    [
        ("‘가’등급", "가등급"),
        ("'나' 등급", "나등급"),
        ("다등급", "다등급"),
        ("2등급", "2등급"),
        ("S등급", "S등급"),
        ("A+등급", "A+등급"),
    ],
)
def test_a_grade_is_read_however_it_is_printed(printed: str, grade: str) -> None:
    (fact,) = grades(f"시는 2030년 종합청렴도 평가에서 {printed}을 받았다.")
    assert (fact.value, fact.unit, fact.fiscal_year) == (grade, "등급", 2030)
    assert fact.raw_text in fact.quote
    assert grade.removesuffix("등급") in fact.raw_text
    assert fact.values[0].phase is Phase.ACTUAL


def test_a_grade_is_named_by_what_was_evaluated() -> None:
    (fact,) = grades("시는 2030년 종합청렴도 평가에서 2등급을 받았다.")
    assert fact.name == "종합청렴도 평가"


def test_a_grade_in_an_item_takes_the_heading() -> None:
    (fact,) = grades("1. 민원서비스 평가\n○ 종합 ‘가’등급")
    assert fact.name.startswith("민원서비스 평가")


@pytest.mark.parametrize(
    "text",
    [
        "○ 목표 : 청렴도 1등급",
        "시는 청렴도 1등급을 목표로 한다.",
        "시는 청렴도 평가에서 1등급을 목표로 삼았다.",
    ],
)
def test_a_grade_that_is_a_goal_was_not_reached(text: str) -> None:
    (fact,) = grades(text)
    assert "goal" in fact.flags
    assert fact.values[0].phase is Phase.PLANNED


def test_the_number_of_grades_is_no_grade() -> None:
    assert grades("평가는 총 5등급으로 나뉜다.") == ()


@pytest.mark.parametrize("text", ["○ 다등급화", "○ 시가 등급", "가격 3등", "○ 5급 이상"])
def test_words_that_merely_look_like_a_grade_are_none(text: str) -> None:
    assert grades(text) == ()


def test_a_title_that_was_awarded_is_an_evaluation() -> None:
    (fact,) = grades("시는 2030년 적극행정 평가에서 ‘최우수기관’으로 선정됐다.")
    assert (fact.value, fact.fiscal_year) == ("최우수기관", 2030)
    assert fact.raw_text == "최우수기관"
    assert fact.values[0].phase is Phase.ACTUAL


def test_a_title_that_was_not_awarded_is_none() -> None:
    assert grades("○ ‘우수기관’을 찾아갔다.") == ()


def test_the_words_of_a_scope_are_said_once() -> None:
    (fact,) = facts_of(
        "군은 2031년 정부합동평가에서 도내 22개 시군 가운데 3위를 했다.", FactKind.EVALUATION
    )
    assert fact.name == "정부합동평가 도내 22개 시군 가운데 순위"


def test_a_grade_behind_a_closed_bracket_is_not_of_what_stood_in_it() -> None:
    *_, last = facts_of(
        "○ '31년 종합청렴도 5등급(청렴노력도 4등급) ⇒ '30년(3등급)보다 하락", FactKind.EVALUATION
    )
    assert last.value == "3등급"
    assert last.doubts


def test_a_year_behind_a_grade_is_its_year() -> None:
    former, aim = facts_of("○ 목표 : 청렴도 3등급(’30) → 2등급(’31)", FactKind.EVALUATION)
    assert (former.name, former.fiscal_year, former.flags[:1]) == ("청렴도", 2030, ("integrity",))
    assert (aim.value, aim.fiscal_year, aim.flags[0]) == ("2등급", 2031, "goal")
    assert former.doubts == aim.doubts == ()


def test_where_an_aim_starts_from_is_of_no_known_year() -> None:
    former, aim = facts_of("○ 목표 : 내부청렴도 4등급 → 2등급", FactKind.EVALUATION)
    assert (former.doubts, aim.doubts) == ((YEAR_UNSURE,), ())


def test_a_grade_that_was_left_is_of_another_time() -> None:
    (fact,) = facts_of("민원서비스 평가는 다등급에서 한 계단 올라섰다.", FactKind.EVALUATION)
    assert YEAR_UNSURE in fact.doubts


@pytest.mark.parametrize("text", ["| 구분 | ’30년 |\n|---|---|\n| 종합 | 4등급 |"])
def test_a_plan_is_no_evaluation(text: str) -> None:
    (fact,) = facts_of(f"# 가람시 청렴도 향상 종합계획(요약)\n\n{text}", FactKind.EVALUATION)
    assert fact.doubts == (NAME_BORROWED,)


def test_the_ends_of_a_scale_are_no_results() -> None:
    found = facts_of("종합청렴도의 최고는 1등급, 최저는 5등급이다.", FactKind.EVALUATION)
    assert all(KIND_UNSURE in one.doubts for one in found)
    (held,) = facts_of("시는 종합청렴도에서 가장 낮은 5등급을 받았다.", FactKind.EVALUATION)
    assert KIND_UNSURE not in held.doubts


def test_a_grade_that_is_called_a_result_is_one_though_its_share_is_printed() -> None:
    (one,) = facts_of("○ 결과 : ‘가’ 등급(상위 10%)", FactKind.EVALUATION)
    assert one.value == "가등급"


@pytest.mark.parametrize(
    "held",
    [
        "행정안전부·국민권익위원회가 함께 매긴 '2030년 민원서비스 종합평가'에서",
        "정부가 전국 기관을 상대로 벌인 ‘2030년 민원서비스 종합평가’에서",
        "행정안전부가 발표한 민원서비스 종합평가에서",
        "행정안전부가 주관하는 「2030년도 민원서비스 종합평가」에서",
    ],
)
def test_who_held_an_evaluation_is_no_part_of_its_name(held: str) -> None:
    (fact,) = grades(f"시는 {held} 가등급을 받았다고 밝혔다.")
    assert fact.name == "민원서비스 종합평가"
