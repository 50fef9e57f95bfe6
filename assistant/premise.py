"""What a question takes for granted: a trend or a grade that the documents contradict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from assistant.evidence import Evidence
from assistant.grammar import FALLING, RISING, Asked
from assistant.matching import tight, tight_published
from assistant.points import points_of, say
from assistant.retrieve import Candidate
from assistant.understand import Understanding

# '나' 등급, 2등급; not the last syllable of another word (평가 등급), no scale (5등급 중, 1~5등급).
_GRADE = re.compile(
    r"(?P<grade>(?<![가-힣])[가나다라마]|(?<![\d~∼–-])[1-9])\s?['‘’]?\s?등급"
    r"(?!\s?(?:중|가운데|부터|까지|이상|이하|제|체계|~|∼))"
)
_NOT_YET = re.compile(r"목표|되려면|받으려")
_STEADY = re.compile(
    r"계속|꾸준히|매년|해마다|연속|\bevery year\b|\beach year\b|\bsteadily\b|\bcontinuous",
    re.IGNORECASE,
)
_WHY = re.compile(r"이유|왜|까닭|배경|비결|\bwhy\b|\bis it true\b", re.IGNORECASE)
_UP_IN_ENGLISH = re.compile(
    r"\b(?:ris(?:e|en|ing)|rose|increas\w+|grow\w*|grew|(?:go|goes|going|gone|went) up)\b",
    re.IGNORECASE,
)
_DOWN_IN_ENGLISH = re.compile(
    r"\b(?:fall(?:en|ing)?|fell|decreas\w+|declin\w+|drop\w*|shr[aiu]nk|"
    r"(?:go|goes|going|gone|went) down)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A premise that is not so: what the question supposes and what the evidence says instead.

    `amounts` are those that are stated, in won, for readers of English.
    `is_of_day`: what is wrong is the year or day itself, which then is none that was asked about.
    """

    supposed: str
    stated: str
    evidence: Evidence
    is_of_day: bool = False
    amounts: tuple[int, ...] = ()


def contradiction(asked: Understanding, good: Sequence[Candidate]) -> Contradiction | None:
    """The first premise of a question that its best evidence contradicts; None if it stands."""
    for one in good[:3]:
        found = trend(asked, one.evidence) or _grade(asked, one.evidence)
        if found is not None:
            return found
    return None


def directions(text: str) -> tuple[bool, bool]:
    """Whether a question speaks of a rise, and whether it speaks of a fall."""
    rises = RISING.search(text) or _UP_IN_ENGLISH.search(text)
    falls = FALLING.search(text) or _DOWN_IN_ENGLISH.search(text)
    return bool(rises), bool(falls)


def trend(asked: Understanding, evidence: Evidence) -> Contradiction | None:
    """'계속 늘어난 이유' supposes a rise; the course of the figure it speaks of tells."""
    rises, falls = directions(asked.text)
    is_steady = bool(_STEADY.search(asked.text))
    if rises == falls or not (is_steady or _WHY.search(asked.text)):
        return None
    found = _course(asked, evidence)
    if found is None:
        return None
    unit, course = found
    sign = 1 if rises else -1
    ordered = [sign * value for value in course.values()]
    is_against = any(later < earlier for earlier, later in pairwise(ordered))
    if ordered[-1] > ordered[0] and not (is_steady and is_against):
        return None
    stated = " → ".join(f"{year}년 {say(value, unit)}" for year, value in course.items())
    return Contradiction(supposed="증가" if rises else "감소", stated=stated, evidence=evidence)


def _course(asked: Understanding, evidence: Evidence) -> tuple[str, dict[int, Decimal]] | None:
    """The unit and the yearly figures of the one statement that shares most with the question."""
    courses: dict[tuple[str, str], dict[int, Decimal]] = {}
    for fact in evidence.facts:
        for point in points_of(fact):
            if point.year is not None and (point.unit == "원" or not asked.asks(Asked.AMOUNT)):
                course = courses.setdefault((fact.quote, point.unit), {})
                course.setdefault(point.year, point.value)
    known = {key: course for key, course in courses.items() if len(course) > 1}
    if not known:
        return None
    quote, unit = max(known, key=lambda key: _words_met(asked, key[0]))
    names = " ".join(fact.name for fact in evidence.facts if fact.quote == quote)
    said = f"{quote} {names} {'' if evidence.is_group else ' '.join(evidence.headings)}"
    if any(not term.is_measure for term in asked.terms) and not _words_met(asked, said):
        return None  # a course printed beside what the question is about
    return unit, dict(sorted(known[quote, unit].items()))


def _words_met(asked: Understanding, quote: str) -> float:
    said = tight_published(quote)
    return sum(
        term.weight
        for term in asked.terms
        if not term.is_measure
        and any(tight(form) in said for form in (term.form, *term.renderings))
    )


def _grade(asked: Understanding, evidence: Evidence) -> Contradiction | None:
    """A grade that the question names as given, where the evidence gives another one."""
    named = _GRADE.search(asked.text)
    if named is None or asked.asks(Asked.COUNT) or _NOT_YET.search(asked.text):
        return None
    given = [
        str(fact.value)
        for fact in evidence.facts
        if isinstance(fact.value, str) and fact.value.endswith("등급") and "goal" not in fact.flags
    ]
    supposed = f"{named['grade']}등급"
    if not given or supposed in given:
        return None
    return Contradiction(supposed=supposed, stated=given[0], evidence=evidence)
