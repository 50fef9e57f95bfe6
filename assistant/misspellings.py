"""Misspellings: whether a word stands in a text with a letter or two written otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_HANGUL = re.compile(r"[가-힣]")
_REMEMBERED = 512
"""Words of recent questions whose letters are kept, in memory only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spelling:
    """A word by its letters (jamo): `masks` has a bit for each place that a letter stands at."""

    size: int
    syllables: frozenset[str]
    letters: int
    masks: dict[str, int]


def is_misspelt_in(word: str, text: str, *, least_likeness: float, shortest: int) -> bool:
    """Whether a stretch of a text, as long as a word in Hangul, shares that much of its letters.

    `least_likeness` is the share, 0 to 1; a word of fewer letters than `shortest` is like nothing.
    """
    spelling = _spelling(word)
    if spelling.letters < shortest or spelling.syllables.isdisjoint(text):
        return False
    # The most edits that leave the likeness: the other may be longer by as many letters.
    most = int(spelling.letters * (1 / least_likeness - 1))
    for stretch in _near(spelling, text):
        other = _letters(stretch)
        if abs(len(other) - spelling.letters) > most:
            continue
        distance = _edits(spelling, other)
        if distance <= most and 1 - distance / max(spelling.letters, len(other)) >= least_likeness:
            return True
    return False


@lru_cache(maxsize=_REMEMBERED)
def _spelling(word: str) -> _Spelling:
    letters = _letters(word) if _HANGUL.search(word) else ""
    masks: dict[str, int] = {}
    for place, letter in enumerate(letters):
        masks[letter] = masks.get(letter, 0) | 1 << place
    return _Spelling(size=len(word), syllables=frozenset(word), letters=len(letters), masks=masks)


def _near(spelling: _Spelling, text: str) -> Iterator[str]:
    """The stretches of a text that have a syllable of the word, each place once."""
    last = len(text) - spelling.size
    following = 0
    for at, syllable in enumerate(text):
        if syllable in spelling.syllables:
            for start in range(max(following, at - spelling.size + 1), min(at, last) + 1):
                yield text[start : start + spelling.size]
            following = max(following, at + 1)


def _letters(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _edits(spelling: _Spelling, other: str) -> int:
    """Levenshtein distance, all rows of a column at once, as bits (Myers 1999, Hyyrö 2001)."""
    full = (1 << spelling.letters) - 1
    last = 1 << (spelling.letters - 1)
    up, down, distance = full, 0, spelling.letters
    for letter in other:
        equal = spelling.masks.get(letter, 0)
        level = (((equal & up) + up) ^ up) | equal | down
        rise = down | (full & ~(level | up))
        fall = up & level
        distance += (rise & last > 0) - (fall & last > 0)
        rise = rise << 1 | 1
        fall <<= 1
        up = full & (fall | ~(equal | down | rise))
        down = full & rise & (equal | down)
    return distance
