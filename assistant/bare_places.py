"""Bare places: a town whose name is an ordinary word too, at the head of a question."""

from __future__ import annotations

import corpus
from assistant.retrieve import Retrieved

_NEAREST = 3
"""So many of the best statements tell which town's documents speak of what is asked."""


def in_full(text: str, retrieved: Retrieved) -> str:
    """The question with its first word as a town's full name, where that is what it must be.

    '상주' may reside, and '예산' is a budget. Who opens a question with such a word and names no
    other place means the town only if the best statements are the town's own; in all other cases
    the question stays as it is.
    """
    first, _, rest = text.partition(" ")
    near = [one.evidence.document.municipality for one in retrieved.candidates[:_NEAREST]]
    places = {place for name in near if name and (place := corpus.municipality_named(name))}
    if not rest or len(places) != 1 or corpus.find_municipalities(text):
        return text
    (place,) = places
    is_name = first == place.short and len(first) > 1
    return f"{place.korean} {rest}" if is_name else text
