"""A small OpenAI-compatible server on this machine that answers, and misbehaves, as it is told."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import anyio
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

Behaviour = Callable[[], Response]
_EVENTS = "text/event-stream"


class Foreign:
    """What the server was asked, and how it takes the next requests; the last way stays."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self._ways: list[Behaviour] = []

    def will(self, *ways: Behaviour) -> None:
        """Forget what was asked and behave in these ways, one a request."""
        self.bodies.clear()
        self.headers.clear()
        self._ways = list(ways)

    async def complete(self, request: Request) -> Response:
        self.bodies.append(await request.json())
        self.headers.append(dict(request.headers))
        way = self._ways.pop(0) if len(self._ways) > 1 else self._ways[0]
        return way()


def chunk(words: str | None) -> bytes:
    """One piece of a reply as an event."""
    row = {"id": "1", "object": "chat.completion.chunk", "choices": [{"delta": {"content": words}}]}
    return b"data: " + json.dumps(row).encode() + b"\n\n"


def usage(tokens: object) -> bytes:
    """The last event, which says what a reply cost."""
    return (
        b"data: "
        + json.dumps({"choices": [], "usage": {"total_tokens": tokens}}).encode()
        + (b"\n\n")
    )


def sends(*events: bytes, every: float = 0.0, breaks: bool = False) -> Behaviour:
    """Send events as they are, `every` so many seconds, and break off at the end if told."""

    async def body() -> AsyncIterator[bytes]:
        for one in events:
            yield one
            await anyio.sleep(every)
        if breaks:
            raise ConnectionAbortedError
        yield b"data: [DONE]\n\n"

    return lambda: StreamingResponse(body(), media_type=_EVENTS)


def says(*pieces: str, tokens: object = 100) -> Behaviour:
    """A good reply."""
    return sends(*map(chunk, pieces), usage(tokens))


def goes_on_for_ever(words: str) -> Behaviour:
    """The same words again and again."""

    async def body() -> AsyncIterator[bytes]:
        while True:
            yield chunk(words)
            await anyio.sleep(0)

    return lambda: StreamingResponse(body(), media_type=_EVENTS)


def drips() -> Behaviour:
    """Comments that keep the connection alive, and never a word."""

    async def body() -> AsyncIterator[bytes]:
        while True:
            yield b": still thinking\n\n"
            await anyio.sleep(0.02)

    return lambda: StreamingResponse(body(), media_type=_EVENTS)


def refuses(status: int, **headers: str) -> Behaviour:
    """An error with its status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda: JSONResponse({"error": {"message": "no"}}, status, named)


def shows_a_page() -> Response:
    return HTMLResponse("<h1>Welcome to nginx!</h1>")


def sends_elsewhere(url: str) -> Behaviour:
    return lambda: RedirectResponse(url, 307)


@contextmanager
def foreign_server() -> Iterator[Foreign]:
    """The server on a free port of this machine, until the context ends."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        foreign = Foreign(f"http://127.0.0.1:{listening.getsockname()[1]}/v1")
        app = Starlette(routes=[Route("/v1/chat/completions", foreign.complete, methods=["POST"])])
        config = uvicorn.Config(
            app, log_config=None, lifespan="off", ws="none", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield foreign
        finally:
            server.should_exit = True
            thread.join()
