"""An answer as it leaves: the contract's JSON, and the same as a stream of events."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import orjson

import corpus
from assistant.types import Answer, Calculation, Citation
from assistant.viewer import document_address

Row = dict[str, Any]
"""A JSON object, ready to be encoded."""

EVENT_STREAM = "text/event-stream"

_WORD = re.compile(r"\s*\S+")


def encode(row: Row) -> bytes:
    """JSON in UTF-8, whole numbers of any size kept whole."""
    try:
        return orjson.dumps(row)
    except TypeError:
        # orjson ends at 64 bits; what a hostile document calls an amount may go on.
        return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()


def answer_row(
    answer: Answer,
    documents: Mapping[str, corpus.Document] | None = None,
    newer: Mapping[str, corpus.Document] | None = None,
) -> Row:
    """The whole answer as the contract's JSON.

    `documents`, by id, are those of facts whose document is not among the cited ones; `newer` the
    editions that replace a cited document, by the id of the document that is replaced.
    """
    newer = newer or {}
    known = {one.document.id: one.document for one in answer.citations} | dict(documents or {})
    row = {
        "status": answer.status.value,
        "answer": answer.text,
        "language": answer.language,
        "citations": [citation_row(one, newer.get(one.document.id)) for one in answer.citations],
        "calculations": [calculation_row(one) for one in answer.calculations],
        "facts": [corpus.fact_row(one, known[one.document_id]) for one in answer.facts],
        "query": answer.query,
        "context": {"municipalities": list(answer.places), "years": list(answer.years)},
        "snapshot": answer.snapshot_id,
        "timings_ms": {step: round(ms, 1) for step, ms in answer.timings_ms.items()},
    }
    return row if answer.composer is None else {**row, "composer": answer.composer}


def citation_row(citation: Citation, newer: corpus.Document | None = None) -> Row:
    """One citation; canonical text[start:end] == quote, and `url` opens it in the viewer.

    `newer` is the edition that replaces its document, where there is one.
    """
    document = citation.document
    published_on = document.published_on
    return {
        "number": citation.number,
        "document": {
            "id": document.id,
            "source": document.source,
            "title": document.title,
            "municipality": document.municipality,
            "publisher": document.publisher,
            "published_on": published_on.isoformat() if published_on else None,
            "source_url": document.source_url,
            "licence": document.licence,
            "is_digest": document.is_digest,
            "is_truncated": document.is_truncated,
            "superseded_by": _edition_row(newer) if newer else None,
        },
        "section": list(citation.section),
        "page": citation.page.printed,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "url": citation.url,
    }


def _edition_row(document: corpus.Document) -> Row:
    return {"id": document.id, "title": document.title, "url": document_address(document.id)}


def calculation_row(calculation: Calculation) -> Row:
    """One line of arithmetic, with the numbers of the citations that it rests on."""
    return {
        "expression": calculation.expression,
        "result": calculation.result,
        "inputs": list(calculation.inputs),
    }


def event(name: str, data: Row) -> bytes:
    """One server-sent event; JSON escapes line breaks, so one data line is always enough."""
    return b"event: " + name.encode() + b"\ndata: " + encode(data) + b"\n\n"


def answer_events(row: Row, *, characters: int, said: str = "") -> Iterator[tuple[str, Row]]:
    """The events `text` (pieces of about `characters`), `citation` and `done` (the whole JSON).

    `said` is the beginning of the answer that was told already.
    """
    for piece in pieces(row["answer"].removeprefix(said), characters=characters):
        yield "text", {"text": piece}
    for citation in row["citations"]:
        yield "citation", citation
    yield "done", row


def pieces(text: str, *, characters: int) -> Iterator[str]:
    """The text in pieces that end between words; joined together they are the text again."""
    piece = ""
    rest = 0
    for word in _WORD.finditer(text):
        piece += word[0]
        rest = word.end()
        if len(piece) >= characters:
            yield piece
            piece = ""
    if piece or rest < len(text):
        yield piece + text[rest:]
