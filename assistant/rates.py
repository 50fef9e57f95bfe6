"""Rates: what falls to each one, what a rate comes to for all, and a price after its discount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import takewhile

import index
from assistant.figures import Figure
from assistant.grammar import Asked, same_unit
from assistant.matching import tight
from assistant.points import say
from assistant.retrieve import Retrieved
from assistant.shares import in_hundred
from assistant.sources import (
    Source,
    SourceOptions,
    Told,
    sources_of,
    worth_of,
)
from assistant.sums import Found, Item, items_of, told_of
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class RateOptions:
    """Of two results that meet a question within `even` of each other, neither is what it asks."""

    even: float = 0.03
    sources: SourceOptions = field(default_factory=SourceOptions)


_EACH = re.compile(
    r"(?P<noun>[가-힣]{2,8}?)\s?(?:하나|한\s?개|1개)\s?(?:당|마다)(?=\s)|"
    r"(?P<kind>부서|사업|과제|기관|마을|학교|업체|시설|단체|가구|세대|농가|위원회)\s?당(?=\s)"
)
_ONE = re.compile(
    r"(?:한|1|하나의)\s?(?P<unit>곳|건|명|개소|개|대|인|동|팀)\s?(?:당|마다|에)(?=\s)"
)
_NOUNS = frozenset({"NNG", "NNP", "XPN", "XSN", "XR"})
_ALL = re.compile(r"전부|모두|전체|총(?=\s|액)|다\s(?:주|지급|합)|곱|\b(?:in total|altogether)\b")
_RATE_LABEL = re.compile(
    r"(?:(?:1|한)\s?)?(?P<unit>인|명|곳|개소|개|대|건|가구|세대|농가|마을|팀|동|회)\s?당$"
)
_CUT = re.compile(r"\s?(?:를|을)?\s?(?:할인|감면|경감|인하|깎)")
_CUT_ASKED = re.compile(r"할인|감면|경감|깎|\bdiscount", re.IGNORECASE)
_AFTER_CUT = re.compile(
    r"(?:할인|감면|경감|깎)\S{0,4}\s?(?:후|뒤|하면|되면|받으면|적용|이후|으면|은|된)|실제로?\s?(?:내|부담)|"
    r"얼마를?\s?(?:내|부담|내면)|\b(?:after|pay)\b",
    re.IGNORECASE,
)


def rate(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: RateOptions | None = None,
) -> Told | None:
    """The average, the total of a rate, or the price after a discount that a question asks for.

    All figures stand in one sentence. None where the question asks for none of these, where the
    result is printed, or where its words leave open which figures are meant.
    """
    options = options or RateOptions()
    text = asked.text
    if asked.compares_places:
        return None
    if _CUT_ASKED.search(text) and _AFTER_CUT.search(text):
        reader = _discounted
    elif (_EACH.search(text) or _ONE.search(text)) and re.search(r"평균|몇|얼마", text):
        reader = _averages
    elif _ALL.search(text) and asked.asks(Asked.AMOUNT, Asked.SUM):
        reader = _products
    else:
        return None
    found = [
        one
        for source in sources_of(retrieved, options.sources)
        for one in reader(asked, source, retrieved, options)
        if one.worth > 0
    ]
    return told_of(asked, found, Asked.RATIO, snapshot, options)


def _sentences(source: Source) -> Iterator[list[Item]]:
    """The figures of each sentence, those with a bound left out."""
    by_segment: dict[tuple[int, int], list[Item]] = {}
    for one in items_of(source.text):
        if one.figure.bound is None and one.figure.unit is not None:
            by_segment.setdefault(one.segment, []).append(one)
    yield from by_segment.values()


def _averages(
    asked: Understanding, source: Source, retrieved: Retrieved, options: RateOptions
) -> Iterator[Found]:
    """`193개 과제 364개 지표`: how many of the one there are for each of the other."""
    each, one = _EACH.search(asked.text), _ONE.search(asked.text)
    noun = (each["noun"] or each["kind"]) if each else ""
    unit = one["unit"] if one else ""
    rest = tight(asked.text[: each.start()] + asked.text[each.end() :]) if each else asked.text
    for items in _sentences(source):
        divisors = [
            item
            for item in items
            if (len(noun) > 1 and _counted(item, source).endswith(tight(noun)))
            or (unit and same_unit(unit, item.figure.unit))
        ]
        if len(divisors) != 1 or not divisors[0].figure.value:
            continue
        below = divisors[0]
        above = [
            item
            for item in items
            if item is not below
            and item.figure.unit not in {"%", "%p", "년", "월", "일"}
            and (asked.unit is None or same_unit(asked.unit, item.figure.unit))
            and (named := _counted(item, source))
            and (named in rest or any(tight(t.form) in named for t in _own(asked, noun)))
        ]
        if len(above) != 1:
            continue
        top = above[0].figure
        span = below.segment
        yield Found(
            worth=worth_of(asked, "", source, span, retrieved, options.sources),
            source=source,
            span=span,
            expression=f"{_say(top)} ÷ {_say(below.figure)}",
            result=_each(top, below.figure),
            figures=(top, below.figure),
        )


def _own(asked: Understanding, noun: str) -> list[index.Word]:
    """The nouns of a question but the one that is counted by."""
    words = index.analyse(asked.text)
    return [
        one
        for one in words
        if one.tag in {"NNG", "NNP"} and len(one.form) > 1 and one.form not in noun
    ]


def _counted(item: Item, source: Source) -> str:
    """What a figure counts: the noun right behind it ('193개 과제'), else the words before it."""
    behind = re.match(r"\s?(?P<words>[가-힣]{2,12})", source.text[item.figure.end :])
    if behind is not None:
        nouns = takewhile(lambda one: one.tag in _NOUNS, index.analyse(behind["words"]))
        if counted := "".join(one.form for one in nouns):
            return tight(counted)
    return tight(re.sub(r"(?:은|는|이|가|을|를|에)$", "", item.label))


def _each(top: Figure, below: Figure) -> str:
    quotient = top.value / below.value
    if top.unit == "원":
        return say(quotient.quantize(Decimal(1), rounding=ROUND_HALF_UP), "원")
    return f"{in_hundred(quotient / 100)}{top.unit}"


def _products(
    asked: Understanding, source: Source, retrieved: Retrieved, options: RateOptions
) -> Iterator[Found]:
    """`8,930명, 1인당 60만원`: what the rate comes to, where no sum is printed beside it."""
    for items in _sentences(source):
        money = [one for one in items if one.figure.unit == "원"]
        label = _RATE_LABEL.search(money[0].label) if len(money) == 1 else None
        if label is None:
            continue
        counts = [
            one
            for one in items
            if one.figure.start < money[0].figure.start
            and same_unit(label["unit"], one.figure.unit)
            and not re.search(r"\d", one.label)
        ]
        if len(counts) != 1:
            continue
        count, price = counts[0].figure, money[0].figure
        span = counts[0].segment
        yield Found(
            worth=worth_of(asked, counts[0].label, source, span, retrieved, options.sources),
            source=source,
            span=span,
            expression=f"{_say(count)} × {_say(price)}",
            result=say(count.value * price.value, "원"),
            figures=(count, price),
        )


def _discounted(
    asked: Understanding, source: Source, retrieved: Retrieved, options: RateOptions
) -> Iterator[Found]:
    """`2주 기준 180만원, 주민 50% 할인`: the price less its share, where that is not printed."""
    for items in _sentences(source):
        money = [one.figure for one in items if one.figure.unit == "원"]
        cuts = [
            one.figure
            for one in items
            if one.figure.unit == "%" and _CUT.match(source.text, one.figure.end)
        ]
        if len(money) != 1 or len(cuts) != 1 or not 0 < cuts[0].value < 100:
            continue
        price, cut = money[0], cuts[0]
        less = price.value * cut.value / 100
        if less != less.to_integral_value():
            continue
        span = items[0].segment
        yield Found(
            worth=worth_of(asked, "", source, span, retrieved, options.sources),
            source=source,
            span=span,
            expression=f"{_say(price)} - {_say(price)} × {cut.value}%",
            result=_say(replace(price, value=price.value - less)),
            figures=(price, cut),
        )


def _say(one: Figure) -> str:
    return say(one.value, one.unit or "")
