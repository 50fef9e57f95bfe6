"""Requests are counted once each, also those that break off."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from graphql_api.traffic import Kind, Measured, Traffic, TrafficOptions


async def slow(request: Request) -> PlainTextResponse:
    await asyncio.sleep(0.02)
    return PlainTextResponse("at last")


async def broken(request: Request) -> PlainTextResponse:
    raise RuntimeError("not meant")


def app_over(traffic: Traffic) -> Starlette:
    async def greeting(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text(str(traffic.sockets))
        await socket.receive_text()

    return Starlette(
        routes=[
            Route("/slow/{name}", slow),
            Route("/broken", broken),
            WebSocketRoute("/socket", greeting),
        ],
        middleware=[Middleware(Measured, traffic=traffic)],
    )


async def test_a_duration_falls_into_the_bucket_that_holds_it() -> None:
    traffic = Traffic(TrafficOptions(buckets=(0.01, 10)))
    transport = httpx.ASGITransport(app_over(traffic))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
        await http.get("/slow/anything")
        await http.get("/nowhere")
        await http.post("/slow/anything")
    found = traffic.kinds()
    assert found[Kind(route="/slow/{name}", method="GET", status="2xx")].counts == [0, 1, 0]
    assert found[Kind(route="unmatched", method="GET", status="4xx")].counts[0] == 1
    assert Kind(route="/slow/{name}", method="POST", status="4xx") in found
    assert found[Kind(route="/slow/{name}", method="GET", status="2xx")].seconds >= 0.02


async def test_what_fails_counts_as_a_failure() -> None:
    traffic = Traffic()
    transport = httpx.ASGITransport(app_over(traffic))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
        with pytest.raises(RuntimeError, match="not meant"):
            await http.get("/broken")
    assert list(traffic.kinds()) == [Kind(route="/broken", method="GET", status="5xx")]


def test_sockets_are_counted_while_they_are_open() -> None:
    traffic = Traffic()
    with TestClient(app_over(traffic)) as client, client.websocket_connect("/socket") as socket:
        assert socket.receive_text() == "1"
        socket.send_text("bye")
    assert traffic.sockets == 0
