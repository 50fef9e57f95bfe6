"""Sums: those of named figures of one sentence, and what share of its whole one of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

import index
from assistant.arithmetic import PER_CENT
from assistant.changes import segments_of
from assistant.figures import Figure, read_figures
from assistant.grammar import Asked, same_unit
from assistant.matching import tight
from assistant.points import Computed, say
from assistant.proportions import names_in, proportion_of
from assistant.retrieve import Retrieved
from assistant.shares import in_hundred
from assistant.sources import (
    Source,
    SourceOptions,
    Told,
    facts_of,
    head_of,
    quoted,
    sources_of,
    worth_of,
)
from assistant.stretches import figures_said, met_by
from assistant.understand import Understanding
from assistant.wishes import ASIDE, wish_of


class Even(Protocol):
    """What choosing among reckonings needs of a reader's options."""

    @property
    def even(self) -> float:
        """Within how much of each other two results meet a question equally well."""

    @property
    def sources(self) -> SourceOptions:
        """Where figures are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SumOptions:
    """Of two results that meet a question within `even` of each other, neither is what it asks.

    A whole stands at most `apart` letters before the part that is said to be out of it.
    """

    even: float = 0.03
    apart: int = 160
    sources: SourceOptions = field(default_factory=SourceOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A figure with the words before it that name it and the subject that its clause has."""

    figure: Figure
    label: str
    subject: str
    segment: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One reckoning over figures of one stretch of text, and how well it meets the question.

    `expression` is empty where the result is printed.
    """

    worth: float
    source: Source
    span: tuple[int, int]
    expression: str
    result: str
    figures: tuple[Figure, ...]


_SHARE = re.compile(
    r"차지하|비중|비율|(?:의|에서|중|가운데)\s?몇\s?(?:%|퍼센트|프로)|\bshare\b|\bproportion\b|"
    r"\b(?:what|how many) percent(?:age)? of\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"(?:이|그)\s?(?:중|가운데)|(?<=[\d가-힣])\s(?:중|가운데)(?:에서)?(?=\s)")
_SUBJECT = re.compile(r"(?P<subject>[가-힣·]{2,14})(?:이|가|은|는)\s")
_EDGE = re.compile(r"^[\s,.;:()\[\]·\-※○•*▲△▷①-⑳/]+|[\s(:]+$")
_LEADING = re.compile(r"^(?:에|이며|이고|이다|으로|로|과|와|및|등|의|은|는|이|가|을|를)(?=[\s,])")
_PARTICLE = re.compile(r"(?:은|는|이|가|을|를|의|에|도)$")
_RATE_BEHIND = re.compile(r"\s?[(,]\s?(?P<rate>\d[\d.,]*\s?%)")


def sum_of(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: SumOptions | None = None,
) -> Told | None:
    """The sum of what a question names in one sentence, or the share of its whole that one is.

    None where it asks for neither, or where its words leave open which figures are meant.
    """
    options = options or SumOptions()
    is_sum = asked.asks(Asked.SUM)
    is_share = not is_sum and _SHARE.search(asked.text) is not None and wish_of(asked) is None
    if asked.compares_places or not (is_sum or is_share):
        return None
    reader = _sums if is_sum else _shares
    found = [
        one
        for source in sources_of(retrieved, options.sources)
        if _is_of_year(asked, source)
        for one in reader(asked, source, retrieved, options)
    ]
    kind = Asked.SUM if is_sum else Asked.SHARE
    return told_of(asked, found, kind, snapshot, options)


def told_of(
    asked: Understanding,
    found: Sequence[Found],
    kind: Asked,
    snapshot: index.Snapshot,
    options: Even,
) -> Told | None:
    """The best of what was found; None where two that meet the question as well differ."""
    if not found:
        return None
    best = max(one.worth for one in found)
    even = [one for one in found if one.worth >= best - options.even]
    if len({one.result for one in even}) > 1:
        return None
    chosen = even[0]
    evidence = quoted(asked, chosen.source, chosen.span, snapshot, options.sources)
    if not chosen.expression:
        return Told(evidence=(evidence,), computed=None)
    return Told(
        evidence=(evidence,),
        computed=Computed(
            kind=kind,
            expression=chosen.expression,
            result=chosen.result,
            subject="",
            facts=facts_of(evidence, chosen.figures),
            evidence=(evidence,),
        ),
    )


def items_of(text: str) -> tuple[Item, ...]:
    """The figures of a text with what names each; one without words of its own has none."""
    found = []
    segments = segments_of(text)
    figures = read_figures(text).figures
    for number, figure in enumerate(figures):
        segment = next((one for one in segments if one[0] <= figure.start < one[1]), None)
        if segment is None:
            continue
        back = max(segment[0], figures[number - 1].end if number else 0)
        label = _LEADING.sub("", text[back : figure.start])
        label = _EDGE.sub("", re.split(r"[;△▲▷]|,\s", label)[-1])
        subjects = list(_SUBJECT.finditer(text, segment[0], figure.start))
        found.append(
            Item(
                figure=figure,
                label=" ".join(_EDGE.sub("", label).split()),
                subject=subjects[-1]["subject"] if subjects else "",
                segment=segment,
            )
        )
    return tuple(found)


def _is_of_year(asked: Understanding, source: Source) -> bool:
    """Whether a text, its headings or its document speak of a year that is asked about."""
    document = source.evidence.document
    around = " ".join((source.text, *source.evidence.headings, document.title))
    near = {*document.fiscal_years}
    if document.published_on is not None:
        near.add(document.published_on.year)
    return not asked.figure_years or any(
        str(year) in around or f"’{year % 100}" in around or year in near
        for year in asked.figure_years
    )


def _is_plain(one: Item) -> bool:
    return one.figure.bound is None and one.figure.unit not in {None, "%", "%p", "년", "세"}


def _is_unit_asked(asked: Understanding, unit: str | None) -> bool:
    if asked.unit in {"억", "조", "만"} or (asked.asks(Asked.AMOUNT) and not asked.unit):
        return unit == "원"
    is_counted = asked.unit and asked.unit not in {"퍼센트", "프로", "%"}
    return same_unit(asked.unit or "", unit) if is_counted else True


def _sums(
    asked: Understanding, source: Source, retrieved: Retrieved, options: SumOptions
) -> Iterator[Found]:
    said = tight(asked.text)
    by_segment: dict[tuple[tuple[int, int], str | None], list[Item]] = {}
    for one in items_of(source.text):
        if _is_plain(one) and _is_unit_asked(asked, one.figure.unit):
            by_segment.setdefault((one.segment, one.figure.unit), []).append(one)
    for (span, unit), items in by_segment.items():
        described = _described(asked, items)
        for terms in (_of_subjects(items, said), described, _parts(_named(items, said))):
            if len(terms) < 2 or (asked.count is not None and len(terms) != asked.count):
                continue
            # The word by which items are described is their name, whatever each is called.
            name = "" if terms == described else terms[-1].label or terms[-1].subject
            worth = worth_of(asked, name, source, span, retrieved, options.sources)
            total = sum((one.figure.value for one in terms), Decimal(0))
            if worth > 0 and unit is not None:
                yield Found(
                    worth=worth,
                    source=source,
                    span=span,
                    expression=" + ".join(say(one.figure.value, unit) for one in terms),
                    result=say(total, unit),
                    figures=tuple(one.figure for one in terms),
                )
                break


def _of_subjects(items: Sequence[Item], said: str) -> list[Item]:
    """Figures of one measure that is asked about, each of another subject that is, too."""
    by_measure: dict[str, list[Item]] = {}
    for one in items:
        measure = tight(_PARTICLE.sub("", one.label.split()[-1])) if one.label else ""
        subject = tight(one.subject)
        if len(measure) > 1 and measure in said and len(subject) > 1 and subject in said:
            by_measure.setdefault(measure, []).append(one)
    groups = [
        group
        for measure, group in by_measure.items()
        if len(group) > 1
        and len({one.subject for one in group}) == len(group)
        and all(tight(one.subject) != measure for one in group)
    ]
    return groups[0] if len(groups) == 1 else []


def _described(asked: Understanding, items: Sequence[Item]) -> list[Item]:
    """As many items of a longer list as the question says there are, by a word they all share."""
    if asked.count is None or asked.count < 2 or len(items) <= asked.count:
        return []
    for term in asked.terms:
        if term.is_measure or term.is_general or term.is_verb or term.form in ASIDE:
            continue
        ways = [tight(way) for way in (term.form, *term.renderings) if len(way) > 1]
        own = [one for one in items if any(way in tight(one.label) for way in ways)]
        if len(own) == asked.count:
            return own
    return []


def _named(items: Sequence[Item], said: str) -> list[Item]:
    """Items whose own names the question says, each once and none inside another's."""
    named: dict[str, Item] = {}
    for one in items:
        whole = tight(_PARTICLE.sub("", one.label))
        last = tight(_PARTICLE.sub("", one.label.split()[-1])) if one.label else ""
        name = whole if whole in said else last
        if len(name) > 1 and name in said and head_of(one.label):
            if name in named:
                return []
            named[name] = one
    names = list(named)
    if any(one != other and one in other for one in names for other in names):
        return []
    return list(named.values())


def _parts(items: list[Item]) -> list[Item]:
    """The items less one that the others add up to, which is not to be added to its own parts."""
    total = sum((one.figure.value for one in items), Decimal(0))
    return [one for one in items if one.figure.value * 2 != total]


def _shares(
    asked: Understanding, source: Source, retrieved: Retrieved, options: SumOptions
) -> Iterator[Found]:
    items = items_of(source.text)
    wanted = proportion_of(asked)
    names = names_in(wanted.part) if wanted is not None else frozenset()
    stated = figures_said(asked.text)
    for number, part in enumerate(items):
        if not _is_plain(part) or not head_of(part.label):
            continue
        if names and not met_by(names, tight(part.label)):
            continue  # the part that the question names is another one
        whole = _whole_of(source.text, items[:number], part, options)
        unit = part.figure.unit
        if whole is None or unit is None or not 0 < part.figure.value < whole.figure.value:
            continue
        if stated and stated.isdisjoint({part.figure.value, whole.figure.value}):
            continue  # '388건 중' is a share of just these
        span = (whole.segment[0], part.segment[1])
        label = _OUT_OF.sub("", part.label).strip()
        worth = worth_of(asked, label, source, span, retrieved, options.sources)
        if worth <= 0:
            continue
        printed = _RATE_BEHIND.match(source.text, part.figure.end)
        ratio = f"{in_hundred(part.figure.value / whole.figure.value)}%"
        terms = (part.figure, whole.figure)
        yield Found(
            worth=worth,
            source=source,
            span=span,
            expression=""
            if printed
            else " ÷ ".join(say(one.value, unit) for one in terms) + PER_CENT,
            result=printed["rate"] if printed else ratio,
            figures=terms,
        )


def _whole_of(text: str, before: Sequence[Item], part: Item, options: SumOptions) -> Item | None:
    """What a figure is said to be out of: '모두 374건. 이 가운데 …', '60명 중 …', '82억 원(…)'."""
    same = [
        one
        for one in before
        if one.figure.unit == part.figure.unit
        and part.figure.start - one.figure.end <= options.apart
    ]
    marks = list(_OUT_OF.finditer(text, part.segment[0], part.figure.start))
    if marks:
        outside = [one for one in same if one.figure.end <= marks[-1].start() + 1]
        return outside[-1] if outside else None
    opened = text.rfind("(", part.segment[0], part.figure.start)
    if opened > text.rfind(")", part.segment[0], part.figure.start):
        outside = [one for one in same if one.figure.end <= opened]
        is_right_before = bool(outside) and not text[outside[-1].figure.end : opened].strip()
        return outside[-1] if is_right_before else None
    return None
