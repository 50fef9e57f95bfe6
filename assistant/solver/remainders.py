"""Remainders: how far something is from its goal, where only the share that is reached is told.

'108억4,500만 원을 거뒀다. 올해 목표인 132억 원의 82.2%다': which figure has been reached no name
has to tell, for it is 82.2 per cent of the goal and no other one nearby is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.solver.inventory import Stated
from assistant.solver.operations import Goal, Operation
from assistant.solver.phrases import is_unit_asked
from assistant.understand import Understanding

_SHORT = re.compile(
    r"(?:채우|달성하|이루|맞추|도달하)려면|목표\S{0,3}\s(?:\S+\s){0,2}?(?:얼마나?|몇\s?\S{1,2})\s?(?:이나\s)?"
    r"(?:더\s|남|부족|모자|못\s?미|덜\s)|더\s(?:걷|거둬|써야|쓰면|모아야|확보해야|따내야|필요)|"
    r"(?:못\s?미친|모자란|부족한|남은)\s(?:금액|액수|돈|건수|인원)"
)
_GOAL = re.compile(r"목표|계획|대상액|대상\s?금액|예산현액")
_SHARE_BEHIND = re.compile(r"의\s?(?P<share>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|퍼센트)")
_REACH = 200
"""Letters between a goal and the figure that has been reached."""
_BEHIND = 24


def seeks_remainder(asked: Understanding) -> bool:
    """Whether a question wants to know how much a goal still lacks."""
    is_one = asked.language == "ko" and not asked.compares_places and asked.clauses == 1
    return is_one and _SHORT.search(asked.text) is not None


def remainder(
    asked: Understanding, stated: Sequence[Stated], texts: dict[str, str]
) -> tuple[Goal, tuple[Stated, ...]] | None:
    """The goal and what of it has been reached; None where two goals or two figures may be meant.

    The figure that has been reached comes to the printed share of the goal, as exactly as printed.
    """
    found: dict[tuple[Decimal, Decimal], tuple[Stated, Stated]] = {}
    for goal in stated:
        if not _GOAL.search(f"{goal.near} {goal.before}") or goal.figure.bound or goal.is_headline:
            continue
        if not is_unit_asked(asked, goal.figure.unit):
            continue
        text = texts[goal.document.id]
        match = _SHARE_BEHIND.match(text, goal.figure.end, goal.figure.end + _BEHIND)
        if match is None or goal.figure.value <= 0:
            continue
        share = Decimal(match["share"])
        for one in stated:
            if one.document.id != goal.document.id or one.figure.unit != goal.figure.unit:
                continue
            is_near = abs(one.figure.start - goal.figure.start) <= _REACH
            if is_near and one.figure.value < goal.figure.value and _comes_to(one, goal, share):
                found.setdefault((goal.figure.value, one.figure.value), (goal, one))
    if len(found) != 1 or not _is_of_year(asked, *next(iter(found.values()))):
        return None
    return Goal(operation=Operation.REST, wanted=(), shared=()), next(iter(found.values()))


def _comes_to(part: Stated, whole: Stated, share: Decimal) -> bool:
    ratio = part.figure.value / whole.figure.value * 100
    return ratio.quantize(share, rounding=ROUND_HALF_UP) == share


def _is_of_year(asked: Understanding, goal: Stated, one: Stated) -> bool:
    years = {goal.year, one.year, *goal.document_years} - {None}
    return not asked.figure_years or bool(years & set(asked.figure_years))
