"""Titles compared: what is the same from one edition to the next, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.titles import title_of
from tests.corpus.plans import hostile_texts

PLACE = "보령시"


def family(title: str) -> str:
    return title_of(title, PLACE).family


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2031 주요업무계획", "2032년 주요업무계획"),
        ("2031~2035 중기지방재정계획", "2032∼2036년 중기지방재정계획(안)"),
        ("'31~'35 청년정책 기본계획", "청년정책 기본계획(2032.~2036.)"),
        ("보령시 숲 가꾸기 계획", "숲 가꾸기 계획"),
        ("[보령시] 숲 가꾸기 계획", "충청남도 보령시 숲가꾸기계획"),
        ("숲 가꾸기 계획", "숲 가꾸기 변경계획"),
        ("숲 가꾸기 계획", "숲 가꾸기 계획 수정계획(2031. 3. 15.)"),
        ("숲 가꾸기 계획(안)", "숲 가꾸기 계획(최종)"),
        ("제1차 숲 기본계획", "제2차 숲 기본계획"),
        ("2031년도 본예산서", "2031년 제1회 추가경정예산안"),
        ("2031년 세입·세출예산서", "2031년 제2회 추가경정 세입·세출예산서"),
        ("2031년 예산", "2031년 제1회 추경"),
    ],
)
def test_editions_of_one_plan_are_one_family(one: str, other: str) -> None:
    assert family(one) == family(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2031년 예산서 (일반회계)", "2031년 예산서 (특별회계)"),
        ("숲 계획 (상권)", "숲 계획 (하권)"),
        ("숲 계획 제1장 나무", "숲 계획 제2장 물"),
        ("2031년 3월 업무계획", "2031년 4월 업무계획"),
        ("2031년 상반기 업무계획", "2031년 하반기 업무계획"),
        ("수정구 발전계획", "발전계획"),
        ("보령시민 안전 계획", "민 안전 계획"),
        ("안전관리계획", "전관리계획"),
        ("본청사 건립계획", "청사 건립계획"),
    ],
)
def test_different_plans_are_different_families(one: str, other: str) -> None:
    assert family(one) != family(other)


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("2031~2035 계획", (2031, 2032, 2033, 2034, 2035)),
        ("2031년~33년 계획", (2031, 2032, 2033)),
        ("‘31~‘32 계획", (2031, 2032)),
        ("2031. 3. 15. 계획", (2031,)),
        ("2035~2031 계획", (2035,)),
        ("계획", ()),
    ],
)
def test_a_title_prints_its_years(title: str, years: tuple[int, ...]) -> None:
    assert title_of(title, PLACE).years == years


@pytest.mark.parametrize(
    ("title", "is_edition"),
    [
        ("숲 변경계획", True),
        ("숲 계획(수정)", True),
        ("2031년 제1회 추가경정예산", True),
        ("숲 계획", False),
        ("2031년 본예산", False),
        ("제2차 숲 기본계획", False),
    ],
)
def test_a_later_edition_says_so(title: str, is_edition: bool) -> None:
    assert title_of(title, PLACE).is_edition is is_edition


def test_a_title_of_years_alone_has_no_family() -> None:
    assert title_of("2031년", PLACE).family == ""
    assert title_of("", None).family == ""


@given(st.one_of(st.text(), hostile_texts()))
def test_any_title_is_read(title: str) -> None:
    found = title_of(title, PLACE)
    assert list(found.years) == sorted(found.years)
