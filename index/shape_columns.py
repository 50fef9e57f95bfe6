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


_ENGLISH: Expressions = {"municipality_english": "english_name({t}.municipality)"}


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


def _flagged(flag: str) -> str:
    return f"EXISTS (SELECT 1 FROM json_each({{t}}.flags) AS one WHERE one.value = '{flag}')"  # noqa: S608


def _stage(condition: str) -> tuple[Source, str]:
    """The first value of a year in the document's order that stands at one stage."""
    return (
        "values",
        "fact_values AS {t} WHERE {t}.fact_row = {owner}.fact_row AND {t}.year IS {owner}.year"
        f" AND {condition} ORDER BY {{t}}.position LIMIT 1",
    )


_PRINTED, _ALWAYS = "{t}.value_is_number", "1"
_VALUE = _figure(_PRINTED, "value") | _number(_PRINTED)
_SCORE = tuple(
    f"CASE WHEN {{t}}.value_is_number THEN {text} END" for text in _figure("1", "value")["value"]
)
_AS_PRINTED = "NOT {t}.value_is_number"

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
        | _ENGLISH
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
        | _ENGLISH
        | _VALUE
        | _SPAN
        | _PAGE
        | _lists("flags")
        | {
            # The headline value apart, as a number or as words, and whom these words name.
            "score": (_SCORE[0], _SCORE[1]),
            "grade": f"CASE WHEN {_AS_PRINTED} THEN {{t}}.value END",
            "role_holder": f"CASE WHEN {_AS_PRINTED} AND {_flagged('role_holder')}"
            " THEN {t}.value END",
            "is_about_integrity": f"json(iif({_flagged('integrity')}, 'true', 'false'))",
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
        | _ENGLISH
        | _figure(_ALWAYS, "computed", "difference")
        | _SPAN
        | _PAGE,
        "series": _same("id", "municipality", "kind", "name", "unit", "document_ids")
        | _ENGLISH
        | _lists("conflicts"),
        "values": _same("year", "phase") | _VALUE,
        "years": _same("year"),
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
        # The years of a fact as the document comes to them; LIMIT keeps the order in there.
        "years": (
            "years",
            "(SELECT fact_row, year FROM fact_values WHERE fact_row = {owner}.row"
            " GROUP BY year ORDER BY min(position) LIMIT -1) AS {t}",
        ),
        "baseline": _stage("{t}.phase = 'baseline'"),
        "target": _stage("{t}.phase = 'planned'"),
        "actual": _stage("{t}.phase = 'actual'"),
        "unstaged": _stage("ifnull({t}.phase NOT IN ('baseline', 'planned', 'actual'), 1)"),
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

SINGLE = frozenset(("baseline", "target", "actual", "unstaged"))
"""Parts of which there is one or none."""


def expression(source: Source, name: str, table: str, owner: str, *, is_plain: bool) -> str:
    """The SQL of an attribute of the row `table`; KeyError for a name that is not listed."""
    found = ATTRIBUTES[source][name]
    text = found if isinstance(found, str) else found[is_plain]
    return text.replace("{t}", table).replace("{owner}", owner)
