"""A GET takes the short way too, and gives what the whole way gives, byte for byte."""

from __future__ import annotations

import asyncio
import hashlib
import json
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphql_api.wire import ShortcutProtocol
from tests.graphql_api.city import PLAN, NoSnapshot, OneSnapshot, small_corpus
from tests.graphql_api.operations import operations
from tests.graphql_api.pairs import world_of
from tests.graphql_api.test_wire import (
    FROM_AFAR,
    HEADERS,
    QUERY,
    SCHEMA,
    compare,
    lending,
    loop,
    pair,
)
from tests.graphql_api.wire import Way, get, post, until_replied

__all__ = ["lending"]

JSON_TOO = ("accept", "application/json")


def address(query: str | None, variables: object = None, **more: object) -> str:
    """The address of a GET, its values as JSON where they are no text."""
    given = {"query": query, "variables": variables, **more}
    said = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in given.items()
        if value is not None
    }
    return f"/graphql?{urlencode(said)}"


def by_hash(query: str) -> dict[str, Any]:
    digest = hashlib.sha256(query.encode()).hexdigest()
    return {"persistedQuery": {"version": 1, "sha256Hash": digest}}


ADDRESS = address(QUERY, {"id": PLAN})
TOTAL = "{ facts(first: 2) { totalCount nodes { id } } }"
ODD = (
    "/graphql",
    "/graphql?",
    "/graphql/?query=%7B__typename%7D",
    "/graphql?query=",
    "/graphql?query=%7B",
    "/graphql?query=%7B__typename%7D",
    "/graphql?query=%7B__typename%7D#part",
    "/graphql?query=%FF%FE",
    "/graphql?query=%7B+nothing+%7D",
    "/graphql?QUERY=%7B__typename%7D",
    "/graphql?query=%7B__typename%7D&query=%7B",
    "/graphql?query=%7B__typename%7D&variables=",
    "/graphql?query=%7B__typename%7D&variables=%7B",
    "/graphql?query=%7B__typename%7D&variables=%5B%5D",
    "/graphql?query=%7B__typename%7D&operationName=A",
    "/graphql?query=%7B__typename%7D&extensions=1",
    "/graphql?documentId=sha256:00",
    "/graphql?documentId=" + "0" * 64,
    "/gr%61phql?query=%7B__typename%7D",
    "http://city.test/graphql?query=%7B__typename%7D",
    address("mutation { x }"),
    address('subscription { ask(question: "x") { kind } }'),
    address("{ facts(first: 1000) { nodes { id } } }"),
    address("{ rateLimit { remaining cost } facts(first: 2) { nodes { id } } }"),
    address(TOTAL, extensions=by_hash(TOTAL)),
    address(TOTAL, extensions=by_hash("{ other }")),
    address(None, extensions=by_hash(TOTAL)),
    address("query A { __typename } query B { facts { totalCount } }", operationName="B"),
    address(f"{TOTAL} #{'x' * 9_000}"),
)


def test_made_up_requests_are_answered_alike(lending: OneSnapshot) -> None:
    world = world_of(small_corpus())
    ways = pair(lending)
    with loop() as runner:

        @settings(
            max_examples=40,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(data=st.data())
        def check(data: st.DataObject) -> None:
            query, variables = data.draw(operations(SCHEMA._schema, world))
            headers = data.draw(st.lists(st.sampled_from((*HEADERS, JSON_TOO)), max_size=2))
            extensions = by_hash(query) if data.draw(st.booleans()) else None
            request = get(address(query, variables, extensions=extensions), headers)
            cut = data.draw(st.integers(1, len(request)))
            pieces = [one for one in (request[:cut], request[cut:]) if one]
            for _ in range(3):
                compare(runner, ways, pieces)

        check()
    assert len(ways[0].noted) > 25
    assert {line["method"] for line in ways[0].noted} == {"GET"}


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_addresses_are_answered_alike(lending: OneSnapshot, odd: str) -> None:
    ways = pair(lending)
    with loop() as runner:
        for headers in ((), (FROM_AFAR,), (("accept", "text/html"),)):
            for _ in range(3):
                compare(runner, ways, [get(odd, headers)])


@pytest.mark.parametrize("header", [*HEADERS, ("content-length", "0")], ids=repr)
def test_every_header_is_answered_alike(
    lending: OneSnapshot,
    header: tuple[str, str],
) -> None:
    ways = pair(lending)
    with loop() as runner:
        for headers in ((), (header,), (header, header), (header, ("origin", "https://a.example"))):
            for _ in range(2):
                compare(runner, ways, [get(ADDRESS, headers)])
    assert ways[0].noted


@pytest.mark.parametrize("headers", [(), (FROM_AFAR,), (("origin", "https://a.example"),)])
@pytest.mark.parametrize("is_by_hash", [False, True], ids=["written", "by hash"])
def test_who_has_the_answer_is_told_so_alike(
    lending: OneSnapshot,
    headers: tuple[tuple[str, str], ...],
    is_by_hash: bool,
) -> None:
    ways = pair(lending)
    asked = address(TOTAL, extensions=by_hash(TOTAL))
    with loop() as runner:
        first = compare(runner, ways, [get(asked, headers)])
        asked = address(None, extensions=by_hash(TOTAL)) if is_by_hash else address(TOTAL)
        second = compare(runner, ways, [get(asked, headers)])
        (tag,) = (line[6:].decode() for line in second.split(b"\r\n") if line.startswith(b"etag: "))
        before = len(ways[0].noted)
        for said in (tag, f'"x", W/{tag}', "*", '"x"'):
            reply = compare(runner, ways, [get(asked, (*headers, ("if-none-match", said)))])
            assert reply.startswith(b"HTTP/1.1 200 " if said == '"x"' else b"HTTP/1.1 304 ")
    assert first.startswith(b"HTTP/1.1 200 ")
    assert [one["status"] for one in ways[0].noted[before:]] == [304, 304, 304, 200]


def test_who_has_spent_all_is_told_so_either_way(lending: OneSnapshot) -> None:
    ways = pair(lending, host="203.0.113.7")
    asked = address(QUERY.replace("first: 2", "first: 90"), {"id": PLAN})
    with loop() as runner:
        replies = [compare(runner, ways, [get(asked)]) for _ in range(400)]
    assert replies[-1].startswith(b"HTTP/1.1 429 ")
    assert 0 < len(ways[0].noted) < 400


def test_what_fails_is_told_alike() -> None:
    ways = pair(NoSnapshot())  # type: ignore[arg-type]
    with loop() as runner:
        for _ in range(2):
            compare(runner, ways, [get(ADDRESS)])
    assert not ways[0].noted


async def test_a_known_head_is_answered_on_the_same_connection(
    lending: OneSnapshot,
) -> None:
    short = Way(lending, SCHEMA, is_short=True)
    await short.exchange([get(ADDRESS)])
    protocol, wire = short.connect()
    for number in range(4):
        protocol.data_received(get(ADDRESS))
        await until_replied(wire, number + 1)
    protocol.data_received(post(b"", address="/other"))
    await until_replied(wire, 5)
    assert wire.written.endswith(b"other")
    assert [line["method"] for line in short.noted] == ["GET"] * 4
    assert isinstance(protocol, ShortcutProtocol)
    assert len(protocol.known) == 1
    protocol.connection_lost(None)
    await asyncio.sleep(0)
