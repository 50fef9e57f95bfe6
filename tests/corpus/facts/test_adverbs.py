"""Adverbs: no name begins with a word that tells how or when."""

from __future__ import annotations

import pytest

from corpus.facts.adverbs import is_adverb
from corpus.facts.certainty import is_piece
from tests.corpus.plans import facts_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("반면 지방채는 35억원이다.", "지방채"),
        ("앞서 특별교부세는 12억원이었다.", "특별교부세"),
        ("당시 투자 협약은 22건이었다.", "투자 협약"),
        ("아울러 둘레길 쉼터는 14곳이다.", "둘레길 쉼터"),
        ("결국 지방세 체납자는 420명이다.", "지방세 체납자"),
    ],
)
def test_an_adverb_before_a_name_is_left_out(text: str, name: str) -> None:
    assert facts_of(text)[0].name == name


@pytest.mark.parametrize("word", ["잇달아", "한편", "사흘간", "받게", "있게", "오히려", "비로소"])
def test_adverbs_are_told_from_nouns(word: str) -> None:
    assert is_adverb(word)


@pytest.mark.parametrize("word", ["가게", "무게", "단지", "하루", "이번", "먼지", "함께돌봄"])
def test_nouns_that_end_alike_are_no_adverbs(word: str) -> None:
    assert not is_adverb(word)


@pytest.mark.parametrize(
    "name",
    [
        "한편 지방채",
        "받게 된 공무원",
        "초에도 부서",
        "비슷한 전국 시의 평균",
        "70점 이상인",
        "처음 문을 돌봄센터",
        "나선 마을",
        "안에 마칠 사업",
        "결과 접수된 제안",
    ],
)
def test_a_name_with_what_tells_how_or_when_is_a_piece(name: str) -> None:
    assert is_piece(name)


@pytest.mark.parametrize(
    "name",
    [
        "직접 심사한 사업",
        "다시 지은 학교",
        "이번 평가",
        "이웃을 돕는 단체",
        "결과 보고회",
        "직매장을 엶",
    ],
)
def test_what_tells_which_one_may_hold_an_adverb(name: str) -> None:
    assert not is_piece(name)
