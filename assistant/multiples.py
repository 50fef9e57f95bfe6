"""Multiples: how many times one figure is another, and the gap between two percentages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.arithmetic import PER_CENT
from assistant.evidence import Evidence
from assistant.grammar import Asked
from assistant.matching import tight
from assistant.points import Computed, Point, say

_HUNDREDTH = Decimal("0.01")
_TENTH = Decimal("0.1")
# What stands right before 'how many times' is what the other figure is measured by.
_MEASURED_BY = re.compile(
    r"(?P<by>\S{1,20}?)(?:의|보다|에\s?비해서?|에\s?비하여|\s?대비)\s(?:약\s)?몇\s?배"
)
_HALF = re.compile(r"절반|반\s?토막|\bhalf\b", re.IGNORECASE)
_RATE = re.compile(r"(?:증가|감소|성장|증감|인상|상승)[율률]|\bgrowth rate\b", re.IGNORECASE)
_POINTS = "%p"


def gap(value: Decimal, unit: str) -> str:
    """How far two figures are apart, in words: percentages differ by percentage points."""
    return say(value, _POINTS if unit == "%" else unit)


def means_points(text: str, unit: str) -> bool:
    """Whether 'by how many per cent' asks how many points a percentage moved by.

    The growth rate of a rate, where that is asked for by its name, is another figure.
    """
    return unit == "%" and _RATE.search(text) is None


def multiple(
    text: str,
    named: Sequence[tuple[str, Point]],
    evidence: tuple[Evidence, ...] = (),
) -> Computed | None:
    """What one of two figures is of the other; `named` gives each with the words that name it.

    The second is the measure unless the question names the first right before '몇 배'. A question
    for a half gets a percentage. None for other than two figures of one unit above nothing.
    """
    if len(named) != 2 or len({one.unit for _, one in named}) > 1:
        return None
    (name, first), (_, second) = named
    by = _MEASURED_BY.search(text)
    if by is not None and tight(name) and tight(name) in tight(by["by"]):
        first, second = second, first
    if first.value <= 0 or second.value <= 0:
        return None
    ratio = first.value / second.value
    expression = f"{first.said()} ÷ {second.said()}"
    if _HALF.search(text):
        per_cent = (ratio * 100).quantize(_TENTH, rounding=ROUND_HALF_UP)
        expression, result = f"{expression}{PER_CENT}", f"{per_cent}%"
    else:
        result = f"{_short(ratio.quantize(_HUNDREDTH, rounding=ROUND_HALF_UP))}배"
    return Computed(
        kind=Asked.MULTIPLE,
        expression=expression,
        result=result,
        subject="",
        facts=tuple(dict.fromkeys((first.fact, second.fact))),
        evidence=evidence,
    )


def _short(value: Decimal) -> str:
    """A number without noughts behind its decimals: 1.50 is '1.5', 4.00 is '4'."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
