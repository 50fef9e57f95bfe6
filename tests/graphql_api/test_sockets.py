"""GraphQL over WebSocket: the graphql-transport-ws protocol, its bounds and its close codes."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient, WebSocketTestSession
from starlette.websockets import WebSocketDisconnect

import graphql_api
from tests.graphql_api.asker import FakeAsker
from tests.graphql_api.city import OneSnapshot

PROTOCOL = "graphql-transport-ws"
ASK = 'subscription { ask(question: "몇 곳?") { kind text } }'


@contextmanager
def connected(
    lender: OneSnapshot,
    *,
    asker: FakeAsker | None = None,
    greeted: bool = True,
    **options: Any,  # noqa: ANN401 (those of SocketOptions)
) -> Iterator[WebSocketTestSession]:
    routes = graphql_api.routes(
        lender, asker=asker or FakeAsker(), sockets=graphql_api.SocketOptions(**options)
    )
    with (
        TestClient(Starlette(routes=routes)) as client,
        client.websocket_connect("/graphql", subprotocols=[PROTOCOL]) as socket,
    ):
        if greeted:
            socket.send_json({"type": "connection_init"})
            assert socket.receive_json() == {"type": "connection_ack"}
        yield socket


def subscribe(socket: WebSocketTestSession, query: str, name: str = "1", **more: object) -> None:
    payload = {"query": query, **more}
    socket.send_json({"id": name, "type": "subscribe", "payload": payload})


def closing(socket: WebSocketTestSession) -> int:
    """The code that the other side closes with, whatever it still says before."""
    while True:
        try:
            socket.receive_json()
        except WebSocketDisconnect as closed:
            return closed.code


def test_an_answer_comes_piece_by_piece(lender: OneSnapshot) -> None:
    with connected(lender) as socket:
        subscribe(socket, ASK)
        messages = [socket.receive_json() for _ in range(5)]
    assert [one["type"] for one in messages] == ["next"] * 4 + ["complete"]
    assert {one["id"] for one in messages} == {"1"}
    kinds = [one["payload"]["data"]["ask"]["kind"] for one in messages[:-1]]
    assert kinds == ["STATUS", "TEXT", "TEXT", "DONE"]


def test_a_query_gives_one_result_with_its_variables(lender: OneSnapshot) -> None:
    query = "query A($n: Int) { facts(first: $n) { nodes { id } } } query B { snapshot { id } }"
    with connected(lender) as socket:
        subscribe(socket, query, variables={"n": 2}, operationName="A")
        told, complete = socket.receive_json(), socket.receive_json()
    assert len(told["payload"]["data"]["facts"]["nodes"]) == 2
    assert complete == {"id": "1", "type": "complete"}


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"query": "{ nothing }"}, "invalid_query"),
        ({"query": "{"}, "syntax_error"),
        ({"query": ""}, "query_missing"),
        ({"query": 1}, "query_missing"),
        ({"query": "{ a }", "variables": []}, "invalid_variables"),
        ({"query": "mutation { a }"}, "operation_not_supported"),
        ({"query": "{ a }" + "#" * 40_000}, "document_too_long"),
        ({"query": "{ nodes(ids: [" + '"a",' * 101 + "]) { id } }"}, "list_too_long"),
    ],
)
def test_what_cannot_be_executed_is_an_error_and_the_connection_goes_on(
    lender: OneSnapshot, payload: dict[str, Any], code: str
) -> None:
    with connected(lender) as socket:
        socket.send_json({"id": "1", "type": "subscribe", "payload": payload})
        refused = socket.receive_json()
        assert (refused["id"], refused["type"]) == ("1", "error")
        told = refused["payload"][0]["extensions"]
        assert told["code"] == code
        assert all(told[name] for name in ("message_ko", "message_en", "request_id"))
        subscribe(socket, "{ snapshot { id } }", "2")
        assert socket.receive_json()["payload"]["data"]["snapshot"]["id"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1", 4400),
        ("null", 4400),
        ("{", 4400),
        ("[" * 100_000, 4400),
        ('{"type": []}', 4400),
        ('{"id": {}, "type": "complete"}', 4400),
        ('{"id": "1", "type": "subscribe", "payload": null}', 4400),
        ('{"id": "1", "type": "subscribe"}', 4400),
        ('{"type": "connection_init"}', 4429),
        ('{"type": "connection_init", "payload": 1}', 4400),
        ('{"type": "nonsense"}', 4400),
        (json.dumps({"type": "ping", "payload": "x" * 200_000}), 4400),
        (json.dumps({"id": "x" * 101, "type": "complete"}), 4400),
    ],
)
def test_what_is_not_of_the_protocol_ends_the_connection(
    lender: OneSnapshot, text: str, code: int
) -> None:
    with connected(lender) as socket:
        socket.send_text(text)
        assert closing(socket) == code


def test_bytes_end_the_connection(lender: OneSnapshot) -> None:
    with connected(lender) as socket:
        socket.send_bytes(b"{}")
        assert closing(socket) == 4400


def test_who_does_not_greet_is_let_go(lender: OneSnapshot) -> None:
    with connected(lender, greeted=False) as socket:
        subscribe(socket, ASK)
        assert closing(socket) == 4401
    with connected(lender, greeted=False, hello_seconds=0.05) as socket:
        assert closing(socket) == 4408


def test_who_says_nothing_is_let_go_but_not_while_something_runs(lender: OneSnapshot) -> None:
    with connected(lender, idle_seconds=0.05) as socket:
        assert closing(socket) == 4410
    waiting = FakeAsker()
    waiting.wait.clear()
    with connected(lender, asker=waiting, idle_seconds=0.05) as socket:
        subscribe(socket, ASK)
        assert [socket.receive_json()["type"] for _ in range(2)] == ["next", "next"]
        socket.send_json({"id": "1", "type": "complete"})
        assert closing(socket) == 4410
    assert waiting.closed == 1


def test_an_id_that_is_in_use_ends_the_connection(lender: OneSnapshot) -> None:
    waiting = FakeAsker()
    waiting.wait.clear()
    with connected(lender, asker=waiting) as socket:
        subscribe(socket, ASK)
        subscribe(socket, ASK)
        assert closing(socket) == 4409
    assert waiting.closed == 1


def test_one_operation_too_many_is_refused(lender: OneSnapshot) -> None:
    waiting = FakeAsker()
    waiting.wait.clear()
    with connected(lender, asker=waiting, operations=1) as socket:
        subscribe(socket, ASK)
        assert [socket.receive_json()["type"] for _ in range(2)] == ["next", "next"]
        subscribe(socket, ASK, "2")
        refused = socket.receive_json()
    assert (refused["id"], refused["type"]) == ("2", "error")


def test_one_connection_too_many_is_told_to_come_back(lender: OneSnapshot) -> None:
    routes = graphql_api.routes(lender, sockets=graphql_api.SocketOptions(connections=1))
    with TestClient(Starlette(routes=routes)) as client:
        with (
            client.websocket_connect("/graphql", subprotocols=[PROTOCOL]),
            client.websocket_connect("/graphql", subprotocols=[PROTOCOL]) as second,
        ):
            assert closing(second) == 4503
        with client.websocket_connect("/graphql", subprotocols=[PROTOCOL]) as third:
            third.send_json({"type": "connection_init"})
            assert third.receive_json() == {"type": "connection_ack"}


@pytest.mark.parametrize("protocols", [[], ["graphql-ws"], ["chat"]])
def test_another_protocol_is_refused(lender: OneSnapshot, protocols: list[str]) -> None:
    client = TestClient(Starlette(routes=graphql_api.routes(lender)))
    with client.websocket_connect("/graphql", subprotocols=protocols) as socket:
        assert closing(socket) == 4406


def test_a_ping_is_answered(lender: OneSnapshot) -> None:
    with connected(lender) as socket:
        socket.send_json({"type": "ping"})
        assert socket.receive_json() == {"type": "pong"}


def test_one_caller_does_not_keep_the_others_out(lender: OneSnapshot) -> None:
    options = graphql_api.SocketOptions(of_one_caller=1)
    client = TestClient(Starlette(routes=graphql_api.routes(lender, sockets=options)))
    with client, client.websocket_connect("/graphql", subprotocols=[PROTOCOL]):
        with client.websocket_connect("/graphql", subprotocols=[PROTOCOL]) as second:
            assert closing(second) == 4503
        here = TestClient(client.app, client=("127.0.0.1", 1))
        with here.websocket_connect("/graphql", subprotocols=[PROTOCOL]) as other:
            other.send_json({"type": "connection_init"})
            assert other.receive_json() == {"type": "connection_ack"}


def test_pings_keep_no_connection_open(lender: OneSnapshot) -> None:
    with connected(lender, idle_seconds=0.2) as socket:
        started = time.monotonic()
        code = None
        while code is None and time.monotonic() - started < 10:
            try:
                socket.send_json({"type": "ping"})
                socket.receive_json()
            except WebSocketDisconnect as closed:
                code = closed.code
    assert code == 4410
