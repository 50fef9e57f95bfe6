"""Records as plain rows: what the dumps and the REST mirror hold, equal to what GraphQL gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import corpus

Figure = Callable[[corpus.Value | None], object]
"""How a row carries a value: `corpus.number` as JSON does, `exactly` digit for digit."""


def exactly(value: corpus.Value | None) -> corpus.Value | None:
    """The value itself: a Decimal, a grade as printed, or None."""
    return value


def document_row(record: corpus.Document) -> dict[str, Any]:
    """One row of `/data/documents.jsonl`, every field as the record has it."""
    return {
        "id": record.id,
        "source": record.source,
        "title": record.title,
        "municipality": record.municipality,
        "publisher": record.publisher,
        "document_type": record.document_type,
        "fiscal_years": list(record.fiscal_years),
        "published_on": record.published_on,
        "source_url": record.source_url,
        "licence": record.licence,
        "language": record.language,
        "sha256": record.sha256,
        "is_digest": record.is_digest,
        "is_truncated": record.is_truncated,
        "supersedes": record.supersedes,
        "inferred": list(record.inferred),
    }


def section_row(record: corpus.Section) -> dict[str, Any]:
    """One row of `/data/sections.jsonl`, every field as the record has it."""
    return {
        "id": record.id,
        "document_id": record.document_id,
        "heading_path": list(record.heading_path),
        "order": record.order,
        "start": record.start,
        "end": record.end,
        "page": _page_row(record.page),
    }


def passage_row(record: corpus.Passage) -> dict[str, Any]:
    """One row of `/data/passages.jsonl`, every field as the record has it."""
    return {
        "id": record.id,
        "document_id": record.document_id,
        "section_id": record.section_id,
        "heading_path": list(record.heading_path),
        "order": record.order,
        "text": record.text,
        "start": record.start,
        "end": record.end,
        "page": _page_row(record.page),
        "digest": record.digest,
    }


def audit_row(
    audit: corpus.ArithmeticAudit, document: corpus.Document, figure: Figure = corpus.number
) -> dict[str, Any]:
    """One row of `/data/arithmetic_audits.jsonl`; figures as printed and as numbers."""
    return {
        "id": audit.id,
        "municipality": audit.municipality,
        "name": audit.name,
        "fiscal_year": audit.fiscal_year,
        "relation": audit.relation.value,
        "result": audit.result.value,
        "reason": audit.reason,
        "unit": audit.unit,
        "stated": _term_row(audit.stated, figure),
        "terms": [_term_row(term, figure) for term in audit.terms],
        "computed": figure(audit.computed),
        "difference": figure(audit.difference),
        "expression": audit.expression,
        "quote": audit.quote,
        "start": audit.start,
        "end": audit.end,
        "document": {"id": document.id, "source": document.source, "title": document.title},
        "section_id": audit.section_id,
        "passage_id": audit.passage_id,
        "page": audit.page.printed,
    }


def series_row(series: corpus.Series, figure: Figure = corpus.number) -> dict[str, Any]:
    """One row of `/data/series.jsonl`; every point names the fact that it comes from."""
    return {
        "id": series.id,
        "municipality": series.municipality,
        "kind": series.kind.value,
        "name": series.name,
        "unit": series.unit,
        "points": [
            {
                "year": point.year,
                "value": figure(point.value),
                "phase": point.phase.value if point.phase else None,
                "fact_id": point.fact_id,
                "document_id": point.document_id,
            }
            for point in series.points
        ],
        "document_ids": list(series.document_ids),
        "conflicts": list(series.conflicts),
    }


def _term_row(term: corpus.ArithmeticTerm, figure: Figure) -> dict[str, Any]:
    return {
        "label": term.label,
        "raw_text": term.raw_text,
        "value": figure(term.value),
        "start": term.start,
        "end": term.end,
        "fact_id": term.fact_id,
    }


def _page_row(page: corpus.Page) -> dict[str, Any]:
    return {"printed": page.printed, "physical": page.physical}
