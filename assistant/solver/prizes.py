"""Prizes: how many won one, added up over the classes that a text lists.

'최우수 4곳, 우수 9곳, 장려 7곳' has 20 that won, which no line says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.grammar import same_unit
from assistant.matching import tight_published
from assistant.retrieve import Retrieved
from assistant.solver.inventory import Stated
from assistant.solver.marks import met_by_text
from assistant.solver.operations import Goal, Operation
from assistant.solver.options import SolverOptions
from assistant.solver.phrases import Wanted, plain, words_of
from assistant.understand import Understanding

_WON = re.compile(
    r"(?<![가-힣])상(?:을|도)?\s?(?:받|탄|타\S*)|(?:수상|입상|시상|포상|표창)(?:을|도)?\s?(?:받|한|된)|입상"
)
_CLASS = re.compile(
    r"(?:^|[가-힣])(?P<name>최우수|(?<!최)우수|장려|대상|최고|특별|금상|은상|동상|노력|도약|으뜸|버금)(?:상)?"
    r"(?:부서|기관|팀|마을|학교|작품|작)?$"
)
_DEED = re.compile(r"받|상$|수상|입상|시상|포상|표창|타$|부서|기관|작품|학교|마을|공무원|직원")
_FEWEST = 2


def prizes(
    asked: Understanding, stated: Sequence[Stated], retrieved: Retrieved, options: SolverOptions
) -> tuple[Goal, tuple[Stated, ...]] | None:
    """The figure of each class of a prize, to be added up; None where that is not asked for.

    All are of one section and unit, each class has one figure, and the text speaks of what the
    question does.
    """
    goal = prize_goal(asked)
    if goal is None:
        return None
    runs: dict[tuple[str, str | None], dict[str, Stated]] = {}
    spoilt: set[tuple[str, str | None]] = set()
    for one in stated:
        found = _CLASS.search(one.before)
        if found is None or one.figure.bound or not same_unit(asked.unit or "", one.figure.unit):
            continue
        key = (one.passage.section_id, one.figure.unit)
        known = runs.setdefault(key, {}).setdefault(found["name"], one)
        if known.figure.value != one.figure.value:
            spoilt.add(key)
    told = [
        tuple(run.values())
        for key, run in runs.items()
        if key not in spoilt and len(run) >= _FEWEST and _is_of(goal, run, retrieved, options)
    ]
    return (goal, told[0]) if len(told) == 1 else None


def prize_goal(asked: Understanding) -> Goal | None:
    """What a question wants counted of those that won; None where it wants one class or none."""
    text = plain(asked.text)
    if asked.language != "ko" or not asked.unit or _WON.search(text) is None:
        return None
    if re.search(r"최우수|우수|장려|(?<![가-힣])(?:못|안)\s|않", text):
        return None
    words = tuple(word for word in words_of(text, asked) if _DEED.search(word[0]) is None)
    return Goal(operation=Operation.SUM, wanted=(Wanted(),), shared=words, unit=asked.unit)


def _is_of(
    goal: Goal, run: dict[str, Stated], retrieved: Retrieved, options: SolverOptions
) -> bool:
    """Whether what lists the classes speaks of what the question does."""
    # What is judged is named before the classes, in another sentence of the passage.
    places = [
        (one.near, tight_published(one.passage.text), one.headings, one.title)
        for one in run.values()
    ]
    met = max(met_by_text(goal.shared, each, retrieved, options) for each in places)
    return not goal.shared or met >= options.least_own
