"""Priors: a figure that is printed only as what a later one rose or fell from.

`2019년 예산은 5,200억원으로 전년보다 300억원 늘었다` tells the budget of 2018 as well, and
`특별회계는 587억원으로 제1회 추경보다 14억원 증가했다` what it was in that supplementary budget.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import corpus
import index
from assistant.changes import segments_of
from assistant.figures import Figure
from assistant.grammar import Asked
from assistant.matching import tight, tight_published
from assistant.operands import nouns_of, times_in
from assistant.points import Computed, say
from assistant.retrieve import Candidate, Retrieved
from assistant.shifts import Shift, shifts_in
from assistant.solver.inventory import Stated, inventory
from assistant.solver.marks import is_head_met, met_by_text
from assistant.solver.options import SolverOptions
from assistant.solver.phrases import THAN, is_unit_asked, plain, words_of
from assistant.sources import Source, facts_of, quoted
from assistant.understand import Understanding
from assistant.years import years_said

_YEAR = re.compile(r"(?P<full>(?:19|20)\d\d)|['‘’]?(?P<short>\d\d)년")
_RELATIVE = re.compile(
    r"전년(?:도)?|지난해|작년|전해|올해|금년|한\s?해(?:\s?(?:전|동안|새|사이))?|"
    r"1년\s?(?:전|동안|새|사이)|직전"
)
_THIS_YEAR = re.compile(r"올해|금년")
_EARLIER = re.compile(
    r"(?:전년(?:도)?|지난해|작년|전해|한\s?해\s?전)(?:에는|에|엔|은|는|의|도)?(?=\s|$)"
)
_UNMOVED = re.compile(
    r"(?:[가-힣]+기|[가-힣]*(?:개편|삭감|감액|증액|증원|감원|인상|인하|조정|변경|개정|확대|축소|편성|통합)|(?<![가-힣])그)\s?"
    r"(?:이전|전)(?:에는|에|엔|의|까지)?(?=\s|$)"
)
# '2021년 징수 목표는?' names a thing and a year, and asks for its figure.
_NAMED_ALONE = re.compile(r"[가-힣](?:은|는)?[\s?]*$")
_RATE = re.compile(r"[가-힣][률율](?:은|는|이|가|도|\s|\?|$)|퍼센트|프로(?![가-힣])|%")
_GRADE = re.compile(r"등급|순위|몇\s?[위등]")
_MONTH = re.compile(r"(?<!\d)(?P<month>1[0-2]|[1-9])월(?!\s?\d)")
_AVERAGE = re.compile(r"평균|비슷한|유사|다른\s")
_WHOLES = frozenset(
    "예산 예산안 추경 추경안 추가 경정 본예산 규모 금액 총액 전체 사업 목표 수 건수 이번".split()
)
"""Nouns by which a text calls the whole that it is about, whatever a question calls it."""


_STAGES = frozenset("제출 편성 확정 의결 통과 심의 요구".split())
"""What happened to a budget: no part of what it is."""
_FORMER = frozenset("원래 처음 당초 애초 기존 종전 추경 추가 경정".split())
"""What a question says of a figure that later moved, beside the name that it had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Base:
    """What a question asks the figure of: a year, the year before, or what a text calls it.

    `is_unmoved` asks what it was before it moved, whenever that was ('개편 전 정원').
    """

    year: int | None = None
    month: int | None = None
    is_earlier: bool = False
    is_unmoved: bool = False

    @property
    def is_named(self) -> bool:
        """Whether it is known by its name alone ('본예산은 원래 얼마')."""
        is_dated = self.year is not None or self.month is not None
        return not (is_dated or self.is_earlier or self.is_unmoved)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prior:
    candidate: Candidate
    after: Figure
    amount: Figure
    is_up: bool
    spans: tuple[tuple[int, int], ...]
    called: str
    worth: float

    @property
    def value(self) -> Decimal:
        """What the figure was before it moved."""
        return self.after.value + (-self.amount.value if self.is_up else self.amount.value)


def prior(
    asked: Understanding, retrieved: Retrieved, snapshot: index.Snapshot, options: SolverOptions
) -> Computed | None:
    """The figure that a later one moved from, reckoned back; None where no change tells it.

    None, too, where two changes that meet the question come to different results.
    """
    base = _base(asked)
    if base is None:
        return None
    found = sorted(_priors(asked, base, retrieved, snapshot, options), key=lambda one: -one.worth)
    even = [one for one in found if one.worth >= found[0].worth - options.even]
    if len({(one.value, one.after.unit) for one in even}) != 1 or even[0].value <= 0:
        return None
    return _computed(asked, base, even[0], snapshot, options)


def _base(asked: Understanding) -> _Base | None:
    years = asked.figure_years
    is_figure = asked.asks(Asked.AMOUNT, Asked.COUNT) or asked.unit is not None
    month = _MONTH.search(asked.text)
    is_figure = is_figure or bool((years or month) and _NAMED_ALONE.search(asked.text))
    if not is_figure or asked.compares_places or asked.language != "ko" or len(years) > 1:
        return None
    if asked.asks(Asked.DIFFERENCE, Asked.GROWTH, Asked.SUM, Asked.SHARE):
        return None
    if THAN.search(asked.text):
        return None
    if _UNMOVED.search(asked.text):
        return _Base(is_unmoved=True)
    if month is not None:
        return _Base(month=int(month["month"]), year=years[0] if years else None)
    if years:
        return _Base(year=years[0])
    return _Base(is_earlier=_EARLIER.search(asked.text) is not None)


def _priors(
    asked: Understanding,
    base: _Base,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: SolverOptions,
) -> Iterator[_Prior]:
    stated: tuple[Stated, ...] | None = None
    seen: set[tuple[str, int]] = set()
    for one in [one for one in retrieved.candidates if one.fits_place][: options.candidates]:
        document, text, start = _around(one, snapshot, options)
        if (document.id, one.evidence.passage.start) in seen:
            continue
        seen.add((document.id, one.evidence.passage.start))
        for shift in shifts_in(text):
            if not _is_asked(shift, base, text, document, asked):
                continue
            worth = _worth(shift, base, text, one, asked, retrieved, options)
            if worth is None:
                continue
            if shift.after is not None:
                own = (start + _told_from(shift, options), start + shift.end)
                yield _prior(one, shift, shift.after, (own,), worth)
                continue
            if stated is None:
                stated = inventory(asked, retrieved, snapshot, options)
            level = _level(shift, document, stated, start + shift.start)
            if level is not None:
                own = (start + _told_from(shift, options), start + shift.end)
                spans = (own, level.span)
                yield _prior(one, shift, level.figure, spans, worth)


def _around(
    one: Candidate, snapshot: index.Snapshot, options: SolverOptions
) -> tuple[corpus.Document, str, int]:
    """The section that evidence stands in: what moved may be named a paragraph before."""
    passage, document = one.evidence.passage, one.evidence.document
    request = index.RecordRequest(section_ids=(passage.section_id,))
    own = [
        other
        for other in snapshot.passages(request)
        if passage.start - options.prior_back <= other.start <= passage.start
    ]
    start = min((other.start for other in own), default=passage.start)
    return document, (snapshot.text(document.id) or "")[start : passage.end], start


def _told_from(shift: Shift, options: SolverOptions) -> int:
    """Where a quote begins that holds a change and, if it is near, what it is measured against."""
    told = shift.start if shift.told is None else min(shift.told, shift.start)
    return told if shift.end - told <= options.sources.longest else shift.start


def _prior(
    one: Candidate, shift: Shift, after: Figure, spans: tuple[tuple[int, int], ...], worth: float
) -> _Prior:
    return _Prior(
        candidate=one,
        after=after,
        amount=shift.amount,
        is_up=shift.is_up,
        spans=spans,
        called=shift.reference,
        worth=worth,
    )


def _is_asked(
    shift: Shift, base: _Base, text: str, document: corpus.Document, asked: Understanding
) -> bool:
    """Whether what a figure moved from is of the time, or has the name, that is asked about."""
    unit = shift.amount.unit
    unit = "%" if unit == "%p" else unit
    if shift.before is not None or not is_unit_asked(asked, unit):
        return False
    if (unit != "%" and _RATE.search(asked.text)) or _GRADE.search(asked.text):
        return False
    if _AVERAGE.search(shift.reference):
        return False
    if base.is_unmoved:
        return shift.after is not None
    if not shift.reference:
        return False  # what it rose from need not be the year before
    if base.month is not None:
        return _is_of_month(shift.reference, base, document)
    is_time = _YEAR.search(shift.reference) or _RELATIVE.search(shift.reference)
    if base.is_named:
        called = [tight(one) for one in nouns_of(shift.reference)]
        return not is_time and bool(called) and all(one in tight(asked.text) for one in called)
    if not is_time:
        return False
    if base.is_earlier:
        named = _YEAR.search(shift.reference)
        year = int(named["full"] or 2000 + int(named["short"])) if named else None
        return year is None or year + 1 in document.fiscal_years
    return base.year is not None and _is_of(
        shift.reference, base.year, text[shift.start : shift.end], document
    )


def _is_of_month(reference: str, base: _Base, document: corpus.Document) -> bool:
    """Whether what a figure moved from is of a month ('5월 말보다'), in a year of its document."""
    named = _MONTH.search(f"{reference} ")
    years = years_said(reference) or set(document.fiscal_years)
    if document.published_on is not None:
        years = years or {document.published_on.year}
    is_year = base.year is None or base.year in years
    return named is not None and int(named["month"]) == base.month and is_year


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


def _worth(
    shift: Shift,
    base: _Base,
    text: str,
    one: Candidate,
    asked: Understanding,
    retrieved: Retrieved,
    options: SolverOptions,
) -> float | None:
    """How well what moved is what the question names; None where it is something else."""
    document = one.evidence.document
    called = tight(shift.reference) if base.is_named else ""
    words = tuple(
        word
        for word in words_of(_UNMOVED.sub(" ", plain(asked.text)), asked)
        if word[0] not in _WHOLES
        and not (base.is_named and (tight(word[0]) in called or word[0] in _FORMER))
    )
    title = tight_published(f"{document.title} {document.publisher or ''}")
    nouns = [tight(noun) for noun in nouns_of(shift.name) if noun not in _WHOLES]
    nouns = [noun for noun in nouns if noun not in title]
    if not words:
        own = [noun for noun in nouns_of(shift.name) if noun not in _STAGES]
        is_said = bool(own) and tight(own[-1]) in tight(asked.text)
        return 1.0 if not nouns or (is_said and set(nouns) <= _STAGES) else None
    name = tight_published(shift.name)
    ways = [tight(way) for word in words for way in word]
    strange = [noun for noun in nouns if not any(noun in way or way in noun for way in ways)]
    unmet = [word for word in words if not any(tight(way) in name for way in word)]
    if (strange and unmet) or (nouns and len(unmet) == len(words)):
        return None  # of the special account when the general one is asked about
    start = shift.start if shift.name else _sentence_before(text, shift.start)
    start = min(start, _told_from(shift, options))
    sentence = tight_published(text[start : shift.end])
    headings = tight_published(" ".join(one.evidence.passage.heading_path))
    places = (name, sentence, headings, title)
    worth = met_by_text(words, places, retrieved, options)
    if worth < options.least_dated or not is_head_met(words, places[: 2 if nouns else 4]):
        return None
    return worth - options.by_strange * min(len(strange), options.most_strange)


def _sentence_before(text: str, start: int) -> int:
    """Where the sentence right before another begins; that one itself where none is."""
    earlier = [first for first, _ in segments_of(text) if first < start]
    return earlier[-1] if earlier else start


def _level(
    shift: Shift, document: corpus.Document, stated: Sequence[Stated], at: int
) -> Stated | None:
    """The figure elsewhere in the document that a change without one is of.

    `at` is where the sentence of the change begins. One that names nothing goes on from the
    sentence before, where that has one figure of its unit.
    """
    nouns = nouns_of(shift.name)
    unit = "%" if shift.amount.unit == "%p" else shift.amount.unit
    if not nouns:
        before = [one for one in stated if one.document.id == document.id and one.span[1] <= at]
        last = max((one.span for one in before), default=(0, 0), key=lambda span: span[1])
        own = [one for one in before if one.span == last and one.figure.unit == unit]
        is_next = at - last[1] <= 2 and len({one.figure.value for one in own}) == 1
        return own[0] if is_next and own[0].figure.value > shift.amount.value else None
    found = [
        one
        for one in stated
        if one.document.id == document.id
        and one.figure.unit == unit
        and one.figure.bound is None
        and one.figure.value > shift.amount.value
        and nouns
        and all(tight(noun) in one.near for noun in nouns)
        and "평균" not in one.near
    ]
    least = min((len(one.nouns) for one in found), default=0)
    plainest = [one for one in found if len(one.nouns) == least]
    return plainest[0] if len({one.figure.value for one in plainest}) == 1 else None


def _computed(
    asked: Understanding,
    base: _Base,
    one: _Prior,
    snapshot: index.Snapshot,
    options: SolverOptions,
) -> Computed:
    unit = one.after.unit or ""
    sign = "-" if one.is_up else "+"
    document = one.candidate.evidence.document
    source = Source(evidence=one.candidate.evidence, text=snapshot.text(document.id) or "", start=0)
    first, last = min(s for s, _ in one.spans), max(e for _, e in one.spans)
    spans = ((first, last),) if last - first <= options.sources.longest else one.spans
    evidence = tuple(quoted(asked, source, span, snapshot, options.sources) for span in spans)
    amount = say(one.amount.value, one.amount.unit or "")
    return Computed(
        kind=Asked.DIFFERENCE,
        expression=f"{say(one.after.value, unit)} {sign} {amount}",
        result=say(one.value, unit),
        subject=f"{base.year}년" if base.year is not None else one.called,
        facts=tuple(f for each in evidence for f in facts_of(each, (one.after, one.amount))),
        evidence=evidence,
    )
