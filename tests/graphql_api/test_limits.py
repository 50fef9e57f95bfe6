"""Hostile documents: refused before anything is read, and quickly."""

from __future__ import annotations

import time
from typing import Any

import pytest
from graphql import get_introspection_query, parse

import graphql_api
import index
from graphql_api.admission import nesting
from graphql_api.limits import LimitOptions
from graphql_api.prices import TOUCHED
from graphql_api.weights import Weight, weigh
from tests.graphql_api.city import Api, CountingSnapshot

QUICK_SECONDS = 1.0
"""Each takes a few milliseconds; without the limits the worst take minutes.

Of a processor, not of a clock: a machine may have other work.
"""

SCHEMA = graphql_api.build_schema()._schema

LENGTHS = {"arithmetic_audits.terms": 10, "series.points": 10}
BOUNDS = index.Bounds(
    rows=dict.fromkeys((*index.TABLES, "municipalities"), 1_000),
    totals={
        name: tuple(size * LENGTHS.get(name, 5) for size in index.OWNERS)
        for name in index.EMPTY_BOUNDS.totals
    },
)
"""A thousand of everything, lists of five, ten terms and ten points."""


def doubling(fragments: int) -> str:
    """A short document whose fragments double each other: 2 to the power of `fragments` fields."""
    chain = "".join(
        f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }}\n" for n in range(fragments)
    )
    return f"{{ ...f0 }}\n{chain}fragment f{fragments} on Query {{ __typename }}"


def nested_lists(levels: int) -> str:
    """Lists in lists, each multiplying the one inside it."""
    return (
        "{"
        + "documents(first: 100) { nodes { facts(first: 100) { nodes { document { " * levels
        + "id"
        + "} } } } }" * levels
        + "}"
    )


HOSTILE = {
    "a thousand aliases": (
        "{" + " ".join(f"a{n}: facts(first:9){{totalCount}}" for n in range(850)) + "}",
        "too_many_tokens",
    ),
    "a hundred aliases": (
        "{" + " ".join(f"a{n}: __typename" for n in range(100)) + "}",
        "too_many_aliases",
    ),
    "ten thousand duplicate fields": ("{" + "__typename " * 10_000 + "}", "document_too_long"),
    "a thousand duplicate fields": ("{" + "__typename " * 1_000 + "}", "too_many_fields"),
    "composite duplicate fields": (
        "{" + "snapshot { id } " * 200 + "}",
        "too_many_fields",
    ),
    "fragments doubling 22 times": (doubling(22), "too_many_fragments"),
    "fragments doubling 18 times": (doubling(18), "too_many_roots"),
    "a fragment cycle": (
        "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }",
        "fragment_cycle",
    ),
    "a cycle in fragments that are not used": (
        "{ __typename } fragment a on Query { ...a }",
        "fragment_cycle",
    ),
    "two hundred levels": (
        "{ facts { nodes {" + "document { facts { nodes {" * 60 + "id" + "}}}" * 60 + "}}}",
        "too_deep",
    ),
    "levels of links that cost little": (
        "{ fact(id: 1) {" + "passage { section {" * 9 + "document { id }" + "}}" * 9 + "}}",
        "too_deep",
    ),
    "nine hundred inline fragments": ("{" + "...{" * 900 + "a" + "}" * 901, "too_deep"),
    "fragments within fragments": (
        "{ ...f0 }"
        + "".join(
            f"fragment f{n} on Query {{ {'... { ' * 10} ...f{n + 1} {'}' * 10} }}"
            for n in range(18)
        )
        + "fragment f18 on Query { __typename }",
        "too_deep",
    ),
    "a deep list": ("{ nodes(ids: " + "[" * 900 + "]" * 900 + ") { id } }", "too_deep"),
    "brackets that are not closed": ("{" * 1_500, "too_deep"),
    "twenty thousand ids in the document": (
        "{ nodes(ids: [" + '"x",' * 20_000 + "]) { id } }",
        "document_too_long",
    ),
    "a hundred and one ids in the document": (
        "{ nodes(ids: [" + '"x",' * 101 + "]) { id } }",
        "list_too_long",
    ),
    "too many ids in a default value": (
        "query($ids: [ID!]! = [" + '"x",' * 101 + "]) { nodes(ids: $ids) { id } }",
        "list_too_long",
    ),
    "too many ids in a filter": (
        "{ facts(filter: {ids: [" + '"x",' * 101 + "]}) { totalCount } }",
        "list_too_long",
    ),
    "a megabyte of comment": ("#" + "x" * 1_000_000, None),
    "thirty kilobytes of tokens": ("{" + "a " * 15_000 + "}", "too_many_tokens"),
    "many directives in one place": (
        "{ __typename " + "@include(if: true) " * 5 + "}",
        "too_many_directives",
    ),
    "many directives": (
        "{ snapshot {" + "id @include(if: true) " * 21 + "} }",
        "too_many_directives",
    ),
    "many operations": (
        " ".join(f"query q{n} {{ __typename }}" for n in range(6)),
        "too_many_operations",
    ),
    "many fields at the root": ("{" + "__typename " * 11 + "}", "too_many_roots"),
    "lists in lists": (nested_lists(2), "too_costly"),
    "many searches": (
        "{" + " ".join(f'a{n}: search(text: "예산") {{ score }}' for n in range(10)) + "}",
        "too_costly",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_document_is_refused_at_once(
    api: Api, counting: CountingSnapshot, name: str
) -> None:
    query, code = HOSTILE[name]
    for media_type in ("application/json", "application/graphql-response+json"):
        begin = time.process_time()
        response = await api.http.post(
            "/graphql", json={"query": query}, headers={"accept": media_type}
        )
        assert time.process_time() - begin < QUICK_SECONDS
        assert response.status_code in (400, 413), response.text[:300]
        error = response.json()["errors"][0]["extensions"]
        assert error["code"] == (code or "body_too_large")
        assert error["message_ko"]
        assert error["message_en"]
        assert len(response.content) < 1_000
    assert counting.reads == []


@pytest.mark.parametrize(
    "variables",
    [
        {"ids": ["x"] * 20_000},
        {"ids": ["x"] * 101},
        {"ids": [["x"] * 101]},
        {"ids": ["x"], "other": {"deep": ["x"] * 101}},
    ],
)
async def test_too_many_ids_in_the_variables_are_refused(
    api: Api, counting: CountingSnapshot, variables: dict[str, Any]
) -> None:
    response = await api.post("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", variables)
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == "list_too_long"
    assert counting.reads == []


async def test_a_hundred_ids_are_welcome(api: Api) -> None:
    ids = [f"x{number}" for number in range(100)]
    found = await api.data("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ids})
    assert found["nodes"] == [None] * 100


async def test_the_standard_introspection_query_is_welcome(api: Api) -> None:
    found = await api.data(get_introspection_query(input_value_deprecation=True))
    assert found["__schema"]["queryType"]["name"] == "Query"


async def test_circular_introspection_is_refused(api: Api) -> None:
    query = "{ __schema { types {" + "fields { type {" * 5 + "name" + "} }" * 5 + "} } }"
    response = await api.post(query)
    assert response.status_code == 400
    assert "data" not in response.json()


def test_a_fragment_is_weighed_once_however_often_it_is_used() -> None:
    wide = LimitOptions(fragments=10_000, nesting=100, roots=2**70, cost=2**70, selections=10_000)
    weight = weigh(parse(doubling(60)), {}, SCHEMA, wide)
    assert weight == Weight(given=2**60, depth=1, width=2**60)


@pytest.mark.parametrize(
    ("query", "variables", "given"),
    [
        ("{ __typename }", {}, 1),
        ("{ snapshot { id } }", {}, 2),
        # facts 1 + twenty times (nodes 1 + id 1)
        ("{ facts { nodes { id } } }", {}, 1 + 20 * 2),
        ("{ facts(first: 3) { nodes { id } } }", {}, 1 + 3 * 2),
        ("{ facts(last: 3) { edges { node { id } } } }", {}, 1 + 3 * 3),
        ("query($n: Int) { facts(first: $n) { nodes { id } } }", {"n": 5}, 1 + 5 * 2),
        ("query($n: Int = 4) { facts(first: $n) { nodes { id } } }", {}, 1 + 4 * 2),
        ("query($n: Int) { facts(first: $n) { nodes { id } } }", {}, 1 + 20 * 2),
        ("query($n: Int) { facts(first: $n) { nodes { id } } }", {"n": "x"}, 1 + 100 * 2),
        ("{ facts(first: 99999999999999999999) { nodes { id } } }", {}, 1 + 100 * 2),
        ("{ facts(first: -5) { nodes { id } } }", {}, 1 + 1 * 2),
        # values 1 + five times year 1, for each of ten facts
        ("{ facts(first: 10) { nodes { values { year } } } }", {}, 1 + 10 * (1 + 1 + 5)),
        ("{ facts(first: 1) { totalCount } }", {}, 1 + 1),
        # terms 1 + ten times value 1, for each of two audits
        (
            "{ arithmeticAudits(first: 2) { nodes { terms { value } } } }",
            {},
            1 + 2 * (1 + 1 + 10),
        ),
        ("{ series(first: 2) { nodes { points { year } } } }", {}, 1 + 2 * (1 + 1 + 10)),
        # series 1 + five times (points 1 + ten times year 1)
        ('{ fact(id: "a") { series { points { year } } } }', {}, 1 + 1 + 5 * (1 + 10)),
        ('{ document(id: "a") { supersededBy { id } } }', {}, 1 + 1 + 5),
        ('{ nodes(ids: ["a", "b", "c"]) { id } }', {}, 1 + 3),
        ("query($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": ["a", "b"]}, 1 + 2),
        ("{ documents(first: 2) { nodes { facts(first: 3) { nodes { id } } } } }", {}, 17),
        ("{ ...a ...a } fragment a on Query { facts(first: 2) { nodes { id } } }", {}, 2 * 5),
        ("{ nothing { like { this } } }", {}, 3),
    ],
)
def test_fields_in_the_answer_are_counted(
    query: str, variables: dict[str, Any], given: int
) -> None:
    weight = weigh(parse(query), variables, SCHEMA, LimitOptions(), BOUNDS)
    assert weight.given == given
    assert weight.cost == given + weight.rows


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("{ snapshot { id } }", 0),
        # The document by its id, and its link's.
        ('{ document(id: "a") { supersedes { id } } }', 2 * TOUCHED),
        # A page and one record more; then the page, and each of its records.
        ("{ documents(first: 3) { nodes { id } } }", 4 + 4 * TOUCHED + 4 + 3),
        # Each field of the page information is another reading of the page.
        ("{ documents(first: 3) { pageInfo { hasNextPage endCursor } } }", 4 + 4 * TOUCHED + 2 * 4),
        # Every one of the thousand, and the count.
        ("{ documents(first: 1) { totalCount } }", 2 + 2 * TOUCHED + 1_000 + 1),
        # No more than there are.
        ("{ municipalities(first: 50) { nodes { name } } }", 50),
    ],
)
def test_rows_are_counted(query: str, rows: int) -> None:
    assert weigh(parse(query), {}, SCHEMA, LimitOptions(), BOUNDS).rows == rows


def test_a_condition_looks_through_the_table_and_a_document_only_through_its_own() -> None:
    def rows(query: str) -> int:
        return weigh(parse(query), {}, SCHEMA, LimitOptions(), BOUNDS).rows

    plain = rows("{ facts(first: 3) { nodes { id } } }")
    narrowed = rows('{ facts(first: 3, where: {unit: {eq: "명"}}) { nodes { id } } }')
    assert plain < 100
    assert narrowed > 2 * 1_000
    both = '{or: [{unit: {eq: "명"}}, {unit: {eq: "건"}}]}'
    assert rows(f"{{ facts(first: 3, where: {both}) {{ nodes {{ id }} }} }}") > 2 * narrowed
    within = 'document(id: "a") { facts(first: 3, where: {unit: {eq: "명"}}) { nodes { id } } }'
    assert rows(f"{{ {within} }}") < 200


def test_a_snapshot_with_longer_lists_makes_a_query_dearer() -> None:
    query = (
        "{ facts(first: 100) { nodes {"
        + "series { points { fact {" * 2
        + "id"
        + "} } }" * 2
        + "} } }"
    )
    assert weigh(parse(query), {}, SCHEMA, LimitOptions()).rows == 0
    with pytest.raises(graphql_api.ApiError) as refused:
        weigh(parse(query), {}, SCHEMA, LimitOptions(), BOUNDS)
    assert refused.value.code == "too_costly"


def test_more_rows_than_may_be_read_are_refused() -> None:
    query = parse('{ facts(first: 1, where: {unit: {eq: "명"}}) { totalCount } }')
    with pytest.raises(graphql_api.ApiError) as refused:
        weigh(query, {}, SCHEMA, LimitOptions(rows=1_000), BOUNDS)
    assert refused.value.code == "too_costly"


def test_a_search_is_dear() -> None:
    options = LimitOptions()
    weight = weigh(parse('{ search(text: "예산", first: 2) { score } }'), {}, SCHEMA, options)
    assert weight.given == 1 + options.search_cost + 2


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("", 0),
        ("{a}", 1),
        ("{a(b:[1]){c}}", 3),
        ('{a(b:"{{{{")}', 2),
        ('{a(b:"\\"{{{{")}', 2),
        ('{a(b:"""{{ " {{\\"""{{""")}', 2),
        ("{a # {{{{\n}", 1),
        ('"{{', 0),
    ],
)
def test_brackets_in_strings_and_comments_do_not_count(text: str, levels: int) -> None:
    assert nesting(text) == levels


def test_brackets_are_counted_in_linear_time() -> None:
    begin = time.process_time()
    for text in ('"' * 32_000, '"""' * 10_000, '\\"' * 16_000, '"""' + '\\"' * 15_000):
        nesting(text)
    assert time.process_time() - begin < QUICK_SECONDS


def test_the_limits_hold_without_http_as_well() -> None:
    result = graphql_api.build_schema().execute_sync("{" + "__typename " * 11 + "}")
    assert result.data is None
    assert result.errors is not None
    assert isinstance(result.errors[0].original_error, graphql_api.ApiError)


async def test_a_document_is_parsed_once_and_its_limits_hold_each_time(api: Api) -> None:
    query = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    assert (await api.post(query, {"ids": ["x"]})).status_code == 200
    assert (await api.post(query, {"ids": ["x"] * 101})).status_code == 400
    assert (await api.post(query, {"ids": ["x"]})).status_code == 200
