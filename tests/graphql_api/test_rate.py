"""The allowance at work: headers, the field, and 429 in GraphQL's own shape."""

from __future__ import annotations

import hashlib
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

import graphql_api
from tests.graphql_api.city import OneSnapshot

QUERY = "{ facts(first: 10) { nodes { id name } } rateLimit { limit cost remaining resetAt } }"
PLAIN = "{ facts(first: 10) { nodes { id name } } }"


def client(lender: OneSnapshot, burst: int, host: str = "203.0.113.7") -> httpx.AsyncClient:
    options = graphql_api.AllowanceOptions(per_second=1, burst=burst, refused=5)
    app = Starlette(routes=graphql_api.routes(lender, allowance=options))
    transport = httpx.ASGITransport(app=app, client=(host, 1))
    return httpx.AsyncClient(transport=transport, base_url="http://city.test")


async def ask(http: httpx.AsyncClient, query: str) -> httpx.Response:
    return await http.post(
        "/graphql",
        json={"query": query},
        headers={"accept": "application/graphql-response+json"},
    )


async def test_a_query_is_told_its_cost_and_what_is_left(lender: OneSnapshot) -> None:
    async with client(lender, burst=1_000) as http:
        response = await ask(http, QUERY)
        told: dict[str, Any] = response.json()["data"]["rateLimit"]
        assert told["limit"] == 1_000
        assert 10 < told["cost"] < 200
        assert told["remaining"] == 1_000 - told["cost"]
        assert response.headers["ratelimit-policy"] == '"cost";q=1000'
        assert response.headers["ratelimit"].startswith(f'"cost";r={told["remaining"]};t=')
        assert response.headers["x-query-cost"] == str(told["cost"])
        assert response.headers["cache-control"] == "no-store"
        again = (await ask(http, QUERY)).json()["data"]["rateLimit"]
        assert again["remaining"] < told["remaining"]


@pytest.mark.parametrize("query", [QUERY, PLAIN])
async def test_who_has_spent_all_is_told_when_to_come_back(lender: OneSnapshot, query: str) -> None:
    async with client(lender, burst=100) as http:
        responses = [await ask(http, f"{query} # {number}") for number in range(5)]
    spent = responses[-1]
    assert responses[0].status_code == 200
    assert spent.status_code == 429
    assert spent.json()["errors"][0]["extensions"]["code"] == "allowance_spent"
    assert "data" not in spent.json()
    assert int(spent.headers["retry-after"]) >= 1


async def test_a_plan_costs_what_graphql_core_s_answer_does(lender: OneSnapshot) -> None:
    query = "query A($n: Int) { facts(first: $n) { nodes { id name } } }"
    async with client(lender, burst=10_000) as http:
        costs = []
        for number in (5, 5, 6, 7):
            response = await http.post(
                "/graphql", json={"query": query, "variables": {"n": number}}
            )
            costs.append(int(response.headers["x-query-cost"]))
    first, kept, planned, again = costs
    assert kept == first, "a query costs the same whoever asked before, and is told so"
    assert planned - first == again - planned > 0


async def test_what_is_refused_is_charged_too(lender: OneSnapshot) -> None:
    async with client(lender, burst=30) as http:
        for body in ({"query": "{ nothing }"}, {"query": "{"}, {}):
            assert (await http.post("/graphql", json=body)).status_code in (200, 400)
        response = await ask(http, "{ rateLimit { remaining } }")
    assert response.json()["data"]["rateLimit"]["remaining"] < 30 - 3 * 5


async def test_this_machine_is_asked_for_nothing(lender: OneSnapshot) -> None:
    async with client(lender, burst=20, host="127.0.0.1") as http:
        for number in range(5):
            response = await ask(http, f"{QUERY} # {number}")
            assert response.status_code == 200
            assert "ratelimit" not in response.headers


async def test_every_door_takes_from_the_same_allowance(lender: OneSnapshot) -> None:
    async with client(lender, burst=2_500) as http:
        assert (await http.get("/api/v1/search", params={"text": "휴양림"})).status_code == 200
        spent = await http.get("/api/v1/search", params={"text": "휴양림 사업"})
        assert spent.status_code == 429
        assert int(spent.headers["retry-after"]) >= 1
        assert (await http.post("/mcp", json={})).status_code == 429
        left = (await ask(http, "{ rateLimit { remaining } }")).json()
    assert left["data"]["rateLimit"]["remaining"] < 500


async def test_what_proxies_may_share_says_nothing_of_one_caller(lender: OneSnapshot) -> None:
    text = "{ snapshot { id } }"
    digest = hashlib.sha256(text.encode()).hexdigest()
    parameters = {"query": text, "documentId": f"sha256:{digest}"}
    async with client(lender, burst=1_000) as http:
        shared = await http.get("/graphql", params=parameters)
        own = await http.get("/graphql", params={"query": text})
    assert shared.headers["cache-control"].startswith("public")
    assert "ratelimit" not in shared.headers
    assert "ratelimit" in own.headers


async def test_a_stream_is_charged_and_told_so(lender: OneSnapshot) -> None:
    events = {"accept": "text/event-stream"}
    async with client(lender, burst=20) as http:
        for text in ("subscription { nothing }", "{ nothing }"):
            before = (await ask(http, "{ rateLimit { remaining } }")).json()
            refused = await http.post("/graphql", json={"query": text}, headers=events)
            assert refused.status_code == 400
            after = int(refused.headers["ratelimit"].split("r=")[1].split(";")[0])
            assert after < before["data"]["rateLimit"]["remaining"]
        spent = await http.post("/graphql", json={"query": PLAIN}, headers=events)
    assert spent.status_code == 429
    assert int(spent.headers["retry-after"]) >= 1
