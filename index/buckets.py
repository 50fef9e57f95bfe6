"""Buckets: how much each of many may take in a while.

A bucket holds at most so much, fills steadily, and whoever asks for something takes out of it what
that costs. In memory, for one process.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from threading import Lock


class Buckets:
    """A bucket for each name; safe to use from several threads.

    Each holds `burst` and fills with `per_second`, which is above zero. `most` names are
    remembered, at some 200 bytes each; the one that was heard longest ago is forgotten, with a
    full bucket when it comes back.
    """

    def __init__(
        self,
        *,
        burst: float,
        per_second: float,
        most: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._burst = float(burst)
        self._per_second = per_second
        self._most = most
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._turn = Lock()

    def __len__(self) -> int:
        """How many names are remembered."""
        return len(self._left)

    def __iter__(self) -> Iterator[str]:
        """The names that are remembered, the one that was heard longest ago first."""
        return iter(tuple(self._left))

    def left(self, name: str) -> float:
        """What there is now."""
        return self._filled(name, self._clock())

    def wait(self, name: str, cost: float) -> float:
        """Seconds until there is enough for it, 0 where there is; more than `burst` never is."""
        return max(0.0, (cost - self.left(name)) / self._per_second)

    def take(self, name: str, cost: float) -> float:
        """Take a cost out, or nothing where there is not enough; then the seconds until there is.

        0 says that it was taken.
        """
        with self._turn:
            now = self._clock()
            left = self._filled(name, now)
            if left < cost:
                return (cost - left) / self._per_second
            self._keep(name, left - cost, now)
            return 0.0

    def drain(self, name: str, cost: float) -> None:
        """Take a cost out as far as it is there."""
        with self._turn:
            now = self._clock()
            self._keep(name, max(0.0, self._filled(name, now) - cost), now)

    def _filled(self, name: str, now: float) -> float:
        left, at = self._left.get(name, (self._burst, now))
        return min(self._burst, left + (now - at) * self._per_second)

    def _keep(self, name: str, left: float, now: float) -> None:
        self._left[name] = (left, now)
        self._left.move_to_end(name)
        if len(self._left) > self._most:
            self._left.popitem(last=False)
