"""Traffic: how many requests came, by route, method and class of status, and how long they took."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graphql_api.shortcut import Noted

METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
OTHER = "other"
UNMATCHED = "unmatched"
"""Stands for the address of a request that no route has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrafficOptions:
    """`buckets`: upper bounds of the durations that are told apart, in seconds.

    From an answer out of memory to a question that a language model words.
    """

    buckets: tuple[float, ...] = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What requests are counted by; nothing in it is a caller's own word."""

    route: str
    method: str
    status: str


@dataclass(slots=True, kw_only=True)
class Durations:
    """How many requests took at most as long as each bound, the last without one; their sum."""

    counts: list[int] = field(default_factory=list)
    seconds: float = 0.0


class Traffic:
    """Counts of all requests since the program started; safe for any number of threads."""

    def __init__(self, options: TrafficOptions | None = None) -> None:
        self.options = options or TrafficOptions()
        self._kinds: dict[Kind, Durations] = {}
        self._sockets = 0
        self._lock = Lock()

    def add(self, kind: Kind, seconds: float) -> None:
        """One request more."""
        bounds = self.options.buckets
        with self._lock:
            found = self._kinds.get(kind)
            if found is None:
                found = self._kinds[kind] = Durations(counts=[0] * (len(bounds) + 1))
            found.counts[bisect_left(bounds, seconds)] += 1
            found.seconds += seconds

    def noted(self, note: Noted) -> Noted:
        """The same taking note of a request, counted too; `path` is that of its route."""

        @lru_cache(maxsize=16)
        def kind_of(method: str, path: str, status: int) -> Kind:
            return Kind(route=path, method=method, status=f"{status // 100}xx")

        def count(*, request_id: str, method: str, path: str, status: int, seconds: float) -> None:
            note(request_id=request_id, method=method, path=path, status=status, seconds=seconds)
            self.add(kind_of(method, path, status), seconds)

        return count

    def open_socket(self, change: int) -> None:
        """One WebSocket more (1) or fewer (-1)."""
        with self._lock:
            self._sockets += change

    @property
    def sockets(self) -> int:
        """How many WebSockets are open."""
        return self._sockets

    def kinds(self) -> Mapping[Kind, Durations]:
        """The counts as they are now."""
        with self._lock:
            return {
                kind: Durations(counts=list(one.counts), seconds=one.seconds)
                for kind, one in self._kinds.items()
            }


class Measured:
    """ASGI middleware: counts each request when its answer has been sent.

    The address is that of the route (`/documents/{document_id:path}`), never the caller's own, and
    an unknown method is `other`, so what is counted apart is bounded by what this program serves.
    """

    def __init__(self, app: ASGIApp, *, traffic: Traffic) -> None:
        self.app = app
        self.traffic = traffic

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and count it."""
        if scope["type"] == "websocket":
            self.traffic.open_socket(1)
            try:
                await self.app(scope, receive, send)
            finally:
                self.traffic.open_socket(-1)
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        # What breaks off before it says a status is a failure of ours.
        status = 500

        async def heard(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        started = time.perf_counter()
        try:
            await self.app(scope, receive, heard)
        finally:
            method = scope["method"]
            kind = Kind(
                route=getattr(scope.get("route"), "path", UNMATCHED),
                method=method if method in METHODS else OTHER,
                status=f"{status // 100}xx",
            )
            self.traffic.add(kind, time.perf_counter() - started)
