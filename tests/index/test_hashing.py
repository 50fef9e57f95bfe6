"""A tiny embedder that needs no model."""

from __future__ import annotations

import numpy as np
import pytest

import index


def test_vectors_have_unit_length_and_the_promised_shape() -> None:
    embedder = index.HashingEmbedder(dimension=64)
    vectors = embedder.encode_passages(["보령시 예산", "가", "", "☎"])
    assert vectors.shape == (4, 64)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(4), abs=1e-6)
    assert embedder.encode_queries([]).shape == (0, 64)


def test_texts_that_share_letters_are_nearer_than_others() -> None:
    embedder = index.HashingEmbedder()
    question, near, far = embedder.encode_queries(
        ["보령시 수목원 예산", "수목원 예산은 690억 원", "인천 청년 일자리"]
    )
    assert question @ near > question @ far + 0.2


def test_vectors_are_the_same_on_every_machine() -> None:
    (vector,) = index.HashingEmbedder(dimension=8).encode_queries(["예산"])
    assert vector.round(3).tolist() == pytest.approx(
        [0.0, 0.577, 0.0, -0.577, 0.0, 0.0, 0.0, -0.577], abs=1e-3
    )


def test_settings_that_change_vectors_change_the_revision() -> None:
    revisions = {
        index.HashingEmbedder().revision,
        index.HashingEmbedder(dimension=64).revision,
        index.HashingEmbedder(longest=2).revision,
    }
    assert len(revisions) == 3
