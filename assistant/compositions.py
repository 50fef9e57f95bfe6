"""Compositions: a total and the parts that make it up, where they truly do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

import corpus
from assistant.courses import WON, with_unit

TOTAL = "total"
PART = "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One figure of a composition: what it is called, as printed, and in the composition's unit.

    `span` is where it stands in the canonical text.
    """

    label: str
    printed: str
    value: Decimal
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A total and at least two parts that add up to it, none of them negative, in one unit.

    `document_id` says whose text the spans of the figures are of.
    """

    name: str
    unit: str
    document_id: str | None = None
    total: Share
    parts: tuple[Share, ...]


def composition_of_audit(audit: corpus.ArithmeticAudit) -> Composition | None:
    """The parts of a total that were reckoned again and agree; None for anything else."""
    if (
        audit.relation is not corpus.ArithmeticRelation.SUM
        or audit.result is not corpus.AuditResult.AGREES
        or audit.unit is None
    ):
        return None
    total, *parts = (
        None
        if one.value is None
        else Share(
            label=one.label,
            printed=_printed(one.raw_text, one.value, audit.unit),
            value=one.value,
            span=(one.start, one.end),
        )
        for one in (audit.stated, *audit.terms)
    )
    known = [one for one in parts if one is not None]
    if total is None or len(known) < len(parts):
        return None
    return _composition(audit.name, audit.unit, audit.document_id, total, known)


def compositions_of_facts(facts: Iterable[corpus.Fact]) -> Mapping[str, Composition]:
    """Compositions that the flags `total` and `part` show, by the id of the total's fact.

    Facts of one passage belong together when kind, unit, year and stage are the same. Where they
    have more than one total, or parts that do not add up to it to the last digit, it is not known
    what belongs to what, and there is none.
    """
    together: defaultdict[tuple[object, ...], list[corpus.Fact]] = defaultdict(list)
    for fact in facts:
        if {TOTAL, PART} & set(fact.flags):
            phase = fact.values[0].phase if fact.values else None
            key = (fact.passage_id, fact.kind, fact.unit, fact.fiscal_year, phase)
            together[key].append(fact)
    found = {}
    for members in together.values():
        totals = [one for one in members if TOTAL in one.flags]
        parts = [share for one in members if PART in one.flags if (share := _share(one))]
        total = _share(totals[0]) if len(totals) == 1 else None
        unit = members[0].unit
        if total is None or unit is None or len(parts) + 1 < len(members):
            continue
        if sum(one.value for one in parts) == total.value:
            composition = _composition(totals[0].name, unit, totals[0].document_id, total, parts)
            if composition is not None:
                found[totals[0].id] = composition
    return found


def _share(fact: corpus.Fact) -> Share | None:
    if not isinstance(fact.value, Decimal) or fact.comparator:
        return None
    printed = _printed(fact.raw_text, fact.value, fact.unit)
    return Share(label=fact.name, printed=printed, value=fact.value, span=(fact.start, fact.end))


def _printed(raw_text: str, value: Decimal, unit: str | None) -> str:
    """A figure as printed; one in won that prints no unit would be read in the wrong one."""
    return with_unit(value, unit) if unit == WON and WON not in raw_text else raw_text


def _composition(
    name: str, unit: str, document_id: str, total: Share, parts: Iterable[Share]
) -> Composition | None:
    parts = tuple(parts)
    if len(parts) < 2 or total.value <= 0 or any(one.value < 0 for one in parts):
        return None
    return Composition(name=name, unit=unit, document_id=document_id, total=total, parts=parts)
