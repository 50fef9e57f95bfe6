"""Counted: whether the noun behind a number is counted of what the words before it name."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import NAME_INCOMPLETE
from corpus.types import Fact
from tests.corpus.plans import facts_of


def named(text: str, raw: str) -> Fact:
    """The fact of the figure that is printed as `raw`."""
    (fact,) = [one for one in facts_of(text) if one.raw_text == raw]
    return fact


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("평가는 계획, 집행, 환류의 3개 분야로 짜였다.", "3개"),
        ("지표는 안전, 교통, 복지, 환경 4개 영역으로 나뉜다.", "4개"),
        ("기획실이 첫 순서를 맡았으며 모두 31개 부서가 보고한다.", "31개"),
        ("시민 의견을 모아 5개 분야를 확정했다.", "5개"),
        ("친절도 항목은 79.3점으로 7개 항목 중 가장 낮았다.", "7개"),
        ("종합 순위는 84개 군 가운데 12위다.", "84개"),
        ("조례가 없는 14개 단체는 뺐다.", "14개"),
        ("협의회가 24개 학교에 책을 보냈다.", "24개"),
        ("권익위원회와 안전부가 4일 307개 행정기관의 성적을 공개했다.", "307개"),
    ],
)
def test_a_noun_that_counts_another_thing_than_the_words_before_it_is_doubted(
    text: str, raw: str
) -> None:
    assert NAME_INCOMPLETE in named(text, raw).doubts


@pytest.mark.parametrize(
    ("text", "raw", "name"),
    [
        ("민원 평가는 3개 분야로 이뤄진다.", "3개", "민원 평가 분야"),
        ("- 전국 82개 군 중 1위", "82개", "전국 군"),
        ("○ 시설·환경 2개 분야", "2개", "가람시 시행계획 시설·환경 분야"),
        ("○ 사업시행인가 5개 단지", "5개", "사업시행인가 단지"),
    ],
)
def test_a_noun_that_counts_what_stands_before_it_is_certain(
    text: str, raw: str, name: str
) -> None:
    fact = named(text, raw)
    assert (fact.name, fact.doubts) == (name, ())


@pytest.mark.parametrize("text", ["○ 솔숲마을 2단지 지하주차장 도장", "○ 순환도로 3공구 착공"])
def test_which_of_several_it_is_is_no_count(text: str) -> None:
    assert all(one.unit not in {"단지", "공구"} for one in facts_of(text))


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("▲나눔 ▲배움 ▲쉼터 ▲일터 4개 과제를 꼽았다.", "4개"),
        ("공연은 1년 실적을 5개 항목 20개 지표로 따진다.", "5개"),
        ("추진체계는 16개 세부 실행과제다.", "16개"),
        ("지난 3월에는 시청과 3개 구청을 돌았다.", "3개"),
        ("민원실 휠체어와 공기청정기 3대를 들였다.", "3대"),
        ("이번 감사는 12개 부서를 놓고 했다.", "12개"),
    ],
)
def test_a_number_that_may_be_of_another_thing_is_in_doubt(text: str, raw: str) -> None:
    assert [one.doubts != () for one in facts_of(text) if one.raw_text == raw] == [True]


@pytest.mark.parametrize(
    ("text", "raw"),
    [("청렴체계는 4대 전략과 12개 과제로 이루어진다.", "12개"), ("○ 공기청정기 3대", "3대")],
)
def test_a_number_beside_its_own_thing_is_of_it(text: str, raw: str) -> None:
    assert [one.doubts for one in facts_of(text) if one.raw_text == raw] == [()]


@pytest.mark.parametrize("words", ["3대 전략", "5대 분야", "4대 추진 전략", "6대 구정 목표"])
def test_the_main_ones_of_a_plan_are_no_count_and_what_follows_is(words: str) -> None:
    found = facts_of(f"숲 가꾸기 계획은 {words} 25개 과제로 짜였다.")
    assert "대" not in {one.unit for one in found}
    assert facts_of("○ 전기버스 12대 보급")[0].unit == "대"
