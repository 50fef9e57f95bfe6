"""From a `where` that a caller wrote to the condition that the index takes, within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from enum import Enum
from typing import Any

import strawberry
from strawberry.utils.str_converters import to_camel_case

import index
from graphql_api.conditions import DateCondition
from graphql_api.errors import ArgumentError
from graphql_api.loaders import Records
from graphql_api.where import COLUMN


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereOptions:
    """How much one `where` may say.

    `depth` is of and, or, not and document in one another. Each of the `comparisons` may read an
    index from end to end; nobody writes as many by hand. No name is as long as `longest_text`, and
    longer ones cost time.
    """

    depth: int = 8
    comparisons: int = 30
    longest_text: int = 200


WHERE = WhereOptions()
A_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?", re.ASCII)

PUBLIC_NAMES = {
    index.Column.VALUE: "grade",
    index.Column.SECTION_ID: "section",
    index.Column.PASSAGE_ID: "passage",
}
"""Columns that callers know by another name."""

OPERATORS = {
    "eq": index.Operator.EQ,
    "in_": index.Operator.IN,
    "lt": index.Operator.LT,
    "lte": index.Operator.LTE,
    "gt": index.Operator.GT,
    "gte": index.Operator.GTE,
    "contains": index.Operator.CONTAINS,
    "starts_with": index.Operator.STARTS_WITH,
    "exists": index.Operator.EXISTS,
}
"""The fields of the conditions, as the index calls them."""


def condition_of(where: object, records: Records) -> index.Condition | None:
    """The condition that a `where` states; None where it says nothing.

    Raises ArgumentError for one that is too deep or too long, compares with null, or with a text
    that cannot be compared.
    """
    if not where:
        return None
    return _Reading(records).whole(where, depth=1)


class _Reading:
    """One pass over one `where`."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.comparisons = 0

    def whole(self, where: object, *, depth: int) -> index.Condition:
        if depth > WHERE.depth:
            raise ArgumentError(
                "where_too_deep",
                f"where는 {WHERE.depth}겹까지 쓸 수 있습니다. 조건을 펴서 쓰십시오.",
                f"where may be {WHERE.depth} levels deep; write it flatter.",
            )
        parts = tuple(self._parts(where, depth))
        return parts[0] if len(parts) == 1 else index.AllOf(parts=parts)

    def _parts(self, where: object, depth: int) -> Iterator[index.Condition]:
        for field in fields(where):  # type: ignore[arg-type] # an input is a dataclass
            given: Any = getattr(where, field.name)
            if given is None or given is strawberry.UNSET:
                continue
            match field.name:
                case "and_":
                    yield index.AllOf(parts=self._each(given, depth))
                case "or_":
                    yield index.AnyOf(parts=self._each(given, depth))
                case "not_":
                    yield index.Not(part=self.whole(given, depth=depth + 1))
                case _ if COLUMN in field.metadata:
                    yield from self._compared(field.metadata[COLUMN], given)
                case _:
                    yield index.InDocument(part=self.whole(given, depth=depth + 1))

    def _each(self, given: Sequence[object], depth: int) -> tuple[index.Condition, ...]:
        return tuple(self.whole(one, depth=depth + 1) for one in given)

    def _compared(
        self,
        column: index.Column,
        given: Any,  # noqa: ANN401 (one of the conditions, or a bool)
    ) -> Iterator[index.Comparison]:
        if isinstance(given, bool):
            said: dict[str, Any] = {"eq": given}
        else:
            values = {one.name: getattr(given, one.name) for one in fields(given)}
            said = {name: one for name, one in values.items() if one is not strawberry.UNSET}
        self.comparisons += max(1, len(said))
        if self.comparisons > WHERE.comparisons:
            raise ArgumentError(
                "where_too_long",
                f"where에는 비교를 {WHERE.comparisons}개까지 쓸 수 있습니다.",
                f"where may hold {WHERE.comparisons} comparisons.",
            )
        is_date = isinstance(given, DateCondition)
        tests = tuple(self._check(column, name, one, is_date=is_date) for name, one in said.items())
        if tests:
            yield index.Comparison(column=column, tests=tests)

    def _check(
        self,
        column: index.Column,
        name: str,
        given: Any,  # noqa: ANN401 (whatever the condition compares with)
        *,
        is_date: bool,
    ) -> index.Check:
        if given is None:
            raise ArgumentError(
                "compared_with_null",
                f"{_said(column)}: null과는 비교할 수 없습니다. 값이 없는 것은 exists: false로"
                " 찾으십시오.",
                f"{_said(column)}: nothing compares with null; find what has no value with"
                " exists: false.",
            )
        values = [_plain(one) for one in (given if isinstance(given, list) else [given])]
        for one in values:
            if isinstance(one, str):
                _keep_comparable(one, column, is_date=is_date)
        if column is index.Column.MUNICIPALITY and name in ("eq", "in_"):
            # People write 보령시 where a document says 충청남도 보령시.
            names = self.records.municipality_names(values)
            return index.Check(operator=index.Operator.IN, operand=names)
        operand = tuple(values) if isinstance(given, list) else values[0]
        return index.Check(operator=OPERATORS[name], operand=operand)


def _plain(value: Any) -> Any:  # noqa: ANN401 (an enum's value or what was given)
    return value.value.value if isinstance(value, Enum) else value


def _said(column: index.Column) -> str:
    """Which comparison an error is about, as callers know it."""
    return f"where.{PUBLIC_NAMES.get(column) or to_camel_case(column.value)}"


def _keep_comparable(text: str, column: index.Column, *, is_date: bool) -> None:
    """Raise ArgumentError for a text that is blank or too long, or that should be a date."""
    if is_date and not A_DATE.fullmatch(text):
        raise ArgumentError(
            "invalid_date",
            f"{_said(column)}: 날짜는 2030, 2030-06 또는 2030-06-30처럼 쓰십시오.",
            f"{_said(column)}: write a date as 2030, 2030-06 or 2030-06-30.",
        )
    if not text.strip() or len(text) > WHERE.longest_text:
        raise ArgumentError(
            "invalid_text",
            f"{_said(column)}: 비교할 글은 1자에서 {WHERE.longest_text}자 사이여야 합니다.",
            f"{_said(column)}: a text to compare with must have 1 to {WHERE.longest_text}"
            " characters.",
        )
