"""Streams: an operation whose results come one after another, whatever carries them.

Server-sent events follow the distinct connections mode of the GraphQL over SSE protocol
(graphql-sse, PROTOCOL.md): `next` for each result, then `complete`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

from starlette.requests import HTTPConnection

from graphql_api.allowance import Charge
from graphql_api.envelope import Envelope
from graphql_api.responses import json_bytes

STREAM_HEADERS = {
    "Cache-Control": "no-store",
    "Vary": "Accept",
    # Without this, nginx holds events back until the stream is complete.
    "X-Accel-Buffering": "no",
}

Content = dict[str, Any]
"""One result: `data`, `errors`, `extensions`, as GraphQL over HTTP writes it."""


class RequestFailed(Exception):
    """Nothing was executed: `errors` say why, `status` is the HTTP status of that."""

    def __init__(self, errors: list[Content], status: int) -> None:
        super().__init__("the request was refused")
        self.errors = errors
        self.status = status


class Runner(Protocol):
    """What executes an operation: each of its results in turn, one for a query."""

    def results(
        self, envelope: Envelope, connection: HTTPConnection, charge: Charge | None = None
    ) -> AsyncGenerator[Content]:
        """The results; RequestFailed before the first where nothing can be executed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamOptions:
    """How streams are kept alive: proxies end what says nothing for half a minute or so."""

    ping_seconds: float = 12.0


async def events_of(
    first: Content, rest: AsyncIterator[Content], options: StreamOptions
) -> AsyncGenerator[bytes]:
    """A stream's results as server-sent events, with comments while nothing comes."""
    yield _event("next", first)
    upcoming: asyncio.Task[Content] | None = None
    try:
        while True:
            if upcoming is None:
                upcoming = asyncio.ensure_future(anext(rest))
            done, _ = await asyncio.wait({upcoming}, timeout=options.ping_seconds)
            if not done:
                yield b":\n\n"
                continue
            try:
                content = upcoming.result()
            except StopAsyncIteration:
                break
            finally:
                upcoming = None
            yield _event("next", content)
        yield b"event: complete\ndata: \n\n"
    finally:
        if upcoming is not None:
            upcoming.cancel()
            with suppress(asyncio.CancelledError, StopAsyncIteration):
                await upcoming


def _event(name: str, content: Mapping[str, Any]) -> bytes:
    """JSON escapes line breaks, so one data line is always enough."""
    return b"event: " + name.encode() + b"\ndata: " + json_bytes(content) + b"\n\n"
