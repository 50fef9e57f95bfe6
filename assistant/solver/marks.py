"""Marks: how well a figure meets what a question says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.frames import NEGATION
from assistant.inflections import inflections
from assistant.matching import base_of, tight
from assistant.operands import Time
from assistant.retrieve import Retrieved
from assistant.solver.deeds import same_deeds
from assistant.solver.guards import STATES, WHOLES, is_at, is_called, is_of_other_set, is_of_time
from assistant.solver.inventory import Stated
from assistant.solver.operations import Goal, Operation
from assistant.solver.options import SolverOptions
from assistant.solver.phrases import Wanted
from assistant.synonyms import synonyms
from assistant.understand import Understanding, is_measure_word

_AGAINST = re.compile(r"보다|대비|비해")
_MEASURES = re.compile(r"보다|대비|에비[하해]|[와과]견|에견")
"""What stands right behind a figure that another is measured against."""
_LAST_VERB = 8
"""Letters at the end of a sentence in which its verb stands."""
_DOER = re.compile(r"(?P<deed>[가-힣]{2,})[자아인생]")
"""Who does something, who may be counted by the deed alone ('사망자' by '사망 281명')."""


def mark_of(
    goal: Goal,
    wanted: Wanted,
    one: Stated,
    asked: Understanding,
    retrieved: Retrieved,
    options: SolverOptions,
) -> float:
    """How well a figure meets its description; 0 where it does not."""
    if not _is_of_sort(wanted, one):
        return 0.0
    year = _year_of(wanted, one)
    is_other_year = year is not None and not wanted.values and one.year not in {None, year}
    if is_other_year and year not in one.years and not is_at(wanted.offset, one):
        return 0.0
    if wanted.unlike is not None and is_of_time(wanted.unlike, one):
        return 0.0
    if not is_called(wanted, one) or is_of_other_set(asked.text, one):
        return 0.0
    is_year_only = not wanted.words and not wanted.is_open
    is_of_document = one.year is None and year in one.document_years
    if is_year_only and one.year is None and not is_of_document:
        return 0.0
    own, is_near = _met(
        wanted.words or (() if wanted.is_open else goal.shared), one, retrieved, options
    )
    if wanted.values and goal.operation is Operation.SHARE:
        own, is_near = max(own, options.by_value), True
    if _is_of_another(wanted, one):
        return 0.0
    shared, _ = _met(goal.shared, one, retrieved, options)
    is_named = is_near or _is_numbered(wanted) or _is_told_by_time(goal, wanted, one)
    is_named = is_named or (bool(wanted.sorts) and not one.nouns)
    if wanted.words and (own < options.least_own or not is_named):
        return 0.0
    places = (one.near, one.before, one.behind, one.sentence, one.headings, one.title)
    # What was left out may be called by what was done with it ('접수', '제안') alone.
    if not wanted.denied and not is_head_met(wanted.words, places):
        return 0.0
    if is_year_only and own < options.least_dated:
        return 0.0
    if goal.shared and shared < options.least_shared:
        return 0.0
    said = tight(f"{asked.text} {asked.search_text}")
    ways = [way for word in (*wanted.words, *goal.shared) for way in _ways(word)]
    strange = [
        noun
        for noun in one.nouns
        if tight(noun) not in said
        and tight(noun) not in one.title
        and not any(way in tight(noun) or tight(noun) in way for way in ways)
    ]
    penalty = options.by_strange * min(len(strange), options.most_strange)
    is_base = len(goal.wanted) == 2 and wanted is goal.wanted[1]
    if (_AGAINST.search(one.near) and not _AGAINST.search(said)) or (
        not is_base and _MEASURES.match(one.behind)
    ):
        penalty += options.by_year  # '지난해보다 15개': what it is measured against is another
    penalty += options.by_year if is_other_year else 0.0
    penalty += options.by_document if is_year_only and is_of_document else 0.0
    weight = options.shared if goal.shared else 0.0
    return (1 - weight) * own + weight * shared - penalty + (0.05 if is_near else 0.0) + 0.01


def _year_of(wanted: Wanted, one: Stated) -> int | None:
    """The year of a description; one counted from now is counted from the day of a document."""
    published = one.document.published_on
    if wanted.offset is None or published is None:
        return wanted.year
    return published.year + wanted.offset


def _is_of_sort(wanted: Wanted, one: Stated) -> bool:
    """Whether a figure is of the sort that is described, and its clause says what is denied."""
    if not wanted.sorts <= one.sorts or wanted.not_sorts & one.sorts:
        return False
    clause = f"{one.near} {one.behind}"
    if wanted.denied and NEGATION.search(clause):
        return False
    is_dated = one.year is not None or is_at(wanted.offset, one)
    if wanted.offset and not wanted.denied and not wanted.is_open and not is_dated:
        return False
    # '30개 사업, 20억원을 편성했다': the verb at the end says it of each.
    clause += one.sentence[-_LAST_VERB:]
    return not wanted.denied or any(way in clause for way in _ways(same_deeds(wanted.denied)))


def _is_told_by_time(goal: Goal, wanted: Wanted, one: Stated) -> bool:
    """Whether a figure can be known without its name, by the time or as its document's whole."""
    if not goal.is_since:
        return False
    time = Time(year=wanted.year, offset=wanted.offset)
    is_bare = (
        all(noun in STATES for noun in one.called) and time != Time() and is_of_time(time, one)
    )
    return is_bare or (bool(one.nouns) and all(noun in WHOLES for noun in one.nouns))


def is_under(wanted: Wanted, one: Stated, retrieved: Retrieved, options: SolverOptions) -> bool:
    """Whether the sentence and headings of a part speak of the whole that is described."""
    places = (one.near, one.sentence, one.headings, "")
    return met_by_text(wanted.words, places, retrieved, options) >= options.least_own


def is_told_apart(wanted: Wanted, others: Sequence[Wanted], one: Stated) -> bool:
    """Whether a figure is called by a word of its description that no other description has."""
    common = {word[0] for other in others for word in other.words}
    own = [word for word in wanted.words if word[0] not in common]
    if not own or wanted.values or wanted.sorts or _is_numbered(wanted):
        return True
    return any(
        way in text if len(way) > 1 else way in one.forms
        for word in own
        for way in _ways(word)
        for text in (one.near, one.before, one.behind)
    )


def is_head_met(words: Sequence[tuple[str, ...]], places: Sequence[str]) -> bool:
    """Whether the last of some words, which tells what is counted, stands in one of the texts."""
    if not words or any(is_measure_word(way) for way in words[-1]):
        return True
    return any(way in text for way in _ways(words[-1]) for text in places)


def is_in(word: tuple[str, ...], text: str) -> bool:
    """Whether a word stands in a tight text in any of its ways."""
    return any(way in text for way in _ways(word))


def met_by_text(
    words: Sequence[tuple[str, ...]],
    places: tuple[str, str, str, str],
    retrieved: Retrieved,
    options: SolverOptions,
) -> float:
    """How much of some words a name, its sentence, headings and title meet, by weight."""
    strengths = (1.0, options.behind, options.in_heading, options.in_title)
    total = met = 0.0
    for word in words:
        weight = retrieved.weights.get(word[0], 0.5)
        found = [
            strength
            for strength, text in zip(strengths, places, strict=True)
            if any(way in text for way in _ways(word))
        ]
        total, met = total + weight, met + weight * max(found, default=0.0)
    return met / total if total else 0.0


def _is_of_another(wanted: Wanted, one: Stated) -> bool:
    """Whether a figure is said to be of another number of a row of things ('2기' for '1기')."""
    for word in wanted.words:
        number = re.fullmatch(r"(\d+)(\D+)", word[0])
        if number is None or word[0] in one.sentence:
            continue
        if re.search(rf"\d{re.escape(number[2])}", f"{one.near} {one.sentence}"):
            return True
    return False


def _is_numbered(wanted: Wanted) -> bool:
    """Whether a description is a number of a row of things ('1기'), which headings say for all."""
    return all(word[0][:1].isdigit() for word in wanted.words)


def _met(
    words: Sequence[tuple[str, ...]], one: Stated, retrieved: Retrieved, options: SolverOptions
) -> tuple[float, bool]:
    """How much of some words what is said of a figure meets by weight; whether its name does."""
    total = met = 0.0
    is_near = False
    for word in words:
        weight = retrieved.weights.get(word[0], 0.5)
        strength = 0.0
        for way in _ways(word):
            if len(way) == 1:
                strength = max(strength, 1.0 if way in one.forms else 0.0)
            elif way in one.near:
                strength, is_near = 1.0, True
                break
            elif way in one.before or way in one.behind:
                strength, is_near = max(strength, options.behind), True
            elif way in one.sentence:
                strength = max(strength, options.in_sentence)
            elif way in one.headings:
                strength = max(strength, options.in_heading)
            elif way in one.title:
                strength = max(strength, options.in_title)
        total, met = total + weight, met + weight * strength
    return (met / total if total else 0.0), is_near


@lru_cache(maxsize=20_000)
def _ways(word: tuple[str, ...]) -> tuple[str, ...]:
    """A word as texts may have it, tight."""
    ways = [*word, base_of(word[0]), *synonyms(word[0])]
    if (doer := _DOER.fullmatch(word[0])) is not None:
        ways.append(doer["deed"])
    if word[0] and not word[0][-1].isdigit():
        ways += inflections(word[0])
    first = tight(word[0])
    return tuple(dict.fromkeys(one for way in ways if len(one := tight(way)) > 1 or one == first))
