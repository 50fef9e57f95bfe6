"""Contrasts: one measure in two years, of two places, or against an average, each found apart.

Each side is looked for by itself, in the words and at the place where its own document has it
(`assistant.readings`), and is cited by itself. What is said first is which side has more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product

import index
from assistant.grammar import Asked
from assistant.multiples import gap
from assistant.podium import sentences
from assistant.points import Computed, say
from assistant.retrieve import Retrieved
from assistant.sides import Side, SideOptions, is_of_one, likeness, sides_of
from assistant.sources import Told, facts_of, quoted
from assistant.types import Calculation
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class ContrastOptions:
    """Of two pairs that meet a question within `even` of each other and differ, neither is taken.

    `alike` is what a pair gains whose two sides are called by the same words.
    """

    even: float = 0.05
    alike: float = 0.3
    sides: SideOptions = field(default_factory=SideOptions)


_COMPARES = re.compile(
    r"더\s?(?:많|높|크|큰|컸|적|낮|작|짧|길|빠)|어(?:디|느)|늘었|줄었|늘어났|줄어들었|올랐|내렸|증가|감소|비교|"
    r"보다|차이|대비|얼마나|많(?:나|은가|아)|적(?:나|은가|어)|높(?:나|은가|아)|크(?:나|ㄴ가)|큰가|작은가|"
    r"\bcompar|\bmore\b|\bfewer\b|\bless\b|\bhigher\b|\blower\b|\blarger\b|\bincreas|\bdecreas|"
    r"\bgrow|\bgrew\b|\bdifference\b|\bvs\b",
    re.IGNORECASE,
)
_LESS = re.compile(r"더\s?(?:적|낮|작|짧|빠)|\b(?:lower|smaller|fewer)\b", re.IGNORECASE)
_MORE = re.compile(r"더\s?(?:많|높|크|큰|컸)|\b(?:higher|larger|more|greater)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"몇\s?(?:%|퍼센트|프로|배)|비율|비중|등급|\bpercent|\bgrade")


def contrast(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: ContrastOptions | None = None,
) -> Told | None:
    """Which of two sides has more, both figures, and how far they are apart.

    None where the question sets no two sides against each other, or leaves open which figures.
    """
    options = options or ContrastOptions()
    if not _COMPARES.search(asked.text) or _ANOTHER.search(asked.text):
        return None
    pairs = sides_of(asked, retrieved, snapshot, options.sides)
    if pairs is None:
        return None
    rated = sorted(
        (
            (one.worth + other.worth + options.alike * likeness(one, other), one, other)
            for one, other in product(*pairs)
            if one.reading.figure.unit == other.reading.figure.unit
            and is_of_one(asked, one.reading, other.reading)
            and (one.reading.source.start, one.reading.figure.start)
            != (other.reading.source.start, other.reading.figure.start)
        ),
        key=lambda three: -three[0],
    )
    even = [one for one in rated if one[0] >= rated[0][0] - options.even]
    values = {(one.reading.figure.value, other.reading.figure.value) for _, one, other in even}
    if len(values) != 1:
        return None
    _, first, second = even[0]
    return _told(asked, first, second, snapshot, options)


def _told(
    asked: Understanding,
    first: Side,
    second: Side,
    snapshot: index.Snapshot,
    options: ContrastOptions,
) -> Told | None:
    sides = (first, second)
    figures = [one.reading.figure for one in sides]
    if figures[0].value == figures[1].value:
        return None
    evidence = tuple(
        quoted(asked, one.reading.source, one.reading.span, snapshot, options.sides.sources)
        for one in sides
    )
    is_one = (evidence[0].document.id, evidence[0].start, evidence[0].end) == (
        evidence[1].document.id,
        evidence[1].start,
        evidence[1].end,
    )
    evidence = evidence[:1] if is_one else evidence
    inputs = tuple(range(1, len(evidence) + 1))
    is_least = _LESS.search(asked.text) is not None and _MORE.search(asked.text) is None
    ordered = sorted(sides, key=lambda one: one.reading.figure.value, reverse=not is_least)
    said = [f"{one.name} {_say(one)}".strip() for one in ordered]
    order = Calculation(
        expression=(" < " if is_least else " > ").join(said), result=said[0], inputs=inputs
    )
    high, low = sorted(sides, key=lambda one: -one.reading.figure.value)
    difference = high.reading.figure.value - low.reading.figure.value
    is_dated = first.year is not None and second.year is not None and first.name != second.name
    is_years = is_dated and first.name == f"{first.year}년"
    apart = Calculation(
        expression=f"{high.name} {_say(high)} - {low.name} {_say(low)}"
        if is_years
        else f"{_say(high)} - {_say(low)}",
        result=gap(difference, high.reading.figure.unit or ""),
        inputs=inputs,
    )
    facts = tuple(fact for one in evidence for fact in facts_of(one, figures))
    return Told(
        evidence=evidence,
        computed=Computed(
            kind=Asked.DIFFERENCE,
            expression=order.expression,
            result=order.result,
            subject=ordered[0].name,
            facts=tuple(dict.fromkeys(facts)),
            evidence=evidence,
            sentences=_said(asked, (high, low), order, apart, is_years=is_years),
            shown=(order, apart) if first.name and not is_years else (apart,),
        ),
    )


def _said(
    asked: Understanding,
    sides: tuple[Side, Side],
    order: Calculation,
    apart: Calculation,
    *,
    is_years: bool,
) -> tuple[str, ...]:
    if is_years:
        return _moved(asked, *sides, apart)
    both = tuple(sentences(asked, order, apart))
    return both if sides[0].name else both[1:]


def _moved(asked: Understanding, high: Side, low: Side, apart: Calculation) -> tuple[str, ...]:
    """A rise or fall from the earlier of two years to the later, with its calculation."""
    marks = "".join(f"[{number}]" for number in apart.inputs)
    is_up = (high.year or 0) > (low.year or 0)
    if asked.language == "ko":
        way = "증가" if is_up else "감소"
        said = f"{apart.result} {way}입니다 {marks}. (계산: {apart.expression} = {apart.result})"
        return (said,)
    way = "increase" if is_up else "decrease"
    return (f"{way} {apart.result} {marks} (computed: {apart.expression} = {apart.result})",)


def _say(one: Side) -> str:
    return say(one.reading.figure.value, one.reading.figure.unit or "")
