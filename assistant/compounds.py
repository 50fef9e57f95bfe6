"""Compounds: the words that a question writes as one out of several nouns."""

from __future__ import annotations

import corpus
import index

NOUNS = frozenset({"NNG", "NNP", "XR", "SL", "SH", "NR"})
"""Tags of what names a thing: nouns, roots, foreign words and numerals."""


def compounds_of(text: str, places: tuple[corpus.Municipality, ...]) -> tuple[str, ...]:
    """Words that the question writes as one out of several nouns ('휴먼뉴딜')."""
    names = {place.short for place in places} | {place.korean for place in places}
    found: list[str] = []
    run: list[index.Word] = []
    for word in (*index.analyse(text), None):
        is_next = word is not None and word.tag in NOUNS
        if is_next and word is not None and (not run or word.start == run[-1].end):
            run.append(word)
            continue
        if len(run) > 1 and (joined := "".join(one.form for one in run)) not in names:
            found.append(joined)
        run = [word] if is_next and word is not None else []
    return tuple(found)
