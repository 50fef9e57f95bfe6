"""Events: what happened, and when, as far as the text says."""

from __future__ import annotations

from datetime import date

from corpus import is_kept_back
from corpus.catalog import CatalogRow
from corpus.facts.doubts import KIND_UNSURE, NAME_BORROWED
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


def test_what_goes_on_until_now_has_no_end() -> None:
    (event,) = events("○ 마을 학교 운영: 2030년 9월~현재")
    assert event.name.endswith("마을 학교 운영")
    assert event.period == Period(start="2030-09", end=None)


def test_what_was_merely_said_names_no_event() -> None:
    found = events("아낀 예산이 50억 원에 이른다고 9일 발표했다.")
    assert all(one.doubts == (NAME_BORROWED,) for one in found)


def test_what_stands_before_a_day_names_what_was_done_then() -> None:
    (fact,) = events("○ 우수저류시설 ’26년 6월 준공")
    assert (fact.name, fact.period) == ("우수저류시설 준공", Period(start="2026-06", end="2026-06"))


def test_the_days_of_a_chain_are_no_day_of_the_heading() -> None:
    assert events("1. 숲길 조성\n○ 용역 착수(3월) → 설계 완료(7월) → 준공") == ()


def test_a_label_that_says_what_is_done_names_the_event() -> None:
    (fact,) = events("1. 숲길 이름 공모\n○ 결과발표 : 3월 24일 누리집")
    assert fact.name == "숲길 이름 공모 결과발표"


def test_what_began_in_a_year_is_an_event_without_an_end() -> None:
    (fact,) = events("시는 지난 2019년부터 시정 모니터제를 도입했으며 주민의 말을 듣는다.")
    assert (fact.name, fact.period) == ("시정 모니터제 도입", Period(start="2019", end=None))


def test_what_is_spoken_of_did_not_happen_that_day() -> None:
    for text in (
        "가람시가 7일 대회의실에서 성과관리 운영계획안을 심의했다.",
        "시는 29일 누리집에 재정운영 결과를 올리며 살림이 늘었다고 설명했다.",
        "시는 12일 청사에서 청년정책 추진현황 점검 결과를 들었다.",
    ):
        assert all(KIND_UNSURE in one.doubts for one in events(text))


def test_a_meeting_about_a_goal_was_held_that_day() -> None:
    (fact,) = events("시는 3월 5일 소회의실에서 국비 확보 보고회를 열고 목표액을 정했다.")
    assert (fact.name, fact.doubts) == ("국비 확보 보고회 개최", ())


def test_a_year_of_what_a_meeting_set_is_not_its_own() -> None:
    (fact,) = events("시는 제2차 국비확보 전략회의에서 2038년 국비 목표를 잡았다.")
    assert fact.period is None


def test_a_design_is_no_event() -> None:
    assert not facts_of("센터는 9월 실시설계 완료 순으로 간다.", FactKind.EVENT)


def test_the_day_before_a_numbered_event_is_its_day() -> None:
    (fact,) = events("추가경정예산이 지난 6일 군의회 제299회 축제위원 총회에서 의결됐다.")
    assert (fact.period, fact.fiscal_year) == (Period(start="2031-05-06", end="2031-05-06"), 2031)


def test_among_whom_a_meeting_was_held_is_no_part_of_its_name() -> None:
    text = "가람시(시장 김나무)가 19일 부서장 등 40여 명이 모인 가운데 숲 가꾸기 보고회를 열었다."
    (fact,) = events(text)
    assert fact.name == "숲 가꾸기 보고회 개최"
    assert fact.period == Period(start="2031-05-19", end="2031-05-19")


def test_the_days_through_which_a_thing_is_held_are_its_days() -> None:
    (fact,) = events("시는 6월 2일부터 6일까지 닷새에 걸쳐 숲 가꾸기 보고회를 연다.")
    assert (fact.name, fact.period) == (
        "숲 가꾸기 보고회 개최",
        Period(start="2031-06-02", end="2031-06-06"),
    )
    assert events("신청은 6월 6일까지 숲 가꾸기 보고회를 여는 곳에서 받는다.") == ()


def test_who_made_a_figure_known_is_no_event() -> None:
    (fact,) = events("평가위원회가 5월 발표한 시군 평균을 크게 앞선다.")
    assert is_kept_back(fact.doubts)
