"""Attached: what a word has behind the name of a place that it begins with, or joins to another."""

from __future__ import annotations

import re
from collections.abc import Sequence

import index
from assistant.lexicon import FUNCTION_WORDS

COUNCIL = "의회"
"""A council is of its place, and mostly printed without it."""
TOWN_HALL = "청"
"""'보령시청' asks for what the city has as '보령시' does."""
_PARTICLE = re.compile(r"(?:이|가|은|는|의|에|도|를|을|와|과|만|서|로|에서|에는|에선)?")
_RUN_BY = re.compile(r"^[시군구도]?립")
_SHORTEST = 4
_WITHIN_ENGLISH = re.compile(r"[A-Za-z]['’]?$")


def behind_name(word: index.Word, text: str, names: Sequence[tuple[int, int]]) -> str | None:
    """What of a word stands behind the name of a place that it begins within; None for none.

    '보령시' in '보령시립도서관' names the place, but the word names the library. `names` are the
    spans of places in the text.
    """
    return next((text[end : word.end] for start, end in names if start <= word.start < end), None)


def own_name(rest: str | None) -> tuple[str, ...]:
    """What a text may call a house whose name begins with its place's: '어린이도서관', () for none.

    '보령시립어린이도서관' is '시립어린이도서관' in the documents of the city itself.
    """
    name = _RUN_BY.sub("", rest or "")
    return (name,) if rest is not None and len(name) >= _SHORTEST else ()


def is_name_alone(rest: str | None) -> bool:
    """Whether a word is a place's name with no more than a particle read into it ('시가')."""
    return rest is not None and _PARTICLE.fullmatch(rest) is not None


def is_joining(word: index.Word, text: str) -> bool:
    """Whether an English word of a mixed question only joins others: 'have', the s of 'city's'."""
    if word.tag != "SL":
        return False
    if len(word.form) > 1:
        return word.form.lower() in FUNCTION_WORDS
    return _WITHIN_ENGLISH.search(text[: word.start]) is not None
