"""Which fact stands at a printed figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from corpus.arithmetic_figures import Figure
from corpus.types import Fact, Passage

_DIGITS = frozenset("0123456789")
_IN_NUMBER = _DIGITS | {".", ","}


class FactPlaces:
    """Finds the fact that a figure became: a fact quotes its statement, and knows its value."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.by_print: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self.by_value: dict[tuple[str, Decimal], list[Fact]] = defaultdict(list)
        for fact in facts:
            self.by_print[fact.passage_id, _tight(fact.raw_text)].append(fact)
            if not fact.values:
                continue
            for value in {one.value for one in fact.values if isinstance(one.value, Decimal)}:
                self.by_value[fact.passage_id, abs(value)].append(fact)

    def fact_at(self, figure: Figure, passage: Passage) -> Fact | None:
        """The fact at a figure; None where it became none or more than one could be meant.

        Where a statement prints the same figure several times, its facts follow in order.
        """
        same = [
            one
            for one in self.by_print.get((passage.id, _tight(figure.raw)), ())
            if one.start <= figure.start and figure.end <= one.end
        ]
        if same:
            places = _places(same[0], figure.raw)
            if figure.start in places and len(places) == len(same):
                return same[places.index(figure.start)]
            return same[0] if len(places) == 1 == len(same) else None
        if figure.value is None:
            return None
        # One course over the years tells several figures, and is printed by its last.
        courses = [
            one
            for one in self.by_value.get((passage.id, abs(figure.value)), ())
            if one.start <= figure.start and figure.end <= one.end and len(one.values) > 1
        ]
        return courses[0] if len(courses) == 1 else None


def _tight(raw: str) -> str:
    return "".join(raw.split())


def _places(fact: Fact, raw: str) -> list[int]:
    """Where the quote of a fact prints a figure, in the canonical text."""
    quote, found, at = fact.quote, list[int](), fact.quote.find(raw)
    while at >= 0:
        end = at + len(raw)
        is_part = quote[max(0, at - 1) : at] in _IN_NUMBER or quote[end : end + 1] in _DIGITS
        if not is_part:
            found.append(fact.start + at)
        at = quote.find(raw, at + 1 if is_part else end)
    return found
