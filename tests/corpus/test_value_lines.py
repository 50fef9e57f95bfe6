"""Short lines that give a grade or a day each, which look like headings and are none."""

from __future__ import annotations

from corpus.value_lines import value_lines


def test_grades_one_under_the_other_are_values() -> None:
    lines = ["항목별 등급", "글자 크기 라", "쉬운 말 / 가", "길 찾기 : '나'", None, "종합 다"]
    assert value_lines(lines) == {1, 2, 3}


def test_a_grade_alone_may_end_a_heading() -> None:
    assert value_lines(["비타민 C", "숲길 안내", "나무 가"]) == frozenset()


def test_days_are_values_and_a_numbering_is_not() -> None:
    assert value_lines(["9. 2. 기획실", "9. 4. 도시국", "9. 6. 보건소"]) == {0, 1, 2}
    assert value_lines(["1.1. 개요", "1.2. 방법", "1.3. 결과", "2.1. 현황"]) == frozenset()
    assert value_lines(["3.1.(월) 첫 총회"]) == {0}


def test_long_lines_and_days_that_are_none_are_left_alone() -> None:
    assert value_lines(["9. 40. 기획실", "13. 4. 도시국", "9. 4. " + "가" * 80]) == frozenset()
