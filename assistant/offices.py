"""Offices: whom to call where the documents of a place do not hold the answer."""

from __future__ import annotations

from dataclasses import dataclass

import corpus
import index
from assistant.matching import tight, tight_published
from assistant.retrieve import Candidate, Retrieved
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A department and its official telephone, as a document of the place prints them."""

    name: str
    phone: str


def office_of(
    asked: Understanding, retrieved: Retrieved | None, snapshot: index.Snapshot
) -> Office | None:
    """The department to call about a question that stays open; None where none is sure.

    It is one that the question or the best statement names, or else the only one that the document
    of that statement names. A document of another place than asked names nobody to call.
    """
    if retrieved is None or not asked.places:
        return None
    best = next(
        (one for one in retrieved.candidates if one.fits_place and _is_own(one, asked)), None
    )
    if best is None:
        return None
    document = best.evidence.document
    facts = snapshot.facts(
        index.RecordRequest(
            document_ids=(document.id,),
            kinds=(corpus.FactKind.CONTACT,),
            publication=index.Publication.PUBLISHED,
        )
    )
    offices = dict.fromkeys(
        Office(name=fact.organisation, phone=fact.raw_text)
        for fact in facts
        if fact.organisation and "phone_unknown" not in fact.flags
    )
    near = tight_published(best.evidence.quote)
    words = [
        tight(form)
        for term in asked.terms
        if not term.is_measure and not term.is_general
        for form in (term.form, *term.renderings)
    ]
    named = [
        office
        for office in offices
        if tight_published(office.name) in near
        or any(len(word) > 1 and word in tight_published(office.name) for word in words)
    ]
    chosen = named or list(offices)
    return chosen[0] if len(chosen) == 1 else None


def _is_own(one: Candidate, asked: Understanding) -> bool:
    """Whether the statement's document is published by a place that was asked about."""
    own = one.evidence.document.municipality
    return any(own in {place.korean, place.name} for place in asked.places)
