"""Printed figures as a reckoning needs them: the value, its unit, and how finely it is printed."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from corpus.amounts import Amount, find_amounts, unit_scale
from corpus.characters import fold
from corpus.counters import MEASURES
from corpus.numerals import scale_of
from corpus.quantities import Quantity, find_quantities
from corpus.recall import remembered
from corpus.records import record

APPROXIMATE = "approximate"
PART_UNREAD = "part_unread"

_LAST_NUMBER = re.compile(
    r"[0-9][0-9,]*+(?:\.(?P<fraction>[0-9]++))?+(?P<tail> ?(?P<scales>[십백천만억조]*)[^0-9]*)$"
)
_DIGIT = re.compile(r"[0-9０-９]")
_LARGE_SCALES = re.compile(r"[만억조]")
_MEASURED = frozenset(MEASURES.values())
"""Units of things that are measured: even a whole number of them is rounded."""


@record(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure at text[start:end] == raw of the canonical text.

    `value` is in `unit` (money of running text in won), None where it cannot be read. `step` is the
    unit of the last printed digit, in `unit`; it is 0 for what is counted out one by one, which is
    never rounded. `scale` is what a number beside it inherits ('7,789' behind '8,727억 원'), None
    where that is not certain. `doubt` is the reason why nothing can be reckoned with it, or ''.
    `name_end` is where the counted noun behind it ends (308개 기관).
    """

    start: int
    end: int
    raw: str
    value: Decimal | None
    unit: str | None
    step: Decimal
    label: str = ""
    doubt: str = ""
    scale: Decimal | None = None
    name_end: int = 0
    per: str | None = None

    def in_won(self) -> Figure:
        """The same money in won; other figures as they are."""
        scale = unit_scale(self.unit) if self.unit else None
        if scale is None or self.unit == "원":
            return self
        value = None if self.value is None else self.value * scale
        step = step_of(self.raw, "원", Decimal(scale))
        return replace(self, value=value, unit="원", step=step)

    @property
    def is_bare(self) -> bool:
        """Whether it prints nothing but digits."""
        return not tail_of(self.raw)


@remembered
def _last_number(raw: str) -> re.Match[str] | None:
    return _LAST_NUMBER.search(fold(raw))


def tail_of(raw: str) -> str:
    """What is printed behind the last digit: '8,727억 원' -> '억 원'."""
    match = _last_number(raw)
    return raw[match.start("tail") :].strip() if match else ""


def tail_scale(raw: str) -> Decimal:
    """What the scale words behind the last digit multiply by: '8,727억 원' -> 100,000,000."""
    match = _last_number(raw)
    return Decimal(scale_of(match["scales"])) if match else Decimal(1)


def step_of(raw: str, unit: str | None, scale: Decimal) -> Decimal:
    """The unit of the last digit of a number whose whole numbers count `scale` of `unit`.

    0 where it is counted out: 12명, 3,500원. 12.5억 원 gives 10,000,000; 12% gives 1.
    """
    match = _last_number(raw)
    if match is None:
        return Decimal(0)
    step = scale * Decimal(scale_of(match["scales"])) / 10 ** len(match["fraction"] or "")
    is_counted = unit not in _MEASURED and (unit is None or not _is_scaled(unit))
    return Decimal(0) if is_counted and step == 1 else step


def _is_scaled(unit: str) -> bool:
    """Whether one of a unit stands for many: 백만원, 천명."""
    return unit[0] in "십백천만억조" and len(unit) > 1


def figures_in(text: str, start: int, end: int) -> tuple[Figure, ...]:
    """Every amount and quantity in text[start:end], in order, none overlapping."""
    stretch = text[start:end]
    if not _DIGIT.search(stretch):
        return ()
    amounts = find_amounts(stretch)
    found = [_of_amount(one, start) for one in amounts]
    folded = fold(stretch)
    position = 0
    for one in find_quantities(stretch):
        while position < len(amounts) and amounts[position].end <= one.start:
            position += 1
        if position == len(amounts) or amounts[position].start >= one.end:
            found.append(_of_quantity(one, folded, start))
    return tuple(sorted(found, key=lambda figure: figure.start))


def _of_amount(one: Amount, offset: int) -> Figure:
    value = None if one.krw is None else Decimal(one.krw)
    doubt = PART_UNREAD if value is None else ""
    if one.approximate or one.comparator or one.high_krw is not None:
        doubt = APPROXIMATE
    is_won = "foreign_currency" not in one.flags
    # '12억 3,400만원 (국비 6, 시비 6.34)' does not say which of its two units a part has.
    is_mixed = len(set(_LARGE_SCALES.findall(one.raw))) > 1
    return Figure(
        start=offset + one.start,
        end=offset + one.end,
        raw=one.raw,
        value=value,
        unit="원" if is_won else one.unit,
        step=step_of(one.raw, "원", Decimal(1)),
        doubt=doubt,
        scale=None if is_mixed or not is_won else tail_scale(one.raw),
        name_end=offset + one.end,
        per=one.per,
    )


def _of_quantity(one: Quantity, folded: str, offset: int) -> Figure:
    doubt = PART_UNREAD if "ambiguous_sign" in one.flags else ""
    if one.approximate or one.comparator or one.high is not None or "open_range" in one.flags:
        doubt = APPROXIMATE
    is_mixed = len(set(_LARGE_SCALES.findall(one.raw))) > 1
    name_end = one.end
    if one.noun:
        name_end = folded.index(one.noun, one.end) + len(one.noun)
    return Figure(
        start=offset + one.start,
        end=offset + one.end,
        raw=one.raw,
        value=one.value,
        unit=one.unit,
        step=step_of(one.raw, one.unit, Decimal(1)),
        doubt=doubt,
        scale=None if is_mixed else tail_scale(one.raw),
        name_end=offset + name_end,
        per=one.per,
    )
