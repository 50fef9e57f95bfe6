"""Inflections: a verb stem as sentences write it ('누리' in '누릴 수 있는', '세우' in '세웠다').

A question and a document meet in words, and the analyser cuts the verbs of a question down to
their stems. Where a stem ends in a vowel its endings melt into its last syllable, so that the stem
itself stands nowhere in the sentence that says it.
"""

from __future__ import annotations

from functools import lru_cache

_FIRST, _LAST = 0xAC00, 0xD7A3
_VOWELS, _FINALS = 21, 28
# Vowels of an open last syllable and what they become before -아/-어: 이→여, 오→와, 우→워, 으→어.
_CONTRACTED = {20: 6, 8: 9, 13: 14, 18: 4}
_FAINT, _A = 18, 0
_N, _L, _M, _P, _S, _SS, _H = 4, 8, 16, 17, 19, 20, 27
_BRIGHT = frozenset({0, 8})
_PASSIVE = ("히", "리", "이", "기")
_REMEMBERED = 4_096


@lru_cache(maxsize=_REMEMBERED)
def inflections(stem: str) -> tuple[str, ...]:
    """The ways in which a stem begins the words of sentences, of two syllables or more.

    Shorter ones stand inside too many other words to tell anything.
    """
    if not stem or not _FIRST <= ord(stem[-1]) <= _LAST:
        return ()
    found = {stem}
    final = (ord(stem[-1]) - _FIRST) % _FINALS
    joined = _joined(stem)
    found.update(joined)
    found.update(_with_final(one, _SS) for one in joined if _is_open(one))
    if final == 0:
        found.update(_with_final(stem, one) for one in (_N, _L, _M, _P))
    else:
        bare = _with_final(stem, 0)
        found.update(stem + ending for ending in ("은", "을", "는"))
        if final == _L:
            found.update((_with_final(stem, _N), bare + "는"))
        elif final == _H:  # 빨갛다, 빨간
            found.update((_with_final(stem, _N), _with_final(stem, _L)))
        elif final == _P:  # 돕다, 도운, 도와
            found.update(bare + ending for ending in ("우", "운", "울", "와", "워", "왔", "웠"))
        elif final == _S:  # 짓다, 지은, 지어
            found.update(bare + ending for ending in ("은", "을", "어", "었", "아", "았"))
    return tuple(sorted(one for one in found if len(one) > 1))


def joined_forms(stem: str) -> tuple[str, ...]:
    """A verb stem with the ending -아/-어, as it is written ('줄이' → '줄여', '막' → '막아')."""
    last = ord(stem[-1]) if stem else 0
    if not _FIRST <= last <= _LAST:
        return ()
    if stem.endswith("하"):
        return (stem[:-1] + "해", stem + "여")
    place = last - _FIRST
    final, vowel = place % _FINALS, place // _FINALS % _VOWELS
    if final:
        return (stem + ("아" if vowel in _BRIGHT else "어"),)
    changed = _CONTRACTED.get(vowel, vowel)
    if vowel == _FAINT and _vowel_of(stem[-2:-1]) in _BRIGHT:
        changed = _A  # '모으' → '모아'
    return (stem[:-1] + chr(last + (changed - vowel) * _FINALS),)


def _vowel_of(syllable: str) -> int | None:
    at = ord(syllable) if syllable else 0
    return (at - _FIRST) // _FINALS % _VOWELS if _FIRST <= at <= _LAST else None


def active_of(stem: str) -> str:
    """The verb that a passive stem may be made from ('뽑' of '뽑히'); '' where it is none."""
    return stem[:-1] if len(stem) > 1 and stem.endswith(_PASSIVE) else ""


def _joined(stem: str) -> tuple[str, ...]:
    """The stem before -아/-어, that of 르 with its doubled consonant ('오르' → '올라')."""
    forms = joined_forms(stem)
    if len(stem) > 1 and stem.endswith("르") and _is_open(stem[:-1]):
        vowel = (ord(stem[-2]) - _FIRST) // _FINALS % _VOWELS
        return (*forms, _with_final(stem[:-1], _L) + ("라" if vowel in _BRIGHT else "러"))
    return forms


def _is_open(text: str) -> bool:
    """Whether a text ends in a syllable without a final consonant."""
    at = ord(text[-1])
    return _FIRST <= at <= _LAST and (at - _FIRST) % _FINALS == 0


def _with_final(text: str, final: int) -> str:
    at = ord(text[-1]) - _FIRST
    return text[:-1] + chr(_FIRST + at - at % _FINALS + final)
