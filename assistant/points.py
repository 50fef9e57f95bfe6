"""Figures that can be reckoned with: facts as points of one value, one unit and one year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import corpus
from assistant.evidence import Evidence
from assistant.grammar import Asked, asks_for_money, same_unit
from assistant.types import Calculation
from assistant.understand import Understanding
from assistant.wording import figure, won


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """A result with its expression, the facts and evidence it rests on, and what it is of.

    `scope` is said before the result where it holds only of what is here ('비교할 수 있는 …').
    `sentences` say it where the step that found it knows the words for it, and `shown` are then
    the reckonings beside them; they rest on the first of the evidence.
    """

    kind: Asked
    expression: str
    result: str
    subject: str
    facts: tuple[corpus.Fact, ...]
    evidence: tuple[Evidence, ...] = ()
    scope: str = ""
    sentences: tuple[str, ...] = ()
    shown: tuple[Calculation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure of a fact in one year; money is in whole won."""

    fact: corpus.Fact
    year: int | None
    value: Decimal
    unit: str

    def said(self) -> str:
        """The figure as it stands in an expression: money in won units, counts with their unit."""
        return say(self.value, self.unit)


_YEAR_BETWEEN = re.compile(
    r"(?:에서|이며|이고|으로|로|였고|이었고)?[\s,→(]*['‘’]?\d{2,4}\s?년?도?(?:에는|에|은|는)?[\s:]*"
)


def say(value: Decimal, unit: str) -> str:
    """A figure in words: '8,727억 원' for money, '244건' for counts."""
    return won(int(value)) if unit == "원" else figure(value, unit)


def points_of(fact: corpus.Fact) -> list[Point]:
    """The figures of a fact to reckon with: no thresholds, no ranges, no bare numbers."""
    if {"threshold", "range", "change"} & set(fact.flags) or fact.unit is None:
        return []
    scale = _won_scale(fact)
    return [
        Point(
            fact=fact,
            year=one.year,
            value=one.value * (scale or 1),
            unit="원" if scale else fact.unit,
        )
        for one in fact.values
        if isinstance(one.value, Decimal)
    ]


def _won_scale(fact: corpus.Fact) -> Decimal | None:
    """What turns the fact's printed figures ('104' under 억 원) into won; None for other units."""
    if fact.amount_krw is None or not isinstance(fact.value, Decimal) or not fact.value:
        return None
    return Decimal(fact.amount_krw) / fact.value


_OF_ANY_UNIT = (Asked.DIFFERENCE, Asked.MULTIPLE)
_COUNTED_NOUN = re.compile(r"([가-힣]{2,8})(?:가|이|은|는)\s?(?:더|제일|가장)\s")


def wanted_unit(asked: Understanding, points: Sequence[Point]) -> list[Point]:
    """The points of the one unit the question asks for; all of them if there is only one unit."""
    if asked.asks(Asked.AMOUNT):
        chosen = [one for one in points if one.unit == "원"]
        # 'how far are the rates apart' says 얼마 and means no money.
        if not chosen and asked.asks(*_OF_ANY_UNIT) and not asks_for_money(asked.text):
            chosen = list(points)
    elif asked.unit:
        chosen = [one for one in points if one.unit == asked.unit] or [
            one for one in points if same_unit(asked.unit, one.unit)
        ]
    elif re.search(r"건수", asked.text):
        chosen = [one for one in points if one.unit == "건"]
    elif match := _COUNTED_NOUN.search(asked.text):
        chosen = [one for one in points if match.group(1) in one.fact.name.replace(" ", "")]
        chosen = chosen or list(points)
    else:
        chosen = list(points)
    if len({one.unit for one in chosen}) > 1:
        counted = [one for one in chosen if one.unit != "원"]
        chosen = counted if len({one.unit for one in counted}) == 1 else []
    return chosen


def by_year(points: Sequence[Point], years: tuple[int, ...]) -> list[Point]:
    """One point for each year, in order of years; only of `years` where any are given."""
    unique: dict[int, Point] = {}
    for one in points:
        if one.year is not None and (not years or one.year in years):
            unique.setdefault(one.year, one)
    return [unique[year] for year in sorted(unique)]


def goes_on(one: Point, other: Point) -> bool:
    """Whether one statement prints two figures with nothing but the other's year between them.

    So it is in '2020년 12억 원, 2021년 15억 원'. The statement is the quote of the first.
    """
    _, _, behind = one.fact.quote.partition(one.fact.raw_text)
    between, printed, _ = behind.partition(other.fact.raw_text)
    return bool(printed) and _YEAR_BETWEEN.fullmatch(between) is not None
