"""Shares: what part of a printed total one of its parts is, where the two stand together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import corpus
import index
from assistant.arithmetic import PER_CENT
from assistant.evidence import Evidence, evidence_of
from assistant.grammar import Asked
from assistant.matching import tight
from assistant.points import Computed, Point, points_of
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareOptions:
    """`least_parts` parts make up a total; of one alone it is not known what the rest is."""

    least_parts: int = 2


_ACCOUNTS = (
    ("general_account", re.compile(r"일반\s?회계|\bgeneral account\b", re.IGNORECASE)),
    ("special_account", re.compile(r"특별\s?회계|\bspecial accounts?\b", re.IGNORECASE)),
)
_NO_PART = frozenset({"threshold", "range", "change", "goal", "before_change", "previous_year"})
_NAME_DOUBTS = frozenset({"name_incomplete", "name_borrowed"})
_PART_ASKED = re.compile(
    r"(?<![가-힣])(?P<part>(?!얼마|몇)[가-힣]{2,12}?)(?:이|가|의)?\s"
    # '복지 금액과 비중' asks for the amount of the part as well.
    r"(?:(?:금액|액수|예산|예산액|사업비|규모|건수)(?:과|와|이랑|랑|하고|및|\s및|[,·/])?\s){0,2}"
    r"(?:차지하는|비중)"
)
_AMONG = re.compile(r"(?:중|가운데)(?!요|심|점|앙)")
_TENTH = Decimal("0.1")


_SHARE_BEHIND = re.compile(r"\s?[(（]\s?(?:전체의\s?|비중\s?)?\d[\d.]*\s?(?:%|퍼센트)")


def share_of(
    asked: Understanding, snapshot: index.Snapshot, options: ShareOptions | None = None
) -> Computed | None:
    """The share that a question asks for, out of a total and parts that add up to it.

    Total and parts stand in one passage in one unit and one year, and the parts make up the whole
    total, so that it is certain what the share is of. None where no part is named, where two
    documents give different shares, or where no place is.
    """
    options = options or ShareOptions()
    if not asked.asks(Asked.SHARE) or not asked.places or asked.compares_places:
        return None
    names = tuple({name for place in asked.places for name in (place.korean, place.name)})
    request = index.RecordRequest(municipalities=names, years=asked.figure_years)
    # Parts that make up a total to the won are its parts, whatever is doubted of their names.
    facts = [one for one in snapshot.facts(request) if set(one.doubts) <= _NAME_DOUBTS]
    found: dict[tuple[Decimal, Decimal, int | None], tuple[Point, Point]] = {}
    for year, whole, parts in _wholes(facts, options):
        if asked.figure_years and year not in asked.figure_years:
            continue
        named = [part for part in parts if _is_named(asked, part, whole)]
        if len(named) == 1:
            found.setdefault((named[0].value, whole.value, year), (named[0], whole))
    nearest = _nearest(asked, list(found.values()))
    if len(nearest) != 1:
        return None
    ((part, whole),) = nearest
    if _SHARE_BEHIND.match(part.fact.quote.partition(part.fact.raw_text)[2]):
        return None  # the document prints what share it is, of whichever whole it means
    evidence = [evidence_of(part.fact, snapshot)]
    if whole.fact.quote != part.fact.quote:
        evidence.append(evidence_of(whole.fact, snapshot))
    return Computed(
        kind=Asked.SHARE,
        expression=f"{part.said()} ÷ {whole.said()}{PER_CENT}",
        result=f"{in_hundred(part.value / whole.value)}%",
        subject=part.fact.name,
        facts=(part.fact, whole.fact),
        evidence=tuple(evidence),
    )


def _nearest(
    asked: Understanding, found: Sequence[tuple[Point, Point]]
) -> list[tuple[Point, Point]]:
    """Of several totals with the part asked about, those whose names say most of the question."""
    said = tight(asked.text)
    met = [sum(tight(word) in said for word in whole.fact.name.split()) for _, whole in found]
    return [one for one, count in zip(found, met, strict=True) if count == max(met)]


def is_share_missing(asked: Understanding, evidence: Sequence[Evidence]) -> bool:
    """Whether a share is asked for of a part that no percentage of the evidence stands beside."""
    part = _PART_ASKED.search(asked.text) if asked.asks(Asked.SHARE) else None
    if part is None:
        return False
    lines = [tight(line) for one in evidence for line in one.quote.splitlines() if "%" in line]
    return not any(tight(part["part"]) in line for line in lines)


def growth(first: Point, last: Point, evidence: tuple[Evidence, ...] = ()) -> Computed:
    """By how many per cent a figure rose or fell from one year to a later one."""
    change = (last.value - first.value) / first.value
    return Computed(
        kind=Asked.GROWTH,
        expression=f"({last.said()} - {first.said()}) ÷ {first.said()}{PER_CENT}",
        result=f"{in_hundred(change)}%",
        subject="증가" if change >= 0 else "감소",
        facts=tuple(dict.fromkeys((first.fact, last.fact))),
        evidence=evidence,
    )


def in_hundred(ratio: Decimal) -> Decimal:
    """A ratio in per cent, to one decimal, halves rounded away from zero as plans do."""
    return (ratio * 100).quantize(_TENTH, rounding=ROUND_HALF_UP)


def _wholes(
    facts: Iterable[corpus.Fact], options: ShareOptions
) -> Iterable[tuple[int | None, Point, Sequence[Point]]]:
    """Each total with the parts that add up to it, from one passage, unit, year and quote kind."""
    together: defaultdict[tuple[str, str, int | None], list[Point]] = defaultdict(list)
    for fact in facts:
        for point in points_of(fact):
            if not _NO_PART & set(fact.flags) and point.value > 0:
                key = (fact.passage_id, point.unit, point.year or fact.fiscal_year)
                together[key].append(point)
    for (_, _, year), points in together.items():
        for whole in points:
            # The parts carry the total's name ('예산 총액 특별') or are marked as parts.
            parts = [
                one
                for one in points
                if one is not whole
                and (one.fact.name.startswith(whole.fact.name) or "part" in one.fact.flags)
            ]
            total = sum((one.value for one in parts), Decimal(0))
            if len(parts) >= options.least_parts and total == whole.value:
                yield year, whole, parts


def _is_named(asked: Understanding, part: Point, whole: Point) -> bool:
    """Whether the question names the part: by its account, or by the words it has of its own."""
    named = [pattern for _, pattern in _ACCOUNTS if pattern.search(asked.text)]
    # '그 중 비율은?' leaves unsaid what an earlier question named.
    leans = asked.is_follow_up and not named
    said = f"{asked.text} {asked.search_text}" if leans else asked.text
    if part.fact.account is not None:
        pattern = dict(_ACCOUNTS).get(part.fact.account)
        return pattern is not None and pattern.search(said) is not None
    common = set(whole.fact.name.split())
    own = [word for word in part.fact.name.split() if word not in common]
    if not own or not all(tight(word) in tight(said) for word in own):
        return False
    # '새 과제 중 국비 과제 비율' asks for a share of the new ones, not for theirs.
    return not _AMONG.match(tight(asked.text).partition(tight(" ".join(own)))[2])
