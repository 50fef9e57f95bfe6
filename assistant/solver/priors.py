"""Priors: a figure of a year that is printed only as what a later one rose or fell from.

`2019년 예산은 5,200억원으로 전년보다 300억원 늘었다` tells the budget of 2018 as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import corpus
import index
from assistant.changes import MOVED, segments_of
from assistant.figures import Figure, read_figures
from assistant.grammar import Asked
from assistant.matching import tight_published
from assistant.operands import times_in
from assistant.points import Computed, say
from assistant.retrieve import Candidate, Retrieved
from assistant.solver.marks import is_head_met, met_by_text
from assistant.solver.options import SolverOptions
from assistant.solver.phrases import is_unit_asked, plain, words_of
from assistant.sources import Source, facts_of, quoted
from assistant.understand import Understanding

_AGAINST = re.compile(
    r"(?:전년(?:도)?|지난해|작년|전해|한\s?해\s?전|직전|올해|금년|(?:19|20)\d\d년도?|['‘’]\d\d년?)"
    r"[가-힣\s]{0,8}?(?:보다|대비|에\s?비[해하])"
)
_YEAR = re.compile(r"(?P<full>(?:19|20)\d\d)|['‘’](?P<short>\d\d)")
_RATE = re.compile(r"\s?\(\s?\d[\d.,]*\s?(?:%|퍼센트)\s?\)")
_REFERENCE = 40
"""Letters before a change in which it is said what it is measured against."""
_LABEL = 40
"""Letters before a figure in which its name stands."""
_THIS_YEAR = re.compile(r"올해|금년")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prior:
    candidate: Candidate
    after: Figure
    amount: Figure
    is_up: bool
    span: tuple[int, int]
    worth: float

    @property
    def value(self) -> Decimal:
        """What the figure was before it moved."""
        return self.after.value + (-self.amount.value if self.is_up else self.amount.value)


def prior(
    asked: Understanding, retrieved: Retrieved, snapshot: index.Snapshot, options: SolverOptions
) -> Computed | None:
    """The figure of the year asked about, reckoned back from the year after; None without one.

    None, too, where two changes that meet the question come to different results.
    """
    is_figure = asked.asks(Asked.AMOUNT, Asked.COUNT) or asked.unit is not None
    years = asked.figure_years
    if len(years) != 1 or not is_figure or asked.compares_places or asked.language != "ko":
        return None
    if asked.asks(Asked.DIFFERENCE, Asked.GROWTH, Asked.SUM, Asked.SHARE):
        return None
    found = sorted(_priors(asked, years[0], retrieved, options), key=lambda one: -one.worth)
    even = [one for one in found if one.worth >= found[0].worth - options.even]
    if len({(one.value, one.after.unit) for one in even}) != 1:
        return None
    return _computed(asked, years[0], even[0], snapshot, options)


def _priors(
    asked: Understanding, year: int, retrieved: Retrieved, options: SolverOptions
) -> Iterator[_Prior]:
    words = words_of(plain(asked.text), asked)
    seen: set[tuple[str, int]] = set()
    for one in [one for one in retrieved.candidates if one.fits_place][: options.candidates]:
        passage, document = one.evidence.passage, one.evidence.document
        if (document.id, passage.start) in seen:
            continue
        seen.add((document.id, passage.start))
        yield from _of_passage(one, year, words, asked, retrieved, options)


def _of_passage(
    one: Candidate,
    year: int,
    words: tuple[tuple[str, ...], ...],
    asked: Understanding,
    retrieved: Retrieved,
    options: SolverOptions,
) -> Iterator[_Prior]:
    passage, document = one.evidence.passage, one.evidence.document
    text = passage.text
    figures = [one for one in read_figures(text).figures if one.bound is None]
    for number, amount in enumerate(figures):
        rate = _RATE.match(text, amount.end)
        moved = MOVED.match(text, rate.end() if rate else amount.end)
        near = text[max(0, amount.start - _REFERENCE) : amount.start]
        against = list(_AGAINST.finditer(near))
        if moved is None or not against or not is_unit_asked(asked, amount.unit):
            continue
        before = [
            other
            for other in figures[:number]
            if other.unit == amount.unit
            and other.value > amount.value
            and amount.start - other.end <= options.prior_apart
        ]
        if not before:
            continue
        after = before[-1]
        segments = segments_of(text)
        first = next(s for s, e in segments if s <= after.start < e)
        last = next(e for s, e in segments if s <= amount.start < e)
        label = text[max(first, after.start - _LABEL) : after.start]
        if not _is_of(against[-1].group(), year, f"{label}{near}", document):
            continue
        places = (
            tight_published(label),
            tight_published(text[first:last]),
            tight_published(" ".join(passage.heading_path)),
            tight_published(f"{document.title} {document.publisher or ''}"),
        )
        worth = met_by_text(words, places, retrieved, options)
        if worth >= options.least_dated and is_head_met(words, places[:2]):
            yield _Prior(
                candidate=one,
                after=after,
                amount=amount,
                is_up=moved["up"] is not None,
                span=(passage.start + first, passage.start + last),
                worth=worth,
            )


def _is_of(reference: str, year: int, around: str, document: corpus.Document) -> bool:
    """Whether what a figure moved from is of a year, which its words or its document tell."""
    named = _YEAR.search(reference)
    if named is not None:
        return int(named["full"] or 2000 + int(named["short"])) == year
    published = document.published_on.year if document.published_on else None
    if _THIS_YEAR.search(reference):
        return published == year
    said = {time.year for time, _ in times_in(around) if time.year is not None}
    told = said or set(document.fiscal_years)
    return told == {year + 1} if told else published == year + 1


def _computed(
    asked: Understanding,
    year: int,
    one: _Prior,
    snapshot: index.Snapshot,
    options: SolverOptions,
) -> Computed:
    unit = one.after.unit or ""
    sign = "-" if one.is_up else "+"
    text = snapshot.text(one.candidate.evidence.document.id) or ""
    source = Source(evidence=one.candidate.evidence, text=text, start=0)
    evidence = quoted(asked, source, one.span, snapshot, options.sources)
    return Computed(
        kind=Asked.DIFFERENCE,
        expression=f"{say(one.after.value, unit)} {sign} {say(one.amount.value, unit)}",
        result=say(one.value, unit),
        subject=f"{year}년",
        facts=facts_of(evidence, (one.after, one.amount)),
        evidence=(evidence,),
    )
