"""Arithmetic audits and their terms as database columns and back, nothing lost.

As in `columns.py`: the columns of a table in the order of its `…_COLUMNS`, and two functions that
are each other's inverse.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import corpus
from index.columns import Columns

AUDIT_COLUMNS = (
    "id, document_id, section_id, passage_id, municipality, name, fiscal_year, relation, result,"
    " reason, unit, computed, difference, expression, quote, span_start, span_end, page_printed,"
    " page_physical"
)
TERM_COLUMNS = "label, raw_text, value, span_start, span_end, fact_id"


def audit_columns(audit: corpus.ArithmeticAudit) -> Columns:
    """An audit as a row of `arithmetic_audits`."""
    return (
        audit.id,
        audit.document_id,
        audit.section_id,
        audit.passage_id,
        audit.municipality,
        audit.name,
        audit.fiscal_year,
        audit.relation.value,
        audit.result.value,
        audit.reason,
        audit.unit,
        _digits(audit.computed),
        _digits(audit.difference),
        audit.expression,
        audit.quote,
        audit.start,
        audit.end,
        audit.page.printed,
        audit.page.physical,
    )


def audit_from(columns: Columns, terms: Sequence[corpus.ArithmeticTerm]) -> corpus.ArithmeticAudit:
    """A row of `arithmetic_audits` and its terms, the stated figure first, as their record."""
    stated, *others = terms
    return corpus.ArithmeticAudit(
        id=columns[0],
        document_id=columns[1],
        section_id=columns[2],
        passage_id=columns[3],
        municipality=columns[4],
        name=columns[5],
        fiscal_year=columns[6],
        relation=corpus.ArithmeticRelation(columns[7]),
        result=corpus.AuditResult(columns[8]),
        reason=columns[9],
        unit=columns[10],
        stated=stated,
        terms=tuple(others),
        computed=_number(columns[11]),
        difference=_number(columns[12]),
        expression=columns[13],
        quote=columns[14],
        start=columns[15],
        end=columns[16],
        page=corpus.Page(printed=columns[17], physical=columns[18]),
    )


def term_columns(term: corpus.ArithmeticTerm) -> Columns:
    """One figure of an audit as a row of `arithmetic_terms`."""
    return (term.label, term.raw_text, _digits(term.value), term.start, term.end, term.fact_id)


def term_from(columns: Columns) -> corpus.ArithmeticTerm:
    """A row of `arithmetic_terms` as the record it was made from."""
    return corpus.ArithmeticTerm(
        label=columns[0],
        raw_text=columns[1],
        value=_number(columns[2]),
        start=columns[3],
        end=columns[4],
        fact_id=columns[5],
    )


def _digits(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
