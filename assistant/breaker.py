"""The breaker: a service that keeps failing is left alone for a while."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakerOptions:
    """After `failures` in a row nobody asks for `seconds`: people should not wait for a dead
    service one after another, and one that comes back is used again within a minute."""

    failures: int = 3
    seconds: float = 60.0


class Breaker:
    """Counts failures in a row, for many threads."""

    def __init__(
        self,
        options: BreakerOptions | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._options = options or BreakerOptions()
        self._now = now
        self._turn = threading.Lock()
        self._failures = 0
        self._until = 0.0

    @property
    def is_open(self) -> bool:
        """Whether the service is to be left alone now."""
        with self._turn:
            return self._now() < self._until

    def succeeded(self) -> None:
        """The service answered; earlier failures are forgotten."""
        with self._turn:
            self._failures = 0

    def failed(self) -> None:
        """The service failed once more."""
        with self._turn:
            self._failures += 1
            if self._failures >= self._options.failures:
                self._failures = 0
                self._until = self._now() + self._options.seconds
