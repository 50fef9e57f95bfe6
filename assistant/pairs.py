"""Pairs: one statement for each of two places, each in its own year, set side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

import corpus
from assistant.evidence import Evidence, place_fits
from assistant.fitting import year_fits_alone
from assistant.grammar import Asked
from assistant.matching import tight, tight_published
from assistant.multiples import gap, multiple
from assistant.points import Computed, Point, points_of, wanted_unit
from assistant.retrieve import Candidate
from assistant.understand import Term, Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class PairOptions:
    """A word of the question counts `by_heading` where only a heading says it, not the name.

    A figure is what is asked about from `least` of the question's own words by weight; the best
    `most` of a place are set against those of the other, so that two of one unit are found.
    """

    by_heading: float = 0.6
    least: float = 0.5
    most: int = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """The evidence for each place in the order of the question, and what it reckons to, if so."""

    evidence: tuple[Evidence, ...]
    computed: Computed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    worth: float
    fact: corpus.Fact
    point: Point | None
    evidence: Evidence


_MORE = re.compile(r"더\s?(?:많|높|크|큰|컸)|\b(?:higher|larger|more|greater|bigger)\b", re.I)
_LESS = re.compile(r"더\s?(?:적|낮|작)|\b(?:lower|smaller|fewer|less)\b", re.I)
_GAP = re.compile(
    r"차이|얼마나\s?더|몇\s?\S{1,3}\s?(?:이나\s?)?더|보다\s?(?:몇|얼마)|"
    r"\bhow (?:many|much) (?:more|fewer|less)\b|\bdifference\b",
    re.I,
)
LIMIT = re.compile(
    r"기준\s?(?:금?액|이)|대상\s?(?:금?액)|한도|\bthresholds?\b|\blimits?\b", re.IGNORECASE
)
"""What asks for a bound that something begins or ends at."""
_COMPARING = re.compile(r"\bvs\.?\b|비교|각각|\bcompare", re.I)
_NOT_ASKED = frozenset("더 많 적 높 낮 크 작 쪽 곳 more fewer less higher lower larger two".split())
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def pair(
    asked: Understanding, candidates: Sequence[Candidate], options: PairOptions | None = None
) -> Paired | None:
    """Two places' figures or grades of one kind; None where either has none in its year.

    Which has more, or how far they are apart, is reckoned where that is asked.
    """
    options = options or PairOptions()
    text = asked.text
    is_gap = _GAP.search(text) is not None
    picks = bool(_MORE.search(text) or _LESS.search(text))
    if not asked.compares_places or len(asked.places) != 2:
        return None
    if LIMIT.search(text):
        return None  # what has to be examined from is a bound, and no figure of a year
    if not (is_gap or picks or asked.asks(Asked.MULTIPLE) or _COMPARING.search(text)):
        return None
    sides = []
    for place, year in zip(asked.places, _years(asked), strict=True):
        own = [
            one.evidence
            for one in candidates
            if place_fits(one.evidence, place)
            and (year is None or year_fits_alone(one.evidence, year))
        ]
        sides.append(_stated(asked, own, year, options))
    fitting = [
        (one, other)
        for one, other in product(*sides)
        if one.fact.document_id != other.fact.document_id and _is_of_a_kind(one, other)
    ]
    if not fitting:
        return None
    first, second = max(fitting, key=lambda both: both[0].worth + both[1].worth)
    evidence = (first.evidence, second.evidence)
    if first.point is not None and second.point is not None and asked.asks(Asked.MULTIPLE):
        named = zip(asked.places, (first.point, second.point), strict=True)
        computed = multiple(text, [(one.korean, point) for one, point in named], evidence)
        return Paired(evidence=evidence, computed=computed)
    if first.point is None or second.point is None or not (is_gap or picks):
        return Paired(evidence=evidence, computed=None)
    return Paired(evidence=evidence, computed=_reckoned(asked, first, second, is_gap=is_gap))


def _years(asked: Understanding) -> tuple[int | None, ...]:
    """The year that goes with each place: its own where two are named in turn, else the one."""
    if len(asked.figure_years) < 2:
        return (asked.figure_years[0] if asked.figure_years else None,) * 2
    said = tuple(int(year) for year in _YEAR.findall(asked.text))
    return said if len(said) == 2 else (None, None)


def _stated(
    asked: Understanding, own: Sequence[Evidence], year: int | None, options: PairOptions
) -> list[_Stated]:
    terms = [one for one in asked.terms if not one.is_measure and one.form not in _NOT_ASKED]
    total = sum(one.weight for one in terms) or 1.0
    found: dict[str, _Stated] = {}
    for evidence in sorted(own, key=lambda one: len(one.quote)):
        under = tight_published(" ".join((*evidence.headings, evidence.document.title)))
        for fact in evidence.facts:
            name = tight(f"{fact.name} {fact.organisation or ''}")
            worth = sum(
                one.weight * (1.0 if _met(one, name) else options.by_heading * _met(one, under))
                for one in terms
            )
            if worth / total < options.least or not any(_met(one, name) for one in terms):
                continue
            if asked.asks(Asked.GRADE):
                is_grade = fact.kind is corpus.FactKind.EVALUATION and isinstance(fact.value, str)
                if is_grade and "goal" not in fact.flags:
                    stated = _Stated(worth=worth, fact=fact, point=None, evidence=evidence)
                    found.setdefault(fact.id, stated)
                continue
            points = wanted_unit(asked, points_of(fact))
            points = [one for one in points if None in {year, one.year} or one.year == year]
            if len(points) == 1:
                stated = _Stated(worth=worth, fact=fact, point=points[0], evidence=evidence)
                found.setdefault(fact.id, stated)
    return sorted(found.values(), key=lambda one: -one.worth)[: options.most]


def _met(term: Term, text: str) -> bool:
    return any(tight(one) in text for one in (term.form, *term.renderings) if len(one) > 1)


def _is_of_a_kind(one: _Stated, other: _Stated) -> bool:
    if one.point is None or other.point is None:
        return one.point is None and other.point is None and one.fact.unit == other.fact.unit
    return one.point.unit == other.point.unit


def _reckoned(
    asked: Understanding, first: _Stated, second: _Stated, *, is_gap: bool
) -> Computed | None:
    values = [one.point.value if one.point else Decimal(0) for one in (first, second)]
    if values[0] == values[1]:
        return None
    is_least = _LESS.search(asked.text) is not None and _MORE.search(asked.text) is None
    named = [
        (place.korean, one.point)
        for place, one in zip(asked.places, (first, second), strict=True)
        if one.point is not None
    ]
    facts, evidence = (first.fact, second.fact), (first.evidence, second.evidence)
    if is_gap:
        (_, high), (_, low) = sorted(named, key=lambda one: -one[1].value)
        return Computed(
            kind=Asked.DIFFERENCE,
            expression=f"{high.said()} - {low.said()}",
            result=gap(high.value - low.value, high.unit),
            subject="차이",
            facts=facts,
            evidence=evidence,
        )
    ordered = sorted(named, key=lambda one: one[1].value, reverse=not is_least)
    said = [f"{name} {point.said()}" for name, point in ordered]
    return Computed(
        kind=Asked.MINIMUM if is_least else Asked.MAXIMUM,
        expression=(" < " if is_least else " > ").join(said),
        result=said[0],
        subject=said[0],
        facts=facts,
        evidence=evidence,
    )
