"""Arithmetic audits and series as plain rows: what the dumps hold, equal to what the API gives."""

from __future__ import annotations

from typing import Any

import corpus


def audit_row(audit: corpus.ArithmeticAudit, document: corpus.Document) -> dict[str, Any]:
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
        "stated": _term_row(audit.stated),
        "terms": [_term_row(term) for term in audit.terms],
        "computed": corpus.number(audit.computed),
        "difference": corpus.number(audit.difference),
        "expression": audit.expression,
        "quote": audit.quote,
        "start": audit.start,
        "end": audit.end,
        "document": {"id": document.id, "source": document.source, "title": document.title},
        "section_id": audit.section_id,
        "passage_id": audit.passage_id,
        "page": audit.page.printed,
    }


def series_row(series: corpus.Series) -> dict[str, Any]:
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
                "value": corpus.number(point.value),
                "phase": point.phase.value if point.phase else None,
                "fact_id": point.fact_id,
                "document_id": point.document_id,
            }
            for point in series.points
        ],
        "document_ids": list(series.document_ids),
        "conflicts": list(series.conflicts),
    }


def _term_row(term: corpus.ArithmeticTerm) -> dict[str, Any]:
    return {
        "label": term.label,
        "raw_text": term.raw_text,
        "value": corpus.number(term.value),
        "start": term.start,
        "end": term.end,
        "fact_id": term.fact_id,
    }
