"""Bare places: a town whose name is an ordinary word too, at the head of a question."""

from __future__ import annotations

import corpus


def in_full(text: str) -> str:
    """A question that begins with the bare name of a place that is an ordinary word as well.

    In a document '상주' may reside; who opens a question to city hall with it and names no other
    place means the town, which the rest of the program then finds under its full name.
    """
    first, _, rest = text.partition(" ")
    named = corpus.municipality_named(first) if rest and not first.isascii() else None
    is_bare = named is not None and first == named.short and len(first) > 1
    if named is None or not is_bare or corpus.find_municipalities(text):
        return text
    if any(text.startswith(word) for word in named.longer_words):
        return text
    return f"{named.korean} {rest}"
