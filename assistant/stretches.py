"""Stretches: the figures around what was found, and how well some of them meet a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

import index
from assistant.entries import Entry, entries_of
from assistant.evidence import Evidence
from assistant.figures import Figure, read_figures
from assistant.grammar import Asked, same_unit
from assistant.matching import base_of, tight
from assistant.points import say
from assistant.retrieve import Candidate, Retrieved
from assistant.sources import Source, SourceOptions, worth_of
from assistant.synonyms import synonyms
from assistant.understand import Understanding
from assistant.wholes import WholeOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchOptions:
    """Figures are read around the best `candidates`, in at most `documents` documents, `near`
    passages to either side: the other side of a proportion may stand in a sentence or item of its
    own. Figures of one proportion stand at most `apart` letters from each other, and two that are
    more than `joined` apart are cited one by one. Of two results that meet a question within
    `even` of each other, neither is what it asks. A figure named by one more word of the question
    counts `by_word` more.
    """

    candidates: int = 12
    documents: int = 3
    near: int = 8
    apart: int = 500
    joined: int = 260
    even: float = 0.02
    by_word: float = 0.05
    sources: SourceOptions = field(default_factory=SourceOptions)
    wholes: WholeOptions = field(default_factory=WholeOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The figures of one document around what was found in it, and who found it."""

    candidate: Candidate
    text: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """One reckoning over entries of one document, and how well they meet the question."""

    worth: float
    stretch: Stretch
    terms: tuple[Entry, ...]
    expression: str
    result: str
    kind: Asked


_SIZES = {"만": 10**4, "억": 10**8, "조": 10**12}
_MOST = {"at_most": " 이하", "at_least": " 이상"}


def stretches_of(
    asked: Understanding, retrieved: Retrieved, snapshot: index.Snapshot, options: StretchOptions
) -> Iterator[Stretch]:
    """The figures around the best candidates, each document once and none of it twice."""
    best = [one for one in retrieved.candidates if one.fits_place][: options.candidates]
    if asked.ordinals:
        # Of another round ('1회 추경') nothing is reckoned, whatever stands in its document.
        best = [one for one in best if one.fits_ordinal]
    by_document: dict[str, list[Candidate]] = {}
    for one in best:
        if _is_of_year(asked, one.evidence):
            by_document.setdefault(one.evidence.document.id, []).append(one)
    for document, candidates in list(by_document.items())[: options.documents]:
        request = index.RecordRequest(document_ids=(document,))
        passages = sorted(snapshot.passages(request), key=lambda one: one.start)
        places = [
            number
            for number, passage in enumerate(passages)
            if any(
                one.evidence.start < passage.start + len(passage.text)
                and passage.start < one.evidence.end
                for one in candidates
            )
        ]
        chosen = [
            passage
            for number, passage in enumerate(passages)
            if any(abs(number - at) <= options.near for at in places)
        ]
        ids = tuple(one.id for one in chosen)
        facts = snapshot.facts(index.RecordRequest(passage_ids=ids)) if ids else ()
        yield Stretch(
            candidate=candidates[0],
            text=snapshot.text(document) or "",
            entries=tuple(
                entry
                for passage in chosen
                for entry in entries_of(
                    passage, [one for one in facts if one.passage_id == passage.id]
                )
            ),
        )


def _is_of_year(asked: Understanding, evidence: Evidence) -> bool:
    document = evidence.document
    near = {*document.fiscal_years}
    if document.published_on is not None:
        near |= {document.published_on.year, document.published_on.year - 1}
    around = " ".join((evidence.quote, *evidence.headings, document.title))
    return not asked.figure_years or any(
        year in near or str(year) in around or f"’{year % 100:02}" in around
        for year in asked.figure_years
    )


def is_of_its_year(one: Entry, asked: Understanding) -> bool:
    """Whether a figure is of no other year than is asked about."""
    return one.year is None or not asked.figure_years or one.year in asked.figure_years


def worth_for(
    asked: Understanding,
    terms: Sequence[Entry],
    stretch: Stretch,
    retrieved: Retrieved,
    options: StretchOptions,
) -> float:
    """How much of a question what stands around the figures meets."""
    first = min(one.segment[0] for one in terms)
    last = max(one.segment[1] for one in terms)
    if last - first > options.apart:
        return 0.0
    passage = terms[0].passage
    near = " ".join(" ".join(one.passage.heading_path) for one in terms)
    evidence = replace(
        stretch.candidate.evidence,
        passage=replace(passage, heading_path=(near,)),
        start=first,
        end=last,
        quote=stretch.text[first:last],
    )
    before = max(0, first - options.apart)
    source = Source(evidence=evidence, text=stretch.text[before:last], start=before)
    span = (first - before, last - before)
    return worth_of(asked, "", source, span, retrieved, options.sources)


def met_by(names: frozenset[str], text: str) -> int:
    """How many of the words stand in a text, as they are or by another name."""
    return sum(
        any(
            tight(way) in text
            for way in (name, base_of(name), *synonyms(name))
            if len(tight(way)) > 1
        )
        for name in names
    )


def figures_said(text: str) -> set[Decimal]:
    """The figures that a phrase of the question states itself, years left out."""
    return {
        one.value * _SIZES.get(one.unit or "", 1)
        for one in read_figures(text).figures
        if one.unit is not None and one.unit not in {"년", "월", "일", "분기", "차", "회"}
    }


def fits_unit(unit: str, one: Entry) -> bool:
    """Whether a figure has the unit that a question tells; any, where it tells none."""
    return not unit or same_unit(unit, one.figure.unit)


def said(one: Figure) -> str:
    """A figure as an expression says it, with the bound that it has."""
    return say(one.value, one.unit or "") + bound_of(one)


def bound_of(one: Figure) -> str:
    """The words for a figure's bound, '' where it has none."""
    return bound_words(one.bound)


def bound_words(bound: str | None) -> str:
    """The words for a bound, '' for none."""
    return _MOST.get(bound or "", "")
