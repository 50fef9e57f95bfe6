"""Spacing: a question that was typed without blanks, with its words apart."""

from __future__ import annotations

import re

import corpus
import index
from assistant.typos import respelt

_HANGUL = re.compile(r"[가-힣]")
_SHORTEST_REST = 2  # one syllable is a particle or the kind of place


def spaced(text: str, shortest: int) -> str:
    """The text of a question, respelt, with blanks put in where it was typed without any.

    A text of less than `shortest` characters is taken for one word, unless it begins with a place
    ('원주시기금').
    """
    text = respelt(text.strip())
    if " " in text or not _HANGUL.search(text):
        return text
    return index.respace(text) if len(text) >= shortest or _opens_with_place(text) else text


def _opens_with_place(text: str) -> bool:
    found = corpus.find_municipalities(text)
    return bool(found) and found[0].start == 0 and len(text) - found[0].end >= _SHORTEST_REST
