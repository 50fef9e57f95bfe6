"""How far up the wanted evidence stands among the candidates that the assistant looked at."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from assistant.trace import Trace
from tests.evaluation.overlap import Evidence, holds

DEPTHS = (1, 5, 10, 30)
"""Ranks at which recall is read: what is answered from, what a person would look through, and the
passages that are looked at closely at all."""

GAIN_DEPTH = 10
"""Below this rank a candidate earns nothing in nDCG, as is usual."""


def ranks(trace: Trace, wanted: Sequence[Evidence]) -> tuple[int | None, ...]:
    """For each wanted stretch the rank, from 1, of the first candidate that holds it, or None.

    Candidates of one passage (its sentences, the whole of it) share one rank: they are one place in
    a document. A question that was turned down before anything was looked for has no candidates.
    """
    found: list[int | None] = [None] * len(wanted)
    places: dict[str, int] = {}
    quotes: dict[str, list[str]] = {}
    for one in trace.retrieved.candidates if trace.retrieved else ():
        evidence = one.evidence
        rank = places.setdefault(evidence.passage.id, len(places) + 1)
        seen = quotes.setdefault(evidence.passage.id, [])
        seen.append(evidence.quote)
        for at, stretch in enumerate(wanted):
            if found[at] is None and evidence.document.source in stretch.sources:
                found[at] = rank if holds(seen, stretch.text) else None
    return tuple(found)


def recall(found: Sequence[int | None], depth: int) -> float:
    """The share of the wanted stretches that are among the first `depth` candidates."""
    return sum(rank is not None and rank <= depth for rank in found) / len(found)


def gain(found: Sequence[int | None], depth: int = GAIN_DEPTH) -> float:
    """nDCG (Järvelin and Kekäläinen 2002) with one unit of gain for each wanted stretch.

    The ideal is the i-th stretch at rank i. One candidate, such as a table, may hold several, so
    the quotient is capped at 1.
    """
    earned = sum(_discount(rank) for rank in found if rank is not None and rank <= depth)
    ideal = sum(_discount(rank) for rank in range(1, min(depth, len(found)) + 1))
    return min(1.0, earned / ideal)


def retrieval_summary(asked: Sequence[Sequence[int | None]]) -> dict[str, Any]:
    """Recall and nDCG averaged over questions with evidence; None where there are none."""
    known = [found for found in asked if found]
    names = {f"recall@{depth}": [recall(found, depth) for found in known] for depth in DEPTHS}
    names[f"ndcg@{GAIN_DEPTH}"] = [gain(found) for found in known]
    return {"questions": len(known)} | {
        name: round(sum(values) / len(values), 3) if values else None
        for name, values in names.items()
    }


def _discount(rank: int) -> float:
    return 1 / math.log2(rank + 1)
