"""Comparison: what two documents, or two years of a place, state side by side."""

from assistant.comparison.alignment import Stated, align
from assistant.comparison.page import ComparisonOptions, comparison_routes
from assistant.comparison.sheets import comparison_csv
from assistant.comparison.sides import Wanted, compare
from assistant.comparison.types import AlignedRow, Change, Comparison, Figure, Link, Side

__all__ = [
    "AlignedRow",
    "Change",
    "Comparison",
    "ComparisonOptions",
    "Figure",
    "Link",
    "Side",
    "Stated",
    "Wanted",
    "align",
    "compare",
    "comparison_csv",
    "comparison_routes",
]
