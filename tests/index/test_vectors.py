"""Ranking by meaning."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.errors import SnapshotError
from index.types import Vectors
from index.vectors import VectorIndex, write_vectors


@pytest.fixture(scope="module")
def matrix() -> Vectors:
    random = np.random.default_rng(7)
    vectors: Vectors = random.standard_normal((50, 16)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors


@pytest.fixture
def vectors(matrix: Vectors, tmp_path: Path) -> VectorIndex:
    write_vectors(tmp_path / "vectors.faiss", matrix)
    return VectorIndex(tmp_path / "vectors.faiss")


def test_the_nearest_rows_come_first_with_their_cosines(
    vectors: VectorIndex, matrix: Vectors
) -> None:
    found = vectors.search(matrix[3], 5)
    expected = np.argsort(-(matrix @ matrix[3]))[:5]
    assert [row for row, _ in found] == expected.tolist()
    assert found[0][1] == pytest.approx(1.0, abs=1e-5)


def test_among_some_rows_the_search_is_exact(vectors: VectorIndex, matrix: Vectors) -> None:
    rows = np.array([40, 2, 17])
    found = vectors.search(matrix[3], 2, rows=rows)
    cosines = {int(row): float(matrix[row] @ matrix[3]) for row in rows}
    expected = sorted(cosines, key=lambda row: -cosines[row])[:2]
    assert [row for row, _ in found] == expected
    assert dict(found) == pytest.approx({row: cosines[row] for row in expected}, abs=1e-6)


def test_asking_for_more_than_there_is_gives_what_there_is(
    vectors: VectorIndex, matrix: Vectors
) -> None:
    assert len(vectors.search(matrix[0], 500)) == 50
    assert len(vectors.search(matrix[0], 500, rows=np.array([1, 2]))) == 2
    assert vectors.search(matrix[0], 5, rows=np.array([], dtype=np.int64)) == []


def test_no_vectors_are_a_valid_index(tmp_path: Path) -> None:
    write_vectors(tmp_path / "empty.faiss", np.zeros((0, 16), dtype=np.float32))
    assert VectorIndex(tmp_path / "empty.faiss").search(np.zeros(16, dtype=np.float32), 5) == []


def test_a_file_that_is_not_an_index_is_refused(tmp_path: Path) -> None:
    (tmp_path / "vectors.faiss").write_bytes(b"not an index")
    with pytest.raises(SnapshotError, match="build the index again"):
        VectorIndex(tmp_path / "vectors.faiss")
