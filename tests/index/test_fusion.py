"""Several rankings made into one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import FusionOptions, fuse

OPTIONS = FusionOptions()
RANKINGS = st.dictionaries(
    st.integers(0, 50), st.floats(0.01, 100, allow_nan=False), max_size=20
).map(lambda scores: sorted(scores.items(), key=lambda one: -one[1]))


def test_words_decide_and_vectors_break_what_they_leave_open() -> None:
    words, vectors = [(1, 10.0), (2, 10.0), (3, 5.0)], [(3, 0.9), (2, 0.85), (1, 0.8)]
    fused = fuse(words, words, vectors, OPTIONS)
    assert [one.row for one in fused] == [2, 1, 3]
    assert fused[0].score == pytest.approx(1 - OPTIONS.vector_weight * 0.5)
    assert (fused[0].lexical_rank, fused[0].vector_rank) == (2, 2)


def test_a_row_that_one_ranking_lacks_has_no_rank_there() -> None:
    (first, second) = fuse([(7, 3.0)], [], [(8, 0.5)], OPTIONS)
    assert (first.row, first.vector_rank, first.cosine) == (7, None, None)
    assert (second.row, second.lexical_rank, second.lexical_score) == (8, None, None)
    assert second.vector_rank == 1


def test_equal_scores_stand_in_the_order_of_their_rows() -> None:
    fused = fuse([(9, 1.0), (4, 1.0)], [], [], OPTIONS)
    assert [one.row for one in fused] == [4, 9]


def test_nothing_found_gives_nothing() -> None:
    assert fuse([], [], [], OPTIONS) == ()


def test_a_row_that_only_pairs_of_characters_find_is_found() -> None:
    (first, second) = fuse([(1, 9.0)], [(2, 4.0)], [], OPTIONS)
    assert (first.row, first.pair_share, second.row) == (1, 0.0, 2)
    assert second.pair_share == 1.0
    assert second.score == pytest.approx(OPTIONS.pair_weight)


@given(RANKINGS, RANKINGS, RANKINGS)
def test_scores_stay_between_0_and_1_and_fall(
    lexical: list[tuple[int, float]],
    pairs: list[tuple[int, float]],
    vectors: list[tuple[int, float]],
) -> None:
    fused = fuse(lexical, pairs, vectors, OPTIONS)
    scores = [one.score for one in fused]
    assert all(0 <= score <= 1 + 1e-9 for score in scores)
    assert scores == sorted(scores, reverse=True)
    rows = {row for ranking in (lexical, pairs, vectors) for row, _ in ranking}
    assert {one.row for one in fused} == rows
