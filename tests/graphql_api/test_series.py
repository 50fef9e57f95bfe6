"""Series: the same indicator in every document, conflicting values kept."""

from __future__ import annotations

import pytest

from tests.graphql_api.city import (
    AUDIT,
    BORYEONG,
    FIELD_BUDGET,
    FISCAL_PLAN,
    PLAN,
    VISITORS,
    Api,
)


async def test_a_series_gives_every_value_and_says_where_documents_differ(api: Api) -> None:
    found = await api.data(
        """query($id: ID!) { node(id: $id) { ... on Series {
          kind name unit municipality { name } conflicts documents { id }
          points { year value number phase document { id } fact { id rawText } }
        } } }""",
        {"id": VISITORS},
    )
    assert found["node"] == {
        "kind": "STATISTIC",
        "name": "성주산 자연휴양림 이용객",
        "unit": "명",
        "municipality": {"name": BORYEONG},
        "conflicts": [2021],
        "documents": [{"id": PLAN}, {"id": AUDIT}],
        "points": [
            {
                "year": 2021,
                "value": value,
                "number": number,
                "phase": None,
                "document": {"id": document_id},
                "fact": {"id": f"{document_id}/f0002", "rawText": raw_text},
            }
            for document_id, value, number, raw_text in (
                (PLAN, "12400", 12_400.0, "12,400명"),
                (AUDIT, "12500", 12_500.0, "12,500명"),
            )
        ],
    }


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("", [VISITORS, FIELD_BUDGET]),
        ('(filter: {municipalities: ["보령시"]})', [VISITORS]),
        ("(filter: {kinds: [BUDGET]})", [FIELD_BUDGET]),
        ("(filter: {kinds: [], ids: null})", [VISITORS, FIELD_BUDGET]),
        ("(filter: {years: [2022]})", [FIELD_BUDGET]),
        ("(filter: {years: [2021]})", [VISITORS, FIELD_BUDGET]),
        ('(filter: {nameContains: "자연 휴양림"})', [VISITORS]),
        (f'(filter: {{documents: ["{AUDIT}"]}})', [VISITORS]),
        (f'(filter: {{facts: ["{FISCAL_PLAN}/f0002"]}})', [FIELD_BUDGET]),
        ('(filter: {facts: ["nothing"]})', []),
        (f'(filter: {{ids: ["{VISITORS}"]}})', [VISITORS]),
    ],
)
async def test_series_are_narrowed(api: Api, arguments: str, expected: list[str]) -> None:
    found = await api.data(f"{{ series{arguments} {{ totalCount nodes {{ id }} }} }}")
    assert [one["id"] for one in found["series"]["nodes"]] == expected
    assert found["series"]["totalCount"] == len(expected)


async def test_series_are_paged_backwards_as_well(api: Api) -> None:
    query = """query($before: String) { series(last: 1, before: $before) {
      edges { cursor node { id } } pageInfo { hasPreviousPage startCursor } } }"""
    last = (await api.data(query))["series"]
    assert [edge["node"]["id"] for edge in last["edges"]] == [FIELD_BUDGET]
    assert last["pageInfo"]["hasPreviousPage"]
    before = {"before": last["pageInfo"]["startCursor"]}
    first = (await api.data(query, before))["series"]
    assert [edge["node"]["id"] for edge in first["edges"]] == [VISITORS]
    assert not first["pageInfo"]["hasPreviousPage"]


async def test_a_document_and_a_fact_lead_to_their_series(api: Api) -> None:
    found = await api.data(
        """query($plan: ID!, $fact: ID!, $other: ID!) {
          document(id: $plan) {
            series { nodes { id } }
            budgets: series(kinds: [BUDGET]) { nodes { id } }
          }
          fact(id: $fact) { series { id } }
          other: fact(id: $other) { series { id } arithmeticAudits { id } }
        }""",
        {"plan": PLAN, "fact": f"{AUDIT}/f0002", "other": f"{PLAN}/f0003"},
    )
    assert found == {
        "document": {"series": {"nodes": [{"id": VISITORS}]}, "budgets": {"nodes": []}},
        "fact": {"series": [{"id": VISITORS}]},
        "other": {"series": [], "arithmeticAudits": []},
    }


async def test_a_document_leads_to_those_that_supersede_it(api: Api) -> None:
    query = "query($id: ID!) { document(id: $id) { supersededBy { id supersedes { id } } } }"
    assert await api.data(query, {"id": PLAN}) == {
        "document": {"supersededBy": [{"id": AUDIT, "supersedes": {"id": PLAN}}]}
    }
    assert await api.data(query, {"id": AUDIT}) == {"document": {"supersededBy": []}}
