"""The columns of each table; words that the public schema has are taken from there."""

from __future__ import annotations

from enum import Enum
from typing import Any

import corpus
from graphql_api.columns import Column, Kind, required, said_of, text
from graphql_api.types import (
    ArithmeticAudit,
    ArithmeticTerm,
    Document,
    Fact,
    Passage,
    Section,
    Series,
    SeriesPoint,
)
from graphql_api.values import FactValue, Page, Period


def _column(
    type_: type[Any],
    name: str,
    kind: Kind = Kind.TEXT,
    *,
    choices: type[Enum] | None = None,
    is_list: bool = False,
    unit: str | None = None,
    parts: tuple[Column, ...] = (),
) -> Column:
    """A column that is a field of the public schema; the words are the schema's."""
    ko, en = said_of(type_, name)
    return Column(
        name=name,
        kind=kind,
        ko=ko,
        en=en,
        is_list=is_list,
        unit=unit,
        parts=parts,
        choices=() if choices is None else tuple(one.value for one in choices),
    )


def _id(type_: type[Any]) -> Column:
    return required(_column(type_, "id"))


_START, _END = (required(_column(Fact, name, Kind.INTEGER)) for name in ("start", "end"))
_PAGE = Column(
    name="page",
    kind=Kind.STRUCT,
    ko="쪽",
    en="Page",
    is_required=True,
    parts=(_column(Page, "printed"), _column(Page, "physical", Kind.INTEGER)),
)
_PRINTED_PAGE = text("page", *said_of(Page, "printed"))
_HEADING_PATH = required(_column(Section, "heading_path", is_list=True))
_ORDER = required(_column(Section, "order", Kind.INTEGER))
_MUNICIPALITY = text(
    "municipality", "지방자치단체의 이름", "Name of the local government, as the documents give it"
)
_DOCUMENT_ID = required(text("document_id", "문서 식별자", "Id of the document it stands in"))
_SECTION_ID = required(text("section_id", "구간 식별자", "Id of the section it stands in"))
_PASSAGE_ID = required(text("passage_id", "구절 식별자", "Id of the passage it stands in"))
_DOCUMENT = Column(
    name="document",
    kind=Kind.STRUCT,
    ko="근거 문서",
    en="The document that states it",
    is_required=True,
    parts=(
        required(text("id", "문서 식별자", "Id of the document")),
        required(_column(Document, "source")),
        required(_column(Document, "title")),
    ),
)
_YEAR = _column(FactValue, "year", Kind.INTEGER)
_PHASE = _column(FactValue, "phase", choices=corpus.Phase)
_FACT_ID = text("fact_id", "사실 식별자", "Id of the fact that the figure is")

DOCUMENT_COLUMNS = (
    _id(Document),
    required(_column(Document, "source")),
    required(_column(Document, "title")),
    _MUNICIPALITY,
    _column(Document, "publisher"),
    required(_column(Document, "document_type")),
    required(_column(Document, "fiscal_years", Kind.INTEGER, is_list=True)),
    _column(Document, "published_on", Kind.DATE),
    _column(Document, "source_url"),
    required(_column(Document, "licence")),
    required(_column(Document, "language")),
    required(_column(Document, "sha256")),
    required(_column(Document, "is_digest", Kind.BOOLEAN)),
    required(_column(Document, "is_truncated", Kind.BOOLEAN)),
    text("supersedes", "대체한 문서의 식별자", "Id of the document that it supersedes"),
    required(_column(Document, "inferred", is_list=True)),
)
SECTION_COLUMNS = (_id(Section), _DOCUMENT_ID, _HEADING_PATH, _ORDER, _START, _END, _PAGE)
PASSAGE_COLUMNS = (
    _id(Passage),
    _DOCUMENT_ID,
    _SECTION_ID,
    _HEADING_PATH,
    _ORDER,
    required(_column(Passage, "text")),
    _START,
    _END,
    _PAGE,
    required(_column(Passage, "digest")),
)
FACT_COLUMNS = (
    _id(Fact),
    required(_column(Fact, "kind", choices=corpus.FactKind)),
    _MUNICIPALITY,
    required(_column(Fact, "name")),
    _column(Fact, "fiscal_year", Kind.INTEGER),
    _column(Fact, "value", Kind.FIGURE),
    _column(Fact, "unit"),
    _column(Fact, "amount_krw", Kind.BIG_INTEGER, unit="KRW"),
    required(_column(Fact, "raw_text")),
    required(
        _column(
            Fact,
            "values",
            Kind.STRUCT,
            is_list=True,
            parts=(_YEAR, _column(FactValue, "value", Kind.FIGURE), _PHASE),
        )
    ),
    _column(
        Fact,
        "period",
        Kind.STRUCT,
        parts=(_column(Period, "start"), _column(Period, "end")),
    ),
    _column(Fact, "organisation"),
    _column(Fact, "comparator"),
    _column(Fact, "account"),
    _column(Fact, "funding_source"),
    required(_column(Fact, "quote")),
    _START,
    _END,
    required(_column(Fact, "flags", is_list=True)),
    required(_column(Fact, "doubts", is_list=True)),
    _DOCUMENT,
    _SECTION_ID,
    _PASSAGE_ID,
    _PRINTED_PAGE,
)
TERM_COLUMNS = (
    required(_column(ArithmeticTerm, "label")),
    required(_column(ArithmeticTerm, "raw_text")),
    _column(ArithmeticTerm, "value", Kind.FIGURE),
    _START,
    _END,
    _FACT_ID,
)
AUDIT_COLUMNS = (
    _id(ArithmeticAudit),
    _MUNICIPALITY,
    required(_column(ArithmeticAudit, "name")),
    _column(ArithmeticAudit, "fiscal_year", Kind.INTEGER),
    required(_column(ArithmeticAudit, "relation", choices=corpus.ArithmeticRelation)),
    required(_column(ArithmeticAudit, "result", choices=corpus.AuditResult)),
    required(_column(ArithmeticAudit, "reason")),
    _column(ArithmeticAudit, "unit"),
    required(_column(ArithmeticAudit, "stated", Kind.STRUCT, parts=TERM_COLUMNS)),
    required(_column(ArithmeticAudit, "terms", Kind.STRUCT, is_list=True, parts=TERM_COLUMNS)),
    _column(ArithmeticAudit, "computed", Kind.FIGURE),
    _column(ArithmeticAudit, "difference", Kind.FIGURE),
    required(_column(ArithmeticAudit, "expression")),
    required(_column(ArithmeticAudit, "quote")),
    _START,
    _END,
    _DOCUMENT,
    _SECTION_ID,
    _PASSAGE_ID,
    _PRINTED_PAGE,
)
SERIES_COLUMNS = (
    _id(Series),
    required(_MUNICIPALITY),
    required(_column(Series, "kind", choices=corpus.FactKind)),
    required(_column(Series, "name")),
    _column(Series, "unit"),
    required(
        _column(
            Series,
            "points",
            Kind.STRUCT,
            is_list=True,
            parts=(
                required(_YEAR),
                required(_column(SeriesPoint, "value", Kind.FIGURE)),
                _PHASE,
                required(_FACT_ID),
                _DOCUMENT_ID,
            ),
        )
    ),
    required(
        Column(
            name="document_ids",
            kind=Kind.TEXT,
            is_list=True,
            ko="값을 말하는 문서들의 식별자, 오래된 것부터",
            en="Ids of the documents that state it, oldest first",
        )
    ),
    required(_column(Series, "conflicts", Kind.INTEGER, is_list=True)),
)
