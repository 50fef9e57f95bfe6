"""A RecordRequest as an SQL condition, each part of it answered by an index."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from index.characters import well_formed
from index.columns import LARGEST_INTEGER
from index.types import Publication, RecordRequest

Table = Literal["documents", "sections", "passages", "facts", "arithmetic_audits", "series"]
"""The tables of records; each name is also the key of its count in the manifest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """The part of a statement after FROM, and the values of its question marks."""

    sql: str
    parameters: tuple[str | int, ...]


_OF_DOCUMENT = "document_id IN (SELECT id FROM documents WHERE municipality {among})"
_YEARS = (
    "row IN (SELECT row FROM facts WHERE fiscal_year {among}"
    " UNION SELECT fact_row FROM fact_values WHERE year {among})"
)
# '2030', '2030-06' and '2030-06-30' are all due in 2030; '~' comes behind whatever follows a year.
_DUE = (
    "row IN (SELECT facts.row FROM json_each(?) AS due CROSS JOIN facts"
    " WHERE period_end >= due.value AND period_end < due.value || '~')"
)
_LAST_YEAR = 9999
_GRADED = "row IN (SELECT row FROM facts WHERE value_is_number = 0 AND value {among})"
_IN_PHASE = "row IN (SELECT fact_row FROM fact_values WHERE phase {among})"
_AMOUNT = "row IN (SELECT row FROM facts WHERE amount_krw {sign} ?)"
_TERM_OF = "row IN (SELECT audit_row FROM arithmetic_terms WHERE {column} {{among}})"
_POINT_OF = "row IN (SELECT series_row FROM series_points WHERE {column} {{among}})"

# Table -> field of the request -> condition. A field that is not named does not narrow that table.
_CONDITIONS: Mapping[Table, Mapping[str, str]] = MappingProxyType(
    {
        "documents": {
            "ids": "id {among}",
            "document_ids": "id {among}",
            "municipalities": "municipality {among}",
            "document_types": "document_type {among}",
            "supersedes": "supersedes {among}",
        },
        "sections": {
            "ids": "id {among}",
            "section_ids": "id {among}",
            "document_ids": "document_id {among}",
            "municipalities": _OF_DOCUMENT,
        },
        "passages": {
            "ids": "id {among}",
            "passage_ids": "id {among}",
            "section_ids": "section_id {among}",
            "document_ids": "document_id {among}",
            "municipalities": _OF_DOCUMENT,
        },
        "facts": {
            "ids": "id {among}",
            "fact_ids": "id {among}",
            "passage_ids": "passage_id {among}",
            "section_ids": "section_id {among}",
            "document_ids": "document_id {among}",
            "municipalities": "municipality {among}",
            "kinds": "kind {among}",
            "years": _YEARS,
            "organisations": "organisation {among}",
            "grades": _GRADED,
            "phases": _IN_PHASE,
        },
        "arithmetic_audits": {
            "ids": "id {among}",
            "fact_ids": _TERM_OF.format(column="fact_id"),
            "passage_ids": "passage_id {among}",
            "section_ids": "section_id {among}",
            "document_ids": "document_id {among}",
            "municipalities": "municipality {among}",
            "audit_results": "result {among}",
            "years": "fiscal_year {among}",
        },
        "series": {
            "ids": "id {among}",
            "fact_ids": _POINT_OF.format(column="fact_id"),
            "document_ids": _POINT_OF.format(column="document_id"),
            "municipalities": "municipality {among}",
            "kinds": "kind {among}",
            "years": _POINT_OF.format(column="year"),
        },
    }
)

_WITH_A_DOUBT = (
    "EXISTS (SELECT 1 FROM series_points JOIN facts ON facts.id = fact_id"
    " WHERE series_row = series.row AND is_doubtful = 1)"
)

# Table -> publication -> condition. A table that is not named holds nothing that is kept back.
_PUBLICATION: Mapping[Table, Mapping[Publication, str]] = MappingProxyType(
    {
        "facts": {
            Publication.PUBLISHED: "is_doubtful = 0",
            Publication.DOUBTFUL: "is_doubtful = 1",
        },
        "series": {
            Publication.PUBLISHED: f"NOT {_WITH_A_DOUBT}",
            Publication.DOUBTFUL: _WITH_A_DOUBT,
        },
    }
)

# Table -> its table of names, spelled out. Only what has a name can be narrowed by one.
NAMES: Mapping[Table, str] = MappingProxyType(
    {"facts": "fact_names", "arithmetic_audits": "audit_names", "series": "series_names"}
)

# One value is compared as such: then an index on (column, id) gives the page already in order. Of
# several, one parameter holds the whole list, so that a long one meets no limit.
_ONE = "= ?"
_SEVERAL = "IN (SELECT value FROM json_each(?))"
_NAMED = "row IN (SELECT rowid FROM {names} WHERE {names} MATCH ?)"


def condition_for(table: Table, request: RecordRequest, *, paged: bool) -> Condition:
    """WHERE, and with `paged` also ORDER BY and LIMIT, for the records that the request names.

    `after` and `before` bound the ids in either direction: id > after and id < before.
    """
    parts: list[str] = []
    parameters: list[str | int] = []
    for field, sql in _CONDITIONS[table].items():
        wanted: Sequence[str] | Sequence[int] = getattr(request, field)
        if wanted:
            among, parameter = _among(wanted)
            parts.append(sql.format(among=among))
            parameters += [parameter] * sql.count("{among}")
    if table == "facts":
        if request.due_years:
            years = [f"{year:04}" for year in request.due_years if 0 <= year <= _LAST_YEAR]
            parts.append(_DUE)
            parameters.append(json.dumps(years))
        for sign, bound in ((">=", request.amount_at_least), ("<=", request.amount_at_most)):
            if bound is not None:
                # Amounts beyond 64 bits are kept as text, which SQLite orders behind every number.
                parts.append(_AMOUNT.format(sign=sign))
                parameters.append(min(max(bound, -LARGEST_INTEGER), LARGEST_INTEGER))
    if table in NAMES and request.name_contains:
        parts.append(_NAMED.format(names=NAMES[table]))
        parameters.append(f'"{spelled_out(request.name_contains)}"')
    if publication := _PUBLICATION.get(table, {}).get(request.publication):
        parts.append(publication)
    if paged and request.after is not None:
        parts.append("id > ?")
        parameters.append(well_formed(request.after))
    if paged and request.before is not None:
        parts.append("id < ?")
        parameters.append(well_formed(request.before))
    sql = f" WHERE {' AND '.join(parts)}" if parts else ""
    if paged:
        sql += f" ORDER BY id {'DESC' if request.descending else 'ASC'}"
        if request.limit is not None:
            sql += " LIMIT ?"
            parameters.append(min(max(0, request.limit), LARGEST_INTEGER))
    return Condition(sql=sql, parameters=tuple(parameters))


def _among(values: Sequence[str] | Sequence[int]) -> tuple[str, str | int]:
    """The comparison with one of the values, and its parameter."""
    if len(values) > 1:
        return _SEVERAL, json.dumps([_parameter(value) for value in values])
    return _ONE, _parameter(values[0])


def _parameter(value: str | int) -> str | int:
    """The value as SQLite takes it; a number beyond its integers equals nothing that it holds."""
    if isinstance(value, str):
        return well_formed(value)
    return value if abs(value) <= LARGEST_INTEGER else str(value)


def spelled_out(name: str) -> str:
    """A name as code points in hexadecimal, one token a character, without blanks or case.

    A phrase of such tokens stands in a name exactly where the characters stand next to each other,
    so an index over them answers 'contains', whatever the characters are.
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(f"{ord(character):x}" for character in plain if not character.isspace())
