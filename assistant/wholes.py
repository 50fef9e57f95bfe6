"""Wholes: which figures of a document are parts of which other, as their text has it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.entries import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeOptions:
    """A total stands at most `apart` letters from the parts that it is the sum of; further off
    two figures that agree are as likely to agree by chance. A list has `most` parts at most.
    """

    apart: int = 500
    most: int = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A part and its whole; `is_sum` where the whole is printed as the sum of the part's list."""

    part: Entry
    whole: Entry
    is_sum: bool


_OUT_OF = re.compile(r"(?:[가-힣]{1,6}\s)?(?:중|가운데)(?:에서|에)?(?=\s|$)")
_COLON = re.compile(r"[가-힣\s]{0,8}[:：]")
_BACK = re.compile(r"(?:^|\s)(?:이|그)\s?(?:중|가운데)")
# What a figure rose or fell by is no part of what it is. 줄 and 늘 alone may tell of savings.
_CHANGE = re.compile(r"(?:증|감)(?:액|가|소)?(?![가-힣])|더\s")
_NO_PART = frozenset({"%", "%p", "년", "월", "일", "세", "위", "점", "시간", "개월", "배"})


def splits_of(
    entries: Sequence[Entry], options: WholeOptions | None = None, *, may_change: bool = False
) -> tuple[Split, ...]:
    """Every part with its whole: lists that add up, brackets, and what is said to be out of it.

    What something rose or fell by is a whole or a part only where `may_change` says so.
    """
    options = options or WholeOptions()
    usable = [one for one in entries if is_plain(one, may_change=may_change)]
    found: dict[tuple[int, int], Split] = {}
    counted = [
        one
        for one in entries
        if one.figure.unit not in _NO_PART and (may_change or not is_change(one))
    ]
    outside = _outside(counted, options)
    for split in (*_added(usable, options), *_bracketed(usable), *_headed(usable), *outside):
        key = (split.part.figure.start, split.whole.figure.start)
        found.setdefault(key, split)
    return tuple(found.values())


def is_plain(one: Entry, *, may_change: bool = False) -> bool:
    """Whether a figure can be a part or a whole: an amount or count without a bound."""
    return (
        one.figure.bound is None
        and one.figure.unit not in _NO_PART
        and one.figure.value > 0
        and (may_change or not is_change(one))
    )


def is_of_these(one: Entry) -> bool:
    """Whether a figure is said to be out of what was said last ('이 중 18건')."""
    return _BACK.search(one.name) is not None


def is_change(one: Entry) -> bool:
    """Whether a figure is what another one rose or fell by."""
    return _CHANGE.match(one.behind) is not None


def _added(entries: Sequence[Entry], options: WholeOptions) -> Iterator[Split]:
    by_unit: defaultdict[str | None, list[Entry]] = defaultdict(list)
    for one in entries:
        by_unit[one.figure.unit].append(one)
    for same in by_unit.values():
        for parts in _lists(same):
            yield from _totalled(parts, same, options)


def _lists(same: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Figures of one unit that stand in one sentence or row by row under one heading."""
    by_segment: defaultdict[tuple[int, int], list[Entry]] = defaultdict(list)
    by_heading: defaultdict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for one in same:
        by_segment[one.segment].append(one)
    for members in by_segment.values():
        if len(members) > 1:
            yield members
        by_heading[members[0].passage.heading_path].append(members[0])
    for members in by_heading.values():
        if len(members) > 1:
            yield members


def _totalled(
    listed: Sequence[Entry], same: Sequence[Entry], options: WholeOptions
) -> Iterator[Split]:
    """The parts of each run of a list that a figure nearby is the sum of."""
    for first in range(len(listed)):
        total = Decimal(0)
        for last in range(first, min(len(listed), first + options.most)):
            total += listed[last].figure.value
            run = listed[first : last + 1]
            if len(run) < 2:
                continue
            for whole in same:
                near = _apart(run, whole) <= options.apart
                is_beside = whole.inside >= 0 and whole.inside == run[0].inside
                if whole.figure.value == total and near and whole not in run and not is_beside:
                    for part in run:
                        yield Split(part=part, whole=whole, is_sum=True)


def _apart(run: Sequence[Entry], whole: Entry) -> int:
    before = run[0].figure.start - whole.figure.end
    behind = whole.figure.start - run[-1].figure.end
    return max(before, behind)


def _bracketed(entries: Sequence[Entry]) -> Iterator[Split]:
    """`82억 원(도비 12억 원)`: what a bracket behind a figure says of it."""
    for part in entries:
        if part.inside < 0 or part.year is not None:
            continue
        before = [
            one
            for one in entries
            if one.segment == part.segment and one.inside < 0 and one.figure.end <= part.inside
        ]
        if before and part.inside - before[-1].figure.end <= 1:
            whole = before[-1]
            if whole.figure.unit == part.figure.unit and whole.figure.value > part.figure.value:
                yield Split(part=part, whole=whole, is_sum=False)


def _headed(entries: Sequence[Entry]) -> Iterator[Split]:
    """`복지 127억원 증액 : 병원 30억원, 센터 43억원`: what a colon behind a figure lists of it."""
    for whole in entries:
        if _COLON.match(whole.behind) is None:
            continue
        for part in entries:
            is_behind = part.segment == whole.segment and part.figure.start > whole.figure.end
            same = part.figure.unit == whole.figure.unit
            if is_behind and same and part.figure.value < whole.figure.value and part.inside < 0:
                yield Split(part=part, whole=whole, is_sum=False)


def _outside(entries: Sequence[Entry], options: WholeOptions) -> Iterator[Split]:
    """`60명 중 38명`, `모두 90건이다. 이 가운데 60건`: what is said to be out of another."""
    for number, part in enumerate(entries):
        if part.figure.bound not in {None, "at_least", "at_most"} or part.inside >= 0:
            continue
        same = [
            one
            for one in entries[:number]
            if one.figure.unit == part.figure.unit
            and one.inside < 0
            and one.figure.bound is None
            and part.figure.start - one.figure.end <= options.apart
        ]
        if is_of_these(part):
            # Only what was said last can be meant by 'of these'.
            marks = same[-1:]
        else:
            marks = [
                one for one in same if one.segment == part.segment and _OUT_OF.match(one.behind)
            ][-1:]
        for whole in marks:
            if whole.figure.value > part.figure.value:
                yield Split(part=part, whole=whole, is_sum=False)
