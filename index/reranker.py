"""Order the best hits anew with a cross-encoder (sentence-transformers), where one is configured.

A cross-encoder reads question and passage together, which is more exact than comparing two vectors
and far slower; so it reads only the best hits, and only where somebody has chosen one.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.embedder import downloaded
from index.errors import ModelError
from index.types import Hit, Reranker

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

RERANKED = 30
"""Hits that are read again: over these 30, every right passage was found in what was measured."""


class CrossEncoderReranker:
    """A sentence-transformers CrossEncoder on this machine's processor; no network is used.

    The model is loaded by `load`, or else at the first question, by whichever thread comes first.
    """

    def __init__(self, folder: Path, *, name: str) -> None:
        self.name = name
        self._folder = folder
        self._model: CrossEncoder | None = None
        self._lock = threading.Lock()

    def load(self) -> None:
        """Load the model now instead of at the first question; ModelError when it cannot be."""
        with self._lock:
            self._loaded()

    def scores(self, question: str, passages: Sequence[str]) -> Sequence[float]:
        """One number for each passage; only their order counts."""
        # A tokeniser of `tokenizers` may not be used by two threads at once.
        with self._lock:
            found = self._loaded().predict(
                [(question, passage) for passage in passages], show_progress_bar=False
            )
        return [float(one) for one in np.asarray(found).reshape(len(passages), -1)[:, -1]]

    def _loaded(self) -> CrossEncoder:
        if self._model is None:
            from sentence_transformers import CrossEncoder

            try:
                self._model = CrossEncoder(str(self._folder), device="cpu", local_files_only=True)
            except (OSError, ValueError, TypeError, RuntimeError) as error:
                raise ModelError(
                    "reranker_unreadable",
                    f"재정렬 모형 {self.name}을(를) 불러올 수 없습니다({error})."
                    " 모형 폴더를 확인해 주세요.",
                    f"The reranking model {self.name} cannot be loaded ({error});"
                    " check its folder.",
                ) from error
        return self._model


def load_reranker(name_or_folder: str) -> CrossEncoderReranker:
    """The cross-encoder of that name or in that folder; its weights are read later.

    Raises ModelError when there is no such model on this machine.
    """
    folder = Path(name_or_folder)
    if folder.is_dir():
        return CrossEncoderReranker(folder, name=folder.resolve().name)
    return CrossEncoderReranker(downloaded(name_or_folder), name=name_or_folder)


def reordered(hits: Sequence[Hit], question: str, reranker: Reranker) -> tuple[Hit, ...]:
    """The best `RERANKED` hits in the reranker's order, then the others as they were.

    The scores stay where they are, so the first hit has the highest: what a reranker says is on no
    scale that others could rely on. Hits that it finds equal keep their order.
    """
    best = hits[:RERANKED]
    if len(best) < 2:
        return tuple(hits)
    marks = reranker.scores(
        question, ["\n".join((*hit.passage.heading_path, hit.passage.text)) for hit in best]
    )
    order = sorted(range(len(best)), key=lambda place: (-marks[place], place))
    moved = (replace(best[place], score=hit.score) for place, hit in zip(order, best, strict=True))
    return (*moved, *hits[RERANKED:])
