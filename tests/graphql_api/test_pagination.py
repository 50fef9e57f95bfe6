# ruff: noqa: ANN401 (what comes back is JSON of whatever shape was asked for)
"""Pages: forward, backward, from both ends, and with cursors that are not ours."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from graphql_api.pagination import cursor
from tests.graphql_api.city import BILLIONS, FISCAL_PLAN, Api, CountingSnapshot

PAGE = """
query Page($first: Int, $after: String, $last: Int, $before: String) {
  budgets(first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { id } }
    nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}
"""
ALL = [f"{FISCAL_PLAN}/f{number:04d}" for number in range(1, BILLIONS + 1)]


async def page(api: Api, **arguments: Any) -> Any:
    return (await api.data(PAGE, arguments))["budgets"]


def ids(connection: Any) -> list[str]:
    assert [edge["node"]["id"] for edge in connection["edges"]] == [
        node["id"] for node in connection["nodes"]
    ]
    return [edge["node"]["id"] for edge in connection["edges"]]


async def test_a_page_has_twenty_items_unless_told_otherwise(api: Api) -> None:
    assert ids(await page(api)) == ALL[:20]


async def test_going_forward_meets_every_item_once(api: Api) -> None:
    met: list[str] = []
    after, has_next = None, True
    while has_next:
        one = await page(api, first=7, after=after)
        assert one["pageInfo"]["hasPreviousPage"] is bool(met)
        met += ids(one)
        after, has_next = one["pageInfo"]["endCursor"], one["pageInfo"]["hasNextPage"]
    assert met == ALL


async def test_going_backward_meets_every_item_once_in_ascending_pages(api: Api) -> None:
    met: list[str] = []
    before, has_previous = None, True
    while has_previous:
        one = await page(api, last=7, before=before)
        assert one["pageInfo"]["hasNextPage"] is bool(met)
        met = ids(one) + met
        before = one["pageInfo"]["startCursor"]
        has_previous = one["pageInfo"]["hasPreviousPage"]
    assert met == ALL


async def test_both_bounds_hold_in_either_direction(api: Api) -> None:
    bounds = {"after": cursor("facts", ALL[4]), "before": cursor("facts", ALL[9])}
    assert ids(await page(api, first=3, **bounds)) == ALL[5:8]
    assert ids(await page(api, last=3, **bounds)) == ALL[6:9]
    assert ids(await page(api, first=100, **bounds)) == ALL[5:9]


async def test_an_empty_page_has_no_cursors(api: Api) -> None:
    one = await page(api, after=cursor("facts", "z"))
    assert one["edges"] == []
    assert one["pageInfo"] == {
        "hasNextPage": False,
        "hasPreviousPage": True,
        "startCursor": None,
        "endCursor": None,
    }


async def test_a_page_exactly_as_long_as_the_list_says_that_it_ends(api: Api) -> None:
    one = await page(api, first=BILLIONS)
    assert ids(one) == ALL
    assert one["pageInfo"]["hasNextPage"] is False


async def test_the_end_of_a_list_is_read_without_reading_the_list(
    reading_api: Api, counting: CountingSnapshot
) -> None:
    await page(reading_api, last=2)
    (request,) = counting.requests
    assert (request.limit, request.descending) == (3, True)


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "=",
        "%%%%",
        "한글",
        "\u0000",
        base64.b64encode(b"arrayconnection:0").decode(),
        base64.b64encode(b"\xff\xfe").decode(),
        cursor("documents", ALL[0]),
    ],
)
@pytest.mark.parametrize("argument", ["after", "before"])
async def test_a_cursor_of_another_list_or_of_nobody_is_refused(
    api: Api, counting: CountingSnapshot, argument: str, text: str
) -> None:
    error = await api.error(PAGE, {argument: text})
    assert error["code"] == "invalid_cursor"
    assert counting.reads == []


@pytest.mark.parametrize(
    "arguments",
    [
        {"first": 0},
        {"first": -1},
        {"first": 101},
        {"last": 0},
        {"last": 101},
        {"first": 1, "last": 1},
    ],
)
async def test_a_page_size_out_of_range_is_refused(
    api: Api, counting: CountingSnapshot, arguments: dict[str, int]
) -> None:
    assert (await api.error(PAGE, arguments))["code"] == "invalid_page_size"
    assert counting.reads == []


async def test_a_count_is_made_only_when_it_is_asked_for(
    api: Api, counting: CountingSnapshot
) -> None:
    await api.data("{ budgets(first: 1) { nodes { id } } }")
    assert "count" not in counting.reads
    counted = await api.data("{ budgets(first: 1) { totalCount } }")
    assert counted == {"budgets": {"totalCount": BILLIONS}}
    assert counting.reads.count("count") == 1


async def test_local_governments_are_paged_like_everything_else(api: Api) -> None:
    query = """query($first: Int, $last: Int, $after: String) {
      municipalities(first: $first, last: $last, after: $after) {
        totalCount nodes { name } pageInfo { hasNextPage hasPreviousPage endCursor }
      }
    }"""
    first = (await api.data(query, {"first": 1}))["municipalities"]
    assert (first["totalCount"], first["nodes"]) == (2, [{"name": "인천광역시"}])
    assert first["pageInfo"]["hasNextPage"] is True
    after = first["pageInfo"]["endCursor"]
    second = (await api.data(query, {"after": after}))["municipalities"]
    assert second["nodes"] == [{"name": "충청남도 보령시"}]
    last = (await api.data(query, {"last": 1}))["municipalities"]
    assert last["nodes"] == second["nodes"]
    assert last["pageInfo"]["hasPreviousPage"] is True
