"""Purposes: whether a statement says what something is done for, in whatever form it is printed.

Plans seldom print the word 'purpose'. They say it with an ending ('…하도록', '…하고자', '…할 수
있게'), with what a means is used for ('설문으로 의견을 듣는다'), or with what follows from the deed
('일찍 발주해 경기를 살린다'). The last two count only after a word that the question asks about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_MARKED = re.compile(
    r"까닭|이유|위해|위한|위하여|따라|따른|때문|인한|인해|통해|통한|목적|극복|"
    r"대응|대비|도모|제고|향상|해소|방지|예방|활성화|강화|마련|"
    r"[은는한할]지,?\s(?:[가-힣]+지\s)?(?:미리\s)?(?:심의|살피|살핀|확인|점검|검토|따지|따진)|"
    r"도록|고자\s|려고\s|함으로써|(?:수\s?있|하|되)게\s(?:돕|하|한|만들|지원)|덕분|취지|므로\s"
)
# What is done with it has an object; '우수기관으로 선정되었다' tells no purpose.
_OBJECT = r"\s(?:[^\s.]{1,14}\s){0,4}?[^\s.]{1,14}[을를]\s[가-힣]+"
_FIRST_SYLLABLE, _LAST_SYLLABLE = 0xAC00, 0xD7A3
_VOWELS, _FINALS = 21, 28
# Vowels of an open last syllable and what they become before -아/-어: 이→여, 오→와, 우→워, 으→어.
_CONTRACTED = {20: 6, 8: 9, 13: 14, 18: 4}
_BRIGHT = {0, 8}


def states_purpose(quote: str, nouns: Iterable[str], stems: Iterable[str], asked: str) -> bool:
    """Whether a quote says why: by a mark, by a means or by what a deed leads to.

    `nouns` and `stems` are the content nouns and verb stems of the question `asked`. A question
    that itself says '…으로' asks why it came to that, which the same words do not answer.
    """
    if _MARKED.search(quote):
        return True
    for noun in nouns:
        word = re.escape(noun)
        if re.search(rf"{word}(?:을|를)?\s?(?:하여|해서?)(?![가-힣]){_OBJECT}", quote):
            return True
        is_end = re.search(rf"{word}(?:으)?로(?![가-힣])", asked)
        if not is_end and re.search(rf"{word}(?:으)?로(?![가-힣]){_OBJECT}", quote):
            return True
    return any(
        re.search(rf"{re.escape(form)}(?:서)?(?![가-힣]){_OBJECT}", quote)
        for stem in stems
        for form in joined_forms(stem)
    )


def joined_forms(stem: str) -> tuple[str, ...]:
    """A verb stem with the ending -아/-어, as it is written ('줄이' → '줄여', '막' → '막아')."""
    last = ord(stem[-1]) if stem else 0
    if not _FIRST_SYLLABLE <= last <= _LAST_SYLLABLE:
        return ()
    if stem.endswith("하"):
        return (stem[:-1] + "해", stem + "여")
    place = last - _FIRST_SYLLABLE
    final, vowel = place % _FINALS, place // _FINALS % _VOWELS
    if final:
        return (stem + ("아" if vowel in _BRIGHT else "어"),)
    changed = _CONTRACTED.get(vowel, vowel)
    return (stem[:-1] + chr(last + (changed - vowel) * _FINALS),)
