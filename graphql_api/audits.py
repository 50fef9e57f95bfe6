"""What the public types of the arithmetic audit say of themselves, without their links."""

from __future__ import annotations

from typing import Self

import strawberry

import corpus
from graphql_api.records import Node, span_url
from graphql_api.values import ArithmeticRelation, AuditResult, Page, approximate, exact


@strawberry.type
class ArithmeticTermFields:
    """One figure of a reckoning without its link."""

    label: str = strawberry.field(description="무엇의 수치인가 / What the figure is of")
    raw_text: str = strawberry.field(description="인쇄된 그대로의 수치 / The figure as printed")
    value: str | None = strawberry.field(
        description=(
            "검산 단위로 읽은 정확한 십진수, 읽을 수 없으면 null / "
            "Exact decimal in the unit of the audit; null where it cannot be read in it"
        )
    )
    number: float | None = strawberry.field(description="수로 나타낸 값 / The value as a number")
    start: int = strawberry.field(description="정본 텍스트의 시작 / Start in the canonical text")
    end: int = strawberry.field(description="정본 텍스트의 끝 / End in the canonical text")
    url: str = strawberry.field(
        description="이 수치를 강조해 여는 주소 / Address of the viewer with the figure highlighted"
    )
    record: strawberry.Private[corpus.ArithmeticTerm]

    @classmethod
    def from_record(cls, record: corpus.ArithmeticTerm, document_id: str) -> Self:
        """The figure of a record, which stands in this document."""
        return cls(
            label=record.label,
            raw_text=record.raw_text,
            value=exact(record.value),
            number=approximate(record.value),
            start=record.start,
            end=record.end,
            url=span_url(document_id, record.start, record.end),
            record=record,
        )


@strawberry.type
class ArithmeticAuditFields(Node):
    """An audit without its figures and links."""

    name: str = strawberry.field(description="무엇을 검산했는가 / What the stated figure is of")
    fiscal_year: int | None = strawberry.field(description="회계연도 / Fiscal year")
    relation: ArithmeticRelation = strawberry.field(
        description="수치들이 맞아야 하는 관계 / How the figures must fit together"
    )
    result: AuditResult = strawberry.field(
        description=(
            "검산 결과. 어긋나도 고치지 않고 그대로 알린다. / "
            "What reckoning again shows; a contradiction is reported, never repaired"
        )
    )
    reason: str = strawberry.field(
        description=(
            "결과의 까닭(예: exact 정확히 일치, rounding 반올림, differs 불일치, "
            "open_list 열린 목록) / Code of the reason for the result"
        )
    )
    unit: str | None = strawberry.field(
        description="검산한 단위, 알 수 없으면 null / Unit of the reckoning, null where unknown"
    )
    computed: str | None = strawberry.field(
        description=(
            "항들로 다시 계산한 값(정확한 십진수) / "
            "What the terms give, as an exact decimal; null where it cannot be reckoned"
        )
    )
    difference: str | None = strawberry.field(
        description=(
            "인쇄된 값에서 계산한 값을 뺀 차이 / "
            "Stated less computed, as an exact decimal; null where it cannot be reckoned"
        )
    )
    expression: str = strawberry.field(
        description="인쇄된 수치로 쓴 계산식 / The reckoning, in figures as printed"
    )
    quote: str = strawberry.field(
        description="근거가 되는 말, 글자 그대로 / The words that print the figures, unchanged"
    )
    start: int = strawberry.field(description="정본 텍스트의 시작 / Start in the canonical text")
    end: int = strawberry.field(description="정본 텍스트의 끝 / End in the canonical text")
    page: Page | None = strawberry.field(description="쪽 / Page")
    url: str = strawberry.field(
        description="근거를 강조해 여는 주소 / Address of the viewer with the quote highlighted"
    )
    record: strawberry.Private[corpus.ArithmeticAudit]

    @classmethod
    def from_record(cls, record: corpus.ArithmeticAudit) -> Self:
        """The audit of a record."""
        return cls(
            id=strawberry.ID(record.id),
            name=record.name,
            fiscal_year=record.fiscal_year,
            relation=ArithmeticRelation[record.relation.name],
            result=AuditResult[record.result.name],
            reason=record.reason,
            unit=record.unit,
            computed=exact(record.computed),
            difference=exact(record.difference),
            expression=record.expression,
            quote=record.quote,
            start=record.start,
            end=record.end,
            page=Page.from_record(record.page),
            url=span_url(record.document_id, record.start, record.end),
            record=record,
        )
