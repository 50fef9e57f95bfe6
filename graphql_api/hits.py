"""What a search finds: passages, and why each was found."""

from __future__ import annotations

import strawberry

import index
from graphql_api.types import Passage


@strawberry.type(description="검색으로 찾은 구절 / A passage that a search found")
class Hit:
    """A passage and why it was found."""

    passage: Passage = strawberry.field(description="찾은 구절 / The passage")
    score: float = strawberry.field(
        description="합친 점수(0~1, 클수록 가깝다) / Fused score from 0 to 1, higher is nearer"
    )
    lexical_rank: int | None = strawberry.field(
        description="낱말 검색 순위, 1부터 / Rank by words, from 1; null when not found by it"
    )
    vector_rank: int | None = strawberry.field(
        description="의미 검색 순위, 1부터 / Rank by meaning, from 1; null when not found by it"
    )
    lexical_score: float | None = strawberry.field(
        description="낱말 검색 점수(BM25) / Score by words, BM25"
    )
    cosine: float | None = strawberry.field(
        description="의미의 코사인 유사도 / Cosine similarity of meaning"
    )

    @classmethod
    def from_record(cls, record: index.Hit) -> Hit:
        """The hit of a record."""
        return cls(
            passage=Passage.from_record(record.passage),
            score=record.score,
            lexical_rank=record.lexical_rank,
            vector_rank=record.vector_rank,
            lexical_score=record.lexical_score,
            cosine=record.cosine,
        )
