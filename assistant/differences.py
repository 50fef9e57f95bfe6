"""Differences: how far two figures of prose are apart, or what is left of one, by their names."""

from __future__ import annotations

from collections.abc import Sequence

import index
from assistant.changes import MOVED, segments_of
from assistant.cite import cite
from assistant.comparands import Comparison, Relation, comparison_of
from assistant.evidence import Evidence
from assistant.figures import Figure, read_figures
from assistant.grammar import Asked
from assistant.partners import Pair, PartnerOptions, partners
from assistant.points import Computed, say
from assistant.reckonings import goes_as_said
from assistant.retrieve import Retrieved
from assistant.sources import (
    Told,
    facts_of,
    quoted,
    sources_of,
)
from assistant.support import supports_of
from assistant.understand import Understanding
from assistant.wishes import is_against


def difference(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: PartnerOptions | None = None,
) -> Told | None:
    """How far the two figures are apart that a question compares, or what one leaves of the other.

    Both are figures of one document, in one unit, each fitting the words, year and sort that the
    question gives it. None where it compares nothing, or where two pairs that meet it as well give
    different results. Where the text prints the result itself, that is its answer.
    """
    wanted = comparison_of(asked)
    if wanted is None or wanted.relation is Relation.SUM:
        return None
    return _told(asked, wanted, retrieved, snapshot, options or PartnerOptions())


def total(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: PartnerOptions | None = None,
) -> Told | None:
    """The sum of two figures of one document that a question names; None as for a difference."""
    wanted = comparison_of(asked)
    if wanted is None or wanted.relation is not Relation.SUM:
        return None
    return _told(asked, wanted, retrieved, snapshot, options or PartnerOptions())


def _told(
    asked: Understanding,
    wanted: Comparison,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: PartnerOptions,
) -> Told | None:
    if asked.compares_places:
        return None
    even = partners(asked, wanted, retrieved, options)
    results = {_reckoned(wanted.relation, one)[1] for one in even}
    if len(results) != 1:
        return None
    pair = max(even, key=lambda one: one.worth)
    if wanted.relation is Relation.APART and is_against(
        asked, is_up=pair.of.operand.figure.value > pair.against.operand.figure.value
    ):
        return None
    printed = _printed(asked, wanted, pair, retrieved, snapshot, options)
    if printed is not None:
        return Told(evidence=(printed,), computed=None)
    computed = _computed(asked, wanted, pair, snapshot, options)
    return Told(evidence=computed.evidence, computed=computed)


def _printed(
    asked: Understanding,
    wanted: Comparison,
    pair: Pair,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: PartnerOptions,
) -> Evidence | None:
    """The sentence of the same document that prints how far the two figures are apart."""
    if wanted.relation is not Relation.APART:
        return None
    one, other = pair.of.operand.figure, pair.against.operand.figure
    gap = abs(one.value - other.value)
    for source in sources_of(retrieved, options.sources):
        if source.evidence.document.id != pair.of.source.evidence.document.id:
            continue
        for start, end in segments_of(source.text):
            for figure in read_figures(source.text[start:end]).figures:
                is_gap = (figure.value, figure.unit) == (gap, one.unit)
                if is_gap and MOVED.match(source.text, start + figure.end):
                    return quoted(asked, source, (start, end), snapshot, options.sources)
    return None


def _reckoned(relation: Relation, pair: Pair) -> tuple[str, str]:
    one, other = pair.of.operand.figure, pair.against.operand.figure
    unit = one.unit or ""
    if relation is Relation.SUM:
        first, last = sorted((one, other), key=lambda figure: -figure.value)
        total = say(one.value + other.value, unit)
        return f"{say(first.value, unit)} + {say(last.value, unit)}", total
    high, low = (one, other) if one.value > other.value else (other, one)
    gap = high.value - low.value
    result = f"{gap.normalize():f}%p" if unit == "%" else say(gap, unit)
    return f"{say(high.value, unit)} - {say(low.value, unit)}", result


def _computed(
    asked: Understanding,
    wanted: Comparison,
    pair: Pair,
    snapshot: index.Snapshot,
    options: PartnerOptions,
) -> Computed:
    expression, result = _reckoned(wanted.relation, pair)
    evidence = _evidence(asked, pair, snapshot, options)
    subject = "차이" if wanted.relation is Relation.APART else ""
    if subject and wanted.of.time is not None and wanted.against.time is not None:
        is_up = pair.of.operand.figure.value > pair.against.operand.figure.value
        subject = _direction(expression, evidence, is_up=is_up) or subject
    figures: tuple[Figure, ...] = (pair.of.operand.figure, pair.against.operand.figure)
    return Computed(
        kind=Asked.SUM if wanted.relation is Relation.SUM else Asked.DIFFERENCE,
        expression=expression,
        result=result,
        subject=subject,
        facts=() if len(evidence) > 1 else facts_of(evidence[0], figures),
        evidence=evidence,
    )


def _direction(expression: str, evidence: Sequence[Evidence], *, is_up: bool) -> str:
    """Which way a figure went from year to year, where the sources prove it; '' else."""
    supports = [
        support
        for citation, one in zip(cite(evidence), evidence, strict=True)
        for support in supports_of(citation, one.facts)
    ]
    word = "증가" if is_up else "감소"
    return word if goes_as_said(expression, supports, [word]) else ""


def _evidence(
    asked: Understanding, pair: Pair, snapshot: index.Snapshot, options: PartnerOptions
) -> tuple[Evidence, ...]:
    spans = []
    for read in (pair.of, pair.against):
        start, end = read.operand.start, read.operand.end
        spans.append((read.source.start + start, read.source.start + end, read, (start, end)))
    spans.sort(key=lambda one: one[:2])
    (first, end, read, span), (start, last, later, other) = spans
    if first <= start and last <= end:
        return (quoted(asked, read.source, span, snapshot, options.sources),)
    is_one_text = read.source == later.source
    if is_one_text and last - first <= options.sources.longest:
        whole = (span[0], other[1])
        return (quoted(asked, read.source, whole, snapshot, options.sources),)
    return tuple(
        quoted(asked, one.source, piece, snapshot, options.sources)
        for one, piece in ((read, span), (later, other))
    )
