"""The compiled executor gives what graphql-core gives, byte for byte, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.requests import Request

import corpus
import index
from graphql_api.compiled import CompiledExecutor
from graphql_api.envelope import Envelope
from graphql_api.forms import covered
from graphql_api.limits import LimitOptions
from graphql_api.loaders import Records
from graphql_api.media import GRAPHQL_JSON
from graphql_api.pagination import cursor
from graphql_api.responses import json_bytes
from graphql_api.running import Running
from graphql_api.schema import build_schema
from tests.factories import (
    make_corpus,
    make_document,
    make_point,
    make_reading,
    make_series,
    make_term,
)
from tests.graphql_api.city import OneSnapshot, small_corpus
from tests.graphql_api.operations import LEFT_TO_CORE, World, operations

SCHEMA = build_schema(LimitOptions(aliases=300, cost=100_000))
"""Made-up operations are wide, and none is to be refused before it is compared."""

ODD_ID = "kr-보령/plan 2022%"
QUICK, THOROUGH = 100, 3_000


def odd_corpus() -> corpus.Corpus:
    """Records that are hard to write: signs in texts, numbers at their bounds, doubts, gaps."""
    numbers = (
        "-0",
        "-0.00",
        "1E+3",
        "12345678901234567890.5",
        "0.00001",
        "100.10",
        "1E-7",
        "123456789012345",
        "9.99999999999999",
        "-0.5",
    )
    later = make_reading(
        document=make_document(
            id="kr-boryeong/plan-2023", supersedes=ODD_ID, municipality=None, published_on=None
        ),
        paragraphs=("총사업비 690억 원",),
        facts=({"quote": "690억", "page": corpus.Page(), "period": None},),
    )
    odd = make_reading(
        document=make_document(
            id=ODD_ID,
            title='따옴표 " 역사선 \\ 줄\n바꿈\t\x01\x7f 😀',
            publisher=None,
            fiscal_years=(2022, 2023),
            inferred=("title", "publisher"),
            licence="KOGL-4",
            is_digest=True,
            is_truncated=True,
        ),
        heading_path=("제1장 \\u0041", 'a"b', "끝 </script>\x1f"),
        paragraphs=tuple(f"○ 항목 {number} 값" for number in numbers),
        facts=tuple(
            {
                "quote": f"항목 {number}",
                "name": f'이름 {place} \\"',
                "kind": tuple(corpus.FactKind)[place],
                "value": Decimal(number),
                "values": tuple(
                    corpus.FactValue(year=year, value=value, phase=phase)
                    for year, value, phase in (
                        (None, Decimal(number), None),
                        (2021, "가등급", corpus.Phase.BASELINE),
                        (2022, None, corpus.Phase.EXECUTED),
                    )
                ),
                "amount_krw": None if place % 2 else 2**62 + place,
                "unit": None,
                "comparator": "at_least",
                "period": corpus.Period(start=None, end=None),
                "flags": ("source_contradicts", "한글"),
                "doubts": ("year_unsure", "nobody knows it") if place == 3 else (),
                "page": corpus.Page(printed=None if place % 2 else "ⅳ", physical=None),
            }
            for place, number in enumerate(numbers)
        ),
        audits=(
            {
                "quote": "항목 -0.5",
                "stated": make_term(start=0, value=None, fact_id=f"{ODD_ID}/f0003"),
                "terms": (make_term(start=1, value=Decimal("1E+2"), fact_id=f"{ODD_ID}/f0004"),),
                "computed": None,
                "difference": Decimal("-0.10"),
                "relation": corpus.ArithmeticRelation.CHANGE,
                "result": corpus.AuditResult.CANNOT_TELL,
                "unit": None,
                "fiscal_year": None,
            },
        ),
    )
    return make_corpus(
        odd,
        later,
        series=tuple(
            make_series(
                id=f"kr/series-{fact}",
                points=(
                    make_point(
                        document_id=ODD_ID,
                        fact_id=f"{ODD_ID}/f{fact:04d}",
                        value=Decimal("0.30"),
                        phase=None,
                    ),
                    make_point(
                        document_id="kr-boryeong/plan-2023",
                        fact_id="kr-boryeong/plan-2023/f0001",
                        value="나등급",
                        year=2023,
                    ),
                ),
                conflicts=(2021, 2023),
                unit=None,
            )
            for fact in (1, 4, 5)
        ),
    )


def plain_corpus() -> corpus.Corpus:
    """The small city without the one figure that is not plain, if there is any."""
    content = small_corpus()
    return replace(content, digest=f"{content.digest[:-1]}0", excluded=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Both executors over one snapshot."""

    snapshot: index.Snapshot
    running: Running
    world: World

    @property
    def compiled(self) -> CompiledExecutor:
        assert self.running.compiled is not None
        return self.running.compiled

    def both(self, query: str, variables: dict[str, Any]) -> tuple[dict[str, Any], bytes | None]:
        """What graphql-core gives, and the compiled body for the same request."""
        envelope = Envelope(query=query, variables=variables, operation_name=None)
        request = Request({"type": "http", "headers": [], "method": "POST"})
        content, _ = self.running.by_core(envelope, self.snapshot, request, GRAPHQL_JSON)
        if "data" not in content:
            return content, None
        self.compiled.learn(envelope)
        return content, self.compiled.answer(envelope, self.records())

    def records(self) -> Records:
        return Records(self.snapshot, self.running.names)


def world_of(content: corpus.Corpus) -> World:
    """Values that the corpus has, for arguments."""
    readings = content.readings
    of_table: dict[str, list[str]] = {
        "Document": [one.document.id for one in readings],
        "Section": [section.id for one in readings for section in one.sections],
        "Passage": [passage.id for one in readings for passage in one.passages],
        "Fact": [fact.id for one in readings for fact in one.facts],
        "ArithmeticAudit": [audit.id for one in readings for audit in one.audits],
        "Series": [series.id for series in content.series],
    }
    tables = {
        "Document": "documents",
        "Section": "sections",
        "Passage": "passages",
        "Fact": "facts",
        "ArithmeticAudit": "arithmetic_audits",
        "Series": "series",
    }
    names = {one.document.municipality for one in readings if one.document.municipality}
    return World(
        ids=[one for ids in of_table.values() for one in ids[:6]],
        cursors={
            f"{type_}Connection": [cursor(tables[type_], one) for one in ids[:8]]
            for type_, ids in of_table.items()
        },
        names=sorted(names | {one.rpartition(" ")[-1] for one in names}),
        texts=["이름", "분야", "휴양림", '"', "%", "1 "],
    )


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


def pair_over(snapshot: index.Snapshot, content: corpus.Corpus) -> Pair:
    running = Running(OneSnapshot(snapshot), SCHEMA)
    return Pair(snapshot=snapshot, running=running, world=world_of(content))


def compare(pair: Pair, examples: int) -> None:
    """Generate, answer twice, compare; most of what has an answer must have been compiled."""
    tally = {"answered": 0, "compiled": 0, "left": 0}

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
        tally["left"] += bool(body is None and LEFT_TO_CORE.search(query))
        if body is not None:
            tally["compiled"] += 1
            assert body == json_bytes(content), query

    check()
    assert tally["answered"] > examples * 0.6, tally
    assert tally["left"] < tally["answered"] * 0.25, tally
    assert tally["compiled"] > (tally["answered"] - tally["left"]) * 0.95, tally


def test_made_up_operations_come_out_alike(pair: Pair) -> None:
    compare(pair, QUICK)


@pytest.mark.slow
def test_thousands_of_made_up_operations_come_out_alike(pair: Pair) -> None:
    compare(pair, THOROUGH)


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
