"""The GraphQL query that gives the same figures as an answer."""

from __future__ import annotations

import json
from collections.abc import Sequence

import corpus

_FIELDS = (
    "id kind name value unit amountKrw rawText fiscalYear "
    "values { year value phase } doubts { code } quote start end document { id title }"
)


def facts_query(facts: Sequence[corpus.Fact]) -> str | None:
    """A query for exactly these facts, or None when an answer rests on no fact."""
    ids = list(dict.fromkeys(fact.id for fact in facts))
    if not ids:
        return None
    return f"{{ nodes(ids: {json.dumps(ids)}) {{ ... on Fact {{ {_FIELDS} }} }} }}"
