"""Factors: what falls to each one, what a rate comes to, and the cost that fills a limit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from assistant.entries import Entry
from assistant.figures import Figure
from assistant.grammar import Asked, same_unit
from assistant.matching import tight
from assistant.points import say
from assistant.proportions import Proportion, names_in
from assistant.retrieve import Retrieved
from assistant.shares import in_hundred
from assistant.stretches import (
    Reckoned,
    Stretch,
    StretchOptions,
    bound_words,
    is_of_its_year,
    met_by,
    said,
    worth_for,
)
from assistant.understand import Understanding
from assistant.wholes import is_plain

_TIMED = {"년": ("년", "년간", "개년"), "개월": ("개월",), "일": ("일", "일간")}
_HOUSE = frozenset({"집", "가구", "세대", "농가", "어가", "호"})
_FIRM = frozenset({"업체", "점포", "곳", "개소", "군데", "시설", "개사", "개"})
_HEAD = frozenset({"명", "사람", "인", "분"})
_TIMES = frozenset({"번", "회", "차례"})
_NEXT = 6
"""Letters between two figures that are said of one thing."""
_RATED = re.compile(
    r"(?:(?:(?:한|1|하나)\s?)?(?P<unit>번|회|명|인|곳|개소|건|가구|세대|농가|어가|마리|두|대|동|팀|업체|그루|ha)"
    r"\s?(?:당|에|마다)|(?P<month>매?월|매달|한\s?달에?)|(?P<year>매년|한\s?해에?))\s?"
    r"(?:최대|최고|평균|약|각각|각)?\s?[:：]?$"
)
_SUPPORT_RATE = re.compile(r"보조|지원|부담|비율|[률율]")


def _is_each(each: str, one: Entry) -> bool:
    """Whether a figure counts what an average or a rate is for each of."""
    unit = one.figure.unit or ""
    if each in _TIMED:
        return unit in _TIMED[each]
    for group in (_HOUSE, _HEAD, _TIMES):
        if each in group:
            return unit in group
    if each in {"곳", "개소", "군데"} and unit in {"개소", "곳", "군데"}:
        return True
    counted = tight(f"{unit}{one.behind}")
    if each in _FIRM and len(each) < 2:
        return unit in _FIRM
    if len(each) > 1 and (each in counted or tight(one.name).endswith(each)):
        return True
    return unit == each


def averages(
    asked: Understanding,
    wanted: Proportion,
    stretch: Stretch,
    retrieved: Retrieved,
    options: StretchOptions,
) -> Iterator[Reckoned]:
    """`42가구 1,260칸`: how many of the one there are for each of the other."""
    usable = [one for one in stretch.entries if is_plain(one) or one.figure.unit in {"년", "개월"}]
    names = names_in(wanted.part)
    for below in usable:
        if not _is_each(wanted.each, below) or not is_of_its_year(below, asked):
            continue
        if below.inside >= 0 and below.year is not None and not asked.figure_years:
            continue  # '60곳(2023년 48곳)': the bracket tells of the year before
        mates = _mates(below, usable)
        tops = [
            one
            for one in mates
            if same_unit(wanted.unit, one.figure.unit)
            and is_of_its_year(one, asked)
            and (one.inside < 0 or met_by(names, tight(one.name)))
        ]
        named = [one for one in tops if met_by(names, tight(f"{one.name} {one.behind}"))]
        here = [one for one in tops if one.segment == below.segment]
        next_to = [one for one in here if _is_next(below, one)]
        tops = next((few for few in (named, here, next_to) if len(few) == 1), tops)
        if len(tops) != 1:
            continue
        top = tops[0]
        if top.inside >= 0 and below.inside < 0:
            continue
        worth = worth_for(asked, (top, below), stretch, retrieved, options)
        if worth > 0:
            bonus = options.by_word * (met_by(names, top.own) + met_by(names, below.own))
            bonus += options.by_word if top.segment == below.segment else 0.0
            yield Reckoned(
                worth=worth + bonus,
                stretch=stretch,
                terms=(top, below),
                expression=f"{said(top.figure)} ÷ {said(below.figure)}",
                result=falls_to_each(top.figure, below.figure),
                kind=Asked.RATIO,
            )


def _is_next(below: Entry, top: Entry) -> bool:
    """Whether two figures stand side by side with no more than a noun between ('58개 사업 3억')."""
    return 0 < top.figure.start - below.figure.end <= _NEXT and bool(below.behind)


def _mates(one: Entry, entries: Sequence[Entry]) -> list[Entry]:
    """The other figures of a sentence, and those of the items beside it under its own heading."""
    has_heading = bool(one.passage.heading_path) and len(one.passage.heading_path) > 1
    return [
        other
        for other in entries
        if other is not one
        and (
            other.segment == one.segment
            or (
                has_heading
                and other.lead
                and one.lead
                and other.passage.heading_path == one.passage.heading_path
            )
        )
    ]


def falls_to_each(top: Figure, below: Figure) -> str:
    """What of one figure falls to each of another, rounded to whole won or one decimal."""
    quotient = top.value / below.value
    if top.unit == "원":
        return say(quotient.quantize(Decimal(1), rounding=ROUND_HALF_UP), "원")
    short = in_hundred(quotient / 100)
    return (
        f"{short.normalize():f}{top.unit}" if short == short.to_integral() else f"{short}{top.unit}"
    )


def totals(
    asked: Understanding,
    wanted: Proportion,
    stretch: Stretch,
    retrieved: Retrieved,
    options: StretchOptions,
) -> Iterator[Reckoned]:
    """`한 번에 5만원`, `10회`: what a rate comes to for all that it is for."""
    for rate, count in _factors(wanted, stretch):
        if not (is_of_its_year(rate, asked) and is_of_its_year(count, asked)):
            continue
        product = rate.figure.value * count.figure.value / (100 if rate.figure.unit == "%" else 1)
        bounds = {rate.figure.bound, count.figure.bound} - {None}
        if len(bounds) > 1 or product != product.to_integral_value():
            continue
        unit = count.figure.unit if rate.figure.unit == "%" else rate.figure.unit
        first, second = (count, rate) if rate.figure.unit == "%" else (rate, count)
        worth = worth_for(asked, (rate, count), stretch, retrieved, options)
        if worth > 0:
            bound = bound_words(next(iter(bounds), None))
            yield Reckoned(
                worth=worth + options.by_word * met_by(names_in(wanted.part), rate.own),
                stretch=stretch,
                terms=(first, second),
                expression=f"{said(first.figure)} × {said(second.figure)}",
                result=f"{say(product, unit or '')}{bound}",
                kind=Asked.SUM,
            )


def _factors(wanted: Proportion, stretch: Stretch) -> Iterator[tuple[Entry, Entry]]:
    """A rate and the count that it is for: '한 번에 5만원' and '10회', '목표 400' and '627%'."""
    for rate in stretch.entries:
        if wanted.each == "%":
            if rate.figure.unit != "%" or "달성" not in rate.name:
                continue
            for count in stretch.entries:
                is_goal = "목표" in f"{count.lead} {count.name}" and is_plain(count)
                if count.segment == rate.segment and is_goal and rate.year in {None, count.year}:
                    yield rate, count
            continue
        label = _RATED.search(f"{rate.lead} {rate.name}".strip())
        if label is None or not same_unit(wanted.unit, rate.figure.unit):
            continue
        each = label["unit"] or ("개월" if label["month"] else "년")
        counts = [one for one in _mates(rate, stretch.entries) if _is_each(each, one)]
        if len(counts) == 1 and counts[0].figure.unit != rate.figure.unit:
            yield rate, counts[0]


def limits(
    asked: Understanding,
    wanted: Proportion,
    stretch: Stretch,
    retrieved: Retrieved,
    options: StretchOptions,
) -> Iterator[Reckoned]:
    """A limit over the rate up to which costs are borne: from what cost on the limit is paid."""
    names = names_in(wanted.part)
    for rate in stretch.entries:
        label = f"{rate.lead} {rate.name} {rate.behind}"
        if rate.figure.unit != "%" or not _SUPPORT_RATE.search(label):
            continue
        limits = [
            one
            for one in stretch.entries
            if one.segment == rate.segment and one.figure.unit == "원"
        ]
        if len(limits) != 1 or not 0 < rate.figure.value < 100:
            continue
        if not met_by(names, tight(rate.lead) or rate.own):
            continue
        whole = limits[0].figure.value * 100 / rate.figure.value
        worth = worth_for(asked, (limits[0], rate), stretch, retrieved, options)
        if worth > 0 and whole == whole.to_integral_value():
            plain = replace(limits[0].figure, bound=None)
            yield Reckoned(
                worth=worth + options.by_word * met_by(names, rate.own),
                stretch=stretch,
                terms=(limits[0], rate),
                expression=f"{said(limits[0].figure)} ÷ {rate.figure.value}%",
                result=say(whole, plain.unit or ""),
                kind=Asked.AMOUNT,
            )


def parts_by_rate(
    asked: Understanding,
    wanted: Proportion,
    stretch: Stretch,
    retrieved: Retrieved,
    options: StretchOptions,
) -> Iterator[Reckoned]:
    """`1,236억 원 (국비 50%, 도비 25%)`: what a share that a bracket prints comes to."""
    for rate in stretch.entries:
        if rate.figure.unit != "%" or rate.inside < 0 or rate.name != wanted.each:
            continue
        wholes = [
            one
            for one in stretch.entries
            if one.segment == rate.segment
            and is_plain(one)
            and one.figure.unit == "원"
            and 0 <= rate.inside - one.figure.end <= 1
        ]
        if len(wholes) != 1 or not is_of_its_year(wholes[0], asked):
            continue
        product = wholes[0].figure.value * rate.figure.value / 100
        worth = worth_for(asked, (wholes[0], rate), stretch, retrieved, options)
        if worth > 0 and product == product.to_integral_value():
            yield Reckoned(
                worth=worth + options.by_word * met_by(names_in(wanted.part), wholes[0].own),
                stretch=stretch,
                terms=(wholes[0], rate),
                expression=f"{said(wholes[0].figure)} × {rate.figure.value}%",
                result=say(product, "원"),
                kind=Asked.AMOUNT,
            )
