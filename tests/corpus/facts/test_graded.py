"""Who was graded and in what: bodies before a grade, and the contest of a rank."""

from __future__ import annotations

from dataclasses import replace

from corpus import is_kept_back
from tests.corpus.plans import PLAN_2031, facts_of


def test_a_grade_is_of_the_body_before_it() -> None:
    found = {
        one.value: one.name
        for one in facts_of("▷청렴체감도 : 솔구 2등급, 들구·내구 3등급, 강구 4등급")
        if one.unit == "등급"
    }
    assert found["2등급"].endswith("솔구")
    assert found["3등급"].endswith("들구·내구")
    assert found["4등급"].endswith("강구")


def test_a_former_grade_is_kept_back() -> None:
    found = [
        one for one in facts_of("종합청렴도는 4등급이던 들구가 올랐다.") if one.value == "4등급"
    ]
    assert all(is_kept_back(one.doubts) for one in found)


def test_a_rank_is_one_in_what_its_item_is_about() -> None:
    (rank,) = [
        one
        for one in facts_of("∘ 지방재정 신속집행 : 상반기 61.7%(목표 57.2%), 군부 2위")
        if one.unit == "위"
    ]
    assert rank.name == "지방재정 신속집행 군부 순위"
    assert "goal" not in rank.flags


def test_ranks_of_others_in_a_bracket_are_not_ours() -> None:
    about = replace(PLAN_2031, title="진천군 시군종합평가 우수", municipality="진천군")
    found = facts_of("시군종합평가에서 도내 2위에 올랐다(1위 충주, 3위 보은).", about=about)
    assert [one.value for one in found if one.unit == "위"] == [2]


def test_each_grade_of_a_list_is_that_of_the_bodies_before_it() -> None:
    about = replace(PLAN_2031, title="자치구 청렴도 평가", municipality="광주광역시")
    found = facts_of("▷청렴체감도 : 북구 2등급, 남구·동구·서구 3등급, 광산구 4등급", about=about)
    assert [one.name for one in found] == [
        "청렴체감도 북구",
        "청렴체감도 남구·동구·서구",
        "청렴체감도 광산구",
    ]


def test_ranks_of_offices_in_a_row_are_not_the_citys() -> None:
    found = facts_of("그 결과 1위 문화관광과, 2위 보건소, 3위 복지과 차례였다.")
    assert [one for one in found if one.unit == "위"] == []
