"""Relevance: whether a sentence that its source bears out also answers what was asked.

The gate proves that a sentence is true. True and beside the point is no answer: of a quote with
three years it has to be the year that was asked about, and of two counts the right one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.evidence import Evidence, holds, is_said
from assistant.grammar import Asked
from assistant.matching import tight, tight_published
from assistant.understand import Understanding
from assistant.verify import numbers_in
from assistant.years import years_said

_MARK = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelevanceOptions:
    """`least_terms`: the share of the question's words in the quote that a sentence says too.

    Two thirds lets a sentence leave out one word of three, as people do, and not the one word of
    two that tells two figures of a quote apart.
    """

    least_terms: float = 0.66


def relevance_fault(
    sentence: str,
    cited: Sequence[Evidence],
    leads: Sequence[str],
    asked: Understanding,
    options: RelevanceOptions | None = None,
) -> str:
    """Why a sentence does not answer the question, '' if it does.

    `cited` is the evidence that it names, `leads` what the composer says in its own words: their
    figures are the answer, and a sentence in their place has all of them.
    """
    options = options or RelevanceOptions()
    if tight(_MARK.sub("", sentence)) in {tight(one.quote) for one in cited}:
        return "quote said twice"
    figures = {number for one in leads for number in numbers_in(_MARK.sub("", one))}
    if figures - numbers_in(_MARK.sub("", sentence)):
        return "figure left out"
    told = {year for one in leads for year in years_said(one)}
    if asked.figure_years and years_said(sentence) - told - set(asked.figure_years):
        return "year beside the point"
    kinds = [kind for kind in asked.kinds if kind is not Asked.TEXT]
    if not any(_holds_as_much(sentence, one, kinds, asked) for one in cited):
        return "no value of the kind asked for"
    quoted = tight_published(" ".join(one.quote for one in cited))
    wanted = [one for one in asked.terms if not one.is_measure and is_said(one, quoted)]
    said = sum(is_said(one, tight_published(sentence)) for one in wanted)
    if said < options.least_terms * len(wanted):
        return "words of the question left out"
    return ""


def _holds_as_much(
    sentence: str, evidence: Evidence, kinds: Sequence[Asked], asked: Understanding
) -> bool:
    """Whether a sentence holds a value of each kind asked for that its evidence holds."""
    facts = tuple(one for one in evidence.facts if one.raw_text and one.raw_text in sentence)
    alone = replace(evidence, quote=sentence, facts=facts, is_group=False)
    return all(holds(kind, alone, asked) for kind in kinds if holds(kind, evidence, asked))
