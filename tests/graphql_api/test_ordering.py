# ruff: noqa: ANN401 (what comes back is JSON of whatever shape was asked for)
"""`orderBy`: pages in another order, and cursors that belong to it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any, get_type_hints

import pytest

from graphql_api.ordering import ORDERS
from graphql_api.pagination import PAGE
from tests.graphql_api.city import FACTS, FISCAL_PLAN, Api, CountingSnapshot

PAGED = """query($order: FactOrder, $first: Int, $after: String, $last: Int, $before: String) {
  facts(orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { id name fiscalYear amountKrw period { end } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}"""
VALUE: dict[str, Callable[[Any], Any]] = {
    "NAME": lambda one: one["name"],
    "FISCAL_YEAR": lambda one: one["fiscalYear"],
    "AMOUNT_KRW": lambda one: one["amountKrw"],
    "DUE": lambda one: (one["period"] or {}).get("end"),
}


async def page(api: Api, **arguments: Any) -> Any:
    return (await api.data(PAGED, arguments))["facts"]


async def every(api: Api) -> list[Any]:
    return [one["node"] for one in (await page(api, first=100))["edges"]]


@pytest.mark.parametrize("direction", ["ASC", "DESC"])
@pytest.mark.parametrize("field", VALUE)
async def test_pages_meet_every_fact_once_what_has_no_value_last(
    api: Api, field: str, direction: str
) -> None:
    nodes = await every(api)
    value, down = VALUE[field], direction == "DESC"
    there = [one for one in nodes if value(one) is not None]
    absent = [one for one in nodes if value(one) is None]
    there.sort(key=lambda one: (value(one), one["id"]), reverse=down)
    absent.sort(key=lambda one: one["id"], reverse=down)
    expected = [one["id"] for one in there + absent]
    order = {"field": field, "direction": direction}

    met: list[str] = []
    after, goes_on = None, True
    while goes_on:
        one = await page(api, order=order, first=7, after=after)
        assert one["pageInfo"]["hasPreviousPage"] is bool(met)
        met += [edge["node"]["id"] for edge in one["edges"]]
        after, goes_on = one["pageInfo"]["endCursor"], one["pageInfo"]["hasNextPage"]
    assert met == expected

    met = []
    before, goes_on = None, True
    while goes_on:
        one = await page(api, order=order, last=7, before=before)
        assert one["pageInfo"]["hasNextPage"] is bool(met)
        met = [edge["node"]["id"] for edge in one["edges"]] + met
        before, goes_on = one["pageInfo"]["startCursor"], one["pageInfo"]["hasPreviousPage"]
    assert met == expected


async def test_an_order_ascends_unless_told_otherwise(api: Api) -> None:
    by_name = await page(api, order={"field": "NAME"}, first=100)
    names = [edge["node"]["name"] for edge in by_name["edges"]]
    assert len(names) == FACTS
    assert names == sorted(names)


async def test_a_cursor_of_another_order_is_refused(api: Api, counting: CountingSnapshot) -> None:
    by_id = (await page(api))["pageInfo"]["endCursor"]
    by_name = (await page(api, order={"field": "NAME"}))["pageInfo"]["endCursor"]
    falling = {"field": "NAME", "direction": "DESC"}
    counting.reads.clear()
    for order, cursor in ((falling, by_name), (falling, by_id), (None, by_name)):
        error = await api.error(PAGED, {"order": order, "after": cursor})
        assert error["code"] == "cursor_of_other_order"
        assert "orderBy" in error["message_ko"]
        assert "orderBy" in error["message_en"]
    assert counting.reads == []


def made(content: str) -> str:
    return base64.urlsafe_b64encode(content.encode()).decode()


@pytest.mark.parametrize(
    "text",
    [
        made("1:facts by amount_krw asc:"),
        made('1:facts by amount_krw asc:["1", "x"]'),
        made('1:facts by amount_krw asc:[true, "x"]'),
        made('1:facts by amount_krw asc:[1.5, "x"]'),
        made("1:facts by amount_krw asc:[1, 2]"),
        made('1:facts by amount_krw asc:[1, "x", 3]'),
        made('1:facts by amount_krw asc:{"a": 1, "b": 2}'),
        made("1:facts by amount_krw asc:" + "[" * 5_000),
        made("1:facts by amount_krw asc:" + "[1, " + json.dumps("x" * PAGE.longest_cursor) + "]"),
        made('1:series by amount_krw asc:[1, "x"]'),
        "nonsense",
    ],
)
async def test_a_cursor_that_nobody_gave_is_refused(
    api: Api, counting: CountingSnapshot, text: str
) -> None:
    order = {"field": "AMOUNT_KRW"}
    error = await api.error(PAGED, {"order": order, "before": text})
    assert error["code"] == "invalid_cursor"
    assert counting.reads == []


async def test_a_cursor_outlives_the_record_that_it_names(api: Api) -> None:
    gone = made(f'1:facts by amount_krw asc:[{2_000_000_000_000 - 1}, "nothing"]')
    found = await page(api, order={"field": "AMOUNT_KRW"}, after=gone, first=1)
    assert found["edges"][0]["node"]["id"] == f"{FISCAL_PLAN}/f0020"


@pytest.mark.parametrize(
    ("field", "order"),
    [
        ("documents", "PUBLISHED_ON"),
        ("documents", "TITLE"),
        ("budgets", "AMOUNT_KRW"),
        ("arithmeticAudits", "NAME"),
        ("series", "NAME"),
    ],
)
async def test_lists_of_every_table_can_be_sorted(api: Api, field: str, order: str) -> None:
    query = f"{{ {field}(first: 100%s) {{ nodes {{ id }} }} }}"
    found = {}
    for direction in ("ASC", "DESC"):
        argument = f", orderBy: {{field: {order}, direction: {direction}}}"
        found[direction] = (await api.data(query % argument))[field]["nodes"]
    plain = (await api.data(query % ""))[field]["nodes"]
    assert len(plain) > 1
    assert found["ASC"] != found["DESC"]
    for nodes in found.values():
        assert sorted(one["id"] for one in nodes) == [one["id"] for one in plain]


async def test_the_largest_budgets_are_three_statements_at_most(
    api: Api, counting: CountingSnapshot
) -> None:
    found = await api.data(
        "{ budgets(first: 3, orderBy: {field: AMOUNT_KRW, direction: DESC}) "
        "{ nodes { name amountKrw document { title } } } }"
    )
    assert [one["name"] for one in found["budgets"]["nodes"]] == [
        "제30분야",
        "제29분야",
        "제28분야",
    ]
    assert counting.reads == ["facts", "documents"]


def test_every_table_with_orders_has_an_input_for_them() -> None:
    from index.orderings import SORTED

    for table, order in ORDERS.items():
        fields = get_type_hints(order)["field"]
        assert {one.value for one in fields} == set(SORTED[table])
    assert set(ORDERS) == set(SORTED)
