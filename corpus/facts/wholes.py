"""Figures of one statement that are parts of one whole: shares of 100 %, marks out of 100.

A bare '(41.8%)' behind an amount may be a share, a rate or a change. Where all of a statement's
make 100 together they are shares, and a list of points that makes 100 is how marks are given.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from decimal import Decimal

from corpus.facts.certainty import is_certain_name
from corpus.facts.doubts import NAME_BORROWED, NAME_INCOMPLETE
from corpus.facts.draft import Draft
from corpus.facts.flags import WEIGHT
from corpus.types import Fact, FactKind

_WHOLE = Decimal(100)
_ROUNDING = Decimal("0.3")
_FEWEST = 2
_POINTS, _PER_CENT, _WON = "점", "%", "원"
_BARE_UNITS = frozenset({_PER_CENT, "개"})  # a doubt that lies in what these count, no other
SHARE, MARKS = "비중", "배점"


def as_parts(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a statement, those that make a whole named as its shares or weights."""
    found = list(drafts)
    shares = [one for one in found if _may_be_share(one)]
    if _make_whole(shares):
        named = {id(one) for one in shares if not one.name.endswith(SHARE)}
        found = [
            replace(one, name=f"{one.name} {SHARE}", doubts=(), flags=(*one.flags, "share"))
            if id(one) in named
            else one
            for one in found
        ]
    points = [one for one in found if one.unit == _POINTS and one.value != _WHOLE]
    if _make_whole(points):
        weights = {id(one) for one in points}
        found = [
            replace(
                one, kind=FactKind.STATISTIC, name=_as_marks(one.name), flags=_weighed(one.flags)
            )
            if id(one) in weights
            else one
            for one in found
        ]
    return _doubted_alike(found)


def marked_out(facts: Sequence[Fact]) -> list[Fact]:
    """The facts in order; items below each other that give 100 points are how marks are given."""
    found = list(facts)
    if not any([one.unit == _POINTS for one in found]):
        return found
    begin = 0
    while begin < len(found):
        end = begin
        while end < len(found) and _is_score(found[end], found[begin]):
            end += 1
        run = found[begin:end]
        if (
            len(run) > 1
            and sum(one.value for one in run if isinstance(one.value, Decimal)) == _WHOLE
        ):
            found[begin:end] = [
                replace(
                    one,
                    kind=FactKind.STATISTIC,
                    name=_as_marks(one.name),
                    flags=_weighed(one.flags),
                )
                for one in run
            ]
        begin = max(end, begin + 1)
    return found


def _is_score(one: Fact, first: Fact) -> bool:
    is_points = one.unit == _POINTS and isinstance(one.value, Decimal) and one.value < _WHOLE
    return is_points and one.section_id == first.section_id


def _as_marks(name: str) -> str:
    return name if name.endswith(MARKS) else f"{name} {MARKS}"


def _weighed(flags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*flags, WEIGHT)))


def _doubted_alike(drafts: list[Draft]) -> list[Draft]:
    """What has its name from a figure with a doubtful name before it has a doubtful name too."""
    doubted: set[str] = set()
    borrowed: set[str] = set()
    found: list[Draft] = []
    for one in drafts:
        if not one.doubts and doubted and _continues(one.name, doubted):
            one = replace(one, doubts=(NAME_BORROWED,))
        elif not one.doubts and one.unit == _WON and one.name in borrowed:
            one = replace(one, doubts=(NAME_BORROWED,))  # '… 등 5개 사업에 120억원'
        elif NAME_BORROWED in one.doubts and one.unit == "개":
            borrowed.add(one.name)
        elif set(one.doubts) & {NAME_BORROWED, NAME_INCOMPLETE} and one.unit not in _BARE_UNITS:
            doubted.add(one.name)
        found.append(one)
    return found


def _continues(name: str, doubted: Set[str]) -> bool:
    """Whether a name is a doubted one, or one with more words behind it."""
    words = name.split()
    return any(" ".join(words[:count]) in doubted for count in range(1, len(words) + 1))


def _may_be_share(draft: Draft) -> bool:
    is_named = not draft.doubts or draft.doubts == (NAME_INCOMPLETE,)
    is_share = draft.unit == _PER_CENT and "change" not in draft.flags
    return is_share and is_named and is_certain_name(draft.name)


def _make_whole(drafts: Sequence[Draft]) -> bool:
    values = [one.value for one in drafts if isinstance(one.value, Decimal)]
    if len(values) < _FEWEST or len(values) != len(drafts):
        return False
    return abs(sum(values, Decimal(0)) - _WHOLE) <= _ROUNDING and min(values) > 0
