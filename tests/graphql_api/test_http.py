# ruff: noqa: ANN401 (what comes back is JSON of whatever shape was asked for)
"""GraphQL over HTTP: media types, methods, statuses, errors and ETags."""

from __future__ import annotations

import json
import logging
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

import graphql_api
import index
from tests.graphql_api.city import Api, BrokenSnapshot, CountingSnapshot, NoSnapshot, OneSnapshot

JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"
QUERY = "{ snapshot { id } }"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def media_type(response: httpx.Response) -> str:
    return str(response.headers["content-type"]).partition(";")[0]


def first_error(response: httpx.Response) -> Any:
    """The first error, which names itself in both languages and names its request."""
    error = response.json()["errors"][0]
    assert set(error["extensions"]) == {"code", "message_ko", "message_en", "request_id"}
    assert all(error["extensions"].values())
    assert error["message"]
    return error["extensions"]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        (GRAPHQL_JSON, GRAPHQL_JSON),
        (f"{GRAPHQL_JSON}; charset=utf-8, {JSON}; charset=utf-8", GRAPHQL_JSON),
        (f"{JSON}, {GRAPHQL_JSON}", GRAPHQL_JSON),
        (f"{JSON}, {GRAPHQL_JSON};q=0.9", JSON),
        (f"{GRAPHQL_JSON};q=0.5, */*;q=0.1", GRAPHQL_JSON),
        (f"{JSON};q=0, */*", GRAPHQL_JSON),
        ("Application/JSON", JSON),
        ("image/png, */*;q=0.1", JSON),
        ("nonsense, application/json", JSON),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_the_answer_comes_in_the_media_type_that_is_wanted(
    api: Api, method: str, accept: str | None, expected: str
) -> None:
    headers = {} if accept is None else {"accept": accept}
    request = api.http.build_request(
        method,
        "/graphql",
        params={"query": QUERY} if method == "GET" else None,
        json={"query": QUERY} if method == "POST" else None,
        headers=headers,
    )
    if accept is None:
        del request.headers["accept"]
    response = await api.http.send(request)
    assert (response.status_code, media_type(response)) == (200, expected)
    assert response.headers["content-type"].endswith("charset=utf-8")
    content = response.json()
    snapshot_id = api.lender.snapshot.manifest.snapshot_id
    assert content["data"] == {"snapshot": {"id": snapshot_id}}
    assert content["extensions"] == {"snapshot": snapshot_id}


@pytest.mark.parametrize("accept", ["image/png", "text/plain", f"{JSON};q=0", "text/html"])
async def test_a_media_type_that_cannot_be_given_is_406(api: Api, accept: str) -> None:
    response = await api.http.post("/graphql", json={"query": QUERY}, headers={"accept": accept})
    assert response.status_code == 406
    assert first_error(response)["code"] == "not_acceptable"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
async def test_another_method_is_405_and_told_which_are_allowed(api: Api, method: str) -> None:
    response = await api.http.request(method, "/graphql")
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD, POST"
    assert first_error(response)["code"] == "method_not_allowed"


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "text/plain",
        "application/jsonx",
        "application/graphql",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
    ],
)
async def test_a_body_that_is_not_json_in_utf_8_is_415(api: Api, content_type: str | None) -> None:
    headers = {} if content_type is None else {"content-type": content_type}
    response = await api.http.post(
        "/graphql", content=json.dumps({"query": QUERY}).encode(), headers=headers
    )
    assert response.status_code == 415
    assert first_error(response)["code"] == "unsupported_media_type"


@pytest.mark.parametrize(
    "content_type",
    ["application/json", "Application/JSON; Charset=UTF-8", 'application/json;charset="utf-8"'],
)
async def test_json_in_utf_8_is_read(api: Api, content_type: str) -> None:
    response = await api.http.post(
        "/graphql",
        content=json.dumps({"query": QUERY}).encode(),
        headers={"content-type": content_type},
    )
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "invalid_json"),
        (b"{", "invalid_json"),
        (b'{"query": "{ a }', "invalid_json"),
        (b'{"query": "\xff\xfe"}', "invalid_json"),
        (b'{"query": "\\ud800"}', "invalid_json"),
        (b"[" * 100_000, "invalid_json"),
        (b'{"query": ' + b"[" * 60_000 + b"]" * 60_000 + b"}", "invalid_json"),
        (b'{"a":' * 20_000 + b"1" + b"}" * 20_000, "invalid_json"),
        (b"NaN", "invalid_json"),
        (b"1", "invalid_request"),
        (b"null", "invalid_request"),
        (b'"x"', "invalid_request"),
        (b"true", "invalid_request"),
        (b"[]", "invalid_request"),
        (b'[{"query": "{ __typename }"}]', "invalid_request"),
        (b"{}", "query_missing"),
        (b'{"query": null}', "query_missing"),
        (b'{"query": 1}', "query_missing"),
        (b'{"query": " "}', "query_missing"),
        (b'{"query": "{ __typename }", "variables": []}', "invalid_variables"),
        (b'{"query": "{ __typename }", "variables": "x"}', "invalid_variables"),
        (b'{"query": "{ __typename }", "operationName": {}}', "invalid_operation_name"),
        (b'{"query": "{ __typename }", "extensions": 1}', "invalid_extensions"),
    ],
)
async def test_a_body_that_is_no_request_is_400(api: Api, body: bytes, code: str) -> None:
    response = await api.http.post(
        "/graphql", content=body, headers={"content-type": JSON, "accept": JSON}
    )
    assert (response.status_code, first_error(response)["code"]) == (400, code)


async def test_a_body_two_hundred_thousand_levels_deep_is_refused(api: Api) -> None:
    response = await api.http.post(
        "/graphql", content=b"[" * 200_000, headers={"content-type": JSON}
    )
    assert response.status_code == 413
    assert first_error(response)["code"] == "body_too_large"


async def test_a_body_is_read_no_further_than_the_limit(api: Api) -> None:
    sent = 0

    async def endless() -> Any:
        nonlocal sent
        while True:
            sent += 10_000
            yield b" " * 10_000

    response = await api.http.post("/graphql", content=endless(), headers={"content-type": JSON})
    assert response.status_code == 413
    assert sent < 200_000


@pytest.mark.parametrize("length", ["9" * 5_000, "129000"])
async def test_a_body_that_says_it_is_too_long_is_not_read(api: Api, length: str) -> None:
    response = await api.http.post(
        "/graphql", content=b"{}", headers={"content-type": JSON, "content-length": length}
    )
    assert response.status_code == 413


async def test_a_get_takes_variables_and_a_name_from_the_address(api: Api) -> None:
    response = await api.http.get(
        "/graphql",
        params={
            "query": "query a { __typename } query b($id: ID!) { node(id: $id) { id } }",
            "variables": '{"id": "nothing"}',
            "operationName": "b",
        },
    )
    assert response.json()["data"] == {"node": None}


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ({}, "query_missing"),
        ({"query": QUERY, "variables": "{"}, "invalid_json"),
        ({"query": QUERY, "variables": "1"}, "invalid_variables"),
        ({"query": QUERY, "extensions": "[]"}, "invalid_extensions"),
    ],
)
async def test_an_address_that_is_no_request_is_400(
    api: Api, parameters: dict[str, str], code: str
) -> None:
    response = await api.http.get("/graphql", params=parameters, headers={"accept": JSON})
    assert (response.status_code, first_error(response)["code"]) == (400, code)


@pytest.mark.parametrize(
    ("query", "variables", "code", "legacy_status"),
    [
        ("{", None, "syntax_error", 200),
        ("{ nothing }", None, "invalid_query", 200),
        ("query($id: ID!) { node(id: $id) { id } }", {}, "invalid_query", 200),
        ("query($n: Int) { facts(first: $n) { totalCount } }", {"n": "x"}, "invalid_query", 200),
        ("{ facts(first: 3000000000) { totalCount } }", None, "invalid_query", 200),
        ("query a { __typename } query b { __typename }", None, "operation_name_required", 400),
        ("fragment a on Query { __typename }", None, "operation_not_found", 400),
        ("mutation { a }", None, "operation_not_supported", 400),
        ("subscription { a }", None, "stream_needed", 400),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_request_that_cannot_be_executed_has_errors_and_no_data(
    api: Api, method: str, query: str, variables: Any, code: str, legacy_status: int
) -> None:
    for accept, status in ((GRAPHQL_JSON, 400), (JSON, legacy_status)):
        if method == "GET":
            parameters = {"query": query, "variables": json.dumps(variables)}
            response = await api.http.get("/graphql", params=parameters, headers={"accept": accept})
        else:
            response = await api.http.post(
                "/graphql",
                json={"query": query, "variables": variables},
                headers={"accept": accept},
            )
        assert (response.status_code, media_type(response)) == (status, accept)
        assert first_error(response)["code"] == code
        assert "data" not in response.json()
        assert "etag" not in response.headers


async def test_an_operation_that_is_not_there_is_refused(api: Api) -> None:
    response = await api.http.post("/graphql", json={"query": QUERY, "operationName": "other"})
    assert (response.status_code, first_error(response)["code"]) == (400, "operation_not_found")


async def test_an_error_in_a_field_leaves_a_200_with_its_path(api: Api) -> None:
    response = await api.post('{ facts(after: "x") { totalCount } }')
    assert response.status_code == 200
    content = response.json()
    assert content["data"] is None
    assert content["errors"][0]["path"] == ["facts"]
    assert "etag" not in response.headers


async def test_few_errors_are_told_of_many(api: Api) -> None:
    response = await api.post(
        "{"
        + " ".join(f"nothing{n}" for n in range(10))
        + " snapshot { "
        + " ".join(f"nothing{n}" for n in range(50))
        + " } }"
    )
    assert len(response.json()["errors"]) <= 10


async def test_names_are_suggested_for_the_errors_that_are_told_only(api: Api) -> None:
    """Looking for names like each of hundreds of wrong ones would be dear."""
    response = await api.post(
        "{ snapshot { " + " ".join(f"builtAt{n}" for n in range(250)) + " } }"
    )
    assert response.status_code == 400
    assert 0 < response.text.count("Did you mean") <= 2 * len(response.json()["errors"])
    assert len(response.json()["errors"]) <= 10


async def test_a_failure_of_ours_says_nothing_of_its_cause_and_is_logged(
    snapshot: index.Snapshot, caplog: pytest.LogCaptureFixture
) -> None:
    api = Api(OneSnapshot(BrokenSnapshot(snapshot)))
    with caplog.at_level(logging.ERROR, logger="graphql_api"):
        response = await api.post("{ facts { nodes { name } } }")
    assert first_error(response)["code"] == "internal_error"
    assert "secret" not in response.text
    assert "RuntimeError" not in response.text
    (record,) = [one for one in caplog.records if one.name.startswith("graphql_api")]
    assert record.exc_info is not None
    assert "secret" in str(record.exc_info[1])
    assert record.__dict__["request_id"] == first_error(response)["request_id"]


async def test_without_a_snapshot_the_answer_is_503_and_when_to_come_back() -> None:
    api = Api(NoSnapshot())
    response = await api.post(QUERY)
    assert (response.status_code, first_error(response)["code"]) == (503, "not_ready")
    assert int(response.headers["retry-after"]) > 0


async def test_the_same_request_on_the_same_snapshot_is_304(
    api: Api, counting: CountingSnapshot
) -> None:
    parameters = {"query": "{ facts { nodes { id } } }"}
    first = await api.http.get("/graphql", params=parameters)
    assert first.headers["cache-control"] == "no-cache"
    assert first.headers["vary"] == "Accept, Origin"
    counting.reads.clear()
    for known in (first.headers["etag"], f'"other", W/{first.headers["etag"]}', "*"):
        again = await api.http.get("/graphql", params=parameters, headers={"if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
    assert counting.reads == []


async def test_another_request_or_media_type_has_another_etag(api: Api) -> None:
    tags = set()
    for parameters, accept in (
        ({"query": QUERY}, JSON),
        ({"query": QUERY}, GRAPHQL_JSON),
        ({"query": f"{QUERY} "}, JSON),
        ({"query": QUERY, "variables": '{"a": 1}'}, JSON),
        ({"query": "query a { snapshot { id } }", "operationName": "a"}, JSON),
    ):
        response = await api.http.get("/graphql", params=parameters, headers={"accept": accept})
        assert response.status_code == 200
        tags.add(response.headers["etag"])
    assert len(tags) == 5


async def test_a_post_is_not_kept_by_caches(api: Api) -> None:
    response = await api.post(QUERY)
    assert response.headers["cache-control"] == "no-store"
    assert "etag" not in response.headers


async def test_the_snapshot_is_given_back_whatever_happens(api: Api) -> None:
    for query in (QUERY, "{", "{ nothing }", '{ facts(after: "x") { totalCount } }'):
        await api.post(query)
    assert api.lender.lent == 0


async def test_a_browser_gets_the_explorer_with_and_without_a_query(api: Api) -> None:
    for parameters in ({}, {"query": QUERY}):
        response = await api.http.get("/graphql", params=parameters, headers={"accept": BROWSER})
        assert (response.status_code, media_type(response)) == (200, "text/html")


async def test_a_query_that_takes_too_long_is_stopped_and_says_so(lender: OneSnapshot) -> None:
    options = graphql_api.RunningOptions(seconds=-1)
    api = Api(lender, Starlette(routes=graphql_api.routes(lender, running=options)))
    response = await api.post("{ facts { nodes { id } } }")
    assert first_error(response)["code"] == "reading_too_long"
    assert "data" in response.json()
