"""Whole answers are kept within a bound of bytes, and given again without any work."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

import index
from graphql_api.answers import AnswerCache, AnswerOptions
from graphql_api.endpoint import EndpointOptions, GraphQLEndpoint
from graphql_api.running import Running
from graphql_api.schema import build_schema
from tests.graphql_api.city import PLAN, Api, BrokenSnapshot, OneSnapshot

QUERY = "query($id: ID!) { document(id: $id) { title } }"
GET = {"query": QUERY, "variables": f'{{"id": "{PLAN}"}}'}


def test_the_least_recently_used_answers_go_first() -> None:
    cache = AnswerCache(AnswerOptions(total_bytes=1_200))
    for name in "abc":
        cache.put(name, bytes(100))
    assert cache.get("a") is not None
    cache.put("d", bytes(200))
    assert cache.get("b") is None
    assert cache.get("a") is not None
    counts = cache.counts()
    assert (counts.hits, counts.misses, counts.evicted) == (2, 1, 1)
    assert counts.entries == 3
    assert 0 < counts.bytes <= 1_200


def test_what_is_kept_never_passes_its_bound() -> None:
    cache = AnswerCache(AnswerOptions(total_bytes=5_000, answer_bytes=2_000))
    for number in range(200):
        cache.put(str(number), bytes(number * 13 % 2_500))
        assert cache.counts().bytes <= 5_000
    assert cache.counts().entries


def test_a_very_long_answer_is_not_kept() -> None:
    cache = AnswerCache(AnswerOptions(answer_bytes=500))
    cache.put("long", bytes(500))
    assert cache.get("long") is None


def test_a_cache_of_no_bytes_keeps_nothing() -> None:
    cache = AnswerCache(AnswerOptions(total_bytes=0))
    cache.put("any", b"")
    assert cache.counts().entries == 0


@pytest.fixture
def endpoint(snapshot: index.Snapshot) -> GraphQLEndpoint:
    return GraphQLEndpoint(Running(OneSnapshot(snapshot), build_schema()), EndpointOptions())


@pytest.fixture
async def kept(endpoint: GraphQLEndpoint) -> AsyncIterator[Api]:
    api = Api(endpoint.running.holder, Starlette(routes=[Route("/graphql", endpoint)]))
    async with api.http:
        yield api


async def test_the_same_request_is_answered_from_memory(
    kept: Api, endpoint: GraphQLEndpoint
) -> None:
    first = await kept.post(QUERY, {"id": PLAN})
    again = await kept.post(QUERY, {"id": PLAN})
    assert endpoint.answers.counts().hits == 1
    assert (again.content, again.headers) == (first.content, first.headers)


async def test_other_variables_types_and_names_have_answers_of_their_own(
    kept: Api, endpoint: GraphQLEndpoint
) -> None:
    await kept.post(QUERY, {"id": PLAN})
    await kept.post(QUERY, {"id": "nothing"})
    await kept.http.post("/graphql", json={"query": QUERY, "variables": {"id": PLAN}})
    two = "query A { a: __typename } query B { b: __typename }"
    for name in "AB":
        reply = await kept.http.post("/graphql", json={"query": two, "operationName": name})
        assert reply.json()["data"] == {name.lower(): "Query"}
    assert endpoint.answers.counts().hits == 0


async def test_a_get_has_its_tag_whether_or_not_the_answer_was_kept(kept: Api) -> None:
    replies = [await kept.http.get("/graphql", params=GET) for _ in range(3)]
    assert len({(one.content, str(one.headers)) for one in replies}) == 1
    tag = replies[0].headers["etag"]
    known = await kept.http.get("/graphql", params=GET, headers={"if-none-match": tag})
    assert (known.status_code, known.content) == (304, b"")


async def test_an_answer_with_an_error_is_not_kept(kept: Api, endpoint: GraphQLEndpoint) -> None:
    for _ in range(2):
        await kept.error("{ facts(first: 0) { nodes { id } } }")
    await kept.error("{ nonsense }")
    assert endpoint.answers.counts().entries == 0


async def test_another_snapshot_has_answers_of_its_own(
    kept: Api, endpoint: GraphQLEndpoint, snapshot: index.Snapshot
) -> None:
    await kept.data(QUERY, {"id": PLAN})
    broken = BrokenSnapshot(snapshot)
    await kept.data(QUERY, {"id": PLAN})
    assert endpoint.answers.counts().hits == 1
    lender = endpoint.running.holder
    assert isinstance(lender, OneSnapshot)
    broken.manifest = _renamed(snapshot)  # type: ignore[attr-defined]
    lender.lend(broken)
    failed = await kept.error(QUERY, {"id": PLAN})
    assert failed["code"] == "internal_error"


def _renamed(snapshot: index.Snapshot) -> index.Manifest:
    return replace(snapshot.manifest, snapshot_id="another")
