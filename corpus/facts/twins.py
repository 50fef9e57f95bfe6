"""Facts that only their headings tell apart: the same name, unit and year with different values.

'재정조치 288만원' under one audited office and '재정조치 152만원' under another are two figures; a
name that gives both says too little. The heading is put before it, and where that does not tell
them apart either, neither is certain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.facts.doubts import NAME_INCOMPLETE
from corpus.facts.labels import heading_name, join_names
from corpus.types import Fact, FactKind

_POINTS, WEIGHT = "점", "배점"
_FULL = Decimal(100)
_Key = tuple[object, ...]


def marked_out(facts: Sequence[Fact]) -> list[Fact]:
    """The facts in order; items below each other that give 100 points are how marks are given."""
    found = list(facts)
    begin = 0
    while begin < len(found):
        end = begin
        while end < len(found) and _is_score(found[end], found[begin]):
            end += 1
        run = found[begin:end]
        if (
            len(run) > 1
            and sum(one.value for one in run if isinstance(one.value, Decimal)) == _FULL
        ):
            found[begin:end] = [
                replace(
                    one,
                    kind=FactKind.STATISTIC,
                    name=one.name if one.name.endswith(WEIGHT) else f"{one.name} {WEIGHT}",
                    flags=tuple(dict.fromkeys((*one.flags, "weight"))),
                )
                for one in run
            ]
        begin = max(end, begin + 1)
    return found


def _is_score(one: Fact, first: Fact) -> bool:
    is_points = one.unit == _POINTS and isinstance(one.value, Decimal) and one.value < _FULL
    return is_points and one.section_id == first.section_id


def told_apart(facts: Sequence[Fact], headings: Mapping[str, tuple[str, ...]]) -> Iterator[Fact]:
    """The facts in order; `headings` is each passage's heading path by the passage's id."""
    groups: dict[_Key, set[object]] = defaultdict(set)
    for one in facts:
        if _is_compared(one):
            groups[_key(one, one.name)].add(one.value)
    twins = {key for key, values in groups.items() if len(values) > 1}
    if not twins:
        yield from facts
        return
    longer = [
        _with_heading(one, headings)
        if _is_compared(one) and _key(one, one.name) in twins
        else one.name
        for one in facts
    ]
    renamed: dict[_Key, set[object]] = defaultdict(set)
    for one, name in zip(facts, longer, strict=True):
        if _is_compared(one):
            renamed[_key(one, name)].add(one.value)
    for one, name in zip(facts, longer, strict=True):
        if not _is_compared(one) or _key(one, one.name) not in twins:
            yield one
        elif len(renamed[_key(one, name)]) > 1:
            yield replace(one, doubts=(*one.doubts, NAME_INCOMPLETE))
        else:
            yield replace(one, name=name)


def _is_compared(fact: Fact) -> bool:
    return fact.value is not None and not fact.doubts and len(fact.values) <= 1


def _key(fact: Fact, name: str) -> _Key:
    place = (fact.municipality, fact.organisation)
    time = (fact.fiscal_year, fact.period)
    return (fact.kind, name, fact.unit, *time, *place, fact.comparator, fact.flags)


def _with_heading(fact: Fact, headings: Mapping[str, tuple[str, ...]]) -> str:
    return join_names(heading_name(headings.get(fact.passage_id, ())), fact.name)
