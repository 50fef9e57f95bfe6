"""Heads of requests: bounded in length and in time, and nothing else changed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from uvicorn import Config
from uvicorn.server import ServerState

from graphql_api.heads import HeadBounds, HeadOptions
from tests.graphql_api.wire import Wire, until_replied

HEAD = b"POST /x HTTP/1.1\r\nhost: a\r\n"


@asynccontextmanager
async def connection(
    *, most: int = 2_000, seconds: float = 5.0
) -> AsyncIterator[tuple[HeadBounds, Wire]]:
    """A new connection to an application that gives back the body it was sent."""

    async def echo(scope, receive, send) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        body = await Request(scope, receive).body()
        await PlainTextResponse(b"took " + body)(scope, receive, send)

    class Bounded(HeadBounds):
        head_options = HeadOptions(bytes=most, seconds=seconds)

    config = Config(echo, lifespan="off", log_config=None, access_log=False)
    config.load()
    protocol = Bounded(
        config=config,
        server_state=ServerState(),
        app_state={},
        _loop=asyncio.get_running_loop(),
    )
    wire = Wire("127.0.0.1")
    protocol.connection_made(wire)
    yield protocol, wire
    protocol.connection_lost(None)


def is_refused(wire: Wire, status: int, code: str) -> bool:
    """Whether the connection was closed with one error in both languages."""
    head, _, body = wire.written.partition(b"\r\n\r\n")
    error = json.loads(body)["error"]
    said = bool(error["message_ko"] and error["message_en"])
    return (
        wire.closed and said and head.startswith(b"HTTP/1.1 %d " % status) and error["code"] == code
    )


async def test_headers_without_end_are_refused_before_they_fill_the_memory() -> None:
    async with connection() as (protocol, wire):
        protocol.data_received(HEAD)
        sent = 0
        while not wire.closed and sent < 100:
            protocol.data_received(b"x-%d: %b\r\n" % (sent, b"a" * 90))
            sent += 1
        assert sent <= 22
        assert is_refused(wire, 431, "head_too_long")


async def test_one_header_without_end_is_refused() -> None:
    async with connection() as (protocol, wire):
        protocol.data_received(HEAD + b"x: ")
        for _ in range(30):
            if not wire.closed:
                protocol.data_received(b"a" * 100)
        assert is_refused(wire, 431, "head_too_long")


async def test_an_address_without_end_is_refused() -> None:
    async with connection() as (protocol, wire):
        protocol.data_received(b"GET /")
        for _ in range(30):
            if not wire.closed:
                protocol.data_received(b"a" * 100)
        assert is_refused(wire, 431, "head_too_long")


@pytest.mark.parametrize("pieces", [1, 2])
async def test_a_long_head_that_comes_quickly_is_refused_once(pieces: int) -> None:
    head = HEAD + b"x: %b\r\n\r\n" % (b"a" * 2_000)
    async with connection() as (protocol, wire):
        for start in range(0, len(head), -(-len(head) // pieces)):
            protocol.data_received(head[start : start + -(-len(head) // pieces)])
        assert is_refused(wire, 431, "head_too_long")
        assert wire.written.count(b"HTTP/1.1 ") == 1


async def test_a_long_body_makes_no_head_long() -> None:
    """Neither its own nor that of a request behind it, of which a part came in the same piece."""
    first = HEAD + b"content-length: 9000\r\n\r\n" + b"b" * 9_000
    async with connection() as (protocol, wire):
        protocol.data_received(first + HEAD)
        await until_replied(wire, 1)
        protocol.data_received(b"content-length: 3\r\n\r\nend")
        await until_replied(wire, 2)
        assert wire.written.endswith(b"took end")
        assert wire.written.count(b"HTTP/1.1 200 ") == 2


async def test_a_head_that_drips_in_is_given_up() -> None:
    async with connection(seconds=0.05) as (protocol, wire):
        for letter in HEAD[:12]:
            protocol.data_received(bytes([letter]))
            await asyncio.sleep(0.005)
        await asyncio.sleep(0.05)
        assert is_refused(wire, 408, "head_too_slow")


async def test_a_connection_that_says_nothing_is_closed() -> None:
    async with connection(seconds=0.02) as (_, wire):
        await asyncio.sleep(0.05)
        assert wire.closed
        assert wire.written == b""


async def test_a_body_has_the_time_that_it_had() -> None:
    async with connection(seconds=0.02) as (protocol, wire):
        protocol.data_received(HEAD + b"content-length: 3\r\n\r\n")
        await asyncio.sleep(0.05)
        protocol.data_received(b"end")
        await until_replied(wire, 1)
        assert wire.written.endswith(b"took end")


async def test_only_a_get_becomes_a_web_socket() -> None:
    """Another method that asks for one would never be answered."""
    asked = b"connection: upgrade\r\nupgrade: websocket\r\ncontent-length: 0\r\n\r\n"
    async with connection() as (protocol, wire):
        protocol.data_received(HEAD + asked)
        await until_replied(wire, 1)
        assert wire.written.startswith(b"HTTP/1.1 200 ")
