"""Schedules: labelled periods and the dated steps of an item, each with what it is of."""

from __future__ import annotations

import pytest

from corpus.catalog import CatalogRow
from corpus.facts.doubts import KIND_UNSURE, NAME_INCOMPLETE
from corpus.facts.schedules import is_step_alone, undecorated
from corpus.types import Fact, FactKind, Period
from tests.corpus.plans import facts_of


def events(text: str) -> list[Fact]:
    return list(facts_of(text, FactKind.EVENT))


@pytest.mark.parametrize("label", ["사업기간", "운영기간", "기간", "위치/기간"])
def test_a_period_is_named_after_the_heading_above_it(label: str) -> None:
    (fact,) = events(f"1. 숲길 조성\n가. 추진개요\n○ {label} : 2031. 3. ~ 2034. 6.")
    assert fact.name == f"숲길 조성 {label.rpartition('/')[2]}"
    assert fact.doubts == ()


def test_a_day_is_that_of_the_meeting_above_it() -> None:
    (fact,) = events("1. 예산 발굴 보고회\n○ 일 시 : 2031. 2. 20. / 시청 상황실")
    assert fact.name == "예산 발굴 보고회"


def test_a_period_of_nothing_is_in_doubt() -> None:
    about = CatalogRow(file="plan.txt", title="주요추진사업", fiscal_years=(2031,))
    (fact,) = facts_of("○ 기간 : 2031. 3. ~ 2034. 6.", FactKind.EVENT, about=about)
    assert fact.doubts == (NAME_INCOMPLETE,)


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("2031. 3. 4.(화) 09:00 ~ 3. 22.(금) 18:00", Period(start="2031-03-04", end="2031-03-22")),
        ("2031. ~ 2038.", Period(start="2031", end="2038")),
        ("’31. 2. ~ 예산 소진 시까지", Period(start="2031-02", end=None)),
    ],
)
def test_a_period_is_read_to_its_end(printed: str, period: Period) -> None:
    (fact,) = events(f"○ 접수기간 : {printed}")
    assert fact.period == period


def test_hours_and_weekdays_part_no_range() -> None:
    assert undecorated("3. 4.(월) 09:00 ~ 3. 22.(금)") == "3. 4. ~ 3. 22."


@pytest.mark.parametrize("arrow", ["→", "⇒", "▶"])
def test_each_step_of_a_schedule_has_its_own_day(arrow: str) -> None:
    text = (
        f"1. 성과평가\n○ 일정 : 지표 확정 ’31. 3월 {arrow} 점검 ’31. 7월 {arrow} 결과 보고 ’32. 1월"
    )
    assert [(one.name, one.period) for one in events(text)] == [
        ("가람시 시행계획 지표 확정", Period(start="2031-03", end="2031-03")),
        ("가람시 시행계획 점검", Period(start="2031-07", end="2031-07")),
        ("가람시 시행계획 결과 보고", Period(start="2032-01", end="2032-01")),
    ]


@pytest.mark.parametrize(
    ("name", "is_alone"),
    [
        ("착공", True),
        ("기본계획 고시", True),
        ("국토부 협약", True),
        ("부지 매입", True),
        ("추진현황", True),
        ("숲길 조성", False),
        ("해저터널 개통", False),
    ],
)
def test_a_step_that_names_no_project_is_told(name: str, is_alone: bool) -> None:
    assert is_step_alone(name) is is_alone


def test_a_period_with_days_of_the_week_keeps_its_beginning() -> None:
    (one,) = facts_of(
        "□ 숲길 지원사업\n ○ 신청기간 : 2031. 1. 18.(화) ~ 2. 11.(금) 18:00까지\n", FactKind.EVENT
    )
    assert one.period == Period(start="2031-01-18", end="2031-02-11")


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("2031. ~ 2035. (5년)", Period(start="2031", end="2035")),
        ("2031 ~ 2032. 11.", Period(start="2031", end="2032-11")),
        ("2031. 5. ~ 2032", Period(start="2031-05", end="2032")),
        ("1년간(2031. 9. 1.부터 2032. 8. 31.까지)", Period(start="2031-09-01", end="2032-08-31")),
        ("2031년부터 새로 시작", Period(start="2031", end=None)),
        ("2031. 5.부터 2032. 6.까지", Period(start="2031-05", end="2032-06")),
        ("공고일부터 2031. 2. 3.까지", Period(start=None, end="2031-02-03")),
        ("가람면 일원 / 2031 ~ 2035년", Period(start="2031", end="2035")),
    ],
)
def test_a_remark_or_a_particle_leaves_a_period_whole(printed: str, period: Period) -> None:
    (fact,) = events(f"○ 숲길 내기\n - 사업기간 : {printed}")
    assert (fact.period, fact.doubts) == (period, ())


@pytest.mark.parametrize(
    "line",
    [
        "평가시기 : 중간점검(’31.7.), 최종평가(’31.12.)",
        "접수기간 : 1차 2031. 3. 4. ~ 3. 8., 2차 2031. 4. 1. ~ 4. 5.",
        "점검시기 : 상반기 2031년 6월, 하반기 2031년 12월",
    ],
)
def test_several_days_are_no_one_period(line: str) -> None:
    found = events(f"○ 숲길 내기\n - {line}")
    assert all(one.doubts for one in found)


def test_the_time_over_which_figures_are_counted_is_no_event() -> None:
    (fact,) = facts_of("○ 집계 기간 : 2030. 4. 1. ~ 2031. 6. 30.", FactKind.EVENT)
    assert KIND_UNSURE in fact.doubts
