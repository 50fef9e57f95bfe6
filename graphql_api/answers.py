"""Whole answers, kept in memory for whoever asks the same again.

A snapshot cannot change and neither can the schema of a running program, so an answer that is keyed
by both and by all of the request is right for as long as it is kept. A new snapshot has new keys;
what was kept of the old one goes as the least recently used.
"""

from __future__ import annotations

import sys
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOptions:
    """How much is kept.

    `total_bytes` of answers, keys included; 0 keeps none. One of more than `answer_bytes` is not
    kept: it would push out many that are asked for more often than any single long one.
    """

    total_bytes: int = 32_000_000
    answer_bytes: int = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCounts:
    """What became of requests so far, and how much is kept now."""

    hits: int
    misses: int
    evicted: int
    entries: int
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An answer that is whole and without errors, and what asking for it costs."""

    body: bytes
    cost: int


class AnswerCache:
    """The least recently used answers go first; safe for any number of threads.

    A key is the text that names a request however it was written, or the bytes it came in.
    """

    def __init__(self, options: AnswerOptions | None = None) -> None:
        self._options = options or AnswerOptions()
        self._kept: OrderedDict[str | bytes, Kept] = OrderedDict()
        self._lock = Lock()
        self._bytes = 0
        self._hits = self._misses = self._evicted = 0

    def get(self, key: str | bytes, *, is_last: bool = True) -> Kept | None:
        """The answer kept under a key; None where there is none.

        Not finding it counts as a miss where this key `is_last` of those that a request has.
        """
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                self._misses += is_last
            else:
                self._hits += 1
                self._kept.move_to_end(key)
            return found

    def put(self, key: str | bytes, body: bytes, cost: int = 0) -> None:
        """Keep an answer that is whole and without errors."""
        size = _size(key, body)
        if size > min(self._options.answer_bytes, self._options.total_bytes):
            return
        with self._lock:
            if key in self._kept:
                return
            self._kept[key] = Kept(body=body, cost=cost)
            self._bytes += size
            while self._bytes > self._options.total_bytes:
                oldest, kept = self._kept.popitem(last=False)
                self._bytes -= _size(oldest, kept.body)
                self._evicted += 1

    def counts(self) -> AnswerCounts:
        """The numbers for whoever watches the program."""
        with self._lock:
            return AnswerCounts(
                hits=self._hits,
                misses=self._misses,
                evicted=self._evicted,
                entries=len(self._kept),
                bytes=self._bytes,
            )


_ENTRY_BYTES = 170
"""About what the table of an OrderedDict takes for one entry, and the entry, on CPython 3.11."""


def _size(key: str | bytes, body: bytes) -> int:
    return sys.getsizeof(key) + sys.getsizeof(body) + _ENTRY_BYTES
