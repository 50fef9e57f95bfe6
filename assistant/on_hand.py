"""On hand: the places whose documents are served, for telling who finds nothing what there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import corpus
from assistant.replies import replies
from assistant.understand import Understanding


def what_is_there(
    asked: Understanding, documents: Sequence[corpus.Document], most_named: int
) -> str:
    """The places whose documents are served, the nearest first, the rest as a count."""
    held = Counter(one.municipality for one in documents if one.municipality)
    if not held:
        return ""
    # Where nothing tells which is nearest, the place with most documents may help most.
    places = nearest_places(sorted(held, key=lambda name: (-held[name], name)), asked)
    shown, more = places[:most_named], len(places) - most_named
    names = place_names(shown, asked.language)
    if more > 0:
        return replies()["there_and_more"].said(asked.language, places=names, count=str(more))
    return replies()["there"].said(asked.language, places=names)


def nearest_places(names: Sequence[str], asked: Understanding) -> list[str]:
    """The asked place itself first, then those in or around it, then the others as they stand."""
    own = {place.slug for place in asked.places}
    uppers = {place.region for place in asked.places}

    def distance(name: str) -> int:
        place = corpus.municipality_named(name)
        if place is None:
            return 2
        if place.slug in own:
            return 0
        return 1 if place.region in uppers else 2

    return sorted(names, key=distance)


def place_names(names: Sequence[str], language: str) -> str:
    """Names of places in the asker's language; one that the register lacks stays as printed."""
    if language == "ko":
        return ", ".join(names)
    found = [(corpus.municipality_named(name), name) for name in names]
    return ", ".join(place.english if place else name for place, name in found)
