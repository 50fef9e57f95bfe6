"""Each public field as SQLite can write it: what the compiled executor covers.

By type and field of the schema. A field that is not here, a new one above all, makes its whole
operation go to graphql-core; so does a type that is not. `tests/graphql_api/test_compiled.py`
proves that both give the same bytes. Fields that give a page of records need no entry: what they
ask for is heard from their own resolvers (`asked.py`).

Left to graphql-core for good: `search` and `ask`, which other engines answer; `rateLimit`, which
says something else each time; introspection; `snapshot`, `municipality` and `municipalities`, which
are in no table but in memory, a few lines each; and what SQLite cannot take or write, which shows
when it is tried: lists far nested in one another, numbers beyond its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

import corpus
import index
from graphql_api.values import ArithmeticRelation, AuditResult, FactKind, Phase

MUNICIPALITY_PREFIX = "municipality:"
"""As in `types.py`, whose own name for it would bring the whole schema here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    """A field with fields of its own: their type, and what their shape becomes."""

    type: str
    wrap: Callable[[index.Shape | index.Chosen], index.Member]
    form: str | None = None
    """The entry below that has its fields, where the type has several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """A list that other records make by pointing here; `request` names them by OWNER."""

    table: index.Table
    request: index.RecordRequest


Field = index.Member | Inner | Behind

TYPES: Mapping[index.Table, str] = MappingProxyType(
    {
        "facts": "Fact",
        "passages": "Passage",
        "sections": "Section",
        "documents": "Document",
        "arithmetic_audits": "ArithmeticAudit",
        "series": "Series",
    }
)
"""The public type of each table's records, in the order in which `node` looks for an id."""

TYPENAMES: Mapping[str, str] = MappingProxyType(
    {one.value.value: one.name.capitalize() for one in FactKind}
)
"""The type of each kind of fact, all of which are of the interface `Fact`."""

RECORDS: Mapping[str, str] = MappingProxyType(
    {type_: type_ for type_ in TYPES.values()} | dict.fromkeys(TYPENAMES.values(), "Fact")
)
"""The types of records, and the one below that has their fields."""

SINGLE: Mapping[str, tuple[index.Table, ...]] = MappingProxyType(
    {
        "document": ("documents",),
        "section": ("sections",),
        "passage": ("passages",),
        "fact": ("facts",),
        "node": tuple(TYPES),
        "nodes": tuple(TYPES),
    }
)
"""The root fields that give what has an id, and the tables that they look in."""


STAGES: tuple[index.Parts, ...] = ("baseline", "target", "actual", "unstaged")
"""The stages of an indicator's year, by their public names."""


def _leaves(*names: str) -> dict[str, Field]:
    """Fields that are the record's own attributes, by their public names."""
    return {_camel(name): index.Leaf(name) for name in names}


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(one.capitalize() for one in others)


def _named(name: str, kinds: type[Enum]) -> index.Translated:
    """An enum by the public names of its values."""
    return index.Translated.by(name, {one.value.value: one.name for one in kinds})


def _one(type_: str, name: str, table: index.Table, *, is_required: bool = True) -> Inner:
    return Inner(
        type=type_,
        wrap=lambda shape: index.Linked(name, table, shape, is_required=is_required),
    )


def _object(type_: str, *absent: str, form: str | None = None) -> Inner:
    return Inner(type=type_, form=form, wrap=lambda shape: index.Object(_whole(shape), absent))


def _made(type_: str, parts: index.Parts) -> Inner:
    return Inner(type=type_, wrap=lambda shape: index.Made(parts, _whole(shape)))


def _whole(shape: index.Shape | index.Chosen) -> index.Shape:
    """The one object that a type without kinds has."""
    if not isinstance(shape, index.Shape):
        raise TypeError(f"an object of one type comes in several: {shape!r}")
    return shape


def _address(document: str, *pieces: str | index.Leaf) -> index.Joined:
    return index.Joined(
        ("/documents/", index.Leaf(document), *pieces), quoted=frozenset({document})
    )


def _span(document: str) -> index.Joined:
    return _address(document, "?from=", index.Leaf("start"), "&to=", index.Leaf("end"), "#cited")


def _doubt(language: int) -> index.Translated:
    return index.Translated.by("code", {code: one[language] for code, one in corpus.DOUBTS.items()})


def _of_document(name: str, *, is_required: bool = True) -> index.Linked:
    return index.Linked("document_id", "documents", index.Leaf(name), is_required=is_required)


def _cited(quote: index.Member, page: Field) -> dict[str, Field]:
    """A record's citation: its document's attributes beside its own."""
    return {
        "url": _span("document_id"),
        "documentId": index.Leaf("document_id"),
        **{name: _of_document(name) for name in ("title", "source", "licence")},
        "municipality": _of_document("municipality", is_required=False),
        "publisher": _of_document("publisher", is_required=False),
        "publishedOn": _of_document("published_on", is_required=False),
        "sourceUrl": _of_document("source_url", is_required=False),
        "quote": quote,
        "start": index.Leaf("start"),
        "end": index.Leaf("end"),
        "page": page,
        # Only a citation in an answer has these.
        "number": index.Constant(None),
        "section": index.Constant(None),
    }


def _term(name: str) -> Inner:
    """A code name of the glossary, as `Term.from_code` finds it."""
    return _object("Term", name, form=f"Term of {name}")


def _term_fields(name: str) -> dict[str, Field]:
    first = {one.code: one for one in reversed(corpus.terms())}
    return {
        "code": index.Leaf(name),
        "ko": index.Translated.by(name, {code: one.korean for code, one in first.items()}),
        "en": index.Translated.by(name, {code: one.english for code, one in first.items()}),
    }


_CITATION = Inner(type="Citation", form="Citation of a quote", wrap=lambda shape: shape)
_OF_PASSAGE = Inner(type="Citation", form="Citation of a passage", wrap=lambda shape: shape)
_OF_SECTION = Inner(type="Citation", form="Citation of a section", wrap=lambda shape: shape)
_LICENCE = _of_document("licence")
_DOCUMENT = _one("Document", "document_id", "documents")
_SECTION = _one("Section", "section_id", "sections")
_PASSAGE = _one("Passage", "passage_id", "passages")
_PAGE = _object("Page", "page_printed", "page_physical")
_ABOUT_INTEGRITY = _leaves("is_about_integrity")
_MUNICIPALITY = _object("Municipality", "municipality")

FIELDS: Mapping[str, Mapping[str, Field]] = MappingProxyType(
    {
        "Citation of a quote": _cited(index.Leaf("quote"), _PAGE),
        "Citation of a passage": _cited(index.Leaf("text"), _PAGE),
        "Citation of a section": _cited(index.Constant(None), _PAGE),
        "Term of account": _term_fields("account"),
        "Term of funding_source": _term_fields("funding_source"),
        "Budget": {
            "accountTerm": _term("account"),
            "fundingSourceTerm": _term("funding_source"),
            "isThreshold": index.Present("comparator"),
        },
        "Indicator": {"trajectory": _made("IndicatorYear", "years")},
        "IndicatorYear": {
            "year": index.Leaf("year"),
            **{stage: _made("FactValue", stage) for stage in STAGES},
        },
        "Audit": _ABOUT_INTEGRITY,
        "Policy": _ABOUT_INTEGRITY,
        "Direction": _ABOUT_INTEGRITY,
        "Evaluation": {**_ABOUT_INTEGRITY, **_leaves("grade", "score")},
        "Organisation": _leaves("role_holder"),
        "Project": {"begins": index.Leaf("period_start"), "due": index.Leaf("period_end")},
        "Event": {"begins": index.Leaf("period_start"), "ends": index.Leaf("period_end")},
        "Contact": {"address": index.Leaf("raw_text")},
        "Municipality": {
            "id": index.Joined((MUNICIPALITY_PREFIX, index.Leaf("municipality"))),
            "name": index.Leaf("municipality"),
            "nameEn": index.Leaf("municipality_english"),
        },
        "Page": {"printed": index.Leaf("page_printed"), "physical": index.Leaf("page_physical")},
        "Period": {"start": index.Leaf("period_start"), "end": index.Leaf("period_end")},
        "Doubt": {"code": index.Leaf("code"), "ko": _doubt(0), "en": _doubt(1)},
        "FactValue": _leaves("year", "value", "number") | {"phase": _named("phase", Phase)},
        "Document": _leaves(
            "id",
            "source",
            "title",
            "publisher",
            "document_type",
            "fiscal_years",
            "published_on",
            "source_url",
            "licence",
            "language",
            "sha256",
            "is_digest",
            "is_truncated",
            "inferred",
        )
        | {
            "url": _address("id"),
            "textUrl": _address("id", ".txt"),
            "municipality": _MUNICIPALITY,
            "supersedes": _one("Document", "supersedes", "documents", is_required=False),
            "supersededBy": Behind(
                table="documents", request=index.RecordRequest(supersedes=(index.OWNER,))
            ),
        },
        "Section": _leaves("id", "heading", "heading_path", "order", "start", "end")
        | {
            "page": _PAGE,
            "url": _span("document_id"),
            "document": _DOCUMENT,
            "licence": _LICENCE,
            "citation": _OF_SECTION,
        },
        "Passage": _leaves("id", "text", "heading_path", "order", "start", "end", "digest")
        | {
            "page": _PAGE,
            "url": _span("document_id"),
            "document": _DOCUMENT,
            "section": _SECTION,
            "licence": _LICENCE,
            "citation": _OF_PASSAGE,
        },
        "Fact": _leaves(
            "id",
            "name",
            "fiscal_year",
            "value",
            "number",
            "unit",
            "amount_krw",
            "comparator",
            "account",
            "funding_source",
            "raw_text",
            "organisation",
            "quote",
            "start",
            "end",
            "flags",
        )
        | {
            "kind": _named("kind", FactKind),
            "values": _made("FactValue", "values"),
            "doubts": _made("Doubt", "doubts"),
            "period": _object("Period", "has_period"),
            "page": _PAGE,
            "url": _span("document_id"),
            "municipality": _MUNICIPALITY,
            "document": _DOCUMENT,
            "section": _SECTION,
            "passage": _PASSAGE,
            "licence": _LICENCE,
            "citation": _CITATION,
            "series": Behind(
                table="series",
                request=index.RecordRequest(
                    fact_ids=(index.OWNER,), publication=index.Publication.PUBLISHED
                ),
            ),
            "arithmeticAudits": Behind(
                table="arithmetic_audits", request=index.RecordRequest(fact_ids=(index.OWNER,))
            ),
        },
        "ArithmeticTerm": _leaves("label", "raw_text", "value", "number", "start", "end")
        | {
            "url": _span("document_id"),
            "fact": _one("Fact", "fact_id", "facts", is_required=False),
        },
        "ArithmeticAudit": _leaves(
            "id",
            "name",
            "fiscal_year",
            "reason",
            "unit",
            "computed",
            "difference",
            "expression",
            "quote",
            "start",
            "end",
        )
        | {
            "relation": _named("relation", ArithmeticRelation),
            "result": _named("result", AuditResult),
            "page": _PAGE,
            "url": _span("document_id"),
            "stated": _made("ArithmeticTerm", "stated"),
            "terms": _made("ArithmeticTerm", "terms"),
            "municipality": _MUNICIPALITY,
            "document": _DOCUMENT,
            "section": _SECTION,
            "passage": _PASSAGE,
            "licence": _LICENCE,
            "citation": _CITATION,
        },
        "SeriesPoint": _leaves("year", "value", "number")
        | {
            "phase": _named("phase", Phase),
            "fact": _one("Fact", "fact_id", "facts"),
            "document": _DOCUMENT,
            "licence": _LICENCE,
            "citation": Inner(
                type="Citation",
                form="Citation of a quote",
                # What is cited for a point is the fact that it comes from.
                wrap=lambda shape: index.Linked("fact_id", "facts", shape, is_required=True),
            ),
        },
        "Series": _leaves("id", "name", "unit", "conflicts")
        | {
            "kind": _named("kind", FactKind),
            "municipality": _MUNICIPALITY,
            "points": _made("SeriesPoint", "points"),
            "documents": Inner(
                type="Document",
                wrap=lambda shape: index.Linked(
                    "document_ids", "documents", shape, is_required=True, is_list=True
                ),
            ),
        },
    }
)


def covered() -> Iterable[tuple[str, str]]:
    """Every type and field that has an entry."""
    return ((form.partition(" of ")[0], name) for form, fields in FIELDS.items() for name in fields)
