# ruff: noqa: ANN401 (what comes back is JSON of whatever shape was asked for)
"""Every table in every format holds what GraphQL gives, row for row and digit for digit."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from starlette.applications import Starlette

import corpus
import graphql_api
import index
from graphql_api.columns import Column, Kind, flat
from graphql_api.tables import TABLES
from tests.factories import make_corpus, make_document, make_reading, make_term
from tests.graphql_api.city import Api, OneSnapshot, small_corpus

HUGE = 10**40 + 7
"""More won than 38 digits hold."""

LINKS = {
    "document_id": "document { id }",
    "section_id": "section { id }",
    "passage_id": "passage { id }",
    "fact_id": "fact { id }",
    "supersedes": "supersedes { id }",
    "municipality": "municipality { name }",
    "doubts": "doubts { code }",
    "document_ids": "documents { id }",
}
"""Columns that are links in the schema."""


def hostile_corpus() -> corpus.Corpus:
    """The small world, and a document whose words and figures are made to go wrong."""
    fact = {
        "kind": corpus.FactKind.BUDGET,
        "quote": "=1+1",
        "value": Decimal("-1234567890123456789.0123"),
        "values": (
            corpus.FactValue(year=2021, value=Decimal("1E+3"), phase=corpus.Phase.ACTUAL),
            corpus.FactValue(year=None, value="-가", phase=None),
            corpus.FactValue(year=2022, value=None, phase=corpus.Phase.PLANNED),
        ),
        "amount_krw": HUGE,
        "raw_text": "@SUM(A1)",
        "organisation": "'작은따옴표",
        "flags": ("a,b", 'c"d'),
    }
    reading = make_reading(
        document=make_document(id="kr-sejong/odd", title="+제목", municipality=None),
        paragraphs=('○ =1+1 그리고 "인용", 쉼표\t탭', "○ 둘째 문단"),
        facts=(
            {**fact, "name": '=HYPERLINK("x")'},
            {**fact, "name": "＝전각", "amount_krw": -5, "value": "2등급", "unit": ""},
            {**fact, "name": "", "doubts": ("year_unsure",), "kind": corpus.FactKind.POLICY},
        ),
        audits=(
            {
                "quote": "=1+1",
                "stated": make_term(value=None),
                "computed": None,
                "difference": Decimal("-0.5"),
            },
        ),
    )
    known = small_corpus()
    return make_corpus(*known.readings, reading, series=known.series)


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    opened = index.ensure_snapshot(
        hostile_corpus(), tmp_path_factory.mktemp("data"), embedder=index.HashingEmbedder()
    )
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def odd_api(odd: index.Snapshot) -> Api:
    return Api(OneSnapshot(odd))


@pytest.fixture
def api(odd_api: Api) -> Api:
    return odd_api


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def selection(columns: Sequence[Column]) -> str:
    """What a query asks for so that its nodes hold these columns."""
    chosen = []
    for column in columns:
        if column.name in LINKS:
            chosen.append(LINKS[column.name])
        elif column.name == "page" and column.kind is Kind.TEXT:
            chosen.append("page { printed }")
        elif column.parts:
            chosen.append(f"{camel(column.name)} {{ {selection(column.parts)} }}")
        else:
            chosen.append(camel(column.name))
    return " ".join(chosen)


def row_of(columns: Sequence[Column], node: dict[str, Any]) -> dict[str, Any]:
    """The row that a node of the API amounts to, its figures as exact text."""
    return {column.name: value_of(column, node) for column in columns}


def value_of(column: Column, node: dict[str, Any]) -> Any:
    name = column.name
    if name in LINKS:
        field, _, inner = LINKS[name].partition(" { ")
        linked, key = node[field], inner.removesuffix(" }")
        if isinstance(linked, list):
            return [one[key] for one in linked]
        return linked and linked[key]
    if name == "page" and column.kind is Kind.TEXT:
        return node["page"] and node["page"]["printed"]
    value = node[camel(name)]
    if name == "page" and value is None:
        return {"printed": None, "physical": None}
    if column.parts and column.is_list:
        return [row_of(column.parts, one) for one in value]
    if column.parts:
        return value and row_of(column.parts, value)
    return value.lower() if column.choices and value else value


async def from_graphql(api: Api, name: str) -> list[dict[str, Any]]:
    """A whole table by walking its connection."""
    table = TABLES[name]
    field = "facts" if name == "doubtful" else camel(name)
    narrowing = ", filter: {doubtful: true}" if name == "doubtful" else ""
    query = f"""query($after: String) {{ {field}(first: 20, after: $after{narrowing}) {{
      pageInfo {{ hasNextPage endCursor }} nodes {{ {selection(table.columns)} }} }} }}"""
    rows: list[dict[str, Any]] = []
    after, has_next = None, True
    while has_next:
        found = (await api.data(query, {"after": after}))[field]
        rows += [row_of(table.columns, node) for node in found["nodes"]]
        after, has_next = found["pageInfo"]["endCursor"], found["pageInfo"]["hasNextPage"]
    return rows


async def content(api: Api, name: str) -> bytes:
    response = await api.http.get(f"/data/{name}", headers={"accept-encoding": "identity"})
    assert response.status_code == 200, response.text
    return response.content


def read_cell(column: Column, cell: str) -> Any:
    """What a cell says, as the JSON of the same row has it; figures stay text, digit for digit."""
    if not cell:
        return None
    if column.is_list:
        return json.loads(cell)
    if column.kind in (Kind.INTEGER, Kind.BIG_INTEGER):
        return int(cell)
    if column.kind is Kind.BOOLEAN:
        return cell == "true"
    return index.plain(cell)


def as_json(column: Column, value: Any) -> Any:
    """What JSON lines hold where the API gives this."""
    if value is None:
        return None
    if column.is_list and column.parts:
        return [
            {part.name: as_json(part, one[part.name]) for part in column.parts} for one in value
        ]
    if column.parts:
        return {part.name: as_json(part, value[part.name]) for part in column.parts}
    if column.kind is Kind.FIGURE:
        try:
            return corpus.number(Decimal(value))
        except ArithmeticError:
            return value
    return value


@pytest.mark.parametrize("name", TABLES)
async def test_json_lines_equal_the_api(api: Api, name: str) -> None:
    columns = TABLES[name].columns
    expected = [
        {column.name: as_json(column, row[column.name]) for column in columns}
        for row in await from_graphql(api, name)
    ]
    lines = (await content(api, f"{name}.jsonl")).splitlines()
    assert [json.loads(line) for line in lines] == expected


@pytest.mark.parametrize("name", TABLES)
async def test_csv_equals_the_api(api: Api, name: str) -> None:
    columns = flat(TABLES[name].columns)
    raw = (await content(api, f"{name}.csv")).decode()
    assert raw.startswith("\ufeff")
    head, *rows = list(csv.reader(io.StringIO(raw[1:], newline="")))
    assert head == [leaf.name for leaf in columns]
    found = [
        {leaf.name: read_cell(leaf.column, cell) for leaf, cell in zip(columns, row, strict=True)}
        for row in rows
    ]
    expected = [
        {leaf.name: leaf.value(row) for leaf in columns} for row in await from_graphql(api, name)
    ]
    assert found == expected


def from_parquet(columns: Sequence[Column], row: dict[str, Any]) -> dict[str, Any]:
    """A row of Parquet as the API has it; its `…_number` columns must agree with the text."""
    made: dict[str, Any] = {}
    for column in columns:
        value = row[column.name]
        if column.kind is Kind.FIGURE:
            number = row[f"{column.name}_number"]
            assert number is None or number == Decimal(value)
            if number is None and value is not None:
                with pytest.raises(ArithmeticError):
                    Decimal(value)
        if column.parts and column.is_list:
            value = [from_parquet(column.parts, one) for one in value]
        elif column.parts and value is not None:
            value = from_parquet(column.parts, value)
        elif column.kind is Kind.DATE and value is not None:
            value = value.isoformat()
        elif column.kind is Kind.BIG_INTEGER and value is not None:
            value = int(value)
        made[column.name] = value
    return made


@pytest.mark.parametrize("name", TABLES)
async def test_parquet_equals_the_api(api: Api, name: str) -> None:
    columns = TABLES[name].columns
    found = pq.read_table(pa.BufferReader(await content(api, f"{name}.parquet")))
    expected = await from_graphql(api, name)
    for row in expected:
        if row.get("amount_krw") == HUGE:
            row["amount_krw"] = None
    assert [from_parquet(columns, row) for row in found.to_pylist()] == expected
    kept = {one.name for one in found.schema} - {f"{one.name}_number" for one in columns}
    assert kept == {column.name for column in columns}


async def test_every_table_has_rows_to_compare(api: Api) -> None:
    sizes = {name: len(await from_graphql(api, name)) for name in ("facts", "doubtful", "series")}
    assert all(sizes.values()), sizes
    facts = await from_graphql(api, "facts")
    assert {'=HYPERLINK("x")', "＝전각"} <= {row["name"] for row in facts}
    assert HUGE in {row["amount_krw"] for row in facts}


@pytest.mark.parametrize(
    "words",
    ["", "'", "''", "=1", "+1", "-1", "@a", "\t=1", "\r", "\n=1", "＝1", "가", "a=1", "'=1"],
)
def test_a_shielded_text_is_no_formula_and_comes_back(words: str) -> None:
    cell = index.shielded(words)
    assert index.plain(cell) == words
    assert cell
    assert cell[0] not in "=+-@\t\r\n＝＋－＠"
    assert len(cell) - len(words) in (0, 1)


async def test_no_cell_of_text_begins_a_formula(api: Api) -> None:
    raw = (await content(api, "facts.csv")).decode()[1:]
    head, *rows = list(csv.reader(io.StringIO(raw, newline="")))
    texts = {leaf.name for leaf in flat(TABLES["facts"].columns) if leaf.column.kind is Kind.TEXT}
    risky = [
        cell
        for row in rows
        for name, cell in zip(head, row, strict=True)
        if name in texts and cell[:1] in tuple("=+-@\t\r＝＋－＠")
    ]
    assert risky == []
    assert raw.count("\r\n") == len(rows) + 1


async def test_rows_of_parquet_come_in_groups(odd: index.Snapshot, tmp_path: Path) -> None:
    options = graphql_api.DumpOptions(row_group=7, folder=tmp_path / "dumps")
    app = Starlette(routes=graphql_api.routes(OneSnapshot(odd), dumps=options))
    api = Api(None, app)
    content_ = await content(api, "facts.parquet")
    file = pq.ParquetFile(pa.BufferReader(content_))
    sizes = [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)]
    assert max(sizes) == 7
    assert sum(sizes) == file.metadata.num_rows
    assert (tmp_path / "dumps").is_dir()
