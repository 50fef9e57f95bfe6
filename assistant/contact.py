"""Where to call: the office that a document names as responsible for what it says."""

from __future__ import annotations

import corpus
import index
from assistant.evidence import Evidence
from assistant.grammar import Asked
from assistant.retrieve import Retrieved
from assistant.understand import Understanding


def contact_of(
    asked: Understanding, retrieved: Retrieved, snapshot: index.Snapshot
) -> tuple[Evidence, ...]:
    """The imprint of the document that the question is best met by, for 'who do I call about …'.

    () when no contact is asked for, when the best statement states one itself, or when it is about
    another place than was asked or its document names no number.
    """
    best = next(iter(retrieved.candidates), None)
    if best is None or not asked.asks(Asked.CONTACT) or not best.fits_place:
        return ()
    if not asked.places or Asked.CONTACT in best.holds or best.missing:
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
