"""Stems as they stand in a text."""

from __future__ import annotations

import pytest

from assistant.matching import MatchOptions, Texts, match_strength, tight
from assistant.stems import said_forms


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("보내", "보낸"),
        ("보내", "보냈"),
        ("줄이", "줄여"),
        ("줄이", "줄였"),
        ("바꾸", "바꿨"),
        ("모으", "모았"),
        ("청하", "청했"),
        ("나누", "나눔"),
    ],
)
def test_a_stem_melts_with_its_ending(stem: str, said: str) -> None:
    assert said in said_forms(stem)


@pytest.mark.parametrize("stem", ["깎", "묵", "심", "오", "ab", ""])
def test_a_closed_or_short_stem_stays(stem: str) -> None:
    assert said_forms(stem) == ()


def test_a_verb_is_met_by_what_it_becomes() -> None:
    texts = Texts(quote=tight("감사 결과를 각 부서에 돌렸다"), headings="", title="")
    options = MatchOptions()
    met = match_strength("돌리", texts, options, is_verb=True, may_be_misspelt=False)
    assert met == 1.0
    assert match_strength("돌리", texts, options, may_be_misspelt=False) == 0.0
