"""What was worked out for one request is right for another that only names other records."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import parse

import index
from graphql_api.envelope import Envelope
from graphql_api.loaders import Records
from graphql_api.pagination import cursor
from graphql_api.responses import json_bytes
from graphql_api.templates import STAND_IN, TemplateOptions, Templates, free_variables
from tests.graphql_api.city import PLAN, small_corpus
from tests.graphql_api.pairs import SCHEMA, Pair, pair_over

LIST = """query($first: Int, $after: String, $before: String, $order: FactOrder) {
  facts(first: $first, after: $after, before: $before, orderBy: $order) {
    totalCount
    edges { cursor node { id name } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}"""
ONE = "query($id: ID!) { fact(id: $id) { id name values { year value } } }"
TWO = """query($id: ID!, $after: String) {
  document(id: $id) { id facts(first: 2, after: $after) { nodes { id } } }
  again: document(id: $id) { title }
}"""
ELSEWHERE = """query($id: ID!, $name: String) {
  document(id: $id) { id }
  facts(filter: {documents: [$id], nameContains: $name}, first: 2) { nodes { id } }
}"""
IDS = [f"{PLAN}/f{number:04}" for number in range(1, 8)]
CURSORS = [cursor("facts", one) for one in IDS]
ODD_IDS = ["", "\0", "'; --", "municipality:보령시", "\ud800".encode("utf-8", "replace").decode()]
ODD_CURSORS = ["", "x", cursor("facts", ""), cursor("facts", "\0"), cursor("sections", "a")]


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 (a generator)
    content = small_corpus()
    folder = tmp_path_factory.mktemp("data")
    snapshot = index.ensure_snapshot(content, folder, embedder=index.HashingEmbedder())
    yield pair_over(snapshot, content)
    snapshot.close()


def told(pair: Pair, query: str, variables: dict[str, Any]) -> None:
    """Ask both, and compare."""
    content, body = pair.both(query, variables)
    if "errors" in content or "data" not in content:
        assert body is None, variables
    elif body is not None:
        assert body == json_bytes(content), variables


CASES: list[tuple[str, list[dict[str, Any]]]] = [
    (ONE, [{"id": one} for one in [*IDS, *ODD_IDS, *IDS]]),
    (LIST, [{"first": 2, "after": one} for one in [*CURSORS, *ODD_CURSORS, *CURSORS]]),
    (LIST, [{"first": 3, "before": one} for one in CURSORS]),
    (LIST, [{"first": 3, "after": a, "before": b} for a in CURSORS for b in CURSORS[-2:]]),
    (LIST, [{"first": n, "after": one} for n in (1, 0, 2, 101, None) for one in CURSORS[:4]]),
    (LIST, [{"first": 2, "after": one} for one in (None, CURSORS[0], None, CURSORS[1], None)]),
    (
        LIST,
        [{"first": 2, "after": one, "order": {"field": "NAME"}} for one in [*CURSORS, None, None]],
    ),
    (TWO, [{"id": PLAN, "after": one} for one in CURSORS]),
    (ELSEWHERE, [{"id": PLAN, "name": one} for one in ("이", "이름", "분야", "이")]),
]


@pytest.mark.parametrize(("query", "requests"), CASES, ids=range(len(CASES)))
def test_pages_and_records_come_out_alike(
    pair: Pair, query: str, requests: list[dict[str, Any]]
) -> None:
    for variables in requests:
        told(pair, query, variables)


def templates_of(pair: Pair, query: str) -> Templates:
    found = pair.compiled._known[query, None].templates
    assert found is not None
    return found


def test_the_third_request_of_a_kind_is_filled_in(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = f"{LIST} # filled in"
    for one in CURSORS[:4]:
        told(pair, query, {"first": 2, "after": one})

    def fail(*arguments: Any, **named: Any) -> None:  # noqa: ANN401 (as it is called)
        raise AssertionError("worked out again")

    monkeypatch.setattr(pair.compiled, "_prepare", fail)
    records = Records(pair.snapshot, pair.running.names)
    for one in CURSORS:
        envelope = Envelope(query=query, variables={"after": one, "first": 2}, operation_name=None)
        prepared = pair.compiled.prepare(envelope, records)
        assert prepared is not None
        assert prepared.body()
        assert all(STAND_IN not in str(value) for value in prepared.filled.parameters)


def test_what_is_kept_has_a_bound(pair: Pair) -> None:
    query = f"{LIST} # bounded"
    most = TemplateOptions().kept
    for number in [*range(1, 60), *range(1, 60)]:
        told(pair, query, {"first": number, "after": CURSORS[0]})
        templates = pair.compiled._known[query, None].templates
        assert templates is None or len(templates._kept) <= most
    assert len(templates_of(pair, query)._kept) == most


def test_long_variables_are_not_kept(pair: Pair) -> None:
    templates = Templates((), TemplateOptions(key_bytes=10))
    key = templates.key("s", ["name"], {"name": "x" * 10})
    assert not templates.is_wanted(key)
    assert not templates.is_wanted(key)
    assert not templates._kept


def free_in(pair: Pair, query: str, variables: dict[str, Any]) -> set[str]:
    told(pair, query, variables)
    known = pair.compiled._known[query, None]
    definitions = known.operation.variable_definitions or ()
    return {one.name for one in free_variables(parse(query), definitions, known.plans[0].slots)}


def test_only_what_stands_as_a_cursor_or_an_id_is_free(pair: Pair) -> None:
    assert free_in(pair, LIST, {}) == {"after", "before"}
    assert free_in(pair, ONE, {"id": IDS[0]}) == {"id"}
    assert free_in(pair, TWO, {"id": PLAN}) == {"id", "after"}
    assert free_in(pair, ELSEWHERE, {"id": PLAN}) == set()
    assert SCHEMA is not None
