# ruff: noqa: ANN401 (what comes back is JSON of whatever shape was asked for)
"""Persisted queries: by hash over GET, registered once, bounded in memory."""

from __future__ import annotations

import json
from typing import Any

import pytest

from graphql_api.digests import digest_of
from graphql_api.envelope import Envelope
from graphql_api.errors import PersistedQueryNotFoundError
from graphql_api.explorer import example_queries
from graphql_api.persisted import PersistedOptions, PersistedQueries
from tests.graphql_api.city import Api

QUERY = "{ snapshot { id } }"
OTHER = "{ snapshot { id passages } }"


def named(text: str, **more: object) -> dict[str, str]:
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": digest_of(text)}}
    return {"extensions": json.dumps(extensions), **{name: str(one) for name, one in more.items()}}


def code_of(response: Any) -> str:
    return str(response.json()["errors"][0]["extensions"]["code"])


async def test_an_unknown_hash_is_registered_with_its_query_and_then_suffices(api: Api) -> None:
    text = "{ snapshot { id } } # told apart by this"
    unknown = await api.http.get("/graphql", params=named(text))
    assert (unknown.status_code, code_of(unknown)) == (404, "PERSISTED_QUERY_NOT_FOUND")
    assert "PersistedQueryNotFound" in unknown.json()["errors"][0]["message"]
    whole = await api.http.get("/graphql", params=named(text, query=text))
    short = await api.http.get("/graphql", params=named(text))
    assert whole.json() == short.json()
    assert short.json()["data"]["snapshot"]["id"]
    assert short.headers["cache-control"] == "public, max-age=60"
    again = await api.http.get(
        "/graphql", params=named(text), headers={"if-none-match": short.headers["etag"]}
    )
    assert again.status_code == 304


async def test_what_ships_is_known_from_the_start_by_either_name(api: Api) -> None:
    text = example_queries()[1]
    by_extension = await api.http.get("/graphql", params=named(text))
    by_id = await api.http.get("/graphql", params={"documentId": f"sha256:{digest_of(text)}"})
    by_post = await api.http.post("/graphql", json={"documentId": f"sha256:{digest_of(text)}"})
    assert by_extension.json() == by_id.json() == by_post.json()
    assert by_id.json()["data"]["indicators"]["nodes"]


async def test_a_hash_that_is_not_that_of_the_query_is_refused(api: Api) -> None:
    response = await api.http.get("/graphql", params={**named(QUERY), "query": OTHER})
    assert (response.status_code, code_of(response)) == (400, "persisted_query_mismatch")


@pytest.mark.parametrize(
    ("extensions", "code"),
    [
        ({"persistedQuery": {"version": 2, "sha256Hash": "a" * 64}}, "not_supported"),
        ({"persistedQuery": []}, "not_supported"),
        ({"persistedQuery": {"version": 1}}, "invalid"),
        ({"persistedQuery": {"version": 1, "sha256Hash": "A" * 64}}, "invalid"),
        ({"persistedQuery": {"version": 1, "sha256Hash": ["a" * 64]}}, "invalid"),
    ],
)
async def test_a_wrong_name_is_refused(api: Api, extensions: Any, code: str) -> None:
    response = await api.http.post("/graphql", json={"extensions": extensions})
    assert (response.status_code, code_of(response)) == (400, f"persisted_query_{code}")


@pytest.mark.parametrize("text", ["{ nothing }", "{", "mutation { a }"])
async def test_what_cannot_be_executed_is_not_remembered(api: Api, text: str) -> None:
    await api.http.get("/graphql", params=named(text, query=text))
    response = await api.http.get("/graphql", params=named(text))
    assert code_of(response) == "PERSISTED_QUERY_NOT_FOUND"


def request(text: str) -> Envelope:
    return Envelope(query=text, variables=None, operation_name=None, digest=digest_of(text))


def test_the_one_used_longest_ago_makes_room() -> None:
    kept = PersistedQueries(("shipped",), PersistedOptions(kept_bytes=10))
    for text in ("aaaa", "bbbb"):
        kept.note(request(text))
    assert kept.find(digest_of("aaaa")) == "aaaa"
    kept.note(request("cccc"))
    assert kept.find(digest_of("aaaa")) == "aaaa"
    assert kept.find(digest_of("shipped")) == "shipped"
    with pytest.raises(PersistedQueryNotFoundError):
        kept.find(digest_of("bbbb"))
    kept.note(request("d" * 11))
    with pytest.raises(PersistedQueryNotFoundError):
        kept.find(digest_of("d" * 11))
    assert kept.find(digest_of("cccc")) == "cccc"
