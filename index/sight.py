"""What the rankings see of a search: passages by words, by phrases and by meaning, best first."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from index.database import Database
from index.facets import Facets, Mask, Numbers
from index.lexical import LexicalIndex, Scores, Way
from index.matches import MatchRequest, Sighted, document_masks
from index.search import Ranker, Sought
from index.types import Vectors
from index.words import normalise, pairs, stems


@dataclass(frozen=True, slots=True, kw_only=True)
class SightOptions:
    """How far a search by people reaches.

    `near`: passages that are found in meaning alone, about what a person looks through beside those
    with the words. `ranked`: passages that the whole ranking orders; those behind them stand in the
    order of their words. `most_terms` are looked for. `least_share` of the terms stands in a
    passage where none has all: less would find what is about something else.
    """

    near: int = 20
    ranked: int = 200
    most_terms: int = 24
    least_share: float = 0.5


class Sight:
    """Looks a request up in the rankings of one snapshot."""

    def __init__(
        self,
        *,
        lexical: LexicalIndex,
        ranker: Ranker,
        database: Database,
        vector_of: Callable[[str], Vectors],
        options: SightOptions | None = None,
    ) -> None:
        self._lexical = lexical
        self._ranker = ranker
        self._database = database
        self._vector_of = vector_of
        self._options = options or SightOptions()

    def sighted(self, request: MatchRequest, facets: Facets) -> Sighted:
        """What is seen of a request; its conditions narrow only what is near in meaning."""
        size = len(facets.passage_document)
        is_open = not (request.text.strip() or request.terms or request.phrases)
        if is_open or not size:
            everything = np.arange(size)
            return Sighted(
                ranked=everything,
                by_words=np.ones(size, dtype=np.bool_),
                by_meaning=np.zeros(size, dtype=np.bool_),
                named=np.zeros(len(facets.fact_kind)),
                least_terms=0,
            )
        terms = [[_way(one) for one in term] for term in request.terms[: self._options.most_terms]]
        by_words, least = self._by_words(terms, request.phrases)
        best, near = self._best(request, facets)
        is_by_words = np.zeros(size, dtype=np.bool_)
        is_by_words[by_words] = True
        is_near = np.zeros(size, dtype=np.bool_)
        is_near[near] = True
        ordered = np.concatenate([best, by_words])
        _, first = np.unique(ordered, return_index=True)
        ordered = ordered[np.sort(first)]
        return Sighted(
            ranked=ordered[(is_by_words | is_near)[ordered]],
            by_words=is_by_words,
            by_meaning=is_near,
            named=self._named(request, len(facets.fact_kind)),
            least_terms=least,
        )

    def _by_words(self, terms: list[list[Way]], phrases: tuple[str, ...]) -> tuple[Numbers, int]:
        """Rows with as many of the terms as any has, at least a share of them; best first."""
        if not terms and not phrases:
            return np.zeros(0, dtype=np.int64), 0
        needed = [pair for phrase in phrases for pair in pairs(phrase) if len(pair) > 1]
        fewest = math.ceil(len(terms) * self._options.least_share)
        for least in range(len(terms), max(fewest, 1) - 1, -1) if terms else (0,):
            rows, _ = self._lexical.meeting(terms, least=least, pairs=needed)
            if phrases and len(rows):
                rows = rows[self._has_phrases(rows, phrases)]
            if len(rows):
                return rows, least
        return np.zeros(0, dtype=np.int64), len(terms)

    def _has_phrases(self, rows: Numbers, phrases: tuple[str, ...]) -> Mask:
        """Which passages hold every phrase: as it was typed in most, which is seen in the database.

        Only of the others are the texts read, composed and put into one line.
        """
        held = set(self._database.passages_holding(rows.tolist(), phrases))
        others = [row for row in rows.tolist() if row not in held]
        wanted = [one_line(one) for one in phrases]
        for row, text in self._database.passage_texts(others) if others else ():
            line = one_line(text)
            if all(one in line for one in wanted):
                held.add(row)
        return np.array([row in held for row in rows.tolist()])

    def _best(self, request: MatchRequest, facets: Facets) -> tuple[Numbers, Numbers]:
        """The rows that the whole ranking puts first, and of them those nearest in meaning."""
        nothing = np.zeros(0, dtype=np.int64)
        if not request.text.strip():
            return nothing, nothing
        masks = document_masks(request, facets)
        documents = np.ones(len(facets.document_type), dtype=np.bool_)
        for one in masks.values():
            documents &= one
        rows = np.flatnonzero(documents[facets.passage_document]) if masks else None
        if rows is not None and not len(rows):
            return nothing, nothing
        sought = Sought(
            text=request.text,
            vector=self._vector_of(request.text),
            document_rows=tuple(np.flatnonzero(documents).tolist()) if masks else None,
            passage_rows=rows,
        )
        ranked = self._ranker.ranked(sought, self._options.ranked)
        near = [
            one.row
            for one in ranked
            if one.vector_rank is not None and one.vector_rank <= self._options.near
        ]
        best = np.array([one.row for one in ranked], dtype=np.int64)
        return best, np.array(near if not request.phrases else [], dtype=np.int64)

    def _named(self, request: MatchRequest, facts: int) -> Scores:
        """The share of the terms and phrases that each fact's name holds."""
        found = np.zeros(facts)
        terms = (*request.terms[: self._options.most_terms], *((one,) for one in request.phrases))
        for term in terms:
            is_named = np.zeros(facts, dtype=np.bool_)
            for way in term:
                is_named[self._database.named("facts", way)] = True
            found += is_named
        return found / max(1, len(terms))


def one_line(text: str) -> str:
    """A text as phrases are compared: composed, in lower case, one blank between words."""
    return " ".join(normalise(text).split())


def _way(text: str) -> Way:
    return Way(stems=stems(text), pairs=pairs(text))
