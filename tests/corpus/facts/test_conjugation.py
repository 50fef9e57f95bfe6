"""Verbs that close a clause, put before a noun."""

from __future__ import annotations

import pytest

from corpus.facts.conjugation import FUTURE, PAST, PRESENT, before_noun, stem_of, verb_of


@pytest.mark.parametrize(
    ("word", "stem", "tense", "form"),
    [
        ("심사했다.", "심사하", PAST, "심사한"),
        ("추렸다", "추리", PAST, "추린"),
        ("뽑혔으며", "뽑히", PAST, "뽑힌"),
        ("뺐기", "빼", PAST, "뺀"),
        ("받았고", "받", PAST, "받은"),
        ("됐다", "되", PAST, "된"),
        ("나눴다", "나누", PAST, "나눈"),
        ("세웠다", "세우", PAST, "세운"),
        ("왔다", "오", PAST, "온"),
        ("올랐다", "오르", PAST, "오른"),
        ("불렀다", "부르", PAST, "부른"),
        ("따랐다", "따르", PAST, "따른"),
        ("치렀다", "치르", PAST, "치른"),
        ("썼다", "쓰", PAST, "쓴"),
        ("도왔다", "돕", PAST, "도운"),
        ("지었다", "짓", PAST, "지은"),
        ("만들었다", "만들", PAST, "만든"),
        ("늘었다", "늘", PAST, "늘어난"),
        ("줄었다", "줄", PAST, "줄어든"),
        ("높였다", "높이", PAST, "높인"),
        ("했습니다", "하", PAST, "한"),
        ("많아진다", "많아지", PRESENT, "많아지는"),
        ("받는다", "받", PRESENT, "받는"),
        ("편다", "펴", PRESENT, "펴는"),
        ("만든다", "만드", PRESENT, "만드는"),
        ("합니다", "하", PRESENT, "하는"),
        ("받습니다", "받", PRESENT, "받는"),
    ],
)
def test_a_verb_stands_before_its_noun_in_its_own_tense(
    word: str, stem: str, tense: str, form: str
) -> None:
    verb = verb_of(word)
    assert verb is not None
    assert (verb.stem, verb.tense) == (stem, tense)
    assert before_noun(verb.stem, verb.tense) == form


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("심사해", "심사하"),
        ("거둬", "거두"),
        ("걸려", "걸리"),
        ("옮기며", "옮기"),
        ("벌여", "벌이"),
    ],
)
def test_a_verb_that_goes_on_leaves_its_tense_to_the_sentence(word: str, stem: str) -> None:
    verb = verb_of(word)
    assert verb is not None
    assert (verb.stem, verb.tense, verb.is_final) == (stem, "", False)


@pytest.mark.parametrize("word", ["높다", "이다", "예산이었다", "개였다", "정책", "참여", "더"])
def test_what_tells_of_no_deed_is_no_verb(word: str) -> None:
    assert verb_of(word) is None


@pytest.mark.parametrize(
    ("stem", "form"),
    [("정리하", "정리할"), ("받", "받을"), ("만들", "만들"), ("짓", "지을"), ("돕", "도울")],
)
def test_what_is_to_come_has_its_own_form(stem: str, form: str) -> None:
    assert before_noun(stem, FUTURE) == form


def test_a_stem_that_takes_a_syllable_of_its_own_is_known() -> None:
    assert stem_of("이르러") == "이르"
