"""Numbered documents: one that names the round asked about and no other one is of it throughout.

'민선 7기 공약은 몇 개': the line that counts the pledges seldom says whose term it is, where
another line of the same report does.
"""

from __future__ import annotations

from dataclasses import replace

import index
from assistant.dated import dated
from assistant.fitting import half_fits
from assistant.ranks import rank_fits
from assistant.relative_times import timed
from assistant.retrieve import Candidate, Retrieved, RetrieveOptions, retrieve
from assistant.rounds import names_round, neighbours
from assistant.understand import Understanding


def found_for(
    asked: Understanding, snapshot: index.Snapshot, options: RetrieveOptions
) -> Retrieved:
    """What is found for a question, each candidate with the round and the year that it is of."""
    found = dated(asked, numbered(asked, retrieve(asked, snapshot, options), options))
    return timed(asked, found)


def numbered(
    asked: Understanding, retrieved: Retrieved, options: RetrieveOptions | None = None
) -> Retrieved:
    """The same candidates; what names no round is of that which its document names alone."""
    if not asked.ordinals or all(one.fits_ordinal for one in retrieved.candidates):
        return retrieved
    said: dict[str, list[str]] = {}
    for one in retrieved.candidates:
        texts = said.setdefault(one.evidence.document.id, [one.evidence.document.title])
        texts.append(_near(one))
    own = {
        document
        for document, texts in said.items()
        if all(names_round(" ".join(texts), ordinal) for ordinal in asked.ordinals)
        and not neighbours(asked.ordinals, texts)
    }
    gain = (options or RetrieveOptions()).misnumbered

    def of_it(one: Candidate) -> Candidate:
        is_own = one.evidence.document.id in own and half_fits(one.evidence, asked.halves)
        if one.fits_ordinal or not (is_own and rank_fits(one.evidence, asked.text)):
            return one
        return replace(one, fits_ordinal=True, score=one.score + gain)

    candidates = sorted(map(of_it, retrieved.candidates), key=lambda one: -one.score)
    return replace(retrieved, candidates=tuple(candidates))


def _near(one: Candidate) -> str:
    return " ".join((*one.evidence.headings, one.evidence.quote))
