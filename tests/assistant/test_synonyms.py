"""Words for the same thing."""

from __future__ import annotations

import pytest

import corpus
from assistant.synonyms import _table, synonyms


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("워크샵", "워크숍"),
        ("기재부", "기획재정부"),
        ("빚", "채무"),
        ("뽑", "위촉"),
        ("Budget", "예산"),
    ],
)
def test_an_everyday_word_and_the_official_one_are_the_same(word: str, other: str) -> None:
    assert other in synonyms(word)
    assert word.lower() in synonyms(other)


def test_a_word_is_no_synonym_of_itself() -> None:
    assert all(word not in others for word, others in _table().items())


def test_an_unknown_word_has_none() -> None:
    assert synonyms("개똥벌레") == frozenset()


def test_no_place_is_a_synonym_of_anything() -> None:
    """Rules for one city would be rules against the others."""
    assert [word for word in _table() if corpus.find_municipalities(word)] == []
