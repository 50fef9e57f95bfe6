"""Rows of counts that turn into others: `2국 15과 60팀에서 3국 16과 64팀으로`, unit by unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.figures import Figure

COUNTS = re.compile(r"[\s,·]*(?:\d{1,4}\s?[가-힣]{1,3}[\s,·]+)*")
"""What may stand between two figures of a row: counts of offices, which nothing else counts."""

_TURN = re.compile(r"\s?(?:에서|→|⇒|➡|➔|->|=>)\s?(?:\([^()\d]{0,12}\)\s?)?")
_TO = re.compile(r"\s?(?:[가-힣]{1,3}(?=[으로이가]))?(?:까지|으로|로|[이가]\s?[되된])")
# '79과는 82과로 커진다': what a row is called stays, what it says behind the second row tells.
_TOPIC = re.compile(r"[은는이가]\s")
_TURNED = re.compile(r"(?:으로|로)\s?(?:커|바뀌|바뀐|늘|줄|개편|재편|확대|축소|조정)")
OFFICE = r"(?:담당관|담당|본부|실|국|과|팀|계|관|단|센터|소)"
"""What the parts of a town's organisation are called, and counted by."""
_COUNTED = re.compile(rf"\s(?P<noun>{OFFICE})(?:(?=에서|으로)|(?![가-힣]{{2}}))")
_FEWEST = 2


def turned_rows(text: str, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each figure of a row with the one it turned into, where both rows count the same things.

    A row that counts one thing twice says nothing of which of the two turned. What only one row
    counts was closed or is new, where the rest of them is the same.
    """
    for before, after in pairwise(_rows(text, figures)):
        first, last = before[-1], after[-1]
        start, end = first.end, last.end
        noun, other_noun = counted_at(text, first), counted_at(text, last)
        if noun and noun == other_noun:
            start, end = start + len(noun) + 1, end + len(noun) + 1
        turn, topic = _TURN.match(text, start), _TOPIC.match(text, start)
        turn = turn or (topic if _TURNED.match(text, end) else None)
        if turn is None or not COUNTS.fullmatch(text, turn.end(), after[0].start):
            continue
        is_arrow = turn is not topic and "에서" not in turn.group()
        is_row = len(before) > 1 or turn.end() < after[0].start
        units = [counted_at(text, one) or one.unit for one in before]
        others = [counted_at(text, one) or one.unit for one in after]
        shared = set(units) & set(others)
        is_same = set(units) == set(others) or len(shared) >= _FEWEST
        is_plain = len(set(units)) == len(units) and len(set(others)) == len(others)
        if is_row and is_same and is_plain and (is_arrow or _TO.match(text, end)):
            for unit, one in zip(units, before, strict=True):
                other = after[others.index(unit)] if unit in shared else one
                if other.value != one.value:
                    yield one, other


def counted_at(text: str, one: Figure) -> str:
    """The part of an organisation that a figure counts by a unit of its own ('257개 팀')."""
    noun = _COUNTED.match(text, one.end) if one.unit == "개" else None
    return noun["noun"] if noun else ""


def is_said_as(unit: str | None, said: str | None) -> bool:
    """Whether a figure of one unit may be said in another: offices are counted by 개 as well."""
    is_office = said == "개" and re.fullmatch(OFFICE, unit or "") is not None
    return is_office or unit in {said, None}


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
