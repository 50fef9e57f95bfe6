"""Quoting: the statements that answer where nothing more exact is found, or why none does."""

from __future__ import annotations

import re

from assistant.bearers import bearers
from assistant.decline import Decline, judge
from assistant.extremes import said_extreme
from assistant.findings import Case, Finding
from assistant.grammar import Asked
from assistant.replies import Reason
from assistant.runs import announced_run
from assistant.select import select
from assistant.undecided import UNMET, stating, undecided, unknown

_SUPERLATIVE = re.compile(r"가장|제일|최[다고대소저]|\d위|순(?:이|으로|이다)")


def quote_or_decline(case: Case) -> Finding | Decline:
    """The statements to be quoted for a question, or the reason why it is declined."""
    asked, retrieved, options = case.asked, case.retrieved, case.options
    declined = _declined(case)
    if declined is None:
        most = _said_extreme(case)
        if most is not None:
            return most
        return Finding(evidence=select(asked, retrieved, case.good, options.select))
    if declined.reason not in UNMET:
        return declined
    extreme = said_extreme(asked, retrieved, options.extreme)
    if extreme is not None:
        return Finding(evidence=(extreme,))
    run = announced_run(asked, retrieved, case.snapshot, options.run, options.decline)
    if run:
        return Finding(evidence=run)
    good = stating(asked, retrieved, tuple(case.good), options.select)
    return Finding(evidence=select(asked, retrieved, good, options.select)) if good else declined


def _said_extreme(case: Case) -> Finding | None:
    """The sentence that says itself which is the most, where the best statements say nothing."""
    asked = case.asked
    if not asked.asks(Asked.MAXIMUM, Asked.MINIMUM) or asked.compares_places:
        return None
    if case.good and _SUPERLATIVE.search(case.good[0].evidence.quote):
        return None
    found = said_extreme(asked, case.retrieved, case.options.extreme)
    return None if found is None else Finding(evidence=(found,))


def _declined(case: Case) -> Decline | None:
    asked, retrieved, options = case.asked, case.retrieved, case.options
    declined = judge(asked, retrieved, options.decline)
    declined = declined or undecided(
        asked, retrieved, case.good, options.superlative, options.select
    )
    if declined is None and not asked.asks(Asked.COUNT, Asked.SUM):
        declined = unknown(asked, retrieved)
    if declined is None and _is_untold(case):
        return Decline(reason=Reason.UNTOLD)
    return declined


def _is_untold(case: Case) -> bool:
    """Whether no document prints the figure that the question states."""
    borne = bearers(case.asked, case.retrieved, case.snapshot, case.options.bearers)
    return case.weighed.is_untold or borne == ()
