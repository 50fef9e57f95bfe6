"""Totals and the parts printed in brackets behind them: 총 8,727억 원 (일반 7,789, 특별 938)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.amounts import Amount, find_amounts, unit_scale
from corpus.brackets import Labelled, bracket_at, labelled_numbers
from corpus.characters import fold
from corpus.numerals import is_in_range
from corpus.quantities import Quantity, find_quantities

MOST_PARTS = 100
"""More numbers than a bracket can hold; keeps the search for parts linear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One labelled part of a printed total; text[start:end] == raw covers its label and number.

    `amount` carries the flag 'unit_inherited' where the part prints no unit of its own.
    """

    start: int
    end: int
    raw: str
    label: str
    amount: Amount
    total: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedPart:
    """One labelled part of a printed count; text[start:end] == raw covers its label and number."""

    start: int
    end: int
    raw: str
    label: str
    quantity: Quantity
    total: Quantity


_NONE = Decimal(0)
_LARGE_UNITS = re.compile(r"조|억|만")


def inherited_parts(text: str) -> tuple[Part, ...]:
    """The parts in the bracket behind each total: 총 8,727억 원 (일반 7,789, 특별 938).

    A part without unit has its total's unit. Nothing is given for a bracket that holds anything
    but labelled amounts: (270건), (5.41%), (전년 2,358).
    """
    amounts = find_amounts(text)
    if not amounts:
        return ()
    folded = fold(text)
    found: list[Part] = []
    for index, total in enumerate(amounts):
        bracket = bracket_at(folded, total.end)
        if bracket is None or total.krw is None or total.high_krw is not None:
            continue
        following = amounts[index + 1 : index + 1 + MOST_PARTS]
        inside = [one for one in following if one.krw is not None and one.end <= bracket[1]]
        scale = unit_scale(total.unit) or 1
        # '12억 3,400만원 (국비 6, 시비 6.34)' does not say which of its two units a part has.
        is_mixed = len(set(_LARGE_UNITS.findall(total.raw))) > 1
        spans = [(one.start, one.end) for one in inside]
        labelled = labelled_numbers(folded, bracket, spans)
        bare = sum((_number(folded, one) * scale for one in labelled if one.read is None), _NONE)
        if bare > total.krw:
            continue  # '포상금 2천만원 (최우수 1, 우수 2, 장려 3)' has other numbers in its bracket
        for one in labelled:
            if one.read is None and is_mixed:
                continue
            amount = (
                _inherited(text, folded, one, total, scale)
                if one.read is None
                else inside[one.read]
            )
            found.append(
                Part(
                    start=one.label_start,
                    end=one.end,
                    raw=text[one.label_start : one.end],
                    label=text[one.label_start : one.label_start + len(one.label)],
                    amount=amount,
                    total=total,
                )
            )
    return tuple(found)


def counted_parts(text: str) -> tuple[CountedPart, ...]:
    """The parts in the bracket behind each count: 307개(기초 226, …), 210건(신규 23건, 계속 187건).

    A part without unit has its total's unit. Nothing is given for a bracket that holds anything
    but labelled counts of the same unit: 21개(3개 분야 5개 항목), 10개소(반기별 5개소).
    """
    folded = fold(text)
    quantities = find_quantities(text)
    found: list[CountedPart] = []
    for index, total in enumerate(quantities):
        position = total.end
        if total.noun:  # 308개 기관(중앙 47, …): the bracket opens behind the counted noun
            position = folded.index(total.noun, position) + len(total.noun)
        bracket = bracket_at(folded, position)
        if bracket is None or total.high is not None:
            continue
        following = quantities[index + 1 : index + 1 + MOST_PARTS]
        inside = [one for one in following if one.unit == total.unit and one.end <= bracket[1]]
        spans = [(one.start, one.end) for one in inside]
        for one in labelled_numbers(folded, bracket, spans):
            quantity = _counted(text, folded, one, total) if one.read is None else inside[one.read]
            found.append(
                CountedPart(
                    start=one.label_start,
                    end=one.end,
                    raw=text[one.label_start : one.end],
                    label=text[one.label_start : one.label_start + len(one.label)],
                    quantity=quantity,
                    total=total,
                )
            )
    return tuple(found)


def _number(folded: str, one: Labelled) -> Decimal:
    digits = folded[one.start : one.end]
    value = Decimal(digits.lstrip("△▲").replace(",", ""))
    return -value if digits[0] in "△▲" else value


def _counted(text: str, folded: str, one: Labelled, total: Quantity) -> Quantity:
    return replace(
        total,
        start=one.start,
        end=one.end,
        raw=text[one.start : one.end],
        value=_number(folded, one),
        noun=None,
        comparator=None,
        approximate=False,
        direction=None,
        flags=("unit_inherited",),
    )


def _inherited(text: str, folded: str, one: Labelled, total: Amount, scale: int) -> Amount:
    value = _number(folded, one) * scale
    flags = ["unit_inherited"]
    if value != value.to_integral_value():
        flags.append("fraction_of_won")
    if not is_in_range(value):
        flags.append("out_of_range")
    return Amount(
        start=one.start,
        end=one.end,
        raw=text[one.start : one.end],
        krw=int(value) if flags == ["unit_inherited"] else None,
        high_krw=None,
        unit=total.unit,
        comparator=None,
        approximate=False,
        per=total.per,
        flags=tuple(flags),
    )
