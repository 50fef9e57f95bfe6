"""Where a figure or a sentence stands, ready to be kept beside it."""

from __future__ import annotations

from datetime import date

import strawberry

import corpus
from graphql_api.records import span_url
from graphql_api.values import Page


@strawberry.type(
    description=(
        "인용: 어느 문서의 어디에 무엇이라고 적혀 있는가 / "
        "A citation: which document says it, where, and in which words"
    )
)
class Citation:
    """All that is needed to follow a record back to its document, without another query."""

    url: str = strawberry.field(
        description=(
            "문서를 열어 해당 부분을 강조하는 주소, 이 서버 안의 경로 / "
            "Address that opens the document with the span highlighted; a path on this server"
        )
    )
    document_id: strawberry.ID = strawberry.field(description="문서의 식별자 / Id of the document")
    title: str = strawberry.field(description="문서의 제목 / Title of the document")
    source: str = strawberry.field(description="파일 이름 / Name of the source file")
    municipality: str | None = strawberry.field(description="지방자치단체 / Local government")
    publisher: str | None = strawberry.field(description="발행처 / Publisher")
    published_on: date | None = strawberry.field(description="발행일 / Date of publication")
    source_url: str | None = strawberry.field(
        description="원문 주소 / Address where it was published"
    )
    licence: str = strawberry.field(
        description="공공누리 유형(KOGL-1~4) 또는 unknown / KOGL type (KOGL-1 to 4) or unknown"
    )
    snapshot_id: str = strawberry.field(
        description="나온 스냅숏 / Id of the snapshot that it comes from"
    )
    quote: str | None = strawberry.field(
        description="근거가 되는 말 그대로, 구간이면 null / The words, unchanged; null of a section"
    )
    start: int = strawberry.field(description="정본 텍스트의 시작 / Start in the canonical text")
    end: int = strawberry.field(description="정본 텍스트의 끝 / End in the canonical text")
    page: Page | None = strawberry.field(description="쪽 / Page")
    number: int | None = strawberry.field(
        default=None,
        description="답 안의 인용 번호, 답이 아니면 null / Its number in an answer, else null",
    )
    section: list[str] | None = strawberry.field(
        default=None,
        description="답의 인용이면 위의 제목들 / Headings above it, of a citation in an answer",
    )

    @classmethod
    def of(
        cls,
        record: corpus.Section | corpus.Passage | corpus.Fact | corpus.ArithmeticAudit,
        document: corpus.Document,
        snapshot_id: str,
    ) -> Citation:
        """The citation of a record that stands in a document."""
        match record:
            case corpus.Passage(text=text):
                quote: str | None = text
            case corpus.Section():
                quote = None
            case _:
                quote = record.quote
        return cls(
            url=span_url(document.id, record.start, record.end),
            document_id=strawberry.ID(document.id),
            title=document.title,
            source=document.source,
            municipality=document.municipality,
            publisher=document.publisher,
            published_on=document.published_on,
            source_url=document.source_url,
            licence=document.licence,
            snapshot_id=snapshot_id,
            quote=quote,
            start=record.start,
            end=record.end,
            page=Page.from_record(record.page),
        )
