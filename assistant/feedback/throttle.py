"""How often something may happen: a bucket that fills steadily and that each time takes from.

Addresses of clients are neither kept nor compared: one bucket is for everybody, and one for each
receipt.
"""

from __future__ import annotations

import time
from collections import OrderedDict
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


class Throttles:
    """A throttle for each name, of the `most_names` that were last used.

    Names have to be ones that nobody can make up, or else other names push out those in use.
    """

    def __init__(
        self,
        per_minute: int,
        most_names: int,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._per_minute = per_minute
        self._most_names = most_names
        self._clock = clock
        self._by_name: OrderedDict[str, Throttle] = OrderedDict()

    def __len__(self) -> int:
        """How many names are remembered."""
        return len(self._by_name)

    def take(self, name: str) -> None:
        """Count one of this name; RequestError 'too_often' where its bucket is empty."""
        throttle = self._by_name.setdefault(name, Throttle(self._per_minute, clock=self._clock))
        self._by_name.move_to_end(name)
        if len(self._by_name) > self._most_names:
            self._by_name.popitem(last=False)
        throttle.take()
