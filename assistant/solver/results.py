"""Results: what comes of the figures of a goal, as it is shown, with what is quoted for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import corpus
import index
from assistant.arithmetic import PER_CENT
from assistant.changes import MOVED, segments_of
from assistant.cite import cite
from assistant.evidence import Evidence
from assistant.factors import falls_to_each
from assistant.figures import read_figures
from assistant.grammar import Asked
from assistant.matching import tight_published
from assistant.points import Computed, say
from assistant.reckonings import goes_as_said
from assistant.shares import in_hundred
from assistant.solver.inventory import Stated
from assistant.solver.operations import Goal, Operation
from assistant.solver.options import SolverOptions
from assistant.sources import Source, facts_of, quoted
from assistant.support import supports_of
from assistant.understand import Understanding

_KINDS = {
    Operation.REST: Asked.DIFFERENCE,
    Operation.GAP: Asked.DIFFERENCE,
    Operation.SUM: Asked.SUM,
    Operation.SHARE: Asked.SHARE,
    Operation.EACH: Asked.RATIO,
    Operation.GROWTH: Asked.GROWTH,
    Operation.TIMES: Asked.MULTIPLE,
    Operation.MORE: Asked.MAXIMUM,
    Operation.LESS: Asked.MINIMUM,
}


def reckoned(goal: Goal, figures: Sequence[Stated]) -> tuple[str, str, str]:
    """The expression, its result, and what the result is called."""
    operation = goal.operation
    if operation in {Operation.MORE, Operation.LESS}:
        return _ordered(goal, figures)
    values = [one.figure.value for one in figures]
    unit = figures[0].figure.unit or ""
    said = [say(one.figure.value, one.figure.unit or "") for one in figures]
    if operation is Operation.SUM:
        return " + ".join(said), say(sum(values, Decimal(0)), unit), ""
    if operation is Operation.REST:
        return " - ".join(said), say(values[0] - sum(values[1:], Decimal(0)), unit), "나머지"
    if operation is Operation.GAP:
        high, low = (0, 1) if values[0] > values[1] else (1, 0)
        gap = values[high] - values[low]
        result = f"{gap.normalize():f}%p" if unit == "%" else say(gap, unit)
        said = [
            f"{_called(it.said, one)} {text}".lstrip()
            for it, one, text in zip(goal.wanted, figures, said, strict=True)
        ]
        return f"{said[high]} - {said[low]}", result, _moved(goal, figures)
    if operation is Operation.SHARE:
        return f"{said[1]} ÷ {said[0]}{PER_CENT}", f"{in_hundred(values[1] / values[0])}%", ""
    if operation is Operation.GROWTH:
        change = (values[0] - values[1]) / values[1]
        word = "증가" if change >= 0 else "감소"
        expression = f"({said[0]} - {said[1]}) ÷ {said[1]}{PER_CENT}"
        return expression, f"{in_hundred(change)}%", word
    expression = f"{said[0]} ÷ {said[1]}"
    if operation is Operation.TIMES:
        times = (values[0] / values[1]).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
        return expression, f"{times.normalize():f}배", ""
    return expression, falls_to_each(figures[0].figure, figures[1].figure), ""


def _called(said: str, one: Stated) -> str:
    """What a question calls a figure, as far back as the text has it right before the figure."""
    words = said.split()
    for number in range(len(words)):
        name = " ".join(words[number:])
        if tight_published(name) in f"{one.near} {one.before}":
            return name
    return ""


def _moved(goal: Goal, figures: Sequence[Stated]) -> str:
    """What a difference is: how far one thing rose or fell between two years, else no more."""
    (one, other), wanted = figures, goal.wanted
    is_one_thing = len({replace(it, year=None, offset=None) for it in wanted}) == 1
    is_one_thing = is_one_thing or goal.is_near or goal.is_since
    is_level = one.figure.value == other.figure.value
    if not is_one_thing or is_level or one.year is None or other.year is None:
        return "차이"
    if one.year == other.year:
        return "차이"
    is_later_more = (one.figure.value > other.figure.value) == (one.year > other.year)
    return "증가" if is_later_more else "감소"


def _ordered(goal: Goal, figures: Sequence[Stated]) -> tuple[str, str, str]:
    """Two things in the order that is asked for, each as the question calls it."""
    is_less = goal.operation is Operation.LESS
    pairs = [
        (one.figure.value, f"{wanted.said} {say(one.figure.value, one.figure.unit or '')}", wanted)
        for wanted, one in zip(goal.wanted, figures, strict=True)
    ]
    pairs.sort(key=lambda pair: pair[0], reverse=not is_less)
    sign = " < " if is_less else " > "
    return sign.join(said for _, said, _ in pairs), pairs[0][1], pairs[0][2].said


def computed_of(
    asked: Understanding,
    goal: Goal,
    stated: Sequence[Stated],
    snapshot: index.Snapshot,
    options: SolverOptions,
) -> Computed:
    """The result with the facts and quotes that it rests on."""
    operation = goal.operation
    expression, result, subject = reckoned(goal, stated)
    told = (*stated, *_printed(operation, stated, snapshot))
    evidence = tuple(_evidence(asked, told, snapshot, options))
    years = years_apart(goal)
    if years:
        if stated[0].group != stated[1].group:
            expression = _dated_gap(stated, years)
        subject = _direction(expression, evidence, is_up=is_rise(stated)) or subject
    elif subject in {"증가", "감소"} and operation is Operation.GAP:
        subject = _direction(expression, evidence, is_up=subject == "증가") or "차이"
    figures = tuple(one.figure for one in stated)
    facts: dict[str, corpus.Fact] = {}
    for cited in evidence:
        facts |= {fact.id: fact for fact in facts_of(cited, figures)}
    is_cited = all(any(fact.id in facts for fact in cited.facts) for cited in evidence)
    return Computed(
        kind=_KINDS[operation],
        expression=expression,
        result=result,
        subject=subject,
        facts=tuple(facts.values()) if is_cited else (),
        evidence=evidence,
    )


def years_apart(goal: Goal) -> tuple[int, ...]:
    """The two years that a gap lies between, the later first; () for any other goal."""
    years = tuple(one.year for one in goal.wanted if one.year is not None)
    is_gap = goal.operation is Operation.GAP and len(set(years)) == len(goal.wanted) == 2
    return years if is_gap and years[0] > years[1] else ()


def is_rise(stated: Sequence[Stated]) -> bool:
    """Whether of two figures, the later first, the later is the larger."""
    return stated[0].figure.value > stated[1].figure.value


def _dated_gap(stated: Sequence[Stated], years: Sequence[int]) -> str:
    """A gap whose figures stand apart, so that each needs its year beside it."""
    said = [
        (one.figure.value, f"{year}년 {say(one.figure.value, one.figure.unit or '')}")
        for year, one in zip(years, stated, strict=True)
    ]
    return " - ".join(text for _, text in sorted(said, key=lambda one: -one[0]))


def _direction(expression: str, evidence: Sequence[Evidence], *, is_up: bool) -> str:
    """Which way a figure went from year to year, where the sources prove it; '' else."""
    supports = [
        support
        for citation, one in zip(cite(evidence), evidence, strict=True)
        for support in supports_of(citation, one.facts)
    ]
    word = "증가" if is_up else "감소"
    return word if goes_as_said(expression, supports, [word]) else ""


def _printed(
    operation: Operation, stated: Sequence[Stated], snapshot: index.Snapshot
) -> Iterator[Stated]:
    """Where a section itself prints how far two figures are apart, to be quoted beside them."""
    if operation is not Operation.GAP:
        return
    one, other = stated
    gap = (abs(one.figure.value - other.figure.value), one.figure.unit)
    sections = tuple(dict.fromkeys(read.passage.section_id for read in stated))
    for passage in snapshot.passages(index.RecordRequest(section_ids=sections)):
        for start, end in segments_of(passage.text):
            for figure in read_figures(passage.text[start:end]).figures:
                is_gap = (figure.value, figure.unit) == gap
                if is_gap and MOVED.match(passage.text, start + figure.end):
                    span = (passage.start + start, passage.start + end)
                    yield replace(one, passage=passage, span=span)


def _evidence(
    asked: Understanding,
    figures: Sequence[Stated],
    snapshot: index.Snapshot,
    options: SolverOptions,
) -> Iterator[Evidence]:
    """What is quoted: stretches that hold the figures, those that touch or lie near as one."""
    spans: list[tuple[int, int, Stated]] = []
    for one in sorted(figures, key=lambda one: one.span):
        start, end = one.span
        if (spans and start <= spans[-1][1] + 2) or (
            spans and end - spans[-1][0] <= options.sources.longest
        ):
            first, last, held = spans[-1]
            spans[-1] = (first, max(last, end), held)
        else:
            spans.append((start, end, one))
    for start, end, one in spans:
        text = snapshot.text(one.document.id) or ""
        base = replace(one.candidate.evidence, passage=one.passage)
        yield quoted(
            asked,
            Source(evidence=base, text=text, start=0),
            (start, end),
            snapshot,
            options.sources,
        )
