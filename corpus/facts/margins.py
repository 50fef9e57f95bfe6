"""Margins: how far a figure is beyond what it is set against.

'정부 목표를 4.5%p 웃돌았다' tells neither the goal nor the rate, and its name says so: 초과, 미달.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.noun_phrases import is_anothers, is_noun_phrase

_ABOVE = re.compile(
    r"(?:\s?포인트)?(?:이나|나|을|를|만큼)?\s?(?:더\s)?(?:웃돌|넘어서|넘어섰|앞섰|앞지|앞질|상회|초과)"
)
_BELOW = re.compile(
    r"(?:\s?포인트)?(?:이나|나|을|를|만큼)?\s?(?:더\s)?(?:밑돌|밑도|못\s?미치|모자라|하회|미달)"
)
_SET_AGAINST = re.compile(r"(?:을|를|보다|에|대비)\s(?:무려\s|약\s)?$")
_TIED = re.compile(r"(?:은|는|이|가)\s(?:약\s|매년\s|해마다\s|연평균\s)?")
_YEARLY = re.compile(r"해마다|매년|연평균")
_POINTS = "%p"
_SAYS = re.compile(r"초과|미달|차이|증가|감소")


def with_margin(draft: Draft, before: Sequence[Draft]) -> Draft:
    """The draft of a margin, with what it is of and its direction; `before` are those before it."""
    told = [one for one in before if one.at is not None and draft.at is not None]
    if told and "change" in draft.flags:
        draft = _of_last(_of_first(draft, told), told[-1])
    if draft.at is None or _SAYS.search(draft.name):
        return draft
    text, end = draft.statement.text, draft.at + len(draft.raw_text.rstrip())
    if _SET_AGAINST.search(text, 0, draft.at) is None:
        return draft
    side = "초과" if _ABOVE.match(text, end) else "미달" if _BELOW.match(text, end) else ""
    name = f"{draft.name} {side}"
    return replace(draft, name=name) if side and is_noun_phrase(name) else draft


def _of_first(draft: Draft, told: Sequence[Draft]) -> Draft:
    """A margin of points that only tells against whom, behind what the sentence set against it."""
    first = told[0]
    is_open = draft.unit == _POINTS and is_anothers(draft.name)
    if not is_open or first.unit != "%" or is_anothers(first.name):
        return draft
    name = f"{first.name} {draft.name}"
    return replace(draft, name=name) if is_noun_phrase(name) else draft


def _of_last(draft: Draft, last: Draft) -> Draft:
    """The rate at which the sum right before it grows: '숲길 기금 40억 원은 2%씩 준다'."""
    end = (last.at or 0) + len(last.raw_text.rstrip())
    is_next = _TIED.fullmatch(draft.statement.text, end, draft.at or 0) is not None
    if draft.unit != "%" or last.unit == "%" or not is_next or last.name in draft.name:
        return draft
    every = "연평균 " if _YEARLY.search(draft.statement.text, 0, draft.at or 0) else ""
    name = f"{last.name} {every}{draft.name.rpartition(' ')[2]}"
    return replace(draft, name=name) if is_noun_phrase(name) else draft
