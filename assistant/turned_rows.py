"""Rows of counts that turn into others: `2국 15과 60팀에서 3국 16과 64팀으로`, unit by unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.figures import Figure

COUNTS = re.compile(r"[\s,·]*(?:\d{1,4}\s?[가-힣]{1,3}[\s,·]+)*")
"""What may stand between two figures of a row: counts of offices, which nothing else counts."""

_TURN = re.compile(r"\s?(?:에서|→|⇒|➡|➔|->|=>)\s?(?:\([^()\d]{0,12}\)\s?)?")
_TO = re.compile(r"\s?(?:까지|으로|로)")


def turned_rows(text: str, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each figure of a row with the one it turned into, where both rows count the same things.

    A row that counts one thing twice says nothing of which of the two turned.
    """
    for before, after in pairwise(_rows(text, figures)):
        turn = _TURN.match(text, before[-1].end)
        if turn is None or not COUNTS.fullmatch(text, turn.end(), after[0].start):
            continue
        is_arrow = "에서" not in turn.group()
        is_row = len(before) > 1 or turn.end() < after[0].start
        units = [one.unit for one in before]
        is_same = len(set(units)) == len(units) and set(units) == {one.unit for one in after}
        if is_row and is_same and (is_arrow or _TO.match(text, after[-1].end)):
            for one in before:
                other = next(other for other in after if other.unit == one.unit)
                if other.value != one.value:
                    yield one, other


def _rows(text: str, figures: Sequence[Figure]) -> list[list[Figure]]:
    rows: list[list[Figure]] = []
    for one in figures:
        is_count = one.bound is None and one.unit not in {
            None,
            "원",
            "%",
            "%p",
            "년",
            "월",
            "위",
            "세",
        }
        if rows and is_count and COUNTS.fullmatch(text, rows[-1][-1].end, one.start):
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows
