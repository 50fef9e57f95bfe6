"""Increments: by how much a figure moved, and what it was before, from a change that is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import index
from assistant.arithmetic import PER_CENT
from assistant.changes import Change, read_changes
from assistant.figures import Figure
from assistant.grammar import Asked, same_unit
from assistant.halves import is_of_other_half
from assistant.operands import nouns_of
from assistant.points import Computed, say
from assistant.retrieve import Retrieved
from assistant.shares import in_hundred
from assistant.sources import (
    Source,
    SourceOptions,
    Told,
    facts_of,
    quoted,
    sources_of,
    worth_of,
)
from assistant.turned_rows import OFFICE, counted_at
from assistant.understand import Understanding
from assistant.wishes import ASIDE, EARLIER, Wish, is_against, wish_of
from assistant.years import years_said


@dataclass(frozen=True, slots=True, kw_only=True)
class IncrementOptions:
    """Of two changes that meet a question within `even` of each other, neither is what it asks."""

    even: float = 0.03
    sources: SourceOptions = field(default_factory=SourceOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A change with the passage it stands in and how much of the question its words meet."""

    change: Change
    source: Source
    worth: float


_LAST_YEAR = re.compile(
    r"전년|지난해|작년|전해|한\s?해\s?전|\b(?:previous|last|prior) year\b", re.I
)
_THAN_LAST_YEAR = re.compile(
    r"(?:전년(?:도)?|지난해|작년|전해|한\s?해\s?전)(?:의|에)?\s?(?:\S{1,8}\s?)?(?:보다|대비|에\s?비)"
)
_PRESENT = re.compile(r"올해|금년")
_RATE_BEHIND = re.compile(r"[^\d.]{0,7}(?P<rate>\d[\d.,]*\s?%)(?!p)")
_GOAL = re.compile(r"목표|\b(?:target|goal)\b", re.IGNORECASE)
_TIME = re.compile(r"전년|지난해|작년|전해|올해|금년|\d년")
_TARGET_BASE = re.compile(r"목표(?:액|치|량)?(?:보다|\s?대비|에\s?비)")
_AVERAGE = re.compile(r"평균|\baverage\b", re.IGNORECASE)
_FIRST_PLAN = re.compile(r"당초|본예산|\b(?:original|initial)\b", re.IGNORECASE)
_OFFICES = re.compile(
    rf"(?<![가-힣])(?P<noun>{OFFICE})[은는이가도]?\s(?:모두\s|총\s|각각\s)?몇\s?[개곳]"
)
_MYRIAD = 10_000


def increment(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: IncrementOptions | None = None,
) -> Told | None:
    """The change, growth, ratio or earlier value that a question asks for.

    All figures are of one change that the text itself states as one. None where the question asks
    for none of these, or where no change or more than one is what it speaks of.
    """
    options = options or IncrementOptions()
    wish = wish_of(asked)
    if wish is None or asked.compares_places:
        return None
    rated = [
        _Read(change=change, source=one, worth=worth)
        for one in sources_of(retrieved, options.sources)
        for change in read_changes(one.text)
        if _is_unit_asked(asked, change, wish)
        and _is_count_asked(asked, change, one.text)
        and _is_reference_asked(asked, change, wish)
        and not _is_of_averages(change, one)
        and _is_of_target(asked, change)
        and not is_of_other_half(asked.text, change.name, one.text[change.start : change.end])
        and not (wish is not Wish.BEFORE and is_against(asked, is_up=_is_up(change)))
        and _is_of_years(asked, change, one, wish)
        and (worth := _worth(asked, change, one, retrieved, options)) > 0
    ]
    told = [
        (one, found)
        for one in rated
        if (found := _printed(one, wish) or _reckoned(one.change, wish)) is not None
    ]
    if not told:
        return None
    best = max(one.worth for one, _ in told)
    even = [(one, found) for one, found in told if one.worth >= best - options.even]
    if len({found[1] for _, found in even}) > 1:
        return None
    read, (expression, result, subject) = even[0]
    evidence = quoted(
        asked, read.source, (read.change.start, read.change.end), snapshot, options.sources
    )
    if not expression:
        return Told(evidence=(evidence,), computed=None)
    kind = {Wish.PERCENT: Asked.GROWTH, Wish.FOLD: Asked.RATIO}.get(wish, Asked.DIFFERENCE)
    return Told(
        evidence=(evidence,),
        computed=Computed(
            kind=kind,
            expression=expression,
            result=result,
            subject=subject,
            facts=facts_of(evidence, _figures(read.change)),
            evidence=(evidence,),
        ),
    )


def _is_unit_asked(asked: Understanding, change: Change, wish: Wish) -> bool:
    unit = _unit(change)
    if unit is None:
        return False
    if wish is Wish.PERCENT or wish is Wish.FOLD:
        return True
    if re.search(r"며칠|몇\s?일", asked.text):
        return unit == "일"
    if asked.unit in {"억", "조", "만"}:
        return unit == "원" or asked.unit == "만"
    if asked.unit == "개" and re.search(rf"{re.escape(unit)}[은는이가]", asked.text):
        return True  # '팀은 몇 개 늘어나나요' counts teams
    if asked.unit and asked.unit not in {"년", "월", "일"}:
        return same_unit(asked.unit, unit)
    money = re.search(r"금액|예산|액(?:은|이|을|\s|\?)|몇\s?원|\bwon\b", asked.text)
    return unit == "원" if money and wish is Wish.BEFORE else True


def _is_count_asked(asked: Understanding, change: Change, text: str) -> bool:
    """Whether a change is of the offices that are counted ('팀은 몇 개', not 국 nor 과)."""
    counted = _OFFICES.search(asked.text)
    figure = change.before or change.after
    if counted is None or figure is None:
        return True
    return (counted_at(text, figure) or figure.unit) == counted["noun"]


def _unit(change: Change) -> str | None:
    one = change.before or change.after or change.amount
    return one.unit if one is not None else None


def _is_reference_asked(asked: Understanding, change: Change, wish: Wish) -> bool:
    """Whether a change is against what the question compares with: an average, a plan, a year."""
    said = f"{change.reference} {change.name}"
    if _TARGET_BASE.search(asked.text) and _TIME.search(change.reference):
        return False  # what it was a year ago is not what it should have been
    if bool(_AVERAGE.search(change.reference)) != _compares_with_average(asked):
        return False
    if wish is Wish.BEFORE:
        return True
    if _FIRST_PLAN.search(asked.text) and not _FIRST_PLAN.search(said):
        return change.before is not None and change.after is not None and not change.reference
    return not (_LAST_YEAR.search(asked.text) and _FIRST_PLAN.search(change.reference))


def _is_of_target(asked: Understanding, change: Change) -> bool:
    """Whether a change that is asked for against a target is of something that is asked about.

    What a goal was raised by tells of goals, and nothing of what was reached.
    """
    if _GOAL.search(change.name) and not _GOAL.search(asked.text):
        return False
    if _TARGET_BASE.search(asked.text) is None:
        return True
    return any(noun in asked.text for noun in nouns_of(change.name))


def _is_of_averages(change: Change, one: Source) -> bool:
    """Whether two averages are set side by side, and not the figure of a place and one of them."""
    sides = (change.before, change.after)
    ends = [one.text[: side.start].rstrip().endswith("평균") for side in sides if side is not None]
    return len(ends) == 2 and all(ends)


def _compares_with_average(asked: Understanding) -> bool:
    return (
        re.search(r"평균\s?(?:보다|에\s?비|대비|[와과]|점수보다)|\baverage\b", asked.text)
        is not None
    )


def _is_of_years(asked: Understanding, change: Change, one: Source, wish: Wish) -> bool:
    """Whether the years of a change are those asked about, as far as either says any."""
    before, after = _years_of(change, one)
    wanted = set(asked.figure_years)
    if wish is Wish.BEFORE:
        if change.after is None or change.amount is None or change.before is not None:
            return False
        # Only what is measured against the year before tells what that year had.
        against = years_said(change.reference)
        if against:
            return against == wanted
        if not (_LAST_YEAR.search(change.reference) or _PRESENT.search(change.reference)):
            return False
        if EARLIER.search(asked.text) and not (wanted and after is None):
            return not wanted or bool(wanted & {before, after})
        return before is not None and before in wanted
    if not wanted:
        return True
    if len(wanted) > 1 and _LAST_YEAR.search(change.reference) and max(wanted) - min(wanted) != 1:
        return False
    known = {year for year in (before, after) if year is not None}
    if _THAN_LAST_YEAR.search(asked.text) and before is not None:
        apart = {year - before for year in (after, *wanted) if year is not None}
        if len(wanted) == 1 and 1 not in apart:
            return False  # what it was two years ago
    if len(known) == 2:
        return {min(wanted), max(wanted)} <= known
    if known and wanted & known:
        return len(wanted) == 1 or _is_near(wanted - known, one)
    if known and len(wanted) == 1 and change.years[1] is not None:
        return False
    return _is_near(wanted, one)


def _is_near(years: set[int], one: Source) -> bool:
    """Whether a passage, its headings or its document speak of a year."""
    evidence = one.evidence
    document = evidence.document
    near = set(years_said(one.text)) | set(document.fiscal_years)
    near |= years_said(" ".join((*evidence.headings, document.title)))
    if document.published_on is not None:
        near |= {document.published_on.year, document.published_on.year - 1}
        near.add(document.published_on.year + 1)
    return bool(years & near)


def _years_of(change: Change, one: Source) -> tuple[int | None, int | None]:
    """The years of both states: printed, or told by '전년', '올해' and the year spoken of."""
    before, after = change.years
    document = one.evidence.document
    if after is None:
        said = years_said(one.text[: change.end])
        heads = years_said(" ".join((*one.evidence.headings, document.title)))
        known = said or heads or frozenset(document.fiscal_years)
        after = max(known) if len(known) == 1 else None
    if _PRESENT.search(change.reference):
        if document.published_on is not None:
            return document.published_on.year, document.published_on.year + 1
        named = years_said(document.title) or set(document.fiscal_years)
        after = after or (max(named) if len(named) == 1 else None)
    if before is None and (said := years_said(change.reference)):
        before = max(said)
    if before is None and after is not None:
        is_last = _LAST_YEAR.search(change.reference) or _PRESENT.search(change.reference)
        before = after - 1 if is_last else None
    return before, after


def _worth(
    asked: Understanding,
    change: Change,
    source: Source,
    retrieved: Retrieved,
    options: IncrementOptions,
) -> float:
    span = (change.start, change.end)
    if change.before is None or _OFFICES.search(asked.text) is None:
        return worth_of(asked, change.name, source, span, retrieved, options.sources)
    # '국은 몇 개 늘어나나' says what is counted, and the row of counts need have no other name.
    own = [one for one in asked.terms if not one.is_measure and one.form not in ASIDE]
    return worth_of(asked, "", source, span, retrieved, options.sources) if own else 1.0


def _figures(change: Change) -> list[Figure]:
    return [one for one in (change.before, change.after, change.amount) if one is not None]


def _printed(read: _Read, wish: Wish) -> tuple[str, str, str] | None:
    """The rate that stands right behind a change ('452억 원(6.6%) 늘었다'), which needs no sum."""
    last = max(_figures(read.change), key=lambda one: one.end)
    rate = _RATE_BEHIND.match(read.source.text, last.end)
    return ("", rate["rate"], "") if rate and wish is Wish.PERCENT else None


def _reckoned(change: Change, wish: Wish) -> tuple[str, str, str] | None:
    """Expression, result and its word; '' for an expression where the result is printed."""
    units = {one.unit or "" for one in _figures(change)}
    if "팀" not in units and all(re.fullmatch(OFFICE, unit) for unit in units):
        # '33과' is a count in a row alone, so that by itself it is said as '33개'; '33팀' is one.
        change = _counted(change, 1, "개")
    figures = _figures(change)
    if all(one.unit != "원" and one.value and one.value % _MYRIAD == 0 for one in figures):
        # Counts in ten thousands are said so: '356만명', not '3,560,000명'.
        change = _counted(change, _MYRIAD, f"만{figures[0].unit}")
    before, after, amount = change.before, change.after, change.amount
    if wish is Wish.BEFORE and after is not None and amount is not None:
        sign, value = (
            ("-", after.value - amount.value) if change.is_up else ("+", after.value + amount.value)
        )
        return f"{_say(after)} {sign} {_say(amount)}", _say(replace(after, value=value)), ""
    if wish is Wish.GAP:
        if before is not None and after is not None:
            high, low = (after, before) if after.value > before.value else (before, after)
            gap = replace(high, value=high.value - low.value)
            return f"{_say(high)} - {_say(low)}", _say(gap), _direction(change)
        return ("", _say(amount), "") if amount is not None else None
    if wish is Wish.PERCENT:
        return _growth(change)
    if wish is Wish.FOLD and before is not None and after is not None and before.value:
        times = in_hundred(after.value / before.value / 100)
        return f"{_say(after)} ÷ {_say(before)}", f"{times}배", ""
    return None


def _counted(change: Change, size: int, unit: str) -> Change:
    """A change whose figures are said in another unit, so many of the old one each."""
    sides = [
        one and replace(one, value=one.value / size, unit=unit)
        for one in (change.before, change.after, change.amount)
    ]
    return replace(change, before=sides[0], after=sides[1], amount=sides[2])


def _growth(change: Change) -> tuple[str, str, str] | None:
    before, after, amount = change.before, change.after, change.amount
    if before is not None and after is not None and before.value:
        ratio = in_hundred((after.value - before.value) / before.value)
        gap = f"({_say(after)} - {_say(before)}) ÷ {_say(before)}{PER_CENT}"
        return gap, f"{ratio}%", _direction(change)
    if amount is None:
        return None
    if before is not None and before.value:
        ratio = in_hundred(amount.value / before.value)
        return f"{_say(amount)} ÷ {_say(before)}{PER_CENT}", f"{ratio}%", ""
    if after is not None:
        sign = "-" if change.is_up else "+"
        base = after.value - amount.value if change.is_up else after.value + amount.value
        if base > 0:
            ratio = in_hundred(amount.value / base)
            whole = f"({_say(after)} {sign} {_say(amount)})"
            return f"{_say(amount)} ÷ {whole}{PER_CENT}", f"{ratio}%", ""
    return None


def _direction(change: Change) -> str:
    if change.before is None or change.after is None or "평균" in change.reference:
        return "차이"
    return "증가" if change.after.value > change.before.value else "감소"


def _is_up(change: Change) -> bool:
    if change.before is None or change.after is None:
        return bool(change.is_up)
    return change.after.value > change.before.value


def _say(one: Figure) -> str:
    return say(one.value, one.unit or "")
