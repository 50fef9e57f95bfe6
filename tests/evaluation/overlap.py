"""Wanted evidence, and whether quotes hold it, whatever they are cut to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

SHARE = 0.5
"""From this share of equal three-letter runs on, a quote counts as holding the evidence."""

_RUN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A stretch that a right answer cites, and the files in which it may stand."""

    text: str
    sources: tuple[str, ...]


def holds(quotes: Iterable[str], wanted: str) -> bool:
    """Whether quotes together hold a stretch, blanks aside."""
    runs = _runs(wanted)
    found = set().union(*(_runs(quote) for quote in quotes))
    return len(runs & found) >= SHARE * len(runs)


def _runs(text: str) -> set[str]:
    letters = re.sub(r"\s", "", text)
    return {letters[at : at + _RUN] for at in range(max(1, len(letters) - _RUN + 1))}
