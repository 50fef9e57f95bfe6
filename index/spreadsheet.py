"""Text as a cell of CSV that no spreadsheet runs, and back.

Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection),
as does text that begins with an apostrophe and text that is empty: so `plain` gives back every
text, and an empty cell is an absent value, never an empty text. Numbers are written as they are.
"""

from __future__ import annotations

from decimal import Decimal

BYTE_ORDER_MARK = "\ufeff"
"""Begins a file of UTF-8 by which Excel knows it."""

SHIELD = "'"
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", SHIELD)
"""What a formula begins with in some spreadsheet, full-width forms too, and the shield itself."""


def shielded(words: str) -> str:
    """The text as a cell that no spreadsheet runs; `plain` undoes it."""
    return SHIELD + words if not words or words.startswith(RISKY) else words


def plain(cell: str) -> str | None:
    """The text that a cell of a column of text stands for; None for an absent one."""
    return cell.removeprefix(SHIELD) if cell else None


def digits(value: Decimal | int) -> str:
    """A number digit for digit, without an exponent."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)
