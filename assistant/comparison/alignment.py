"""Alignment: which statements of two sides are about the same thing, and how they differ.

First by series, which link the same indicator of the same government through documents whatever
its spelling; then by name, kind, unit and role, where that stands once on each side. A name that
stands for several things is told apart by its year and by the heading above it, and where that
does not help nothing is aligned: a wrong pair would be a claim that no document makes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import corpus
from assistant.comparison.types import AlignedRow, Change, Figure, Link
from assistant.courses import NOT_COMPARABLE, WON, as_printed

_YEAR = re.compile(r"[‘’']?(?<![0-9])(?:(?:19|20)[0-9]{2}|(?<=[‘’'])[0-9]{2})\s?(?:년도|년)?")
_NOT_WORDS = re.compile(r"[\W_]+")
_TENTH = Decimal("0.1")

Key = tuple[object, ...]

_ALIKE = frozenset({"annual_flow"})
"""Sorts of figures that can be compared with each other, though with no other sort."""

_NONE: frozenset[str] = frozenset()
_DETAILS = (
    frozenset({"year"}),
    frozenset({"year", "heading"}),
    _NONE,
    frozenset({"heading"}),
)
"""What beside the name tells statements apart, tried one after the other on what is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What one side states: its published facts, and the heading that each stands under by id.

    `year` is the one year that is compared; None where the side is a document.
    """

    facts: Sequence[corpus.Fact]
    headings: Mapping[str, str]
    year: int | None = None


def align(left: Stated, right: Stated, series: Iterable[corpus.Series]) -> tuple[AlignedRow, ...]:
    """Every statement of either side in one row, in the order of the left, then of the right."""
    pairs: list[tuple[corpus.Fact, corpus.Fact, Link]] = []
    rest_left = {one.id: one for one in left.facts}
    rest_right = {one.id: one for one in right.facts}
    for here, there, pair in _by_series(left, right, series):
        pairs.append(pair)
        for fact_id in here:
            rest_left.pop(fact_id, None)
        for fact_id in there:
            rest_right.pop(fact_id, None)
    unclear: set[str] = set()
    for detail in _DETAILS:
        unclear = _by_name(left, right, rest_left, rest_right, pairs, detail)
    rows_found = [_pair(ours, theirs, link, left, right) for ours, theirs, link in pairs]
    rows_found += [_single(one, left, unclear, is_left=True) for one in rest_left.values()]
    rows_found += [_single(one, right, unclear, is_left=False) for one in rest_right.values()]
    order = {one.id: place for place, one in enumerate((*left.facts, *right.facts))}
    kinds = {kind: place for place, kind in enumerate(corpus.FactKind)}
    return tuple(sorted(rows_found, key=lambda row: (kinds[row.kind], order[_first(row).fact.id])))


def name_key(name: str) -> str:
    """A name in one spelling, without blanks, marks and years: '2022년 예산 총액' is '예산총액'."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return _NOT_WORDS.sub("", _YEAR.sub("", folded))


def _by_series(
    left: Stated, right: Stated, series: Iterable[corpus.Series]
) -> Iterable[tuple[list[str], list[str], tuple[corpus.Fact, corpus.Fact, Link]]]:
    """For each series that both sides are points of: its facts on each side, and the two compared.

    These are of the latest year that both speak of, where there is one.
    """
    here = {one.id: one for one in left.facts}
    there = {one.id: one for one in right.facts}
    used: set[str] = set()
    for one in series:
        points = [point for point in one.points if point.fact_id not in used]
        ours = [p for p in points if p.fact_id in here and left.year in (None, p.year)]
        theirs = [p for p in points if p.fact_id in there and right.year in (None, p.year)]
        if not ours or not theirs:
            continue
        shared = {p.year for p in ours} & {p.year for p in theirs}
        year = max(shared, default=None)
        mine = next((p for p in ours if p.year == year), ours[-1])
        other = next((p for p in theirs if p.year == year), theirs[-1])
        used |= {p.fact_id for p in (*ours, *theirs)}
        yield (
            [p.fact_id for p in ours],
            [p.fact_id for p in theirs],
            (here[mine.fact_id], there[other.fact_id], Link.SERIES),
        )


def _by_name(
    left: Stated,
    right: Stated,
    rest_left: dict[str, corpus.Fact],
    rest_right: dict[str, corpus.Fact],
    pairs: list[tuple[corpus.Fact, corpus.Fact, Link]],
    detail: frozenset[str],
) -> set[str]:
    """Pair what is left by name; gives the ids of those that both sides name and none can pair."""
    # What was paired over one year is not paired again over two that differ.
    done = {_key(one, left, _NONE) for one, _, link in pairs if link is Link.NAME}
    ours = _grouped(rest_left.values(), left, detail)
    theirs = _grouped(rest_right.values(), right, detail)
    unclear: set[str] = set()
    for key, here in ours.items():
        there = theirs.get(key)
        if not there or ("year" not in detail and _key(here[0], left, _NONE) in done):
            continue
        if _is_one_thing(here, left) and _is_one_thing(there, right):
            pairs.append((here[0], there[0], Link.NAME))
            for one in here:
                del rest_left[one.id]
            for one in there:
                del rest_right[one.id]
        else:
            unclear |= {one.id for one in (*here, *there)}
    return unclear


def _grouped(
    facts: Iterable[corpus.Fact], side: Stated, detail: frozenset[str]
) -> dict[Key, list[corpus.Fact]]:
    groups: defaultdict[Key, list[corpus.Fact]] = defaultdict(list)
    for one in facts:
        if name_key(one.name):
            groups[_key(one, side, detail)].append(one)
    return groups


def _key(fact: corpus.Fact, side: Stated, detail: frozenset[str]) -> Key:
    """What has to be equal for two statements to be about the same thing, in this detail."""
    heading = name_key(side.headings.get(fact.id, "")) if "heading" in detail else ""
    year = fact.fiscal_year if "year" in detail and side.year is None else None
    unit = WON if fact.amount_krw is not None else (fact.unit or "").replace(" ", "")
    role = (fact.comparator, fact.account, fact.funding_source, *sorted(_role(fact)))
    is_text = isinstance(fact.value, str)
    return (fact.kind, name_key(fact.name), heading, year, unit, is_text, role)


def _role(fact: corpus.Fact) -> set[str]:
    """The flags that make a figure one of another sort: a part, a threshold, a yearly flow."""
    return set(fact.flags) & (NOT_COMPARABLE | {"part", "subtotal", "total", "weight", "goal"})


def _is_one_thing(facts: Sequence[corpus.Fact], side: Stated) -> bool:
    """Whether facts of one name say one thing: a figure may be told again in another chapter."""
    said = {(one.value, one.year) for one in (_figure(fact, side) for fact in facts)}
    return len(said) == 1


def _figure(fact: corpus.Fact, side: Stated, year: int | None = None) -> Figure:
    """What a fact states of the side's year, else of `year`, else its headline."""
    wanted = side.year if side.year is not None else year
    if wanted is not None and wanted != fact.fiscal_year:
        found = [one for one in fact.values if one.year == wanted and one.value is not None]
        if found and found[-1].value is not None:
            last = found[-1]
            value = found[-1].value
            printed = as_printed(value, fact.unit, fact.quote)
            return Figure(fact=fact, printed=printed, value=value, year=wanted, phase=last.phase)
    own = [one.phase for one in fact.values if one.year == fact.fiscal_year]
    return Figure(
        fact=fact,
        # A course is printed as a whole; here one figure of it is meant.
        printed=(
            as_printed(fact.value, fact.unit, fact.quote)
            if len(fact.values) > 1 and fact.value is not None
            else fact.raw_text
        ),
        value=fact.value,
        year=fact.fiscal_year,
        phase=own[-1] if own else None,
    )


def _pair(
    ours: corpus.Fact, theirs: corpus.Fact, link: Link, left: Stated, right: Stated
) -> AlignedRow:
    year = None
    if left.year is None and right.year is None:
        # Two plans are compared over a year that both speak of, where there is one.
        shared = {one.year for one in ours.values} & {one.year for one in theirs.values} - {None}
        year = max((one for one in shared if one is not None), default=None)
    here, there = _figure(ours, left, year), _figure(theirs, right, year)
    difference = _difference(here, there)
    if difference is None:
        change = Change.SAME if _is_same(here, there) else Change.CHANGED
        return _row(ours, here, there, change, link)
    change = Change.UP if difference > 0 else Change.DOWN if difference < 0 else Change.SAME
    unit = WON if _is_money(here, there) else ours.unit
    before = _value(here, is_money=unit == WON)
    percent = None
    if before and unit != "%":
        percent = (difference / abs(before) * 100).quantize(_TENTH)
    return _row(ours, here, there, change, link, unit=unit, difference=difference, percent=percent)


def _difference(left: Figure, right: Figure) -> Decimal | None:
    """Right less left, None where these are no plain figures in one unit."""
    for one in (left, right):
        if not isinstance(one.value, Decimal) or not one.value.is_finite():
            return None
        if one.fact.comparator or (NOT_COMPARABLE - _ALIKE) & set(one.fact.flags):
            return None
    if _ALIKE & set(left.fact.flags) != _ALIKE & set(right.fact.flags):
        return None
    is_money = _is_money(left, right)
    units = {(one.fact.unit or "").replace(" ", "") for one in (left, right)}
    is_known = units != {""} or left.fact.id == right.fact.id
    if not is_money and (len(units) > 1 or not is_known):
        return None
    return _value(right, is_money=is_money) - _value(left, is_money=is_money)


def _is_money(left: Figure, right: Figure) -> bool:
    """Whether both are the headline amounts of facts in won."""
    return all(
        one.fact.amount_krw is not None and one.value == one.fact.value for one in (left, right)
    )


def _value(figure: Figure, *, is_money: bool) -> Decimal:
    if is_money and figure.fact.amount_krw is not None:
        return Decimal(figure.fact.amount_krw)
    return figure.value if isinstance(figure.value, Decimal) else Decimal(0)


def _is_same(left: Figure, right: Figure) -> bool:
    spelled: Callable[[Figure], str] = lambda one: "".join(one.printed.split())  # noqa: E731
    return spelled(left) == spelled(right)


def _single(fact: corpus.Fact, side: Stated, unclear: set[str], *, is_left: bool) -> AlignedRow:
    figure = _figure(fact, side)
    change = Change.GONE if is_left else Change.NEW
    if fact.id in unclear:
        change = Change.UNCLEAR
    left, right = (figure, None) if is_left else (None, figure)
    return _row(fact, left, right, change, None)


def _row(
    fact: corpus.Fact,
    left: Figure | None,
    right: Figure | None,
    change: Change,
    link: Link | None,
    *,
    unit: str | None = None,
    difference: Decimal | None = None,
    percent: Decimal | None = None,
) -> AlignedRow:
    return AlignedRow(
        kind=fact.kind,
        name=fact.name,
        unit=unit or fact.unit,
        left=left,
        right=right,
        change=change,
        link=link,
        difference=difference,
        percent=percent,
    )


def _first(row: AlignedRow) -> Figure:
    figure = row.left or row.right
    assert figure is not None  # noqa: S101 (a row states something)
    return figure
