"""The ledger: the facts that stand beside a part of a document, by kind and in reading order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import corpus
from assistant.viewer import Part, part_at

FactSpan = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerOptions:
    """`page_size` facts at a time: what a phone shows without stuttering, pictures included."""

    page_size: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Facts of one kind on a page; `count` is how many of the kind the part holds."""

    kind: corpus.FactKind
    count: int
    facts: tuple[corpus.Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Another part of the document, and how many facts of the wanted kind it holds."""

    part: Part
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """One page of the facts of one part.

    `kinds` counts the part's facts by kind, whatever `kind` is wanted (None: all), so that the
    choice does not change when one is made. `count` facts are wanted; `page` counts from 1.
    `cited` are those within the cited span, of every kind; `before` and `after` are the wanted
    facts around that span in reading order, in whatever part.

    All of these are published facts. `doubtful` are the wanted ones that a doubt keeps back: they
    come after the last of the published, on the same pages, and are `doubtful_count` in the part.
    """

    kind: corpus.FactKind | None
    kinds: tuple[tuple[corpus.FactKind, int], ...]
    count: int
    page: int
    pages: int
    groups: tuple[Group, ...]
    cited: tuple[corpus.Fact, ...]
    before: corpus.Fact | None
    after: corpus.Fact | None
    elsewhere: tuple[Elsewhere, ...]
    doubtful: tuple[corpus.Fact, ...]
    doubtful_count: int
    is_doubtful_cited: bool

    @property
    def facts(self) -> tuple[corpus.Fact, ...]:
        """The published facts that are shown, the cited ones included, each once."""
        shown = (*self.cited, *(fact for group in self.groups for fact in group.facts))
        return tuple({fact.id: fact for fact in shown}.values())


def lay_ledger(
    facts: Sequence[corpus.Fact],
    parts: Sequence[Part],
    part: Part,
    *,
    kind: corpus.FactKind | None,
    page: int | None,
    cited: FactSpan | None,
    options: LedgerOptions,
) -> Ledger:
    """The facts of a document, doubtful ones included, as they stand beside one of its parts.

    Without a `page` it is the one that holds the first cited fact, else the first.
    """
    in_order = sorted(facts, key=lambda fact: (*_span(fact), fact.id))
    here = [fact for fact in in_order if part.start <= fact.start < part.end]
    wanted = [
        fact
        for fact in in_order
        if kind in (None, fact.kind) and not corpus.is_kept_back(fact.doubts)
    ]
    counts = Counter(fact.kind for fact in here if not corpus.is_kept_back(fact.doubts))
    order = {one: number for number, one in enumerate(corpus.FactKind)}
    # Sorting is stable: within its kind a fact keeps its place in the text.
    listed = sorted(
        (fact for fact in here if kind in (None, fact.kind)),
        key=lambda fact: (corpus.is_kept_back(fact.doubts), order[fact.kind]),
    )
    count = sum(not corpus.is_kept_back(fact.doubts) for fact in listed)
    inside = [fact for fact in here if cited and _is_within(fact, cited)]
    size = options.page_size
    pages = max(1, -(-len(listed) // size))
    if page is None:
        by_doubt = sorted(inside, key=lambda fact: corpus.is_kept_back(fact.doubts))
        first = next((fact for fact in by_doubt if kind in (None, fact.kind)), None)
        page = 1 + (listed.index(first) // size if first else 0)
    page = min(max(page, 1), pages)
    shown = listed[(page - 1) * size : page * size]
    before, after = _neighbours(wanted, cited)
    return Ledger(
        kind=kind,
        kinds=tuple((one, counts[one]) for one in corpus.FactKind if counts[one]),
        count=count,
        page=page,
        pages=pages,
        groups=_groups([fact for fact in shown if not corpus.is_kept_back(fact.doubts)], counts),
        cited=tuple([fact for fact in inside if not corpus.is_kept_back(fact.doubts)][:size]),
        before=before,
        after=after,
        elsewhere=_elsewhere(wanted, parts, part),
        doubtful=tuple(fact for fact in shown if corpus.is_kept_back(fact.doubts)),
        doubtful_count=len(listed) - count,
        is_doubtful_cited=any(corpus.is_kept_back(fact.doubts) for fact in inside),
    )


def _groups(facts: Sequence[corpus.Fact], counts: Counter[corpus.FactKind]) -> tuple[Group, ...]:
    return tuple(
        Group(
            kind=kind,
            count=counts[kind],
            facts=tuple(fact for fact in facts if fact.kind is kind),
        )
        for kind in dict.fromkeys(fact.kind for fact in facts)
    )


def _neighbours(
    facts: Sequence[corpus.Fact], cited: FactSpan | None
) -> tuple[corpus.Fact | None, corpus.Fact | None]:
    """The facts whose spans come before and after the cited one."""
    if cited is None:
        return None, None
    spans = [_span(fact) for fact in facts]
    left, right = bisect_left(spans, cited), bisect_right(spans, cited)
    # Facts that share a span are one stop.
    first = bisect_left(spans, spans[left - 1]) if left else None
    return (
        facts[first] if first is not None else None,
        facts[right] if right < len(facts) else None,
    )


def _elsewhere(
    facts: Sequence[corpus.Fact], parts: Sequence[Part], here: Part
) -> tuple[Elsewhere, ...]:
    if len(parts) < 2:
        return ()
    counts = Counter(part_at(parts, fact.start) for fact in facts)
    return tuple(
        Elsewhere(part=part, count=counts[part]) for part in parts if part != here and counts[part]
    )


def _span(fact: corpus.Fact) -> FactSpan:
    return fact.start, fact.end


def _is_within(fact: corpus.Fact, span: FactSpan) -> bool:
    return span[0] <= fact.start and fact.end <= span[1]
