"""The compiled executor gives what graphql-core gives, byte for byte, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import index
from graphql_api.compiled import CompiledExecutor
from graphql_api.envelope import Envelope
from graphql_api.forms import covered
from graphql_api.limits import LimitOptions
from graphql_api.loaders import Records
from graphql_api.pagination import cursor
from graphql_api.responses import json_bytes
from graphql_api.schema import build_schema
from tests.factories import (
    make_corpus,
    make_reading,
)
from tests.graphql_api.city import small_corpus
from tests.graphql_api.operations import operations
from tests.graphql_api.pairs import SCHEMA, Pair, odd_corpus, pair_over, plain_corpus

QUICK, THOROUGH = 100, 3_000


@pytest.fixture(scope="module", params=["small", "odd", "plain"])
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Pair]:
    made = {"small": small_corpus, "odd": odd_corpus, "plain": plain_corpus}
    content = made[request.param]()
    snapshot = index.ensure_snapshot(
        content, tmp_path_factory.mktemp("data"), embedder=index.HashingEmbedder()
    )
    yield pair_over(snapshot, content)
    snapshot.close()


def compare(pair: Pair, examples: int) -> None:
    """Generate, answer twice, compare; nearly all that has an answer must have been compiled."""
    tally = {"answered": 0, "compiled": 0, "ordered": 0}

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.data())
    def check(data: st.DataObject) -> None:
        query, variables = data.draw(operations(SCHEMA._schema, pair.world))
        content, body = pair.both(query, variables)
        if "errors" in content:
            assert body is None, query
            return
        tally["answered"] += 1
        if body is not None:
            tally["compiled"] += 1
            tally["ordered"] += "orderBy" in query
            assert body == json_bytes(content), query

    check()
    assert tally["answered"] > examples * 0.6, tally
    assert tally["compiled"] > tally["answered"] * 0.95, tally
    assert tally["ordered"] > tally["answered"] * 0.2, tally


def test_made_up_operations_come_out_alike(pair: Pair) -> None:
    compare(pair, QUICK)


@pytest.mark.thorough
def test_thousands_of_made_up_operations_come_out_alike(pair: Pair) -> None:
    compare(pair, THOROUGH)


ORDERED = """query($order: FactOrder, $first: Int, $after: String, $last: Int, $before: String) {
  facts(orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    edges { cursor node { id name amountKrw fiscalYear } }
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
  }
}"""


@pytest.mark.parametrize("way", ["ASC", "DESC"])
@pytest.mark.parametrize("field", ["NAME", "FISCAL_YEAR", "AMOUNT_KRW", "DUE"])
@pytest.mark.parametrize(
    ("size", "start", "cursor_of"),
    [("first", "after", "endCursor"), ("last", "before", "startCursor")],
)
def test_one_plan_pages_through_every_order_in_both_directions(
    pair: Pair, field: str, way: str, size: str, start: str, cursor_of: str
) -> None:
    met: list[str] = []
    variables: dict[str, Any] = {"order": {"field": field, "direction": way}, size: 3}
    pair.both(ORDERED, {"first": 1})
    while True:
        content, body = pair.both(ORDERED, variables)
        assert body == json_bytes(content)
        found = content["data"]["facts"]
        page = [one["node"]["id"] for one in found["edges"]]
        met = [*met, *page] if size == "first" else [*page, *met]
        if not found["pageInfo"]["hasNextPage" if size == "first" else "hasPreviousPage"]:
            break
        variables[start] = found["pageInfo"][cursor_of]
    assert len(met) == len(set(met)) == found["totalCount"]


def test_what_is_worked_out_of_a_value_is_planned_too(pair: Pair) -> None:
    content, body = pair.both(
        """{ nodes: facts(first: 100) { nodes {
          ... on Indicator { trajectory { year baseline { value } target { number phase }
                                          actual { value year } unstaged { value phase } } }
          ... on Evaluation { grade score isAboutIntegrity }
          ... on Organisation { roleHolder } ... on Policy { isAboutIntegrity }
        } } series { nodes { points { citation { quote url snapshotId } } } } }""",
        {},
    )
    assert body == json_bytes(content)
    assert b"trajectory" in body


LISTS = """query($first: Int!, $id: ID!) {
  documents(first: $first) { totalCount pageInfo { endCursor hasNextPage } edges { cursor node {
    passages(first: $first) { totalCount nodes {
      text facts(first: $first) { nodes { name values { year number } series { name } } }
    } }
    supersededBy { id }
  } } }
  node(id: $id) { ... on Fact { document { title } } }
}"""


@pytest.mark.parametrize("first", [1, 3, 10])
def test_an_operation_is_one_statement_however_many_rows(pair: Pair, first: int) -> None:
    variables = {"first": first, "id": pair.world.ids[-1]}
    pair.both(LISTS, variables)  # planned, and the snapshot looked over
    envelope = Envelope(query=LISTS, variables=variables, operation_name=None)
    statements: list[str] = []
    with pair.snapshot._database._connection() as connection:
        connection.set_trace_callback(statements.append)
    try:
        assert pair.compiled.answer(envelope, pair.records()) is not None
    finally:
        with pair.snapshot._database._connection() as connection:
            connection.set_trace_callback(None)
    assert len(statements) == 1


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ("{ snapshot { id } }", {}),
        ('{ search(text: "예산") { passage { id } } }', {}),
        ("{ __schema { queryType { name } } }", {}),
        ("{ municipalities { nodes { name } } }", {}),
        ('{ node(id: "municipality:충청남도 보령시") { id } }', {}),
        ("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ["a\0b"]}),
    ],
)
def test_what_is_not_covered_goes_to_graphql_core(
    pair: Pair, query: str, variables: dict[str, Any]
) -> None:
    content, body = pair.both(query, variables)
    assert "errors" not in content
    assert body is None


@pytest.mark.parametrize(
    "variables",
    [
        {"first": 0},
        {"first": 101},
        {"first": 2**40},
        {"first": "2"},
        {"first": 2, "after": "nonsense"},
        {"first": 2, "after": cursor("documents", "x")},
        {"first": 2, "last": 2},
        {"first": 2, "surplus": [1]},
        {},
    ],
)
def test_arguments_that_make_no_sense_are_left_to_graphql_core(
    pair: Pair, variables: dict[str, Any]
) -> None:
    query = (
        "query($first: Int!, $after: String, $last: Int)"
        " { facts(first: $first, after: $after, last: $last) { nodes { id } } }"
    )
    pair.both(query, {"first": 1})
    content, _ = pair.both(query, variables)
    envelope = Envelope(query=query, variables=variables, operation_name=None)
    body = pair.compiled.answer(envelope, pair.records())
    assert body == (None if "errors" in content else json_bytes(content))


def test_a_document_within_the_limits_is_weighed_again_with_other_variables() -> None:
    schema = build_schema(LimitOptions(cost=100))
    executor = CompiledExecutor(schema)
    known = Envelope(
        query="query($n: Int!) { facts(first: $n) { nodes { id name } } }",
        variables={"n": 2},
        operation_name=None,
    )
    executor.learn(known)
    heavy = replace(known, variables={"n": 100})
    assert executor.prepare(heavy, cast("Records", None)) is None


def test_a_number_beyond_graphqls_int_is_left_to_graphql_core(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    content = make_corpus(
        make_reading(facts=({"fiscal_year": 2**31}, {"fiscal_year": 2022})),
    )
    with_index = index.ensure_snapshot(
        content, tmp_path_factory.mktemp("data"), embedder=index.HashingEmbedder()
    )
    pair = pair_over(with_index, content)
    found, body = pair.both("{ facts { nodes { id fiscalYear } } }", {})
    assert "errors" in found
    assert body is None
    with_index.close()


def test_an_amount_beyond_64_bits_is_left_to_graphql_core(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    content = make_corpus(make_reading(facts=({"amount_krw": 10**30},)))
    snapshot = index.ensure_snapshot(
        content, tmp_path_factory.mktemp("data"), embedder=index.HashingEmbedder()
    )
    pair = pair_over(snapshot, content)
    found, body = pair.both("{ facts { nodes { amountKrw } } }", {})
    assert found["data"]["facts"]["nodes"] == [{"amountKrw": 10**30}]
    assert body is None
    assert pair.both("{ facts { nodes { name } } }", {})[1] is not None
    snapshot.close()


def test_every_covered_field_is_in_the_schema() -> None:
    """A field that was taken away would leave its entry behind, unproved."""
    types = cast("Any", SCHEMA._schema.type_map)
    for type_, name in covered():
        assert name in types[type_].fields, f"{type_}.{name}"


def test_nothing_that_a_caller_sends_can_stand_for_an_owner(pair: Pair) -> None:
    _, body = pair.both('{ facts(filter: {documents: ["owner-"]}) { nodes { id } } }', {})
    assert body is not None
    assert len(index.OWNER) > 32
