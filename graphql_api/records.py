"""What each public type says of itself, field for field as the record holds it.

The links between the types are added in `types.py`.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Self
from urllib.parse import quote as url_quote

import strawberry

import corpus
from graphql_api.values import (
    BigInt,
    Doubt,
    FactKind,
    FactValue,
    Page,
    Period,
    approximate,
    exact,
)


def document_url(document_id: str) -> str:
    """The address of the document viewer."""
    return f"/documents/{url_quote(document_id)}"


def span_url(document_id: str, start: int, end: int) -> str:
    """The address of the document viewer with a span highlighted."""
    return f"{document_url(document_id)}?from={start}&to={end}#cited"


@strawberry.interface(
    description="식별자로 다시 찾을 수 있는 것 / Anything that can be fetched again by its id"
)
class Node:
    """What `node` and `nodes` give."""

    id: strawberry.ID = strawberry.field(
        description="오래가는 식별자 / Lasting, readable identifier"
    )

    @strawberry.field(description="이 답이 나온 스냅숏 / The snapshot that this answer comes from")
    def snapshot_id(self, info: strawberry.Info[Any, None]) -> str:
        """The snapshot's id."""
        found: str = info.context.records.snapshot_id
        return found


@strawberry.type
class DocumentFields(Node):
    """A document without its links."""

    source: str = strawberry.field(description="파일 이름 / Name of the source file")
    title: str = strawberry.field(description="제목 / Title")
    publisher: str | None = strawberry.field(description="발행처 / Publisher")
    document_type: str = strawberry.field(
        description="문서 종류(예: plan, fiscal_plan) / Type of document, such as plan"
    )
    fiscal_years: list[int] = strawberry.field(
        description="다루는 회계연도 / Fiscal years that it covers"
    )
    published_on: date | None = strawberry.field(description="발행일 / Date of publication")
    source_url: str | None = strawberry.field(
        description="원문 주소 / Address where it was published"
    )
    licence: str = strawberry.field(
        description="공공누리 유형(KOGL-1~4) 또는 unknown / KOGL type (KOGL-1 to 4) or unknown"
    )
    language: str = strawberry.field(description="언어(ISO 639) / Language, ISO 639")
    sha256: str = strawberry.field(description="원본 파일의 SHA-256 / SHA-256 of the source file")
    is_digest: bool = strawberry.field(
        description="원문이 아니라 요약본인가 / Whether this is a digest, not the original"
    )
    is_truncated: bool = strawberry.field(
        description="원본이 중간에 끊겼는가 / Whether the source is cut off"
    )
    inferred: list[str] = strawberry.field(
        description="목록에 없어 추정한 항목 / Fields that were inferred, not catalogued"
    )
    url: str = strawberry.field(description="문서를 보는 주소 / Address of the document viewer")
    text_url: str = strawberry.field(
        description=(
            "모든 start·end가 가리키는 정본 텍스트의 주소 / "
            "Address of the canonical text, into which every start and end points"
        )
    )
    record: strawberry.Private[corpus.Document]

    @classmethod
    def from_record(cls, record: corpus.Document) -> Self:
        """The document of a record."""
        return cls(
            id=strawberry.ID(record.id),
            source=record.source,
            title=record.title,
            publisher=record.publisher,
            document_type=record.document_type,
            fiscal_years=list(record.fiscal_years),
            published_on=record.published_on,
            source_url=record.source_url,
            licence=record.licence,
            language=record.language,
            sha256=record.sha256,
            is_digest=record.is_digest,
            is_truncated=record.is_truncated,
            inferred=list(record.inferred),
            url=document_url(record.id),
            text_url=f"{document_url(record.id)}.txt",
            record=record,
        )


@strawberry.type
class StretchFields(Node):
    """What sections and passages have in common: a place in a document."""

    heading_path: list[str] = strawberry.field(
        description="위에서부터의 제목과 상위 항목 / Headings and bullets above it, from the top"
    )
    order: int = strawberry.field(description="문서 안의 순서 / Place in the document")
    start: int = strawberry.field(description="정본 텍스트의 시작 / Start in the canonical text")
    end: int = strawberry.field(description="정본 텍스트의 끝 / End in the canonical text")
    page: Page | None = strawberry.field(description="쪽 / Page")
    url: str = strawberry.field(
        description="해당 부분을 강조해 여는 주소 / Address of the viewer with it highlighted"
    )


@strawberry.type
class SectionFields(StretchFields):
    """A section without its links."""

    heading: str = strawberry.field(
        description="구간의 제목, 첫 제목 앞이면 빈 글 / Its own heading, empty before the first"
    )
    record: strawberry.Private[corpus.Section]

    @classmethod
    def from_record(cls, record: corpus.Section) -> Self:
        """The section of a record."""
        return cls(
            id=strawberry.ID(record.id),
            heading=record.heading,
            heading_path=list(record.heading_path),
            order=record.order,
            start=record.start,
            end=record.end,
            page=Page.from_record(record.page),
            url=span_url(record.document_id, record.start, record.end),
            record=record,
        )


@strawberry.type
class PassageFields(StretchFields):
    """A passage without its links."""

    text: str = strawberry.field(description="구절, 글자 그대로 / The words, exactly as they stand")
    digest: str = strawberry.field(
        description="글의 해시. 같은 글이면 어디서나 같다. / Hash of the text, the same anywhere"
    )
    record: strawberry.Private[corpus.Passage]

    @classmethod
    def from_record(cls, record: corpus.Passage) -> Self:
        """The passage of a record."""
        return cls(
            id=strawberry.ID(record.id),
            text=record.text,
            heading_path=list(record.heading_path),
            order=record.order,
            start=record.start,
            end=record.end,
            page=Page.from_record(record.page),
            digest=record.digest,
            url=span_url(record.document_id, record.start, record.end),
            record=record,
        )


@strawberry.type
class FactFields(Node):
    """A fact without its links."""

    kind: FactKind = strawberry.field(description="종류 / Kind")
    name: str = strawberry.field(description="무엇에 관한 사실인가 / What it is about")
    fiscal_year: int | None = strawberry.field(description="회계연도 / Fiscal year")
    value: str | None = strawberry.field(
        description=(
            "대표값: 정확한 십진수 또는 인쇄된 등급·비율, 없으면 0이 아니라 null / Headline value: "
            "exact decimal, or a grade or ratio as printed; null, not zero, where none is"
        )
    )
    number: float | None = strawberry.field(
        description="수로 나타낸 대표값, 등급이면 null / Headline value as a number, not for grades"
    )
    unit: str | None = strawberry.field(
        description="단위, 알 수 없으면 null / Unit, null where unknown"
    )
    amount_krw: BigInt | None = strawberry.field(
        description="금액(원 단위 정수) / Amount in whole won"
    )
    comparator: str | None = strawberry.field(
        description=(
            "기준값이면 at_least, at_most, more_than, less_than(이상·이하·초과·미만) / "
            "Set when the value is a threshold, not a sum spent"
        )
    )
    account: str | None = strawberry.field(
        description="회계(예: general_account 일반회계) / Account, by its code name"
    )
    funding_source: str | None = strawberry.field(
        description="재원(예: national 국비, city 시비) / Source of funds, by its code name"
    )
    raw_text: str = strawberry.field(description="인쇄된 그대로의 값 / The value as printed")
    values: list[FactValue] = strawberry.field(
        description="해마다의 값 / The course of the value over the years"
    )
    period: Period | None = strawberry.field(description="기간 / Period")
    organisation: str | None = strawberry.field(
        description="소관부서 또는 기관 / Responsible department or organisation"
    )
    quote: str = strawberry.field(
        description="근거가 되는 말, 글자 그대로 / The words that state it, exactly as they stand"
    )
    start: int = strawberry.field(description="정본 텍스트의 시작 / Start in the canonical text")
    end: int = strawberry.field(description="정본 텍스트의 끝 / End in the canonical text")
    page: Page | None = strawberry.field(description="쪽 / Page")
    flags: list[str] = strawberry.field(
        description="주의 표시(예: 원문의 모순) / Warnings, such as a source contradicting itself"
    )
    doubts: list[Doubt] = strawberry.field(
        description=(
            "확실하지 않은 것. 있으면 데이터로 내지 않는다. / "
            "What is not certain of it; with any of these it is not published as data"
        )
    )
    url: str = strawberry.field(
        description="근거를 강조해 여는 주소 / Address of the viewer with the quote highlighted"
    )
    record: strawberry.Private[corpus.Fact]

    @classmethod
    def from_record(cls, record: corpus.Fact) -> Self:
        """The fact of a record."""
        return cls(
            id=strawberry.ID(record.id),
            kind=FactKind[record.kind.name],
            name=record.name,
            fiscal_year=record.fiscal_year,
            value=exact(record.value),
            number=approximate(record.value),
            unit=record.unit,
            amount_krw=None if record.amount_krw is None else BigInt(record.amount_krw),
            comparator=record.comparator,
            account=record.account,
            funding_source=record.funding_source,
            raw_text=record.raw_text,
            values=[FactValue.from_record(one) for one in record.values],
            period=Period.from_record(record.period),
            organisation=record.organisation,
            quote=record.quote,
            start=record.start,
            end=record.end,
            page=Page.from_record(record.page),
            flags=list(record.flags),
            doubts=[Doubt.from_code(code) for code in record.doubts],
            url=span_url(record.document_id, record.start, record.end),
            record=record,
        )
