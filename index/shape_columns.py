"""Every attribute that a shape may name, as an SQL expression over the tables of `schema.sql`.

`{t}` is the row, `{owner}` the row that it is a part of. Lists are kept as JSON and come out
compact. The names are those of the corpus records.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Source = str
"""A table, or the parts of one (`shapes.Parts`)."""

Expressions = dict[str, str | tuple[str, str]]
"""By name; of a pair, the second holds in a snapshot whose decimals are all plain."""


def _same(*columns: str) -> Expressions:
    return {column: f"{{t}}.{column}" for column in columns}


def _lists(*columns: str) -> Expressions:
    return {column: f"json({{t}}.{column})" for column in columns}


def _flags(*columns: str) -> Expressions:
    return {column: f"json(iif({{t}}.{column}, 'true', 'false'))" for column in columns}


_SPAN: Expressions = {"start": "{t}.span_start", "end": "{t}.span_end"}
_PAGE = _same("page_printed", "page_physical")
_HEADINGS: Expressions = {**_lists("heading_path"), "order": "{t}.position"}

PLAIN_NUMBER = (
    "length({v}) <= 15 AND {v} NOT GLOB '*[^0-9.-]*'"
    " AND {v} NOT GLOB '0.000*' AND {v} NOT GLOB '-0.000*'"
)
"""Whether SQLite writes a decimal as a JSON number with just the digits that orjson gives it.

Fifteen characters stay within the fifteen digits that SQLite prints, and nothing so near to zero
is left that one of the two would write with an exponent.
"""

# Flat, because SQLite's parser holds a hundred open symbols, and this stands innermost.
_IN_DIGITS = "CASE WHEN {which} AND instr({v}, 'E') THEN exact_number({v}) ELSE {v} END"
_AS_NUMBER = (
    f"CASE WHEN NOT {{which}} OR {{v}} IS NULL THEN NULL WHEN {PLAIN_NUMBER} THEN {{v}} + 0.0"
    " ELSE json(approximate_number({v})) END"
)
# `+ 0.0` makes minus zero zero, as the records do.
_NUMBER_IF_PLAIN = "CASE WHEN {which} THEN {v} + 0.0 END"


def _figure(which: str, *names: str) -> Expressions:
    """Decimals digit for digit, where `which` holds; else a grade as it is printed."""
    return {name: (_filled(_IN_DIGITS, which, f"{{t}}.{name}"), f"{{t}}.{name}") for name in names}


def _number(which: str) -> Expressions:
    any_, plain = (_filled(text, which, "{t}.value") for text in (_AS_NUMBER, _NUMBER_IF_PLAIN))
    return {"number": (any_, plain)}


def _filled(text: str, which: str, value: str) -> str:
    return text.replace("{which}", which).replace("{v}", value)


_PRINTED, _ALWAYS = "{t}.value_is_number", "1"
_VALUE = _figure(_PRINTED, "value") | _number(_PRINTED)

ATTRIBUTES: Mapping[Source, Expressions] = MappingProxyType(
    {
        "documents": _same(
            "id",
            "source",
            "title",
            "municipality",
            "publisher",
            "document_type",
            "source_url",
            "licence",
            "language",
            "sha256",
            "supersedes",
        )
        | {"published_on": "nullif({t}.published_on, '')"}
        | _lists("fiscal_years", "inferred")
        | _flags("is_digest", "is_truncated"),
        "sections": _same("id", "document_id")
        | _HEADINGS
        | _SPAN
        | _PAGE
        | {"heading": "ifnull(json_extract({t}.heading_path, '$[#-1]'), '')"},
        "passages": _same("id", "document_id", "section_id", "text", "digest")
        | _HEADINGS
        | _SPAN
        | _PAGE,
        "facts": _same(
            "id",
            "document_id",
            "section_id",
            "passage_id",
            "kind",
            "municipality",
            "name",
            "unit",
            "raw_text",
            "fiscal_year",
            "period_start",
            "period_end",
            "organisation",
            "comparator",
            "account",
            "funding_source",
            "quote",
        )
        | _VALUE
        | _SPAN
        | _PAGE
        | _lists("flags")
        | {
            "has_period": "nullif({t}.has_period, 0)",
            # Beyond 64 bits an amount is text, and orjson does not write it: no JSON, no answer.
            "amount_krw": "CASE typeof({t}.amount_krw) WHEN 'text' THEN json('x' || {t}.amount_krw)"
            " ELSE {t}.amount_krw END",
        },
        "arithmetic_audits": _same(
            "id",
            "document_id",
            "section_id",
            "passage_id",
            "municipality",
            "name",
            "fiscal_year",
            "relation",
            "result",
            "reason",
            "unit",
            "expression",
            "quote",
        )
        | _figure(_ALWAYS, "computed", "difference")
        | _SPAN
        | _PAGE,
        "series": _same("id", "municipality", "kind", "name", "unit", "document_ids")
        | _lists("conflicts"),
        "values": _same("year", "phase") | _VALUE,
        "doubts": {"code": "{t}.value"},
        "terms": _same("label", "raw_text", "fact_id")
        | _figure(_ALWAYS, "value")
        | _number(_ALWAYS)
        | _SPAN
        | {"document_id": "{owner}.document_id"},
        "points": _same("year", "phase", "fact_id", "document_id") | _VALUE,
    }
)

PARTS: Mapping[str, tuple[Source, str]] = MappingProxyType(
    {
        "values": ("values", "fact_values AS {t} WHERE {t}.fact_row = {owner}.row"),
        "doubts": ("doubts", "json_each({owner}.doubts) AS {t}"),
        "stated": (
            "terms",
            "arithmetic_terms AS {t} WHERE {t}.audit_row = {owner}.row AND {t}.position = 0",
        ),
        "terms": (
            "terms",
            "arithmetic_terms AS {t} WHERE {t}.audit_row = {owner}.row AND {t}.position > 0",
        ),
        "points": ("points", "series_points AS {t} WHERE {t}.series_row = {owner}.row"),
    }
)
"""Where each kind of part lies. The tables are clustered by owner and position, and read so."""


def expression(source: Source, name: str, table: str, owner: str, *, is_plain: bool) -> str:
    """The SQL of an attribute of the row `table`; KeyError for a name that is not listed."""
    found = ATTRIBUTES[source][name]
    text = found if isinstance(found, str) else found[is_plain]
    return text.replace("{t}", table).replace("{owner}", owner)
