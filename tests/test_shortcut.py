"""The whole program answers a GraphQL request alike, whichever protocol the web server has."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path

import pytest
from uvicorn import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

import index
from assistant import Opened
from graphql_api.wire import ShortcutProtocol
from serve import Settings, create_app, server_of
from tests.assistant.face import FakeAssistant
from tests.factories import make_corpus, make_reading
from tests.graphql_api.wire import Wire, post, until_replied

BODY = json.dumps({"query": "{ facts(first: 2) { totalCount nodes { id name } } }"}).encode()
ORIGIN = ("origin", "https://elsewhere.example")
FROM_AFAR = ("x-forwarded-for", "203.0.113.9")


def open_hashed(settings: Settings) -> Opened:
    content = make_corpus(make_reading())
    snapshot = index.ensure_snapshot(content, settings.data, embedder=index.HashingEmbedder())
    return Opened(snapshot=snapshot, assistant=FakeAssistant())


async def exchange(protocol: type[HttpToolsProtocol], config: Config, request: bytes) -> bytes:
    """What the program gives over a connection of this protocol."""
    state, loop = ServerState(), asyncio.get_running_loop()
    made = protocol(config=config, server_state=state, app_state={}, _loop=loop)
    wire = Wire("127.0.0.1")
    made.connection_made(wire)
    made.data_received(request)
    await until_replied(wire, 1)
    made.connection_lost(None)
    return wire.written


def varying(reply: bytes) -> bytes:
    """A reply without its number, and what is left of an allowance, which fills meanwhile."""
    numberless = re.sub(rb"\b[0-9a-f]{32}\b", b"number", reply)
    lines = numberless.split(b"\r\n")
    return b"\r\n".join(one for one in lines if not one.startswith(b"ratelimit:"))


@pytest.mark.parametrize("headers", [(), (ORIGIN,), (FROM_AFAR,)], ids=["plain", "page", "afar"])
async def test_both_protocols_give_the_same_bytes(
    tmp_path: Path, headers: tuple[tuple[str, str], ...]
) -> None:
    settings = Settings(data=tmp_path, log_json=True)
    app = create_app(settings, opener=open_hashed)
    config = server_of(app, settings).config
    config.load()
    short = config.http_protocol_class
    assert issubclass(short, ShortcutProtocol)
    request = post(BODY, headers)
    async with app.router.lifespan_context(app):
        for _ in range(600):
            first = await exchange(HttpToolsProtocol, config, request)
            if first.startswith(b"HTTP/1.1 200 "):
                break
            await asyncio.sleep(0.05)
        whole = await exchange(HttpToolsProtocol, config, request)
        for _ in range(3):
            assert varying(await exchange(short, config, request)) == varying(whole)
        counted = await exchange(
            HttpToolsProtocol, config, b"GET /metrics HTTP/1.1\r\nhost: city.test\r\n\r\n"
        )
    lines = [one for one in counted.decode().splitlines() if "/graphql" in one and "count" in one]
    # Both ways are counted, as one address.
    assert sum(float(one.split()[-1]) for one in lines if '"2xx"' in one) == 5, counted.decode()
