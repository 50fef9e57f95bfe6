"""Conditions that stand in one another: and, or, not, and comparisons of a few named columns.

What they mean is plain logic of two values: a record without a value meets no comparison with it,
and `Not` is met by every record that its part is not met by, those without a value included.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Column(StrEnum):
    """What records can be compared by; which of these a table has is said in `where.py`.

    `YEAR` is that of any value of a fact (its fiscal year included) or of any point of a series,
    `PHASE` that of any value, `FLAG` any one of them, `DUE` and `BEGINS` the end and the beginning
    of a period, `NUMBER` a value that is a number.
    """

    ACCOUNT = "account"
    AMOUNT_KRW = "amount_krw"
    BEGINS = "begins"
    COMPARATOR = "comparator"
    DOCUMENT_ID = "document_id"
    DOCUMENT_TYPE = "document_type"
    DUE = "due"
    FISCAL_YEAR = "fiscal_year"
    FLAG = "flag"
    FUNDING_SOURCE = "funding_source"
    HAS_CONFLICTS = "has_conflicts"
    ID = "id"
    IS_DIGEST = "is_digest"
    KIND = "kind"
    LANGUAGE = "language"
    LICENCE = "licence"
    MUNICIPALITY = "municipality"
    NAME = "name"
    NUMBER = "number"
    ORGANISATION = "organisation"
    PASSAGE_ID = "passage_id"
    PHASE = "phase"
    PUBLISHED_ON = "published_on"
    PUBLISHER = "publisher"
    REASON = "reason"
    RELATION = "relation"
    RESULT = "result"
    SECTION_ID = "section_id"
    SUPERSEDES = "supersedes"
    TITLE = "title"
    UNIT = "unit"
    VALUE = "value"
    YEAR = "year"


class Operator(StrEnum):
    """How a column is compared.

    Dates are compared as spans: '2030' equals '2030-06', is at most it and at least it. `CONTAINS`
    pays no heed to the case of Latin letters and, of names, to blanks either.
    """

    EQ = "eq"
    IN = "in"
    LT = "lt"
    LTE = "lte"
    GT = "gt"
    GTE = "gte"
    CONTAINS = "contains"
    STARTS_WITH = "starts_with"
    EXISTS = "exists"


Operand = str | int | float | bool | tuple[str, ...] | tuple[int, ...] | tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One operator and what it compares with: a tuple for `IN`, a bool for `EXISTS`."""

    operator: Operator
    operand: Operand


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A column that meets every one of the tests; of several values, one that meets them all."""

    column: Column
    tests: tuple[Check, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """Every part is met; without parts, by every record."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """At least one part is met; without parts, by no record."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """The part is not met."""

    part: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class InDocument:
    """The record stands in a document (a series: has a point from one) that meets the part."""

    part: Condition


Condition = AllOf | AnyOf | Not | Comparison | InDocument
