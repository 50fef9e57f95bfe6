"""Compounds of several nouns."""

from __future__ import annotations

import corpus
from assistant.compounds import compounds_of


def test_nouns_written_together_are_one_compound() -> None:
    assert compounds_of("청년월세지원은 얼마인가요", ()) == ("청년월세지원",)


def test_nouns_written_apart_are_none() -> None:
    assert compounds_of("청년 월세", ()) == ()


def test_the_name_of_a_place_is_no_compound() -> None:
    (mention,) = corpus.find_municipalities("울릉군")
    assert compounds_of("울릉군 예산은", mention.municipalities) == ()
