"""Misspellings: as many letters alike as the plain reckoning of edits says, and no others."""

from __future__ import annotations

import random
import unicodedata

import pytest

from assistant.misspellings import is_misspelt_in

LEAST = 0.74
SYLLABLES = "가각나낙다달라람마막바박사산x1"


def _misspelt(word: str, text: str) -> bool:
    return is_misspelt_in(word, text, least_likeness=LEAST, shortest=5)


@pytest.mark.parametrize(
    ("word", "text", "is_met"),
    [
        ("예산총엑", "2030년예산총액은", True),
        ("예산총엑", "2030년세출총계는", False),
        ("엑", "총액", False),  # too few letters
        ("budgrt", "budget", False),  # Latin letters are the business of `latin`
        ("예산총엑", "예산", False),
    ],
)
def test_a_word_is_met_by_one_spelt_almost_like_it(word: str, text: str, is_met: bool) -> None:
    assert _misspelt(word, text) is is_met


def test_likeness_is_what_the_plain_edit_distance_makes_it() -> None:
    drawn = random.Random(7)  # noqa: S311 (no secret)
    met = 0
    for _ in range(2_000):
        word = "".join(drawn.choices(SYLLABLES, k=drawn.randint(2, 5)))
        text = "".join(drawn.choices(SYLLABLES, k=drawn.randint(0, 20)))
        met += _misspelt(word, text)
        assert _misspelt(word, text) == _plainly(word, text), (word, text)
    assert met > 20  # both outcomes were drawn


def _plainly(word: str, text: str) -> bool:
    letters = unicodedata.normalize("NFD", word)
    if len(letters) < 5 or not any("가" <= one <= "힣" for one in word):
        return False
    stretches = [text[at : at + len(word)] for at in range(max(0, len(text) - len(word) + 1))]
    others = [unicodedata.normalize("NFD", one) for one in stretches if set(one) & set(word)]
    return any(1 - _distance(letters, one) / max(len(letters), len(one)) >= LEAST for one in others)


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for above, letter in enumerate(one):
        below = [above + 1]
        for at, opposite in enumerate(other):
            below.append(min(row[at + 1] + 1, below[at] + 1, row[at] + (letter != opposite)))
        row = below
    return row[-1]
