"""Shapes: the marks, lines and words of a drawing as elements of SVG, with nothing else in them."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from assistant.charts.types import Mark, Shape

KEY_SIZE = 14
"""The side of the small square in which a key shows a mark."""

Number = Decimal | int | float | str


def dot(mark: Mark, x: Number, y: Number) -> Shape:
    """The mark of a point: a disc for what was reached, a hollow lozenge for what is planned."""
    if mark is Mark.ACTUAL:
        return _shape("circle", "dot-actual", cx=x, cy=y, r="4.5")
    if mark is Mark.PLANNED:
        return _shape("path", "dot-planned", d=f"M{x} {y}m0-6l6 6-6 6-6-6z")
    return _shape("path", "dot-unsaid", d=f"M{x} {y}m-4-4h8v8h-8z")


def bar(mark: Mark, *, x: Number, y: Number, width: Number, height: Number) -> Shape:
    """A bar: hollow for a total and for the left of two sides, full otherwise."""
    look = "whole" if mark in (Mark.TOTAL, Mark.LEFT) else "part"
    return _shape("rect", look, x=x, y=y, width=width, height=height)


def line(look: str, x1: Number, y1: Number, x2: Number, y2: Number) -> Shape:
    """A straight line between two points."""
    return _shape("path", look, d=f"M{x1} {y1}L{x2} {y2}")


def words(look: str, text: str, *, x: Number, y: Number) -> Shape:
    """A text that stands at a place; the class says to which side of it."""
    return Shape(tag="text", at={"class": look, "x": str(x), "y": str(y)}, text=text)


def key(mark: Mark) -> Shape:
    """The mark as a key shows it, in a square of KEY_SIZE."""
    middle = KEY_SIZE // 2
    if mark in (Mark.ACTUAL, Mark.PLANNED, Mark.UNSAID):
        return dot(mark, middle, middle)
    return bar(mark, x=1, y=3, width=KEY_SIZE - 2, height=KEY_SIZE - 6)


def _shape(tag: Literal["circle", "path", "rect"], look: str, **at: Number) -> Shape:
    return Shape(tag=tag, at={"class": look} | {name: str(value) for name, value in at.items()})
