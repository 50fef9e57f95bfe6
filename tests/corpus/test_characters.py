"""Folding: one spelling for each character, and no offset moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.characters import APOSTROPHES, ARROWS, BLANKS, DASHES, MIDDLE_DOTS, TILDES, fold


@pytest.mark.parametrize(
    ("variants", "plain"),
    [
        (APOSTROPHES, "'"),
        (MIDDLE_DOTS, "·"),
        (TILDES, "~"),
        (DASHES, "-"),
        (ARROWS, "→"),
        (BLANKS, " "),
    ],
)
def test_every_variant_has_one_spelling(variants: str, plain: str) -> None:
    assert fold(variants) == plain * len(variants)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("８，７２７％（억）", "8,727%(억)"),
        ("690 -> 720", "690 →  720"),
        ("690 => 720", "690 →  720"),
        ("홈 > 뉴스", "홈 > 뉴스"),
        ("\ufeff2024년", " 2024년"),
        ("예산\u200b8억", "예산 8억"),
        ("8,7\u200b27", "8,7\ufffd27"),
        ("\u202e억 72\u202c 5", " 억 \ufffd\ufffd  5"),
    ],
)
def test_a_text_keeps_its_length(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=200))
def test_no_offset_ever_moves(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
