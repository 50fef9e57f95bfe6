"""Arithmetic audits: served as they are printed, linked, narrowed and paged."""

from __future__ import annotations

from typing import Any

import pytest

import corpus
from graphql_api.values import ArithmeticRelation, AuditResult
from tests.graphql_api.city import (
    AUDIT,
    BORYEONG,
    DISAGREEING_AUDIT,
    FISCAL_PLAN,
    PLAN,
    TOTAL_AUDIT,
    Api,
)

TOTAL_FACT = f"{PLAN}/f0005"


async def audits(api: Api, arguments: str) -> list[str]:
    found = await api.data(f"{{ arithmeticAudits{arguments} {{ totalCount nodes {{ id }} }} }}")
    ids = [one["id"] for one in found["arithmeticAudits"]["nodes"]]
    assert found["arithmeticAudits"]["totalCount"] == len(ids)
    return ids


def test_every_relation_and_result_of_the_records_can_be_told() -> None:
    assert {one.name for one in ArithmeticRelation} == {
        one.name for one in corpus.ArithmeticRelation
    }
    assert {one.name for one in AuditResult} == {one.name for one in corpus.AuditResult}


async def test_a_disagreement_is_served_as_it_is_printed(api: Api) -> None:
    found = await api.data(
        """query($id: ID!) { node(id: $id) { ... on ArithmeticAudit {
          name fiscalYear relation result reason unit computed difference expression quote
          start end url
          stated { label rawText value number start end url fact { id } }
          terms { label rawText value number start end url }
        } } }""",
        {"id": DISAGREEING_AUDIT},
    )
    audit: Any = found["node"]
    text = api.lender.snapshot.text(PLAN)
    assert text[audit["start"] : audit["end"]] == audit["quote"] == "307개(기초 226, 중앙 61)"
    assert (audit["relation"], audit["result"], audit["reason"]) == ("SUM", "DISAGREES", "differs")
    assert (audit["stated"]["rawText"], audit["stated"]["value"]) == ("307개", "307")
    assert audit["stated"]["fact"] is None
    assert [term["rawText"] for term in audit["terms"]] == ["226", "61"]
    assert [(term["value"], term["number"]) for term in audit["terms"]] == [
        ("226.0", 226.0),
        ("61.0", 61.0),
    ]
    # What is printed stays; what was reckoned stands beside it, every digit kept.
    assert (audit["computed"], audit["difference"]) == ("287.0", "20.0")
    assert audit["expression"] == "226 + 61 = 287 ≠ 307"
    for figure in (audit["stated"], *audit["terms"]):
        start, end = figure["start"], figure["end"]
        assert text[start:end] == figure["rawText"]
        assert figure["url"] == f"/documents/{PLAN}?from={start}&to={end}#cited"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("", [TOTAL_AUDIT, DISAGREEING_AUDIT]),
        ("(filter: {results: [DISAGREES]})", [DISAGREEING_AUDIT]),
        ("(filter: {results: [AGREES, DISAGREES]})", [TOTAL_AUDIT, DISAGREEING_AUDIT]),
        ("(filter: {results: [CANNOT_TELL]})", []),
        ("(filter: {results: [], years: null})", [TOTAL_AUDIT, DISAGREEING_AUDIT]),
        ("(filter: {years: [2022]})", [TOTAL_AUDIT]),
        ('(filter: {municipalities: ["보령시"]})', [TOTAL_AUDIT, DISAGREEING_AUDIT]),
        ('(filter: {municipalities: ["인천광역시"]})', []),
        ('(filter: {nameContains: "위원"})', [DISAGREEING_AUDIT]),
        (f'(filter: {{documents: ["{PLAN}"]}})', [TOTAL_AUDIT, DISAGREEING_AUDIT]),
        (f'(filter: {{documents: ["{AUDIT}"]}})', []),
        (f'(filter: {{facts: ["{TOTAL_FACT}"]}})', [TOTAL_AUDIT]),
        (f'(filter: {{ids: ["{DISAGREEING_AUDIT}", "nothing"]}})', [DISAGREEING_AUDIT]),
    ],
)
async def test_audits_are_narrowed(api: Api, arguments: str, expected: list[str]) -> None:
    assert await audits(api, arguments) == expected


async def test_a_result_that_is_none_is_refused(api: Api) -> None:
    response = await api.post("{ arithmeticAudits(filter: {results: [WRONG]}) { totalCount } }")
    assert response.status_code == 400
    assert api.lender.snapshot.reads == []


async def test_audits_are_paged_by_cursors_of_their_own(api: Api) -> None:
    query = """query($after: String) { arithmeticAudits(first: 1, after: $after) {
      nodes { id } pageInfo { hasNextPage endCursor } } }"""
    first = (await api.data(query))["arithmeticAudits"]
    assert first["nodes"] == [{"id": TOTAL_AUDIT}]
    assert first["pageInfo"]["hasNextPage"]
    after = {"after": first["pageInfo"]["endCursor"]}
    second = (await api.data(query, after))["arithmeticAudits"]
    assert second["nodes"] == [{"id": DISAGREEING_AUDIT}]
    assert not second["pageInfo"]["hasNextPage"]
    # The name of the list stands in the cursor: one of another list is not ours.
    other = await api.error(
        "query($after: String) { series(after: $after) { nodes { id } } }", after
    )
    assert other["code"] == "invalid_cursor"


async def test_an_audit_is_linked_to_everything_around_it(api: Api) -> None:
    found = await api.data(
        """query($id: ID!) { node(id: $id) { ... on ArithmeticAudit {
          municipality { name } document { id } section { id } passage { id text }
          stated { fact { id arithmeticAudits { id } } }
          terms { fact { id } }
          page { printed physical }
        } } }""",
        {"id": TOTAL_AUDIT},
    )
    assert found["node"] == {
        "municipality": {"name": BORYEONG},
        "document": {"id": PLAN},
        "section": {"id": f"{PLAN}/s001"},
        "passage": {
            "id": f"{PLAN}/p004",
            "text": "○ 2022년 사업비는 총 8,727억 원(일반 7,789억 원, 특별 938억 원)이다.",
        },
        "stated": {"fact": {"id": TOTAL_FACT, "arithmeticAudits": [{"id": TOTAL_AUDIT}]}},
        "terms": [{"fact": None}, {"fact": None}],
        "page": {"printed": "12", "physical": 14},
    }


@pytest.mark.parametrize(
    ("document_id", "arguments", "expected"),
    [
        (PLAN, "", [TOTAL_AUDIT, DISAGREEING_AUDIT]),
        (PLAN, "(results: [DISAGREES])", [DISAGREEING_AUDIT]),
        (PLAN, "(results: [])", [TOTAL_AUDIT, DISAGREEING_AUDIT]),
        (FISCAL_PLAN, "", []),
    ],
)
async def test_a_document_has_its_audits(
    api: Api, document_id: str, arguments: str, expected: list[str]
) -> None:
    found = await api.data(
        f"query($id: ID!) {{ document(id: $id) {{ arithmeticAudits{arguments} "
        "{ nodes { id } } } }",
        {"id": document_id},
    )
    assert [one["id"] for one in found["document"]["arithmeticAudits"]["nodes"]] == expected
