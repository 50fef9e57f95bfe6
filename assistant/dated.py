"""Wide quotes and years: a year said further on is not that of a value that stands before it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.decline import needed
from assistant.evidence import Evidence
from assistant.grammar import Asked
from assistant.retrieve import Candidate, Retrieved
from assistant.understand import Understanding
from assistant.years import years_meant


def dated(asked: Understanding, retrieved: Retrieved) -> Retrieved:
    """The same candidates, less a year that only another sentence of a wide quote gives them.

    A passage says forty cases, and then 2030 of its prize: asked for the cases of 2030, it holds
    no value of that year. A year that is said before the value may well be the value's.
    """
    wanted = set(needed(asked))
    if not asked.years or not wanted:
        return retrieved
    narrow_first = sorted(
        retrieved.candidates, key=lambda one: one.evidence.end - one.evidence.start
    )
    fitting: list[Candidate] = []
    for one in narrow_first:
        if one.fits_year and not _is_of_others(one, wanted, asked, (narrow_first, fitting)):
            fitting.append(one)
    kept = {id(one) for one in fitting}
    return replace(
        retrieved,
        candidates=tuple(
            one if id(one) in kept else replace(one, fits_year=False)
            for one in retrieved.candidates
        ),
    )


def _is_of_others(
    wide: Candidate,
    wanted: Collection[Asked],
    asked: Understanding,
    known: tuple[Sequence[Candidate], Sequence[Candidate]],
) -> bool:
    """Whether each sentence within a wide quote that holds the value is of another year.

    `known` are all candidates, and those narrower ones that fit the year.
    """
    around, (every, fitting) = wide.evidence, known
    holding = [
        one for one in every if set(wanted) <= set(one.holds) and _is_within(one.evidence, around)
    ]
    if not holding or any(one in fitting for one in holding):
        return False
    last = max(one.evidence.end for one in holding)
    before = around.quote[: last - around.start]
    return not set(asked.years) & years_meant(before, around.document)


def _is_within(one: Evidence, around: Evidence) -> bool:
    is_inside = around.start <= one.start and one.end <= around.end
    is_narrower = one.end - one.start < around.end - around.start
    return one.document.id == around.document.id and is_inside and is_narrower
