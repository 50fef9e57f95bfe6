"""How often something may happen: a bucket that fills steadily and that each time takes from.

One bucket is for everybody: addresses of clients are neither kept nor compared.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from assistant.problems import RequestError

_MINUTE = 60.0


class Throttle:
    """Lets `per_minute` through in any minute, all at once if need be."""

    def __init__(self, per_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._size = per_minute
        self._clock = clock
        self._left = float(per_minute)
        self._filled_at = clock()

    def check(self) -> None:
        """Raise RequestError 'too_often' where the bucket is empty; takes nothing from it."""
        now = self._clock()
        self._left += (now - self._filled_at) * self._size / _MINUTE
        self._left = min(float(self._size), self._left)
        self._filled_at = now
        if self._left < 1:
            raise RequestError("too_often")

    def take(self) -> None:
        """Count one; RequestError 'too_often' where the bucket is empty."""
        self.check()
        self._left -= 1
