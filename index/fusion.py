"""Several rankings made into one: a weighted sum of scores, each stretched to 0..1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Ranking = Sequence[tuple[int, float]]
"""Rows with their scores, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FusionOptions:
    """How much each ranking counts, and how far down it is read."""

    vector_weight: float = 0.253
    """Share of the vectors. Measured: 0.2 to 0.4 is a plateau that beats either ranking alone,
    whereas reciprocal rank fusion with equal weights falls below the words alone. This value and
    that of the pairs were found by `python -m tests.evaluation.learn`."""

    pair_weight: float = 0.259
    """Share of the pairs of characters. They find what the analyser cuts in two ways and what is
    misspelt, which the words miss; alone they are the weaker ranking."""

    candidates: int = 200
    """How many rows each ranking gives. Well beyond the 30 that hold every right answer measured,
    so that a row that is far down in one ranking still gets its true score there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fused:
    """A row in the common ranking, with what each ranking said of it (None: not in it).

    The shares are the scores of the three rankings, each stretched to 0..1.
    """

    row: int
    score: float
    word_share: float
    pair_share: float
    vector_share: float
    lexical_rank: int | None
    vector_rank: int | None
    lexical_score: float | None
    cosine: float | None


def fuse(
    lexical: Ranking,
    pairs: Ranking,
    vectors: Ranking,
    options: FusionOptions,
    most: int | None = None,
) -> tuple[Fused, ...]:
    """The rows of all rankings, `most` at most, best first; rows that score the same in order.

    A score is stretched between the lowest and the highest of its ranking; a row that
    a ranking does not hold counts 0 there. Scores are in 0..1.
    """
    lexical_scores, vector_scores = dict(lexical), dict(vectors)
    lexical_ranks, vector_ranks = _ranks(lexical), _ranks(vectors)
    # No word in common is a true zero for BM25; the lowest cosine of a ranking means nothing.
    word_shares = _stretched(lexical_scores, lowest=0.0)
    pair_shares = _stretched(dict(pairs), lowest=0.0)
    vector_shares = _stretched(vector_scores, lowest=min(vector_scores.values(), default=0.0))
    word_weight = 1 - options.pair_weight - options.vector_weight
    scores = {
        row: word_weight * word_shares.get(row, 0.0)
        + options.pair_weight * pair_shares.get(row, 0.0)
        + options.vector_weight * vector_shares.get(row, 0.0)
        for row in word_shares.keys() | pair_shares.keys() | vector_shares.keys()
    }
    return tuple(
        Fused(
            row=row,
            score=scores[row],
            word_share=word_shares.get(row, 0.0),
            pair_share=pair_shares.get(row, 0.0),
            vector_share=vector_shares.get(row, 0.0),
            lexical_rank=lexical_ranks.get(row),
            vector_rank=vector_ranks.get(row),
            lexical_score=lexical_scores.get(row),
            cosine=vector_scores.get(row),
        )
        for row in sorted(scores, key=lambda row: (-scores[row], row))[:most]
    )


def _ranks(ranking: Ranking) -> dict[int, int]:
    return {row: rank for rank, (row, _) in enumerate(ranking, start=1)}


def _stretched(scores: Mapping[int, float], *, lowest: float) -> dict[int, float]:
    span = max(scores.values(), default=0.0) - lowest
    if span <= 0:
        return dict.fromkeys(scores, 1.0)
    return {row: (score - lowest) / span for row, score in scores.items()}
