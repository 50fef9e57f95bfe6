"""Tallies: a count written out as what is counted, and whether a written one is right."""

from __future__ import annotations

import re
from collections.abc import Sequence

import corpus
from assistant.enumerations import enumerations
from assistant.matching import tight
from assistant.types import Calculation, Citation

_TALLY = re.compile(r"(?:개수|count)\((?P<items>.+)\)", re.DOTALL)
# A unit may follow; a scale would make another number of it ('3만 명').
_NUMBER = re.compile(r"(?P<number>\d{1,3})(?! ?[천만억조백십]) ?[가-힣]{0,3}")
_COMMA, _SEMICOLON = ", ", "; "


def tally(items: Sequence[str], language: str) -> str | None:
    """What is counted, as an expression: '개수(A, B, C)'; None where it cannot be read again."""
    name = "개수" if language == "ko" else "count"
    plain = [" ".join(one.split()) for one in items]
    separator = _SEMICOLON if any(_COMMA in one for one in plain) else _COMMA
    if not plain or any(separator in one for one in plain):
        return None
    written = f"{name}({separator.join(plain)})"
    return written if tallied(written) == tuple(plain) else None


def tallied(expression: str) -> tuple[str, ...]:
    """The items that an expression counts; () for one that is no tally."""
    match = _TALLY.fullmatch(expression)
    if match is None:
        return ()
    inside = match["items"]
    return tuple(inside.split(_SEMICOLON if _SEMICOLON in inside else _COMMA))


def is_counted(expression: str, result: str) -> bool:
    """Whether a result is the number of different items in a tally."""
    items = tallied(expression)
    match = _NUMBER.fullmatch(result)
    is_distinct = len({tight(one) or one for one in items}) == len(items)
    return match is not None and is_distinct and int(match["number"]) == len(items) > 0


def tally_fault(
    calculation: Calculation, citations: Sequence[Citation], facts: Sequence[corpus.Fact]
) -> str:
    """Why a tally does not rest on what is cited, '' if it does.

    Its items are all the items of one list in its only quote, none left out; or each is the name
    of a fact of its own, alone or behind its place's, stated in one of the quotes, and every quote
    states one.
    """
    items = tallied(calculation.expression)
    cited = [one for one in citations if one.number in calculation.inputs]
    if len(cited) == 1 and any(
        set(items) == {" ".join(one.split()) for one in listed.items}
        for listed in enumerations(cited[0].quote)
    ):
        return ""
    stated = {
        " ".join(name.split()): one.number
        for one in cited
        for fact in facts
        for name in (fact.name, f"{fact.municipality} {fact.name}")
        if fact.document_id == one.document.id and one.start <= fact.start and fact.end <= one.end
    }
    if not all(item in stated for item in items):
        return "item without a source"
    used = {stated[item] for item in items}
    return "" if used == {one.number for one in cited} else "input without an item"
