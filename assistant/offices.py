"""Offices: whom to call about a statement, as the documents of its place print it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import corpus
import index
from assistant.evidence import Evidence
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

    It is one that the question or the best statement names, or else the one that answers for that
    statement (`contact_for`). A document of another place than asked names nobody to call.
    """
    if retrieved is None or not asked.places:
        return None
    best = next(
        (one for one in retrieved.candidates if one.fits_place and _is_own(one, asked)), None
    )
    if best is None:
        return None
    contacts = [
        fact
        for fact in contacts_of(best.evidence.document.id, snapshot)
        if "phone_unknown" not in fact.flags and not fact.doubts
    ]
    near = tight_published(best.evidence.quote)
    words = [
        tight(form)
        for term in asked.terms
        if not term.is_measure and not term.is_general
        for form in (term.form, *term.renderings)
    ]
    named = [
        fact
        for fact in contacts
        if tight_published(fact.organisation or "") in near
        or any(len(word) > 1 and word in tight_published(fact.organisation or "") for word in words)
    ]
    chosen = contact_for(best.evidence, named or contacts, snapshot)
    if chosen is None:
        return None
    return Office(name=chosen.organisation or "", phone=chosen.raw_text)


def contacts_of(document_id: str, snapshot: index.Snapshot) -> list[corpus.Fact]:
    """The contacts that a document prints with the name of a department, in its order."""
    facts = snapshot.facts(
        index.RecordRequest(document_ids=(document_id,), kinds=(corpus.FactKind.CONTACT,))
    )
    return sorted((fact for fact in facts if fact.organisation), key=lambda fact: fact.start)


def contact_for(
    evidence: Evidence, contacts: Sequence[corpus.Fact], snapshot: index.Snapshot
) -> corpus.Fact | None:
    """Which of a document's contacts answers for a statement; None where that is not sure.

    The only one there is; of several offices, the first behind the statement under the same
    heading, as each article of a collection ends with its own imprint.
    """
    offices = {(fact.organisation, fact.raw_text) for fact in contacts}
    if len(offices) <= 1:
        return contacts[0] if contacts else None
    passages = {
        one.id: one
        for one in snapshot.passages(
            index.RecordRequest(ids=tuple({fact.passage_id for fact in contacts}))
        )
    }
    path = evidence.headings
    for depth in range(len(path), 0, -1):
        under = [
            fact
            for fact in contacts
            if passages[fact.passage_id].heading_path[:depth] == path[:depth]
        ]
        behind = [fact for fact in under if fact.start >= evidence.start]
        if behind:
            return behind[0]
        if len({(fact.organisation, fact.raw_text) for fact in under}) == 1:
            return under[0]
    return None


def _is_own(one: Candidate, asked: Understanding) -> bool:
    """Whether the statement's document is published by a place that was asked about."""
    own = one.evidence.document.municipality
    return any(own in {place.korean, place.name} for place in asked.places)
