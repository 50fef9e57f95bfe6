"""Audits of invented plans: read from a string, with all that must hold of any audit checked."""

from __future__ import annotations

import re
from decimal import Decimal

import corpus
from tests.corpus.plans import PLAN_2031, assert_true_places, read


def audits_of(text: str, suffix: str = ".txt") -> tuple[corpus.ArithmeticAudit, ...]:
    """The audits of a plan for 2031 that has this text."""
    reading = read(text, suffix, about=PLAN_2031)
    assert_true_places(reading)
    assert_true_audits(reading)
    return reading.audits


def audit_of(text: str, suffix: str = ".txt") -> corpus.ArithmeticAudit:
    """The one audit of a plan that has this text."""
    found = audits_of(text, suffix)
    assert len(found) == 1, [said(one) for one in found]
    return found[0]


def said(audit: corpus.ArithmeticAudit) -> str:
    """What an audit says, in one line: 'agrees exact: 3건 + 5건 = 8건'."""
    return f"{audit.result.value} {audit.reason}: {audit.expression}"


def verdicts(text: str, suffix: str = ".txt") -> list[str]:
    """What each audit of a plan that has this text says."""
    return [said(one) for one in audits_of(text, suffix)]


def assert_true_audits(reading: corpus.Reading) -> None:
    """Offsets are true, ids unique, links lead to facts that print the same figure, sums hold."""
    facts = {one.id: one for one in reading.facts}
    passages = {one.id: one for one in reading.passages}
    assert len({one.id for one in reading.audits}) == len(reading.audits)
    for audit in reading.audits:
        assert reading.text[audit.start : audit.end] == audit.quote != ""
        assert audit.id.startswith(f"{reading.document.id}/a")
        passage = passages[audit.passage_id]
        assert passage.section_id == audit.section_id
        assert passage.start <= audit.stated.start < audit.stated.end <= passage.end
        assert audit.expression
        assert audit.name
        for term in (audit.stated, *audit.terms):
            assert reading.text[term.start : term.end] == term.raw_text != ""
            if term.fact_id is not None:
                fact = facts[term.fact_id]
                assert fact.start <= term.start < term.end <= fact.end
                assert term.raw_text in fact.quote
        _assert_reckoned(audit)


def _assert_reckoned(audit: corpus.ArithmeticAudit) -> None:
    stated = audit.stated.value
    if audit.computed is not None and stated is not None:
        assert audit.difference == stated - audit.computed
    if audit.reason == "exact":
        assert audit.result is corpus.AuditResult.AGREES
        assert audit.difference == 0
    if audit.result is corpus.AuditResult.DISAGREES:
        assert audit.reason == "differs"
        assert audit.difference
        assert "≠" in audit.expression
    values = [one.value for one in audit.terms]
    if audit.relation is corpus.ArithmeticRelation.SUM and None not in values:
        if audit.computed is not None:
            assert audit.computed == sum((one for one in values if one is not None), Decimal(0))
        assert re.search(r"[=≟]", audit.expression)
