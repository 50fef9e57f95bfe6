"""Events: what happened, and when, as far as the text says."""

from __future__ import annotations

from datetime import date

from corpus.catalog import CatalogRow
from corpus.types import Fact, FactKind, Period
from tests.corpus.plans import UNLISTED, facts_of

NEWS = CatalogRow(file="news.txt", title="소식", published_on=date(2031, 5, 20))


def events(text: str, about: CatalogRow = NEWS) -> tuple[Fact, ...]:
    return facts_of(text, FactKind.EVENT, about=about)


def test_a_dated_happening_is_an_event() -> None:
    (event,) = events("시는 2031년 4월 3일 시청에서 업무 보고회를 개최했다.")
    assert event.name == "업무 보고회 개최"
    assert event.period == Period(start="2031-04-03", end="2031-04-03")
    assert (event.fiscal_year, event.raw_text) == (2031, "2031년 4월 3일")


def test_a_quoted_title_names_the_event() -> None:
    (event,) = events("시는 4월 3일 ‘함께 가꾸는 마을 숲’ 잔치를 열었다.")
    assert event.name == "함께 가꾸는 마을 숲"
    assert event.period == Period(start="2031-04-03", end="2031-04-03")


def test_a_day_without_month_is_counted_from_the_day_of_publication() -> None:
    (event,) = events("시는 지난 6일 시청에서 업무 보고회를 개최했다.")
    assert event.period == Period(start="2031-05-06", end="2031-05-06")


def test_a_day_that_cannot_be_placed_stays_open() -> None:
    (event,) = events("시는 지난 6일 시청에서 업무 보고회를 개최했다.", UNLISTED)
    assert event.period is None
    assert "date_unresolved" in event.flags


def test_a_numbered_event_is_one_without_a_date_too() -> None:
    (event,) = events("시는 제5회 가람 꽃축제를 준비한다.")
    assert event.name == "제5회 가람 꽃축제"
    assert event.period is None


def test_a_numbered_event_is_named_once() -> None:
    found = events("제5회 가람 꽃축제는 길다. 제5회 가람 꽃축제를 4월 3일 열었다.")
    assert all(one.name == "제5회 가람 꽃축제" for one in found)


def test_a_year_alone_is_no_happening() -> None:
    assert events("시는 2031년 숲을 개관할 계획이다.") == ()


def test_a_date_without_a_happening_is_no_event() -> None:
    assert events("시는 4월 3일까지 서류를 받는다.") == ()
