"""Lines cited: evidence for a stretch of a document, wherever its lines were read to belong."""

from __future__ import annotations

import corpus
import index
from assistant.evidence import Evidence


def evidence_at(
    document: corpus.Document, start: int, end: int, snapshot: index.Snapshot
) -> Evidence:
    """Canonical text[start:end] of a document as evidence, less blanks around it.

    A line that was read as a heading stands above the passage that it heads.
    """
    text = snapshot.text(document.id) or ""
    quote = text[start:end].strip()
    start = text.index(quote, start)
    passages = snapshot.passages(index.RecordRequest(document_ids=(document.id,)))
    passage = next((one for one in passages if one.end > start), passages[-1])
    facts = snapshot.facts(index.RecordRequest(passage_ids=(passage.id,)))
    return Evidence(
        document=document,
        passage=passage,
        start=start,
        end=start + len(quote),
        quote=quote,
        facts=tuple(one for one in facts if start <= one.start and one.end <= start + len(quote)),
        hit_score=1.0,
        cosine=1.0,
    )
