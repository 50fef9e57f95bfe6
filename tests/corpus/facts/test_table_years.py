"""Which years and phases the headings of a table give to its numbers."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import YEAR_UNSURE
from corpus.rows import number
from corpus.types import Fact, Phase
from tests.corpus.grids import ruled, table_facts
from tests.corpus.plans import facts_of


def one(*rows: str) -> Fact:
    (fact,) = table_facts(ruled(*rows))
    return fact


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("전년도 예산액", 2030),
        ("전년 예산", 2030),
        ("금년도 예산액", 2031),
        ("내년도 예산(안)", 2032),
        ("2031. 3. 1. 현재", 2031),
        ("’30.12월말", 2030),
        ("2030년말", 2030),
        ("2021. 2. 30.", 2031),
    ],
)
def test_a_heading_tells_the_year_from_the_plans_own(head: str, year: int) -> None:
    assert one(f"| 구분 | {head} |", "| 숲(천원) | 5 |").fiscal_year == year


@pytest.mark.parametrize("head", ["증감", "증감(B-A)", "비교증감", "전년 대비 증감액", "증감률(%)"])
def test_a_change_is_no_value_of_a_year_before(head: str) -> None:
    fact = one(f"| 구분 | {head} |", "| 숲 | △5 |")
    assert ("change" in fact.flags, fact.fiscal_year) == (True, 2031)


def test_what_is_for_several_years_is_for_no_one_of_them() -> None:
    whole, until, first, later = table_facts(
        ruled("| 사업(억원) | 총사업비 | ’30까지 | ’31 | ’32~’35 |", "| 숲 | 9 | 2 | 3 | 4 |")
    )
    assert [one.fiscal_year for one in (whole, until, first, later)] == [None, None, 2031, None]
    assert whole.period is None
    assert until.period is not None
    assert later.period is not None
    assert (until.period.start, until.period.end) == (None, "2030")
    assert (later.period.start, later.period.end) == ("2032", "2035")
    assert all("whole_period" in one.flags for one in (whole, until, later))


@pytest.mark.parametrize(
    ("head", "phase"),
    [
        ("최종예산액", Phase.ADJUSTED),
        ("기정예산액", Phase.APPROVED),
        ("당초예산", Phase.APPROVED),
        ("제2회 추경", Phase.ADJUSTED),
        ("예산(안)", Phase.PROPOSED),
        ("세출 결산액", Phase.EXECUTED),
        ("집행액(C)", Phase.EXECUTED),
        ("목표치", Phase.PLANNED),
        ("추진실적", Phase.ACTUAL),
    ],
)
def test_the_phase_is_that_of_the_heading(head: str, phase: Phase) -> None:
    assert one(f"| 구분 | {head} |", "| 숲(천원) | 5 |").values[0].phase is phase


def test_rows_of_years_under_any_heading_are_years_and_their_total_is_for_all() -> None:
    found = table_facts(
        ruled(
            "| 구 분 | 국비(억원) | 시비(억원) |",
            "| 합계 | 600 | 400 |",
            "| 2029 | 150 | 100 |",
            "| 2030 | 450 | 300 |",
        )
    )
    assert [(one.fiscal_year, one.raw_text) for one in found] == [
        (None, "600"),
        (None, "400"),
        (2030, "450"),
        (2030, "300"),
    ]


BEYOND = (
    "3. 연차별 투자계획\n(단위 : 백만원)\n| 사업명 | 계 | 임기 전 | 2029 | 2030 | 2032 | 임기 후 |"
    "\n|---|---|---|---|---|---|---|\n"
    "| 숲길 조성 | 18,000 | 1,200 | 3,600 | 4,200 | 8,000 | 1,000 |\n"
)


def test_a_total_of_more_than_the_years_printed_has_no_period() -> None:
    found = {str(one.value): one for one in facts_of(BEYOND) if one.unit == "백만원"}
    for value in ("18000", "1200", "1000"):
        one = found[value]
        assert (one.fiscal_year, one.period, "whole_period" in one.flags) == (None, None, True)


def test_a_past_year_of_a_table_of_plans_need_not_have_happened() -> None:
    (course,) = (one for one in facts_of(BEYOND) if len(one.values) > 1)
    assert [one.phase for one in course.values] == [None, None, Phase.PLANNED]


def test_a_part_of_a_year_below_whole_years_is_of_an_unsure_year() -> None:
    text = "연도 | 심사 건수\n2029년 | 232건\n2030년 | 275건\n2031년 상반기 | 184건\n"
    half = next(one for one in facts_of(text) if number(one.value) == 184)
    assert YEAR_UNSURE in half.doubts
