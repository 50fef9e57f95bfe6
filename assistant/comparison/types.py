"""What leaves this room: two sides, what is stated on each, and how the two differ."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import corpus


class Change(StrEnum):
    """How the right side differs from the left; the value is a word of the page's address."""

    UP = "up"
    DOWN = "down"
    CHANGED = "changed"
    """Both state it, in words or figures that cannot be subtracted."""
    SAME = "same"
    NEW = "new"
    """Only the right side states it."""
    GONE = "gone"
    """Only the left side states it."""
    UNCLEAR = "unclear"
    """A name that stands for several things on a side, so that nothing says which belong
    together."""


class Link(StrEnum):
    """What says that two statements are about the same thing."""

    SERIES = "series"
    """They are points of one series (`corpus.Series`)."""
    NAME = "name"
    """Kind, name, unit and role are the same, and the name stands once on each side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: a document, or what is said of a place in one year.

    `key` is what the address names; `label` what people call it.
    """

    key: str
    label: str
    document: corpus.Document | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What one fact states, as printed, with the year and stage it is of."""

    fact: corpus.Fact
    printed: str
    value: corpus.Value | None
    year: int | None
    phase: corpus.Phase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedRow:
    """One thing that either side states.

    `difference` is right less left in `unit`, and `percent` the same of the left; None where it
    cannot be reckoned. `link` is None where only one side states it.
    """

    kind: corpus.FactKind
    name: str
    unit: str | None
    left: Figure | None
    right: Figure | None
    change: Change
    link: Link | None = None
    difference: Decimal | None = None
    percent: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two sides and everything they state, aligned where it can be.

    `is_cut` says that a side states more than was compared.
    """

    left: Side
    right: Side
    rows: tuple[AlignedRow, ...]
    is_cut: bool

    def count(self, change: Change) -> int:
        """How many rows differ in this way."""
        return sum(one.change is change for one in self.rows)
