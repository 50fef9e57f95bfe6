# ruff: noqa: ANN401 (what comes back is JSON of whatever shape was asked for)
"""The tools for agents, called by a real client of the protocol's SDK over HTTP."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import httpx
import httpx2
import pytest
from jsonschema import Draft202012Validator
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from starlette.applications import Starlette

import corpus
import index
from graphql_api.agents import AgentOptions, agent_routes, hosts_named
from graphql_api.tools import ASK_OUTPUT, TOOLS
from tests.graphql_api.city import AUDIT, PLAN, NoSnapshot, OneSnapshot

CALL = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "tools/call",
    "params": {"name": "get_document", "arguments": {"id": PLAN}},
}
HEADERS = {"accept": "application/json, text/event-stream"}


class Echo:
    """Answers a question with itself."""

    def check(self, content: Mapping[str, object]) -> Any:
        if content["question"] == "?":
            raise corpus.SijeongError("empty_question", "질문을 쓰십시오.", "Ask something.")
        return content

    def admit(self) -> None:
        return None

    async def answer(self, question: Any) -> Mapping[str, Any]:
        return {
            "status": "answered",
            "answer": question["question"],
            "citations": [],
            "snapshot": "s",
            "query": None,
        }


@asynccontextmanager
async def connected(app: Starlette, mode: Any = "auto") -> AsyncIterator[Client]:
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://city.test") as http:
        made = streamable_http_client("http://city.test/mcp", http_client=http)
        async with Client(made, mode=mode) as client:
            yield client


@pytest.fixture
def agents(snapshot: index.Snapshot) -> Starlette:
    return Starlette(routes=agent_routes(OneSnapshot(snapshot)))


@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_a_client_of_the_sdk_lists_and_calls_every_tool(agents: Starlette, mode: str) -> None:
    calls: dict[str, dict[str, Any]] = {
        "search": {"text": "휴양림", "limit": 2},
        "list_facts": {"kind": ["budget"], "municipality": ["인천광역시"], "limit": 3},
        "get_fact": {"id": f"{PLAN}/f0001"},
        "list_documents": {},
        "get_document": {"id": AUDIT},
        "get_passage": {"id": f"{PLAN}/p001"},
    }
    async with connected(agents, mode) as client:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert set(tools) == set(calls) == set(TOOLS)
        for name, given in calls.items():
            result = await client.call_tool(name, given)
            assert not result.is_error, result
            schema = tools[name].output_schema
            assert schema
            Draft202012Validator(schema).validate(result.structured_content)
            rows = result.structured_content["data"]
            for row in rows if isinstance(rows, list) else [rows]:
                assert (row.get("passage") or row)["url"].startswith("/documents/kr-")
            assert json.loads(result.content[0].text) == result.structured_content  # type: ignore[union-attr]
            annotations = tools[name].annotations
            assert annotations
            assert annotations.read_only_hint


async def test_a_list_is_read_on_by_its_after(agents: Starlette) -> None:
    found: list[str] = []
    after = None
    async with connected(agents) as client:
        while True:
            given = {"limit": 10} | ({"after": after} if after else {})
            content = (await client.call_tool("list_facts", given)).structured_content
            found += [row["id"] for row in content["data"]]
            after = content["after"]
            if after is None:
                break
    assert found == sorted(set(found))
    assert len(found) == 37


@pytest.mark.parametrize(
    ("name", "given", "code"),
    [
        ("get_fact", {"id": "kr-nowhere/x"}, "not_found"),
        ("get_fact", {}, "missing_parameter"),
        ("get_fact", {"id": ["a", "b"]}, "too_many_values"),
        ("get_fact", {"id": {"a": 1}}, "invalid_parameter"),
        ("get_fact", {"id": True}, "invalid_parameter"),
        ("list_facts", {"limit": 1_000}, "invalid_parameter"),
        ("list_facts", {"limit": 10**100}, "invalid_parameter"),
        ("list_facts", {"sql": "drop"}, "unknown_parameter"),
        ("list_facts", {"municipality": ["x"] * 51}, "too_many_values"),
        ("search", {"text": "가" * 1_001}, "invalid_parameter"),
        ("delete_everything", {}, "no_such_tool"),
        ("ask", {"question": "예산은?"}, "no_such_tool"),
    ],
)
async def test_a_senseless_call_is_told_what_is_wrong(
    agents: Starlette, name: str, given: dict[str, Any], code: str
) -> None:
    body = CALL | {"params": {"name": name, "arguments": given}}
    async with speaking(agents) as http:
        result = (await http.post("/mcp", json=body, headers=HEADERS)).json()["result"]
    assert result["isError"] is True
    told = json.loads(result["content"][0]["text"])
    assert told["code"] == code
    assert any("가" <= letter <= "힣" for letter in told["message_ko"])


async def test_a_question_is_asked_where_somebody_answers(snapshot: index.Snapshot) -> None:
    app = Starlette(routes=agent_routes(OneSnapshot(snapshot), asker=Echo()))
    async with connected(app) as client:
        assert "ask" in {tool.name for tool in (await client.list_tools()).tools}
        result = await client.call_tool("ask", {"question": "예산은?"})
        assert result.structured_content["answer"] == "예산은?"
        Draft202012Validator(ASK_OUTPUT).validate(result.structured_content)
        refused = await client.call_tool("ask", {"question": "?"})
        assert refused.is_error


@asynccontextmanager
async def speaking(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://city.test") as http:
        yield http


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT", "HEAD"])
async def test_there_are_no_sessions_and_no_streams_to_hold(agents: Starlette, method: str) -> None:
    async with speaking(agents) as http:
        response = await http.request(method, "/mcp", headers=HEADERS)
        assert (response.status_code, response.headers["allow"]) == (405, "POST")
        opened = await http.post("/mcp", json=CALL, headers=HEADERS)
        assert opened.status_code == 200
        assert "mcp-session-id" not in opened.headers


@pytest.mark.parametrize(
    ("origin", "status"),
    [("http://city.test", 200), ("https://evil.example", 403), ("null", 403), ("", 403)],
)
async def test_a_page_of_another_origin_is_refused(
    agents: Starlette, origin: str, status: int
) -> None:
    async with speaking(agents) as http:
        response = await http.post("/mcp", json=CALL, headers=HEADERS | {"origin": origin})
    assert response.status_code == status


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("city.test", 200),
        ("City.Test", 200),
        ("local.test:8000", 200),
        ("local.test:9", 200),
        ("city.test:8000", 403),
        ("local.test", 403),
        ("local.test:evil", 403),
        ("rebound.example", 403),
        ("", 403),
    ],
)
async def test_only_the_hosts_that_are_named_are_served(
    snapshot: index.Snapshot, host: str, status: int
) -> None:
    options = AgentOptions(hosts=hosts_named(" City.test, local.test:* ,"))
    app = Starlette(routes=agent_routes(OneSnapshot(snapshot), options))
    async with speaking(app) as http:
        response = await http.post("/mcp", json=CALL, headers=HEADERS | {"host": host})
    assert response.status_code == status
    if status == 403:
        assert response.json()["error"]["code"] == "host_not_served"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"1",
        b"[]",
        b"{",
        b'{"jsonrpc":"2.0"}',
        b"\xff\xfe",
        b"[" * 30_000,
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        b"x" * (64 * 1024 + 1),
        json.dumps([CALL] * 50).encode(),
        json.dumps(CALL | {"method": "tools/nothing"}).encode(),
    ],
)
async def test_a_hostile_body_is_refused_and_nothing_breaks(
    snapshot: index.Snapshot, body: bytes
) -> None:
    lender = OneSnapshot(snapshot)
    async with speaking(Starlette(routes=agent_routes(lender))) as http:
        response = await http.post(
            "/mcp", content=body, headers=HEADERS | {"content-type": "application/json"}
        )
        assert 400 <= response.status_code < 500 or "error" in response.json()
        assert b"Traceback" not in response.content
        assert (await http.post("/mcp", json=CALL, headers=HEADERS)).status_code == 200
    assert lender.lent == 0


async def test_without_a_snapshot_a_call_says_so() -> None:
    async with speaking(Starlette(routes=agent_routes(NoSnapshot()))) as http:
        result = (await http.post("/mcp", json=CALL, headers=HEADERS)).json()["result"]
    assert result["isError"] is True
    assert "not_ready" in result["content"][0]["text"]


@pytest.mark.parametrize("name", ["search", "list_facts", "list_documents"])
async def test_a_call_that_reads_too_long_is_stopped(snapshot: index.Snapshot, name: str) -> None:
    routes = agent_routes(OneSnapshot(snapshot), AgentOptions(seconds=-1.0))
    snapshot.forget()  # what another test read is not read again
    given = {"text": "예산"} if name == "search" else {}
    call = {**CALL, "params": {"name": name, "arguments": given}}
    async with speaking(Starlette(routes=routes)) as http:
        response = await http.post("/mcp", json=call, headers=HEADERS)
    result = response.json()["result"]
    assert result["isError"] is True
    assert json.loads(result["content"][0]["text"])["code"] == "reading_too_long"
