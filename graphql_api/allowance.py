"""Allowances: how much each caller may ask for in a while, counted in the cost of queries.

A token bucket for each address: it holds at most `burst`, fills at `per_second`, and a query takes
out what it costs. Told in the headers of draft-ietf-httpapi-ratelimit-headers (RateLimit-Policy,
RateLimit). In memory, for one process.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

import index
from graphql_api.errors import AllowanceSpentError


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowanceOptions:
    """How much each caller may ask for.

    A query of twenty nested indicators costs about 500 and takes a millisecond or two, so
    `per_second` is a small part of one processor, for good, and `burst` some minutes' worth at
    once, enough to open a page or fetch a city's figures. `refused` is taken for a request that is
    refused, which has cost a look at it. `callers` bounds the memory (about 200 bytes each); the
    one that was heard longest ago is forgotten, with a full bucket when it comes back. Zero for
    `per_second` asks nothing of anybody.
    """

    per_second: int = 5_000
    burst: int = 500_000
    refused: int = 100
    callers: int = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a caller stands: all it may have at once, what is left, seconds until it is whole."""

    limit: int
    remaining: int
    reset_seconds: int

    @property
    def headers(self) -> dict[str, str]:
        """The same as the headers of the draft standard."""
        return {
            "RateLimit-Policy": f'"cost";q={self.limit}',
            "RateLimit": f'"cost";r={self.remaining};t={self.reset_seconds}',
        }


class Allowances:
    """The buckets of all callers; safe to use from several threads."""

    def __init__(
        self,
        options: AllowanceOptions | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.options = options or AllowanceOptions()
        self.refusals = 0
        self.buckets = index.Buckets(
            burst=self.options.burst,
            per_second=self.options.per_second or math.inf,
            most=self.options.callers,
            clock=clock,
        )

    def take(self, caller: str | None, cost: int) -> Standing:
        """Take the cost of a query out of a caller's bucket and say what is left.

        Raises AllowanceSpentError, and takes nothing, where there is not enough. A cost beyond the
        whole bucket takes all of it. Who has no name (see `index.caller_of`) is asked for nothing.
        """
        options = self.options
        if caller is None or not options.per_second:
            return Standing(limit=options.burst, remaining=options.burst, reset_seconds=0)
        wait = self.buckets.take(caller, min(cost, options.burst))
        if wait > 0:
            raise AllowanceSpentError(math.ceil(wait))
        return self._standing(caller)

    def fine(self, caller: str | None) -> None:
        """Take what a refused request costs, as far as it is there."""
        if caller is None or not self.options.per_second:
            return
        self.buckets.drain(caller, self.options.refused)

    @property
    def callers(self) -> int:
        """How many callers are remembered."""
        return len(self.buckets)

    def standing(self, caller: str | None) -> Standing:
        """Where a caller stands, without taking anything."""
        return self.take(caller, 0)

    def _standing(self, caller: str) -> Standing:
        left = self.buckets.left(caller)
        return Standing(
            limit=self.options.burst,
            remaining=int(left),
            reset_seconds=math.ceil((self.options.burst - left) / self.options.per_second),
        )


class Charge:
    """What one request takes out of its caller's allowance: once, however often it is weighed."""

    __slots__ = ("_allowances", "_caller", "_is_taken", "cost", "retry_seconds")

    def __init__(self, allowances: Allowances, caller: str | None) -> None:
        self._allowances = allowances
        self._caller = caller
        self._is_taken = False
        self.cost = 0
        self.retry_seconds: int | None = None

    def take(self, cost: int) -> None:
        """Take the cost of the query; AllowanceSpentError where there is not enough."""
        if self._is_taken:
            return
        if self._caller is None:
            self._is_taken, self.cost = True, cost
            return
        is_first = self.retry_seconds is None
        try:
            self._allowances.take(self._caller, cost)
        except AllowanceSpentError as spent:
            self.retry_seconds = spent.retry_seconds
            # Tried again in another way, it is still one request.
            self._allowances.refusals += is_first
            raise
        self._is_taken = True
        self.cost = cost

    def takes(self, cost: int) -> bool:
        """Take the cost if there is enough; whether it was taken."""
        try:
            self.take(cost)
        except AllowanceSpentError:
            # Whoever asks this way leaves the refusing to somebody else, who counts it.
            self.retry_seconds = None
            self._allowances.refusals -= 1
            return False
        return True

    def covers(self, cost: int) -> bool:
        """Whether there is enough now to take this cost."""
        if self._is_taken or self._caller is None:
            return True
        standing = self.standing
        return standing.remaining >= min(cost, standing.limit)

    def fine(self) -> None:
        """Take what a refused request costs."""
        if self.retry_seconds is None:
            self._allowances.fine(self._caller)

    @property
    def standing(self) -> Standing:
        """Where the caller stands now."""
        return self._allowances.standing(self._caller)

    @property
    def headers(self) -> dict[str, str]:
        """What the answer says of it; nothing to a caller that is asked for nothing."""
        if self._caller is None or not self._allowances.options.per_second:
            return {}
        retry = {} if self.retry_seconds is None else {"Retry-After": str(self.retry_seconds)}
        return {**self.standing.headers, "X-Query-Cost": str(self.cost), **retry}
