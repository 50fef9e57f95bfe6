"""Parts: what a question asks of the parts of a total, out of figures that stand together."""

from __future__ import annotations

import index
from assistant.points import Computed
from assistant.retrieve import Retrieved
from assistant.solver.funds import funded, seeks_funds
from assistant.solver.inventory import inventory
from assistant.solver.options import SolverOptions
from assistant.solver.partition import portion, seeks_portion
from assistant.solver.remainders import remainder, seeks_remainder
from assistant.solver.results import computed_of
from assistant.understand import Understanding


def portioned(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: SolverOptions | None = None,
) -> Computed | None:
    """The share of a part of a total, what funds pay together, or what a goal still lacks."""
    is_of_funds = seeks_funds(asked)
    is_of_goal = seeks_remainder(asked)
    if not (is_of_funds or is_of_goal or seeks_portion(asked)):
        return None
    options = options or SolverOptions()
    stated = inventory(asked, retrieved, snapshot, options)
    if is_of_funds:
        paid = funded(asked, stated)
        return computed_of(asked, *paid, snapshot, options) if paid else None
    texts = {one: snapshot.text(one) or "" for one in {each.document.id for each in stated}}
    found = remainder(asked, stated, texts) if is_of_goal else portion(asked, stated, texts)
    return computed_of(asked, *found, snapshot, options) if found else None
