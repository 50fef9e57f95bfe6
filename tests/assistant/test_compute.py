"""Sums, differences, the largest, the rest and how long: every one out of printed figures."""

from __future__ import annotations

import pytest

import corpus
from assistant.arithmetic import follows
from assistant.compute import compute
from assistant.points import Computed, points_of
from assistant.types import Calculation
from tests.assistant.drafts import (
    AUDIT_COURSE,
    asking,
    make_candidate,
    make_course,
    make_evidence,
    make_figure,
)
from tests.factories import make_document, make_fact

SAVINGS = "○ 예산 절감액은 2020년 12억 원, 2021년 15억 원이다."
BUDGET = "○ 예산 총액 : 8,100억 원 (일반회계 7,200억 원, 특별회계 900억 원)"
WORKSHOP = "○ 참여예산위원회 위원은 모두 50명이며 워크숍에는 42명이 참석했다."


def computed(question: str, quote: str, *facts: corpus.Fact) -> Computed | None:
    found = compute(asking(question), [make_candidate(make_evidence(quote, *facts))])
    if found is not None:
        shown = Calculation(expression=found.expression, result=found.result, inputs=(1,))
        assert follows(shown), shown
    return found


def audits(question: str) -> Computed | None:
    return computed(question, AUDIT_COURSE[0].quote, *AUDIT_COURSE)


def result(found: Computed | None) -> str | None:
    return found.result if found else None


def budget(raw_text: str, name: str) -> corpus.Fact:
    return make_figure(raw_text, 2022, name=name, quote=BUDGET)


def test_the_years_asked_for_are_added_up() -> None:
    found = audits("일상감사는 2020년과 2021년을 합하면 몇 건인가요?")
    assert result(found) == "454건"
    assert found is not None
    assert {fact.fiscal_year for fact in found.facts} == {2020, 2021}


def test_the_years_between_are_added_where_a_span_is_asked_for() -> None:
    assert result(audits("2020년부터 2022년까지 일상감사를 합하면 몇 건인가요?")) == "652건"


def test_a_row_that_no_word_of_the_question_names_is_not_added_up() -> None:
    row = {"name": "온실", "flags": ("part",)}
    facts = (make_figure("20억 원", 2020, **row), make_figure("30억 원", 2021, **row))
    quote = "온실 20억 원 30억 원"
    assert result(computed("온실은 2020년과 2021년을 합하면?", quote, *facts)) == "50억 원"
    assert computed("투자계획은 2020년과 2021년을 합하면?", quote, *facts) is None


def test_figures_of_two_units_are_never_added() -> None:
    facts = (make_figure("210건", 2020), make_figure("12억 원", 2021))
    assert computed("2020년과 2021년을 합하면?", SAVINGS, *facts) is None


def test_named_parts_are_added() -> None:
    facts = (budget("7,200억 원", "예산 일반회계"), budget("900억 원", "예산 특별회계"))
    found = computed("일반회계와 특별회계를 합하면 얼마인가요?", BUDGET, *facts)
    assert result(found) == "8,100억 원"


def test_a_total_is_not_added_to_its_own_parts() -> None:
    facts = (
        budget("8,100억 원", "예산 총액"),
        budget("7,200억 원", "예산 일반회계"),
        budget("900억 원", "예산 특별회계"),
    )
    found = computed("예산 총액은 일반회계와 특별회계를 합하면 얼마인가요?", BUDGET, *facts)
    assert found is not None
    assert found.expression == "7,200억 원 + 900억 원"


def test_the_difference_of_two_years_and_its_direction() -> None:
    rise = audits("일상감사는 2020년보다 2021년에 몇 건 늘었나요?")
    fall = audits("일상감사는 2021년과 2022년 사이에 얼마나 줄었나요?")
    assert rise is not None
    assert (rise.result, rise.subject) == ("34건", "증가")
    assert fall is not None
    assert (fall.result, fall.subject) == ("46건", "감소")


def test_years_that_one_statement_lists_are_one_course_whatever_their_names() -> None:
    facts = (
        make_figure("12억 원", 2020, name="예산 절감액", quote=SAVINGS),
        make_figure("15억 원", 2021, name="재정 운영", quote=SAVINGS),
    )
    question = "예산 절감액은 2020년보다 2021년에 얼마나 늘었나요?"
    assert result(computed(question, SAVINGS, *facts)) == "3억 원"


def test_two_things_of_two_years_have_no_difference() -> None:
    quote = "○ 도로는 2020년 12억 원, 공원은 2021년 15억 원을 들인다."
    facts = (
        make_figure("12억 원", 2020, name="도로", quote=quote),
        make_figure("15억 원", 2021, name="공원", quote=quote),
    )
    assert computed("쉼터 돈은 2020년보다 2021년에 얼마나 늘었나요?", quote, *facts) is None


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("일상감사 건수가 가장 많은 해는 언제인가요?", "2021년 244건"),
        ("일상감사 건수가 가장 적은 해는 언제인가요?", "2022년 198건"),
        ("2020년과 2022년 중 일상감사가 가장 많은 해는?", "2020년 210건"),
    ],
)
def test_the_year_with_the_most_or_least(question: str, wanted: str) -> None:
    assert result(audits(question)) == wanted


def test_one_year_alone_has_no_most() -> None:
    assert computed("감사가 가장 많은 해는?", AUDIT_COURSE[0].quote, AUDIT_COURSE[0]) is None


def test_those_who_stayed_away_are_all_less_those_who_came() -> None:
    facts = (
        make_figure("50명", name="참여예산위원회 위원", quote=WORKSHOP),
        make_figure("42명", name="워크숍", quote=WORKSHOP),
    )
    assert result(computed("워크숍에 안 온 위원은 몇 명인가요?", WORKSHOP, *facts)) == "8명"


def test_who_stayed_away_is_not_guessed_where_nothing_says_who_was_due() -> None:
    quote = "○ 강사는 50명이고 워크숍에는 42명이 참석했다."
    facts = (
        make_figure("50명", name="강사", quote=quote),
        make_figure("42명", name="워크숍", quote=quote),
    )
    assert computed("워크숍에 안 온 사람은 몇 명인가요?", quote, *facts) is None


def test_months_are_counted_with_the_first_and_the_last() -> None:
    quote = "○ 사업기간 : 2021. 3. ~ 2022. 8."
    period = corpus.Period(start="2021-03", end="2022-08")
    fact = make_fact(period=period, quote=quote, value=None, values=(), unit=None)
    assert result(computed("몇 개월 동안 하나요?", quote, fact)) == "18개월"


def test_the_year_before_follows_from_a_printed_change() -> None:
    quote = "○ 청렴도 점수는 2021년 8.40점으로 전년 대비 0.25점↑ 올랐다."
    fact = make_figure("8.40점", 2021, name="청렴도 점수", quote=quote)
    assert result(computed("2020년 청렴도 점수는 몇 점인가요?", quote, fact)) == "8.15점"
    assert computed("2019년 청렴도 점수는 몇 점인가요?", quote, fact) is None
    assert computed("2021년 청렴도 점수는 몇 점인가요?", quote, fact) is None


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ("전년 대비 0.25점↑", "8.15점"),
        ("전년 대비 0.25점↓", "8.65점"),
        ("한 해 전보다 0.25점 오름", "8.15점"),
        ("지난해 대비 0.25점 하락", "8.65점"),
        ("전년 대비 0.25점 차이", None),
    ],
)
def test_a_change_is_taken_back_the_way_it_went(change: str, wanted: str | None) -> None:
    quote = f"○ 청렴도 점수 : 2021년 8.40점 ({change})"
    fact = make_figure("8.40점", 2021, name="청렴도 점수", quote=quote)
    assert result(computed("2020년 청렴도 점수는 몇 점인가요?", quote, fact)) == wanted


@pytest.mark.parametrize("came", ["간담회에 온 위원 : 42명", "간담회에 참석한 위원은 42명"])
def test_those_who_came_are_told_by_the_words_before_too(came: str) -> None:
    quote = f"○ 위촉한 위원 : 50명, {came}"
    facts = (make_figure("50명", name="위원", quote=quote), make_figure("42명", quote=quote))
    assert result(computed("간담회에 안 온 위원은 몇 명인가요?", quote, *facts)) == "8명"


def test_two_places_are_compared_across_their_documents() -> None:
    paju = make_document(id="kr-paju/audit-2022", municipality="파주시")
    boryeong = make_document(municipality="보령시")
    one = make_figure("198건", 2022, quote="○ 일상감사 처리 건수는 198건이다.")
    other = make_figure(
        "305건", 2022, quote="○ 일상감사 처리 건수는 305건이다.", document_id=paju.id
    )
    good = [
        make_candidate(make_evidence(one.quote, one, document=boryeong)),
        make_candidate(make_evidence(other.quote, other, document=paju)),
    ]
    found = compute(asking("보령시와 파주시 가운데 일상감사가 더 많은 곳은 어디인가요?"), good)
    assert found is not None
    assert found.result == "파주시 305건"
    assert len(found.evidence) == 2
    gap = compute(asking("보령시와 파주시의 일상감사 건수 차이는?"), good)
    assert result(gap) == "107건"
    alone = compute(asking("보령시와 파주시 가운데 일상감사가 더 많은 곳은 어디인가요?"), good[:1])
    assert alone is None


def test_a_total_and_none_of_its_parts_stands_for_a_place() -> None:
    paju = make_document(id="kr-paju/audit-2022", municipality="파주시")
    rows = "구분 | 일상감사 처리 건수 / 공사 | 140 / 용역 | 165 / 합계 | 305"
    sorts = (("공사", "140건", "part"), ("용역", "165건", "part"), ("합계", "305건", "total"))
    one = make_figure("198건", 2022, quote="○ 일상감사 처리 건수는 198건이다.")
    others = tuple(
        make_figure(
            raw,
            2022,
            name=f"{name} 일상감사 처리 건수",
            quote=f"{name} | {raw}",
            document_id=paju.id,
            flags=(flag,),
        )
        for name, raw, flag in sorts
    )
    boryeong = make_candidate(make_evidence(one.quote, one, document=make_document()))
    question = "보령시와 파주시의 일상감사 건수 차이는?"

    def gap(facts: tuple[corpus.Fact, ...], text: str = question) -> str | None:
        there = make_candidate(make_evidence(rows, *facts, document=paju))
        return result(compute(asking(text), [boryeong, there]))

    assert gap(others) == "107건"
    assert gap(others[:2]) is None, "nothing says which part is meant"
    assert gap(others, "보령시와 파주시의 용역 일상감사 건수 차이는?") == "33건"


def test_figures_of_two_cities_are_no_course() -> None:
    """Each has a figure of another year under a like name, which is no rise from one to other."""
    paju = make_document(id="kr-paju/audit-2023", municipality="파주시")
    one = make_figure("198건", 2022, quote="○ 처리 건수는 198건이다.")
    other = make_figure(
        "305건",
        2023,
        quote="○ 처리 건수는 305건이다.",
        document_id=paju.id,
        municipality="파주시",
    )
    good = [
        make_candidate(make_evidence(one.quote, one, document=make_document())),
        make_candidate(make_evidence(other.quote, other, document=paju)),
    ]
    question = "How many more audits did Paju have than Boryeong?"
    assert compute(asking(question, language="en"), good) is None
    alike = make_figure("305건", 2023, quote=other.quote)
    good[1] = make_candidate(make_evidence(alike.quote, alike, start=500))
    question = "일상감사 처리 건수는 2022년보다 2023년에 몇 건 늘었나요?"
    assert result(compute(asking(question), good)) == "107건"


@pytest.mark.parametrize("flag", ["threshold", "range"])
def test_a_threshold_and_a_range_are_no_figures_to_reckon_with(flag: str) -> None:
    assert points_of(make_figure("20억 원", 2022, flags=(flag,))) == []
    assert len(points_of(make_figure("20억 원", 2022))) == 1


def test_a_figure_without_a_unit_is_not_reckoned_with() -> None:
    assert points_of(make_figure("210건", 2022, unit=None)) == []


def test_a_plain_question_computes_nothing() -> None:
    assert audits("2021년 일상감사는 몇 건인가요?") is None
    assert compute(asking("가장 많은 해는?"), []) is None


def test_the_evidence_of_a_result_is_what_holds_its_figures() -> None:
    other = make_evidence("○ 위원은 50명이다.", make_figure("50명"), start=500)
    good = [make_candidate(other), make_candidate(make_evidence("감사", *AUDIT_COURSE))]
    found = compute(asking("일상감사 건수가 가장 많은 해는 언제인가요?"), good)
    assert found is not None
    assert [one.quote for one in found.evidence] == ["감사"]


def test_a_course_with_a_table_s_unit_is_reckoned_in_won() -> None:
    facts = make_course({2020: "12억 원", 2021: "15억 원"}, name="예산 절감액", quote=SAVINGS)
    assert {point.unit for fact in facts for point in points_of(fact)} == {"원"}


def test_one_part_is_not_a_rise_from_another_of_the_same_year() -> None:
    facts = (budget("7,200억 원", "예산 일반회계"), budget("900억 원", "예산 특별회계"))
    found = computed("일반회계와 특별회계의 차이는 얼마인가요?", BUDGET, *facts)
    assert found is not None
    assert (found.result, found.subject) == ("6,300억 원", "차이")


def test_items_are_not_mixed_into_a_course_of_years() -> None:
    assert audits("일상감사가 가장 많은 부서는 어디인가요?") is None


@pytest.mark.parametrize(
    ("question", "wanted", "direction"),
    [
        ("일상감사는 2020년 대비 2021년 증가율이 얼마인가요?", "16.2%", "증가"),
        ("일상감사는 2021년에서 2022년까지 몇 퍼센트 줄었나요?", "-18.9%", "감소"),
    ],
)
def test_growth_is_measured_against_the_first_year(
    question: str, wanted: str, direction: str
) -> None:
    found = audits(question)
    assert found is not None
    assert (found.result, found.subject) == (wanted, direction)


def test_growth_of_one_year_or_of_a_rate_is_not_reckoned() -> None:
    assert audits("일상감사는 2021년 증가율이 얼마인가요?") is None
    rates = make_course({2020: "50%", 2021: "60%"}, name="집행률")
    assert computed("집행률의 2020년 대비 2021년 증가율은?", AUDIT_COURSE[0].quote, *rates) is None
