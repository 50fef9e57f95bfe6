"""Which year a policy is of."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.catalog import CatalogRow
from corpus.facts.years import YEAR_INFERRED
from corpus.types import Fact, FactKind
from tests.corpus.plans import facts_of

PLAN = CatalogRow(
    file="a.txt", title="2031년 주요업무계획", document_type="plan", fiscal_years=(2031,)
)


def news(title: str, *years: int, day: date = date(2031, 3, 4)) -> CatalogRow:
    return CatalogRow(
        file="a.txt", title=title, document_type="press", fiscal_years=years, published_on=day
    )


def policy(text: str, about: CatalogRow) -> Fact:
    """The first policy of a text."""
    return facts_of(text, FactKind.POLICY, about=about)[0]


def test_what_a_plan_sets_out_is_of_its_year_and_says_that_it_is_inferred() -> None:
    one = policy("○ 걷기 좋은 숲길 내기", PLAN)
    assert (one.fiscal_year, YEAR_INFERRED in one.flags) == (2031, True)


def test_the_year_of_a_heading_is_printed() -> None:
    one = policy("1. 2030년 추진계획\n○ 걷기 좋은 숲길 내기", PLAN)
    assert (one.fiscal_year, YEAR_INFERRED in one.flags) == (2030, False)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("내년에는 숲길을 넓힐 계획이다.", 2032),
        ("내년 새 시책은 ▶숲길 조성 ▶물길 잇기 ▶돌봄 강화이다.", 2032),
        # when it ends or began is not the year it is of
        ("시는 2035년까지 숲길을 넓힐 계획이다.", 2031),
        ("시는 2040년 완공을 목표로 숲길을 넓힐 계획이다.", 2031),
        # a term of office, and several years, are no one year
        ("민선 8기 주요 시책은 ▶숲길 조성 ▶물길 잇기 ▶돌봄 강화이다.", None),
        ("시는 올해와 내년에 숲길을 넓힐 계획이다.", None),
    ],
)
def test_a_sentence_says_the_year_of_its_policy(text: str, year: int | None) -> None:
    assert policy(text, news("2031년 숲 가꾸기", 2031)).fiscal_year == year


def test_news_of_a_year_that_is_past_tells_what_is_done_now() -> None:
    about = news("2030년 숲 가꾸기 평가 결과", 2030)
    assert policy("시는 숲길을 넓힐 계획이다.", about).fiscal_year == 2031


def test_news_of_a_year_to_come_tells_what_was_done_before() -> None:
    about = news("2032년 숲 가꾸기 보고회", 2032)
    assert policy("시는 실·국이 모여 숲길을 넓히는 대책을 마련했다.", about).fiscal_year == 2031
    assert policy("시는 숲길을 넓힐 계획이다.", about).fiscal_year == 2032


def test_news_for_no_year_is_told_as_of_its_day() -> None:
    assert policy("시는 숲길을 넓힐 계획이다.", news("숲 가꾸기")).fiscal_year == 2031


def test_nothing_is_guessed_for_many_years_nor_without_a_day() -> None:
    many = news("숲 가꾸기 5개년 기본계획")
    undated = CatalogRow(file="a.txt", title="숲 가꾸기", document_type="press")
    for about in (many, undated):
        assert policy("시는 숲길을 넓힐 계획이다.", about).fiscal_year is None
