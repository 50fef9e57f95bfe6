"""Records as database columns and back: `corpus.Fact` in, a row of `facts` out, nothing lost.

Each record has the columns of its table, in the order of its `…_COLUMNS`, and two functions that
are each other's inverse. The names are those of `schema.sql`. Arithmetic audits and series have
modules of their own: `audit_columns.py` and `series_columns.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import corpus
from index.parameters import LARGEST_INTEGER

Columns = tuple[Any, ...]
"""One row of a table, without its `row` number."""

DOCUMENT_COLUMNS = (
    "id, source, title, municipality, publisher, document_type, fiscal_years, published_on,"
    " source_url, licence, language, sha256, is_digest, is_truncated, supersedes, inferred"
)
SECTION_COLUMNS = (
    "id, document_id, heading_path, position, span_start, span_end, page_printed, page_physical"
)
PASSAGE_COLUMNS = (
    "id, document_id, section_id, heading_path, position, text, span_start, span_end,"
    " page_printed, page_physical, digest"
)
FACT_COLUMNS = (
    "id, document_id, section_id, passage_id, kind, municipality, name, value, value_is_number,"
    " unit, amount_krw, raw_text, fiscal_year, period_start, period_end, has_period, organisation,"
    " comparator, account, funding_source, quote, span_start, span_end, page_printed,"
    " page_physical, flags, doubts, is_doubtful"
)
FACT_VALUE_COLUMNS = "year, value, value_is_number, phase"
"""The largest that SQLite holds as an integer."""


def document_columns(document: corpus.Document) -> Columns:
    """A document as a row of `documents`."""
    published_on = document.published_on
    return (
        document.id,
        document.source,
        document.title,
        document.municipality,
        document.publisher,
        document.document_type,
        list_column(document.fiscal_years),
        published_on.isoformat() if published_on else None,
        document.source_url,
        document.licence,
        document.language,
        document.sha256,
        int(document.is_digest),
        int(document.is_truncated),
        document.supersedes,
        list_column(document.inferred),
    )


def document_from(columns: Columns) -> corpus.Document:
    """A row of `documents` as the record it was made from."""
    return corpus.Document(
        id=columns[0],
        source=columns[1],
        title=columns[2],
        municipality=columns[3],
        publisher=columns[4],
        document_type=columns[5],
        fiscal_years=tuple(json.loads(columns[6])),
        published_on=date.fromisoformat(columns[7]) if columns[7] else None,
        source_url=columns[8],
        licence=columns[9],
        language=columns[10],
        sha256=columns[11],
        is_digest=bool(columns[12]),
        is_truncated=bool(columns[13]),
        supersedes=columns[14],
        inferred=tuple(json.loads(columns[15])),
    )


def section_columns(section: corpus.Section) -> Columns:
    """A section as a row of `sections`."""
    return (
        section.id,
        section.document_id,
        list_column(section.heading_path),
        section.order,
        section.start,
        section.end,
        section.page.printed,
        section.page.physical,
    )


def section_from(columns: Columns) -> corpus.Section:
    """A row of `sections` as the record it was made from."""
    return corpus.Section(
        id=columns[0],
        document_id=columns[1],
        heading_path=tuple(json.loads(columns[2])),
        order=columns[3],
        start=columns[4],
        end=columns[5],
        page=corpus.Page(printed=columns[6], physical=columns[7]),
    )


def passage_columns(passage: corpus.Passage) -> Columns:
    """A passage as a row of `passages`."""
    return (
        passage.id,
        passage.document_id,
        passage.section_id,
        list_column(passage.heading_path),
        passage.order,
        passage.text,
        passage.start,
        passage.end,
        passage.page.printed,
        passage.page.physical,
        passage.digest,
    )


def passage_from(columns: Columns) -> corpus.Passage:
    """A row of `passages` as the record it was made from."""
    return corpus.Passage(
        id=columns[0],
        document_id=columns[1],
        section_id=columns[2],
        heading_path=tuple(json.loads(columns[3])),
        order=columns[4],
        text=columns[5],
        start=columns[6],
        end=columns[7],
        page=corpus.Page(printed=columns[8], physical=columns[9]),
        digest=columns[10],
    )


def fact_columns(fact: corpus.Fact) -> Columns:
    """A fact as a row of `facts`; its values go to `fact_values` (`fact_value_columns`)."""
    period = fact.period
    return (
        fact.id,
        fact.document_id,
        fact.section_id,
        fact.passage_id,
        fact.kind.value,
        fact.municipality,
        fact.name,
        *value_columns(fact.value),
        fact.unit,
        _integer_column(fact.amount_krw),
        fact.raw_text,
        fact.fiscal_year,
        period.start if period else None,
        period.end if period else None,
        int(period is not None),
        fact.organisation,
        fact.comparator,
        fact.account,
        fact.funding_source,
        fact.quote,
        fact.start,
        fact.end,
        fact.page.printed,
        fact.page.physical,
        list_column(fact.flags),
        list_column(fact.doubts),
        int(corpus.is_kept_back(fact.doubts)),
    )


def fact_from(columns: Columns, values: Iterable[corpus.FactValue]) -> corpus.Fact:
    """A row of `facts` and the fact's values as the record they were made from."""
    return corpus.Fact(
        id=columns[0],
        document_id=columns[1],
        section_id=columns[2],
        passage_id=columns[3],
        kind=corpus.FactKind(columns[4]),
        municipality=columns[5],
        name=columns[6],
        value=value_from(columns[7], columns[8]),
        values=tuple(values),
        unit=columns[9],
        amount_krw=None if columns[10] is None else int(columns[10]),
        raw_text=columns[11],
        fiscal_year=columns[12],
        period=corpus.Period(start=columns[13], end=columns[14]) if columns[15] else None,
        organisation=columns[16],
        comparator=columns[17],
        account=columns[18],
        funding_source=columns[19],
        quote=columns[20],
        start=columns[21],
        end=columns[22],
        page=corpus.Page(printed=columns[23], physical=columns[24]),
        flags=tuple(json.loads(columns[25])),
        doubts=tuple(json.loads(columns[26])),
    )


def fact_value_columns(value: corpus.FactValue) -> Columns:
    """One value of a fact as a row of `fact_values`."""
    return (value.year, *value_columns(value.value), value.phase.value if value.phase else None)


def fact_value_from(columns: Columns) -> corpus.FactValue:
    """A row of `fact_values` as the record it was made from."""
    return corpus.FactValue(
        year=columns[0],
        value=value_from(columns[1], columns[2]),
        phase=corpus.Phase(columns[3]) if columns[3] else None,
    )


def list_column(items: Sequence[str] | Sequence[int]) -> str:
    """A list as JSON, letters as they are."""
    return json.dumps(items, ensure_ascii=False)


def value_columns(value: corpus.Value | None) -> tuple[str | None, int]:
    """A value digit for digit as it was given, and whether it is a number."""
    return (None if value is None else str(value), int(isinstance(value, Decimal)))


def value_from(text: str | None, is_number: int) -> corpus.Value | None:
    """The value that two columns were made from."""
    return Decimal(text) if text is not None and is_number else text


def _integer_column(value: int | None) -> int | str | None:
    if value is None or abs(value) <= LARGEST_INTEGER:
        return value
    return str(value)
