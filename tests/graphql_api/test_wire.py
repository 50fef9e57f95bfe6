"""The short way gives what the whole way gives, byte for byte, and keeps all bounds of HTTP."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import index
from graphql_api.media import EVENT_STREAM, GRAPHQL_JSON
from graphql_api.schema import build_schema
from tests.graphql_api.city import PLAN, BrokenSnapshot, NoSnapshot, OneSnapshot, small_corpus
from tests.graphql_api.operations import operations
from tests.graphql_api.pairs import world_of
from tests.graphql_api.wire import Way, post, until_replied

SCHEMA = build_schema()
QUERY = "query($id: ID!) { document(id: $id) { id title sections(first: 2) { nodes { id } } } }"
BODY = json.dumps({"query": QUERY, "variables": {"id": PLAN}}).encode()
LONG = json.dumps({"query": f"{QUERY} #{'x' * 9_000}", "variables": {"id": PLAN}}).encode()
FROM_AFAR = ("x-forwarded-for", "203.0.113.9")

HEADERS = (
    ("accept", "application/json"),
    ("accept", GRAPHQL_JSON),
    ("accept", f"{GRAPHQL_JSON}, application/json;q=0.9"),
    ("accept", EVENT_STREAM),
    ("accept", "*/*"),
    ("accept", "text/html"),
    ("accept", ""),
    ("accept", "\xe9, ;q=x"),
    ("content-type", "application/json; charset=utf-8"),
    ("content-type", "application/json; charset=euc-kr"),
    ("content-type", "text/plain"),
    ("content-type", ""),
    ("content-encoding", "identity"),
    ("content-encoding", "gzip"),
    ("origin", "https://city.example"),
    ("origin", "null"),
    ("cookie", "a=b"),
    ("expect", "100-continue"),
    ("connection", "close"),
    ("connection", "keep-alive"),
    ("connection", "upgrade"),
    ("upgrade", "h2c"),
    ("if-none-match", "*"),
    ("x-request-id", "mine-7"),
    ("user-agent", "test"),
    ("forwarded", "for=203.0.113.8"),
    FROM_AFAR,
    ("x-forwarded-for", "2001:db8::1"),
    ("x-forwarded-for", "no address"),
    ("x-forwarded-proto", "https"),
)

BODIES = (
    BODY,
    BODY.replace(b": ", b":"),
    LONG,
    b"",
    b"{",
    b"[]",
    b"null",
    b'{"query": 1}',
    b'{"query": "{ nothing }"}',
    b'{"query": "{ rateLimit { remaining cost } facts(first: 2) { nodes { id } } }"}',
    b'{"query": "query A { facts { totalCount } } query B { __typename }"}',
    b'{"query": "query A { facts { totalCount } } query B { __typename }", "operationName": "B"}',
    b'{"query": "subscription { ask(question: \\"x\\") { kind } }"}',
    b'{"query": "mutation { x }"}',
    b'{"query": "{ facts(first: 1000) { nodes { id } } }"}',
    b'{"query": "{ fact(id: \\"\\u0000\\") { id } }"}',
    b'{"query": "{ fact(id: \\"\xff\\") { id } }"}',
    b'{"query": "", "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "00"}}}',
    b'{"documentId": "sha256:0000000000000000000000000000000000000000000000000000000000000000"}',
    b"[" * 20_000,
)


@pytest.fixture(scope="module")
def lending(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 (a generator)
    folder = tmp_path_factory.mktemp("data")
    opened = index.ensure_snapshot(small_corpus(), folder, embedder=index.HashingEmbedder())
    yield OneSnapshot(opened)
    opened.close()


def pair(lending: OneSnapshot, **named: Any) -> tuple[Way, Way]:  # noqa: ANN401 (of a Way)
    return (
        Way(lending, SCHEMA, is_short=True, **named),
        Way(lending, SCHEMA, is_short=False, **named),
    )


def loop() -> asyncio.Runner:
    return asyncio.Runner()


def compare(runner: asyncio.Runner, ways: tuple[Way, Way], pieces: Sequence[bytes]) -> bytes:
    """Send the same both ways; the reply that both give."""

    async def told(way: Way) -> bytes:
        return await way.exchange(pieces)

    short, whole = (runner.run(told(way)) for way in ways)
    assert masked(short) == masked(whole), pieces
    return short


def masked(reply: bytes) -> bytes:
    """Without the ids that are made where a request brings none that will do."""
    lines = reply.split(b"\r\n")
    found = [line[14:] for line in lines if line.startswith(b"x-request-id: ")]
    for one in found:
        if one not in (b"test-1", b"mine-7"):
            reply = reply.replace(one, b"made")
    return reply


def test_made_up_requests_are_answered_alike(lending: OneSnapshot) -> None:
    """Operations, headers and pieces, each request twice in a row, over the same two servers."""
    world = world_of(small_corpus())
    ways = pair(lending)
    with loop() as runner:

        @settings(
            max_examples=150,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(data=st.data())
        def check(data: st.DataObject) -> None:
            query, variables = data.draw(operations(SCHEMA._schema, world))
            body = json.dumps({"query": query, "variables": variables}).encode()
            headers = data.draw(st.lists(st.sampled_from(HEADERS), max_size=2))
            request = post(body, headers)
            cut = data.draw(st.integers(1, len(request)))
            pieces = [one for one in (request[:cut], request[cut:]) if one]
            for _ in range(3):
                compare(runner, ways, pieces)

        check()
    assert len(ways[0].noted) > 100


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_odd_requests_are_answered_alike(lending: OneSnapshot, body: bytes) -> None:
    ways = pair(lending)
    with loop() as runner:
        for headers in ((), (FROM_AFAR,), (("accept", GRAPHQL_JSON),)):
            for _ in range(3):
                compare(runner, ways, [post(body, headers)])


@pytest.mark.parametrize("header", HEADERS, ids=repr)
def test_every_header_is_answered_alike(lending: OneSnapshot, header: tuple[str, str]) -> None:
    ways = pair(lending)
    with loop() as runner:
        for headers in ((), (header,), (header, header), (header, ("origin", "https://a.example"))):
            for _ in range(2):
                compare(runner, ways, [post(BODY, headers)])
    assert ways[0].noted


def test_who_has_spent_all_is_told_so_either_way(lending: OneSnapshot) -> None:
    ways = pair(lending, host="203.0.113.7")
    with loop() as runner:
        replies = [
            compare(runner, ways, [post(BODY.replace(b"first: 2", b"first: 90"))])
            for _ in range(400)
        ]
    assert replies[-1].startswith(b"HTTP/1.1 429 ")
    assert b"retry-after: " in replies[-1]
    assert ways[0].noted
    assert len(ways[0].noted) < 400


def test_a_caller_behind_a_trusted_proxy_has_an_allowance_of_its_own(lending: OneSnapshot) -> None:
    ways = pair(lending, host="198.51.100.1", trusted="198.51.100.1")
    with loop() as runner:
        for last in (1, 2, 1):
            for _ in range(3):
                headers = (("x-forwarded-for", f"203.0.113.{last}"),)
                compare(runner, ways, [post(BODY, headers)])
    assert len(ways[0].noted) == 8
    buckets = ways[0].endpoint.running.allowances.buckets
    assert set(buckets) == {"203.0.113.1", "203.0.113.2"}


def test_a_proxy_that_is_not_trusted_is_one_caller(lending: OneSnapshot) -> None:
    ways = pair(lending, host="198.51.100.2", trusted="198.51.100.1")
    with loop() as runner:
        for last in (1, 2):
            compare(runner, ways, [post(BODY, (("x-forwarded-for", f"203.0.113.{last}"),))])
    assert set(ways[0].endpoint.running.allowances.buckets) == {"198.51.100.2"}


@pytest.mark.parametrize("lender", [NoSnapshot(), None], ids=["none yet", "broken"])
def test_what_fails_is_told_alike(lending: OneSnapshot, lender: NoSnapshot | None) -> None:
    ways = pair(lender or OneSnapshot(BrokenSnapshot(lending.snapshot)))  # type: ignore[arg-type]
    with loop() as runner:
        for _ in range(2):
            compare(runner, ways, [post(BODY)])
    assert not ways[0].noted


async def test_a_request_that_is_answered_this_way_is_noted_once(lending: OneSnapshot) -> None:
    short, _ = pair(lending)
    request = post(BODY, (("x-request-id", "test-1"),))
    await short.exchange([request])
    assert not short.noted
    await short.exchange([request])
    (line,) = short.noted
    assert (line["method"], line["path"], line["status"]) == ("POST", "/graphql", 200)
    assert line["request_id"] == "test-1"
    assert 0 < line["seconds"] < 1


async def known(lending: OneSnapshot, **named: Any) -> Way:  # noqa: ANN401 (of a Way)
    """The short way, with the query answered before."""
    short = Way(lending, SCHEMA, is_short=True, **named)
    await short.exchange([post(BODY)])
    return short


async def test_a_body_that_comes_late_is_waited_for_by_the_application(
    lending: OneSnapshot,
) -> None:
    short = await known(lending, wait_seconds=0.01)
    protocol, wire = short.connect()
    request = post(BODY)
    protocol.data_received(request[:-40])
    assert protocol.cycle is None
    await asyncio.sleep(0.05)
    # From here on the body is the application's, with its limits of time and size.
    assert protocol.cycle is not None
    protocol.data_received(request[-40:])
    await until_replied(wire, 1)
    assert wire.written.startswith(b"HTTP/1.1 200 OK")
    assert not short.noted


async def test_a_long_body_is_passed_on_as_it_comes(lending: OneSnapshot) -> None:
    short = await known(lending)
    protocol, wire = short.connect()
    protocol.data_received(post(LONG)[:9_000])
    assert protocol.cycle is not None
    protocol.data_received(post(LONG)[9_000:])
    await until_replied(wire, 1)
    assert wire.written.startswith(b"HTTP/1.1 200 OK")


async def test_a_connection_that_goes_leaves_nothing(lending: OneSnapshot) -> None:
    short = await known(lending, wait_seconds=0.01)
    protocol, wire = short.connect()
    protocol.data_received(post(BODY)[:-1])
    protocol.connection_lost(None)
    await asyncio.sleep(0.03)
    assert protocol.cycle is None
    assert wire.written == b""


async def test_a_request_that_has_begun_is_finished_at_shutdown(lending: OneSnapshot) -> None:
    short = await known(lending)
    protocol, wire = short.connect()
    request = post(BODY)
    protocol.data_received(request[:-1])
    protocol.shutdown()
    assert not wire.closed
    protocol.data_received(request[-1:])
    await until_replied(wire, 1)
    await asyncio.sleep(0.01)
    assert b"connection: close" in wire.written
    assert wire.closed


async def test_an_idle_connection_is_closed_at_shutdown(lending: OneSnapshot) -> None:
    short = await known(lending)
    protocol, wire = short.connect()
    protocol.data_received(post(BODY))
    assert short.noted
    protocol.shutdown()
    assert wire.closed


async def test_what_is_not_http_is_refused_while_a_body_is_waited_for(
    lending: OneSnapshot,
) -> None:
    short = await known(lending, wait_seconds=0.01)
    protocol, wire = short.connect()
    protocol.data_received(post(BODY) + b"\x00\x01 nonsense\r\n\r\n")
    assert wire.written.startswith(b"HTTP/1.1 200 OK")
    assert b"HTTP/1.1 400 " in wire.written
    assert wire.closed


async def test_of_many_requests_in_one_piece_one_is_answered_at_once(
    lending: OneSnapshot,
) -> None:
    """And all in order: the others do not wait for a caller who sends hundreds together."""
    short = await known(lending)
    requests = [post(BODY, (("x-request-id", f"in-order-{number}"),)) for number in range(20)]
    protocol, wire = short.connect()
    protocol.data_received(b"".join(requests))
    assert len(short.noted) == 1
    await until_replied(wire, 20)
    ids = [line for line in wire.written.split(b"\r\n") if line.startswith(b"x-request-id")]
    assert ids == [b"x-request-id: in-order-%d" % number for number in range(20)]


async def test_requests_one_after_another_share_a_connection(lending: OneSnapshot) -> None:
    short = await known(lending)
    protocol, wire = short.connect()
    before = short.state.total_requests
    for number in range(3):
        protocol.data_received(post(BODY))
        await until_replied(wire, number + 1)
        assert protocol.timeout_keep_alive_task is not None
    assert len(short.noted) == 3
    assert short.state.total_requests == before + 3
    protocol.data_received(post(b"", address="/other"))
    await until_replied(wire, 4)
    assert wire.written.endswith(b"other")
    protocol.connection_lost(None)


async def test_the_first_version_of_http_closes_the_connection(lending: OneSnapshot) -> None:
    short, whole = pair(lending)
    request = post(BODY, (("x-request-id", "test-1"),)).replace(b"HTTP/1.1", b"HTTP/1.0")
    for _ in range(2):
        assert await short.exchange([request]) == await whole.exchange([request])
    assert short.noted
