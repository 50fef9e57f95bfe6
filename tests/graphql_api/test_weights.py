"""What is remembered of the variables that callers send: short, whatever they send."""

from __future__ import annotations

import index
from graphql_api.compiled import CompiledExecutor
from graphql_api.envelope import Envelope
from graphql_api.loaders import MunicipalityNames, Records
from graphql_api.schema import build_schema

QUERY = "query A($n: Int) { facts(first: $n) { nodes { id } } }"


def test_a_weight_is_kept_once_under_a_digest(snapshot: index.Snapshot) -> None:
    executor = CompiledExecutor(build_schema())
    records = Records(snapshot, MunicipalityNames())
    for name in ("a", "b", "c" * 100_000):
        variables = {"n": 2, name: [[1]]}
        envelope = Envelope(query=QUERY, variables=variables, operation_name=None)
        executor.learn(envelope)
        assert executor.answer(envelope, records) is not None
    weights = executor._known[(QUERY, None)].weights
    assert [len(key) for key in weights] == [64]
