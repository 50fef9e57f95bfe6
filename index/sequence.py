"""The terms of every passage in reading order, as numbers: what the second ranking looks through.

A term is a word or a pair of characters. Its number is its CRC-32, so a question's terms become
numbers without a vocabulary; that two terms of a question and of what it is compared with share a
number happens once in millions of questions.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from index.errors import SnapshotError
from index.lexical import PassageTerms, Terms

Numbers = npt.NDArray[np.uint32]
Places = npt.NDArray[np.int64]
Kind = Literal["words", "pairs"]


def number(term: str) -> int:
    """The number that stands for a term."""
    return zlib.crc32(term.encode())


def write_sequence(path: Path, passages: Iterable[PassageTerms], kind: Kind) -> None:
    """The words or the pairs of all passages, in the order of their rows, into a new file.

    A title or heading stands once, before the first passage under it, as it is printed.
    """
    numbers: list[int] = []
    starts = [0]
    for parts in _as_printed(passages):
        for part in parts:
            numbers.extend(map(number, part.words if kind == "words" else part.pairs))
        starts.append(len(numbers))
    with path.open("wb") as file:
        np.savez(
            file,
            numbers=np.asarray(numbers, dtype=np.uint32),
            starts=np.asarray(starts, dtype=np.int64),
        )


class TermSequence:
    """The words, or pairs, of one snapshot's passages; `document_rows` names their documents."""

    def __init__(self, path: Path, document_rows: Places) -> None:
        try:
            with np.load(path, allow_pickle=False) as stored:
                self._numbers: Numbers = stored["numbers"]
                self._starts: Places = stored["starts"]
            if len(self._starts) != len(document_rows) + 1:
                raise ValueError("another number of passages")
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise SnapshotError(
                "snapshot_damaged",
                f"순서 파일 {path.name}을(를) 읽을 수 없습니다. 색인을 다시 만들어 주세요.",
                f"The sequence {path.name} cannot be read; build the index again.",
            ) from error
        self._document_starts = self._starts[np.searchsorted(document_rows, document_rows)]
        self._document_ends = self._starts[
            np.searchsorted(document_rows, document_rows, side="right")
        ]

    def coverages(
        self,
        rows: Sequence[int],
        weights: Mapping[int, float],
        *,
        reach: int,
        window: int | None = None,
    ) -> list[float]:
        """For each row the weighted share of a question's terms in or near its passage, 0..1.

        `weights` are those of the question's terms, by number. Looked at are the passage and
        `reach` terms of its document on either side; with `window`, the best so many words of
        them. One sweep over the terms that match, so the time is linear in the stretches.
        """
        total = sum(weights.values())
        if total <= 0 or not rows:
            return [0.0] * len(rows)
        at = np.asarray(rows, dtype=np.int64)
        firsts = np.maximum(self._starts[at] - reach, self._document_starts[at])
        lasts = np.minimum(self._starts[at + 1] + reach, self._document_ends[at])
        # The stretches of all rows one behind another: of a few hundred terms each a handful match,
        # and only those leave numpy.
        ends = np.cumsum(lasts - firsts)
        places = np.arange(ends[-1]) + np.repeat(lasts - ends, lasts - firsts)
        stretches = self._numbers[places]
        asked = np.fromiter(weights, dtype=np.uint32, count=len(weights))
        matching = np.flatnonzero(np.isin(stretches, asked))
        parts = np.searchsorted(matching, ends).tolist()
        found = list(zip(matching.tolist(), stretches[matching].tolist(), strict=True))
        covered = []
        for first, last in pairwise((0, *parts)):
            matches = found[first:last]
            if window is None:
                covered.append(sum(weights[term] for term in {term for _, term in matches}))
            else:
                covered.append(_best_window(matches, weights, window))
        return [one / total for one in covered]


def _best_window(
    matches: Sequence[tuple[int, int]], weights: Mapping[int, float], window: int
) -> float:
    """The highest sum of the weights of different terms whose places lie within a window."""
    counts: dict[int, int] = {}
    best = held = 0.0
    oldest = 0
    for place, term in matches:
        counts[term] = counts.get(term, 0) + 1
        held += weights[term] if counts[term] == 1 else 0.0
        while matches[oldest][0] <= place - window:
            left = matches[oldest][1]
            counts[left] -= 1
            held -= weights[left] if counts[left] == 0 else 0.0
            oldest += 1
        best = max(best, held)
    return best


def _as_printed(passages: Iterable[PassageTerms]) -> Iterator[tuple[Terms, ...]]:
    """The terms of each passage, after those of the headings that are new with it."""
    before: tuple[Terms, ...] = ()
    document_row = -1
    for passage in passages:
        if passage.document_row != document_row:
            before, document_row = (), passage.document_row
        fresh = (part for part in passage.above if part not in before)
        yield (*fresh, passage.own)
        before = passage.above
