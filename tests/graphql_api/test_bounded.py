"""The cost is never less than the rows really read, whoever answers, whatever is asked."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from starlette.requests import Request

import corpus
import index
from graphql_api.envelope import Envelope
from graphql_api.errors import QueryRefusedError
from graphql_api.media import GRAPHQL_JSON
from tests.crowds import crowded_corpus, doubtful_corpus
from tests.graphql_api.city import small_corpus
from tests.graphql_api.meter import fields, metered, objects
from tests.graphql_api.operations import operations
from tests.graphql_api.pairs import SCHEMA, Pair, odd_corpus, pair_over

CORPORA: dict[str, Callable[[], corpus.Corpus]] = {
    "small": small_corpus,
    "odd": odd_corpus,
    "crowded": crowded_corpus,
    "doubtful": doubtful_corpus,
}
QUICK, THOROUGH = 60, 2_500
"""Four corpora: ten thousand queries in the thorough run."""

WITHOUT = frozenset({"ask"})
"""The assistant reads what it needs to; its price is fixed."""

STEPS = 16
"""Steps of SQLite's machine that a unit of the cost stands for, at most."""

STEPS_ONCE = 400
"""Steps that a statement takes before and after its loops, at most."""


@dataclass(slots=True)
class Tally:
    """What was seen: the estimate over what was read, for each query that read something."""

    ratios: list[float] = field(default_factory=list)
    refused: int = 0
    compiled: int = 0

    def told(self, name: str) -> str:
        """The distribution, in a line."""
        parts = statistics.quantiles(self.ratios, n=20)
        return (
            f"{name}: {len(self.ratios)} queries, {self.compiled} compiled, {self.refused} refused;"
            f" estimate over work: median {parts[9]:.1f}, 5 % {parts[0]:.1f}, 95 % {parts[18]:.1f}"
        )


@pytest.fixture(scope="module", params=CORPORA)
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Pair]:
    content = CORPORA[request.param]()
    snapshot = index.ensure_snapshot(
        content, tmp_path_factory.mktemp("data"), embedder=index.HashingEmbedder()
    )
    made = pair_over(snapshot, content)
    # What is looked up once for a snapshot is nobody's query.
    made.running.names.of(snapshot)
    made.both("{ documents { nodes { id } } }", {})
    yield made
    snapshot.close()


def weighed(pair: Pair, query: str, variables: dict[str, Any], tally: Tally) -> None:
    """Weigh one query, let both executors answer it, and compare with what they read."""
    try:
        weight = SCHEMA.guard.weigh(
            SCHEMA.guard.read(query), variables, SCHEMA._schema, pair.snapshot.bounds
        )
    except QueryRefusedError:
        tally.refused += 1
        return
    envelope = Envelope(query=query, variables=variables, operation_name=None)
    request = Request({"type": "http", "headers": [], "method": "POST"})
    with metered(pair.snapshot) as meter:
        content, _ = pair.running.by_core(envelope, pair.snapshot, request, GRAPHQL_JSON)
    assert meter.rows <= weight.rows, f"{meter.rows} rows read: {query} {variables}"
    data = content.get("data") or {}
    assert fields(data) <= weight.given, f"{query} {variables}"
    work = fields(data) + meter.rows
    if "errors" not in content and "data" in content:
        pair.compiled.learn(envelope)
        with metered(pair.snapshot) as again:
            body = pair.compiled.answer(envelope, pair.records())
        if body is not None:
            tally.compiled += 1
            assert objects(data) <= weight.cost
            assert again.steps <= STEPS * weight.cost + STEPS_ONCE, f"{query} {variables}"
    if meter.rows:
        tally.ratios.append(weight.cost / work)


def measure(pair: Pair, name: str, examples: int) -> None:
    tally = Tally()

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        # A query that reads too much is told as it is: making it smaller takes minutes.
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.data())
    def check(data: st.DataObject) -> None:
        query, variables = data.draw(operations(SCHEMA._schema, pair.world, WITHOUT))
        weighed(pair, query, variables, tally)

    check()
    print(tally.told(name))  # noqa: T201 (what the run is for)
    assert len(tally.ratios) > examples * 0.5
    assert tally.compiled > examples * 0.2


def test_no_query_reads_more_than_it_costs(pair: Pair, request: pytest.FixtureRequest) -> None:
    measure(pair, request.node.name, QUICK)


@pytest.mark.thorough
def test_none_of_thousands_of_queries_reads_more_than_it_costs(
    pair: Pair, request: pytest.FixtureRequest
) -> None:
    measure(pair, request.node.name, THOROUGH)
