# ruff: noqa: ANN401 (what comes back is JSON of whatever shape was asked for)
"""The REST mirror: equal to the dumps, described truly, and unmoved by hostile addresses."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlencode

import anyio
import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from starlette.applications import Starlette

from graphql_api.openapi import PREFIX, description
from graphql_api.parameters import Parameter
from graphql_api.resources import LISTED, SEARCHING
from graphql_api.rest import RestOptions, rest_routes
from graphql_api.tables import TABLES
from tests.graphql_api.city import (
    AUDIT,
    BILLIONS,
    BORYEONG,
    DISAGREEING_AUDIT,
    INCHEON,
    PLAN,
    VISITORS,
    Api,
    NoSnapshot,
    OneSnapshot,
)

DESCRIPTION = description()


def schema_of(path: str, status: int) -> dict[str, Any]:
    """The schema that the description promises for an answer."""
    promised = DESCRIPTION["paths"][path]["get"]["responses"][str(status)]
    if "$ref" in promised:
        promised = DESCRIPTION["components"]["responses"][promised["$ref"].rpartition("/")[2]]
    schema: dict[str, Any] = promised["content"]["application/json"]["schema"]
    return schema | {"components": DESCRIPTION["components"]}


def check(path: str, response: httpx.Response) -> Any:
    """The content, which must be what the description promises."""
    content = response.json()
    Draft202012Validator(
        schema_of(path, response.status_code),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    ).validate(content)
    if response.status_code != 200:
        assert any("가" <= letter <= "힣" for letter in content["error"]["message_ko"])
    return content


async def listed(api: Api, name: str, *given_: tuple[str, Any], status: int = 200) -> Any:
    path = f"{PREFIX}/{name}"
    response = await api.http.get(f"{path}?{urlencode(given_)}")
    assert response.status_code == status, response.text
    return check(path, response)


async def walked(api: Api, address: str, name: str) -> list[dict[str, Any]]:
    rows = []
    following: str | None = address
    while following:
        response = await api.http.get(following)
        content = check(f"{PREFIX}/{name}", response)
        rows += content["data"]
        following = content["next"]
        assert response.links.get("next", {}).get("url") == following
    return rows


def test_the_description_is_openapi() -> None:
    validate(DESCRIPTION)


async def test_the_description_is_published_with_an_etag(api: Api) -> None:
    response = await api.http.get("/openapi.json")
    assert response.json() == DESCRIPTION
    known = {"if-none-match": response.headers["etag"]}
    assert (await api.http.get("/openapi.json", headers=known)).status_code == 304


@pytest.mark.parametrize("name", [one for one in LISTED if one != "municipalities"])
async def test_a_collection_equals_its_dump_row_for_row(api: Api, name: str) -> None:
    dump = await api.http.get(f"/data/{name.replace('-', '_')}.jsonl")
    rows = await walked(api, f"{PREFIX}/{name}?limit=7", name)
    for row in rows:
        address = row.pop("url", None)
        assert address is None or address.startswith("/documents/")
    assert rows == [json.loads(line) for line in dump.text.splitlines()]


@pytest.mark.parametrize("name", LISTED)
async def test_each_row_is_found_again_by_its_id(api: Api, name: str) -> None:
    for row in (await listed(api, name, ("limit", 3)))["data"]:
        for record_id in (row["id"], quote(row["id"], safe="")):
            response = await api.http.get(f"{PREFIX}/{name}/{record_id}")
            assert response.status_code == 200
            assert check(f"{PREFIX}/{name}/{{id}}", response)["data"] == row
    missing = await api.http.get(f"{PREFIX}/{name}/kr-nowhere/nothing")
    assert missing.status_code == 404
    check(f"{PREFIX}/{name}/{{id}}", missing)


async def test_municipalities_come_by_name_page_by_page(api: Api) -> None:
    rows = await walked(api, f"{PREFIX}/municipalities?limit=1", "municipalities")
    assert [row["name"] for row in rows] == sorted([BORYEONG, INCHEON])


@pytest.mark.parametrize(
    ("name", "given_", "ids"),
    [
        ("documents", [("municipality", "보령시")], [AUDIT, PLAN]),
        ("documents", [("document_type", "audit"), ("document_type", "plan")], [AUDIT, PLAN]),
        ("sections", [("document", PLAN)], [f"{PLAN}/s001"]),
        ("passages", [("section", f"{AUDIT}/s001")], [f"{AUDIT}/p001", f"{AUDIT}/p002"]),
        ("facts", [("kind", "audit")], [f"{AUDIT}/f0001"]),
        ("facts", [("grade", "2등급")], [f"{PLAN}/f0003"]),
        ("facts", [("name_contains", "만족 도")], [f"{PLAN}/f0004"]),
        ("facts", [("name_contains", "  "), ("kind", "audit")], [f"{AUDIT}/f0001"]),
        ("facts", [("year", "2023")], [f"{AUDIT}/f0001"]),
        ("facts", [("passage", f"{PLAN}/p003")], [f"{PLAN}/f0003", f"{PLAN}/f0004"]),
        (
            "budgets",
            [("amount_at_least", str(BILLIONS * 10**11))],
            ["kr-incheon/fiscal-plan-2021/f0030"],
        ),
        ("budgets", [("amount_at_least", "9" * 40)], []),
        ("arithmetic-audits", [("result", "disagrees")], [DISAGREEING_AUDIT]),
        ("series", [("kind", "statistic")], [VISITORS]),
        ("series", [("fact", f"{AUDIT}/f0002")], [VISITORS]),
    ],
)
async def test_a_list_is_narrowed(
    api: Api, name: str, given_: Sequence[tuple[str, str]], ids: Sequence[str]
) -> None:
    assert [row["id"] for row in (await listed(api, name, *given_))["data"]] == ids


@pytest.mark.parametrize(
    ("name", "given_", "code"),
    [
        ("facts", [("nothing", "1")], "unknown_parameter"),
        ("budgets", [("kind", "audit")], "unknown_parameter"),
        ("facts", [("limit", "0")], "invalid_parameter"),
        ("facts", [("limit", "101")], "invalid_parameter"),
        ("facts", [("limit", "1"), ("limit", "2")], "too_many_values"),
        ("facts", [("year", "二〇二一")], "invalid_parameter"),
        ("facts", [("year", "1e9")], "invalid_parameter"),
        ("facts", [("year", "9" * 5_000)], "invalid_parameter"),
        ("facts", [("kind", "spell")], "invalid_parameter"),
        ("facts", [("document", "x" * 301)], "invalid_parameter"),
        ("facts", [("document", "x")] * 51, "too_many_values"),
        ("facts", [("document", "x")] * 201, "too_many_parameters"),
        ("search", [], "missing_parameter"),
        ("search", [("text", " ")], "invalid_search_text"),
        ("search", [("text", "가" * 1_001)], "invalid_parameter"),
        ("search", [("text", "예산"), ("limit", "51")], "invalid_parameter"),
    ],
)
async def test_a_senseless_parameter_is_refused(
    api: Api, name: str, given_: Sequence[tuple[str, str]], code: str
) -> None:
    assert (await listed(api, name, *given_, status=400))["error"]["code"] == code


async def test_a_search_finds_passages_with_their_addresses(api: Api) -> None:
    found = await listed(api, "search", ("text", "성주산 자연휴양림"), ("limit", 2))
    assert len(found["data"]) == 2
    best = found["data"][0]["passage"]
    assert "휴양림" in best["text"]
    assert best["url"].endswith("#cited")
    only = await listed(api, "search", ("text", "예산"), ("municipality", "인천광역시"))
    assert {row["passage"]["document_id"] for row in only["data"]} == {
        "kr-incheon/fiscal-plan-2021"
    }


async def test_what_is_known_is_304_and_reads_nothing(api: Api) -> None:
    first = await api.http.get(f"{PREFIX}/facts?limit=2")
    api.lender.snapshot.reads.clear()
    again = await api.http.get(
        f"{PREFIX}/facts?limit=2", headers={"if-none-match": first.headers["etag"]}
    )
    assert (again.status_code, again.content, api.lender.snapshot.reads) == (304, b"", [])
    other = await api.http.get(f"{PREFIX}/facts?limit=3")
    assert other.headers["etag"] != first.headers["etag"]


async def test_another_collection_method_or_no_snapshot_is_an_error_in_json(api: Api) -> None:
    nothing = await api.http.get(f"{PREFIX}/cars")
    assert (nothing.status_code, nothing.json()["error"]["code"]) == (404, "no_such_collection")
    posted = await api.http.post(f"{PREFIX}/facts")
    assert (posted.status_code, posted.headers["allow"]) == (405, "GET, HEAD")
    check(f"{PREFIX}/facts", posted)
    unready = await Api(NoSnapshot()).http.get(f"{PREFIX}/facts")
    assert unready.status_code == 503
    assert unready.headers["retry-after"]
    check(f"{PREFIX}/facts", unready)


def texts(one: Parameter) -> st.SearchStrategy[str]:
    """Values for a parameter: right ones, edges, and nonsense."""
    sound: st.SearchStrategy[Any] = st.sampled_from(
        [PLAN, BORYEONG, "보령", f"{PLAN}/f0001", "2등급"]
    )
    if one.choices:
        sound = st.sampled_from(one.choices)
    elif one.kind == "integer":
        sound = st.integers(-(10**41), 10**41) | st.sampled_from([0, 1, 2021, 2022, 100, 9999])
    return st.one_of(sound.map(str), st.text(max_size=20))


RESOURCES = (*LISTED.values(), SEARCHING)


@st.composite
def requests(draw: st.DrawFn) -> tuple[str, list[tuple[str, str]]]:
    """A request that somebody could send: a collection and some of its parameters, or others."""
    resource = draw(st.sampled_from(RESOURCES))
    pairs = []
    for _ in range(draw(st.integers(0, 4))):
        one = draw(st.sampled_from(resource.parameters))
        pairs.append((one.name, draw(texts(one))))
    if draw(st.integers(0, 19)) == 0:
        pairs.append((draw(st.text(max_size=5)), "1"))
    return resource.name, pairs


@given(request=requests())
@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_is_asked_the_answer_is_as_described(
    app: Starlette, request: tuple[str, list[tuple[str, str]]]
) -> None:
    name, pairs = request
    address = f"{PREFIX}/{name}?{urlencode(pairs, errors='replace')}"

    async def answer() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://city.test") as http:
            return await http.get(address)

    response = anyio.run(answer)
    assert response.status_code in (200, 400), response.text
    content = check(f"{PREFIX}/{name}", response)
    if response.status_code == 200:
        limit = next((int(text) for key, text in pairs if key == "limit"), 20)
        assert len(content["data"]) <= limit


def test_every_table_is_in_the_mirror() -> None:
    assert {name.replace("-", "_") for name in LISTED} == {*TABLES, "municipalities"}


async def test_a_read_that_takes_too_long_is_stopped(lender: OneSnapshot) -> None:
    routes = rest_routes(lender, RestOptions(seconds=-1))
    api = Api(lender, Starlette(routes=routes))
    async with api.http:
        response = await api.http.get(f"{PREFIX}/facts")
    assert response.status_code == 503
    assert response.json()["error"]["code"] == "reading_too_long"
