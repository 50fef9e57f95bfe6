"""Operations: what can be done with figures, and a goal as a question sets it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.solver.phrases import ASIDE, Wanted, words_of
from assistant.understand import Understanding


class Operation(StrEnum):
    """What is done with the figures, in the order in which they are described."""

    REST = "rest"
    GAP = "gap"
    SUM = "sum"
    SHARE = "share"
    EACH = "each"
    GROWTH = "growth"
    TIMES = "times"
    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """An operation over figures, and the words that the question says of all of them.

    `is_near` marks two states of one figure, of which neither is twice the other, `is_since` one
    whose second state is told by its time alone.
    """

    operation: Operation
    wanted: tuple[Wanted, ...]
    shared: tuple[tuple[str, ...], ...]
    unit: str = ""
    is_near: bool = False
    is_since: bool = False


def over_years(
    operation: Operation, text: str, years: tuple[int, ...], asked: Understanding
) -> Goal | None:
    """One thing in several years, the latest first."""
    ordered = sorted(set(years), reverse=operation is not Operation.SUM)
    wanted = tuple(Wanted(year=year) for year in ordered)
    return goal_with(operation, wanted, text, asked)


def goal_with(
    operation: Operation,
    wanted: tuple[Wanted, ...],
    rest: str,
    asked: Understanding,
    shared: tuple[tuple[str, ...], ...] = (),
) -> Goal | None:
    """A goal with what a question says of all its figures; None where nothing tells them."""
    own = {word[0] for one in wanted for word in one.words}
    if not own and not all(one.year for one in wanted):
        return None
    shared = (*shared, *(word for word in words_of(rest, asked) if word[0] not in own))
    if asked.is_follow_up:
        known = own | {word[0] for word in shared}
        shared = (
            *shared,
            *(
                (term.form, *term.renderings)
                for term in asked.terms
                if term.form not in known and not term.is_measure and term.form not in ASIDE
            ),
        )
    return Goal(operation=operation, wanted=wanted, shared=shared, unit=asked.unit or "")
