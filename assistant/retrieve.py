"""The passages and facts that may hold the answer, cut to single statements and ranked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

import corpus
import index
from assistant.bearings import bearings
from assistant.evidence import Evidence, hit_of, is_said, last_subject, place_fits
from assistant.fitting import half_fits, ordinal_fits, year_fits
from assistant.grammar import Asked
from assistant.items import is_item, lists_exactly, states_figure
from assistant.leads import with_leads
from assistant.leanings import LeaningOptions, leaning
from assistant.lines import LineOptions, line_bonus
from assistant.matching import MatchOptions, Texts, tight
from assistant.meeting import Met, meet
from assistant.nearest import is_of_another_year, item_holds
from assistant.owned_amounts import is_owned
from assistant.ranks import rank_fits
from assistant.rarity import RarityOptions, passages_with, rarities
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrieveOptions:
    """How candidates are gathered and ranked.

    `hits` passages are looked at closely; over 30 the right one was always among them on two
    Korean retrieval sets. The weights add up to what a perfect candidate gets: 1. A group of items
    under one heading may be quoted up to `longest_group` characters. An answer that is no list
    shows `longest_shown` of a quote; a longer group loses `unshown`, what being a group may give,
    since the line that was asked for may be cut off.

    A candidate of another place loses `misplaced`, more than the kind of value can give back; one
    of another year or number loses `misdated` or `misnumbered` and may still be told as a near
    miss. The whole `length_penalty` falls on a quote of `long_quote` characters, since the shorter
    of two that say the same is the clearer. `judged` candidates are looked at as closely as that.
    `python -m tests.evaluation.learn --what assistant` weighs all of them against other values.
    """

    hits: int = 30
    sections: int = 6
    longest_group: int = 450
    coverage_weight: float = 0.6
    hit_weight: float = 0.2
    kind_weight: float = 0.2
    group_bonus: float = 0.06
    compound_bonus: float = 0.06
    exact_list_bonus: float = 0.08
    length_penalty: float = 0.04
    long_quote: int = 400
    longest_shown: int = 330
    unshown: float = 0.06
    misplaced: float = 0.3
    misdated: float = 0.15
    misnumbered: float = 0.15
    counted: float = 0.7
    judged: int = 60
    rarity: RarityOptions = field(default_factory=RarityOptions)
    match: MatchOptions = field(default_factory=MatchOptions)
    line: LineOptions = field(default_factory=LineOptions)
    leaning: LeaningOptions = field(default_factory=LeaningOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Evidence with its marks: `coverage` 0..1 of the question's words, which kinds it `holds`.

    `fits_place`, `fits_year` and `fits_ordinal` are the structured checks that a near miss fails;
    `missing` names the words of the question that it does not meet.
    """

    evidence: Evidence
    score: float
    coverage: float
    strengths: tuple[float, ...]
    missing: tuple[str, ...]
    holds: tuple[Asked, ...]
    fits_place: bool
    fits_year: bool
    fits_ordinal: bool

    @property
    def fits(self) -> bool:
        """Whether the evidence is about the place, the year and the thing that was asked about."""
        return self.fits_place and self.fits_year and self.fits_ordinal


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieved:
    """The candidates, best first, and the weight of each of the question's words.

    `known` are those of the words that any document has.
    """

    candidates: tuple[Candidate, ...]
    weights: dict[str, float]
    has_place: bool
    known: frozenset[str] = frozenset()

    def share_of(self, words: Iterable[str]) -> float:
        """The weight of some words of the question as a share of all of them, 0..1."""
        whole = sum(self.weights.values()) or 1.0
        return sum(self.weights.get(word, 0.0) for word in words) / whole


def retrieve(
    asked: Understanding, snapshot: index.Snapshot, options: RetrieveOptions | None = None
) -> Retrieved:
    """Search, cut the hits into statements, add groups under a heading, and rank them all."""
    options = options or RetrieveOptions()
    return rank(asked, gather(asked, snapshot, options), snapshot, options)


def gather(
    asked: Understanding, snapshot: index.Snapshot, options: RetrieveOptions
) -> tuple[Evidence, ...]:
    """Everything that may be quoted: statements of what search found, and groups of them."""
    hits = _hits(asked, snapshot, options)
    documents = {
        one.id: one
        for one in snapshot.documents(
            index.RecordRequest(ids=tuple({hit.passage.document_id for hit in hits}))
        )
    }
    passages = _with_neighbours(hits, snapshot, options)
    facts: dict[str, list[corpus.Fact]] = {}
    for fact in snapshot.facts(
        index.RecordRequest(passage_ids=tuple(passage.id for passage in passages))
    ):
        facts.setdefault(fact.passage_id, []).append(fact)
    evidence: list[Evidence] = []
    for passage in passages:
        hit = hit_of(passage.id, hits)
        evidence.extend(_statements(passage, documents[passage.document_id], facts, hit))
    evidence.extend(_groups(passages, documents, facts, hits, snapshot, options))
    return with_leads(evidence, passages)


def rank(
    asked: Understanding,
    evidence: Sequence[Evidence],
    snapshot: index.Snapshot,
    options: RetrieveOptions,
) -> Retrieved:
    """The best of what was gathered, each with its marks; by words first, then more closely."""
    counts = passages_with(asked.terms, snapshot)
    total = snapshot.manifest.counts.get("passages", 1)
    weights = rarities(asked.terms, counts, total, options.rarity)
    known = frozenset(form for form, count in counts.items() if count)
    met = meet(evidence, asked, weights, known, match=options.match, counted=options.counted)
    rough = list(zip(evidence, met, strict=True))
    rough.sort(
        key=lambda pair: (
            -(options.coverage_weight * pair[1].coverage + options.hit_weight * pair[0].hit_score),
            pair[0].document.id,
            pair[0].start,
        )
    )
    candidates = [_candidate(one, asked, met, options) for one, met in rough[: options.judged]]
    candidates.sort(key=lambda one: (-one.score, one.evidence.document.id, one.evidence.start))
    return Retrieved(
        candidates=tuple(candidates),
        weights=weights,
        has_place=any(one.fits_place for one in candidates) or not asked.places,
        known=known,
    )


def _hits(
    asked: Understanding, snapshot: index.Snapshot, options: RetrieveOptions
) -> tuple[index.Hit, ...]:
    found: dict[str, index.Hit] = {}
    requests = [index.SearchRequest(text=asked.search_text, limit=options.hits)]
    for place in asked.places:
        requests.append(
            index.SearchRequest(
                text=asked.search_text,
                limit=options.hits // max(1, len(asked.places)),
                municipalities=tuple({place.korean, place.name}),
            )
        )
    for request in requests:
        for hit in snapshot.search(request):
            best = found.get(hit.passage.id)
            if best is None or best.score < hit.score:
                found[hit.passage.id] = hit
    return tuple(sorted(found.values(), key=lambda hit: -hit.score))


def _with_neighbours(
    hits: Sequence[index.Hit], snapshot: index.Snapshot, options: RetrieveOptions
) -> tuple[corpus.Passage, ...]:
    """The hits, and all passages of the sections that the best hits stand in."""
    sections = tuple(dict.fromkeys(hit.passage.section_id for hit in hits))[: options.sections]
    passages = {hit.passage.id: hit.passage for hit in hits}
    if sections:
        for passage in snapshot.passages(index.RecordRequest(section_ids=sections, limit=200)):
            passages.setdefault(passage.id, passage)
    return tuple(passages.values())


def _statements(
    passage: corpus.Passage,
    document: corpus.Document,
    facts: dict[str, list[corpus.Fact]],
    hit: index.Hit | None,
) -> Iterable[Evidence]:
    own = facts.get(passage.id, [])
    for start, end, quote, subject in _cut(passage.text):
        first, last = passage.start + start, passage.start + end
        yield Evidence(
            document=document,
            passage=passage,
            start=first,
            end=last,
            quote=quote,
            facts=tuple(fact for fact in own if fact.start < last and first < fact.end),
            hit_score=hit.score if hit else 0.0,
            cosine=(hit.cosine or 0.0) if hit else 0.0,
            subject=subject,
        )


@lru_cache(maxsize=10_000)
def _cut(text: str) -> tuple[tuple[int, int, str, tuple[corpus.Municipality, ...]], ...]:
    """The sentences of a passage, each with the place that was spoken of before; then all of it.

    Kept in memory for the passages that were looked at last, and with them what is kept of a quote.
    """
    spans = corpus.sentence_spans(text)
    subject: tuple[corpus.Municipality, ...] = ()
    cut = []
    for start, end in spans:
        quote = text[start:end]
        cut.append((start, end, quote, subject))
        subject = last_subject(quote) or subject
    # A question may need two sentences together; the whole passage is a candidate of its own.
    return (*cut, (0, len(text), text, ())) if len(spans) > 1 else tuple(cut)


def _groups(
    passages: Sequence[corpus.Passage],
    documents: dict[str, corpus.Document],
    facts: dict[str, list[corpus.Fact]],
    hits: Sequence[index.Hit],
    snapshot: index.Snapshot,
    options: RetrieveOptions,
) -> Iterable[Evidence]:
    """Items that stand together under one heading or bullet, quoted with what they stand under."""
    families: dict[tuple[str, tuple[str, ...]], list[corpus.Passage]] = {}
    by_order = {(one.document_id, one.order): one for one in passages}
    text_of = cache(snapshot.text)  # each document read once, not for every pair of its passages
    for passage in passages:
        parent = by_order.get((passage.document_id, passage.order - 1))
        if parent is not None and _stands_under(passage, parent):
            yield _with_parent(parent, passage, documents, facts, hits, text_of)
        families.setdefault((passage.section_id, passage.heading_path), []).append(passage)
    scores = {hit.passage.id: hit for hit in hits}
    wanted = {key[0] for key in families}
    request = index.RecordRequest(ids=tuple(wanted))
    sections = {one.id: one for one in snapshot.sections(request)} if wanted else {}
    for (section_id, path), members in families.items():
        members.sort(key=lambda one: one.order)
        if (
            (len(members) < 2 and not states_figure(path[-1:]))
            or not all(is_item(one.text) for one in members)
            or any(later.order - earlier.order > 6 for earlier, later in pairwise(members))
        ):
            continue
        first = members[0]
        section = sections.get(section_id)
        is_whole = section is not None and section.heading_path == path and bool(path)
        start = section.start if section is not None and is_whole else first.start
        end = max(one.end for one in members)
        if end - start > options.longest_group:
            continue
        found = [scores[one.id] for one in members if one.id in scores]
        yield Evidence(
            document=documents[first.document_id],
            passage=first,
            start=start,
            end=end,
            quote=(text_of(first.document_id) or "")[start:end],
            facts=tuple(fact for one in members for fact in facts.get(one.id, [])),
            hit_score=max((hit.score for hit in found), default=0.0),
            cosine=max((hit.cosine or 0.0 for hit in found), default=0.0),
            is_group=True,
        )


def _stands_under(passage: corpus.Passage, parent: corpus.Passage) -> bool:
    """Whether a passage is the first item under the bullet just before it."""
    path = passage.heading_path
    return (
        passage.section_id == parent.section_id
        and path[:-1] == parent.heading_path
        and bool(path)
        and tight(path[-1])[:20] in tight(parent.text)
    )


def _with_parent(
    parent: corpus.Passage,
    passage: corpus.Passage,
    documents: dict[str, corpus.Document],
    facts: dict[str, list[corpus.Fact]],
    hits: Sequence[index.Hit],
    text_of: Callable[[str], str | None],
) -> Evidence:
    """A bullet together with the first item under it: often a total and what it is made of."""
    text = text_of(passage.document_id) or ""
    found = [hit for hit in hits if hit.passage.id in {parent.id, passage.id}]
    return Evidence(
        document=documents[passage.document_id],
        passage=parent,
        start=parent.start,
        end=passage.end,
        quote=text[parent.start : passage.end],
        facts=(*facts.get(parent.id, ()), *facts.get(passage.id, ())),
        hit_score=max((hit.score for hit in found), default=0.0),
        cosine=max((hit.cosine or 0.0 for hit in found), default=0.0),
    )


def _bonus(
    evidence: Evidence, texts: Texts, asked: Understanding, options: RetrieveOptions
) -> float:
    """What speaks for a candidate beside its words: its turn, compounds, the number of items."""
    heading = evidence.headings[-1] if evidence.headings else ""
    bonus = line_bonus(evidence.quote, texts, asked, options.line, heading)
    bonus += options.line.sought * bearings(evidence.quote, asked.text)
    if asked.compounds:
        near = texts.quote + texts.headings
        met = sum(tight(one) in near for one in asked.compounds)
        bonus += options.compound_bonus * met / len(asked.compounds)
    if evidence.is_group:
        heads = [term for term in asked.terms if not term.is_measure]
        met = sum(is_said(term, texts.headings) for term in heads)
        is_headed = bool(heads) and met * 2 >= len(heads)
        bonus += options.group_bonus if is_headed and asked.asks(Asked.LIST) else 0.0
        bonus -= 0.0 if is_headed else options.group_bonus
        if len(evidence.quote) > options.longest_shown and not asked.asks(Asked.LIST):
            bonus -= options.unshown
    if asked.wants_list and asked.count and lists_exactly(evidence.quote, asked.count):
        bonus += options.exact_list_bonus
    return bonus


def _candidate(
    evidence: Evidence,
    asked: Understanding,
    met: Met,
    options: RetrieveOptions,
) -> Candidate:
    kinds = [kind for kind in asked.kinds if kind is not Asked.TEXT]
    held = tuple(
        kind
        for kind in kinds
        if item_holds(kind, evidence, asked)
        and (kind is not Asked.AMOUNT or is_owned(evidence, asked))
    )
    share = len(held) / len(kinds) if kinds else 1.0
    bonus = _bonus(evidence, met.texts, asked, options) + leaning(evidence, asked, options.leaning)
    score = (
        options.coverage_weight * met.coverage
        + options.hit_weight * evidence.hit_score
        + options.kind_weight * share
        + bonus
        - options.length_penalty * min(1.0, len(evidence.quote) / options.long_quote)
    )
    fits_place = not asked.places or any(place_fits(evidence, one) for one in asked.places)
    fits_year = year_fits(evidence, asked) and not is_of_another_year(evidence, asked)
    fits_ordinal = ordinal_fits(evidence, asked.ordinals) and half_fits(evidence, asked.halves)
    fits_ordinal = fits_ordinal and rank_fits(evidence, asked.text)
    score -= options.misplaced * (not fits_place) + options.misdated * (not fits_year)
    score -= options.misnumbered * (not fits_ordinal)
    return Candidate(
        evidence=evidence,
        score=score,
        coverage=met.coverage,
        strengths=met.strengths,
        missing=tuple(
            term.form
            for term, strength in zip(asked.terms, met.strengths, strict=True)
            if strength == 0.0 and not term.is_measure
        ),
        holds=held,
        fits_place=fits_place,
        fits_year=fits_year,
        fits_ordinal=fits_ordinal,
    )
