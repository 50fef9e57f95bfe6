"""`where`: and, or, not and comparisons over HTTP, and what is refused of them."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import parse

import index
from graphql_api.errors import ApiError
from graphql_api.narrowing import WHERE
from graphql_api.schema import build_schema
from graphql_api.where import COLUMN, WHERES
from tests.graphql_api.city import (
    AUDIT,
    BILLIONS,
    DISAGREEING_AUDIT,
    FISCAL_PLAN,
    PLAN,
    VISITORS,
    Api,
    CountingSnapshot,
)

GUARD = build_schema().guard
SCHEMA = build_schema()._schema


async def facts(api: Api, where: str) -> list[str]:
    found = await api.data(
        f"{{ facts(first: 100, where: {{{where}}}) {{ totalCount nodes {{ id }} }} }}"
    )
    ids = [node["id"] for node in found["facts"]["nodes"]]
    assert found["facts"]["totalCount"] == len(ids)
    return ids


def lines(*numbers: int) -> list[str]:
    return [f"{FISCAL_PLAN}/f{number:04d}" for number in numbers]


def plan(*numbers: int) -> list[str]:
    return [f"{PLAN}/f{number:04d}" for number in numbers]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ('name: {contains: "1분야"}', lines(1, 11, 21)),
        ('name: {startsWith: "제2"}', lines(2, *range(20, 30))),
        ('name: {in: ["제3분야", "제4분야", "없다"]}', lines(3, 4)),
        ("name: {in: []}", []),
        ("or: []", []),
        ("amountKrw: {gte: 2900000000000, lt: 3000000000000}", lines(29)),
        ("amountKrw: {in: [100000000000, 300000000000]}", lines(1, 3)),
        ('grade: {eq: "2등급"}', plan(3)),
        ("number: {gt: 87, lt: 88}", plan(4)),
        ("kind: {eq: EVALUATION}", plan(3)),
        ('flag: {in: ["year_unknown", "integrity"]}', plan(3)),
        ("flag: {exists: false}, kind: {eq: EVALUATION}", []),
        ('municipality: {eq: "인천광역시"}, number: {lte: 2000}', lines(1, 2)),
        ('document: {documentType: {eq: "audit"}}', [f"{AUDIT}/f0001", f"{AUDIT}/f0002"]),
        ('document: {publishedOn: {gte: "2023"}}', [f"{AUDIT}/f0001", f"{AUDIT}/f0002"]),
        (
            'and: [{year: {gte: 2021, lte: 2026}}, {or: [{name: {contains: "제7"}}, '
            '{unit: {eq: "점"}}]}, {not: {phase: {in: [APPROVED]}}}]',
            plan(4),
        ),
        (
            'not: {or: [{unit: {exists: true}}, {name: {contains: "없는 것"}}]}',
            plan(3),
        ),
        ('comparator: {exists: true}, name: {contains: "만 족 도"}', plan(4)),
        ('fundingSource: {eq: "city"}, not: {number: {gt: 1000}}', lines(1)),
    ],
)
async def test_facts_are_narrowed(api: Api, where: str, expected: list[str]) -> None:
    assert await facts(api, where) == expected


async def test_where_and_filter_both_hold(api: Api) -> None:
    found = await api.data(
        '{ budgets(filter: {nameContains: "1분야"}, where: {amountKrw: {gt: 100000000000}}) '
        "{ nodes { name } } }"
    )
    assert [one["name"] for one in found["budgets"]["nodes"]] == ["제11분야", "제21분야"]


async def test_a_where_that_says_nothing_narrows_nothing(api: Api) -> None:
    for where in ("", "year: null", "and: []", "name: {}", "and: [{}], or: null"):
        found = await api.data(f"{{ budgets(where: {{{where}}}) {{ totalCount }} }}")
        assert found["budgets"]["totalCount"] == BILLIONS, where


async def test_a_where_may_be_a_variable(api: Api) -> None:
    query = "query($where: FactWhere) { facts(where: $where) { nodes { id } } }"
    where = {"and": [{"name": {"eq": "제5분야"}}, {"not": {"kind": {"eq": "EVENT"}}}]}
    found = await api.data(query, {"where": where})
    assert [one["id"] for one in found["facts"]["nodes"]] == lines(5)


@pytest.mark.parametrize(
    ("field", "where", "expected"),
    [
        ("documents", 'title: {contains: "감사"}', [AUDIT]),
        ("documents", f'supersedes: {{eq: "{PLAN}"}}', [AUDIT]),
        ("documents", "fiscalYear: {eq: 2023}, isDigest: false", [AUDIT]),
        (
            "documents",
            'publishedOn: {exists: false}, municipality: {eq: "인천광역시"}',
            [FISCAL_PLAN],
        ),
        ("arithmeticAudits", "result: {eq: DISAGREES}", [DISAGREEING_AUDIT]),
        ("arithmeticAudits", "not: {relation: {in: [SUM]}}", []),
        ("series", "hasConflicts: true", [VISITORS]),
        ("series", 'document: {documentType: {eq: "audit"}}', [VISITORS]),
        ("series", "year: {gt: 2022}", []),
        ("sections", f'document: {{id: {{eq: "{AUDIT}"}}}}', [f"{AUDIT}/s001"]),
        ("passages", f'section: {{eq: "{AUDIT}/s001"}}', [f"{AUDIT}/p001", f"{AUDIT}/p002"]),
    ],
)
async def test_every_list_can_be_narrowed(
    api: Api, field: str, where: str, expected: list[str]
) -> None:
    found = await api.data(f"{{ {field}(where: {{{where}}}) {{ totalCount nodes {{ id }} }} }}")
    assert [one["id"] for one in found[field]["nodes"]] == expected
    assert found[field]["totalCount"] == len(expected)


async def test_lists_within_a_record_are_narrowed_as_well(api: Api) -> None:
    found = await api.data(
        "query($id: ID!) { document(id: $id) { facts(where: {number: {gt: 29000}}) "
        "{ nodes { name } } } }",
        {"id": FISCAL_PLAN},
    )
    assert found["document"]["facts"]["nodes"] == [{"name": "제30분야"}]


def nested(depth: int) -> dict[str, Any]:
    where: dict[str, Any] = {}
    for _ in range(depth - 1):
        where = {"not": where}
    return where


@pytest.mark.parametrize(
    ("where", "code"),
    [
        (nested(WHERE.depth + 1), "where_too_deep"),
        (nested(200), "too_deep"),
        ({"or": [{"year": {"eq": one}} for one in range(WHERE.comparisons + 1)]}, "where_too_long"),
        ({"or": [{}] * 101}, "list_too_long"),
        ({"unit": {"eq": None}}, "compared_with_null"),
        ({"due": {"gte": "soon"}}, "invalid_date"),
        ({"due": {"in": ["2030", "2030-1"]}}, "invalid_date"),
        ({"due": {"eq": "２０３０"}}, "invalid_date"),
        ({"name": {"contains": " \n"}}, "invalid_text"),
        ({"name": {"eq": "가" * (WHERE.longest_text + 1)}}, "invalid_text"),
        ({"nosuch": {"eq": 1}}, "invalid_query"),
        ({"year": {"eq": 10**20}}, "invalid_query"),
        ({"amountKrw": {"eq": 1.5}}, "invalid_query"),
        ({"kind": {"eq": "budget"}}, "invalid_query"),
    ],
)
async def test_a_where_that_makes_no_sense_is_refused_before_anything_is_read(
    api: Api, counting: CountingSnapshot, where: dict[str, Any], code: str
) -> None:
    query = "query($where: FactWhere) { facts(where: $where) { nodes { id } } }"
    error = await api.error(query, {"where": where})
    assert error["code"] == code
    assert counting.reads == []


async def test_the_deepest_and_longest_that_is_taken_is_taken(api: Api) -> None:
    query = "query($where: FactWhere) { facts(where: $where) { totalCount } }"
    await api.data(query, {"where": nested(WHERE.depth)})
    many = {"or": [{"year": {"eq": one}} for one in range(WHERE.comparisons)]}
    await api.data(query, {"where": many})


MANY = ", ".join(f'{{unit: {{contains: "{number}"}}}}' for number in range(WHERE.comparisons))


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        (
            " ".join(f"a{n}: facts(where: {{or: [{MANY}]}}) {{ totalCount }}" for n in range(4)),
            None,
        ),
        (
            f"documents(first: 100) {{ nodes {{ facts(where: {{or: [{MANY}]}}, first: 1) "
            "{ nodes { id } } } }",
            None,
        ),
        (
            " ".join(f"a{n}: facts(where: $where) {{ totalCount }}" for n in range(4)),
            {"where": {"or": [{"unit": {"contains": str(n)}} for n in range(WHERE.comparisons)]}},
        ),
    ],
)
def test_comparisons_have_their_price(query: str, variables: dict[str, Any] | None) -> None:
    head = "query($where: FactWhere)" if variables else ""
    many = index.Bounds(
        rows=dict.fromkeys(index.TABLES, 100_000),
        totals=dict.fromkeys(index.EMPTY_BOUNDS.totals, tuple(500 * n for n in index.OWNERS)),
    )
    with pytest.raises(ApiError) as refused:
        GUARD.weigh(parse(f"{head} {{ {query} }}"), variables or {}, SCHEMA, many)
    assert refused.value.code == "too_costly"


HOSTILE = ("'; DROP TABLE facts; --", '" OR "', "\x00", "%", "_", "*", "NEAR(", "{0}")


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_texts_find_nothing_and_break_nothing(api: Api, text: str) -> None:
    for operator in ("eq", "contains", "startsWith"):
        for field in ("name", "unit", "organisation", "municipality"):
            found = await api.data(
                "query($where: FactWhere) { facts(where: $where) { totalCount } }",
                {"where": {field: {operator: text}}},
            )
            assert found == {"facts": {"totalCount": 0}}


async def test_amounts_of_any_size_are_compared(api: Api) -> None:
    for operator, count in (("gt", 0), ("lt", BILLIONS + 2), ("eq", 0)):
        found = await api.data(
            f"{{ facts(where: {{amountKrw: {{{operator}: {10**40}}}}}) {{ totalCount }} }}"
        )
        assert found == {"facts": {"totalCount": count}}


async def test_a_where_costs_no_statement_more(
    api: Api, snapshot: index.Snapshot, counting: CountingSnapshot
) -> None:
    await api.data(
        '{ facts(first: 30, where: {or: [{name: {contains: "분야"}}, {year: {eq: 2021}}]}) '
        "{ nodes { document { title } } } }"
    )
    assert sorted(counting.reads) == ["documents", "facts"]


def test_every_field_of_a_where_is_a_column_that_its_table_has() -> None:
    from index.where import PLACES

    for table, where in WHERES.items():
        columns = {
            one.metadata[COLUMN]
            for one in where.__dataclass_fields__.values()  # type: ignore[attr-defined]
            if COLUMN in one.metadata
        }
        assert columns
        assert columns <= set(PLACES[table]), table
