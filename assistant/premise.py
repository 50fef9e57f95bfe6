"""What a question takes for granted: a trend or a grade that the documents contradict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.evidence import Evidence
from assistant.grammar import FALLING, RISING, Asked
from assistant.points import points_of, say
from assistant.retrieve import Candidate
from assistant.understand import Understanding

_GRADE = re.compile(r"['‘’]?\s?([가나다라마]|[1-9])\s?['‘’]?\s?등급")
_STILL = re.compile(r"계속|꾸준히|매년|해마다|연속|이유|왜|까닭")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A premise that is not so: what the question supposes and what the evidence says instead."""

    supposed: str
    stated: str
    evidence: Evidence


def contradiction(asked: Understanding, good: Sequence[Candidate]) -> Contradiction | None:
    """The first premise of a question that its best evidence contradicts; None if it stands."""
    for one in good[:3]:
        found = _trend(asked, one.evidence) or _grade(asked, one.evidence)
        if found is not None:
            return found
    return None


def _trend(asked: Understanding, evidence: Evidence) -> Contradiction | None:
    """'계속 늘어난 이유' supposes a rise; the figures of one unit over the years tell."""
    rises, falls = bool(RISING.search(asked.text)), bool(FALLING.search(asked.text))
    if rises == falls or not _STILL.search(asked.text):
        return None
    wanted = "원" if asked.asks(Asked.AMOUNT) else None
    course: dict[str, dict[int, Decimal]] = {}
    for fact in evidence.facts:
        for point in points_of(fact):
            is_wanted = (wanted is None and point.unit != "원") or point.unit == wanted
            if point.year is not None and is_wanted:
                course.setdefault(point.unit, {}).setdefault(point.year, point.value)
    for unit, values in course.items():
        ordered = [values[year] for year in sorted(values)]
        if len(ordered) < 2:
            continue
        went_up = ordered[-1] > ordered[0]
        if (rises and not went_up) or (falls and went_up):
            stated = " → ".join(f"{year}년 {say(values[year], unit)}" for year in sorted(values))
            return Contradiction(
                supposed="증가" if rises else "감소", stated=stated, evidence=evidence
            )
    return None


def _grade(asked: Understanding, evidence: Evidence) -> Contradiction | None:
    """A grade that the question names as given, where the evidence gives another one."""
    named = _GRADE.search(asked.text)
    if named is None or asked.asks(Asked.COUNT):
        return None
    given = [
        str(fact.value)
        for fact in evidence.facts
        if isinstance(fact.value, str) and fact.value.endswith("등급") and "goal" not in fact.flags
    ]
    supposed = f"{named.group(1)}등급"
    if not given or supposed in given:
        return None
    return Contradiction(supposed=supposed, stated=given[0], evidence=evidence)
