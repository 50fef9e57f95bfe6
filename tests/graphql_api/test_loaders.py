"""How often the snapshot is read: once for each level of a query, however many rows."""

from __future__ import annotations

import pytest

import index
from tests.graphql_api.city import (
    FISCAL_PLAN,
    PLAN,
    TOTAL_AUDIT,
    VISITORS,
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


@pytest.mark.parametrize(("first", "of_documents", "of_facts"), [(2, 3, 2), (7, 2, 1), (37, 2, 1)])
async def test_what_hangs_on_facts_costs_one_read_for_each_level(
    reading_api: Api, counting: CountingSnapshot, first: int, of_documents: int, of_facts: int
) -> None:
    found = await reading_api.data(AROUND_FACTS, {"first": first})
    assert len(found["facts"]["nodes"]) == first
    # The documents of the series and those of the facts, as far as they are others; then those that
    # replace them. Facts that the points name are read only where the first page had not all.
    documents, facts = ["documents"] * of_documents, ["facts"] * of_facts
    assert sorted(counting.reads) == ["audits", *documents, *facts, "series"]


MIXED = """{
  many: facts(first: 35) { nodes { id passage { id } } }
  few: facts(first: 1) { nodes { passage { section { id } } document { id } } }
}"""


async def test_no_list_is_read_ahead_because_another_wants_its_links(
    reading_api: Api, snapshot: index.Snapshot, counting: CountingSnapshot
) -> None:
    await reading_api.data(MIXED)
    asked = dict(zip(counting.reads, counting.requests, strict=True))
    assert sorted(counting.reads) == ["documents", "facts", "facts", "passages", "sections"]
    assert len(asked["passages"].ids) == 34  # two stand in one
    assert len(asked["sections"].ids) == len(asked["documents"].ids) == 1


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
    snapshot.forget()
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


OF_EVERY_KIND = """query($ids: [ID!]!) { nodes(ids: $ids) {
  __typename id
  ... on Document { supersedes { id } supersededBy { id } }
  ... on Sourced { licence document { id } citation { url } }
  ... on Passage { section { id } }
  ... on Fact { section { id } passage { id } series { id } arithmeticAudits { id } }
  ... on ArithmeticAudit { passage { id } stated { fact { id } } terms { fact { id } } }
  ... on Series { documents { id } points { licence fact { id } citation { url } } }
} }"""


async def test_records_of_every_kind_stand_side_by_side(api: Api) -> None:
    ids = [PLAN, f"{PLAN}/s001", f"{PLAN}/p002", f"{PLAN}/f0002", TOTAL_AUDIT, VISITORS]
    for order in (ids, ids[::-1]):
        together = (await api.data(OF_EVERY_KIND, {"ids": order}))["nodes"]
        alone = [(await api.data(OF_EVERY_KIND, {"ids": [one]}))["nodes"][0] for one in order]
        assert together == alone
        assert len({one["__typename"] for one in together}) == len(ids)
