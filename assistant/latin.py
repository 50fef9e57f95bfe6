"""Korean names in Latin letters, found where a document prints them in Hangul ('Arirang', 아리랑).

People write one name in several ways (Gimpo, Kimpo; Jongno, Chongno), so both sides are brought to
a plain form in which the usual spellings of one sound are one letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_FIRST, _LAST, _FINALS, _VOWELS = 0xAC00, 0xD7A3, 28, 21
_INITIALS = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
_MIDDLES = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_ENDS = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
# Several spellings of one sound, the longer first.
_ALIKE = (
    ("oo", "u"),
    ("ee", "i"),
    ("eo", "o"),
    ("eu", "u"),
    ("ae", "e"),
    ("oe", "e"),
    ("ui", "i"),
    ("sh", "s"),
    ("ch", "j"),
    ("kk", "k"),
    ("tt", "t"),
    ("pp", "p"),
    ("ss", "s"),
    ("jj", "j"),
    ("g", "k"),
    ("d", "t"),
    ("b", "p"),
    ("l", "r"),
)
_NOT_LETTERS = re.compile(r"[^a-z]+")
_DOUBLED = re.compile(r"([a-z])\1")


@dataclass(frozen=True, slots=True, kw_only=True)
class LatinOptions:
    """A name of fewer letters than `shortest` in its plain form is found in too many words."""

    shortest: int = 5


def names(word: str, text: str, options: LatinOptions | None = None) -> bool:
    """Whether a word in Latin letters is a stretch of a text in Hangul, as it is pronounced."""
    options = options or LatinOptions()
    if not word.isascii():
        return False
    plain = _plain(word)
    return len(plain) >= options.shortest and plain in _spelled(text)


@lru_cache(maxsize=2_048)
def _spelled(text: str) -> str:
    """The Hangul of a text in the plain form of its Latin spelling; other letters are dropped."""
    return _plain("".join(_syllable(letter) for letter in text))


def _syllable(letter: str) -> str:
    at = ord(letter) - _FIRST
    if not 0 <= at <= _LAST - _FIRST:
        return ""
    initial, rest = divmod(at, _FINALS * _VOWELS)
    middle, end = divmod(rest, _FINALS)
    return _INITIALS[initial] + _MIDDLES[middle] + _ENDS[end]


def _plain(word: str) -> str:
    letters = _NOT_LETTERS.sub("", word.lower())
    for spelling, sound in _ALIKE:
        letters = letters.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", letters)
