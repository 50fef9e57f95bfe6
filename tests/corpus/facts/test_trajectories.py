"""Courses of an indicator over the years, and what is said once for a span of years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.catalog import CatalogRow
from corpus.facts.doubts import UNIT_UNSURE
from corpus.facts.trajectories import full_year
from corpus.rows import number
from corpus.types import Fact, FactKind, Period, Phase
from tests.corpus.plans import facts_of


def course(text: str) -> Fact:
    (fact,) = facts_of(text)
    return fact


def steps(fact: Fact) -> list[tuple[int | None, str, Phase | None]]:
    return [(one.year, str(number(one.value)), one.phase) for one in fact.values]


def test_a_course_has_its_name_unit_years_and_phases() -> None:
    fact = course("○ 도서 구입(권): (‘31) 1,200 → (’35) 1,500")
    assert fact.kind is FactKind.INDICATOR
    assert (fact.name, fact.unit) == ("도서 구입", "권")
    assert steps(fact) == [(2031, "1200", Phase.ACTUAL), (2035, "1500", Phase.PLANNED)]
    assert (number(fact.value), fact.fiscal_year) == (1500, 2035)
    assert fact.flags == ()


@pytest.mark.parametrize(
    "text",
    [
        "○ 도서 구입(권): (‘31) 1,200 → (’35) 1,500",
        "○ 도서 구입(권) : ('31)1,200→('35)1,500",
        "○ 도서 구입(단위: 권): (´31) 1,200 ⇒ (`35) 1,500",
        "○ 도서 구입 (권): ’31년 1,200, ’35년 1,500",
        "○ 도서\u00a0구입(권): (‘31)\u00a01,200\u3000→ (’35) 1,500",
        "○ 도서 구입: (‘31) 1,200권 → (’35) 1,500권",
        "○ 도서 구입(권): (‘2031) 1,200 -> (’2035) 1,500",
    ],
)
def test_a_course_reads_alike_however_it_is_typed(text: str) -> None:
    fact = course(text)
    assert (fact.name, fact.unit) == ("도서 구입", "권")
    assert [(one.year, number(one.value)) for one in fact.values] == [(2031, 1200), (2035, 1500)]


def test_the_course_is_kept_as_it_was_printed() -> None:
    fact = course("○ 도서 구입(권): (‘31) 1,200 → (’35) 1,500")
    assert fact.raw_text == "(‘31) 1,200 → (’35) 1,500"
    assert fact.raw_text in fact.quote


def test_a_course_may_have_more_than_two_steps() -> None:
    fact = course("○ 이용률(%): (’31) 45.5 → (’33) 50.25 → (’35) 60")
    assert steps(fact) == [
        (2031, "45.5", Phase.ACTUAL),
        (2033, "50.25", Phase.PLANNED),
        (2035, "60", Phase.PLANNED),
    ]


def test_each_course_of_a_statement_has_the_label_before_it() -> None:
    found = facts_of("○ 도서(권): (‘31) 10 → (’35) 20, 의자(개): (‘31) 3 → (’35) 4")
    assert [(one.name, one.unit, number(one.value)) for one in found] == [
        ("도서", "권", 20),
        ("가람시 시행계획 의자", "개", 4),
    ]


def test_a_unit_that_is_not_printed_is_unknown() -> None:
    fact = course("○ 이용자 수: (’31) 100 → (’35) 200")
    assert fact.unit is None
    assert "unit_unknown" in fact.flags


def test_units_that_contradict_each_other_are_flagged_and_not_repaired() -> None:
    fact = course("○ 청년 창업(건): (‘31) 12명 → (’35) 20건")
    assert fact.unit == "건"
    assert "unit_conflict" in fact.flags
    assert fact.raw_text == "(‘31) 12명 → (’35) 20건"
    label_against_values = course("○ 청년 창업(건): (‘31) 12명 → (’35) 20명")
    assert "unit_conflict" in label_against_values.flags


def test_a_rate_named_where_a_unit_stands_is_told_from_a_unit() -> None:
    assert "unit_is_rate" in course("○ 물길 관리(실적률): (’31) 91→(’35) 95").flags


def test_an_amount_is_whole_won_in_the_unit_of_its_label() -> None:
    fact = course("○ 숲 예산(백만원): (’31) 98 → (’35) 104")
    assert (number(fact.value), fact.unit, fact.amount_krw) == (104, "백만원", 104_000_000)


def test_an_annual_flow_is_no_total() -> None:
    fact = course("○ 나눔센터 운영(억원): (‘31→’35) 매년 20억")
    assert fact.kind is FactKind.BUDGET
    assert fact.amount_krw == 2_000_000_000
    assert [(one.year, number(one.value)) for one in fact.values] == [(2031, 20), (2035, 20)]
    assert "annual_flow" in fact.flags


def test_what_holds_for_the_whole_span_says_so() -> None:
    fact = course("○ 나무 심기(그루): (‘31→’35) 4,000")
    assert (number(fact.value), fact.unit) == (4000, "그루")
    assert (fact.fiscal_year, fact.values) == (None, ())
    assert fact.period == Period(start="2031", end="2035")
    assert "whole_period" in fact.flags
    assert "annual_flow" not in fact.flags


@pytest.mark.parametrize(
    "text",
    [
        "○ 도서(권): (’35) 1,500 → (’31) 1,200",  # time runs forward
        "○ 도서(권): (’31) 1,500 → (’31) 1,200",
        "○ 도서(권): (’31) - → (’35) -",
        "(’31) 1,200 → (’35) 1,500",  # nothing names it
    ],
)
def test_what_is_no_course_is_not_read_as_one(text: str) -> None:
    assert not [one for one in facts_of(text) if len(one.values) > 1]


def test_the_figures_of_a_course_are_not_read_twice() -> None:
    assert len(facts_of("○ 청년 창업(건): (‘31) 12건 → (’35) 20건")) == 1
    assert len(facts_of("○ 청년 창업(건): (‘31) 12건 → (’35) 20건, 나무 40그루")) == 2


@pytest.mark.parametrize(
    ("printed", "year"), [("31", 2031), ("69", 2069), ("70", 1970), ("98", 1998), ("2031", 2031)]
)
def test_two_digits_are_of_the_nearer_century(printed: str, year: int) -> None:
    assert full_year(printed) == year


@given(
    first=st.integers(0, 10**9),
    last=st.integers(0, 10**9),
    start=st.integers(10, 60),
    years=st.integers(1, 9),
    blank=st.sampled_from(["", " ", "\u00a0"]),
)
def test_any_course_is_read_back_exactly(
    first: int, last: int, start: int, years: int, blank: str
) -> None:
    text = (
        f"○ 나무 심기(그루): (‘{start}){blank}{first:,}{blank}→{blank}(’{start + years})"
        f"{blank}{last:,}"
    )
    fact = course(text)
    assert [(one.year, number(one.value)) for one in fact.values] == [
        (2000 + start, first),
        (2000 + start + years, last),
    ]


@pytest.mark.parametrize(
    ("text", "name", "unit", "values"),
    [
        (
            "○ 공약 추진율 : 2029년 35% → 2030년 52% → 2032년(목표) 70%",
            "공약 추진율",
            "%",
            [(2029, "35", Phase.ACTUAL), (2030, "52", Phase.ACTUAL), (2032, "70", Phase.PLANNED)],
        ),
        (
            "○ 개설률(%) : (’30) 83.4 → (’31목표) 85.0",
            "가람시 시행계획 개설률",
            "%",
            [(2030, "83.4", Phase.ACTUAL), (2031, "85", Phase.PLANNED)],
        ),
        (
            "○ 예산 규모 : 2030년 1조 2,345억 원 → 2031년 1조 3,000억 원",
            "예산 규모",
            "원",
            [(2030, "1234500000000", Phase.ACTUAL), (2031, "1300000000000", Phase.PLANNED)],
        ),
        (
            "○ 습지공원 방문객 : ´29년 31만 2천명 → ´30년 35만 8천명",
            "습지공원 방문객",
            "명",
            [(2029, "312000", Phase.ACTUAL), (2030, "358000", Phase.ACTUAL)],
        ),
        (
            "○ 습지공원 방문객 : ’29년 9만명 → ’30년 10만 8천명",
            "습지공원 방문객",
            "명",
            [(2029, "90000", Phase.ACTUAL), (2030, "108000", Phase.ACTUAL)],
        ),
        (
            "○ 습지공원 방문객 : ’29년 9만 명 → ’30년 11만 명",
            "습지공원 방문객",
            "만명",
            [(2029, "9", Phase.ACTUAL), (2030, "11", Phase.ACTUAL)],
        ),
        (
            "○ 지역 농산물 납품 : (’29) 41억 → (’30) 53억 → (’33) 70억 원",
            "지역 농산물 납품",
            "억원",
            [(2029, "41", Phase.ACTUAL), (2030, "53", Phase.ACTUAL), (2033, "70", Phase.PLANNED)],
        ),
        (
            "○ 종합청렴도 : (’28) 4등급 → (’29) 3등급 → (’30) 2등급",
            "종합청렴도",
            "등급",
            [
                (2028, "4등급", Phase.ACTUAL),
                (2029, "3등급", Phase.ACTUAL),
                (2030, "2등급", Phase.ACTUAL),
            ],
        ),
        (
            "○ 창업 지원(팀/누적) : (’30) 46 → (’35) 210",
            "창업 지원",
            "팀",
            [(2030, "46", Phase.ACTUAL), (2035, "210", Phase.PLANNED)],
        ),
    ],
)
def test_courses_of_many_makes_are_read(
    text: str, name: str, unit: str, values: list[tuple[int | None, str, Phase | None]]
) -> None:
    fact = course(text)
    assert (fact.name, fact.unit) == (name, unit)
    assert steps(fact) == values


def test_a_course_on_its_own_line_has_the_label_above() -> None:
    text = "○ 도서 구입(권)\n  - (‘31) 1,200 → (’35) 1,500"
    (fact,) = [one for one in facts_of(text) if len(one.values) > 1]
    assert (fact.name, fact.unit) == ("도서 구입", "권")


def test_the_bound_behind_the_last_step_is_kept() -> None:
    fact = course("○ 처리 시간(시간) : (’30) 31 → (’31목표) 24 이내")
    assert (fact.comparator, fact.unit, number(fact.value)) == ("at_most", "시간", 24)


def test_a_general_label_has_the_thing_above_before_it() -> None:
    found = facts_of("1. 숲길 조성\n○ 목표(개소) : (’31) 3 → (’35) 5")
    assert [one.name for one in found] == ["숲길 조성 목표"]


def test_two_units_that_disagree_are_a_doubt() -> None:
    found = facts_of("○ 숲길 면적(㎡) : (’31) 3명 → (’35) 5명")
    assert all(one.doubts == (UNIT_UNSURE,) for one in found if "unit_conflict" in one.flags)
    assert any("unit_conflict" in one.flags for one in found)


LINE = "○ 나무 심기(그루) : (’31) 40 → (’33) 50 → (’36) 60"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("가람시 2036 종합발전계획", [Phase.ACTUAL, Phase.PLANNED, Phase.PLANNED]),
        ("가람시 나무 심기 실적", [Phase.ACTUAL, Phase.ACTUAL, Phase.ACTUAL]),
    ],
)
def test_where_no_day_is_known_the_title_tells_results_from_aims(
    title: str, expected: list[Phase]
) -> None:
    (fact,) = facts_of(LINE, FactKind.INDICATOR, about=CatalogRow(file="a.txt", title=title))
    assert [one.phase for one in fact.values] == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        # the day as of which a page stands parts what was from what will be
        ("가람군 사업 (2030년 기준)\n\n○ 방문객(명) : (’28) 40 → (’29) 50", "", "actual actual"),
        ("가람군 사업 (2028년 기준)\n\n○ 방문객(명) : (’28) 40 → (’30) 50", "", "actual planned"),
        # the year that a plan names most is the one that it aims at
        (
            "제1장 추진계획\n2032년 일자리\n"
            "○ 일자리(명) : (‘28) 40 → (’30) 50 → (’32) 60\n○ 2032년 쉼터(곳) 4",
            "분야별 추진계획",
            "actual planned planned",
        ),
        ("○ 잉여금: 2030년 833억 원 → 2031년 475억 원", "가람군 연도별 결산 규모", "actual actual"),
    ],
)
def test_results_are_told_from_aims_by_what_the_document_is(
    text: str, title: str, expected: str
) -> None:
    about = CatalogRow(file="plan.txt", title=title)
    fact = next(one for one in facts_of(text, about=about) if len(one.values) > 1)
    assert [one.phase for one in fact.values] == [Phase(one) for one in expected.split()]


@pytest.mark.parametrize(
    ("behind", "phase"),
    [("로 낮아졌다", "actual"), ("로 줄었음", "actual"), ("로 올린다", "planned")],
)
def test_what_has_come_about_is_no_aim(behind: str, phase: str) -> None:
    (fact,) = facts_of(f"※ 재정자립도는 (’29) 24.5% → (’31) 22.0%{behind}", FactKind.INDICATOR)
    assert fact.name == "재정자립도"
    assert str(fact.values[-1].phase) == phase
