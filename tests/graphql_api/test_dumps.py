# ruff: noqa: ANN401 (what comes back is JSON of whatever shape was asked for)
"""The dumps: every record, in order, and the same figures as GraphQL gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

import corpus
import graphql_api
import index
from tests.graphql_api.city import Api, NoSnapshot, OneSnapshot

FACTS = """query($after: String) { facts(first: 10, after: $after) {
  pageInfo { hasNextPage endCursor }
  nodes {
    id kind name fiscalYear value number unit amountKrw rawText quote start end flags organisation
    doubts { code }
    comparator account fundingSource
    municipality { name } values { year value number phase } period { start end }
    document { id source title } section { id } passage { id } page { printed }
  }
} }"""


async def lines(api: Api, name: str) -> list[dict[str, Any]]:
    response = await api.http.get(f"/data/{name}.jsonl")
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/x-ndjson"
    assert response.text.endswith("\n")
    return [json.loads(line) for line in response.text.splitlines()]


def figure(value: str | None, number: float | None) -> float | str | None:
    """What the dump writes for a value: a number, or the grade as printed."""
    return value if number is None else number


def row_of(node: dict[str, Any]) -> dict[str, Any]:
    """The row that a fact of the API amounts to."""
    return {
        "id": node["id"],
        "kind": node["kind"].lower(),
        "municipality": node["municipality"] and node["municipality"]["name"],
        "name": node["name"],
        "fiscal_year": node["fiscalYear"],
        "value": figure(node["value"], node["number"]),
        "unit": node["unit"],
        "amount_krw": node["amountKrw"],
        "raw_text": node["rawText"],
        "values": [
            {
                "year": one["year"],
                "value": figure(one["value"], one["number"]),
                "phase": one["phase"] and one["phase"].lower(),
            }
            for one in node["values"]
        ],
        "period": node["period"],
        "organisation": node["organisation"],
        "comparator": node["comparator"],
        "account": node["account"],
        "funding_source": node["fundingSource"],
        "quote": node["quote"],
        "start": node["start"],
        "end": node["end"],
        "flags": node["flags"],
        "doubts": [one["code"] for one in node["doubts"]],
        "document": node["document"],
        "section_id": node["section"]["id"],
        "passage_id": node["passage"]["id"],
        "page": node["page"] and node["page"]["printed"],
    }


async def test_the_dump_equals_the_api_row_for_row(api: Api) -> None:
    from_api: list[dict[str, Any]] = []
    after, has_next = None, True
    while has_next:
        found = (await api.data(FACTS, {"after": after}))["facts"]
        from_api += [row_of(node) for node in found["nodes"]]
        after, has_next = found["pageInfo"]["endCursor"], found["pageInfo"]["hasNextPage"]
    dumped = await lines(api, "facts")
    assert len(dumped) > 10
    assert dumped == from_api


async def test_the_dump_equals_the_corpus(api: Api, content: corpus.Corpus) -> None:
    documents = {one.document.id: one.document for one in content.readings}
    facts = sorted(
        (fact for reading in content.readings for fact in reading.facts), key=lambda one: one.id
    )
    expected = [corpus.fact_row(fact, documents[fact.document_id]) for fact in facts]
    assert await lines(api, "facts") == json.loads(json.dumps(expected))


AUDITS = """query($after: String) { arithmeticAudits(first: 1, after: $after) {
  pageInfo { hasNextPage endCursor }
  nodes {
    id name fiscalYear relation result reason unit computed difference expression quote start end
    municipality { name } document { id source title } section { id } passage { id }
    page { printed }
    stated { label rawText value number start end fact { id } }
    terms { label rawText value number start end fact { id } }
  }
} }"""


def term_of(node: dict[str, Any]) -> dict[str, Any]:
    return {
        "label": node["label"],
        "raw_text": node["rawText"],
        "value": figure(node["value"], node["number"]),
        "start": node["start"],
        "end": node["end"],
        "fact_id": node["fact"] and node["fact"]["id"],
    }


def audit_of(node: dict[str, Any]) -> dict[str, Any]:
    """The row that an audit of the API amounts to."""
    return {
        "id": node["id"],
        "municipality": node["municipality"] and node["municipality"]["name"],
        "name": node["name"],
        "fiscal_year": node["fiscalYear"],
        "relation": node["relation"].lower(),
        "result": node["result"].lower(),
        "reason": node["reason"],
        "unit": node["unit"],
        "stated": term_of(node["stated"]),
        "terms": [term_of(one) for one in node["terms"]],
        "computed": node["computed"] and float(node["computed"]),
        "difference": node["difference"] and float(node["difference"]),
        "expression": node["expression"],
        "quote": node["quote"],
        "start": node["start"],
        "end": node["end"],
        "document": node["document"],
        "section_id": node["section"]["id"],
        "passage_id": node["passage"]["id"],
        "page": node["page"] and node["page"]["printed"],
    }


SERIES = """query($after: String) { series(first: 1, after: $after) {
  pageInfo { hasNextPage endCursor }
  nodes {
    id kind name unit conflicts municipality { name } documents { id }
    points { year value number phase fact { id } document { id } }
  }
} }"""


def series_of(node: dict[str, Any]) -> dict[str, Any]:
    """The row that a series of the API amounts to."""
    return {
        "id": node["id"],
        "municipality": node["municipality"]["name"],
        "kind": node["kind"].lower(),
        "name": node["name"],
        "unit": node["unit"],
        "points": [
            {
                "year": one["year"],
                "value": figure(one["value"], one["number"]),
                "phase": one["phase"] and one["phase"].lower(),
                "fact_id": one["fact"]["id"],
                "document_id": one["document"]["id"],
            }
            for one in node["points"]
        ],
        "document_ids": [one["id"] for one in node["documents"]],
        "conflicts": node["conflicts"],
    }


@pytest.mark.parametrize(
    ("name", "field", "query", "row"),
    [
        ("arithmetic_audits", "arithmeticAudits", AUDITS, audit_of),
        ("series", "series", SERIES, series_of),
    ],
)
async def test_the_dumps_of_audits_and_series_equal_the_api_row_for_row(
    api: Api, name: str, field: str, query: str, row: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    from_api: list[dict[str, Any]] = []
    after, has_next = None, True
    while has_next:
        found = (await api.data(query, {"after": after}))[field]
        from_api += [row(node) for node in found["nodes"]]
        after, has_next = found["pageInfo"]["endCursor"], found["pageInfo"]["hasNextPage"]
    assert len(from_api) == 2
    assert await lines(api, name) == from_api


async def test_a_dump_tells_a_disagreement_as_it_is_printed(api: Api) -> None:
    row = next(one for one in await lines(api, "arithmetic_audits") if one["reason"] == "differs")
    assert (row["result"], row["stated"]["raw_text"]) == ("disagrees", "307개")
    assert (row["computed"], row["difference"]) == (287, 20)
    assert [term["raw_text"] for term in row["terms"]] == ["226", "61"]


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("documents", corpus.Document),
        ("sections", corpus.Section),
        ("passages", corpus.Passage),
    ],
)
async def test_the_other_dumps_hold_every_record_whole(
    api: Api, content: corpus.Corpus, name: str, record: type[Any]
) -> None:
    expected = sorted(
        one.id
        for reading in content.readings
        for one in ([reading.document] if name == "documents" else getattr(reading, name))
    )
    rows = await lines(api, name)
    assert [row["id"] for row in rows] == expected
    assert all(set(row) == {field.name for field in fields(record)} for row in rows)


@pytest.mark.parametrize("page", [1, 7, 35, 1_000])
async def test_a_dump_is_the_same_however_it_is_read(
    api: Api, snapshot: index.Snapshot, page: int
) -> None:
    lender = OneSnapshot(snapshot)
    app = Starlette(routes=graphql_api.routes(lender, dumps=graphql_api.DumpOptions(page=page)))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app), base_url="http://city.test"
    ) as http:
        response = await http.get("/data/facts.jsonl")
    assert response.content == (await api.http.get("/data/facts.jsonl")).content
    assert lender.lent == 0


async def test_a_dump_that_is_known_is_304_and_reads_nothing(api: Api) -> None:
    first = await api.http.get("/data/facts.jsonl")
    api.lender.snapshot.reads.clear()
    again = await api.http.get(
        "/data/facts.jsonl", headers={"if-none-match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    assert api.lender.snapshot.reads == []
    other = await api.http.get("/data/passages.jsonl")
    assert other.headers["etag"] != first.headers["etag"]


async def test_a_head_gives_the_headers_alone(api: Api) -> None:
    response = await api.http.head("/data/facts.jsonl")
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["etag"]
    assert (api.lender.lent, api.lender.snapshot.reads) == (0, [])


async def test_another_method_is_405_in_json(api: Api) -> None:
    response = await api.http.post("/data/facts.jsonl")
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD")
    assert response.json()["error"]["code"] == "method_not_allowed"


async def test_without_a_snapshot_the_answer_is_503_in_json() -> None:
    api = Api(NoSnapshot())
    response = await api.http.get("/data/facts.jsonl")
    assert response.status_code == 503
    assert int(response.headers["retry-after"]) > 0
    error = response.json()["error"]
    assert set(error) == {"code", "message_ko", "message_en", "request_id"}


async def test_the_snapshot_is_given_back_and_the_file_closed_when_the_caller_leaves(
    snapshot: index.Snapshot,
) -> None:
    lender = OneSnapshot(snapshot)
    (route,) = [
        one for one in graphql_api.routes(lender) if getattr(one, "path", "") == "/data/{name:path}"
    ]
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)
        if len(sent) == 2:
            raise OSError("the caller has left")

    scope = {
        "type": "http",
        "method": "GET",
        "path": "/data/facts.jsonl",
        "path_params": {"name": "facts.jsonl"},
        "headers": [],
        "query_string": b"",
        "asgi": {"spec_version": "2.4"},
    }
    with pytest.raises(OSError, match="left"):
        await route.app(scope, receive, send)  # type: ignore[attr-defined]
    assert (lender.lent, len(sent)) == (0, 2)
