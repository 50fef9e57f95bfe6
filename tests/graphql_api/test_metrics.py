"""`/metrics`: true numbers, bounded labels, nothing that a caller wrote, this machine only."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families as open_families
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.middleware import Middleware

import graphql_api
from tests.graphql_api.asker import FakeAsker
from tests.graphql_api.city import NoSnapshot, OneSnapshot

TYPED = "비밀스러운질문"
QUERY = "{ facts(first: 2) { nodes { id } } }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a desk would tell."""

    answered: Mapping[str, int] = field(default_factory=lambda: {"answered": 3, "refused": 1})
    turned_away: int = 2
    failed: int = 1
    working: int = 1
    waiting: int = 4


@asynccontextmanager
async def watched(
    lender: OneSnapshot | NoSnapshot,
    *,
    is_open: bool = False,
    host: str = "127.0.0.1",
    per_second: int = 5_000,
) -> AsyncIterator[httpx.AsyncClient]:
    traffic = graphql_api.Traffic()
    metrics = graphql_api.Metrics(
        lender,
        traffic,
        graphql_api.MetricsOptions(is_open=is_open),
        asking=Counts,
        clock=lambda: 2_000_000_000.0,
    )
    allowance = graphql_api.AllowanceOptions(per_second=per_second, burst=200)
    app = Starlette(
        routes=graphql_api.routes(lender, asker=FakeAsker(), metrics=metrics, allowance=allowance),
        middleware=[Middleware(graphql_api.Measured, traffic=traffic)],
    )
    transport = httpx.ASGITransport(app, client=(host, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
        yield http


async def numbers(http: httpx.AsyncClient) -> dict[tuple[str, ...], float]:
    """Every sample by its name and the values of its labels."""
    reply = await http.get("/metrics")
    assert reply.status_code == 200
    return {
        (one.name, *(one.labels[name] for name in sorted(one.labels))): one.value
        for family in text_string_to_metric_families(reply.text)
        for one in family.samples
    }


async def test_requests_are_counted_by_route_method_and_class_of_status(
    lender: OneSnapshot,
) -> None:
    async with watched(lender) as http:
        for _ in range(3):
            assert (await http.post("/graphql", json={"query": QUERY})).status_code == 200
        await http.post("/graphql", json={"query": "{ nothing }"})
        await http.get("/data/facts.jsonl")
        found = await numbers(http)
    of = "sijeong_http_requests_total"
    # Labels stand in the order of their names: method, route, status.
    assert found[of, "POST", "/graphql", "2xx"] == 4
    assert found[of, "GET", "/data/{name:path}", "2xx"] == 1
    duration = "sijeong_http_request_duration_seconds"
    assert found[f"{duration}_count", "POST", "/graphql", "2xx"] == 4
    assert found[f"{duration}_bucket", "+Inf", "POST", "/graphql", "2xx"] == 4
    assert 0 < found[f"{duration}_sum", "POST", "/graphql", "2xx"] < 60
    buckets = [
        (float(labels[0]), value)
        for (name, *labels), value in found.items()
        if name == f"{duration}_bucket" and labels[1:] == ["POST", "/graphql", "2xx"]
    ]
    assert [value for _, value in sorted(buckets)] == sorted(value for _, value in buckets)


async def test_graphql_tells_of_its_caches_plans_errors_and_allowances(
    lender: OneSnapshot,
) -> None:
    async with watched(lender, is_open=True, host="203.0.113.7", per_second=1) as http:
        for first in (1, 1, 2, 3):
            query = QUERY if first == 1 else QUERY.replace("2", str(first + 1))
            await http.post("/graphql", json={"query": query})
        await http.post("/graphql", json={"query": "{ nothing }"})
        heavy = "{ facts(first: 100) { nodes { id name unit } } }"
        refused = await http.post("/graphql", json={"query": heavy})
        assert refused.status_code == 429
        found = await numbers(http)
    assert found["sijeong_graphql_cache_hits_total", "answers"] == 1
    assert found["sijeong_graphql_cache_misses_total", "answers"] == 5
    assert found["sijeong_graphql_cache_entries", "answers"] == 3
    assert found["sijeong_graphql_operations_total", "core"] >= 3
    assert found["sijeong_graphql_answers_bytes",] > 100
    assert found["sijeong_graphql_errors_total", "invalid_query"] == 1
    assert found["sijeong_allowance_refusals_total",] == 1
    assert found["sijeong_allowance_callers",] == 1


async def test_plans_are_counted_when_they_are_made(lender: OneSnapshot) -> None:
    async with watched(lender) as http:
        query = "query($n: Int!) { facts(first: $n) { nodes { id } } }"
        for first in (1, 2, 3):
            content = {"query": query, "variables": {"n": first}}
            assert (await http.post("/graphql", json=content)).status_code == 200
        found = await numbers(http)
    assert found["sijeong_graphql_plans_made_total",] == 1
    assert found["sijeong_graphql_cache_entries", "plans"] == 1
    assert found["sijeong_graphql_operations_total", "core"] == 1
    assert found["sijeong_graphql_operations_total", "plan"] == 2


async def test_questions_snapshot_and_process_are_told(lender: OneSnapshot) -> None:
    async with watched(lender) as http:
        found = await numbers(http)
    manifest = lender.snapshot.manifest
    assert found["sijeong_questions_total", "answered"] == 3
    assert found["sijeong_questions_turned_away_total",] == 2
    assert found["sijeong_questions_failed_total",] == 1
    assert found["sijeong_questions_working",] == 1
    assert found["sijeong_questions_waiting",] == 4
    assert found["sijeong_ready",] == 1
    assert found["sijeong_snapshot_info", manifest.snapshot_id, manifest.model_name] == 1
    assert found["sijeong_snapshot_records", "facts"] == manifest.counts["facts"]
    built = manifest.built_at.timestamp()
    assert found["sijeong_snapshot_built_timestamp_seconds",] == pytest.approx(built)
    assert found["sijeong_snapshot_age_seconds",] == pytest.approx(2_000_000_000 - built)
    assert found["process_resident_memory_bytes",] > 10**7


async def test_without_a_snapshot_it_says_so_and_still_answers() -> None:
    async with watched(NoSnapshot()) as http:
        found = await numbers(http)
    assert found["sijeong_ready",] == 0
    assert not any(name.startswith("sijeong_snapshot") for name, *_ in found)


async def test_nothing_that_a_caller_writes_becomes_a_label(lender: OneSnapshot) -> None:
    async with watched(lender) as http:
        await http.get("/metrics")
        before = len(await numbers(http))
        for number in range(60):
            await http.request(f"M{number}", f"/{TYPED}/{number}?q={TYPED}")
            await http.get(f"/data/{TYPED}{number}.csv", headers={"x-request-id": f"id-{number}"})
            query = f'{{ search(text: "{TYPED}{number}") {{ passage {{ id }} }} f{number} }}'
            await http.post("/graphql", json={"query": query})
        text = (await http.get("/metrics")).text
        after = len(await numbers(http))
    assert TYPED not in text
    assert "M59" not in text
    assert "127.0.0.1" not in text
    # A few routes more, each with its durations; far fewer than requests.
    assert after - before < 80


@pytest.mark.parametrize(
    ("host", "headers", "status"),
    [
        ("127.0.0.1", {}, 200),
        ("::1", {}, 200),
        ("127.0.0.1", {"x-forwarded-for": "203.0.113.7"}, 403),
        ("127.0.0.1", {"x-real-ip": "203.0.113.7"}, 403),
        ("127.0.0.1", {"x-forwarded-proto": "https"}, 403),
        ("127.0.0.1", {"via": "1.1 proxy"}, 403),
        ("203.0.113.7", {}, 403),
        ("10.0.0.5", {"x-forwarded-for": "127.0.0.1"}, 403),
    ],
)
async def test_other_machines_are_refused_unless_a_setting_opens_it(
    lender: OneSnapshot, host: str, headers: dict[str, str], status: int
) -> None:
    async with watched(lender, host=host) as http:
        reply = await http.get("/metrics", headers=headers)
    assert reply.status_code == status
    if status == 403:
        error = reply.json()["error"]
        assert error["code"] == "metrics_closed"
        assert error["message_ko"]
        assert error["message_en"]
        assert "sijeong_" not in reply.text.replace("SIJEONG_", "")
    async with watched(lender, host=host, is_open=True) as http:
        assert (await http.get("/metrics", headers=headers)).status_code == 200


async def test_it_is_given_in_the_format_that_is_asked_for(lender: OneSnapshot) -> None:
    async with watched(lender) as http:
        plain = await http.get("/metrics")
        newer = await http.get("/metrics", headers={"accept": "application/openmetrics-text"})
    assert plain.headers["content-type"].startswith("text/plain; version=")
    assert plain.headers["cache-control"] == "no-store"
    assert newer.headers["content-type"].startswith("application/openmetrics-text")
    families = list(open_families(newer.text))  # type: ignore[no-untyped-call]
    assert len(families) > 10
