"""Numbers of tables that are kept but not published, and those beside them that are."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import (
    COLUMN_UNKNOWN,
    KIND_UNSURE,
    NAME_BORROWED,
    NAME_INCOMPLETE,
    UNIT_UNSURE,
)
from corpus.types import FactKind
from tests.corpus.grids import ruled, table_facts
from tests.corpus.plans import facts_of


def test_a_number_under_no_certain_column_is_not_published() -> None:
    found = table_facts(ruled("| 구분 | 건수(건) |", "| 숲 | 1 |", "| 길 | 2 | 3명 | 4 |"))
    unknown = [fact for fact in found if "column_unknown" in fact.flags]
    assert unknown
    assert all(COLUMN_UNKNOWN in fact.doubts for fact in unknown)


def test_conditions_and_parts_of_another_column_are_not_published() -> None:
    found = table_facts(
        ruled(
            "| 구분 | 지원대상 | 모집 | 내역 |",
            "| 창업 | 만 19세 이상, 창업 3년 이내 | 15개소 | 공사 3억원, 용역 1억원 |",
        )
    )
    assert [fact.name for fact in found if not fact.doubts] == ["창업 모집"]
    assert {doubt for fact in found for doubt in fact.doubts} == {NAME_INCOMPLETE}


def test_what_is_asked_of_applicants_names_no_sum_below_it() -> None:
    rows = ("| 구분 | 2030 | 2031 |", "| 월세(명) | 80 | 120 |", "| 예산(백만원) | 204 | 416 |")
    rent, money = table_facts(ruled(*rows), above="1. 신청\n\n")
    assert (rent.name, rent.doubts) == ("월세", ())
    assert NAME_BORROWED in money.doubts


def test_a_grade_that_only_the_title_is_over_is_not_published() -> None:
    rows = ("| 연도 | 결과 | 비고 |", "| 2029 | 2등급 | - |", "| 2030 | 1등급 | - |")
    graded = table_facts(ruled(*rows), above="1. 종합청렴도\n\n")
    assert [(fact.fiscal_year, fact.doubts) for fact in graded] == [(2029, ()), (2030, ())]


def test_the_second_week_of_a_month_is_no_two_weeks() -> None:
    found = table_facts(
        ruled("| 전략 | 과제 수 | 내용 |", "| 청렴 | 5 | 청렴주간(10월 2주), 교육 3회 |")
    )
    assert [fact.raw_text for fact in found] == ["5", "3회"]


def test_the_order_of_a_list_is_not_published() -> None:
    rank, score = table_facts(ruled("| 순위 | 기관 | 점수(점) |", "| 1 | 가람 | 80.5 |"))
    assert (rank.doubts, score.doubts) == ((NAME_INCOMPLETE,), ())


def test_a_number_that_fell_without_a_sign_is_not_published() -> None:
    rows = ("| 재원 | 전년 대비 |", "| 지방세 | 3.38% 증 |", "| 교부세 | 0.23% 감 |")
    rose, fell = (one for one in table_facts(ruled(*rows)) if one.unit == "%")
    assert (rose.doubts, fell.doubts) == ((), (KIND_UNSURE,))


def test_a_price_in_a_table_is_no_budget() -> None:
    rows = ("| 구분 | 어른 | 어린이 |", "| 입장료 | 3,000 | 1,000 |")
    found = table_facts(ruled(*rows), above="1. 요금\n(단위 : 원)\n\n")
    assert [one.doubts for one in found] == [(KIND_UNSURE,), (KIND_UNSURE,)]


@pytest.mark.parametrize(("name", "is_doubted"), [("공통지표", True), ("재활용률", False)])
def test_a_number_of_indicators_is_no_indicator(name: str, is_doubted: bool) -> None:
    (fact,) = facts_of(f"## 구성\n| 구분 | 2030년 | 2031년 |\n|---|---|---|\n| {name} | 74 | 70 |")
    assert (KIND_UNSURE in fact.doubts) is is_doubted


def test_how_many_indicators_a_row_lists_is_a_count_of_them() -> None:
    found = facts_of(
        "□ 성과체계\n 전략목표 6 / 성과목표 16 / 성과과제 58 / 성과지표 66\n○ 맺음말\n"
    )
    (fact,) = [one for one in found if one.raw_text == "66"]
    assert (fact.kind, KIND_UNSURE in fact.doubts) == (FactKind.STATISTIC, False)
    assert fact.name.endswith("성과지표")


@pytest.mark.parametrize("name", ["집행률(상반기, %)", "청렴도(등급)"])
def test_a_unit_that_the_name_keeps_is_in_doubt(name: str) -> None:
    (fact,) = facts_of(f"## 목표\n| 지표 | 2030년 | 2031년 |\n|---|---|---|\n| {name} | 4 | 2 |")
    assert (fact.unit, UNIT_UNSURE in fact.doubts) == (None, True)
