"""Noun phrases: a name is one, whole and closed, and says whose figure it is."""

from __future__ import annotations

import pytest

from corpus.facts.noun_phrases import is_anothers, is_noun_phrase, says_what


@pytest.mark.parametrize(
    "name",
    [
        "예산에 넣으려는 사업",
        "주민과 가장 가까운 돌봄 분야 지출",
        "시민 제안사업",
        "물품구매 기준",
    ],
)
def test_a_noun_phrase(name: str) -> None:
    assert is_noun_phrase(name)


@pytest.mark.parametrize(
    "name",
    [
        "정비사업 빼 절감액",  # a verb that leads to no noun
        "조직개편안 커지고 공무원 정원",
        "살림 빚은 총규모",  # a topic, and what is said about it
        "덜어낸 돈은 공사",
        "예산에 사업",  # an argument without its verb
        "전담반 운영 조로",  # a particle at the end
        "전국 군이",
        "이들 사업 총사업비",  # it points at what was said before
        "올해",
        "나들목 (2차로",  # a bracket that stays open
        "솔밭' 전국 브랜드",
        "기획실 → 조정실 동",
        "",
    ],
)
def test_no_noun_phrase(name: str) -> None:
    assert not is_noun_phrase(name)


def test_the_figure_of_others_says_what_it_counts() -> None:
    assert is_anothers("유사단체 평균 증가액")
    assert not is_anothers("정부 예산 증가율")
    assert not is_anothers("정부예산 확보 대상 총사업비")


def test_a_verb_and_a_class_say_too_little() -> None:
    assert not says_what("쌓은 실적", "건")
    assert says_what("세입", "원")
    assert says_what("부패를 막을 기반", "건")
