"""Relative times: '올해', '내년' and '지난해' in a question, held against those of the statements.

Who asks for '올해 목표' of a text that tells the goal of last year and that of this one means the
second, whatever day it is: such words count from the day on which the text came out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import corpus
from assistant.retrieve import Candidate, Retrieved
from assistant.understand import Understanding
from assistant.years import years_said


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeTimeOptions:
    """What a statement of the year meant gains, and one of other years alone loses.

    Where a question names no time, one that tells of the year before alone, or only how far a
    figure moved from that year's, loses `before`. What
    meets less than `least_met` of the words that the best one meets gains nothing: another goal of
    the same year is no answer. A goal that is named as such gains `meant` where it is asked what
    somebody is out to get ('따내려는 국비').
    """

    own: float = 0.22
    other: float = 0.15
    before: float = 0.03
    least_met: float = 0.7
    meant: float = 0.1


_WORDS = (
    (re.compile(r"재작년|지지난해|그러께"), -2),
    (re.compile(r"(?<!재)작년|(?<!지)지난해|전년도?|\blast year\b", re.IGNORECASE), -1),
    (re.compile(r"올\s?한?\s?해|올(?=\s)|금년|\bthis year\b", re.IGNORECASE), 0),
    (re.compile(r"내년|새해|\bnext year\b", re.IGNORECASE), 1),
    (re.compile(r"내후년|후년"), 2),
)
# What a figure is held against is of its own year: '올해 본예산 1조 2천억 원보다 5백억 원 증가'.
_BASIS = re.compile(
    r"(?:재작년|작년|지난해|전년도?|올해|금년|(?:19|20)\d\d년)(?:[^,.\n]|[,.](?=\d)){0,30}?"
    r"(?:보다|대비|에\s?비[해하]|[와과]\s?(?:견[주줘]|비교)|에\s?견[주줘])"
)
_MOVED = re.compile(
    r"\s?(?:정도|가량|이나)?(?:이|가|을|를)?\s?(?:더\s)?(?:늘|줄|증가|감소|증액|감액|많|적|올|내[린려]|상승|하락)"
)
_OUT_TO_GET = re.compile(
    r"(?:따내|확보하|얻으|받아내|거두|걷으|끌어오|유치하|올리|줄이|늘리|채우|이루)려(?:는|고|던)|"
    r"(?:따낼|확보할|거둘|유치할)\s(?:계획|예정|생각|작정)"
)
_GOAL_NAMED = re.compile(r"목표(?:액|치|율|량)?(?:는|은|를|로)?\s?(?:[:：]|약|총|모두)?\s?[\d(]")
_BRACKET = re.compile(r"\([^()\n]{0,40}\)")


def timed(
    asked: Understanding, retrieved: Retrieved, options: RelativeTimeOptions | None = None
) -> Retrieved:
    """The same candidates; a statement of the year that a question means by such a word is better.

    A question that names several times, or a year in digits, is left alone.
    """
    options = options or RelativeTimeOptions()
    wanted = offsets_in(_BASIS.sub(" ", asked.text))

    best = max((one.coverage for one in retrieved.candidates if one.fits), default=0.0)

    is_meant = _OUT_TO_GET.search(asked.text) is not None

    def of_goal(one: Candidate) -> Candidate:
        is_goal = is_meant and _GOAL_NAMED.search(one.evidence.quote) is not None
        return replace(one, score=one.score + options.meant) if is_goal else one

    is_open = len(wanted) < 2 and not asked.figure_years

    def of_it(one: Candidate) -> Candidate:
        if not is_open:
            return one
        told = offsets_of(one.evidence.quote, one.evidence.document)
        if not wanted:
            is_weak = told == {-1} or tells_change_alone(one.evidence.quote)
            return replace(one, score=one.score - options.before) if is_weak else one
        if not told or (wanted & told and one.coverage < best * options.least_met):
            return one
        return replace(one, score=one.score + (options.own if wanted & told else -options.other))

    candidates = sorted(map(of_it, map(of_goal, retrieved.candidates)), key=lambda one: -one.score)
    return replace(retrieved, candidates=tuple(candidates))


def offsets_in(text: str) -> frozenset[int]:
    """The years that a text says by such words, counted from its own year."""
    return frozenset(offset for pattern, offset in _WORDS if pattern.search(text))


def offsets_of(quote: str, document: corpus.Document) -> frozenset[int]:
    """The years of which a quote tells, counted from the year in which its document came out.

    Years in digits count where that year is known; what a figure is only held against does not.
    """
    told = _BASIS.sub(" ", _BRACKET.sub(" ", quote))
    found = set(offsets_in(told))
    own_year = _year_of(document)
    if own_year is not None:
        found |= {year - own_year for year in years_said(told)}
    return frozenset(found)


def tells_change_alone(quote: str) -> bool:
    """Whether a quote holds a figure against that of another year and prints but how far it moved.

    '올해 본예산 8,700억 원보다 420억 원(4.8%) 증가한 규모다' does not say what the budget is.
    """
    told, count = _BASIS.subn(" ", _BRACKET.sub(" ", quote))
    amounts = corpus.find_amounts(told) if count else ()
    return bool(amounts) and all(_MOVED.match(told, one.end) for one in amounts)


def _year_of(document: corpus.Document) -> int | None:
    """The year in which a document came out; one about last year came out in the year after."""
    if document.published_on is not None:
        return document.published_on.year
    offsets = offsets_in(_BASIS.sub(" ", document.title))
    if len(document.fiscal_years) != 1 or len(offsets) != 1:
        return None
    (offset,) = offsets
    return document.fiscal_years[0] - offset
