"""A RecordRequest as an SQL condition, each part of it answered by an index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from index.characters import well_formed
from index.orderings import Bound, Order, stretches
from index.parameters import (
    LARGEST_INTEGER,
    NAMES,
    Parameter,
    among,
    listed,
    name_phrase,
    within_integers,
)
from index.types import Publication, RecordRequest
from index.where import where_for

Table = Literal["documents", "sections", "passages", "facts", "arithmetic_audits", "series"]
"""The tables of records; each name is also the key of its count in the manifest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """The part of a statement after FROM, and the values of its question marks."""

    sql: str
    parameters: tuple[Parameter, ...]


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

_IS_CERTAIN = "doubts = '[]'"
_WITH_A_POINT = (
    "EXISTS (SELECT 1 FROM series_points JOIN facts ON facts.id = fact_id"
    " WHERE series_row = series.row AND {such})"
)
_WITH_A_DOUBT = _WITH_A_POINT.format(such="is_doubtful = 1")

# Table -> publication -> condition. A table that is not named holds nothing that is kept back.
_PUBLICATION: Mapping[Table, Mapping[Publication, str]] = MappingProxyType(
    {
        "facts": {
            Publication.PUBLISHED: "is_doubtful = 0",
            Publication.CERTAIN: _IS_CERTAIN,
            Publication.DOUBTFUL: "is_doubtful = 1",
        },
        "series": {
            Publication.PUBLISHED: f"NOT {_WITH_A_DOUBT}",
            Publication.CERTAIN: f"NOT {_WITH_A_POINT.format(such=f'NOT {_IS_CERTAIN}')}",
            Publication.DOUBTFUL: _WITH_A_DOUBT,
        },
    }
)

_NAMED = "row IN (SELECT rowid FROM {names} WHERE {names} MATCH ?)"


# A list within one passage, section or document is read by that one's own index, whatever else
# narrows it: then never more of it is read than there is, which is what a price can count on.
# SQLite would choose by averages, and refuses a statement whose index it cannot use.
_WITHIN: Mapping[Table, Mapping[str, str]] = MappingProxyType(
    {
        "sections": {"document_ids": "sections_by_document"},
        "passages": {
            "section_ids": "passages_by_section",
            "document_ids": "passages_by_document",
        },
        "facts": {
            "passage_ids": "facts_by_passage",
            "section_ids": "facts_by_section",
            "document_ids": "facts_by_document",
        },
        "arithmetic_audits": {
            "passage_ids": "arithmetic_audits_by_passage",
            "section_ids": "arithmetic_audits_by_section",
            "document_ids": "arithmetic_audits_by_document",
        },
    }
)


def _by(table: Table, request: RecordRequest) -> str:
    """What names the index that a list is read by, for the place behind the table's name."""
    if request.ids:
        return ""
    for field, name in _WITHIN.get(table, {}).items():
        if len(getattr(request, field)) == 1:
            return f" INDEXED BY {name}"
    return ""


def selected(table: Table, columns: str, request: RecordRequest) -> Condition:
    """The whole statement for one page of the records that the request names, in its order."""
    if request.order is None:
        where = condition_for(table, request, paged=True)
        return Condition(
            sql=f"SELECT {columns} FROM {table}{where.sql}",  # noqa: S608 (no input in it)
            parameters=where.parameters,
        )
    return _in_order(table, columns, request, request.order)


def condition_for(table: Table, request: RecordRequest, *, paged: bool) -> Condition:
    """WHERE, and with `paged` also ORDER BY and LIMIT, for the records that the request names.

    Before it stands which index is used, for lists within one document, section or passage.
    `after` and `before` bound the ids in either direction: id > after and id < before.
    """
    parts, parameters = _narrowed(table, request)
    if paged and request.after is not None:
        parts.append("id > ?")
        parameters.append(well_formed(request.after))
    if paged and request.before is not None:
        parts.append("id < ?")
        parameters.append(well_formed(request.before))
    sql = f"{_by(table, request)} WHERE {' AND '.join(parts)}" if parts else ""
    if paged:
        sql += f" ORDER BY id {'DESC' if request.descending else 'ASC'}"
        if request.limit is not None:
            sql += " LIMIT ?"
            parameters.append(_limit(request))
    return Condition(sql=sql, parameters=tuple(parameters))


def _in_order(table: Table, columns: str, request: RecordRequest, order: Order) -> Condition:
    """Each stretch of the page by its own index, one behind the other in a single statement.

    SQLite gives the rows of UNION ALL as they come, the first select's before the second's, and
    does not begin the second where the limit is reached in the first.
    """
    narrowed, values = _narrowed(table, request)
    by = _by(table, request)
    after = None if request.after is None else Bound(key=request.after_key, id=request.after)
    before = None if request.before is None else Bound(key=request.before_key, id=request.before)
    parameters: list[Parameter] = []
    selects = []
    for one in stretches(table, order, after=after, before=before, is_backward=request.descending):
        where = " AND ".join([*narrowed, one.condition])
        selects.append(
            f"SELECT * FROM (SELECT {columns} FROM {table}{by} WHERE {where}"  # noqa: S608 (no input)
            f" ORDER BY {one.order} LIMIT ?)"
        )
        parameters += [*values, *one.parameters, _limit(request)]
    sql = " UNION ALL ".join(selects) or f"SELECT {columns} FROM {table} WHERE 0"  # noqa: S608
    if selects:
        sql += " LIMIT ?"
        parameters.append(_limit(request))
    return Condition(sql=sql, parameters=tuple(parameters))


def _limit(request: RecordRequest) -> int:
    """How many rows at most; without a limit, more than there can be."""
    return LARGEST_INTEGER if request.limit is None else min(max(0, request.limit), LARGEST_INTEGER)


def _narrowed(table: Table, request: RecordRequest) -> tuple[list[str], list[Parameter]]:
    """What the request narrows by, whatever its page: conditions, and their parameters in order."""
    parts: list[str] = []
    parameters: list[Parameter] = []
    for field, sql in _CONDITIONS[table].items():
        wanted: Sequence[str] | Sequence[int] = getattr(request, field)
        if wanted:
            compared, value = among(wanted)
            parts.append(sql.format(among=compared))
            parameters += [value] * sql.count("{among}")
    if table == "facts":
        if request.due_years:
            years = [f"{year:04}" for year in request.due_years if 0 <= year <= _LAST_YEAR]
            parts.append(_DUE)
            parameters.append(listed(years))
        for sign, bound in ((">=", request.amount_at_least), ("<=", request.amount_at_most)):
            if bound is not None:
                # Amounts beyond 64 bits are kept as text, which SQLite orders behind every number.
                parts.append(_AMOUNT.format(sign=sign))
                parameters.append(within_integers(bound))
    if table in NAMES and request.name_contains:
        parts.append(_NAMED.format(names=NAMES[table]))
        parameters.append(name_phrase(request.name_contains))
    if request.where is not None:
        sql, values = where_for(table, request.where)
        parts.append(f"({sql})")
        parameters += values
    if publication := _PUBLICATION.get(table, {}).get(request.publication):
        parts.append(publication)
    return parts, parameters
