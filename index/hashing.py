"""A tiny embedder that needs no model: character n-grams, hashed. For tests and first trials."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

import numpy as np

from index.types import Vectors
from index.words import normalise


class HashingEmbedder:
    """Texts that share letters lie near each other; meaning is not looked at.

    Deterministic on every machine. `longest` is the length of the longest n-gram counted.
    """

    def __init__(self, *, dimension: int = 256, longest: int = 3) -> None:
        self.name = "hashing"
        self.revision = f"1-{dimension}-{longest}"
        self.dimension = dimension
        self._longest = longest

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length, shape (len(texts), dimension)."""
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length, shape (len(texts), dimension)."""
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            for gram in self._grams(text):
                digest = zlib.crc32(gram.encode("utf-8", "surrogatepass"))
                vector[(digest >> 1) % self.dimension] += 1.0 if digest & 1 else -1.0
            length = np.linalg.norm(vector)
            if length:
                vector /= length
            else:
                vector[0] = 1.0  # a text without letters still needs a place
        return vectors

    def _grams(self, text: str) -> Iterator[str]:
        letters = "".join(normalise(text).split())
        for size in range(1, self._longest + 1):
            for start in range(len(letters) - size + 1):
                yield letters[start : start + size]
