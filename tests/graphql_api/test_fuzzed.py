"""Senseless requests at every door: an answer with a sensible status, and nothing of ours in it."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

import graphql_api
import index
from tests.graphql_api.city import PLAN, OneSnapshot

QUICK, THOROUGH = 60, 2_000
"""Five doors: ten thousand requests in the thorough run."""

OURS = re.compile(
    r"Traceback|\.py\b|/tmp/|/root/|/home/|sqlite|SELECT |FROM facts|no such column|error near"
    r"|[A-Z][a-z]+Error\b|<class|object at 0x|NoneType|strawberry|graphql_api|internal_error"
)
"""What no answer may say: paths, statements, exceptions and names of the program."""

PIECES = (
    *"{}()[]:$@!|&=,.\"'\\#\n\t \u0000\ufeff\u202e\ud7ff😀가-0123456789eE",
    *("query ", "subscription ", "mutation ", "fragment f on ", "...", "...f", "@include(if:"),
    *("facts", "nodes", "totalCount", "first:", "after:", "where:", "orderBy:", "filter:"),
    *("__schema", "__typename", "id", "Query", "null", "true", "1e999", "-1", '"""', "ask"),
    *("{ facts { nodes { id } } }", "query($v: ID!) { node(id: $v) { id } }"),
)
TEXT = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
DOCUMENT = st.one_of(
    TEXT,
    st.sampled_from(
        [
            "query($v: ID!) { node(id: $v) { id } }",
            "query($v: FactWhere) { facts(where: $v) { totalCount } }",
            "query($v: String) { facts(after: $v, first: 1) { nodes { id } } }",
            "query($v: Int) { facts(first: $v) { nodes { id } } }",
            "query A { facts { totalCount } } query B { documents { totalCount } }",
            'subscription { ask(question: "?") { kind } }',
            "query($v: String!) { search(text: $v) { score } }",
        ]
    ),
)
VALUE = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), TEXT, st.just(PLAN)
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.one_of(TEXT, st.sampled_from(["eq", "in", "and", "or", "not", "name", "document"])),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=8,
)
HEADER = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40)
HEADERS = st.dictionaries(
    st.sampled_from(
        "accept content-type range if-none-match origin host accept-encoding accept-language"
        " x-request-id mcp-protocol-version last-event-id content-encoding forwarded".split()
    ),
    st.one_of(
        HEADER,
        st.sampled_from(
            ["application/json", "text/event-stream", "bytes=0-", "bytes=9-1", "*/*;q=x", "gzip"]
        ),
    ),
    max_size=3,
)
REQUEST = st.one_of(
    VALUE,
    st.fixed_dictionaries(
        {"query": DOCUMENT},
        optional={
            "variables": st.one_of(VALUE, st.fixed_dictionaries({"v": VALUE})),
            "operationName": st.one_of(VALUE, st.sampled_from(["A", "B"])),
            "extensions": st.one_of(
                VALUE, st.fixed_dictionaries({"persistedQuery": st.one_of(VALUE, st.just({}))})
            ),
            "documentId": VALUE,
        },
    ),
)
Draw = Callable[[st.SearchStrategy[Any]], Any]
Sent = tuple[str, str, dict[str, Any]]
"""A method, an address, and what httpx is told besides."""


def graphql(draw: Draw) -> Sent:
    if draw(st.booleans()):
        body = json.dumps(draw(REQUEST)).encode()
        body = draw(st.one_of(st.just(body), st.binary(max_size=60), st.just(body[:-1])))
        return "POST", "/graphql", {"content": body}
    names = st.sampled_from(["query", "variables", "operationName", "extensions", "documentId"])
    return "GET", "/graphql", {"params": draw(st.dictionaries(names, TEXT, max_size=3))}


def streams(draw: Draw) -> Sent:
    return (
        "POST",
        "/graphql",
        {
            "content": json.dumps(draw(REQUEST)).encode(),
            "headers": {"accept": "text/event-stream", "content-type": "application/json"},
        },
    )


def mirror(draw: Draw) -> Sent:
    table = draw(st.sampled_from(["facts", "documents", "search", "series", "municipalities", "x"]))
    last = draw(st.one_of(st.just(""), TEXT.map(lambda text: f"/{text}")))
    names = st.sampled_from(
        ["limit", "after", "municipality", "year", "text", "order", "x", "kind"]
    )
    return (
        "GET",
        f"/api/v1/{table}{last}",
        {"params": draw(st.dictionaries(names, TEXT, max_size=3))},
    )


def dumps(draw: Draw) -> Sent:
    name = draw(st.one_of(st.sampled_from(["facts.csv", "checksums.txt", "../x", "x.csv"]), TEXT))
    return draw(st.sampled_from(["GET", "HEAD", "POST"])), f"/data/{name}", {}


def agents(draw: Draw) -> Sent:
    body = draw(
        st.one_of(
            VALUE,
            st.fixed_dictionaries(
                {
                    "jsonrpc": st.just("2.0"),
                    "method": st.sampled_from(["tools/call", "tools/list"]),
                },
                optional={
                    "id": VALUE,
                    "params": st.fixed_dictionaries(
                        {"name": st.sampled_from(["search", "list_facts", "get_fact", "x"])},
                        optional={"arguments": VALUE},
                    ),
                },
            ),
        )
    )
    headers = {"accept": "application/json, text/event-stream", "content-type": "application/json"}
    return "POST", "/mcp", {"content": json.dumps(body).encode(), "headers": headers}


DOORS = {one.__name__: one for one in (graphql, streams, mirror, dumps, agents)}


def keep_quiet(response: httpx.Response, sent: Sent) -> None:
    assert response.status_code < 500 or response.status_code in (501, 503), (sent, response.text)
    if response.status_code >= 400 or "json" in response.headers.get("content-type", ""):
        said = response.content.decode("utf-8", "replace")
        assert OURS.search(said) is None, (sent, OURS.search(said), said[:2_000])


def knock(snapshot: index.Snapshot, door: Callable[[Draw], Sent], examples: int) -> None:
    app = Starlette(routes=graphql_api.routes(OneSnapshot(snapshot)))
    transport = httpx.ASGITransport(app=app)

    async def send(sent: Sent) -> httpx.Response:
        method, address, rest = sent
        async with httpx.AsyncClient(transport=transport, base_url="http://city.test") as http:
            return await http.request(method, quote(address), **rest)

    with asyncio.Runner() as runner:

        @settings(
            max_examples=examples,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(data=st.data())
        def check(data: st.DataObject) -> None:
            method, address, rest = door(data.draw)
            rest["headers"] = rest.get("headers", {}) | data.draw(HEADERS)
            sent = (method, address, rest)
            keep_quiet(runner.run(send(sent)), sent)

        check()


@pytest.mark.parametrize("door", DOORS)
def test_a_senseless_request_is_told_so_and_nothing_else(
    snapshot: index.Snapshot, door: str
) -> None:
    knock(snapshot, DOORS[door], QUICK)


@pytest.mark.thorough
@pytest.mark.parametrize("door", DOORS)
def test_none_of_ten_thousand_senseless_requests_breaks_anything(
    snapshot: index.Snapshot, door: str
) -> None:
    knock(snapshot, DOORS[door], THOROUGH)


def test_senseless_frames_close_a_socket_or_are_told_so(snapshot: index.Snapshot) -> None:
    app = Starlette(routes=graphql_api.routes(OneSnapshot(snapshot)))

    subscribing = REQUEST.map(
        lambda one: json.dumps({"type": "subscribe", "id": "1", "payload": one})
    )

    @settings(max_examples=QUICK, deadline=None, derandomize=True, database=None)
    @given(frames=st.lists(st.one_of(TEXT, subscribing), max_size=3))
    def check(frames: list[str]) -> None:
        said: list[str] = []
        with (
            TestClient(app) as client,
            client.websocket_connect("/graphql", subprotocols=["graphql-transport-ws"]) as socket,
        ):
            socket.send_json({"type": "connection_init"})
            for frame in (*frames, "not JSON"):
                socket.send_text(frame)
            with suppress(WebSocketDisconnect):
                while True:
                    said.append(socket.receive_text())
        assert [one for one in said if OURS.search(one)] == []

    check()
