"""Results that come one after another as server-sent events."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

import graphql_api
from graphql_api.streams import StreamOptions, events_of
from tests.graphql_api.asker import FakeAsker
from tests.graphql_api.city import Api, OneSnapshot

EVENTS = {"accept": "text/event-stream"}
ASK = 'subscription { ask(question: "몇 곳?") { kind status text } }'


@pytest.fixture
def asker() -> FakeAsker:
    return FakeAsker()


@pytest.fixture
async def asking(lender: OneSnapshot, asker: FakeAsker) -> AsyncIterator[Api]:
    made = Api(lender, Starlette(routes=graphql_api.routes(lender, asker=asker)))
    async with made.http:
        yield made


def read(body: str) -> list[tuple[str, Any]]:
    events = []
    for block in body.split("\n\n"):
        if block and not block.startswith(":"):
            name, data = block.split("\n")
            text = data.removeprefix("data: ")
            events.append((name.removeprefix("event: "), json.loads(text) if text else None))
    return events


async def ask(api: Api, query: str = ASK, **headers: str) -> httpx.Response:
    return await api.http.post("/graphql", json={"query": query}, headers=EVENTS | headers)


async def test_an_answer_comes_as_events_and_is_then_complete(asking: Api) -> None:
    response = await ask(asking)
    assert response.headers["content-type"].startswith("text/event-stream")
    events = read(response.text)
    assert events[-1] == ("complete", None)
    told = [one["data"]["ask"] for name, one in events if name == "next"]
    assert [one["kind"] for one in told] == ["STATUS", "TEXT", "TEXT", "DONE"]
    assert "".join(one["text"] for one in told if one["kind"] == "TEXT") == told[-1]["text"]
    assert told[-1]["status"] == "answered"
    assert all(one["extensions"]["snapshot"] for name, one in events if name == "next")


async def test_it_comes_over_get_too(asking: Api) -> None:
    response = await asking.http.get("/graphql", params={"query": ASK}, headers=EVENTS)
    assert read(response.text)[-1] == ("complete", None)


async def test_a_query_is_one_event(asking: Api) -> None:
    events = read((await ask(asking, "{ snapshot { id } }")).text)
    assert [name for name, _ in events] == ["next", "complete"]
    assert events[0][1]["data"]["snapshot"]["id"]


async def test_who_takes_both_gets_events_for_a_subscription_only(asking: Api) -> None:
    accept = "application/graphql-response+json, application/json, text/event-stream"
    streamed = await ask(asking, accept=accept)
    plain = await ask(asking, "{ snapshot { id } }", accept=accept)
    assert streamed.headers["content-type"].startswith("text/event-stream")
    assert plain.headers["content-type"].startswith("application/graphql-response+json")


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_subscription_over_a_request_with_one_answer_is_refused(
    asking: Api, asker: FakeAsker, method: str
) -> None:
    response = await asking.http.request(
        method,
        "/graphql",
        params={"query": ASK} if method == "GET" else None,
        json={"query": ASK} if method == "POST" else None,
    )
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == "stream_needed"
    assert not asker.asked


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("subscription { nothing }", 400, "invalid_query"),
        ("subscription {", 400, "syntax_error"),
        ("mutation { a }", 400, "operation_not_supported"),
        (ASK[:-3] + "a: kind " * 20 + "} }", 400, "too_many_aliases"),
        (f"{ASK} query B {{ snapshot {{ id }} }}", 400, "operation_name_required"),
    ],
)
async def test_what_cannot_be_executed_is_an_error_with_a_status(
    asking: Api, query: str, status: int, code: str
) -> None:
    response = await ask(asking, query)
    assert response.status_code == status
    assert response.json()["errors"][0]["extensions"]["code"] == code


async def test_a_question_that_is_not_taken_says_why(asking: Api, asker: FakeAsker) -> None:
    empty = read((await ask(asking, ASK.replace("몇 곳?", ""))).text)
    assert empty[0][1]["errors"][0]["extensions"]["code"] == "empty_question"
    asker.is_full = True
    busy = read((await ask(asking)).text)
    assert busy[0][1]["errors"][0]["extensions"]["code"] == "too_many_questions"
    assert busy[-1] == ("complete", None)


async def test_without_anybody_to_ask_it_says_so(api: Api) -> None:
    events = read((await ask(api)).text)
    assert events[0][1]["errors"][0]["extensions"]["code"] == "asking_not_available"


async def test_a_silence_is_filled_and_leaving_ends_the_source() -> None:
    asker = FakeAsker()
    asker.wait.clear()

    async def contents() -> AsyncGenerator[dict[str, Any]]:
        async for name, _ in asker.events({}, ""):
            yield {"data": name}

    source = contents()
    events = events_of(await anext(source), source, StreamOptions(ping_seconds=0.01))
    first = [await anext(events) for _ in range(2)]
    assert [one.split(b"\n")[0] for one in first] == [b"event: next", b"event: next"]
    assert await anext(events) == b":\n\n"
    await events.aclose()
    await source.aclose()
    assert asker.closed == 1


async def test_a_page_from_anywhere_may_read_it(asking: Api) -> None:
    preflight = await asking.http.options(
        "/graphql",
        headers={
            "origin": "https://example.org",
            "access-control-request-method": "POST",
            "access-control-request-headers": "content-type",
        },
    )
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in preflight.headers
    response = await asking.http.get(
        "/graphql", params={"query": "{ snapshot { id } }"}, headers={"origin": "null"}
    )
    assert response.headers["access-control-allow-origin"] == "*"
    assert "ETag" in response.headers["access-control-expose-headers"]
