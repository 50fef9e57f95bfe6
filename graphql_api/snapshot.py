"""The public account of a snapshot: what it was made from, and what was left out."""

from __future__ import annotations

from datetime import datetime

import strawberry

import corpus
import index


@strawberry.type(
    description="읽지 못해 제공하지 않는 파일과 그 까닭 / A source not served, and why"
)
class Excluded:
    """A file or catalogue row that could not be read."""

    source: str = strawberry.field(description="파일 이름 / Name of the source file")
    code: str = strawberry.field(description="까닭의 부호 / Code of the reason")
    message_ko: str = strawberry.field(description="까닭(한국어) / Reason in Korean")
    message_en: str = strawberry.field(description="까닭(영어) / Reason in English")

    @classmethod
    def from_record(cls, record: corpus.Excluded) -> Excluded:
        """The exclusion of a record."""
        return cls(
            source=record.source,
            code=record.code,
            message_ko=record.message_ko,
            message_en=record.message_en,
        )


@strawberry.type(description="종류마다의 수 / How many of each kind of record")
class Counts:
    """How much a snapshot holds."""

    documents: int = strawberry.field(description="문서 수 / Documents")
    sections: int = strawberry.field(description="구간 수 / Sections")
    passages: int = strawberry.field(description="구절 수 / Passages")
    facts: int = strawberry.field(description="데이터로 낸 사실 수 / Facts that are published")
    doubtful_facts: int = strawberry.field(
        description="확실하지 않아 내지 않은 사실 수 / Facts that a doubt keeps back"
    )
    arithmetic_audits: int = strawberry.field(description="검산 수 / Arithmetic audits")
    series: int = strawberry.field(description="시계열 수 / Series")


@strawberry.type(
    description="변하지 않는 스냅숏 / The immutable snapshot that every answer comes from"
)
class Snapshot:
    """The manifest of the snapshot that is served."""

    id: strawberry.ID = strawberry.field(description="스냅숏 식별자 / Id of the snapshot")
    format_version: int = strawberry.field(description="형식의 판 / Version of its format")
    built_at: datetime = strawberry.field(description="만든 때 / When it was built")
    corpus_digest: str = strawberry.field(description="문서 전체의 해시 / Hash of the whole corpus")
    model_name: str = strawberry.field(description="임베딩 모형 / Embedding model")
    model_revision: str = strawberry.field(description="모형의 판 / Revision of the model")
    counts: Counts = strawberry.field(description="담긴 기록의 수 / How much it holds")
    excluded: list[Excluded] = strawberry.field(
        description="제공하지 않는 파일과 그 까닭 / Sources that are not served, and why"
    )

    @classmethod
    def from_record(cls, record: index.Manifest) -> Snapshot:
        """The public part of a manifest."""
        return cls(
            id=strawberry.ID(record.snapshot_id),
            format_version=record.format_version,
            built_at=record.built_at,
            corpus_digest=record.corpus_digest,
            model_name=record.model_name,
            model_revision=record.model_revision,
            counts=Counts(
                documents=record.counts.get("documents", 0),
                sections=record.counts.get("sections", 0),
                passages=record.counts.get("passages", 0),
                facts=record.counts.get("facts", 0),
                doubtful_facts=record.counts.get("doubtful_facts", 0),
                arithmetic_audits=record.counts.get("arithmetic_audits", 0),
                series=record.counts.get("series", 0),
            ),
            excluded=[Excluded.from_record(one) for one in record.excluded],
        )
