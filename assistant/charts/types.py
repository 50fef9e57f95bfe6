"""What leaves this room: a Chart, its points, and the shapes that it is drawn with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal

import corpus


class ChartKind(StrEnum):
    """What a chart shows; the value is part of the address of its figures."""

    TRAJECTORY = "trajectory"
    """One thing over the years: what was reached and what is planned differ by shape."""
    PARTS = "parts"
    """A total and the parts that make it up, laid end to end."""
    COMPARISON = "comparison"
    """The same measure of several places, years or documents, from one zero."""


class Mark(StrEnum):
    """How a figure is drawn; the values are parts of CSS class names."""

    ACTUAL = "actual"
    PLANNED = "planned"
    UNSAID = "unsaid"
    TOTAL = "total"
    PART = "part"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """One figure of a chart.

    `label` says what it is of (a year, a part, a place); `printed` is the figure as the document
    writes it and `value` the same in the chart's unit. `address` opens the words that state it,
    None where they have no place of their own; `source` is the title of their document.
    """

    label: str
    value: Decimal
    printed: str
    mark: Mark
    year: int | None = None
    phase: corpus.Phase | None = None
    group: str | None = None
    address: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One element of SVG: its tag, its attributes (a CSS class among them), and its words."""

    tag: Literal["circle", "path", "rect", "text"]
    at: Mapping[str, str]
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Shapes in a view box from (0, 0) to (width, height); `look` is the CSS class of the whole."""

    look: str
    width: int
    height: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture of figures that can be compared, each of which a document states.

    `of` are the ids of the series, fact, audit or facts that it is made of: with `kind` they make
    the same chart again, which is how the address of its CSV is built. A comparison in pairs has
    `groups`, the names of its two sides, and says itself in `csv` where its figures are.
    """

    kind: ChartKind
    of: tuple[str, ...]
    title: str
    unit: str
    points: tuple[ChartPoint, ...]
    drawing: Drawing
    groups: tuple[str, ...] = ()
    csv: str | None = None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The sorts of marks that occur, in the order in which a key names them."""
        return tuple(mark for mark in Mark if any(one.mark is mark for one in self.points))
