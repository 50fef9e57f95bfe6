"""Every passage and fact that fits words and conditions: counted, ordered, given page by page.

Where `search.py` gives the best few passages for a question, this gives all that hold the words of
a search, for people who look through them. A passage is found when each term stands in it or above
it (or most of them, where no passage has all), or when it is among the nearest in meaning; a fact
is found when its passage is found by words, or in meaning where words find nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import numpy as np

import corpus
from index.database import Database
from index.facets import KINDS, Facets, Mask, Numbers, counted, distinct
from index.lexical import Scores
from index.parameters import within_integers

Counts = tuple[tuple[Any, int], ...]
"""Values of a facet with how many records have each."""


class Facet(StrEnum):
    """What passages and facts are narrowed and counted by.

    Of a passage, place, type and years are those of its document, kind and amount those of a
    fact that it states; of a fact, place, years, kind and amount are its own.
    """

    MUNICIPALITY = "municipality"
    DOCUMENT_TYPE = "document_type"
    YEAR = "year"
    KIND = "kind"
    AMOUNT = "amount"


class Sorting(StrEnum):
    """How matches are ordered: by fit, by their document's day, or by amount.

    What has no day or no amount comes last either way, and equals are in order of fit.
    """

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    LARGEST = "largest"
    SMALLEST = "smallest"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRequest:
    """What to find; empty tuples and None do not narrow.

    `terms` must all stand in a passage, each in one of its ways ('budget' or '예산'), and `phrases`
    in its text letter for letter, blanks and case aside. `text` is what is compared in meaning, ''
    for words alone. Without text, terms and phrases everything is found. Amounts are whole won,
    bounds included.
    """

    text: str = ""
    terms: tuple[tuple[str, ...], ...] = ()
    phrases: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    document_types: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    kinds: tuple[corpus.FactKind, ...] = ()
    amount_at_least: int | None = None
    amount_at_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageMatch:
    """A passage that was found; not `is_by_words`: only near in meaning."""

    passage: corpus.Passage
    is_by_words: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighted:
    """What the rankings saw of one request, before its conditions.

    `ranked` are passage rows, best first; `by_words` and `by_meaning` say which passages were found
    so; `named` is the share of the terms that stand in each fact's name.
    """

    ranked: Numbers
    by_words: Mask
    by_meaning: Mask
    named: Scores
    least_terms: int


class Matches:
    """What was found for one request in one snapshot. Nothing of it changes."""

    def __init__(
        self, request: MatchRequest, sighted: Sighted, facets: Facets, database: Database
    ) -> None:
        self._sighted = sighted
        self._facets = facets
        self._database = database
        self.least_terms = sighted.least_terms
        """How many of the terms stand in each passage at least; fewer than asked: none has all."""
        self._document_masks = document_masks(request, facets)
        self._fact_masks = _fact_masks(request, facets)
        self._found_passages = sighted.by_words | sighted.by_meaning
        self.are_facts_near = not sighted.by_words.any()
        """Whether no passage has the words: then facts are those of passages near in meaning."""
        stated_in = sighted.by_meaning if self.are_facts_near else sighted.by_words
        self._found_facts = facets.facts_in(stated_in)
        passages = self._passages_but(None)
        facts = self._facts_but(None)
        self._passage_rows = sighted.ranked[passages[sighted.ranked]]
        self._fact_rows = self._by_fit(np.flatnonzero(facts))
        self.passage_count = len(self._passage_rows)
        """Passages that fit the words and all conditions."""
        self.by_meaning_count = int((passages & ~sighted.by_words).sum())
        """Of these, the ones that are only near in meaning."""
        self.fact_count = len(self._fact_rows)
        """Facts that fit the words and all conditions."""

    def passages(self, sorting: Sorting, *, offset: int, limit: int) -> tuple[PassageMatch, ...]:
        """One page of the passages."""
        rows = self._sorted_passages(sorting)[offset : offset + limit]
        found = self._database.passages_at(rows.tolist())
        return tuple(
            PassageMatch(passage=found[row], is_by_words=bool(self._sighted.by_words[row]))
            for row in rows.tolist()
        )

    def facts(self, sorting: Sorting, *, offset: int, limit: int) -> tuple[corpus.Fact, ...]:
        """One page of the facts."""
        rows = self._sorted_facts(sorting)[offset : offset + limit].tolist()
        return self._database.facts_at(rows)

    def passage_counts(self, facet: Facet, *, edges: Sequence[int] = ()) -> Counts:
        """How many passages have each value of a facet, under all conditions but its own.

        Amounts are counted between `edges`, in won; the value is the place of the bucket: 0 is
        below the first edge.
        """
        facets = self._facets
        found = self._passages_but(facet)
        documents = facets.passage_document[found]
        if facet is Facet.MUNICIPALITY:
            return counted(facets.document_municipality[documents], facets.municipalities)
        if facet is Facet.DOCUMENT_TYPE:
            return counted(facets.document_type[documents], facets.document_types)
        if facet is Facet.YEAR:
            per_document = np.bincount(documents, minlength=len(facets.document_type))
            owners, years = facets.document_years
            return _weighed(years, per_document[owners])
        stated = facets.facts_in(found) & self._facts_like_but(facet)
        owners = facets.fact_passage
        if facet is Facet.KIND:
            return counted(distinct(owners[stated], facets.fact_kind[stated]), KINDS)
        stated &= facets.fact_has_amount
        buckets = np.searchsorted(np.array(edges), facets.fact_amount[stated], side="right")
        return counted(distinct(owners[stated], buckets), range(len(edges) + 1))

    def fact_counts(self, facet: Facet, *, edges: Sequence[int] = ()) -> Counts:
        """How many facts have each value of a facet, as `passage_counts` says of passages."""
        facets = self._facets
        found = self._facts_but(facet)
        if facet is Facet.MUNICIPALITY:
            return counted(facets.fact_municipality[found], facets.municipalities)
        if facet is Facet.DOCUMENT_TYPE:
            return counted(facets.document_type[facets.fact_document[found]], facets.document_types)
        if facet is Facet.YEAR:
            owners, years = facets.fact_years
            return _weighed(years, found[owners].astype(np.int64))
        if facet is Facet.KIND:
            return counted(facets.fact_kind[found], KINDS)
        amounts = facets.fact_amount[found & facets.fact_has_amount]
        buckets = np.searchsorted(np.array(edges), amounts, side="right")
        return counted(buckets, range(len(edges) + 1))

    def _passages_but(self, facet: Facet | None) -> Mask:
        """The passages that were found and meet all conditions but one's own."""
        found = self._found_passages.copy()
        for one, documents in self._document_masks.items():
            if one is not facet:
                found &= documents[self._facets.passage_document]
        if any(one in self._fact_masks and one is not facet for one in (Facet.KIND, Facet.AMOUNT)):
            stated = self._facts_like_but(facet)
            found &= self._facets.passages_of(stated)
        return found

    def _facts_like_but(self, facet: Facet | None) -> Mask:
        """The facts whose kind and amount are as asked, but for one's own condition."""
        found = np.ones(len(self._facets.fact_kind), dtype=np.bool_)
        for one in (Facet.KIND, Facet.AMOUNT):
            if one is not facet and one in self._fact_masks:
                found &= self._fact_masks[one]
        return found

    def _facts_but(self, facet: Facet | None) -> Mask:
        found = self._found_facts.copy()
        for one, facts in self._fact_masks.items():
            if one is not facet:
                found &= facts
        return found

    def _by_fit(self, rows: Numbers) -> Numbers:
        """Facts named by more of the terms first, doubtful ones behind, then by their passages."""
        place = np.full(len(self._facets.passage_document) + 1, len(self._sighted.ranked))
        place[self._sighted.ranked] = np.arange(len(self._sighted.ranked))
        fit = place[self._facets.fact_passage[rows]]
        doubtful = self._facets.fact_is_doubtful[rows]
        return rows[np.lexsort((rows, fit, doubtful, -self._sighted.named[rows]))]

    def _sorted_passages(self, sorting: Sorting) -> Numbers:
        rows, facets = self._passage_rows, self._facets
        if sorting is Sorting.RELEVANCE:
            return rows
        if sorting in (Sorting.NEWEST, Sorting.OLDEST):
            days = facets.document_day[facets.passage_document[rows]]
            return _in_order(rows, days, days > 0, descending=sorting is Sorting.NEWEST)
        meant = self._facts_like_but(None) & facets.fact_has_amount
        descending = sorting is Sorting.LARGEST
        extreme = np.iinfo(np.int64).min if descending else np.iinfo(np.int64).max
        amounts = np.full(len(facets.passage_document) + 1, extreme)
        keep = np.maximum if descending else np.minimum
        keep.at(amounts, facets.fact_passage[meant], facets.fact_amount[meant])
        has_amount = facets.passages_of(meant)[rows]
        return _in_order(rows, amounts[rows], has_amount, descending=descending)

    def _sorted_facts(self, sorting: Sorting) -> Numbers:
        rows, facets = self._fact_rows, self._facets
        if sorting is Sorting.RELEVANCE:
            return rows
        if sorting in (Sorting.NEWEST, Sorting.OLDEST):
            days = facets.document_day[facets.fact_document[rows]]
            return _in_order(rows, days, days > 0, descending=sorting is Sorting.NEWEST)
        return _in_order(
            rows,
            facets.fact_amount[rows],
            facets.fact_has_amount[rows],
            descending=sorting is Sorting.LARGEST,
        )


def document_masks(request: MatchRequest, facets: Facets) -> Mapping[Facet, Mask]:
    """Which documents meet each condition that is about documents."""
    masks: dict[Facet, Mask] = {}
    if request.municipalities:
        codes = _codes_of(request.municipalities, facets.municipalities)
        masks[Facet.MUNICIPALITY] = np.isin(facets.document_municipality, codes)
    if request.document_types:
        codes = _codes_of(request.document_types, facets.document_types)
        masks[Facet.DOCUMENT_TYPE] = np.isin(facets.document_type, codes)
    if request.years:
        masks[Facet.YEAR] = _in_years(
            facets.document_years, request.years, len(facets.document_type)
        )
    return MappingProxyType(masks)


def _fact_masks(request: MatchRequest, facets: Facets) -> Mapping[Facet, Mask]:
    masks: dict[Facet, Mask] = {}
    if request.municipalities:
        codes = _codes_of(request.municipalities, facets.municipalities)
        masks[Facet.MUNICIPALITY] = np.isin(facets.fact_municipality, codes)
    if request.document_types:
        codes = _codes_of(request.document_types, facets.document_types)
        masks[Facet.DOCUMENT_TYPE] = np.isin(facets.document_type, codes)[facets.fact_document]
    if request.years:
        masks[Facet.YEAR] = _in_years(facets.fact_years, request.years, len(facets.fact_kind))
    if request.kinds:
        codes = np.array([KINDS.index(one) for one in request.kinds])
        masks[Facet.KIND] = np.isin(facets.fact_kind, codes)
    if request.amount_at_least is not None or request.amount_at_most is not None:
        within = facets.fact_has_amount.copy()
        if request.amount_at_least is not None:
            within &= facets.fact_amount >= within_integers(request.amount_at_least)
        if request.amount_at_most is not None:
            within &= facets.fact_amount <= within_integers(request.amount_at_most)
        masks[Facet.AMOUNT] = within
    return MappingProxyType(masks)


def _codes_of(wanted: Sequence[str], names: Sequence[str]) -> Numbers:
    return np.array([names.index(one) for one in wanted if one in names], dtype=np.int64)


def _in_years(pairs: tuple[Numbers, Numbers], years: Sequence[int], size: int) -> Mask:
    owners, found = pairs
    mask = np.zeros(size, dtype=np.bool_)
    mask[owners[np.isin(found, np.array(years))]] = True
    return mask


def _in_order(rows: Numbers, keys: Numbers, has_key: Mask, *, descending: bool) -> Numbers:
    order = np.argsort(-keys[has_key] if descending else keys[has_key], kind="stable")
    return np.concatenate([rows[has_key][order], rows[~has_key]])


def _weighed(values: Numbers, weights: Numbers) -> Counts:
    """The sum of the weights of each value, latest value first; those of nothing are left out."""
    found, places = np.unique(values, return_inverse=True)
    sums = np.bincount(places, weights=weights, minlength=len(found)).astype(np.int64)
    return tuple(
        (int(value), int(count))
        for value, count in zip(found[::-1], sums[::-1], strict=True)
        if count
    )
