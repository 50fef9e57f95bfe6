"""Averages that stand beside a figure, and are no figure of the place itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

import corpus
from assistant.evidence import Evidence

_AVERAGE = "평균"
_AGAINST = re.compile(r"평균\s?(?:보다|과|대비|에\s?비|에\s?견)")


def misses_average(text: str, facts: Sequence[corpus.Fact], evidence: Sequence[Evidence]) -> bool:
    """Whether a difference to one average is asked for, and not just one side of this one is it.

    '전국 평균보다 몇 %p 높나요' asks neither how far two averages are apart nor how far two years.
    """
    if text.count(_AVERAGE) != 1 or not _AGAINST.search(text):
        return False
    return sum(_is_average(fact, evidence) for fact in facts) != 1


def _is_average(fact: corpus.Fact, evidence: Sequence[Evidence]) -> bool:
    return _AVERAGE in fact.name or any(
        one.quote[: one.quote.find(fact.raw_text)].rstrip().endswith(_AVERAGE)
        for one in evidence
        if fact.raw_text in one.quote
    )
