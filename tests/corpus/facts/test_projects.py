"""Projects and periods: due dates, shares of support, labelled times."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import NAME_INCOMPLETE
from corpus.types import Fact, FactKind, Period
from tests.corpus.plans import facts_of


def project(text: str) -> Fact:
    (fact,) = facts_of(text, FactKind.PROJECT)
    return fact


@pytest.mark.parametrize(
    ("printed", "end"),
    [
        ("(’32. 6.)", "2032-06"),
        ("(‘32.6.)", "2032-06"),
        ("(2032. 6. 30.)", "2032-06-30"),
        ("('32)", "2032"),
        ("(2032년)", "2032"),
        ("( ’32. 6. )", "2032-06"),
    ],
)
def test_an_item_that_ends_in_a_date_is_due_then(printed: str, end: str) -> None:
    fact = project(f"○ 숲길 내기{printed}")
    assert fact.name == "숲길 내기"
    assert fact.period == Period(start=None, end=end)
    assert fact.fiscal_year == 2032
    assert fact.raw_text == printed.strip("() ")
    assert "due" in fact.flags


@pytest.mark.parametrize("printed", ["(’32. 13.)", "(2032. 2. 30.)"])
def test_a_due_date_that_does_not_exist_is_unresolved(printed: str) -> None:
    found = facts_of(f"○ 숲길 내기{printed}", FactKind.PROJECT)
    assert all(one.period is None and "date_unresolved" in one.flags for one in found)


@pytest.mark.parametrize(
    "text", ["○ 숲길 내기(12)", "○ 숲길 12개소(99개)", "숲길을 냈다(2032. 6.)."]
)
def test_a_number_in_brackets_is_no_due_date_by_itself(text: str) -> None:
    found = facts_of(text, FactKind.PROJECT)
    assert not [one for one in found if one.period is not None and one.period.end]


@pytest.mark.parametrize(
    ("printed", "value", "flag"),
    [
        ("지원규모 3:7", "3:7", "support_ratio"),
        ("지원규모 5 : 5", "5:5", "support_ratio"),
        ("지원규모 미정", "미정", "support_undecided"),
        ("전액 국비", "전액 국비", "support_ratio"),
        ("전액 시비", "전액 시비", "support_ratio"),
    ],
)
@pytest.mark.parametrize("shape", ["○ 국가유산 보수 / {}", "○ 국가유산 보수 ({})"])
def test_a_share_of_support_belongs_to_the_project_before_it(
    shape: str, printed: str, value: str, flag: str
) -> None:
    fact = project(shape.format(printed))
    assert (fact.name, fact.value, fact.raw_text) == ("국가유산 보수", value, printed)
    assert flag in fact.flags


def test_each_project_of_a_line_has_its_own_support() -> None:
    found = facts_of(
        "○ 국가유산 보수 / 지원규모 3:7, 마을학교 운영 / 지원규모 5:5", FactKind.PROJECT
    )
    assert [(one.name, one.value) for one in found] == [
        ("국가유산 보수", "3:7"),
        ("마을학교 운영", "5:5"),
    ]


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2031. 6. ~ 2032. 5.", "2031-06", "2032-05"),
        ("’31. 6. ∼ ’32. 5.", "2031-06", "2032-05"),
        ("2031년", "2031", "2031"),
        ("2031. 6. 1. ~ 2031. 6. 30.", "2031-06-01", "2031-06-30"),
    ],
)
def test_a_labelled_period_has_a_beginning_and_an_end(value: str, start: str, end: str) -> None:
    (fact,) = facts_of(f"○ 사업기간 : {value}", FactKind.EVENT)
    assert fact.period == Period(start=start, end=end)
    assert fact.raw_text == value
    assert fact.fiscal_year == (2031 if end.startswith("2031") else None)  # of one year alone


def test_a_period_without_a_date_is_none() -> None:
    assert facts_of("○ 사업기간 : 미정", FactKind.EVENT) == ()


def test_a_label_that_names_no_time_makes_no_period() -> None:
    found = facts_of("○ 대상 : 2031. 6. ~ 2032. 5.", FactKind.EVENT)
    assert not [one for one in found if one.name == "대상"]


def test_the_steps_of_a_chain_have_the_name_of_their_project() -> None:
    text = "1. 숲길 조성\n□ 추진상황\n○ 기본계획 수립(’31. 3.) · 착공(’32. 5.) · 개관(’33. 6.)"
    assert [(one.name, one.period) for one in facts_of(text, FactKind.PROJECT)] == [
        ("숲길 조성 기본계획 수립", Period(start=None, end="2031-03")),
        ("숲길 조성 착공", Period(start=None, end="2032-05")),
        ("숲길 조성 개관", Period(start=None, end="2033-06")),
    ]


def test_a_single_step_has_the_name_of_its_project() -> None:
    assert project("1. 숲길 조성\n○ 후보지 선정(’31. 3.)").name == "숲길 조성 후보지 선정"


@pytest.mark.parametrize(
    "text",
    [
        "○ 추진현황(’31. 3.)",
        "○ 수소충전소 2기 가동(’30. 11.) → 4기(’32.)",
        "○ 어항 정비 : 10개소, 이 중 3개소 준공(’31. 12.)",
        "○ 20명 확대(’32. 6.)",
        "③ 삭제(2032. 1. 13.)",
        "○ 숲길 조성 보고회(’32. 6.)",
    ],
)
def test_what_does_not_say_which_project_is_in_doubt(text: str) -> None:
    (*_, fact) = facts_of(text, FactKind.PROJECT)
    assert fact.doubts == (NAME_INCOMPLETE,)


def test_a_share_with_a_year_is_no_project() -> None:
    assert facts_of("○ 환경 분야 비중 : 11.2%(’30) → 12.6%(’34)", FactKind.PROJECT) == ()


def test_the_figure_in_a_steps_name_is_whole() -> None:
    found = facts_of(
        "- 내용 : 진입도로 2.4km 확장(’31. 1.), 배수관 1,200m 교체(’31. 5.)", FactKind.PROJECT
    )
    names = [one.name for one in found]
    assert "배수관 1,200m 교체" in names
    assert any(one.endswith("진입도로 2.4km 확장") for one in names)


def test_a_step_cut_behind_a_bracket_is_in_doubt() -> None:
    found = facts_of("- 내용 : 가람센터(2층) 증축(’31. 1.), 생태공원 조성(’32.)", FactKind.PROJECT)
    assert [one.name for one in found if not one.doubts] == ["생태공원 조성"]


def test_a_car_park_has_its_name_from_above() -> None:
    found = facts_of(
        "○ 물빛항 명소화\n - 시설 : 바다 산책로 640m(’31. 1.), 주차장 132면(’32.)",
        FactKind.PROJECT,
    )
    assert [one.name for one in found] == ["바다 산책로 640m", "물빛항 명소화 주차장 132면"]


def test_the_steps_of_a_chain_are_all_of_the_same_thing() -> None:
    found = facts_of(
        "○ 수소산업 기반 마련\n - 후보지 선정(’31. 3.) → 산단 승인 신청(’32.)", FactKind.PROJECT
    )
    names = ["수소산업 기반 마련 후보지 선정", "수소산업 기반 마련 산단 승인 신청"]
    assert [one.name for one in found] == names


def test_steps_are_of_what_the_label_of_their_item_names() -> None:
    text = "교통\n• 강변 고속도로 : 연장 29.9km, 착공(‘31.), 개통(’35.)"
    found = [one.name for one in facts_of(text, FactKind.PROJECT)]
    assert found == ["강변 고속도로 착공", "강변 고속도로 개통"]
