"""How often the snapshot is read: once for each level of a query, however many rows."""

from __future__ import annotations

import pytest

import index
from tests.graphql_api.city import (
    FISCAL_PLAN,
    Api,
    CountingSnapshot,
    OneSnapshot,
    reading_by_core,
)

LINKED = """query($first: Int!) {
  facts(first: $first) { nodes {
    licence
    document { title }
    section { heading document { id } }
    passage { text section { heading } document { id } }
  } }
}"""


@pytest.mark.parametrize("first", [1, 5, 35])
async def test_links_cost_one_read_for_each_kind(
    reading_api: Api, counting: CountingSnapshot, first: int
) -> None:
    found = await reading_api.data(LINKED, {"first": first})
    assert len(found["facts"]["nodes"]) == first
    assert sorted(counting.reads) == ["documents", "facts", "passages", "sections"]


async def test_a_link_that_nobody_follows_is_not_read(
    reading_api: Api, counting: CountingSnapshot
) -> None:
    await reading_api.data("{ facts(first: 35) { nodes { name document { title } } } }")
    assert counting.reads == ["facts", "documents"]


@pytest.mark.parametrize("count", [1, 30])
async def test_nodes_are_looked_for_in_each_table_once(
    reading_api: Api, counting: CountingSnapshot, count: int
) -> None:
    ids = [f"{FISCAL_PLAN}/f{number:04d}" for number in range(1, count + 1)]
    await reading_api.data(
        "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": [*ids, "nothing"]}
    )
    assert sorted(counting.reads) == [
        "audits",
        "documents",
        "facts",
        "passages",
        "sections",
        "series",
    ]


@pytest.mark.parametrize("first", [1, 3, 30])
async def test_a_search_reads_its_links_at_once(
    reading_api: Api, counting: CountingSnapshot, first: int
) -> None:
    await reading_api.data(
        'query($first: Int!) { search(text: "예산", first: $first) { passage { document { id } '
        "section { heading } } } }",
        {"first": first},
    )
    assert sorted(counting.reads) == ["documents", "search", "sections"]


@pytest.mark.parametrize("first", [1, 20])
async def test_lists_within_a_list_cost_one_read_for_each_owner_not_for_each_row(
    reading_api: Api, counting: CountingSnapshot, first: int
) -> None:
    await reading_api.data(
        "query($first: Int!) { documents { nodes { passages(first: $first) "
        "{ nodes { text document { id } } } } } }",
        {"first": first},
    )
    assert sorted(counting.reads) == ["documents", *["passages"] * 3]


AROUND_FACTS = """query($first: Int!) {
  facts(first: $first) { nodes {
    series { name documents { id } points { document { id } fact { name } } }
    arithmeticAudits { result stated { fact { id } } terms { fact { id } } document { id } }
    document { title supersedes { id } supersededBy { id } }
  } }
}"""


@pytest.mark.parametrize(("first", "reads_of_facts"), [(2, 2), (7, 1), (37, 1)])
async def test_what_hangs_on_facts_costs_one_read_for_each_level(
    reading_api: Api, counting: CountingSnapshot, first: int, reads_of_facts: int
) -> None:
    found = await reading_api.data(AROUND_FACTS, {"first": first})
    assert len(found["facts"]["nodes"]) == first
    # The documents, then those that replace them. Facts that the points name are read only where
    # the first page had not all of them.
    facts = ["facts"] * reads_of_facts
    assert sorted(counting.reads) == ["audits", "documents", "documents", *facts, "series"]


@pytest.mark.parametrize("first", [1, 2])
async def test_series_of_facts_of_series_cost_one_read_for_each_level(
    reading_api: Api, counting: CountingSnapshot, first: int
) -> None:
    await reading_api.data(
        "query($first: Int!) { series(first: $first) { nodes { points { fact { series "
        "{ points { fact { arithmeticAudits { id } document { title } } } } } } } } }",
        {"first": first},
    )
    assert sorted(counting.reads) == ["audits", "documents", "facts", "series", "series"]


HANGING = """query($id: [ID!], $first: Int!) {
  facts(first: $first, filter: {documents: $id}) { nodes {
    series { points { fact { id } } } arithmeticAudits { terms { label } }
  } }
}"""
SORTED = """query($id: [ID!], $first: Int!) {
  budgets(
    first: $first
    filter: {documents: $id}
    where: {or: [{name: {contains: "분야"}}, {document: {fiscalYear: {gte: 2020}}}]}
    orderBy: {field: AMOUNT_KRW, direction: DESC}
  ) { nodes { citation { title quote } accountTerm { ko } passage { citation { url } } } }
}"""


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (HANGING, 6),  # two for each kind that has parts: facts, series, audits
        (SORTED, 4),  # facts and their values, documents, passages
    ],
)
@pytest.mark.parametrize("first", [1, 5, 30])
async def test_statements_do_not_grow_with_the_rows(
    reading_api: Api, snapshot: index.Snapshot, first: int, query: str, expected: int
) -> None:
    await reading_api.data("{ __typename }")  # parsed, admitted and connected
    statements: list[str] = []
    database = snapshot._database
    with database._connection() as connection:
        connection.set_trace_callback(statements.append)
    try:
        await reading_api.data(query, {"first": first, "id": [FISCAL_PLAN]})
    finally:
        with database._connection() as connection:
            connection.set_trace_callback(None)
    # What the table of names reads of its own segments, SQLite tells as well.
    ours = [one for one in statements if "'main'." not in one]
    assert len(ours) == expected, [one[:90] for one in ours]


async def test_the_names_of_local_governments_are_read_once_for_a_snapshot(
    counting: CountingSnapshot,
) -> None:
    lender = OneSnapshot(counting)
    api = Api(lender, reading_by_core(lender))
    for _ in range(3):
        await api.data('{ facts(filter: {municipalities: ["보령시"]}) { nodes { id } } }')
    assert sorted(counting.reads) == ["documents", "facts", "facts", "facts"]
