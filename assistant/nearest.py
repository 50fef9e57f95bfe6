"""Nearest lines: of several lines quoted together, those that are about what was asked.

Items under one heading have values of their own: the park's amount is not the beach's, the goal of
one year is not the result of the year before.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.evidence import Evidence, holds
from assistant.grammar import Asked
from assistant.lines import is_labelled
from assistant.matching import tight
from assistant.understand import Understanding
from assistant.years import years_said

# '(’22) 84.0 → (’30) 93.5': each figure is of its own year, and none of the year between.
_COURSE = re.compile(r"\d\s?[)）]?\s?\S{1,12}\s?(?:→|->)\s?[(（]?\s?['‘’]?\d")


def nearest_lines(quote: str, asked: Understanding) -> list[str]:
    """The lines that meet most of the question's words; all of them where none meets any."""
    words = [term for term in asked.terms if not term.is_measure]
    lines = [line for line in quote.splitlines() if line.strip()]
    met = [
        sum(
            any(tight(form) in tight(line) for form in (term.form, *term.renderings))
            for term in words
        )
        for line in lines
    ]
    most = max(met, default=0)
    return [line for line, count in zip(lines, met, strict=True) if count == most]


def item_holds(kind: Asked, evidence: Evidence, asked: Understanding) -> bool:
    """Whether the evidence holds a value of the kind; of several lines, the one asked about must.

    That is so of amounts in a group of items and of how long something lasts.
    """
    is_of_lines = (kind is Asked.AMOUNT and evidence.is_group) or kind is Asked.DURATION
    if not is_of_lines or not holds(kind, evidence, asked):
        return holds(kind, evidence, asked)
    nearest = nearest_lines(evidence.quote, asked)
    first, *under = [line for line in evidence.quote.splitlines() if line.strip()]
    if evidence.is_group and nearest == [first]:
        # The line above names the thing; '사업비 : …' under it is labelled as the thing's.
        nearest = [first, *(line for line in under if is_labelled(line, kind))]
    return any(holds(kind, _line_of(evidence, line), asked) for line in nearest)


def is_of_another_year(evidence: Evidence, asked: Understanding) -> bool:
    """Whether the lines asked about all say years, and none the year of the grade asked for.

    '2021년 측정 결과' above '2022년 목표' is no result of 2022.
    """
    if not (asked.figure_years and evidence.is_group):
        return False
    lines = nearest_lines(evidence.quote, asked)
    is_course = all(_COURSE.search(line) for line in lines)
    if not (asked.asks(Asked.GRADE) or is_course):
        return False
    said = [years_said(line) for line in lines]
    return all(said) and not any(years & set(asked.figure_years) for years in said)


def _line_of(evidence: Evidence, line: str) -> Evidence:
    facts = tuple(
        fact for fact in evidence.facts if fact.quote.strip() in line or line.strip() in fact.quote
    )
    return replace(evidence, quote=line, is_group=False, facts=facts)
