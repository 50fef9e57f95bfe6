"""The second ranking: the best rows of the first, looked at more closely.

The first ranking compares whole passages and sections with the question. The second also asks of
each row how much of the question stands together in few words, how much in the passage and in its
neighbourhood, how near it comes to the question in meaning among the rows that are looked at, and
how near its nearest sentence comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from index.fusion import Fused

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class RerankOptions:
    """How many rows are looked at again, how far around them, and what each mark counts.

    The weights were found by `python -m tests.evaluation.learn`.
    """

    depth: int = 50
    """Rows of the first ranking that are looked at; the right one was among 30 in every set that
    was measured, and a row costs a twentieth of a millisecond."""

    window: int = 15
    """Words that 'together' means: about a sentence. 8 to 25 words do nearly as well."""

    pair_window: int = 80
    """Pairs of characters that are 'together': two or three lines. 40 do nearly as well."""

    reach: int = 200
    """Words of the document before and after a passage that are its neighbourhood: a page."""

    word_weight: float = 0.077
    pair_weight: float = 0.035
    vector_weight: float = 0.0
    """Learned to be 0 beside the cosine's: where a row stands among those that are looked at says
    all that its place among the nearest of all does."""

    window_weight: float = 0.09
    pair_window_weight: float = 0.207
    neighbourhood_weight: float = 0.171
    sentence_weight: float = 0.173
    passage_weight: float = 0.131
    cosine_weight: float = 0.116

    def weights(self) -> Matrix:
        """The weights in the order of the marks."""
        return np.array(
            [
                self.word_weight,
                self.pair_weight,
                self.vector_weight,
                self.window_weight,
                self.pair_window_weight,
                self.neighbourhood_weight,
                self.sentence_weight,
                self.passage_weight,
                self.cosine_weight,
            ]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What speaks for one row, each 0..1: the three first rankings, then the closer look.

    `vector` and `cosine` say the same of a row in two ways: where it stands among the nearest rows
    of all, 0 beyond them, and where it stands among the rows that are looked at.
    """

    words: float
    pairs: float
    vector: float
    window: float
    pair_window: float
    neighbourhood: float
    sentence: float
    passage: float
    cosine: float

    def values(self) -> tuple[float, ...]:
        """The marks in the order of the weights."""
        return (
            self.words,
            self.pairs,
            self.vector,
            self.window,
            self.pair_window,
            self.neighbourhood,
            self.sentence,
            self.passage,
            self.cosine,
        )


def rerank(
    fused: Sequence[Fused], marks: Sequence[Marks], options: RerankOptions
) -> tuple[Fused, ...]:
    """The rows in their new order: those with marks, which are the first, then the others.

    A score stays in 0..1: 1 is a row that is the best of all in every respect. The rows that were
    not looked at keep their order and stand below.
    """
    if not marks:
        return tuple(fused)
    weights = options.weights()
    values = np.array([one.values() for one in marks])
    highest = float(values.max(axis=0) @ weights)
    scores = (values @ weights) / highest if highest > 0 else np.zeros(len(marks))
    looked_at = [
        replace(one, score=min(1.0, float(score)))
        for one, score in zip(fused[: len(marks)], scores, strict=True)
    ]
    looked_at.sort(key=lambda one: (-one.score, one.row))
    lowest = looked_at[-1].score
    rest = [replace(one, score=min(one.score, lowest)) for one in fused[len(marks) :]]
    return (*looked_at, *rest)
