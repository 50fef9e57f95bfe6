"""What numbers of tables are called: phases that tell columns apart, parts, totals, changes."""

from __future__ import annotations

import pytest

from tests.corpus.grids import ruled, table_facts


def names(*rows: str, above: str = "1. 재정\n\n") -> list[str]:
    return [fact.name for fact in table_facts(ruled(*rows), above=above) if not fact.doubts]


def test_a_phase_that_tells_columns_of_no_year_apart_stays_in_the_name() -> None:
    told = names("| 관점 | 지표수 | 달성 | 미달성 |", "| 학습과 성장 | 96 | 88 | 8 |")
    assert told == ["학습과 성장 지표수", "학습과 성장 달성", "학습과 성장 미달성"]


def test_a_phase_that_tells_columns_of_one_year_apart_stays_in_the_name() -> None:
    told = names(
        "| 구분 | 2029년 | 2029년 | 2030년 | 2030년 |",
        "| 구분 | 목표 | 실적 | 목표 | 실적 |",
        "| 일자리(개) | 100 | 98 | 120 | 115 |",
    )
    assert told == ["일자리 목표", "일자리 실적"]


def test_the_phase_of_a_year_is_no_part_of_a_name() -> None:
    assert names("| 지표 | 2029 실적 | 2030 목표 |", "| 숲(개소) | 1 | 2 |") == ["숲"]


@pytest.mark.parametrize("part", ["국비", "시비", "군비", "민자", "기타", "일반", "공사", "물품"])
def test_a_row_that_is_a_part_is_called_after_what_it_is_a_part_of(part: str) -> None:
    above = "1. 물길 부문\n\n가. 연차별 투자계획 (억원)\n\n"
    told = names("| 구분 | 2030 | 2031 |", f"| {part} | 5 | 7 |", "| 합계 | 5 | 7 |", above=above)
    assert told == [f"물길 부문 연차별 투자계획 {part}", "물길 부문 연차별 투자계획 합계"]


def test_a_state_of_a_short_row_is_called_after_the_heading() -> None:
    above = "1. 공약사업 추진현황\n\n"
    told = names("| 구분 | 계 | 완료 |", "| 경제 | 9 | 4 |", "| 복지 | 8 | 3 |", above=above)
    assert told == [
        "공약사업 추진현황 경제 계",
        "공약사업 추진현황 경제 완료",
        "공약사업 추진현황 복지 계",
        "공약사업 추진현황 복지 완료",
    ]


def test_how_an_indicator_is_measured_is_no_part_of_its_name() -> None:
    told = names("| 지표 | 측정산식 | 2030 | 2031 |", "| 반영률(%) | 건수/제안×100 | 35 | 40 |")
    assert told == ["반영률"]


def test_a_heading_that_says_what_is_counted_needs_none_before_it() -> None:
    above = "1. 물길 부문\n\n가. 물길 정비 현황\n\n"
    assert names("| 구분 | 길이(m) |", "| 계 | 5 |", above=above) == ["물길 정비 현황 길이 계"]


def test_a_change_is_one_of_the_column_that_it_follows_and_of_its_year() -> None:
    above = "1. 성과계약\n\n"
    table = ruled("| 연도 | 과제 수(개) | 전년 대비 |", "| 2029 | 91 | - |", "| 2030 | 102 | +11 |")
    count, change = table_facts(table, above=above)
    assert (count.name, change.name) == ("성과계약 과제 수", "성과계약 과제 수 전년 대비")
    assert (change.unit, change.fiscal_year) == ("개", 2030)
    scored = table_facts(
        ruled("| 구분 | '28년 | '29년 | 전년 대비 |", "| 친절도(점) | 76.8 | 81.2 | +4.4 |")
    )
    assert [(one.name, one.fiscal_year) for one in scored] == [
        ("친절도", 2029),
        ("친절도 전년 대비", 2029),
    ]


def test_a_rise_over_an_earlier_budget_says_which_budget_rose() -> None:
    assert names(
        "| 구분 | 제1회 추경(안) | 본예산 대비 | 제2회 추경(안) | 제1회 추경 대비 |",
        "| 일반회계 | 3,844 | 269 | 4,211 | 355 |",
        above="1. 재정\n(단위 : 억원)\n\n",
    ) == [
        "일반회계 제1회추경안",
        "일반회계 제1회추경안 본예산 대비",
        "일반회계 제2회추경안",
        "일반회계 제1회 추경 대비",
    ]


def test_growth_and_sums_over_several_years_are_of_no_one_year() -> None:
    mean = table_facts(
        ruled("| 구분 | 2030 | 2031 | 연평균신장률(%) |", "| 복지(억원) | 5 | 7 | 3.5 |")
    )[-1]
    assert (mean.fiscal_year, "whole_period" in mean.flags) == (None, True)
    assert mean.period is not None
    assert (mean.period.start, mean.period.end) == ("2030", "2031")
    above = "1. 5년간 투자계획\n\n"
    several = table_facts(ruled("| 분야 | 과제 |", "| 복지 | 5 |"), above=above)[0]
    assert (several.fiscal_year, several.flags[-1]) == (None, "whole_period")
