"""Compared times: figures of a time before, in its bracket, and how far those behind it moved.

'지난해 같은 기간(96건, 7억원)에 견줘 심사 건수는 22건, 절감액은 2억원 많아졌다' has what there was
the year before in the bracket, under the names that follow; one verb closes both changes, and they
are of the year that is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.characters import fold
from corpus.facts.clauses import end_of
from corpus.facts.doubts import FIGURE_UNSURE, NAME_BORROWED, NAME_UNSURE, OF_NAME, YEAR_UNSURE
from corpus.facts.draft import Draft
from corpus.facts.labels import topic_before
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.statements import Statement
from corpus.facts.years import PREVIOUS_YEAR, YEAR_INFERRED, YearContext, year_context, year_of

_THEN = r"(?:지난해|작년|전년도?|한\s해\s전|1년\s전|(?:19|20)\d\d년)"
_BASE = re.compile(
    rf"(?P<when>{_THEN})(?:의)?\s?(?:(?:같은|동일)\s?(?:기간|때|달|분기|시기)|동기|이맘때|[상하]반기|\d분기)?\s?"
    r"(?P<bracket>\([^()]{1,60}\))?\s?"
    r"(?:보다|대비|에\s?(?:비[해하]|견[줘주])|[과와]\s?(?:비교|견[줘주]))(?:[가-힣]{1,2})?,?\s"
)
_UP = re.compile(
    r"(?:이나|나|을|를|이|가|만큼|씩)?\s?(?:더\s)?(?:많|늘|높|커|불어|뛰|올[라랐]|증가|증액|상승)"
)
_DOWN = re.compile(
    r"(?:이나|나|을|를|이|가|만큼|씩)?\s?(?:더\s)?(?:적|줄|낮|작|떨어|내[려렸]|감소|감액|하락)"
)
# What joins two changes that one verb closes: '22건, 절감액은 ', '22건과 ', '22건(19%), '.
_JOINED = re.compile(
    r"(?:\([^()]{1,20}\))?(?:,|과|와|이|·|\s및)?\s?(?:[^\s,.()]{1,12}\s){0,3}(?:각각\s|약\s)?"
)
_CLOSED = re.compile(r"[고며서][,\s]|다[.,]")
# '22건 늘었고 절감액은 …': what goes on after the first verb is compared with the same time.
_AND = re.compile(r"[^.,]{0,12}?[가-힣](?:고|으며|며),?\s")
_MOVE = re.compile(r"\s(?:증가|감소|차이|증액|감액|상승|하락)액?$")
_TOPICS = re.compile(r"(?<=[가-힣])(?:과|와|,|·|\s및)\s?")
_OF_TIME = re.compile(r"(?:기간|동기|분기|때|달|시기)$")
_EACH = "각각"
_UNSURE = frozenset({NAME_UNSURE, FIGURE_UNSURE, YEAR_UNSURE, *OF_NAME})
_CHANGES = frozenset({"change", "increase", "decrease"})


def compared(statement: Statement, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one statement, a time before and the changes since under their names."""
    found = list(drafts)
    text = fold(statement.text)
    base = _BASE.search(text) if not statement.is_row else None
    if base is None:
        return found
    then = _year(year_context(statement), base)
    moved: list[int] = []
    names: list[str] = []
    begin = base.end()
    while told := _changes(text, begin, found):
        closed, way = told
        named = _names(statement, text, base, [found[at] for at in closed])
        for at, name in zip(closed, named, strict=True):
            if name:
                found[at] = _change(found[at], name, way, then)
        moved, names = [*moved, *closed], [*names, *named]
        verb = _AND.match(text, end_of(found[closed[-1]]))
        if verb is None:
            break
        begin = verb.end()
    for at, one in enumerate(found):
        if base["bracket"] and one.at is not None and base.start() < one.at < base.end():
            of = (n for n, m in zip(names, moved, strict=True) if found[m].unit == one.unit)
            found[at] = _before(one, next(of, ""), then)
    return found


def _changes(text: str, begin: int, drafts: Sequence[Draft]) -> tuple[list[int], str] | None:
    """Which drafts behind a comparison one verb closes, and which way it says that they moved."""
    moved: list[int] = []
    for at, one in enumerate(drafts):
        if one.at is None or one.at < begin or one.value is None or one.unit is None:
            continue
        gap = text[end_of(drafts[moved[-1]]) : one.at] if moved else text[begin : one.at]
        if _CLOSED.search(gap) or (moved and _JOINED.fullmatch(gap) is None):
            return None
        if "(" in gap and ")" not in gap:
            continue  # '22건(19%)'
        moved.append(at)
        end = end_of(one)
        end = text.find(")", end, end + 20) + 1 if text.startswith("(", end) else end
        for way, verb in (("increase", _UP), ("decrease", _DOWN)):
            if verb.match(text, end):
                return moved, way
    return None


def _names(
    statement: Statement, text: str, base: re.Match[str], moved: Sequence[Draft]
) -> list[str]:
    """What each of the changes is of: its own words, else what the sentence opens with, in turn."""
    names = [_MOVE.sub("", one.name) for one in moved]
    is_each = text.find(_EACH, base.end(), moved[-1].at) >= 0
    topic = topic_before(statement.text, base.start())
    topics = [one for one in _TOPICS.split(topic) if one] if is_each and topic else []
    if len(topics) == len(names):
        return topics if all(map(is_noun_phrase, topics)) else [""] * len(names)
    return [name if is_noun_phrase(name) and not _OF_TIME.search(name) else "" for name in names]


def _year(context: YearContext, base: re.Match[str]) -> int | None:
    """The year that is compared with, where the document tells it."""
    for one in context.mentions:
        if base.start() <= one.start < base.end() and (year := year_of(one)) is not None:
            return year
    is_open = context.fallback is None or base["when"][0].isdigit()
    return None if is_open or context.fallback is None else context.fallback - 1


def _change(draft: Draft, name: str, way: str, then: int | None) -> Draft:
    """The draft as how far something moved since the year before."""
    is_told = {"change", way} <= set(draft.flags) and OF_NAME.issuperset(draft.doubts)
    is_told = is_told and not _OF_TIME.search(_MOVE.sub("", draft.name))
    if is_told and (then is None or draft.fiscal_year not in {None, then}):
        return draft
    measure = "액" if draft.unit == "원" else ""
    called = f"{name} {'증가' if way == 'increase' else '감소'}{measure}"
    flags = tuple(one for one in draft.flags if one not in {PREVIOUS_YEAR, "per_unit"})
    year = draft.fiscal_year
    if then is not None and year in {None, then}:
        year = then + 1
    doubts = (*(one for one in draft.doubts if one not in _UNSURE), NAME_BORROWED)
    return replace(
        draft,
        name=called,
        fiscal_year=year,
        values=tuple(replace(one, year=year) for one in draft.values),
        flags=tuple(dict.fromkeys((*flags, "change", way))),
        doubts=doubts,
    )


def _before(draft: Draft, name: str, then: int | None) -> Draft:
    """The draft of the year before, under the name of what moved since."""
    if OF_NAME.issuperset(draft.doubts) and not _OF_TIME.search(draft.name):
        return draft  # it has its own
    named = (
        draft
        if not name
        else replace(
            draft,
            name=name,
            doubts=(*(one for one in draft.doubts if one not in _UNSURE), NAME_BORROWED),
        )
    )
    if then is None or not name:
        return named
    flags = tuple(one for one in named.flags if one not in {YEAR_INFERRED, *_CHANGES})
    values = tuple(replace(one, year=then) for one in named.values)
    return replace(named, fiscal_year=then, values=values, flags=flags)
