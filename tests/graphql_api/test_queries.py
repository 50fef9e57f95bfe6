"""Every way into the data, and every condition on it."""

from __future__ import annotations

from typing import Any

import pytest

import corpus
from tests.graphql_api.city import (
    AUDIT,
    BORYEONG,
    DISAGREEING_AUDIT,
    FACTS,
    FISCAL_PLAN,
    INCHEON,
    PLAN,
    TOTAL_AUDIT,
    VISITORS,
    Api,
)

SECTION, PASSAGE, FACT = f"{PLAN}/s001", f"{PLAN}/p002", f"{PLAN}/f0002"


@pytest.mark.parametrize(
    ("node_id", "type_name", "field", "value"),
    [
        (PLAN, "Document", "title", "2022 주요추진사업"),
        (SECTION, "Section", "heading", "1. 산림 휴양"),
        (PASSAGE, "Passage", "text", "○ 성주산 자연휴양림 이용객은 2021년 12,400명이다."),
        (FACT, "Statistic", "name", "성주산 자연휴양림 이용객"),
        (f"municipality:{BORYEONG}", "Municipality", "name", BORYEONG),
        (DISAGREEING_AUDIT, "ArithmeticAudit", "reason", "differs"),
        (VISITORS, "Series", "name", "성주산 자연휴양림 이용객"),
    ],
)
async def test_a_node_is_found_by_its_id(
    api: Api, node_id: str, type_name: str, field: str, value: str
) -> None:
    found = await api.data(
        f"query($id: ID!) {{ node(id: $id) {{ __typename id ... on {type_name} {{ {field} }} }} }}",
        {"id": node_id},
    )
    assert found["node"] == {"__typename": type_name, "id": node_id, field: value}


@pytest.mark.parametrize(
    "node_id",
    [
        "",
        "nothing",
        "municipality:없는 곳",
        "x\u0000",
        "'; --",
        f"{PLAN}/a9999",
        "kr-boryeong/series-ffffffff",
    ],
)
async def test_an_unknown_node_is_null(api: Api, node_id: str) -> None:
    assert await api.data("query($id: ID!) { node(id: $id) { id } }", {"id": node_id}) == {
        "node": None
    }


async def test_nodes_keep_the_order_and_the_gaps_of_the_ids(api: Api) -> None:
    ids = [FACT, "nothing", PLAN, FACT, SECTION, VISITORS, TOTAL_AUDIT]
    found = await api.data("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ids})
    assert [one and one["id"] for one in found["nodes"]] == [FACT, None, *ids[2:]]


async def test_no_ids_give_no_nodes_and_read_nothing(api: Api) -> None:
    assert await api.data("{ nodes(ids: []) { id } }") == {"nodes": []}
    assert api.lender.snapshot.reads == []


@pytest.mark.parametrize(
    ("field", "record_id"),
    [("document", PLAN), ("section", SECTION), ("passage", PASSAGE), ("fact", FACT)],
)
async def test_a_record_is_found_by_its_own_field_and_only_there(
    api: Api, field: str, record_id: str
) -> None:
    query = f"query($id: ID!) {{ {field}(id: $id) {{ id }} }}"
    assert await api.data(query, {"id": record_id}) == {field: {"id": record_id}}
    assert await api.data(query, {"id": "nothing"}) == {field: None}
    other = PLAN if field != "document" else FACT
    assert await api.data(query, {"id": other}) == {field: None}


async def facts(api: Api, arguments: str) -> list[str]:
    found = await api.data(f"{{ facts(first: 100{arguments}) {{ nodes {{ id }} }} }}")
    return [one["id"] for one in found["facts"]["nodes"]]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (", kinds: [STATISTIC, AUDIT]", [f"{AUDIT}/f0001", f"{AUDIT}/f0002", FACT]),
        (", filter: {years: [2023]}", [f"{AUDIT}/f0001"]),
        (', filter: {nameContains: "휴양림"}', [f"{AUDIT}/f0002", FACT]),
        (', filter: {nameContains: "100%"}', []),
        (f', filter: {{ids: ["{FACT}", "nothing"]}}', [FACT]),
        (f', filter: {{passages: ["{PASSAGE}"]}}', [FACT]),
        (f', filter: {{documents: ["{AUDIT}"]}}', [f"{AUDIT}/f0001", f"{AUDIT}/f0002"]),
        (", kinds: [AUDIT], filter: {years: [2021]}", []),
        (', kinds: [EVALUATION], filter: {municipalities: ["보령시"]}', [f"{PLAN}/f0003"]),
        (f', kinds: [EVALUATION], filter: {{municipalities: ["{BORYEONG}"]}}', [f"{PLAN}/f0003"]),
        (', kinds: [EVALUATION], filter: {municipalities: ["서울특별시"]}', []),
    ],
)
async def test_facts_are_narrowed(api: Api, arguments: str, expected: list[str]) -> None:
    assert await facts(api, arguments) == expected


async def test_a_year_matches_the_fiscal_year_or_the_year_of_any_value(api: Api) -> None:
    found = await facts(api, f', filter: {{years: [2021], documents: ["{PLAN}"]}}')
    assert found == [f"{PLAN}/f0001", FACT]


async def test_a_name_longer_than_any_is_refused(api: Api) -> None:
    query = "query($n: String!) { facts(filter: {nameContains: $n}) { totalCount } }"
    assert await api.data(query, {"n": "가" * 200}) == {"facts": {"totalCount": 0}}
    assert (await api.error(query, {"n": "가" * 201}))["code"] == "invalid_name_part"


async def test_empty_conditions_do_not_narrow(api: Api) -> None:
    everything = await facts(api, "")
    assert len(everything) == FACTS
    assert await facts(api, ', kinds: [], filter: {ids: [], years: null, nameContains: " "}') == (
        everything
    )
    assert await facts(api, ", kinds: null, filter: null") == everything


async def test_the_lists_by_kind_hold_that_kind_and_together_everything(api: Api) -> None:
    lists = {
        "budgets": corpus.FactKind.BUDGET,
        "indicators": corpus.FactKind.INDICATOR,
        "projects": corpus.FactKind.PROJECT,
        "statistics": corpus.FactKind.STATISTIC,
        "audits": corpus.FactKind.AUDIT,
        "policies": corpus.FactKind.POLICY,
        "evaluations": corpus.FactKind.EVALUATION,
        "events": corpus.FactKind.EVENT,
        "organisations": corpus.FactKind.ORGANISATION,
        "contacts": corpus.FactKind.CONTACT,
        "directions": corpus.FactKind.DIRECTION,
    }
    assert set(lists.values()) == set(corpus.FactKind)
    found = 0
    for name, kind in lists.items():
        one = (await api.data(f"{{ {name}(first: 100) {{ nodes {{ kind }} }} }}"))[name]
        assert all(node["kind"] == kind.name for node in one["nodes"])
        found += len(one["nodes"])
    assert found == FACTS


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ("", [AUDIT, PLAN, FISCAL_PLAN]),
        ('(filter: {municipalities: ["보령시"]})', [AUDIT, PLAN]),
        (f'(filter: {{municipalities: ["{INCHEON}"]}})', [FISCAL_PLAN]),
        ('(filter: {documentTypes: ["plan", "audit"]})', [AUDIT, PLAN]),
        (f'(filter: {{ids: ["{PLAN}"], documentTypes: ["audit"]}})', []),
    ],
)
async def test_documents_are_narrowed(api: Api, conditions: str, expected: list[str]) -> None:
    found = await api.data(f"{{ documents{conditions} {{ nodes {{ id }} }} }}")
    assert [one["id"] for one in found["documents"]["nodes"]] == expected


async def test_sections_and_passages_are_narrowed(api: Api) -> None:
    found = await api.data(
        f"""{{
          sections(filter: {{documents: ["{PLAN}"]}}) {{ nodes {{ id }} }}
          bySection: passages(filter: {{sections: ["{SECTION}"]}}) {{ nodes {{ id }} }}
          byId: passages(filter: {{ids: ["{PASSAGE}"]}}) {{ nodes {{ id }} }}
        }}"""
    )
    assert found["sections"]["nodes"] == [{"id": SECTION}]
    assert [one["id"] for one in found["bySection"]["nodes"]] == [
        f"{PLAN}/p{number:03d}" for number in range(1, 6)
    ]
    assert found["byId"]["nodes"] == [{"id": PASSAGE}]


async def test_everything_is_linked_in_both_directions(api: Api) -> None:
    found = await api.data(
        """query($id: ID!) { fact(id: $id) {
          municipality { name documents { nodes { id } } facts(kinds: [AUDIT]) { nodes { id } } }
          document { sections { nodes { id } } passages { nodes { id } }
                     facts(kinds: [STATISTIC]) { nodes { id } } }
          section { document { id } passages { nodes { id } } facts { totalCount } }
          passage { document { id } section { id } facts { nodes { id } } }
        } }""",
        {"id": FACT},
    )
    fact: Any = found["fact"]
    passages = [{"id": f"{PLAN}/p{number:03d}"} for number in range(1, 6)]
    assert fact["municipality"]["documents"]["nodes"] == [{"id": AUDIT}, {"id": PLAN}]
    assert fact["municipality"]["facts"]["nodes"] == [{"id": f"{AUDIT}/f0001"}]
    assert fact["document"] == {
        "sections": {"nodes": [{"id": SECTION}]},
        "passages": {"nodes": passages},
        "facts": {"nodes": [{"id": FACT}]},
    }
    assert fact["section"] == {
        "document": {"id": PLAN},
        "passages": {"nodes": passages},
        "facts": {"totalCount": 5},
    }
    assert fact["passage"] == {
        "document": {"id": PLAN},
        "section": {"id": SECTION},
        "facts": {"nodes": [{"id": FACT}]},
    }


async def test_a_document_leads_to_the_one_it_supersedes(api: Api) -> None:
    query = "query($id: ID!) { document(id: $id) { supersedes { id } } }"
    assert await api.data(query, {"id": AUDIT}) == {"document": {"supersedes": {"id": PLAN}}}
    assert await api.data(query, {"id": PLAN}) == {"document": {"supersedes": None}}


async def test_an_address_leads_to_the_very_words(api: Api) -> None:
    found = await api.data(
        "query($id: ID!) { fact(id: $id) { url quote start end } }", {"id": FACT}
    )
    fact = found["fact"]
    text = api.lender.snapshot.text(PLAN)
    assert text[fact["start"] : fact["end"]] == fact["quote"]
    assert fact["url"] == f"/documents/{PLAN}?from={fact['start']}&to={fact['end']}#cited"


@pytest.mark.parametrize("name", ["보령시", BORYEONG, " 보령시 "])
async def test_a_local_government_answers_to_its_last_word(api: Api, name: str) -> None:
    found = await api.data("query($n: String!) { municipality(name: $n) { name } }", {"n": name})
    assert found == {"municipality": {"name": BORYEONG}}


async def test_an_unknown_local_government_is_null(api: Api) -> None:
    assert await api.data('{ municipality(name: "없는시") { id } }') == {"municipality": None}


async def test_a_search_finds_the_passage_and_says_why(api: Api) -> None:
    found = await api.data(
        '{ search(text: "무궁화수목원 사업비", first: 3) { score lexicalRank vectorRank passage '
        "{ id } } }"
    )
    best = found["search"][0]
    assert best["passage"] == {"id": f"{PLAN}/p001"}
    assert best["lexicalRank"] == 1
    assert 0 < best["score"] <= 1
    assert len(found["search"]) <= 3


async def test_a_search_stays_where_it_is_told_to(api: Api) -> None:
    query = """query($m: String, $d: [ID!]) {
      search(text: "예산", first: 50, municipality: $m, documents: $d) {
        passage { document { id } }
      }
    }"""
    for variables, expected in (
        ({"m": "보령시"}, {PLAN, AUDIT}),
        ({"m": INCHEON}, {FISCAL_PLAN}),
        ({"d": [AUDIT]}, {AUDIT}),
        ({"m": "서울특별시"}, set()),
    ):
        hits = (await api.data(query, variables))["search"]
        assert {hit["passage"]["document"]["id"] for hit in hits} <= expected
        assert bool(hits) is bool(expected)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ('text: ""', "invalid_search_text"),
        ('text: "   "', "invalid_search_text"),
        (f'text: "{"가" * 1_001}"', "invalid_search_text"),
        ('text: "예산", first: 0', "invalid_page_size"),
        ('text: "예산", first: 51', "invalid_page_size"),
    ],
)
async def test_a_search_that_makes_no_sense_is_refused(api: Api, arguments: str, code: str) -> None:
    error = await api.error(f"{{ search({arguments}) {{ score }} }}")
    assert error["code"] == code


async def test_the_snapshot_tells_what_it_holds_and_what_was_left_out(api: Api) -> None:
    found = await api.data(
        "{ snapshot { id modelName counts { documents facts arithmeticAudits series }"
        " excluded { source code messageKo } } }"
    )
    assert found["snapshot"] == {
        "id": api.lender.snapshot.manifest.snapshot_id,
        "modelName": "hashing",
        "counts": {"documents": 3, "facts": FACTS, "arithmeticAudits": 2, "series": 2},
        "excluded": [
            {
                "source": "broken.pdf",
                "code": "unknown_format",
                "messageKo": "읽을 수 없는 형식입니다.",
            }
        ],
    }


@pytest.mark.parametrize("name", ["Boryeong", "boryeong", "보령", "보령시", BORYEONG])
async def test_a_place_is_found_by_its_name_in_either_language(api: Api, name: str) -> None:
    data = await api.data(
        """query($name: String!) {
          municipality(name: $name) { name nameEn }
          filtered: facts(filter: {municipalities: [$name]}) { totalCount }
          compared: facts(where: {municipality: {eq: $name}}) { totalCount }
        }""",
        {"name": name},
    )
    assert data["municipality"] == {"name": BORYEONG, "nameEn": "Boryeong"}
    assert data["filtered"] == data["compared"]
    assert data["filtered"]["totalCount"] > 0


async def test_a_name_that_no_place_or_several_have_finds_nothing(api: Api) -> None:
    for name in ("Atlantis", "중구", "", " ", "x" * 1_000):
        data = await api.data(
            "query($name: String!) { municipality(name: $name) { name } }", {"name": name}
        )
        assert data["municipality"] is None
