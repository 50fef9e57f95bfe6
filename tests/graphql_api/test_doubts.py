"""Facts with a doubt: in no list and no dump unless they are asked for, and never a dead link."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLObjectType, get_named_type
from starlette.applications import Starlette

import corpus
import graphql_api
import index
from graphql_api.kinds import KINDS
from graphql_api.tables import TABLES
from graphql_api.values import Doubt
from tests.factories import (
    PARAGRAPHS,
    make_corpus,
    make_document,
    make_point,
    make_reading,
    make_series,
    make_term,
)
from tests.graphql_api.city import BORYEONG, PLAN, Api, OneSnapshot

SURE, UNSURE, OTHER = (f"{PLAN}/f{number:04d}" for number in (1, 2, 3))
AUDIT = f"{PLAN}/a0001"
WHOLE, SHAKEN = "kr-boryeong/series-0a0a0a0a", "kr-boryeong/series-0b0b0b0b"
PLACES = {
    "Municipality": f"municipality:{BORYEONG}",
    "Document": PLAN,
    "Section": f"{PLAN}/s001",
    "Passage": f"{PLAN}/p001",
}
"""What leads to facts, each with an id that all three facts of the document stand under."""


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    """A document with two published facts and a doubtful one, which an audit and a series name."""
    reading = make_reading(
        document=make_document(id=PLAN),
        paragraphs=(
            *PARAGRAPHS,
            "○ 2022년 사업비는 총 8,727억 원(일반 7,789억 원, 특별 938억 원)이다.",
        ),
        facts=({}, {"doubts": ("name_borrowed", "year_unsure")}, {"name": "이용객"}),
        audits=({"stated": make_term(fact_id=UNSURE)},),
    )
    series = (
        make_series(id=WHOLE, points=(make_point(fact_id=SURE), make_point(fact_id=OTHER))),
        make_series(id=SHAKEN, points=(make_point(fact_id=SURE), make_point(fact_id=UNSURE))),
    )
    opened = index.ensure_snapshot(
        make_corpus(reading, series=series),
        tmp_path_factory.mktemp("data"),
        embedder=index.HashingEmbedder(),
    )
    yield opened
    opened.close()


@pytest.fixture
async def api(snapshot: index.Snapshot) -> AsyncIterator[Api]:
    made = Api(OneSnapshot(snapshot))
    async with made.http:
        yield made


def lists_of_facts() -> list[tuple[str, str]]:
    """Every field of the schema that lists facts, with the type that has it."""
    types = graphql_api.build_schema()._schema.type_map.values()
    connections = {"FactConnection", *(f"{one.__name__}Connection" for one in KINDS)}
    return sorted(
        (one.name, name)
        for one in types
        if isinstance(one, GraphQLObjectType)
        for name, field in one.fields.items()
        if get_named_type(field.type).name in connections
    )


async def ids_of(api: Api, owner: str, field: str, *, doubtful: str | None) -> list[str]:
    """What a list gives, however it is read: its items, its edges and its count agree."""
    asked = f", doubtful: {doubtful}" if doubtful else ""
    if owner == "Query" and asked:
        asked = f", filter: {{{asked[2:]}}}"
    query = f"{field}(first: 100{asked}) {{ totalCount nodes {{ id }} edges {{ node {{ id }} }} }}"
    if owner != "Query":
        query = f'node(id: "{PLACES[owner]}") {{ ... on {owner} {{ {query} }} }}'
    data: Any = await api.data(f"{{ {query} }}")
    found = data[field] if owner == "Query" else data["node"][field]
    ids = [one["id"] for one in found["nodes"]]
    assert [edge["node"]["id"] for edge in found["edges"]] == ids
    assert found["totalCount"] == len(ids)
    return ids


def test_every_place_that_leads_to_facts_is_looked_at() -> None:
    found = lists_of_facts()
    assert {owner for owner, _ in found} == {"Query", *PLACES}
    assert len(found) == len(corpus.FactKind) + 1 + len(PLACES)


@pytest.mark.parametrize(("owner", "field"), lists_of_facts())
async def test_no_list_holds_a_doubtful_fact_unless_it_is_asked_for(
    api: Api, owner: str, field: str
) -> None:
    is_of_projects = field in ("facts", "projects")
    for asked in (None, "false", "null"):
        published = await ids_of(api, owner, field, doubtful=asked)
        assert published == ([SURE, OTHER] if is_of_projects else [])
    doubtful = await ids_of(api, owner, field, doubtful="true")
    assert doubtful == ([UNSURE] if is_of_projects else [])


async def test_a_filter_without_a_word_on_doubts_gives_published_facts(api: Api) -> None:
    query = "query($filter: FactFilter) { facts(filter: $filter) { nodes { id } } }"
    for conditions, expected in (
        ({"nameContains": "수목원"}, [SURE]),
        ({"nameContains": "수목원", "doubtful": True}, [UNSURE]),
        ({"ids": [UNSURE, OTHER]}, [OTHER]),
        ({"ids": [UNSURE, OTHER], "doubtful": True}, [UNSURE]),
        ({"documents": [PLAN], "years": [2022]}, [SURE, OTHER]),
        (None, [SURE, OTHER]),
    ):
        data = await api.data(query, {"filter": conditions})
        assert [one["id"] for one in data["facts"]["nodes"]] == expected


async def test_pages_of_published_facts_leave_no_gap(api: Api) -> None:
    query = """query($after: String) { facts(first: 1, after: $after) {
      nodes { id } pageInfo { hasNextPage endCursor } } }"""
    first = (await api.data(query))["facts"]
    second = (await api.data(query, {"after": first["pageInfo"]["endCursor"]}))["facts"]
    assert [one["id"] for one in (*first["nodes"], *second["nodes"])] == [SURE, OTHER]
    assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (True, False)


async def test_a_doubtful_fact_is_found_by_its_id_and_says_why_it_is_kept_back(api: Api) -> None:
    data = await api.data(
        """query($id: ID!) {
          fact(id: $id) { doubts { code ko en } document { id } series { id } }
          node(id: $id) { ... on Fact { id } }
          nodes(ids: [$id]) { id }
        }""",
        {"id": UNSURE},
    )
    doubts = [
        {"code": code, "ko": corpus.DOUBTS[code][0], "en": corpus.DOUBTS[code][1]}
        for code in ("name_borrowed", "year_unsure")
    ]
    assert data == {
        "fact": {"doubts": doubts, "document": {"id": PLAN}, "series": []},
        "node": {"id": UNSURE},
        "nodes": [{"id": UNSURE}],
    }
    sure = await api.data("query($id: ID!) { fact(id: $id) { doubts { code } } }", {"id": SURE})
    assert sure == {"fact": {"doubts": []}}


def test_a_doubt_that_nobody_knows_says_its_code() -> None:
    doubt = Doubt.from_code("of_a_later_day")
    assert (doubt.code, doubt.ko, doubt.en) == ("of_a_later_day",) * 3


async def test_an_audit_leads_to_the_doubtful_fact_of_its_figure(api: Api) -> None:
    data = await api.data(
        "query($id: ID!) { node(id: $id) { ... on ArithmeticAudit "
        "{ stated { fact { id doubts { code } } } } } }",
        {"id": AUDIT},
    )
    fact = data["node"]["stated"]["fact"]
    assert (fact["id"], len(fact["doubts"])) == (UNSURE, 2)


async def test_a_series_with_a_doubtful_point_is_in_no_list_but_has_its_id(api: Api) -> None:
    data = await api.data(
        """query($plan: ID!, $sure: ID!, $shaken: ID!) {
          series { totalCount nodes { id } }
          narrowed: series(filter: {facts: [$sure]}) { nodes { id } }
          document(id: $plan) { series { nodes { id } } }
          fact(id: $sure) { series { id } }
          node(id: $shaken) { ... on Series { points { fact { id } } } }
        }""",
        {"plan": PLAN, "sure": SURE, "shaken": SHAKEN},
    )
    whole = [{"id": WHOLE}]
    assert data == {
        "series": {"totalCount": 1, "nodes": whole},
        "narrowed": {"nodes": whole},
        "document": {"series": {"nodes": whole}},
        "fact": {"series": whole},
        "node": {"points": [{"fact": {"id": SURE}}, {"fact": {"id": UNSURE}}]},
    }


def test_the_readme_names_every_doubt_and_every_dump() -> None:
    readme = Path(graphql_api.__file__).parent.parent.joinpath("README.md").read_text("utf-8")
    (doubts,) = re.findall(r"^- \*\*Doubts\*\*.*$", readme, re.MULTILINE)
    reasons = doubts[doubts.index("say why:") : doubts.index("It is in no list")]
    assert set(re.findall(r"`(\w+)`", reasons)) == set(corpus.DOUBTS)
    (dumps,) = re.findall(
        r"^\| `/data/NAME\.csv` `\.jsonl` `\.parquet` \|(.*)\|$", readme, re.MULTILINE
    )
    assert set(re.findall(r"`(\w+)`", dumps)) == set(TABLES)


async def test_the_snapshot_counts_what_is_kept_back_apart(api: Api) -> None:
    data = await api.data("{ snapshot { counts { facts doubtfulFacts series } } }")
    assert data["snapshot"]["counts"] == {"facts": 2, "doubtfulFacts": 1, "series": 1}


async def test_the_dump_of_facts_leaves_out_what_the_dump_of_doubtful_ones_holds(api: Api) -> None:
    rows: dict[str, list[dict[str, Any]]] = {}
    for name in ("facts", "doubtful", "series"):
        response = await api.http.get(f"/data/{name}.jsonl")
        assert response.status_code == 200
        rows[name] = [json.loads(line) for line in response.text.splitlines()]
    assert [(row["id"], row["doubts"]) for row in rows["facts"]] == [(SURE, []), (OTHER, [])]
    (doubtful,) = rows["doubtful"]
    assert (doubtful["id"], doubtful["doubts"]) == (UNSURE, ["name_borrowed", "year_unsure"])
    assert doubtful.keys() == rows["facts"][0].keys()
    assert [row["id"] for row in rows["series"]] == [WHOLE]


@pytest.mark.parametrize("page", [1, 2])
async def test_the_dumps_are_the_same_however_they_are_read(
    snapshot: index.Snapshot, page: int
) -> None:
    lender = OneSnapshot(snapshot)
    app = Starlette(routes=graphql_api.routes(lender, dumps=graphql_api.DumpOptions(page=page)))
    api, whole = Api(lender, app), Api(OneSnapshot(snapshot))
    for name in ("facts", "doubtful"):
        address = f"/data/{name}.jsonl"
        assert (await api.http.get(address)).content == (await whole.http.get(address)).content
