# ruff: noqa: ANN401 (arguments of every type)
"""Nothing that a caller writes stands in a statement: SQLite sees declared text alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from starlette.applications import Starlette

import graphql_api
import index
from graphql_api.narrowing import WHERE
from tests.graphql_api.city import Api, OneSnapshot, reading_by_core

MARK = "zqx"
"""Stands in every hostile text; no statement of ours has it."""

HOSTILE = (
    f"{MARK}'; DROP TABLE facts; --",
    f'{MARK}" OR "1"="1',
    f"{MARK}\x00",
    f"{MARK}%_*?[]{{0}}{{{{}}}}",
    f"{MARK}\U0001f600\u202e\u0301",
    f"{MARK}) UNION SELECT text FROM texts --",  # noqa: S608 (a hostile text)
    f"{MARK}" + "'" * 150,
)

LISTS = {
    "documents": ("DocumentFilter", "DocumentWhere"),
    "sections": ("SectionFilter", "SectionWhere"),
    "passages": ("PassageFilter", "PassageWhere"),
    "facts": ("FactFilter", "FactWhere"),
    "arithmeticAudits": ("ArithmeticAuditFilter", "ArithmeticAuditWhere"),
    "series": ("SeriesFilter", "SeriesWhere"),
}
SCHEMA: Any = graphql_api.build_schema()._schema


def texts_in(type_: str) -> Iterator[tuple[str, Any]]:
    """Every argument of an input that takes text: its name, and what makes a value of a text."""
    for name, field in SCHEMA.type_map[type_].fields.items():
        kind = str(field.type).replace("!", "")
        if kind in ("[ID]", "[String]"):
            yield name, lambda text: [text]
        elif kind in ("ID", "String"):
            yield name, lambda text: text
        elif kind == "TextCondition":
            for operator in ("eq", "contains", "startsWith"):
                yield name, lambda text, operator=operator: {operator: text}
            yield name, lambda text: {"in": [text, text]}
        elif kind == "IdCondition":
            yield name, lambda text: {"eq": text}
            yield name, lambda text: {"in": [text, text]}


class Watched:
    """A connection, each of whose statements is noted before values are bound to it."""

    def __init__(self, connection: Any, seen: list[str]) -> None:
        self._connection = connection
        self._seen = seen

    def execute(self, sql: str, *values: Any) -> Any:
        self._seen.append(sql)
        return self._connection.execute(sql, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


@contextmanager
def statements(snapshot: index.Snapshot) -> Iterator[list[str]]:
    """What SQLite is given as text while one request follows another."""
    seen: list[str] = []
    database: Any = snapshot._database
    with database._connection():
        pass
    connection = database._idle.pop()
    database._idle.append(Watched(connection, seen))
    try:
        yield seen
    finally:
        # The connection used last lies on top: the watched one.
        assert isinstance(database._idle.pop(), Watched)
        database._idle.append(connection)


CASES = [
    (field, argument, name, make)
    for field, inputs in LISTS.items()
    for argument, type_ in zip(("filter", "where"), inputs, strict=True)
    for name, make in texts_in(type_)
]


@pytest.mark.parametrize("executor", ["plans", "graphql-core"])
async def test_no_text_of_a_caller_stands_in_a_statement(
    snapshot: index.Snapshot, executor: str
) -> None:
    assert len(CASES) > 80
    lender = OneSnapshot(snapshot)
    app = (
        reading_by_core(lender)
        if executor == "graphql-core"
        else Starlette(routes=graphql_api.routes(lender))
    )
    api = Api(lender, app)
    assert max(map(len, HOSTILE)) <= WHERE.longest_text
    with statements(snapshot) as seen:
        for field, argument, name, make in CASES:
            type_ = LISTS[field][argument == "where"]
            query = f"query($v: {type_}) {{ {field}({argument}: $v) {{ totalCount }} }}"
            for text in HOSTILE:
                response = await api.post(query, {"v": {name: make(text)}})
                assert response.status_code in (200, 400), response.text
                assert "internal_error" not in response.text
        for text in HOSTILE:
            for query in (
                "query($v: ID!) { node(id: $v) { id } }",
                "query($v: ID!) { nodes(ids: [$v]) { id } }",
                "query($v: String!) { municipality(name: $v) { id } }",
                "query($v: String) { facts(after: $v) { totalCount } }",
            ):
                response = await api.post(query, {"v": text})
                assert response.status_code in (200, 400), response.text
    assert len(seen) > len(CASES)
    assert [one for one in seen if MARK in one] == []
