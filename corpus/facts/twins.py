"""Facts that only their headings tell apart: the same name, unit and year with different values.

'재정조치 288만원' under one audited office and '재정조치 152만원' under another are two figures; a
name that gives both says too little. The heading is put before it, and where that does not tell
them apart either, neither is certain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.facts.doubts import NAME_INCOMPLETE
from corpus.facts.labels import join_names
from corpus.facts.topics import sound_heading
from corpus.types import Fact

_Key = tuple[object, ...]


def told_apart(facts: Sequence[Fact], headings: Mapping[str, tuple[str, ...]]) -> Iterator[Fact]:
    """The facts in order; `headings` is each passage's heading path by the passage's id."""
    keys = [_key(one, one.name) if _is_compared(one) else None for one in facts]
    groups: dict[_Key | None, set[object]] = defaultdict(set)
    for one, key in zip(facts, keys, strict=True):
        groups[key].add(one.value)
    twins = {key for key, values in groups.items() if key and len(values) > 1}
    if not twins:
        yield from facts
        return
    longer = [
        _with_heading(one, headings) if key in twins else one.name
        for one, key in zip(facts, keys, strict=True)
    ]
    renamed: dict[_Key, set[object]] = defaultdict(set)
    for one, name in zip(facts, longer, strict=True):
        if _is_compared(one):
            renamed[_key(one, name)].add(one.value)
    for one, key, name in zip(facts, keys, longer, strict=True):
        if key not in twins:
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
    return join_names(sound_heading(headings.get(fact.passage_id, ())), fact.name)
