"""Arithmetic over facts: sums, differences, growth, the largest, how long; each step is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

import corpus
from assistant.across import compare_across
from assistant.averages import misses_average
from assistant.evidence import Evidence, overlap
from assistant.fitting import derives_year
from assistant.grammar import Asked, asks_for_money
from assistant.leads import led
from assistant.multiples import gap, means_points, multiple
from assistant.points import Computed, Point, by_year, goes_on, points_of, say, wanted_unit
from assistant.retrieve import Candidate
from assistant.shares import growth
from assistant.superlative import is_of_years
from assistant.understand import Understanding
from assistant.wishes import is_against
from assistant.wording import figure, month_count


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputeOptions:
    """How many of the best candidates are tried, alone and then in pairs."""

    candidates: int = 8
    paired: int = 6


COMPUTED_KINDS = (
    Asked.SUM,
    Asked.DIFFERENCE,
    Asked.GROWTH,
    Asked.MULTIPLE,
    Asked.MAXIMUM,
    Asked.MINIMUM,
    Asked.REMAINDER,
    Asked.DURATION,
)


def compute(
    asked: Understanding, good: Sequence[Candidate], options: ComputeOptions | None = None
) -> Computed | None:
    """The calculation a question asks for, from the best evidence that holds its figures.

    Only figures of one unit are ever added or compared. Where the question's words leave open
    which figures are meant, nothing is computed and None is given.
    """
    options = options or ComputeOptions()
    across = compare_across(asked, good)
    if across is not None:
        return across
    derived = bool(asked.figure_years) and any(
        derives_year(one.evidence, asked.figure_years) for one in good[: options.candidates]
    )
    if not derived and not asked.asks(*COMPUTED_KINDS):
        return None
    best = [one.evidence for one in good[: options.candidates]]
    tries: list[tuple[Evidence, ...]] = [(one,) for one in best]
    tries += [
        (one, other)
        for at, one in enumerate(best[: options.paired])
        for other in best[at + 1 : options.paired]
        if not overlap(one, other)
    ]
    for evidence in tries:
        facts = list({fact.id: fact for one in evidence for fact in one.facts}.values())
        found = _from_facts(asked, facts, evidence)
        if found is not None and not misses_average(asked.text, found.facts, evidence):
            used = {fact.id for fact in found.facts}
            kept = tuple(one for one in evidence if any(fact.id in used for fact in one.facts))
            return Computed(
                kind=found.kind,
                expression=found.expression,
                result=found.result,
                subject=found.subject,
                facts=found.facts,
                evidence=kept,
            )
    return None


def _from_facts(
    asked: Understanding, facts: Sequence[corpus.Fact], evidence: Sequence[Evidence]
) -> Computed | None:
    points = [point for fact in facts for point in points_of(fact)]
    if asked.asks(Asked.DURATION):
        return _duration(facts)
    if not points:
        return None
    if asked.asks(Asked.REMAINDER):
        return _remainder(points, evidence)
    if asked.asks(Asked.SUM):
        return _sum(asked, points)
    if asked.asks(Asked.GROWTH):
        return _growth(asked, points)
    if asked.asks(Asked.MULTIPLE):
        return _multiple(asked, points)
    if asked.asks(Asked.DIFFERENCE):
        return _difference(asked, points)
    if asked.asks(Asked.MAXIMUM, Asked.MINIMUM):
        return _extreme(asked, points)
    return _year_before(asked, points, evidence)


def _sum(asked: Understanding, points: Sequence[Point]) -> Computed | None:
    # A printed total is what its parts add up to, and no part of a sum.
    chosen = [one for one in wanted_unit(asked, points) if "total" not in one.fact.flags]
    chosen = of_measure(asked.text, chosen)
    terms = by_year([one for one in chosen if _is_asked(asked, one.fact)], asked.figure_years)
    if len(terms) < 2 or (asked.count is not None and len(terms) != asked.count):
        terms = _named(asked, chosen)
    if len(terms) < 2:
        return None
    total = sum((one.value for one in terms), Decimal(0))
    return Computed(
        kind=Asked.SUM,
        expression=" + ".join(one.said() for one in terms),
        result=say(total, terms[0].unit),
        subject=", ".join(dict.fromkeys(one.fact.name for one in terms)),
        facts=tuple(dict.fromkeys(one.fact for one in terms)),
    )


def _is_asked(asked: Understanding, fact: corpus.Fact) -> bool:
    """Whether a course may be what is asked for: one of several rows only where it is named."""
    return "part" not in fact.flags or any(_is_said(one, asked) for one in fact.name.split())


_MEASURES = re.compile(r"총사업비|국비|도비|시비|군비|구비|민자|융자")


def of_measure(text: str, points: Sequence[Point]) -> list[Point]:
    """The figures less those that are named for another measure than the question names.

    '총사업비를 모두 더하면' adds no national funds that stand in brackets behind each total.
    """
    measures = set(_MEASURES.findall(text))
    own = [set(_MEASURES.findall(one.fact.name)) for one in points]
    if not any(measures & one for one in own):
        return list(points)
    return [one for one, said in zip(points, own, strict=True) if not said or measures & said]


def _named(asked: Understanding, points: Sequence[Point]) -> list[Point]:
    """Figures whose names the question spells out, or as many of one list as it says there are."""
    names = [set(one.fact.name.split()) for one in points]
    common = set.intersection(*names) if len(names) > 1 else set()
    named: dict[str, Point] = {}
    for one in points:
        own = [word for word in one.fact.name.split() if word not in common]
        if own and all(_is_said(word, asked) for word in own):
            named.setdefault(" ".join(own), one)
    found = _without_whole(list(named.values()))
    if len(found) >= 2 and (asked.count is None or len(found) == asked.count):
        return found
    if asked.count is None:
        return []
    if len(points) == asked.count:
        return list(points)
    by_quote: dict[str, list[Point]] = {}
    for one in points:
        by_quote.setdefault(one.fact.quote, []).append(one)
    lists = [group for group in by_quote.values() if len(group) == asked.count]
    return max(lists, key=lambda one: led(asked, one[0].fact.quote), default=[])


def _without_whole(points: list[Point]) -> list[Point]:
    """The points less a total of all the others, which must not be added to its own parts."""
    total = sum((one.value for one in points), Decimal(0))
    parts = [one for one in points if one.value * 2 != total]
    return parts if len(parts) >= 2 else points


def _is_said(word: str, asked: Understanding) -> bool:
    """Whether the question says a word; '적정' is not said by '부적정'."""
    return re.search(rf"(?<![가-힣]){re.escape(word)}", asked.text) is not None


def _difference(asked: Understanding, points: Sequence[Point]) -> Computed | None:
    chosen = wanted_unit(asked, points)
    pair = _ends(by_year(chosen, asked.figure_years))
    if not pair:
        pair = _named(asked, chosen)
        if len(pair) != 2:
            return None
        pair.sort(key=lambda one: one.value)
    apart = pair[1].value - pair[0].value
    moved = _change(pair[0], pair[1])
    if moved != "차이" and is_against(asked, is_up=moved == "증가"):
        return None  # what fell is not what rose: these are figures of something else
    high, low = (pair[1], pair[0]) if apart >= 0 else (pair[0], pair[1])
    return Computed(
        kind=Asked.DIFFERENCE,
        expression=f"{high.said()} - {low.said()}",
        result=gap(abs(apart), pair[0].unit),
        subject=moved,
        facts=tuple(dict.fromkeys(one.fact for one in pair)),
    )


def _ends(course: Sequence[Point]) -> list[Point]:
    """The first and the last figure of a course; none where two neighbours are of other things."""
    if len(course) < 2:
        return []
    ends = [course[0], course[-1]]
    is_one = _is_one_course(*ends) or all(_is_one_course(*pair) for pair in pairwise(course))
    return ends if is_one else []


def _multiple(asked: Understanding, points: Sequence[Point]) -> Computed | None:
    """One figure measured by another: the later year by the earlier, or one named item by another.

    Items are measured in the order in which the question names them.
    """
    chosen = wanted_unit(asked, points)
    ends = _ends(by_year(chosen, asked.figure_years))
    if ends:
        return multiple(asked.text, [(f"{one.year}년", one) for one in reversed(ends)])
    pair = _named(asked, chosen)
    names = [one.fact.name.rpartition(" ")[2] for one in pair]
    said = sorted(zip(names, pair, strict=True), key=lambda one: asked.text.find(one[0]))
    return multiple(asked.text, said)


def _change(first: Point, last: Point) -> str:
    """What a difference is: a rise or fall between two years, else only a difference."""
    if first.year is None or last.year is None or first.year == last.year:
        return "차이"
    return "증가" if (last.value >= first.value) == (last.year > first.year) else "감소"


def _growth(asked: Understanding, points: Sequence[Point]) -> Computed | None:
    """By how many per cent a figure rose or fell from the first year asked about to the last."""
    # '증가율이 얼마' asks for no money: the unit asked for is the per cent of the result.
    kinds = tuple(
        kind for kind in asked.kinds if kind is not Asked.AMOUNT or asks_for_money(asked.text)
    )
    course = by_year(
        wanted_unit(replace(asked, unit=None, kinds=kinds), points), asked.figure_years
    )
    ends = _ends(course)
    if len(asked.figure_years) < 2 or not ends:
        return None
    first, last = ends
    if (first.year, last.year) != (asked.figure_years[0], asked.figure_years[-1]):
        return None
    if first.unit in {"%", "%p"}:
        if not means_points(asked.text, first.unit):
            return None
        return _difference(replace(asked, unit="%", kinds=(Asked.DIFFERENCE,)), [first, last])
    return growth(first, last) if first.value > 0 else None


def _extreme(asked: Understanding, points: Sequence[Point]) -> Computed | None:
    chosen = by_year(wanted_unit(asked, points), asked.figure_years)
    if len(chosen) < 2 or not is_of_years(asked):
        return None
    if not all(_is_one_course(one, other) for one, other in pairwise(chosen)):
        return None
    is_most = asked.asks(Asked.MAXIMUM)
    best = (max if is_most else min)(chosen, key=lambda one: one.value)
    ordered = sorted(chosen, key=lambda one: one.value, reverse=is_most)
    return Computed(
        kind=Asked.MAXIMUM if is_most else Asked.MINIMUM,
        expression=(" > " if is_most else " < ").join(
            f"{one.year}년 {one.said()}" for one in ordered
        ),
        result=f"{best.year}년 {best.said()}",
        subject=best.fact.name,
        facts=tuple(dict.fromkeys(one.fact for one in chosen)),
    )


_WHOLE = re.compile(r"모두|총|전체|대상|위촉|정원")
_CAME = re.compile(r"참석|참가|나온|나왔|(?<![가-힣])온\s?[가-힣]{1,4}(?![가-힣])")


def _remainder(points: Sequence[Point], evidence: Sequence[Evidence]) -> Computed | None:
    """All that were due less those who came: the whole is said to be one, and so is the part."""
    people = [one for one in points if one.unit in {"명", "인"}]
    parts = [one for one in people if _CAME.search(_after(one)) or _CAME.search(_before(one))]
    wholes = [
        one
        for one in people
        if one not in parts and (_WHOLE.search(_before(one)) or re.match(r"\s*대상", _after(one)))
    ]
    pairs = [(whole, part) for whole in wholes for part in parts if whole.value > part.value]
    if not pairs or len({(whole.value, part.value) for whole, part in pairs}) > 1:
        return None
    whole, part = pairs[0]
    return Computed(
        kind=Asked.REMAINDER,
        expression=f"{whole.said()} - {part.said()}",
        result=say(whole.value - part.value, whole.unit),
        subject=whole.fact.name,
        facts=(whole.fact, part.fact),
    )


def _after(one: Point) -> str:
    """What is said right after a figure, up to the next figure or clause."""
    _, _, after = one.fact.quote.partition(one.fact.raw_text)
    return re.split(r"[\d,|]|이며|이고|으며", after, maxsplit=1)[0]


def _before(one: Point) -> str:
    """What is said right before a figure, back to the one before."""
    before, _, _ = one.fact.quote.partition(one.fact.raw_text)
    return re.split(r"\d", before)[-1]


_MOVED = re.compile(
    r"[\s(]*(?:(?:이|가|만큼|씩)\s)?(?:(?P<up>오르|오른|오름|올라|올랐|상승|늘어|늘었|증가|높아)"
    r"|내리|내린|내림|내려|내렸|하락|떨어|줄어|줄었|감소|낮아)"
)


def _year_before(
    asked: Understanding, points: Sequence[Point], evidence: Sequence[Evidence]
) -> Computed | None:
    """Last year's value out of this year's and the printed change ('전년 대비 0.22점↑')."""
    for one in evidence:
        if not derives_year(one, asked.figure_years):
            continue
        for change in corpus.find_quantities(one.quote):
            before = one.quote[max(0, change.start - 14) : change.start]
            direction = change.direction or _direction(one.quote[change.end :])
            if direction is None or not re.search(r"전년|지난해|한\s?해\s?전", before):
                continue
            for point in _whole_first(points, change):
                is_moved = (point.unit, change.unit) == ("%", "%p") or point.unit == change.unit
                is_base = is_moved and point.value != change.value
                if not is_base or point.year is None or point.year - 1 not in asked.figure_years:
                    continue
                sign = 1 if direction == "up" else -1
                moved = figure(change.value, change.unit)
                return Computed(
                    kind=Asked.DIFFERENCE,
                    expression=f"{point.said()} {'-' if sign > 0 else '+'} {moved}",
                    result=say(point.value - sign * change.value, point.unit),
                    subject=f"{point.year - 1}년",
                    facts=(point.fact,),
                )
    return None


def _whole_first(points: Sequence[Point], change: corpus.Quantity) -> Sequence[Point]:
    """The figures that may have moved: of a whole and the parts that make it up, the whole."""
    same = [one for one in points if one.unit == change.unit and one.value != change.value]
    if len(same) > 2 and same[0].value == sum(one.value for one in same[1:]):
        return same[:1]
    return points


def _direction(after: str) -> str | None:
    """Which way a change went, by the word after it ('0.22점 오름'): 'up', 'down' or None."""
    word = _MOVED.match(after)
    return None if word is None else "up" if word["up"] else "down"


def _duration(facts: Sequence[corpus.Fact]) -> Computed | None:
    for fact in facts:
        if fact.period is None or not fact.period.start or not fact.period.end:
            continue
        months = month_count(fact.period.start, fact.period.end)
        if months is not None and fact.period.start != fact.period.end:
            return Computed(
                kind=Asked.DURATION,
                expression=f"{fact.period.start} ~ {fact.period.end}",
                result=f"{months}개월",
                subject=fact.name,
                facts=(fact,),
            )
    return None


def _is_one_course(one: Point, other: Point) -> bool:
    """Whether two figures are of the same thing in two years.

    Their names share a word, or one statement prints them with nothing but the year between them
    ('2020년 12억 원, 2021년 15억 원').
    """
    first, second = one.fact, other.fact
    if first.municipality != second.municipality:
        return False  # what one city counts did not grow into what another does
    if set(first.name.split()) & set(second.name.split()) or first.name == second.name:
        return True
    is_same_quote = (first.document_id, first.start) == (second.document_id, second.start)
    return is_same_quote and goes_on(one, other)
