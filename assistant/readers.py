"""Readers: how many pages that are dear to make each address may have in a while.

A search, a comparison or a file takes tens to hundreds of milliseconds of a processor, so one
program that asks without pause would keep everybody else waiting.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

import index
from assistant.problems import RequestError
from assistant.refusals import Refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """What may be read, counted in pages of a search, some 50 ms of a processor each.

    `per_second` come back in each second, for everybody behind one address together: a city hall
    shares one between many. 0 asks nothing of anybody. `burst` may be had at once. `costs` names
    addresses, and with a stroke at their end all that begin so; the first that fits counts.
    `most_remembered` addresses bound the memory, at some 200 bytes each.
    """

    per_second: int = 5
    burst: int = 200
    costs: Mapping[str, float] = field(
        default_factory=lambda: MappingProxyType(
            {
                "/search": 1,
                "/search/export.csv": 6,
                "/search/export.xlsx": 12,
                "/compare": 2,
                "/compare.csv": 2,
                "/coverage": 1,
                "/coverage.csv": 4,
                "/documents": 0.5,
                "/documents/": 1,
                "/charts/": 0.5,
            }
        )
    )
    most_remembered: int = 20_000

    def cost(self, path: str) -> float:
        """What a page costs; 0 for one that is cheap."""
        named = self.costs.get(path)
        if named is not None:
            return named
        return next(
            (cost for one, cost in self.costs.items() if one[-1] == "/" and path.startswith(one)),
            0,
        )


class Readers:
    """ASGI middleware: answers 429 to whoever has read too much in too short a time.

    It stands inside of the log, so that what it refuses has a request id and a line there.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        refusals: Refusals,
        options: ReadingOptions | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.app = app
        self._refusals = refusals
        self._options = options or ReadingOptions()
        self._buckets = index.Buckets(
            burst=self._options.burst,
            per_second=self._options.per_second or math.inf,
            most=self._options.most_remembered,
            clock=clock,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on where there is enough left for it."""
        wait = 0.0
        if scope["type"] == "http" and self._options.per_second:
            cost = self._options.cost(scope["path"])
            caller = index.caller_of(Request(scope)) if cost else None
            wait = self._buckets.take(caller, cost) if caller else 0.0
        if not wait:
            await self.app(scope, receive, send)
            return
        error = RequestError("pages_too_often", seconds=math.ceil(wait))
        error.retry_seconds = math.ceil(wait)
        response = await self._refusals.known(Request(scope, receive), error)
        await response(scope, receive, send)
