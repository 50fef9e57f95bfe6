"""Tallies: how often each of a few things happened, counted from any thread."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheCounts:
    """How often a cache had what was wanted, how often not, and how much it holds."""

    hits: int
    misses: int
    entries: int


Key = TypeVar("Key", bound=Hashable)


class Tally(Generic[Key]):
    """Counts by key; a key beyond the first `most` counts as `other`.

    Every key is a word of this program; the bound holds where one is not after all.
    """

    def __init__(self, *, most: int = 200, other: Key) -> None:
        self._most = most
        self._other = other
        self._counts: dict[Key, int] = {}
        self._lock = Lock()

    def add(self, key: Key) -> None:
        """Count one more."""
        with self._lock:
            if key not in self._counts and len(self._counts) >= self._most:
                key = self._other
            self._counts[key] = self._counts.get(key, 0) + 1

    def counts(self) -> Mapping[Key, int]:
        """The counts as they are now."""
        with self._lock:
            return dict(self._counts)
