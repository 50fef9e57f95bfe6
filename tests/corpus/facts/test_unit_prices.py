"""Sums for one person, thing or month, and limits of support."""

from __future__ import annotations

import pytest

from corpus.catalog import CatalogRow
from corpus.facts.doubts import KIND_UNSURE
from corpus.read import read_document
from tests.corpus.plans import facts_of


@pytest.mark.parametrize(
    ("text", "raw", "flag"),
    [
        ("○ 지원금액 : 농가당 150만원", "150만원", "per_unit"),
        ("○ 우수 부서 시상금 각 200만원", "200만원", "per_unit"),
        ("○ 월세 지원 : 월 20만원", "20만원", "per_month"),
        ("○ 월세 지원 : 최대 240만원", "240만원", "support_limit"),
        ("○ 냉난방비 : 연 185만원", "185만원", "annual_flow"),
    ],
)
def test_a_sum_for_one_says_so(text: str, raw: str, flag: str) -> None:
    (fact,) = [one for one in facts_of(text) if one.raw_text == raw]
    assert flag in fact.flags


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("○ 추진단 회의 : 월 1회", "회/월"),
        ("○ 취수시설 9,460㎥/일", "㎥/일"),
        ("○ 현장 점검 : 분기 2회", "회/분기"),
        ("○ 보고회 : 연 2회", "회"),
    ],
)
def test_a_count_for_a_time_has_it_in_its_unit(text: str, unit: str) -> None:
    (fact,) = [one for one in facts_of(text) if one.value is not None]
    assert fact.unit == unit


def test_in_a_call_for_applications_a_bare_sum_is_not_the_citys() -> None:
    row = CatalogRow(file="a.txt", title="2025년 새내기 농가 지원사업 신청 안내")
    text = "○ 빈집 수리비 : 300만원\n○ 총 예산 : 3억원\n"
    first, second = (
        one for one in read_document(text.encode(), row).facts if one.value is not None
    )
    assert first.doubts == (KIND_UNSURE,)
    assert second.doubts == ()


def test_a_ceiling_of_support_is_a_limit_and_no_budget_of_the_city() -> None:
    (fact,) = facts_of("○ 마을 숲 보상금 상한액은 1억원으로 한다.")
    assert (fact.name, fact.flags) == ("마을 숲 보상금 상한액", (*fact.flags[:-1], "support_limit"))


@pytest.mark.parametrize("raw", ["100만원", "200만원"])
def test_what_each_child_gets_is_no_budget(raw: str) -> None:
    found = facts_of("○ 출산 축하금 : 첫째 100만원, 둘째 200만원")
    assert [one.doubts for one in found if one.raw_text == raw] == [(KIND_UNSURE,)]


def test_what_is_paid_every_year_says_so() -> None:
    (fact,) = facts_of("○ 통학버스 운영비(매년) 120백만원")
    assert "annual_flow" in fact.flags


@pytest.mark.parametrize(
    ("text", "is_for_one"),
    [
        ("○ 주민 1인당 지방세 부담 31만원", True),
        ("○ 세대당 체납액 : 12만원", True),
        ("○ 주민 1인당 도서 구입 사업 31억원", False),
    ],
)
def test_what_falls_to_each_is_no_budget_and_no_price(text: str, is_for_one: bool) -> None:
    (fact,) = facts_of(text)
    assert ("per_unit" in fact.flags) is is_for_one
    assert KIND_UNSURE not in fact.doubts


def test_a_notice_of_what_is_owed_calls_nobody_to_apply() -> None:
    about = CatalogRow(file="notice.txt", title="가람시 지방세 체납액 정리 안내")
    (fact,) = read_document("○ 현재 체납액 : 31억원\n".encode(), about, suffix=".txt").facts
    assert (fact.name.endswith("체납액"), fact.doubts) == (True, ())


def test_what_a_call_aims_at_is_given_to_nobody() -> None:
    about = CatalogRow(file="notice.txt", title="가람시 나무 심기 참여 안내")
    aimed, given = read_document(
        "○ 올해 심기 목표 : 31억원\n○ 우수 마을 : 31억원\n".encode(), about, suffix=".txt"
    ).facts
    assert KIND_UNSURE not in aimed.doubts
    assert KIND_UNSURE in given.doubts
