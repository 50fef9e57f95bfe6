"""The second ranking."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.fusion import Fused, FusionOptions, fuse
from index.rerank import Marks, RerankOptions, rerank

OPTIONS = RerankOptions()
NOTHING = Marks(
    words=0.0,
    pairs=0.0,
    vector=0.0,
    window=0.0,
    pair_window=0.0,
    neighbourhood=0.0,
    sentence=0.0,
    passage=0.0,
    cosine=0.0,
)


def rows(*scores: float) -> tuple[Fused, ...]:
    return fuse(list(enumerate(scores)), [], [], FusionOptions())


def test_there_is_a_weight_for_every_mark_and_none_is_below_0() -> None:
    weights = OPTIONS.weights()
    assert len(weights) == len(NOTHING.values()) == len(Marks.__dataclass_fields__)
    assert weights.min() >= 0
    assert weights.sum() == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("place", range(len(Marks.__dataclass_fields__)))
def test_each_mark_is_counted_with_its_own_weight(place: int) -> None:
    name = [*Marks.__dataclass_fields__][place]
    weight = OPTIONS.weights()[place]
    full = Marks(**dict.fromkeys(Marks.__dataclass_fields__, 1.0))
    (first, second) = rerank(rows(2.0, 1.0), (full, replace(NOTHING, **{name: 1.0})), OPTIONS)
    assert second.score == pytest.approx(weight / OPTIONS.weights().sum())
    assert first.score == pytest.approx(1.0)


def test_what_stands_together_overtakes_what_was_first() -> None:
    best = replace(NOTHING, words=1.0)
    together = replace(NOTHING, words=0.8, window=1.0)
    found = rerank(rows(2.0, 1.6), (best, together), OPTIONS)
    assert [one.row for one in found] == [1, 0]


def test_rows_that_were_not_looked_at_stay_below_in_their_order() -> None:
    marks = (replace(NOTHING, words=0.1), replace(NOTHING, window=1.0))
    found = rerank(rows(4.0, 3.0, 2.0, 1.0), marks, OPTIONS)
    assert [one.row for one in found] == [1, 0, 2, 3]
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_without_any_mark_the_order_is_that_of_the_rows() -> None:
    found = rerank(rows(2.0, 1.0), (NOTHING, NOTHING), OPTIONS)
    assert [(one.row, one.score) for one in found] == [(0, 0.0), (1, 0.0)]
    assert rerank((), (), OPTIONS) == ()
