"""Grades whose rows leave 등급 to the label, the column or the heading."""

from __future__ import annotations

import pytest

from corpus.types import Fact, FactKind
from tests.corpus.plans import facts_of

NOTICE = """\
2031년 누리집 접근성 평가 결과

1. 우리 시 종합등급 - 다
2. 항목별 등급
구분 등급
글자 크기 라
쉬운 말 / 가
길 찾기 : '나'

3. 연도별 종합등급
2029년 라 / 2030년 나 / 2031년 다
"""


def grades(text: str) -> tuple[Fact, ...]:
    return tuple(one for one in facts_of(text, FactKind.EVALUATION) if isinstance(one.value, str))


def test_each_row_is_a_grade_with_its_item() -> None:
    found = {one.name.removeprefix("누리집 접근성 평가 "): one.value for one in grades(NOTICE)[:4]}
    assert found == {
        "종합등급": "다등급",
        "글자 크기": "라등급",
        "쉬운 말": "가등급",
        "길 찾기": "나등급",
    }
    assert all(one.unit == "등급" and one.raw_text in one.quote for one in grades(NOTICE))


def test_grades_of_several_years_have_their_years() -> None:
    found = [(one.fiscal_year, one.value) for one in grades(NOTICE)[4:]]
    assert found == [(2029, "라등급"), (2030, "나등급"), (2031, "다등급")]


@pytest.mark.parametrize(
    "text",
    [
        "1. 숲길 안내\n나무 종류 가\n꽃 종류 나",
        "2. 항목별 등급\n등급은 가(최상위)부터 마(최하위)까지 매긴다.",
        "3. 등급 안내\n어느 등급인지 묻는 전화가 많았다",
        "비타민 C",
    ],
)
def test_a_letter_at_the_end_of_other_lines_is_no_grade(text: str) -> None:
    assert grades(text) == ()


def test_a_title_with_its_latin_grade_is_one_grade() -> None:
    (fact,) = grades("구는 2031년 공약이행 평가에서 최우수등급(SA)에 올랐다.")
    assert (fact.value, fact.raw_text) == ("SA등급", "최우수등급(SA)")
