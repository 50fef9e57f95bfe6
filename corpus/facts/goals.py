"""Goals that a title or heading tells: a sum that the headline calls 목표, tasks of a contract."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.amounts import find_amounts
from corpus.facts.draft import Draft
from corpus.facts.flags import THRESHOLD
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.quantities import find_quantities
from corpus.types import FactKind

_GOAL = re.compile(r"\s?목표")
_TASKS = re.compile(r"(?:계약|성과계약)\s?(?:과제|목표|내용)|목표\s?과제|(?:성과|추진)\s?목표$")
_SAYS = re.compile(r"목표|기준|실적|비율|배점|요구|요청|건의")


def with_goal(draft: Draft) -> Draft:
    """The draft of a figure that is to be reached, with 목표 at the end of its name."""
    if draft.at is None or _SAYS.search(draft.name) or THRESHOLD in draft.flags:
        return draft
    if draft.kind is FactKind.EVALUATION or "change" in draft.flags:
        return draft
    path = draft.statement.passage.heading_path
    is_task = draft.statement.is_item and bool(path) and _TASKS.search(path[-1]) is not None
    if not is_task and not _is_goal_of_title(draft):
        return draft
    words = draft.name.split()
    if len(words) > 1 and words[-1] in words[:-1]:
        words.pop()  # '국·도비 확보 국·도비'
    name = f"{' '.join(words)} 목표"
    return replace(draft, name=name) if is_noun_phrase(name) else draft


def _is_goal_of_title(draft: Draft) -> bool:
    title = draft.statement.document.title
    if "목표" not in title or draft.value is None:
        return False
    if draft.unit == "원":
        told = (one.krw for one in find_amounts(title) if _GOAL.match(title, one.end))
        return draft.amount_krw is not None and draft.amount_krw in told
    counted = (one for one in find_quantities(title) if _GOAL.match(title, one.end))
    return any((one.value, one.unit) == (draft.value, draft.unit) for one in counted)
