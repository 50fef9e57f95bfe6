"""One page of what was found, laid out for the template."""

from __future__ import annotations

from dataclasses import dataclass, field

import corpus
import index
from assistant.charts import Chart
from assistant.staff.charts import SearchChartOptions, charts_of_matches
from assistant.staff.facets import Chip, FacetOptions, FacetPanel, chips, facet_panels
from assistant.staff.highlights import Highlighter, HighlightOptions, Piece
from assistant.staff.query import Query, Shown
from assistant.staff.reading import Understood


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultOptions:
    """`page_size`: what a person looks through before going on; marking it takes some 10 ms."""

    page_size: int = 20
    facets: FacetOptions = field(default_factory=FacetOptions)
    highlights: HighlightOptions = field(default_factory=HighlightOptions)
    charts: SearchChartOptions = field(default_factory=SearchChartOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPassage:
    """A passage with the marks of the search; not `is_by_words`: only near in meaning."""

    passage: corpus.Passage
    document: corpus.Document | None
    pieces: tuple[Piece, ...]
    path: tuple[tuple[Piece, ...], ...]
    is_by_words: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFact:
    """A fact with the marks of the search."""

    fact: corpus.Fact
    document: corpus.Document | None
    name: tuple[Piece, ...]
    quote: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """A page of results: `first` and `last` count from 1, 0 where there is nothing.

    `charts` stand beside the first page of facts. `are_facts_near`: no passage has the words, so
    that the facts, too, are only those of passages near in meaning.
    """

    query: Query
    passage_count: int
    fact_count: int
    by_meaning_count: int
    missing: tuple[str, ...]
    is_relaxed: bool
    are_facts_near: bool
    charts: tuple[Chart, ...]
    passages: tuple[FoundPassage, ...]
    facts: tuple[FoundFact, ...]
    panels: tuple[FacetPanel, ...]
    chips: tuple[Chip, ...]
    picked: tuple[corpus.Document, ...]
    first: int
    last: int
    page: int
    pages: int

    @property
    def count(self) -> int:
        """How many there are in the list that is shown."""
        return self.fact_count if self.query.shown is Shown.FACTS else self.passage_count

    @property
    def is_by_meaning_alone(self) -> bool:
        """Whether nothing that is shown has the words, so that it is only near in meaning."""
        if self.query.shown is Shown.FACTS:
            return self.fact_count > 0 and self.are_facts_near
        return self.passage_count > 0 and self.by_meaning_count == self.passage_count

    @property
    def previous(self) -> Query | None:
        """The page before."""
        return self.query.changed(page=self.page - 1) if self.page > 1 else None

    @property
    def following(self) -> Query | None:
        """The page behind."""
        return self.query.changed(page=self.page + 1) if self.page < self.pages else None


def lay_out_results(
    snapshot: index.Snapshot, query: Query, understood: Understood, options: ResultOptions
) -> Results:
    """The page of the query in this snapshot; a page beyond the last is the last."""
    matches = snapshot.matches(understood.request(query))
    total = matches.fact_count if query.shown is Shown.FACTS else matches.passage_count
    pages = max(1, -(-total // options.page_size))
    page = min(query.page, pages)
    offset = (page - 1) * options.page_size
    passages: tuple[index.PassageMatch, ...] = ()
    facts: tuple[corpus.Fact, ...] = ()
    if query.shown is Shown.FACTS:
        facts = matches.facts(query.sorting, offset=offset, limit=options.page_size)
    else:
        passages = matches.passages(query.sorting, offset=offset, limit=options.page_size)
    # What only lies near in meaning, or below the first page, is not what was looked for.
    has_charts = query.shown is Shown.FACTS and page == 1 and not query.is_blank
    has_charts = has_charts and not matches.are_facts_near
    documents = documents_of(snapshot, passages, facts, query.picks)
    marker = Highlighter(understood.terms, understood.phrases, options.highlights)
    return Results(
        query=query,
        passage_count=matches.passage_count,
        fact_count=matches.fact_count,
        by_meaning_count=matches.by_meaning_count,
        missing=missing_terms(snapshot, understood),
        is_relaxed=matches.least_terms < len(understood.terms),
        are_facts_near=matches.are_facts_near,
        charts=charts_of_matches(snapshot, matches, options.charts) if has_charts else (),
        passages=tuple(
            FoundPassage(
                passage=one.passage,
                document=documents.get(one.passage.document_id),
                pieces=marker.pieces(one.passage.text),
                path=tuple(marker.pieces(name) for name in one.passage.heading_path),
                is_by_words=one.is_by_words,
            )
            for one in passages
        ),
        facts=tuple(
            FoundFact(
                fact=fact,
                document=documents.get(fact.document_id),
                name=marker.pieces(fact.name),
                quote=marker.pieces(fact.quote),
            )
            for fact in facts
        ),
        panels=facet_panels(matches, query, options.facets),
        chips=tuple(chips(query)),
        picked=tuple(documents[one] for one in query.picks if one in documents),
        first=offset + 1 if total else 0,
        last=min(offset + options.page_size, total),
        page=page,
        pages=pages,
    )


def documents_of(
    snapshot: index.Snapshot,
    passages: tuple[index.PassageMatch, ...],
    facts: tuple[corpus.Fact, ...],
    further: tuple[str, ...] = (),
) -> dict[str, corpus.Document]:
    """The documents of these records by id, and further ones where they are there."""
    ids = {one.passage.document_id for one in passages}
    ids |= {one.document_id for one in facts} | set(further)
    if not ids:
        return {}
    found = snapshot.documents(index.RecordRequest(ids=tuple(sorted(ids))))
    return {one.id: one for one in found}


def missing_terms(snapshot: index.Snapshot, understood: Understood) -> tuple[str, ...]:
    """The terms that stand in no passage, in any of their ways."""
    missing = []
    for term in understood.terms:
        stems = [index.stems(way) for way in term]
        known = snapshot.document_frequency([one for each in stems for one in each])
        if not any(each and all(known[one] for one in each) for each in stems):
            missing.append(term[0])
    return tuple(missing)
