"""Evaluations and awards: grades, ranks, scores and titles a body was given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.characters import fold
from corpus.facts.draft import Draft, one_value
from corpus.facts.labels import heading_name, join_names, label_before
from corpus.facts.statements import Statement
from corpus.facts.years import year_context
from corpus.types import FactKind, Phase

_GRADE = re.compile(
    r"(?<![가-힣\w])(?:총\s*)?'?(?P<letter>[가나다라마]|[SA-E][A+]?)'?\s?등급(?![별제화표])"
    r"|(?<![\d.])(?P<number>[1-9])\s?등급(?![별제화표])"
)
_SCALE = re.compile(r"총\s*$")
_AWARD = re.compile(
    r"'(?P<title>(?:전국\s?)?[가-힣\s]{0,10}(?:최우수|우수|대상|장려|선도)\s?[가-힣]{0,4})'(?:으로|에|을|를)?\s*(?:선정|수상|차지|뽑)"
)
_GOAL = re.compile(r"목표")
_GOAL_AFTER = re.compile(r"(?:을|를|으로|로)?\s{0,2}(?:목표|달성할|받겠|받기\s위)")
_NEAR = 120  # characters before a grade in which its subject is named
_EVALUATED = re.compile(
    r"((?:[가-힣·]+\s){0,3}[가-힣·]*(?:평가|측정|심사|대회|공모|청렴도|만족도|체감도))"
)


def evaluations(statement: Statement) -> Iterator[Draft]:
    """The grades and titles of a statement, with what was evaluated and whether it is a goal."""
    text = fold(statement.text)
    context = year_context(statement)
    for match in _GRADE.finditer(text):
        before = text[: match.start()]
        if _SCALE.search(before) and not match.group().lstrip().startswith("'"):
            continue  # '총 5등급' is the scale, not a result
        grade = match["letter"] or match["number"]
        is_goal = bool(_GOAL.search(before[-30:]) or _GOAL_AFTER.match(text, match.end()))
        year, flags = context.year_at(text, match.start())
        yield Draft(
            statement=statement,
            kind=FactKind.EVALUATION,
            name=_name(statement, match.start()),
            raw_text=statement.text[match.start() : match.end()],
            value=f"{grade}등급",
            values=one_value(year, f"{grade}등급", Phase.PLANNED if is_goal else Phase.ACTUAL),
            unit="등급",
            fiscal_year=year,
            flags=(*flags, "goal") if is_goal else flags,
        )
    for match in _AWARD.finditer(text):
        year, flags = context.year_at(text, match.start())
        title = statement.text[match.start("title") : match.end("title")]
        yield Draft(
            statement=statement,
            kind=FactKind.EVALUATION,
            name=_name(statement, match.start()),
            raw_text=title,
            value=title,
            values=one_value(year, title, Phase.ACTUAL),
            fiscal_year=year,
            flags=flags,
        )


def _name(statement: Statement, at: int) -> str:
    begin = max(0, at - _NEAR)
    found = list(_EVALUATED.finditer(statement.text, begin, at))
    beside = label_before(statement.text, begin, found[-1].end() if found else at)
    if len(beside) >= 4:
        return beside
    return join_names(heading_name(statement.passage.heading_path), beside) or "평가"
