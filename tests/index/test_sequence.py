"""The terms of every passage in reading order."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import SnapshotError
from index.lexical import PassageTerms, Terms
from index.sequence import TermSequence, _best_window, number, write_sequence

TITLE = Terms(words=("제목",), pairs=("제목",))
HEADING = Terms(words=("머리",), pairs=("머리",))


def passage(document_row: int, *words: str) -> PassageTerms:
    return PassageTerms(
        section_row=0,
        document_row=document_row,
        above=(TITLE, HEADING),
        own=Terms(words=words, pairs=("쌍",)),
    )


PASSAGES = (
    passage(0, "가", "나", "다"),
    passage(0, "라", "마", "바"),
    passage(1, "사", "가"),
)


@pytest.fixture
def sequence(tmp_path: Path) -> TermSequence:
    write_sequence(tmp_path / "words.npz", PASSAGES, "words")
    return TermSequence(tmp_path / "words.npz", np.array([0, 0, 1]))


def asked(**weights: float) -> dict[int, float]:
    return {number(word): weight for word, weight in weights.items()}


def coverage(
    sequence: TermSequence,
    row: int,
    weights: dict[int, float],
    *,
    reach: int,
    window: int | None = None,
) -> float:
    """The coverage of one row, which no other row beside it may change."""
    rows = [row, *range(len(PASSAGES))]
    return sequence.coverages(rows, weights, reach=reach, window=window)[0]


def test_words_that_stand_together_count_for_more(sequence: TermSequence) -> None:
    weights = asked(가=1.0, 다=1.0)
    assert coverage(sequence, 0, weights, reach=0, window=3) == 1.0
    assert coverage(sequence, 0, weights, reach=0, window=2) == 0.5


def test_rare_words_count_for_more(sequence: TermSequence) -> None:
    assert coverage(sequence, 0, asked(가=3.0, 없다=1.0), reach=0, window=5) == 0.75


def test_a_window_reaches_into_the_next_passage_but_no_further(sequence: TermSequence) -> None:
    weights = asked(다=1.0, 라=1.0, 바=2.0)
    assert coverage(sequence, 0, weights, reach=1, window=2) == 0.5
    assert coverage(sequence, 0, weights, reach=0, window=2) == 0.25


def test_a_neighbourhood_ends_with_its_document(sequence: TermSequence) -> None:
    assert coverage(sequence, 1, asked(가=1.0, 바=1.0), reach=100) == 1.0
    assert coverage(sequence, 2, asked(가=1.0, 바=1.0), reach=100) == 0.5
    assert coverage(sequence, 1, asked(사=1.0), reach=100) == 0.0


def test_a_heading_stands_once_before_what_is_under_it(sequence: TermSequence) -> None:
    weights = asked(제목=1.0, 머리=1.0)
    assert coverage(sequence, 0, weights, reach=0) == 1.0
    assert coverage(sequence, 1, weights, reach=0) == 0.0
    assert coverage(sequence, 1, weights, reach=10) == 1.0
    assert coverage(sequence, 2, weights, reach=0) == 1.0


def test_pairs_are_kept_the_same_way(tmp_path: Path) -> None:
    write_sequence(tmp_path / "pairs.npz", PASSAGES, "pairs")
    pairs = TermSequence(tmp_path / "pairs.npz", np.array([0, 0, 1]))
    assert coverage(pairs, 1, asked(쌍=1.0, 마=1.0), reach=0) == 0.5


def test_a_question_without_words_is_met_by_nothing(sequence: TermSequence) -> None:
    assert coverage(sequence, 0, {}, reach=5, window=5) == 0.0


def test_rows_are_covered_each_by_itself_in_the_order_asked(sequence: TermSequence) -> None:
    weights = asked(가=1.0, 라=1.0)
    for window in (None, 2):
        covered = sequence.coverages([1, 0, 2, 1], weights, reach=0, window=window)
        assert covered == [0.5, 0.5, 0.5, 0.5]
    assert sequence.coverages([2, 0], asked(사=1.0), reach=0) == [1.0, 0.0]
    assert sequence.coverages([], weights, reach=0) == []


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "words.npz").write_bytes(b"nothing")
    with pytest.raises(SnapshotError, match="cannot be read"):
        TermSequence(tmp_path / "words.npz", np.array([0]))
    write_sequence(tmp_path / "words.npz", PASSAGES, "words")
    with pytest.raises(SnapshotError, match="cannot be read"):
        TermSequence(tmp_path / "words.npz", np.array([0]))


@given(
    st.lists(st.integers(0, 5), max_size=30),
    st.integers(1, 12),
)
def test_the_sweep_finds_what_trying_every_window_finds(words: list[int], window: int) -> None:
    weights = {word: 1.0 + word for word in range(4)}
    matches = [(place, word) for place, word in enumerate(words) if word in weights]
    tried = [
        sum(weights[word] for word in {*words[start : start + window]} if word in weights)
        for start in range(len(words))
    ]
    assert _best_window(matches, weights, window) == pytest.approx(max(tried, default=0.0))
