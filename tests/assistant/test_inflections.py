"""Verb stems, met in sentences that write them with an ending."""

from __future__ import annotations

import pytest

from assistant.inflections import active_of, inflections
from assistant.matching import MatchOptions, Texts, match_strength, tight


@pytest.mark.parametrize(
    ("stem", "written"),
    [
        ("누리", "누릴"),
        ("세우", "세웠"),
        ("모자라", "모자란"),
        ("오르", "올랐"),
        ("이끌", "이끈"),
        ("빨갛", "빨간"),
        ("돕", "도운"),
        ("짓", "지었"),
        ("뽑히", "뽑혔"),
    ],
)
def test_a_stem_begins_the_words_of_sentences(stem: str, written: str) -> None:
    assert written in inflections(stem)


def test_one_syllable_tells_nothing() -> None:
    assert all(len(one) > 1 for stem in ("열", "쓰", "짓") for one in inflections(stem))
    assert inflections("") == inflections("abc") == ()


def test_a_passive_verb_is_made_from_another() -> None:
    assert (active_of("뽑히"), active_of("가"), active_of("세우")) == ("뽑", "", "")


@pytest.mark.parametrize(
    ("form", "quote", "is_met"),
    [
        ("누리", "가족이 함께 누릴 수 있는 놀이터", True),
        ("뽑히", "우수 마을로 선정되었다", True),
        ("세우", "계획을 세웠다", True),
        ("세우", "계획을 지켰다", False),
    ],
)
def test_a_verb_is_met_as_it_is_written(form: str, quote: str, is_met: bool) -> None:
    texts = Texts(quote=tight(quote), headings="", title="")
    met = match_strength(form, texts, MatchOptions(), may_be_misspelt=False, is_verb=True)
    assert (met > 0) is is_met
    # A noun of the same letters has no endings.
    assert match_strength("누리", texts, MatchOptions(), may_be_misspelt=False) == 0
