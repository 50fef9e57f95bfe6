"""Where to call: the office that a document names as responsible for what it says."""

from __future__ import annotations

from dataclasses import dataclass

import corpus
import index
from assistant.evidence import Evidence
from assistant.grammar import Asked
from assistant.retrieve import Retrieved
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactOptions:
    """A statement that states a contact and meets so much (`said`) of the question is quoted as it
    is; one that meets less is an imprint, which names its office and not what the office does.
    """

    said: float = 0.52


def contact_of(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: ContactOptions | None = None,
) -> tuple[Evidence, ...]:
    """The imprint of the document that the question is best met by, for 'who do I call about …'.

    () when no contact is asked for, when the best statement states one itself, or when it is about
    another place than was asked or its document names no number.
    """
    if not asked.asks(Asked.CONTACT) or not asked.places:
        return ()
    # Another place may print the words of the question; what it says is no matter here.
    placed = [one for one in retrieved.candidates if one.fits_place and not one.missing]
    if not placed:
        return ()
    best = placed[0]
    if Asked.CONTACT in best.holds and best.coverage >= (options or ContactOptions()).said:
        return ()
    facts = snapshot.facts(
        index.RecordRequest(
            document_ids=(best.evidence.document.id,), kinds=(corpus.FactKind.CONTACT,)
        )
    )
    named = [fact for fact in facts if fact.organisation and "phone_unknown" not in fact.flags]
    if len(named) != 1:
        return ()
    (passage,) = snapshot.passages(index.RecordRequest(ids=(named[0].passage_id,)))
    return (
        Evidence(
            document=best.evidence.document,
            passage=passage,
            start=named[0].start,
            end=named[0].end,
            quote=named[0].quote,
            facts=(named[0],),
            hit_score=best.evidence.hit_score,
            cosine=best.evidence.cosine,
        ),
    )
