"""Peak: the year in which a figure was the largest or the smallest, of those printed with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.figure_sorts import Sort
from assistant.retrieve import Retrieved
from assistant.solver.inventory import Stated
from assistant.solver.marks import mark_of
from assistant.solver.operations import Goal, Operation
from assistant.solver.options import SolverOptions
from assistant.solver.phrases import Wanted, is_of_measure, is_unit_asked, plain, words_of
from assistant.understand import Understanding

_YEAR_ASKED = re.compile(
    r"(?<![가-힣])(?:해|연도|년도)(?:는|은|가|이|야|예요|인가요|$|\s)|언제(?:가|야|인가|인지|예요|였|입|$)|몇\s?년"
)
_TOP = r"(?:제일|가장|최고로)\s?(?:[가-힣]{1,6}[을를이가은는]?\s?)?"
_MOST = re.compile(rf"(?:{_TOP}|더\s)(?:많|크|큰|컸|높|늘)|최대|최고|최다")
_LEAST = re.compile(rf"(?:{_TOP}|더\s)(?:적|작|낮|줄)|최소|최저")
_RATED = re.compile(r"[가-힣][률율](?=[은는이가을를의\s?]|$)")
_ASIDE = frozenset("가장 제일 최고 최대 최다 최소 최저 언제 해 연도 년도 어느".split())
_FEWEST_YEARS = 2


def peak(
    asked: Understanding, stated: Sequence[Stated], retrieved: Retrieved, options: SolverOptions
) -> tuple[Goal, tuple[Stated, ...]] | None:
    """The figures of what a question names, each of another year, to be set in order; or None."""
    goal = peak_goal(asked)
    if goal is None:
        return None
    wanted = Wanted(words=goal.shared)
    two = set(asked.figure_years) if len(set(asked.figure_years)) == 2 else set[int]()
    is_rated = _RATED.search(asked.text) is not None
    runs: dict[tuple[str, tuple[int, int], str | None], list[tuple[float, Stated]]] = {}
    for one in stated:
        if one.year is None or one.figure.bound or Sort.GOAL in one.sorts:
            continue
        if (two and one.year not in two) or (is_rated and one.figure.unit != "%"):
            continue
        named = replace(goal, shared=())
        mark = mark_of(named, wanted, one, asked, retrieved, options)
        if mark > 0 and _is_of_measure(asked, one):
            # Of two years that the question names each may stand in a sentence of its own.
            key = (one.document.id, (0, 0) if two else one.group, one.figure.unit)
            runs.setdefault(key, []).append((mark, one))
    told = [run for run in runs.values() if _is_course([one for _, one in run])]
    told.sort(key=lambda run: -max(mark for mark, _ in run))
    if not told or (len(told) > 1 and _best(told[0]) - _best(told[1]) < options.even):
        return None
    figures = tuple(one for _, one in told[0])
    values = sorted(one.figure.value for one in figures)
    is_even = (
        values[0] == values[1] if goal.operation is Operation.LESS else values[-1] == values[-2]
    )
    years = tuple(Wanted(said=f"{one.year}년") for one in figures)
    return None if is_even else (replace(goal, wanted=years), figures)


def peak_goal(asked: Understanding) -> Goal | None:
    """What a question wants the best or the worst year of; None where it wants none."""
    text = plain(asked.text)
    is_most, is_least = _MOST.search(text), _LEAST.search(text)
    if len(set(asked.figure_years)) != 2 and re.search(r"더\s", text):
        return None
    if (
        asked.language != "ko"
        or _YEAR_ASKED.search(text) is None
        or bool(is_most) == bool(is_least)
    ):
        return None
    aside = _ASIDE | {term.form for term in asked.terms if term.is_verb}
    words = tuple(word for word in words_of(text, asked) if word[0] not in aside)
    operation = Operation.LESS if is_least else Operation.MORE
    return Goal(operation=operation, wanted=(), shared=words) if words else None


def _best(run: Sequence[tuple[float, Stated]]) -> float:
    return max(mark for mark, _ in run)


def _is_course(figures: Sequence[Stated]) -> bool:
    """Whether figures are of one thing, each of another year."""
    years = [one.year for one in figures]
    return len(set(years)) == len(years) >= _FEWEST_YEARS


def _is_of_measure(asked: Understanding, one: Stated) -> bool:
    if asked.unit and not is_unit_asked(asked, one.figure.unit):
        return False
    return is_of_measure(asked.text, one.figure.unit)
