"""The whole answer at the end of a subscription, the same as the field `ask` gives."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from websockets.asyncio.client import connect

import graphql_api
from graphql_api.running import RunningOptions
from tests.graphql_api.asker import ANSWER, FakeAsker
from tests.graphql_api.city import PLAN, OneSnapshot

ANSWERED = """
  status answer language query snapshotId
  citations { number url quote section snapshotId page { printed } }
  calculations { expression result inputs }
  facts { id name document { title } }
"""
EVENTS = f"""kind status text
  citation {{ number url documentId title licence quote start end snapshotId }}
  answer {{ {ANSWERED} }}"""
SUBSCRIPTION = f"subscription($question: String!) {{ ask(question: $question) {{ {EVENTS} }} }}"
QUERY = f"query($question: String!) {{ ask(question: $question) {{ {ANSWERED} }} }}"
VARIABLES = {"question": "몇 곳?"}


def citation(number: int) -> dict[str, Any]:
    return {
        "number": number,
        "document": {
            "id": PLAN,
            "source": "plan.txt",
            "title": "2022 주요업무계획",
            "municipality": "충청남도 보령시",
            "publisher": None,
            "published_on": "2022-01-06",
            "source_url": None,
            "licence": "KOGL-1",
        },
        "section": ["제1장"],
        "page": str(number),
        "quote": f"인용 {number}",
        "start": number,
        "end": number + 4,
        "url": f"/documents/{PLAN}?from={number}",
    }


class CitingAsker(FakeAsker):
    """Its answers rest on two quotes and on a fact of the snapshot."""

    def __init__(self, snapshot_id: str) -> None:
        super().__init__()
        self.row = {
            **ANSWER,
            "citations": [citation(1), citation(2)],
            "calculations": [{"expression": "5곳 + 7곳", "result": "12곳", "inputs": [1, 2]}],
            "facts": [{"id": f"{PLAN}/f0001"}, {"id": "gone"}],
            "query": "{ facts { totalCount } }",
            "snapshot": snapshot_id,
        }

    async def answer(self, question: Mapping[str, object]) -> Mapping[str, Any]:
        return self.row

    async def events(
        self, question: Mapping[str, object], request_id: str
    ) -> AsyncIterator[tuple[str, Mapping[str, Any]]]:
        yield "status", {"status": "searching"}
        yield "text", {"text": self.row["answer"]}
        for one in self.row["citations"]:
            yield "citation", one
        yield "done", self.row


@asynccontextmanager
async def listening(lender: OneSnapshot, asker: CitingAsker) -> AsyncIterator[str]:
    """The address of a server that answers over real sockets."""
    app = Starlette(routes=graphql_api.routes(lender, asker=asker))
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, log_config=None, ws="websockets-sansio", lifespan="off")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[bound]))
        while not server.started:
            await asyncio.sleep(0.01)
        try:
            yield f"127.0.0.1:{bound.getsockname()[1]}"
        finally:
            server.should_exit = True
            await serving


async def over_events(address: str, query: str) -> list[dict[str, Any]]:
    """What a plain HTTP client hears."""
    async with (
        httpx.AsyncClient() as client,
        client.stream(
            "POST",
            f"http://{address}/graphql",
            json={"query": query, "variables": VARIABLES},
            headers={"accept": "text/event-stream"},
        ) as response,
    ):
        lines = [line async for line in response.aiter_lines()]
    told = [json.loads(line.removeprefix("data: ")) for line in lines if "data: {" in line]
    assert "event: complete" in lines
    return told


async def over_socket(address: str, query: str) -> list[dict[str, Any]]:
    """What a plain WebSocket client hears."""
    told = []
    async with connect(f"ws://{address}/graphql", subprotocols=["graphql-transport-ws"]) as peer:  # type: ignore[list-item]
        await peer.send(json.dumps({"type": "connection_init"}))
        assert json.loads(await peer.recv()) == {"type": "connection_ack"}
        payload = {"query": query, "variables": VARIABLES}
        await peer.send(json.dumps({"id": "1", "type": "subscribe", "payload": payload}))
        while (message := json.loads(await peer.recv()))["type"] != "complete":
            assert message["type"] == "next"
            told.append(message["payload"])
    return told


@pytest.mark.parametrize("listen", [over_events, over_socket])
async def test_the_last_event_is_the_answer_that_a_query_gives(
    lender: OneSnapshot,
    listen: Any,  # noqa: ANN401 (one of the two clients)
) -> None:
    asker = CitingAsker(lender.snapshot.manifest.snapshot_id)
    async with listening(lender, asker) as address:
        told = await listen(address, SUBSCRIPTION)
        async with httpx.AsyncClient() as client:
            content = {"query": QUERY, "variables": VARIABLES}
            asked = (await client.post(f"http://{address}/graphql", json=content)).json()
    assert not any("errors" in one for one in told)
    events = [one["data"]["ask"] for one in told]
    assert [one["kind"] for one in events] == ["STATUS", "TEXT", "CITATION", "CITATION", "DONE"]
    *early, last = events
    assert last["answer"] == asked["data"]["ask"]
    assert last["text"] == last["answer"]["answer"]
    assert [one["id"] for one in last["answer"]["facts"]] == [f"{PLAN}/f0001"]
    assert last["answer"]["facts"][0]["document"]["title"]
    assert not any(one["answer"] for one in early)
    cited = [one["citation"] for one in events if one["kind"] == "CITATION"]
    assert not any(one["citation"] for one in events if one["kind"] != "CITATION")
    for one, whole in zip(cited, last["answer"]["citations"], strict=True):
        assert {name: one[name] for name in ("number", "url", "quote", "snapshotId")} == {
            name: whole[name] for name in ("number", "url", "quote", "snapshotId")
        }
        assert one["documentId"] == PLAN


async def test_facts_of_another_snapshot_are_an_error_beside_the_rest(lender: OneSnapshot) -> None:
    asker = CitingAsker("another")
    async with listening(lender, asker) as address:
        *_, last = await over_events(address, SUBSCRIPTION)
    assert last["errors"][0]["extensions"]["code"] == "snapshot_changed"
    assert last["errors"][0]["path"] == ["ask", "answer", "facts"]


async def test_a_result_tells_no_more_errors_than_a_plain_answer(lender: OneSnapshot) -> None:
    wrong = " ".join(f"a{number}: answer {{ facts {{ id }} }}" for number in range(14))
    asker = CitingAsker("another")
    async with listening(lender, asker) as address:
        *_, last = await over_events(
            address,
            f"subscription($question: String!) {{ ask(question: $question) {{ {wrong} }} }}",
        )
    assert {one["extensions"]["code"] for one in last["errors"]} == {"snapshot_changed"}
    assert len(last["errors"]) == RunningOptions().errors < 14
