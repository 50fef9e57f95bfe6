"""The years that a text says, counted from the day it came out where it says 'last year'."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.fitting import year_fits, years_above
from assistant.years import STAMP, years_said
from tests.assistant.drafts import asking, make_evidence, make_figure
from tests.factories import make_document

PUBLISHED = date(2031, 2, 18)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("지난해 심사한 사업은 31건이다", {2030}),
        ("내년도 예산은 3억 원이다", {2032}),
        ("올해 1월부터", {2031}),
        ("2029년보다 늘었다", {2029}),
        ("지난 6일 열었다", set()),
        ("9월 27일 열었다", set()),
        ("민선 8기 공약", set()),
        ("지난달 말 3만 명까지 줄었다", {2031}),
    ],
)
def test_words_for_years_are_counted_from_the_day_of_the_text(text: str, years: set[int]) -> None:
    assert years_said(text, PUBLISHED) == years


def test_without_a_day_words_for_years_say_none() -> None:
    assert years_said("지난해 심사한 사업은 31건이다") == frozenset()


@pytest.mark.parametrize(
    ("heading", "is_stamp"),
    [
        ("승인 2031-02-18 14:20", True),
        ("2031년 2월 18일", True),
        ("입력일 : 2031.02.18", True),
        ("2031-02-18 박○○ 기자", True),
        ("2031년 주요업무계획", False),
        ("2031년 2월 18일 보고회 결과", False),
    ],
)
def test_a_stamp_only_says_when_a_text_came_out(heading: str, is_stamp: bool) -> None:
    assert (STAMP.search(heading) is not None) is is_stamp


def test_under_a_stamp_a_statement_is_of_the_year_of_its_document() -> None:
    document = make_document(title="보고회", fiscal_years=(2032,), published_on=PUBLISHED)
    under = make_evidence(
        "신청할 금액은 9억 원이다", headings=("승인 2031-02-18",), document=document
    )
    assert year_fits(under, asking("2032년 신청 금액은?"))
    assert not year_fits(under, asking("2030년 신청 금액은?"))


def test_a_heading_that_compares_with_last_year_is_of_the_year_of_its_document() -> None:
    document = make_document(title="집행", fiscal_years=(2031,), published_on=PUBLISHED)
    headings = ("1분기에 90억 원 집행… 지난해보다 8억 원 많아",)
    under = make_evidence("집행률은 26.4%다", headings=headings, document=document)
    assert years_above(under) == {2031}
    assert year_fits(under, asking("2031년 집행률은?"))
    assert not year_fits(under, asking("2030년 집행률은?"))


def test_this_time_is_the_year_of_the_document() -> None:
    document = make_document(title="평가", fiscal_years=(2031,), published_on=PUBLISHED)
    said = make_evidence("2029년 3등급이었다가 이번에 2등급이 됐다", headings=(), document=document)
    assert year_fits(said, asking("2031년 등급은?"))
    assert year_fits(said, asking("2029년 등급은?"))
    assert not year_fits(said, asking("2030년 등급은?"))


def test_what_is_said_beside_last_year_is_of_the_year_of_the_document() -> None:
    document = make_document(title="평가 결과", fiscal_years=(2031,), published_on=PUBLISHED)
    figures = (
        make_figure("90점", 2031, flags=("year_inferred",)),
        make_figure("88점", 2030, flags=("previous_year",)),
    )
    quote = "평균은 90점으로 전년 88점보다 2점 올랐다"
    assert year_fits(make_evidence(quote, *figures, document=document), asking("2031년 평균은?"))
    assert not year_fits(make_evidence(quote, *figures, document=document), asking("2029년 평균?"))


def test_a_question_that_names_the_month_of_a_report_is_about_that_report() -> None:
    document = make_document(title="2032년 예산 보고회", published_on=PUBLISHED)
    evidence = make_evidence(
        "신규사업은 31개다", headings=("2032년 예산 보고회",), document=document
    )
    assert year_fits(evidence, asking("2031년 2월 보고회의 신규사업은 몇 개?"))
    assert not year_fits(evidence, asking("2031년 3월 보고회의 신규사업은 몇 개?"))


def test_what_was_so_before_is_not_the_year_of_what_is_said() -> None:
    document = make_document(published_on=PUBLISHED, fiscal_years=(2031,))
    was = make_evidence("2030년 4등급이던 친절도를 2등급으로", document=document)
    assert year_fits(was, asking("2031년 친절도 목표는 몇 등급인가요?"))
    both = make_evidence("2029년 4등급이던 친절도가 2030년 2등급", document=document)
    assert not year_fits(both, asking("2031년 친절도 목표는 몇 등급인가요?"))


def test_a_text_of_january_tells_of_the_year_in_its_title() -> None:
    title = "2030년 골목 정비 결과"
    early = make_document(title=title, published_on=date(2031, 1, 20), fiscal_years=())
    line = make_evidence("- 골목 조명 : 41곳", document=early, headings=("정비",))
    assert years_above(line) == {2030}
    later = make_document(title=title, published_on=date(2031, 6, 20), fiscal_years=())
    assert years_above(make_evidence("- 조명", document=later, headings=())) == {2031}


def test_what_a_rule_begins_at_is_no_figure_of_a_year() -> None:
    flags = ("year_inferred", "threshold")
    bound = make_figure("3억원", 2031, flags=flags, fiscal_year=2031)
    document = make_document(published_on=PUBLISHED, fiscal_years=(2031,))
    quote = "대상 : 3억원 이상 공사, 실적 : (’29) 21건 → (’30) 34건"
    assert not year_fits(
        make_evidence(quote, bound, document=document), asking("2031년 실적은 몇 건인가요?")
    )
