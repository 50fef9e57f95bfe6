"""Verb forms at the end of a word, told from nouns that end alike."""

from __future__ import annotations

import pytest

from corpus.facts.verbs import closes_clause, is_adnominal


@pytest.mark.parametrize(
    "word", ["평가해", "신설해", "제공해", "투자해", "접수해", "확충해", "손봐"]
)
def test_a_deed_in_its_connective_form_closes_its_clause(word: str) -> None:
    assert closes_clause(word)


@pytest.mark.parametrize("word", ["재해", "풍수해", "사이버침해", "인명피해", "남해", "김해"])
def test_a_noun_that_ends_alike_closes_nothing(word: str) -> None:
    assert not closes_clause(word)


@pytest.mark.parametrize("word", ["살피는", "바뀌는", "지키는", "늘어나는"])
def test_a_verb_before_its_noun_is_no_topic(word: str) -> None:
    assert is_adnominal(word)


@pytest.mark.parametrize("word", ["경기는", "가치는", "수치는", "의미는"])
def test_a_topic_is_no_verb(word: str) -> None:
    assert not is_adnominal(word)
