"""Completed names: what the words around a figure add to a settled name.

What was done with a sum, the part of the year that it is of, the budget and the contest that it
belongs to are part of a name: without them a stranger takes one figure for another.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.facts.accounts import of_budget
from corpus.facts.directions import with_direction
from corpus.facts.doubts import OF_NAME
from corpus.facts.draft import Draft
from corpus.facts.former import as_former
from corpus.facts.goals import with_goal
from corpus.facts.half_years import with_half_year
from corpus.facts.margins import with_margin
from corpus.facts.mended import mended
from corpus.facts.outcomes import with_outcome
from corpus.facts.owners import FIGURES
from corpus.facts.people import with_part
from corpus.facts.relatives import with_thing_made
from corpus.facts.scopes import with_scope
from corpus.facts.siblings import with_siblings
from corpus.facts.told import with_clause
from corpus.facts.topical import with_topic

_STEPS = (
    with_part,
    with_thing_made,
    with_direction,
    with_topic,
    with_outcome,
    with_goal,
    with_scope,
    of_budget,
    with_half_year,
    as_former,
)


def completed(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one statement in order, each figure with all that its name has to say."""
    found: list[Draft] = []
    for one in drafts:
        found.append(_completed(with_margin(one, found)) if _is_figure(one) else one)
    told = [with_clause(one, found) if _is_figure(one) else one for one in found]
    return _last_steps(told)


def _last_steps(drafts: list[Draft]) -> list[Draft]:
    """The drafts, those that are figures mended and told with what their list is of."""
    figures = mended(with_siblings([one for one in drafts if _is_figure(one)]))
    renamed = iter(figures)
    return [next(renamed) if _is_figure(one) else one for one in drafts]


def _completed(draft: Draft) -> Draft:
    """The draft with all that is added, from what is nearest to its figure to the farthest."""
    for add in _STEPS:
        draft = add(draft)
    return draft


def _is_figure(draft: Draft) -> bool:
    is_told = draft.kind in FIGURES and draft.value is not None
    return is_told and not draft.statement.is_row and OF_NAME.issuperset(draft.doubts)
