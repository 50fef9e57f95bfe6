"""Movements: how one figure went over the years, its growth, and which year had more of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import index
from assistant.columns import (
    Column,
    ColumnOptions,
    Entry,
    columns_of,
    enough,
    met,
)
from assistant.grammar import Asked
from assistant.matching import tight
from assistant.multiples import gap, means_points, multiple
from assistant.points import Computed, Point, goes_on
from assistant.retrieve import Candidate
from assistant.shares import growth
from assistant.understand import Understanding
from assistant.wishes import COURSE_WORDS, GAP_WORDS, GROWTH


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementOptions:
    """A course has at most `most` years; of two that meet a question within `even` none is it."""

    most: int = 12
    even: float = 0.02
    columns: ColumnOptions = field(default_factory=ColumnOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One figure of one document in two years or more, in order, and the words that name it."""

    name: str
    points: tuple[Point, ...]
    column: Column


# Of a year's figure every 'how has it changed' asks for the course; a table may have rows that
# are called a change ('기후변화'), so its questions leave these words out.
_COURSE = re.compile(
    rf"{COURSE_WORDS}|변화|\bover the years\b|\bhow (?:did|has|have)\b.{{0,60}}\b(?:chang|develop)",
    re.IGNORECASE,
)
_GAP = re.compile(GAP_WORDS, re.IGNORECASE)
_WHICH_YEAR = re.compile(
    r"(?:어느|어떤|무슨)\s?(?:해|연도|년도|쪽)[가이은는에]?\s?더?|언제가\s?더|\b(?:or|which)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"더?\s?(?:많|높|크|큰|컸|만아)|\b(?:higher|larger|more|greater|bigger)\b")
_LESS = re.compile(r"더?\s?(?:적|낮|작)|\b(?:lower|smaller|fewer|less)\b")
_ASIDE = frozenset(
    """
    추이 추세 흐름 변화 변하 바뀌 달라지 연도 연도별 증가율 감소율 성장률 증감률 상승률 인상률
    증가 감소 증감 성장 상승 퍼센트 프로 늘 늘어나 줄 줄어들 오르 올라가 떨어지 비하 비교 대비
    사이 동안 이후 만 해 한 어느 어떤 많 적 크 작 높 낮 쪽 계획 되 계획되 포인트 p 배 절반 차이 얼마
    얼마나 higher lower larger smaller greater fewer trend
    change growth rise increase decrease fall develop percent rate target goal 목표
    """.split()
)
_YEAR_LABEL = re.compile(r"['‘’]?((?:19|20)?\d\d)\s?년?(?:도|\s?말)?$")


def movement(
    asked: Understanding,
    good: Sequence[Candidate],
    snapshot: index.Snapshot,
    options: MovementOptions | None = None,
) -> Computed | None:
    """The course, growth, difference or comparison of years that a question asks for.

    All figures are of one course of one document. None where the question asks for none of these,
    names no course, or two that differ equally well.
    """
    options = options or MovementOptions()
    text, two_years = asked.text, len(asked.figure_years) == 2
    is_growth, is_gap = bool(GROWTH.search(text)), bool(_GAP.search(text))
    is_course = bool(_COURSE.search(text)) and not is_growth
    picks = two_years and bool(
        _WHICH_YEAR.search(text) and (_MORE.search(text) or _LESS.search(text))
    )
    is_multiple = asked.asks(Asked.MULTIPLE)
    wanted = is_growth or is_gap or is_course or is_multiple or picks
    if asked.compares_places or not wanted:
        return None
    is_told = not (is_growth or is_gap or is_multiple or picks)
    course = _course_asked(asked, good, snapshot, options, fewest=2 if is_told else None)
    if course is None:
        return None
    if is_multiple and (ends := _ends(asked, course)):
        named = [(f"{one.year}년", one) for one in reversed(ends)]
        return multiple(asked.text, named, (course.column.evidence,))
    if is_growth:
        return _growth(asked, course)
    if is_gap:
        return _gap(asked, course)
    return _pick(asked, course) if picks else _told(asked, course, options)


def _course_asked(
    asked: Understanding,
    good: Sequence[Candidate],
    snapshot: index.Snapshot,
    options: MovementOptions,
    *,
    fewest: int | None,
) -> Course | None:
    """The course whose words meet the question best, if they meet enough of it.

    It has the first and the last year asked about or, where `fewest` is given, so many of them.
    """
    wanted = set(asked.figure_years)
    anywhen = replace(asked, years=(), bare_years=())
    rated = []
    columns = columns_of(anywhen, good, snapshot, options.columns)
    for one in (*_courses(columns), *_runs(columns)):
        here = wanted & _span(one)
        if fewest is not None and len(wanted) > 1:
            if len(here) < fewest:
                continue
        elif not {*asked.figure_years[:1], *asked.figure_years[-1:]} <= here:
            continue
        named = [Entry(label=one.name, point=one.points[0])]
        column = replace(one.column, measure=f"{one.column.measure} {one.name}")
        worth = met(anywhen, column, named, options.columns, aside=_ASIDE | _measures(asked, one))
        own = _own_share(asked, one)
        if worth >= enough(asked, options.columns) and own > 0:
            rated.append((worth + own, one))
    rated.sort(key=lambda pair: -pair[0])
    even = [one for worth, one in rated if worth >= rated[0][0] - options.even]
    said = {tuple((point.year, point.value, point.unit) for point in one.points) for one in even}
    return even[0] if len(said) == 1 else None


def _span(course: Course) -> set[int]:
    years = [one.year for one in course.points if one.year is not None]
    return set(years)


def _measures(asked: Understanding, course: Course) -> frozenset[str]:
    """Words for the kind of figure, where the course is of that kind ('금액' of won)."""
    money = frozenset({"금액", "액수", "비용"}) if course.points[0].unit == "원" else frozenset()
    counts = frozenset({"건수"}) if course.points[0].unit == "건" else frozenset()
    return money | counts


def _own_share(asked: Understanding, course: Course) -> float:
    """How much of the course's own name the question says, 0 to 1, with the kind it asks for."""
    unit, text = course.points[0].unit, tight(asked.text)
    if (asked.asks(Asked.AMOUNT) and unit != "원") or ("건수" in text and unit != "건"):
        return 0.0
    near = f"{course.name} {course.column.measure}"
    words = re.findall(r"[가-힣A-Za-z]{2,}", near)
    ways = [tight(way) for term in asked.terms for way in (term.form, *term.renderings)]
    hits = [
        word
        for word in words
        if tight(word) in text or any(len(way) > 1 and way in tight(word) for way in ways)
    ]
    return len(hits) / len(words) if words else 0.0


def _courses(columns: Sequence[Column]) -> Iterator[Course]:
    """Rows that print several years, columns whose items are years, and equal names by year."""
    by_name: defaultdict[tuple[str, str, str], list[tuple[Point, Column]]] = defaultdict(list)
    for column in columns:
        yearly = [(entry, _year_of(entry)) for entry in column.entries]
        if column.is_closed and all(year for _, year in yearly):
            points = [replace(entry.point, year=year) for entry, year in yearly]
            yield from _ordered(column.measure or column.head, points, column)
            continue
        for entry in column.entries:
            if entry.point.year is not None:
                key = (column.evidence.passage.section_id, _bare(entry.label), entry.point.unit)
                by_name[key].append((entry.point, column))
    for (_, name, _), members in by_name.items():
        wide = max((column for _, column in members), key=lambda one: len(one.evidence.quote))
        inside = [point for point, _ in members if _is_inside(point, wide)]
        yield from _ordered(name, inside, wide)


def _runs(columns: Sequence[Column]) -> Iterator[Course]:
    """Figures that one sentence prints year by year, with the name before the first of them.

    Only the first has the name; the others have nothing but their years ('2020년 210건, 2021년
    244건').
    """
    taken: dict[tuple[str, int, str], dict[str, tuple[Entry, Column]]] = {}
    for column in columns:
        for entry in column.entries:
            fact = entry.point.fact
            if len(fact.values) == 1 and entry.point.year is not None:
                key = (fact.passage_id, fact.start, entry.point.unit)
                taken.setdefault(key, {}).setdefault(fact.id, (entry, column))
    for members in taken.values():
        ordered = sorted(
            members.values(), key=lambda one: one[0].point.fact.quote.find(_raw(one[0]))
        )
        points = [entry.point for entry, _ in ordered]
        if len(points) < 2 or not all(goes_on(*pair) for pair in pairwise(points)):
            continue
        (first, column) = ordered[0]
        name = first.point.fact.name
        yield from _ordered(name, points, replace(column, measure=name, lead=first.label))


def _raw(entry: Entry) -> str:
    return entry.point.fact.raw_text


def _is_inside(point: Point, column: Column) -> bool:
    evidence = column.evidence
    return evidence.start <= point.fact.start and point.fact.end <= evidence.end


def _bare(label: str) -> str:
    """A name without the year that tells it from the same name of another year."""
    return re.sub(r"^['‘’]?(?:(?:19|20)\d\d|\d\d)\s?년?(?:도|\s?말)?\s", "", label).strip()


def _year_of(entry: Entry) -> int | None:
    match = _YEAR_LABEL.match(entry.label)
    if match is None:
        return None
    year = int(match[1])
    return year if year > 99 else 2000 + year


def _ordered(name: str, points: Sequence[Point], column: Column) -> Iterator[Course]:
    """A course out of points of different years; none where a year has two figures."""
    values: defaultdict[int, set[object]] = defaultdict(set)
    first: dict[int, Point] = {}
    for one in points:
        if one.year is not None:
            values[one.year].add(one.value)
            first.setdefault(one.year, one)
    if len(first) > 1 and all(len(one) == 1 for one in values.values()):
        ordered = tuple(first[year] for year in sorted(first))
        yield Course(name=name, points=ordered, column=column)


def _ends(asked: Understanding, course: Course) -> tuple[Point, Point] | None:
    """The first and last year asked about; the only two there are where none is said."""
    points = course.points
    if len(asked.figure_years) > 1:
        wanted = (asked.figure_years[0], asked.figure_years[-1])
        points = tuple(one for one in points if one.year in wanted)
    elif len(asked.figure_years) == 1:
        at = next(n for n, one in enumerate(points) if one.year == asked.figure_years[0])
        if len(points) > 2 and not at:
            return None
        points = points if len(points) == 2 else points[at - 1 : at + 1]
    return (points[0], points[-1]) if len(points) == 2 else None


_ONE_YEAR = re.compile(r"(?:한|1)\s?해\s?(?:만에|사이|새)|1년\s?(?:만에|사이|새)|전년|지난해보다")


def _growth(asked: Understanding, course: Course) -> Computed | None:
    ends = _ends(asked, course)
    if ends is None:
        return None
    first, last = ends
    if first.unit in {"%", "%p"}:
        return _gap(asked, course) if means_points(asked.text, first.unit) else None
    if first.value <= 0:
        return None
    if _ONE_YEAR.search(asked.text) and (last.year or 0) - (first.year or 0) != 1:
        return None
    return growth(first, last, (course.column.evidence,))


def _gap(asked: Understanding, course: Course) -> Computed | None:
    ends = _ends(asked, course)
    if ends is None or ends[0].value == ends[1].value:
        return None
    first, last = ends
    high, low = (last, first) if last.value > first.value else (first, last)
    return Computed(
        kind=Asked.DIFFERENCE,
        expression=f"{high.said()} - {low.said()}",
        result=gap(high.value - low.value, first.unit),
        subject="증가" if last.value > first.value else "감소",
        facts=tuple(dict.fromkeys((first.fact, last.fact))),
        evidence=(course.column.evidence,),
    )


def _pick(asked: Understanding, course: Course) -> Computed | None:
    points = [one for one in course.points if one.year in asked.figure_years]
    if len(points) != 2 or points[0].value == points[1].value:
        return None
    is_least = _LESS.search(asked.text) is not None and _MORE.search(asked.text) is None
    ordered = sorted(points, key=lambda one: one.value, reverse=not is_least)
    said = [f"{one.year}년 {one.said()}" for one in ordered]
    return Computed(
        kind=Asked.MINIMUM if is_least else Asked.MAXIMUM,
        expression=(" < " if is_least else " > ").join(said),
        result=said[0],
        subject=said[0],
        facts=tuple(dict.fromkeys(one.fact for one in ordered)),
        evidence=(course.column.evidence,),
    )


def _told(asked: Understanding, course: Course, options: MovementOptions) -> Computed | None:
    """The figures of a course in the order of their years, at least the span that is asked for."""
    points = course.points
    if len(asked.figure_years) > 1:
        first, last = asked.figure_years[0], asked.figure_years[-1]
        points = tuple(one for one in points if one.year and first <= one.year <= last)
    if not 1 < len(points) <= options.most:
        return None
    if any(one.year == other.year for one, other in pairwise(points)):
        return None
    said = " → ".join(f"{one.year}년 {one.said()}" for one in points)
    return Computed(
        kind=Asked.TRAJECTORY,
        expression=said,
        result=said,
        subject=course.name,
        facts=tuple(dict.fromkeys(one.fact for one in points)),
        evidence=(course.column.evidence,),
    )
