"""Rank the passages of one snapshot for a question: three rankings, fused, then a closer look."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from index.fusion import Fused, FusionOptions, fuse
from index.lexical import LexicalIndex
from index.rerank import Marks, RerankOptions, rerank
from index.sentences import SentenceVectors
from index.sequence import TermSequence, number
from index.types import Vectors
from index.vectors import Rows, VectorIndex
from index.words import pairs, words


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingOptions:
    """How the passages are ranked, in both steps."""

    fusion: FusionOptions = field(default_factory=FusionOptions)
    rerank: RerankOptions = field(default_factory=RerankOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """A question in every form that it is looked up in; None: in all documents and passages."""

    text: str
    vector: Vectors
    document_rows: tuple[int, ...] | None
    passage_rows: Rows | None


class Ranker:
    """The rankings of one snapshot, read together."""

    def __init__(
        self,
        *,
        lexical: LexicalIndex,
        vectors: VectorIndex,
        words_in_order: TermSequence,
        pairs_in_order: TermSequence,
        sentences: SentenceVectors,
        options: RankingOptions | None = None,
    ) -> None:
        self._lexical = lexical
        self._vectors = vectors
        self._words_in_order = words_in_order
        self._pairs_in_order = pairs_in_order
        self._sentences = sentences
        self._options = options or RankingOptions()

    def ranked(self, sought: Sought, limit: int) -> tuple[Fused, ...]:
        """The best rows for a question, at most `limit`, best first."""
        fused, marks = self.marked(sought, limit)
        return rerank(fused, marks, self._options.rerank)[:limit]

    def marked(self, sought: Sought, limit: int) -> tuple[tuple[Fused, ...], tuple[Marks, ...]]:
        """The rows of the first ranking, and the marks of those that are looked at again."""
        depth = max(self._options.fusion.candidates, limit)
        asked, asked_pairs = words(sought.text), pairs(sought.text)
        narrowed = sought.document_rows
        fused = fuse(
            self._lexical.search(asked, depth, document_rows=narrowed),
            self._lexical.search_pairs(asked_pairs, depth, document_rows=narrowed),
            self._vectors.search(sought.vector, depth, rows=sought.passage_rows),
            self._options.fusion,
            max(limit, self._options.rerank.depth),
        )
        looked_at = fused[: self._options.rerank.depth]
        return fused, self._marks(looked_at, asked, asked_pairs, sought.vector)

    def _marks(
        self,
        fused: Sequence[Fused],
        asked: Sequence[str],
        asked_pairs: Sequence[str],
        vector: Vectors,
    ) -> tuple[Marks, ...]:
        if not fused:
            return ()
        options = self._options.rerank
        weights = self._rarity(self._lexical.document_frequency(self._distinct(asked)))
        pair_weights = self._rarity(self._lexical.pair_frequency(self._distinct(asked_pairs)))
        cosines = self._vectors.cosines(vector, np.array([one.row for one in fused]))
        nearest = [
            cosine if sentence is None else sentence
            for cosine, sentence in (
                (float(cosine), self._sentences.nearest(vector, one.row))
                for one, cosine in zip(fused, cosines, strict=True)
            )
        ]
        rows = [one.row for one in fused]
        in_order, pairs_in_order = self._words_in_order, self._pairs_in_order
        windows = in_order.coverages(rows, weights, reach=options.window - 1, window=options.window)
        pair_windows = pairs_in_order.coverages(
            rows, pair_weights, reach=options.pair_window - 1, window=options.pair_window
        )
        own = in_order.coverages(rows, weights, reach=0)
        neighbourhoods = in_order.coverages(rows, weights, reach=options.reach)
        return tuple(
            Marks(
                words=one.word_share,
                pairs=one.pair_share,
                vector=one.vector_share,
                window=window,
                pair_window=pair_window,
                neighbourhood=neighbourhood,
                sentence=sentence,
                passage=passage,
                cosine=cosine,
            )
            for one, window, pair_window, neighbourhood, sentence, passage, cosine in zip(
                fused,
                windows,
                pair_windows,
                neighbourhoods,
                _between(nearest),
                own,
                _between(cosines.tolist()),
                strict=True,
            )
        )

    def _distinct(self, asked: Sequence[str]) -> list[str]:
        return list(dict.fromkeys(asked))[: self._lexical.most_words]

    def _rarity(self, frequency: Mapping[str, int]) -> dict[int, float]:
        """The inverse document frequency of each term of a question, by the term's number."""
        passages = self._vectors.size
        return {
            number(term): math.log(1 + (passages - count + 0.5) / (count + 0.5))
            for term, count in frequency.items()
        }


def _between(cosines: Sequence[float]) -> list[float]:
    """How each stands between the lowest and the highest: a cosine means little by itself."""
    lowest, span = min(cosines), max(cosines) - min(cosines)
    return [(one - lowest) / span if span > 0 else 1.0 for one in cosines]
