"""Stems of verbs as they stand in a text: '보내' is said as '보낸', '보낼', '보냄' and '보냈'.

An ending that has no syllable of its own melts into the last one of the stem, which then is no
longer found in the text letter by letter.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Finals that endings add to an open stem: -(으)ㄴ, -(으)ㄹ, -(으)ㅁ, -ㅂ니다, -았/었.
_FINALS = ("\u11ab", "\u11af", "\u11b7", "\u11b8", "\u11bb")
# What the stem's vowel and -아/어 become together.
_CONTRACTED = {
    "\u1175": ("\u1167",),  # ㅣ: 줄이어 → 줄여
    "\u1169": ("\u116a",),  # ㅗ: 보아 → 봐
    "\u116e": ("\u116f",),  # ㅜ: 바꾸어 → 바꿔
    "\u1173": ("\u1165", "\u1161"),  # ㅡ: 모으아 → 모아
}
_SHORTEST = 2


@lru_cache(maxsize=4_096)
def said_forms(stem: str) -> tuple[str, ...]:
    """The ways in which an open stem of two syllables or more is written with melted endings.

    () for a stem that ends in a consonant, which stays as it is before every ending.
    """
    letters = unicodedata.normalize("NFD", stem[-1:])
    if len(stem) < _SHORTEST or len(letters) != 2:
        return ()
    initial, vowel = letters[0], letters[1]
    if not "\u1100" <= initial <= "\u1112":
        return ()
    vowels = (vowel, *_CONTRACTED.get(vowel, ()))
    lasts = [initial + one + final for one in vowels for final in _FINALS]
    lasts += [initial + one for one in vowels[1:]]
    if stem.endswith("하"):
        lasts += ["해", "했"]
    return tuple(unicodedata.normalize("NFC", stem[:-1] + last) for last in lasts)
