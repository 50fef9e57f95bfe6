"""Averages that stand beside a figure, and are no figure of the place itself."""

from __future__ import annotations

from collections.abc import Sequence

import corpus
from assistant.evidence import Evidence

_AVERAGE = "평균"


def are_averages(text: str, facts: Sequence[corpus.Fact], evidence: Sequence[Evidence]) -> bool:
    """Whether both sides of a difference are averages, though the question names only one.

    '전국 평균보다 몇 %p 높나요' asks how far something is from an average, and not how far that is
    from the average of others.
    """
    return text.count(_AVERAGE) == 1 and all(
        any(
            one.quote[: one.quote.find(fact.raw_text)].rstrip().endswith(_AVERAGE)
            for one in evidence
            if fact.raw_text in one.quote
        )
        for fact in facts
    )
