"""Things: what the headings above a statement are about."""

from __future__ import annotations

import pytest

from corpus.catalog import CatalogRow
from corpus.facts.things import is_part, thing_above
from tests.corpus.plans import statements_of


def thing(text: str, title: str = "2031년 숲 가꾸기 계획") -> str:
    about = CatalogRow(file="plan.txt", title=title)
    return thing_above(statements_of(text, about=about)[-1])


@pytest.mark.parametrize("part", ["추진상황", "개 요", "향후계획", "가. 사업개요"])
def test_the_nearest_heading_that_names_a_thing_is_taken(part: str) -> None:
    assert thing(f"1. 수소충전소 건립\n□ {part}\n○ 착공") == "수소충전소 건립"


def test_a_numbered_meeting_is_one_of_what_the_title_names() -> None:
    text = "1. 2차 보고회\n○ 일시"
    assert thing(text, "2031년 예산 확보 보고회") == "예산 확보 보고회 2차 보고회"


def test_without_headings_the_title_tells() -> None:
    assert thing("○ 착공") == "숲 가꾸기 계획"


@pytest.mark.parametrize("title", ["주요추진사업", "2031년 추진계획", "시가 나섰다."])
def test_a_title_that_names_nothing_tells_nothing(title: str) -> None:
    assert thing("○ 착공", title) == ""


@pytest.mark.parametrize("words", ["추진현황", "1. 사업개요", "남은 일정", ""])
def test_heads_of_any_plan_are_parts(words: str) -> None:
    assert is_part(words)


def test_a_heading_that_names_something_is_no_part() -> None:
    assert not is_part("숲길 조성")
