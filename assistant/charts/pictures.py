"""Pictures: where the lines, marks and words of a small drawing stand.

Every picture begins at zero, so that a small change looks small. Coordinates are in the units of
the picture's own view box. What was reached and what is only planned differ by the shape of the
mark and of the line, and are named in words beside the picture; colour alone never tells them
apart.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import corpus
from assistant.charts.types import Mark
from assistant.compositions import Composition
from assistant.courses import Course, CoursePoint


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureOptions:
    """Measures of the pictures.

    `width` is what the narrowest phone has room for; wider screens scale it. Of more than
    `most_points` years, `most_parts` parts or `most_rods` figures side by side a small picture
    shows nothing, and the table beside it does. `digit_width` and `wide_width` are how wide a digit
    and a Korean syllable stand at the size of the labels; they decide which labels have room.
    """

    width: int = 320
    side: int = 16
    top: int = 24
    bottom: int = 72
    line_height: int = 96
    label_rise: int = 10
    label_drop: int = 18
    digit_width: Decimal = Decimal("7.6")
    wide_width: Decimal = Decimal("13.5")
    label_gap: int = 8
    year_rise: int = 6
    most_points: int = 24
    most_parts: int = 12
    most_rods: int = 16
    bar_top: int = 20
    bar_thickness: int = 12
    bar_step: int = 42
    heading_step: int = 24
    heading_rise: int = 16


_MARKS = {
    corpus.Phase.BASELINE: Mark.ACTUAL,
    corpus.Phase.ACTUAL: Mark.ACTUAL,
    corpus.Phase.EXECUTED: Mark.ACTUAL,
    corpus.Phase.PLANNED: Mark.PLANNED,
    corpus.Phase.PROPOSED: Mark.PLANNED,
    corpus.Phase.APPROVED: Mark.PLANNED,
    corpus.Phase.ADJUSTED: Mark.PLANNED,
    None: Mark.UNSAID,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePoint:
    """A mark at (x, y); `label_y` is None and `is_year_shown` false where there is no room.

    Labels are centred on `label_x` and `year_x`, which keep them within the picture.
    """

    point: CoursePoint
    mark: Mark
    x: Decimal
    y: Decimal
    label_x: Decimal
    label_y: Decimal | None
    year_x: Decimal
    is_year_shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSegment:
    """A stretch between the figures of two years; `is_planned` where it leads to a plan."""

    x1: Decimal
    y1: Decimal
    x2: Decimal
    y2: Decimal
    is_planned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePicture:
    """A course as a line over its years; `zero_y` is where nothing would stand."""

    course: Course
    width: int
    height: int
    zero_y: Decimal
    year_y: int
    points: tuple[LinePoint, ...]
    segments: tuple[LineSegment, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The sorts of marks that occur, for the words beside the picture."""
        return tuple(mark for mark in Mark if any(one.mark is mark for one in self.points))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One figure: its words above a bar from `x`, `width` long."""

    printed: str
    label: str
    text_y: int
    y: int
    x: Decimal
    width: Decimal
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPicture:
    """Bars below each other; `headings` are (words, y) above those that belong together.

    `zero_x` is where nothing would stand, None where every bar begins elsewhere.
    """

    width: int
    height: int
    thickness: int
    bars: tuple[Bar, ...]
    headings: tuple[tuple[str, int], ...] = ()
    zero_x: Decimal | None = None


def mark_of(phase: corpus.Phase | None) -> Mark:
    """How a figure at this stage is drawn."""
    return _MARKS[phase]


def line_picture(course: Course, options: PictureOptions) -> LinePicture | None:
    """A course drawn; None where it has more points than a small picture can hold."""
    points = course.points
    if len(points) > options.most_points:
        return None
    first, last = points[0].year, points[-1].year
    low = min(Decimal(0), *(one.value for one in points))
    high = max(Decimal(0), *(one.value for one in points))
    # A course of noughts has no height; any height draws it on the zero line.
    height = high - low or Decimal(1)
    span = options.width - 2 * options.side

    def x_of(one: CoursePoint) -> Decimal:
        return _short(options.side + Decimal(span) * (one.year - first) / (last - first))

    def y_of(value: Decimal) -> Decimal:
        return _short(options.bottom - (options.bottom - options.top) * ((value - low) / height))

    places = [(x_of(one), y_of(one.value)) for one in points]
    segments = _segments(points, places)
    rising = {(one.x1, one.y1) for one in segments if one.y2 < one.y1} | {
        (one.x2, one.y2) for one in segments if one.y1 < one.y2
    }
    falling = {(one.x1, one.y1) for one in segments if one.y2 > one.y1} | {
        (one.x2, one.y2) for one in segments if one.y1 > one.y2
    }
    labels = _labels(
        [(one.printed, x) for one, (x, _) in zip(points, places, strict=True)], options
    )
    years = _labels(
        [(str(one.year), x) for one, (x, _) in zip(points, places, strict=True)], options
    )
    drawn = []
    for number, (one, (x, y)) in enumerate(zip(points, places, strict=True)):
        # Below the mark where the line only goes up from it, so that it is not struck through,
        # unless it would stand among the years there.
        has_room_below = y + options.label_drop <= options.bottom
        is_below = has_room_below and (x, y) in rising and (x, y) not in falling
        label_y = y + options.label_drop if is_below else y - options.label_rise
        drawn.append(
            LinePoint(
                point=one,
                mark=mark_of(one.phase),
                x=x,
                y=y,
                label_x=labels[number].middle,
                label_y=label_y if labels[number].has_room else None,
                year_x=years[number].middle,
                is_year_shown=years[number].has_room,
            )
        )
    return LinePicture(
        course=course,
        width=options.width,
        height=options.line_height,
        zero_y=y_of(Decimal(0)),
        year_y=options.line_height - options.year_rise,
        points=tuple(drawn),
        segments=segments,
    )


def bar_picture(composition: Composition, options: PictureOptions) -> BarPicture | None:
    """A total, and below it its parts, each beginning where the one before it ends.

    None where a composition has more parts than a small picture can hold.
    """
    if len(composition.parts) > options.most_parts:
        return None
    total = composition.total.value
    bars = []
    before = Decimal(0)
    for number, share in enumerate((composition.total, *composition.parts)):
        is_total = number == 0
        # Parts that agree but for rounding may reach a little beyond the total.
        start = Decimal(0) if is_total else min(before, total)
        length = min(share.value, total - start)
        bars.append(
            _bar(
                share.label,
                share.printed,
                top=number * options.bar_step,
                x=options.width * (start / total),
                width=options.width * (length / total),
                mark=Mark.TOTAL if is_total else Mark.PART,
                options=options,
            )
        )
        before += Decimal(0) if is_total else share.value
    return BarPicture(
        width=options.width,
        height=len(bars) * options.bar_step - (options.bar_step - options.bar_top) + 14,
        thickness=options.bar_thickness,
        bars=tuple(bars),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rod:
    """One figure to compare: what it is of, as printed, and its value; `heading` begins a group."""

    label: str
    printed: str
    value: Decimal
    mark: Mark
    heading: str | None = None


def rod_picture(rods: Sequence[Rod], options: PictureOptions) -> BarPicture | None:
    """Bars from one zero, negative ones to its left; None where there are too many or none."""
    if not 2 <= len(rods) <= options.most_rods:
        return None
    low = min(Decimal(0), *(one.value for one in rods))
    high = max(Decimal(0), *(one.value for one in rods))
    # Nothing but noughts has no length; any length draws it on the zero line.
    span = high - low or Decimal(1)
    zero = options.width * (-low / span)
    bars = []
    headings = []
    top = 0
    for one in rods:
        if one.heading is not None:
            headings.append(
                (_cut(one.heading, Decimal(options.width), options), top + options.heading_rise)
            )
            top += options.heading_step
        length = options.width * (abs(one.value) / span)
        bars.append(
            _bar(
                one.label,
                one.printed,
                top=top,
                x=zero - length if one.value < 0 else zero,
                width=length,
                mark=one.mark,
                options=options,
            )
        )
        top += options.bar_step
    return BarPicture(
        width=options.width,
        height=top - (options.bar_step - options.bar_top) + 14,
        thickness=options.bar_thickness,
        bars=tuple(bars),
        headings=tuple(headings),
        zero_x=_short(zero),
    )


def _bar(
    label: str,
    printed: str,
    *,
    top: int,
    x: Decimal,
    width: Decimal,
    mark: Mark,
    options: PictureOptions,
) -> Bar:
    """A bar with its words above it: the figure whole, the name as far as there is room."""
    room = options.width - _width(printed, options) - options.label_gap
    return Bar(
        printed=printed,
        label=_cut(label, room, options),
        text_y=top + options.bar_top - options.label_gap + 2,
        y=top + options.bar_top,
        x=_short(x),
        width=_short(width),
        mark=mark,
    )


def _segments(
    points: Sequence[CoursePoint], places: Sequence[tuple[Decimal, Decimal]]
) -> tuple[LineSegment, ...]:
    """The line through the years, by what was reached where a year has that beside a plan.

    A year for which figures of one sort differ breaks the line: none of them is preferred.
    """
    of_year: dict[int, list[int]] = {}
    for number, one in enumerate(points):
        of_year.setdefault(one.year, []).append(number)
    knots: list[int | None] = []
    for numbers in of_year.values():
        reached = [n for n in numbers if mark_of(points[n].phase) is Mark.ACTUAL] or numbers
        knots.append(reached[0] if len({points[n].value for n in reached}) == 1 else None)
    segments = []
    for left, right in pairwise(knots):
        if left is None or right is None:
            continue
        (x1, y1), (x2, y2) = places[left], places[right]
        is_planned = Mark.PLANNED in (mark_of(points[left].phase), mark_of(points[right].phase))
        segments.append(LineSegment(x1=x1, y1=y1, x2=x2, y2=y2, is_planned=is_planned))
    return tuple(segments)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    middle: Decimal
    has_room: bool


def _labels(wanted: Sequence[tuple[str, Decimal]], options: PictureOptions) -> tuple[_Label, ...]:
    """Labels over the given places, kept within the picture; the two ends have room first."""
    halves = [_width(text, options) / 2 for text, _ in wanted]
    middles = [
        _short(max(half, min(x, options.width - half)))
        for half, (_, x) in zip(halves, wanted, strict=True)
    ]
    kept: list[int] = []
    last = len(wanted) - 1
    for number in dict.fromkeys((0, last, *range(1, last))):
        if all(
            abs(middles[number] - middles[other])
            >= halves[number] + halves[other] + options.label_gap
            for other in kept
        ):
            kept.append(number)
    return tuple(
        _Label(middle=middle, has_room=number in kept) for number, middle in enumerate(middles)
    )


def _width(text: str, options: PictureOptions) -> Decimal:
    wide = Counter(unicodedata.east_asian_width(character) in "WF" for character in text)
    return wide[True] * options.wide_width + wide[False] * options.digit_width


def _cut(text: str, room: Decimal, options: PictureOptions) -> str:
    """The text, shortened with '…' where it is wider than the room there is."""
    if _width(text, options) <= room:
        return text
    kept = text
    # Labels come out of documents and may be of any length; no more than this can be seen.
    kept = kept[: int(max(room, Decimal(0)) / options.digit_width)]
    while kept and _width(kept + "…", options) > room:
        kept = kept[:-1]
    return kept + "…"


def _short(number: Decimal) -> Decimal:
    """A coordinate to a tenth: finer than a screen shows, and short in the page."""
    return number.quantize(Decimal("0.1"))
