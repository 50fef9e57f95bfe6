"""States: one figure in two states, of which a text names the second by its time or sort alone.

`2022년에는 221건에서 17억원을 줄였다` calls what was saved by no name that a question uses, and
`84억원(전년 112억원)` leaves the name to its heading. That the two are of one thing shows in how
they are set: in one line, under one name, or in a sentence that only says the other time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.figure_sorts import Sort, sorts_in
from assistant.frames import DOWN, UP
from assistant.grammar import Asked
from assistant.operands import Time, times_in
from assistant.retrieve import Retrieved
from assistant.solver.guards import STATES, WHOLES, is_of_other_set, is_of_time
from assistant.solver.inventory import Stated
from assistant.solver.marks import is_head_met, is_in, met_by_text
from assistant.solver.operations import Goal, Operation
from assistant.solver.options import SolverOptions
from assistant.solver.phrases import (
    THAN,
    Wanted,
    as_comparison,
    asked_behind,
    is_of_measure,
    is_unit_asked,
    known_before,
    only_year,
    plain,
    words_of,
)
from assistant.solver.sorts import phrase_start
from assistant.understand import Understanding
from assistant.wishes import ASIDE, is_against

_MUCH = re.compile(
    r"얼마|몇\s?\S|"
    r"(?:더\s\S{1,8}|(?:늘|줄|불|오|내|넘|깎|모자|초과|부족|증가|감소|증액|감액)\S{0,4})\s"
    r"(?:금액|액수|돈|건수|인원|점수|폭|수|양|규모)"
)
_OTHERWISE = re.compile(
    r"몇\s?(?:년|월|시|위(?!인)|등(?!급)|번째|차(?![가-힣])|회차)|얼마나\s?자주|언제"
)
_TIMES = re.compile(r"몇\s?배")
_GROWN = re.compile(r"몇\s?(?:%|퍼센트|프로)(?!\s?[pP포])|(?:증가|감소|성장|증감|상승|인상)[률율]")
_RATED = re.compile(r"[가-힣][률율](?=[은는이가을를의,\s?]|$)")
_TOLD = frozenset({Sort.GOAL, Sort.AVERAGE, Sort.FIRST})
_NO_STATE = frozenset({Sort.GOAL, Sort.AVERAGE})
_RATES = frozenset({"%", "%p", "위", "등급", "년", "월", "일"})
_YEAR_BEFORE = re.compile(r"전년|전해")
_TWICE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Base:
    """What something is measured against: a time, a sort, or a number in a row ('2차 보고회')."""

    time: Time | None
    sorts: frozenset[Sort]
    numbered: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """A figure and the one that it is measured against, and how well both meet a question."""

    figures: tuple[Stated, Stated]
    worth: float


def states_goal(asked: Understanding) -> Goal | None:
    """What a question asks of two states of one figure; None where it asks for nothing of it."""
    text = as_comparison(plain(asked.text))
    if asked.language != "ko" or _MUCH.search(text) is None or _OTHERWISE.search(text):
        return None
    if THAN.search(f"{text} ") is None or asked.asks(Asked.SUM):
        return None
    operation = Operation.GAP
    if _TIMES.search(text):
        operation = Operation.TIMES
    elif _GROWN.search(text):
        operation = Operation.GROWTH
    both = (Wanted(), Wanted())
    return Goal(operation=operation, wanted=both, shared=(), unit=asked.unit or "", is_since=True)


def states(
    asked: Understanding,
    goal: Goal,
    stated: Sequence[Stated],
    retrieved: Retrieved,
    options: SolverOptions,
) -> tuple[Stated, Stated] | None:
    """The two figures of a question's thing in both of its states, the one asked about first.

    None where it says no other state, where no text sets two figures so, or where two pairs that
    meet it equally well are of other values.
    """
    read = _read(asked)
    if read is None:
        return None
    base, words = read
    found = sorted(
        _pairs(asked, goal, base, words, stated, retrieved, options), key=lambda one: -one.worth
    )
    even = [one for one in found if one.worth >= found[0].worth - options.even]
    values = {tuple(each.figure.value for each in one.figures) for one in even}
    return even[0].figures if len(values) == 1 else None


def _read(asked: Understanding) -> tuple[_Base, tuple[tuple[str, ...], ...]] | None:
    """What a question measures against, and the words by which it names what it measures."""
    text = f"{as_comparison(plain(asked.text))} "
    than = THAN.search(text)
    if than is None:
        return None
    start = phrase_start(text[: than.start()])
    phrase = text[start : than.start()]
    rest = f"{text[:start]} {asked_behind(text[than.end() :])}"
    times = [time for time, _ in times_in(phrase)]
    said = words_of(phrase, asked)
    base = _Base(
        time=_dated(times[-1], asked) if times else None,
        sorts=(sorts_in(phrase) & _TOLD) - sorts_in(rest),
        numbered=tuple(word for word in said if word[0][:1].isdigit()),
    )
    if base.time is None and not base.sorts and not base.numbered:
        return None
    own = words_of(rest, asked) or known_before(asked)
    own = own or tuple(word for word in said if word not in base.numbered)
    return base, tuple(word for word in own if _names(word[0]))


def _names(word: str) -> bool:
    is_course = word in ASIDE or word in STATES or UP.search(word) or DOWN.search(word)
    return not is_course and word not in {"목표", "실적"}


def _dated(time: Time, asked: Understanding) -> Time:
    """A year counted from the one that a question says ('2025년이 전년보다'), else from now."""
    year = only_year(asked)
    if time.year is None and time.offset is not None and time.offset < 0 and year is not None:
        return Time(year=year + time.offset, offset=time.offset)
    return time


def _pairs(
    asked: Understanding,
    goal: Goal,
    base: _Base,
    words: tuple[tuple[str, ...], ...],
    stated: Sequence[Stated],
    retrieved: Retrieved,
    options: SolverOptions,
) -> Iterator[_Pair]:
    usable = [one for one in stated if _is_usable(asked, goal, one)]
    bases = [one for one in usable if _is_base(base, one)]
    others = [one for one in usable if bases and not _is_base(base, one) and _is_now(asked, one)]
    for other in others:
        for one in bases:
            if not _are_alike(other, one) or not _is_moved_as_said(asked, goal, other, one):
                continue
            set_so = _set(other, one, words, options)
            if set_so is None:
                continue
            worth = _worth(asked, other, one, words, retrieved, options)
            if worth is not None:
                yield _Pair(figures=(other, one), worth=worth + set_so)


def _is_usable(asked: Understanding, goal: Goal, one: Stated) -> bool:
    figure = one.figure
    if figure.unit is None or figure.bound is not None or figure.value <= 0:
        return False
    if is_of_other_set(asked.text, one) or not is_of_measure(asked.text, figure.unit):
        return False
    if _RATED.search(asked.text) and not asked.unit and figure.unit != "%":
        return False
    if goal.operation is not Operation.GAP:
        return figure.unit not in _RATES
    return is_unit_asked(asked, figure.unit) and figure.unit not in _RATES - {"%"}


def _is_base(base: _Base, one: Stated) -> bool:
    """Whether a figure is of the other state: its time, its sort and its number."""
    if base.time is not None and not is_of_time(base.time, one):
        is_before = base.time.offset == one.offset == -1
        if not is_before or _YEAR_BEFORE.search(f"{one.near} {one.before}") is None:
            return False  # '전년' counts from the year told, and not from the day of a document
    if not base.sorts <= one.sorts:
        return False
    return all(is_in(word, f"{one.before} {one.sentence}") for word in base.numbered)


def _is_now(asked: Understanding, one: Stated) -> bool:
    """Whether a figure can be the one that is asked about: of its year, and no goal or average."""
    year = only_year(asked)
    if year is not None and one.year not in {None, year}:
        return False
    return not (one.sorts & _NO_STATE) or bool(one.sorts & sorts_in(asked.text))


def _are_alike(other: Stated, one: Stated) -> bool:
    return (
        other.document.id == one.document.id
        and other.figure.unit == one.figure.unit
        and other.figure.value != one.figure.value
        and other.figure.start != one.figure.start
    )


def _is_moved_as_said(asked: Understanding, goal: Goal, other: Stated, one: Stated) -> bool:
    if goal.operation is Operation.TIMES:
        return True
    return not is_against(asked, is_up=other.figure.value > one.figure.value)


def _set(
    other: Stated, one: Stated, words: tuple[tuple[str, ...], ...], options: SolverOptions
) -> float | None:
    """What speaks for two figures being of one thing, by how they are set; None where nothing."""
    high, low = sorted((other.figure.value, one.figure.value), reverse=True)
    near = options.together / 2 if high < _TWICE * low else 0.0
    if other.group == one.group:
        between = one.called and other.called and not set(one.called) & set(other.called)
        strange = [noun for noun in one.nouns if not _is_known(noun, other, words)]
        return None if between and strange else near + options.together
    if set(one.nouns) & set(other.nouns) - WHOLES:
        return near + options.together / 2
    if any(not _is_known(noun, other, words) for noun in one.called):
        return None
    return near


def _is_known(noun: str, other: Stated, words: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a noun is of the question, of the other figure's sentence, or of any whole."""
    if noun in STATES or noun in WHOLES or noun in f"{other.sentence} {other.near}":
        return True
    return any(noun in way or way in noun for word in words for way in word if len(way) > 1)


def _worth(
    asked: Understanding,
    other: Stated,
    one: Stated,
    words: tuple[tuple[str, ...], ...],
    retrieved: Retrieved,
    options: SolverOptions,
) -> float | None:
    """How much of a question's words the two and what stands over them meet; None for too few."""
    around = f"{other.before} {other.behind} {other.sentence}"
    places = (other.near, around, other.headings, other.title)
    met = met_by_text(words, places, retrieved, options)
    if not words or met < options.least_dated or not is_head_met(words, places):
        return None
    numbered = [word for word in words if word[0][:1].isdigit()]
    if not all(is_in(word, f"{other.near} {around}") for word in numbered):
        return None  # '6급' is no other state of '5급'
    ways = [way for word in words for way in word]
    strange = [
        noun
        for noun in other.nouns
        if noun not in other.title
        and noun not in asked.text.replace(" ", "")
        and not any(way in noun or noun in way for way in ways)
    ]
    penalty = options.by_strange * min(len(strange), options.most_strange)
    penalty += options.by_document if other.is_headline else 0.0
    bonus = options.by_strange if "얼마" in asked.text and other.figure.unit == "원" else 0.0
    return met - penalty + bonus
