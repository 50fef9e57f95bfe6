"""Omissions: things that a question wants added up or set side by side, and a result leaves out."""

from __future__ import annotations

from assistant.figures import read_figures
from assistant.grammar import Asked
from assistant.matching import tight_published
from assistant.points import Computed
from assistant.solver.goals import goals_of
from assistant.solver.guards import is_of_other_money
from assistant.solver.marks import is_in
from assistant.solver.operations import Operation
from assistant.solver.phrases import is_of_measure
from assistant.understand import Understanding

_OF_NAMED = frozenset({Operation.SUM, Operation.MORE, Operation.LESS})


def _unit_of(computed: Computed) -> str | None:
    """The unit of a result."""
    figures = read_figures(computed.result).figures
    return figures[0].unit if figures else None


def leaves_out(asked: Understanding, computed: Computed) -> bool:
    """Whether a result rests on nothing about a thing that is named, or on another's money."""
    printed = " ".join(
        (
            *(one.quote for one in computed.evidence),
            *(" ".join(one.headings) for one in computed.evidence),
            *(fact.name for fact in computed.facts),
            *(fact.quote for fact in computed.facts),
        )
    )
    if is_of_other_money(asked.text, " ".join(one.quote for one in computed.evidence)):
        return True
    if computed.kind in {Asked.DIFFERENCE, Asked.SUM} and not is_of_measure(
        asked.text, _unit_of(computed)
    ):
        return True
    goals = goals_of(asked)
    if not goals or goals[-1].operation not in _OF_NAMED or asked.compares_places:
        return False
    text = tight_published(printed)
    return any(
        one.words and not any(is_in(word, text) for word in one.words) for one in goals[-1].wanted
    )
