"""Labelled numbers in the bracket behind a total: (일반 7,789, 특별 938), (기초 226, 중앙 27).

What the numbers are is for the reader that knows the total; here a bracket is only taken apart.
All functions take folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.recall import remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class BracketLimits:
    """How long a bracket of parts may be, in characters."""

    length: int = 400
    """Room for a dozen labelled parts; a longer bracket is prose."""
    label: int = 30
    """Twice the longest label met in plans (직속기관 및 사업소, 보조금 지원 기관·단체)."""


LIMITS = BracketLimits()

_BRACKET = re.compile(r" ?[(\[](?P<inside>(?:[^()\[\]]++|\([^()\[\]]*+\))++)[)\]]")
_NUMBER = re.compile(r"[△▲]?(?:[0-9]{1,3}(?:,[0-9]{3})++|[0-9]++)(?:\.[0-9]++)?+")
_LABEL = re.compile(r"[ ,/;·|]*+(?P<label>[^0-9/;|△▲]*+)(?=[△▲]?[0-9])")
_NO_PART = re.compile(
    r"전년|지난|작년|올해|내년|당초|기정|종전|기존|대비|목표|평균|최대|최소|기준|(?:약|제"
    r"|[반분]기별|[월연주회]별|당|매년|연간|['\-~A-Za-z.])$"
)
_AFTER_BARE = re.compile(r"(?: ?(?:등|외))?(?=[ ,/;|]|$)(?![,.][0-9])")
_REST = re.compile(r"[ ,/;|.]*(?:등|외)?[ .]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A label and the number after it; `read` is the index of its span, None for a bare number."""

    label: str
    label_start: int
    start: int
    end: int
    read: int | None


def bracket_at(folded: str, position: int) -> tuple[int, int] | None:
    """The span inside the bracket that opens at `position`; it may hold brackets of its own."""
    bracket = _BRACKET.match(folded, position, position + LIMITS.length)
    return bracket.span("inside") if bracket else None


@remembered
def open_bracket(folded: str, position: int) -> int:
    """Where the innermost bracket that is still open at `position` opens; -1 for none nearby."""
    near = max(0, position - LIMITS.length)
    if folded.find("(", near, position) < 0 and folded.find("[", near, position) < 0:
        return -1
    depth = 0
    for at in range(position - 1, max(-1, position - 1 - LIMITS.length), -1):
        if folded[at] in ")]":
            depth += 1
        elif folded[at] in "([":
            if depth == 0:
                return at
            depth -= 1
    return -1


def labelled_numbers(
    folded: str, inside: tuple[int, int], spans: Sequence[tuple[int, int]]
) -> tuple[Labelled, ...]:
    """The labelled numbers between two places of a text, in order.

    `spans` are the places of numbers that carry the total's own kind of unit. Empty where a number
    has no label, or where one carries any other unit.
    """
    cursor, end = inside
    own = {start: (index, stop) for index, (start, stop) in enumerate(spans)}
    found: list[Labelled] = []
    while not _REST.fullmatch(folded, cursor, end):
        match = _LABEL.match(folded, cursor, end)
        if match is None or not match["label"].strip():
            return ()
        start = match.end()
        read = own.get(start)
        if read is None:
            number = _NUMBER.match(folded, start, end)
            if number is None or not _AFTER_BARE.match(folded, number.end(), end):
                return ()
            stop = number.end()
        else:
            stop = read[1]
        label = match["label"].rstrip(" :=,")
        if len(label) > LIMITS.label or _NO_PART.search(label):
            return ()
        found.append(
            Labelled(
                label=label,
                label_start=match.start("label"),
                start=start,
                end=stop,
                read=None if read is None else read[0],
            )
        )
        cursor = stop
    return tuple(found)
