"""A tree of conditions as SQL: names of ours, and question marks for all that a caller gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from index.conditions import (
    AllOf,
    AnyOf,
    Check,
    Column,
    Comparison,
    Condition,
    InDocument,
    Not,
    Operator,
)
from index.parameters import (
    NAMES,
    Parameter,
    listed,
    name_phrase,
    parameter,
    within_integers,
)

Sql = tuple[str, tuple[Parameter, ...]]
"""A condition, and the values of its question marks in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a column lies: expressions to compare, and the condition that the results stand in."""

    expressions: tuple[str, ...]
    within: str = "{0}"
    is_date: bool = False


def _at(expression: str, *, within: str = "{0}", is_date: bool = False) -> _Place:
    return _Place(expressions=(expression,), within=within, is_date=is_date)


_STANDING = {
    Column.ID: _at("id"),
    Column.DOCUMENT_ID: _at("document_id"),
}
_TOLD = {
    **_STANDING,
    Column.SECTION_ID: _at("section_id"),
    Column.PASSAGE_ID: _at("passage_id"),
    Column.MUNICIPALITY: _at("municipality"),
    Column.NAME: _at("name"),
    Column.FISCAL_YEAR: _at("fiscal_year"),
    Column.UNIT: _at("unit"),
}
_OF_VALUE = "row IN (SELECT fact_row FROM fact_values WHERE {0})"
_OF_POINT = "row IN (SELECT series_row FROM series_points WHERE {0})"

PLACES: Mapping[str, Mapping[Column, _Place]] = MappingProxyType(
    {
        "documents": {
            Column.ID: _at("id"),
            Column.TITLE: _at("title"),
            Column.MUNICIPALITY: _at("municipality"),
            Column.PUBLISHER: _at("publisher"),
            Column.DOCUMENT_TYPE: _at("document_type"),
            Column.FISCAL_YEAR: _at(
                "one.value",
                within="EXISTS (SELECT 1 FROM json_each(documents.fiscal_years) AS one WHERE {0})",
            ),
            Column.PUBLISHED_ON: _at("published_on", is_date=True),
            Column.LICENCE: _at("licence"),
            Column.LANGUAGE: _at("language"),
            Column.IS_DIGEST: _at("is_digest"),
            Column.SUPERSEDES: _at("supersedes"),
        },
        "sections": _STANDING,
        "passages": {**_STANDING, Column.SECTION_ID: _at("section_id")},
        "facts": {
            **_TOLD,
            Column.KIND: _at("kind"),
            Column.YEAR: _Place(
                expressions=("fiscal_year", "year"),
                within=(
                    "row IN (SELECT row FROM facts WHERE {0}"
                    " UNION SELECT fact_row FROM fact_values WHERE {1})"
                ),
            ),
            Column.PHASE: _at("phase", within=_OF_VALUE),
            Column.AMOUNT_KRW: _at("amount_krw"),
            Column.NUMBER: _at("CASE WHEN value_is_number THEN CAST(value AS REAL) END"),
            Column.VALUE: _at("value"),
            Column.DUE: _at("period_end", is_date=True),
            Column.BEGINS: _at("period_start", is_date=True),
            Column.ORGANISATION: _at("organisation"),
            Column.ACCOUNT: _at("account"),
            Column.FUNDING_SOURCE: _at("funding_source"),
            Column.COMPARATOR: _at("comparator"),
            Column.FLAG: _at("flag", within="row IN (SELECT fact_row FROM fact_flags WHERE {0})"),
        },
        "arithmetic_audits": {
            **_TOLD,
            Column.RELATION: _at("relation"),
            Column.RESULT: _at("result"),
            Column.REASON: _at("reason"),
        },
        "series": {
            Column.ID: _at("id"),
            Column.DOCUMENT_ID: _at("document_id", within=_OF_POINT),
            Column.MUNICIPALITY: _at("municipality"),
            Column.KIND: _at("kind"),
            Column.NAME: _at("name"),
            Column.UNIT: _at("unit"),
            Column.YEAR: _at("year", within=_OF_POINT),
            Column.HAS_CONFLICTS: _at("(conflicts <> '[]')"),
        },
    }
)
"""Table -> column -> where it lies. A column that is not named here cannot be compared there."""

_IN_DOCUMENT = "document_id IN (SELECT id FROM documents WHERE {0})"
_PARTS_IN_DOCUMENT = {"series": _OF_POINT.format(_IN_DOCUMENT)}

_COMPARED = {
    Operator.EQ: "{0} = ?",
    Operator.LT: "{0} < ?",
    Operator.LTE: "{0} <= ?",
    Operator.GT: "{0} > ?",
    Operator.GTE: "{0} >= ?",
}
# '~' comes behind whatever follows a year or a month: '2030~' ends the year 2030.
_COMPARED_DATES = {
    Operator.EQ: "({0} >= ? AND {0} < ? || '~')",
    Operator.LT: "{0} < ?",
    Operator.LTE: "{0} < ? || '~'",
    Operator.GT: "{0} >= ? || '~'",
    Operator.GTE: "{0} >= ?",
}
_IN_LIST = "{0} IN (SELECT value FROM json_each(?))"
_IN_SPANS = (
    "EXISTS (SELECT 1 FROM json_each(?) AS span"
    " WHERE {0} >= span.value AND {0} < span.value || '~')"
)
_NAMED = "row IN (SELECT rowid FROM {names} WHERE {names} MATCH ?)"
_BEHIND_EVERY_LETTER = "\U0010ffff"


def where_for(table: str, condition: Condition) -> Sql:
    """The condition over a table; ValueError for a column that the table does not have."""
    match condition:
        case AllOf(parts=parts):
            return _joined(table, parts, " AND ", "1")
        case AnyOf(parts=parts):
            return _joined(table, parts, " OR ", "0")
        case Not(part=part):
            # Not NOT: what is unknown of a record without a value is not met, so its Not is.
            sql, parameters = where_for(table, part)
            return f"({sql}) IS NOT TRUE", parameters
        case InDocument(part=part):
            if table == "documents":
                raise ValueError("a document stands in no document")
            sql, parameters = where_for("documents", part)
            return _PARTS_IN_DOCUMENT.get(table, _IN_DOCUMENT).format(sql), parameters
        case Comparison(column=column, tests=tests):
            if column not in PLACES[table]:
                raise ValueError(f"{table} cannot be compared by {column}")
            return _compared(table, column, tests)


def _joined(table: str, parts: tuple[Condition, ...], word: str, empty: str) -> Sql:
    found = [where_for(table, part) for part in parts]
    sql = word.join(f"({one})" for one, _ in found) or empty
    return sql, tuple(value for _, values in found for value in values)


def _compared(table: str, column: Column, tests: tuple[Check, ...]) -> Sql:
    """The tests of one column: those of its value together, then those of there being none."""
    parts: list[Sql] = []
    place = PLACES[table][column]
    if column is Column.NAME and table in NAMES:
        # Names are looked up in a table of their own, where any part of them is found by index.
        found = _NAMED.format(names=NAMES[table])
        contained = [
            one.operand
            for one in tests
            if one.operator is Operator.CONTAINS and isinstance(one.operand, str)
        ]
        parts += [(found, (name_phrase(text),)) for text in contained]
        tests = tuple(
            one
            for one in tests
            if one.operator is not Operator.CONTAINS or not isinstance(one.operand, str)
        )
    absent = Check(operator=Operator.EXISTS, operand=False)
    if absent in tests:
        sql, parameters = _compared(table, column, (Check(operator=Operator.EXISTS, operand=True),))
        parts.append((f"({sql}) IS NOT TRUE", parameters))
        tests = tuple(one for one in tests if one != absent)
    if tests:
        found_in = [
            [_test(expression, one, is_date=place.is_date) for one in tests]
            for expression in place.expressions
        ]
        sql = place.within.format(*(" AND ".join(one for one, _ in each) for each in found_in))
        parts.append((sql, tuple(v for each in found_in for _, values in each for v in values)))
    return " AND ".join(sql for sql, _ in parts) or "1", tuple(v for _, vs in parts for v in vs)


def _test(expression: str, test: Check, *, is_date: bool) -> Sql:
    operand = test.operand
    match test.operator, operand:
        case Operator.EXISTS, _:
            return f"{expression} IS NOT NULL", ()
        case Operator.IN, tuple(values):
            if len(values) == 1:
                # Of one value an index on it gives the page already in order.
                one = Check(operator=Operator.EQ, operand=values[0])
                return _test(expression, one, is_date=is_date)
            if is_date:
                return _IN_SPANS.format(expression), (listed(values),)
            return _IN_LIST.format(expression), (listed(values),)
        case Operator.CONTAINS, str(text):
            return f"instr(lower({expression}), lower(?)) > 0", (parameter(text),)
        case Operator.STARTS_WITH, str(text):
            start = str(parameter(text))
            return (
                f"({expression} >= ? AND {expression} < ?)",
                (start, start + _BEHIND_EVERY_LETTER),
            )
        case operator, str() | int() | float() if operator in _COMPARED:
            compared = (_COMPARED_DATES if is_date else _COMPARED)[operator]
            value = parameter(operand)
            if isinstance(operand, int) and operator is not Operator.EQ:
                value = within_integers(operand)
            return compared.format(expression), (value,) * compared.count("?")
    raise ValueError(f"{test.operator} cannot compare with {operand!r}")
