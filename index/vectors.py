"""Ranking by meaning: exact inner products over unit vectors (FAISS, flat).

Exact search is the right choice up to about 200,000 passages (15 ms for 100,000). Narrowed to some
documents, only their rows are compared, which is both exact and a hundred times faster.
"""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
import numpy.typing as npt

from index.errors import SnapshotError
from index.types import Vectors

Rows = npt.NDArray[np.int64]


def write_vectors(path: Path, vectors: Vectors) -> None:
    """Unit vectors, shape (passages, dimension), into a new file; row i is passage i."""
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(np.ascontiguousarray(vectors, dtype=np.float32))
    faiss.write_index(index, str(path))


class VectorIndex:
    """The vectors of one snapshot's passages."""

    def __init__(self, path: Path) -> None:
        try:
            index = faiss.read_index(str(path))
            if not isinstance(index, faiss.IndexFlatIP):
                raise RuntimeError(f"not a flat index but {type(index).__name__}")
        except RuntimeError as error:
            raise SnapshotError(
                "snapshot_damaged",
                f"벡터 파일 {path.name}을(를) 읽을 수 없습니다. 색인을 다시 만들어 주세요.",
                f"The vector file {path.name} cannot be read; build the index again.",
            ) from error
        self._index = index
        self.size: int = self._index.ntotal
        self.dimension: int = self._index.d
        # The index's own memory, seen as a matrix: no second copy is made.
        self._matrix: Vectors = faiss.rev_swig_ptr(
            self._index.get_xb(), self.size * self.dimension
        ).reshape(self.size, self.dimension)

    def search(
        self, query: Vectors, limit: int, *, rows: Rows | None = None
    ) -> list[tuple[int, float]]:
        """The nearest rows with their cosines, best first; with `rows`, among these alone.

        `query` is one unit vector, shape (dimension,).
        """
        limit = min(limit, self.size if rows is None else len(rows))
        if limit <= 0:
            return []
        if rows is None:
            cosines, found = self._index.search(query[np.newaxis, :], limit)
            return list(zip(found[0].tolist(), cosines[0].tolist(), strict=True))
        scores = self.cosines(query, rows)
        best = np.argsort(-scores, kind="stable")[:limit]
        return list(zip(rows[best].tolist(), scores[best].tolist(), strict=True))

    def cosines(self, query: Vectors, rows: Rows) -> Vectors:
        """The cosine of the query with each of the rows, shape (len(rows),)."""
        similarities: Vectors = self._matrix[rows] @ query
        return similarities
