"""Heads that were read before are known again, byte for byte, and change nothing of an answer."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

import index
from graphql_api.known_heads import KnownHeadOptions, KnownHeads
from graphql_api.schema import build_schema
from graphql_api.shortcut import Asked, Sharing
from graphql_api.wire import ShortcutProtocol
from tests.graphql_api.city import OneSnapshot, small_corpus
from tests.graphql_api.test_wire import BODY, masked
from tests.graphql_api.wire import Way, Wire, count, post, until_replied

SCHEMA = build_schema()
REQUEST = post(BODY)
HEAD_END = len(REQUEST) - len(BODY)


class Unread:
    """Stands where the parser stood, and fails when it is given anything."""

    def feed_data(self, data: bytes) -> None:
        raise AssertionError("read by the parser")


@pytest.fixture(scope="module")
def lending(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 (a generator)
    folder = tmp_path_factory.mktemp("data")
    opened = index.ensure_snapshot(small_corpus(), folder, embedder=index.HashingEmbedder())
    yield OneSnapshot(opened)
    opened.close()


async def knowing(lending: OneSnapshot, **named: Any) -> tuple[Way, ShortcutProtocol, Wire, bytes]:  # noqa: ANN401
    """A new connection to a way that knows the head of REQUEST, and the reply to it."""
    way = Way(lending, SCHEMA, is_short=True, **named)
    for _ in range(2):
        reply = await way.exchange([REQUEST])
    protocol, wire = way.connect()
    assert isinstance(protocol, ShortcutProtocol)
    assert len(protocol.known) == 1
    return way, protocol, wire, reply


@pytest.mark.parametrize("cuts", [(), (HEAD_END,), (HEAD_END + 9,), (HEAD_END, HEAD_END + 5)])
async def test_a_known_head_passes_by_the_parser(
    lending: OneSnapshot, cuts: tuple[int, ...]
) -> None:
    way, protocol, wire, reply = await knowing(lending)
    protocol.parser = Unread()  # type: ignore[assignment]
    for start, end in zip((0, *cuts), (*cuts, len(REQUEST)), strict=True):
        protocol.data_received(REQUEST[start:end])
    assert masked(wire.written) == masked(reply)
    assert len(way.noted) == 2
    assert protocol.timeout_keep_alive_task is not None
    protocol.connection_lost(None)


async def test_a_head_that_differs_in_one_byte_is_read(lending: OneSnapshot) -> None:
    _, protocol, _, _ = await knowing(lending)
    protocol.parser = Unread()  # type: ignore[assignment]
    with pytest.raises(AssertionError, match="read by the parser"):
        protocol.data_received(REQUEST.replace(b"city.test", b"city.tesu"))


async def test_a_head_in_two_pieces_is_read(lending: OneSnapshot) -> None:
    _, protocol, wire, reply = await knowing(lending)
    protocol.data_received(REQUEST[:30])
    protocol.data_received(REQUEST[30:])
    assert masked(wire.written) == masked(reply)
    # And the next one, behind a request that the parser has read to its end, is known again.
    protocol.parser = Unread()  # type: ignore[assignment]
    protocol.data_received(REQUEST)
    assert masked(wire.written[len(reply) :]) == masked(reply)
    protocol.connection_lost(None)


async def test_a_head_within_the_body_of_another_request_is_no_head(lending: OneSnapshot) -> None:
    way, protocol, wire, _ = await knowing(lending)
    outer = post(b"x" * len(REQUEST), address="/other")
    protocol.data_received(outer[: -len(REQUEST)])
    protocol.data_received(REQUEST)
    await until_replied(wire, 1)
    assert wire.written.endswith(b"other")
    assert len(way.noted) == 1
    protocol.connection_lost(None)


async def test_a_body_that_does_not_come_is_waited_for_by_the_application(
    lending: OneSnapshot,
) -> None:
    way, protocol, wire, reply = await knowing(lending, wait_seconds=0.01)
    protocol.data_received(REQUEST[:-5])
    assert protocol.cycle is None
    await asyncio.sleep(0.05)
    assert protocol.cycle is not None
    protocol.data_received(REQUEST[-5:])
    await until_replied(wire, 1)
    assert wire.written.startswith(b"HTTP/1.1 200 OK")
    assert len(way.noted) == 1
    protocol.connection_lost(None)
    assert len(reply) > 0


async def test_what_is_not_answered_at_once_goes_to_the_application_whole(
    lending: OneSnapshot,
) -> None:
    """Queries of the same length, which nobody has asked before."""
    way, protocol, wire, _ = await knowing(lending)
    for number, cut in ((1, HEAD_END), (3, len(REQUEST))):
        request = REQUEST.replace(b"first: 2", b"first: %d" % number)
        before = wire.written
        for piece in filter(None, (request[:cut], request[cut:])):
            protocol.data_received(piece)
        await until_replied(wire, count(before) + 1)
        assert wire.written[len(before) :].startswith(b"HTTP/1.1 200 OK")
    assert len(way.noted) == 1
    protocol.connection_lost(None)


async def test_requests_in_one_piece_are_answered_in_order(lending: OneSnapshot) -> None:
    way, protocol, wire, reply = await knowing(lending)
    protocol.data_received(REQUEST * 3 + REQUEST[:-4])
    await until_replied(wire, 3)
    protocol.data_received(REQUEST[-4:])
    await until_replied(wire, 4)
    bodies = [part for part in wire.written.split(b"\r\n\r\n") if part.startswith(b'{"data"')]
    assert len(bodies) == 4
    assert {body.partition(b"HTTP/1.1")[0] for body in bodies} == {reply.split(b"\r\n\r\n")[1]}
    assert len(way.noted) == 2
    protocol.connection_lost(None)


async def test_a_connection_that_goes_leaves_nothing(lending: OneSnapshot) -> None:
    _, protocol, wire, _ = await knowing(lending, wait_seconds=0.01)
    protocol.data_received(REQUEST[:-1])
    protocol.connection_lost(None)
    await asyncio.sleep(0.03)
    assert protocol.cycle is None
    assert wire.written == b""


async def test_a_request_that_has_begun_is_finished_at_shutdown(lending: OneSnapshot) -> None:
    _, protocol, wire, _ = await knowing(lending)
    protocol.data_received(REQUEST[:-1])
    protocol.shutdown()
    assert not wire.closed
    protocol.data_received(REQUEST[-1:])
    await until_replied(wire, 1)
    await asyncio.sleep(0.01)
    assert b"connection: close" in wire.written
    assert wire.closed


async def test_an_idle_connection_is_closed_and_a_busy_one_is_not(lending: OneSnapshot) -> None:
    way, _, _, _ = await knowing(lending)
    protocol, wire = way.connect()
    protocol.timeout_keep_alive = 0.1  # type: ignore[assignment]
    for _ in range(4):
        protocol.data_received(REQUEST)
        await asyncio.sleep(0.05)
    assert not wire.closed
    for _ in range(100):
        await asyncio.sleep(0.02)
        if wire.closed:
            break
    assert wire.closed
    protocol.connection_lost(None)


async def test_every_connection_pays_out_of_its_own_allowance(lending: OneSnapshot) -> None:
    way, _, _, _ = await knowing(lending, host="203.0.113.1")
    way.host = "203.0.113.2"
    protocol, wire = way.connect()
    protocol.parser = Unread()  # type: ignore[assignment]
    protocol.data_received(REQUEST)
    assert b"\r\nratelimit: " in wire.written
    assert set(way.endpoint.running.allowances.buckets) == {"203.0.113.1", "203.0.113.2"}
    protocol.connection_lost(None)


def test_only_so_many_heads_are_kept_and_none_that_names_its_request() -> None:
    known = KnownHeads(KnownHeadOptions(kept=2, head_bytes=100))
    asked = Asked(
        media_type=b"", typed=b"", sharing=Sharing(b"", "", b""), is_forwarded=False, given_id=""
    )
    heads = [b"POST %d\r\n\r\n" % number for number in range(3)]
    for head in heads:
        known.add(head, 1, (), asked)
    assert len(known) == 2
    assert known.beginning(heads[0] + b"x") is None
    found = known.beginning(heads[2] + b"x")
    assert found is not None
    assert found.head == heads[2]
    named = Asked(
        media_type=b"",
        typed=b"",
        sharing=Sharing(b"", "", b""),
        is_forwarded=False,
        given_id="mine",
    )
    known.add(b"other\r\n\r\n", 1, (), named)
    assert known.beginning(b"other\r\n\r\n") is None
    assert known.beginning(b"x" * 200 + b"\r\n\r\n") is None
