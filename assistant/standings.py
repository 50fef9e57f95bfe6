"""Standings: shares, ranks and sums of the items that one list or table prints side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

import index
from assistant.arithmetic import PER_CENT
from assistant.columns import (
    Column,
    ColumnOptions,
    Entry,
    columns_of,
    enough,
    met,
    named_entries,
)
from assistant.grammar import Asked, asked_nth, seeks_place
from assistant.matching import tight
from assistant.points import Computed, Point, say
from assistant.retrieve import Candidate
from assistant.shares import in_hundred
from assistant.stretches import figures_said
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingOptions:
    """Ranks need `fewest` items at least and are shown over `most` at most, as a reader can check.

    Two columns whose words meet a question within `even` of each other leave it open which is
    meant, unless their figures are the same.
    """

    fewest: int = 2
    most: int = 12
    even: float = 0.02
    columns: ColumnOptions = field(default_factory=ColumnOptions)


_MOST = re.compile(
    r"(?:가장|제일|최고로|젤)\s?(?:큰|컸|많|높|비싼|비싸)|"
    r"(?:\d{1,2}|두|세|네|다섯)\s?번째로\s?(?:큰|많|높|비싼)|\b(?:largest|highest|biggest|most)\b|"
    r"(?<![가-힣])최(?:다|고|대)(?:인)?\s(?=[가-힣]{2,8}[은는이가]?\s?\??$)|(?<![가-힣])최(?:다|고|대)\??$",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"(?:가장|제일|최저로|젤)\s?(?:작|적|낮|싼|싸)|"
    r"(?:\d{1,2}|두|세|네|다섯)\s?번째로\s?(?:작|적|낮)|\b(?:smallest|lowest|fewest|least)\b|"
    r"(?<![가-힣])최(?:저|소)(?:인)?\s(?=[가-힣]{2,8}[은는이가]?\s?\??$)|(?<![가-힣])최(?:저|소)\??$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:비율|비중|점유율)|몇\s?(?:%|퍼센트|프로)|(?:what|which)\s(?:share|percent\w*|proportion)|"
    r"\bshare of\b|\bpercentage of\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"늘|줄|증가|감소|오르|올랐|떨어|성장|증감|절감률")
# A named item is what the share is taken of, not the part, where this follows it.
_OF = r"\s?(?:사업|예산|건|명)?\s?(?:중에서|중에|중|가운데|에서)\s"
_RANK_WORDS = frozenset(
    "하나 다섯 여섯 일곱 여덟 아홉 열 "
    "크 큰 많 높 작 적 낮 비싸 가장 제일 최다 최고 최대 최저 최소 번째 두 세 어디 곳 데 것".split()
)
_SUM_WORDS = frozenset(
    "두 세 네 다섯 여섯 일곱 여덟 아홉 열 가지 합하 합치 합계 더하 합 총합 모두 전부 전체".split()
)
_SHARE_WORDS = frozenset("비율 비중 차지 차지하 퍼센트 프로 중 가운데".split())


def standing(
    asked: Understanding,
    good: Sequence[Candidate],
    snapshot: index.Snapshot,
    options: StandingOptions | None = None,
) -> Computed | None:
    """The share, rank or sum that a question asks for out of one printed list or table.

    None where no column meets the question's words, or two that differ meet them equally well.
    """
    options = options or StandingOptions()
    text = asked.text
    is_share = _SHARE.search(text) is not None and not _CHANGED.search(text)
    is_rank = bool(_MOST.search(text) or _LEAST.search(text) or asked_nth(text))
    if asked.compares_places or not (is_share or is_rank or asked.asks(Asked.SUM)):
        return None
    if not asked.places and len({one.evidence.document.municipality for one in good}) > 1:
        return None  # '예산이 가장 큰 사업은?': of which of the places is not said
    columns = columns_of(asked, good, snapshot, options.columns)
    if is_share:
        return _best(_shares(asked, columns, options), options)
    if asked.asks(Asked.SUM):
        return _best(_sums(asked, columns, options), options)
    if seeks_place(text):
        return None
    return _best(_ranks(asked, columns, options), options)


def _best(found: Iterator[tuple[float, Computed]], options: StandingOptions) -> Computed | None:
    rated = sorted(found, key=lambda pair: -pair[0])
    if not rated:
        return None
    even = [one for worth, one in rated if worth >= rated[0][0] - options.even]
    return even[0] if len({one.result for one in even}) == 1 else None


def _shares(
    asked: Understanding, columns: Sequence[Column], options: StandingOptions
) -> Iterator[tuple[float, Computed]]:
    stated = figures_said(asked.text)
    for column in columns:
        split = _whole_and_parts(column)
        if split is None or column.unit in {"%", "%p"}:
            continue
        whole, parts = split
        named = [one for one in named_entries(column, asked) if one in parts]
        named = [one for one in named if not _is_whole_of(one, asked)]
        if len(named) != 1:
            continue
        part = named[0]
        if stated and stated.isdisjoint({part.point.value, whole.point.value}):
            continue  # '120건 중' is a share of just these
        aside = _SHARE_WORDS | _missplit(asked)
        worth = met(asked, column, (part, whole), options.columns, aside=aside)
        if worth < enough(asked, options.columns):
            continue
        yield (
            worth,
            Computed(
                kind=Asked.SHARE,
                expression=f"{part.point.said()} ÷ {whole.point.said()}{PER_CENT}",
                result=f"{in_hundred(part.point.value / whole.point.value)}%",
                subject=part.label,
                facts=(part.point.fact, whole.point.fact),
                evidence=(column.evidence,),
            ),
        )


def _missplit(asked: Understanding) -> frozenset[str]:
    """Words that took a syllable of 비중 where a question without blanks was parted."""
    text = tight(asked.text)
    return frozenset(
        term.form
        for term in asked.terms
        if term.form.endswith("비") and re.search(f"{term.form}중(?:은|몇|얼마|$)", text)
    )


def _is_whole_of(entry: Entry, asked: Understanding) -> bool:
    """Whether a question takes its share of an item ('새 사업 중 국비 비율')."""
    said = r"\s?".join(map(re.escape, tight(entry.label)))
    return re.search(said + _OF, asked.text) is not None


def _whole_and_parts(column: Column) -> tuple[Entry, list[Entry]] | None:
    """The one item that all the others add up to, and those others."""
    total = sum((one.point.value for one in column.entries), Decimal(0))
    wholes = [one for one in column.entries if one.point.value * 2 == total]
    if len(wholes) != 1 or len(column.entries) < 3:
        return None
    whole = wholes[0]
    return whole, [one for one in column.entries if one is not whole]


def _items(column: Column) -> list[Entry]:
    """The items without a total of them."""
    split = _whole_and_parts(column)
    if split is not None:
        return split[1]
    return [one for one in column.entries if "total" not in one.point.fact.flags]


def _ranks(
    asked: Understanding, columns: Sequence[Column], options: StandingOptions
) -> Iterator[tuple[float, Computed]]:
    is_least = _LEAST.search(asked.text) is not None
    nth = asked_nth(asked.text) or 1
    for column in columns:
        items = _items(column)
        if not column.is_closed or not max(options.fewest, nth) <= len(items) <= options.most:
            continue
        if not _is_wanted_measure(asked, column):
            continue
        worth = met(asked, column, (), options.columns, aside=_RANK_WORDS)
        if worth < enough(asked, options.columns):
            continue
        ordered = sorted(items, key=lambda one: one.point.value, reverse=not is_least)
        chosen = ordered[nth - 1]
        if sum(one.point.value == chosen.point.value for one in items) > 1:
            continue
        place = f" ({nth}번째)" if asked.wording == "ko" else f" (no. {nth})"
        picked = _picked(ordered, chosen, column, is_least=is_least)
        yield worth, replace(picked, result=picked.result + place) if nth > 1 else picked


def _picked(ordered: Sequence[Entry], chosen: Entry, column: Column, *, is_least: bool) -> Computed:
    said = [f"{one.label} {one.point.said()}" for one in ordered]
    return Computed(
        kind=Asked.MINIMUM if is_least else Asked.MAXIMUM,
        expression=(" < " if is_least else " > ").join(said),
        result=f"{chosen.label} {chosen.point.said()}",
        subject=chosen.label,
        facts=tuple(dict.fromkeys(one.point.fact for one in ordered)),
        evidence=(column.evidence,),
    )


def _is_wanted_measure(asked: Understanding, column: Column) -> bool:
    """Whether rates are ranked where a rate is asked for, and nothing else is."""
    wants_rate = asked.asks(Asked.RATIO) or re.search(r"[률율](?![가-힣])", asked.text) is not None
    return wants_rate == (column.unit in {"%", "%p"})


def _sums(
    asked: Understanding, columns: Sequence[Column], options: StandingOptions
) -> Iterator[tuple[float, Computed]]:
    for column in columns:
        items = _items(column)
        if column.unit in {"%", "%p"} or len(items) < options.fewest:
            continue
        named = [one for one in named_entries(column, asked) if one in items]
        if len(named) < options.fewest:
            is_all = column.is_closed and (asked.count is None or asked.count == len(items))
            named = items if is_all else []
        if len(named) < options.fewest or len(named) > options.most:
            continue
        worth = met(asked, column, named, options.columns, aside=_SUM_WORDS)
        if worth >= enough(asked, options.columns):
            yield worth, _summed([one.point for one in named], column)


def _summed(points: Sequence[Point], column: Column) -> Computed:
    return Computed(
        kind=Asked.SUM,
        expression=" + ".join(one.said() for one in points),
        result=say(sum((one.value for one in points), Decimal(0)), points[0].unit),
        subject="",
        facts=tuple(dict.fromkeys(one.fact for one in points)),
        evidence=(column.evidence,),
    )
