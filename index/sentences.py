"""The vectors of single sentences, for passages that hold several: the nearest one counts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.errors import SnapshotError
from index.types import Vectors

Places = npt.NDArray[np.int64]


def write_sentences(
    vectors_path: Path, starts_path: Path, vectors: Vectors, counts: Sequence[int]
) -> None:
    """Unit vectors, shape (sentences, dimension), and how many belong to each passage, by row.

    Half precision: a cosine is true to three digits, and the file half as large.
    """
    np.save(vectors_path, vectors.astype(np.float16), allow_pickle=False)
    np.save(starts_path, np.concatenate(([0], np.cumsum(counts))).astype(np.int64))


class SentenceVectors:
    """The sentence vectors of one snapshot's passages; read from disk as they are needed."""

    def __init__(self, vectors_path: Path, starts_path: Path, *, passages: int) -> None:
        try:
            self._vectors = np.load(vectors_path, mmap_mode="r", allow_pickle=False)
            self._starts: Places = np.load(starts_path, allow_pickle=False)
            if len(self._starts) != passages + 1 or self._starts[-1] != len(self._vectors):
                raise ValueError("another number of passages")
        except (OSError, ValueError, EOFError) as error:
            raise SnapshotError(
                "snapshot_damaged",
                f"문장 벡터 파일 {vectors_path.name}을(를) 읽을 수 없습니다."
                " 색인을 다시 만들어 주세요.",
                f"The sentence vectors {vectors_path.name} cannot be read; build the index again.",
            ) from error

    def nearest(self, query: Vectors, row: int) -> float | None:
        """The highest cosine of a sentence of the passage with the query, shape (dimension,).

        None for a passage of a single sentence: its own vector says it all.
        """
        first, last = int(self._starts[row]), int(self._starts[row + 1])
        if first == last:
            return None
        return float(np.max(self._vectors[first:last].astype(np.float32) @ query))
