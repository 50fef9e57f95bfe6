"""Particles at the end of a word, told from nouns that merely end alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.particles import has_final_consonant, particle_of, without_particle


@pytest.mark.parametrize(
    ("word", "particle"),
    [
        ("살림규모는", "는"),
        ("예산은", "은"),
        ("예산이", "이"),
        ("채무가", "가"),
        ("나무를", "를"),
        ("숲길을", "을"),
        ("예산으로", "으로"),
        ("분야별로", "로"),
        ("마을에서", "에서"),
        ("시민에게", "에게"),
        ("전년보다", "보다"),
        ("공무원의", "의"),
        ("내년까지", "까지"),
    ],
)
def test_a_particle_is_read_and_taken_off(word: str, particle: str) -> None:
    assert particle_of(word) == particle
    assert without_particle(word) == word.removesuffix(particle)


@pytest.mark.parametrize(
    "word",
    [
        "평가",
        "국가",
        "회의",
        "도로",
        "청렴도",
        "결과",
        "성과",
        "어린이",
        "가을",
        "문화",
        "비율",
        "제도",
        "예산",
        "가",
        "은",
        "",
        "PC",
        "12,345",
    ],
)
def test_a_noun_that_ends_like_a_particle_is_whole(word: str) -> None:
    assert particle_of(word) == ""
    assert without_particle(word) == word


@pytest.mark.parametrize("word", ["예산는", "채무은", "나무을", "숲길를"])
def test_a_particle_that_its_stem_does_not_allow_is_none(word: str) -> None:
    assert particle_of(word) == ""


def test_final_consonants_are_told_by_the_syllable() -> None:
    assert has_final_consonant("길")
    assert not has_final_consonant("나")
    assert not has_final_consonant("a")
    assert not has_final_consonant("ㄱ")


@given(word=st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=6))
def test_a_particle_is_an_ending_that_leaves_a_stem(word: str) -> None:
    particle = particle_of(word)
    assert word.endswith(particle)
    assert without_particle(word) + particle == word
    assert without_particle(word) or not word
