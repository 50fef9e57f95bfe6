"""The vectors of single sentences."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.errors import SnapshotError
from index.sentences import SentenceVectors, write_sentences

VECTORS = np.array([[1, 0], [0.6, 0.8], [0, 1]], dtype=np.float32)
QUERY = np.array([0, 1], dtype=np.float32)


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, Path]:
    found = tmp_path / "sentences.npy", tmp_path / "starts.npy"
    write_sentences(*found, VECTORS, [2, 0, 1])
    return found


def test_the_nearest_sentence_of_the_passage_counts(paths: tuple[Path, Path]) -> None:
    sentences = SentenceVectors(*paths, passages=3)
    assert sentences.nearest(QUERY, 0) == pytest.approx(0.8, abs=1e-3)
    assert sentences.nearest(QUERY, 2) == pytest.approx(1.0)


def test_a_passage_of_one_sentence_has_none_of_its_own(paths: tuple[Path, Path]) -> None:
    assert SentenceVectors(*paths, passages=3).nearest(QUERY, 1) is None


def test_vectors_of_other_passages_are_refused(paths: tuple[Path, Path]) -> None:
    with pytest.raises(SnapshotError, match="cannot be read"):
        SentenceVectors(*paths, passages=4)
    np.save(paths[0], VECTORS[:2].astype(np.float16))
    with pytest.raises(SnapshotError, match="cannot be read"):
        SentenceVectors(*paths, passages=3)
    paths[0].write_bytes(b"")
    with pytest.raises(SnapshotError, match="cannot be read"):
        SentenceVectors(*paths, passages=3)


def test_a_corpus_without_long_passages_has_no_sentences(tmp_path: Path) -> None:
    found = tmp_path / "sentences.npy", tmp_path / "starts.npy"
    write_sentences(*found, VECTORS[:0], [0, 0])
    assert SentenceVectors(*found, passages=2).nearest(QUERY, 0) is None
