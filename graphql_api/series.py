"""What the public types of a series say of themselves, without their links."""

from __future__ import annotations

from typing import Self

import strawberry

import corpus
from graphql_api.records import Node
from graphql_api.values import FactKind, Phase, approximate, exact


@strawberry.type
class SeriesPointFields:
    """One value of a series without its links."""

    year: int = strawberry.field(description="연도 / Year")
    value: str = strawberry.field(
        description=(
            "정확한 십진수 또는 인쇄된 등급·비율 / Exact decimal, or a grade or ratio as printed"
        )
    )
    number: float | None = strawberry.field(
        description="수로 나타낸 값, 등급이면 null / The value as a number, null for a grade"
    )
    phase: Phase | None = strawberry.field(
        description="값의 단계(실적·계획 등) / Stage of the value, such as actual or planned"
    )
    record: strawberry.Private[corpus.SeriesPoint]

    @classmethod
    def from_record(cls, record: corpus.SeriesPoint) -> Self:
        """The point of a record."""
        return cls(
            year=record.year,
            value=exact(record.value),
            number=approximate(record.value),
            phase=None if record.phase is None else Phase[record.phase.name],
            record=record,
        )


@strawberry.type
class SeriesFields(Node):
    """A series without its points and links."""

    kind: FactKind = strawberry.field(description="사실의 종류 / Kind of its facts")
    name: str = strawberry.field(description="무엇의 흐름인가 / What it is the course of")
    unit: str | None = strawberry.field(
        description="모든 값의 단위, 알 수 없으면 null / Unit of every value, null where unknown"
    )
    conflicts: list[int] = strawberry.field(
        description=(
            "문서마다 같은 단계의 값이 다른 연도. 값은 모두 남긴다. / Years for which documents "
            "print different values in the same phase; each value is kept"
        )
    )
    record: strawberry.Private[corpus.Series]

    @classmethod
    def from_record(cls, record: corpus.Series) -> Self:
        """The series of a record."""
        return cls(
            id=strawberry.ID(record.id),
            kind=FactKind[record.kind.name],
            name=record.name,
            unit=record.unit,
            conflicts=list(record.conflicts),
            record=record,
        )
