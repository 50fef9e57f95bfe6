from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
from assistant.charts.pictures import (
    PictureOptions,
    Rod,
    bar_picture,
    line_picture,
    mark_of,
    rod_picture,
)
from assistant.charts.types import Mark
from assistant.compositions import Composition, Share
from assistant.courses import Course, CoursePoint
from tests.factories import make_fact

OPTIONS = PictureOptions()
PHASES = [None, *corpus.Phase]
figures = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**15))


def point(year: int, value: object, phase: corpus.Phase | None = None) -> CoursePoint:
    number = Decimal(str(value))
    return CoursePoint(
        year=year, value=number, printed=f"{number:,f}", phase=phase, fact=make_fact()
    )


def course(*points: CoursePoint) -> Course:
    return Course(name="이용객", unit="명", points=points)


def share(label: str, value: object) -> Share:
    return Share(label=label, printed=str(value), value=Decimal(str(value)))


@given(
    st.lists(
        st.tuples(st.integers(1000, 9999), figures, st.sampled_from(PHASES)),
        min_size=2,
        max_size=OPTIONS.most_points,
        unique_by=lambda one: one[0],
    )
)
def test_every_mark_and_label_of_a_line_stands_within_the_picture(
    drawn: list[tuple[int, Decimal, corpus.Phase | None]],
) -> None:
    points = [point(*one) for one in sorted(drawn, key=lambda one: one[0])]
    picture = line_picture(course(*points), OPTIONS)
    assert picture is not None
    assert len(picture.points) == len(points)
    assert len(picture.segments) == len(points) - 1
    for one in picture.points:
        assert OPTIONS.side <= one.x <= OPTIONS.width - OPTIONS.side
        assert OPTIONS.top <= one.y <= OPTIONS.bottom
        if one.label_y is not None:
            assert 0 < one.label_y <= OPTIONS.bottom
    assert OPTIONS.top <= picture.zero_y <= OPTIONS.bottom
    years = [one.year_x for one in picture.points if one.is_year_shown]
    assert all(right - left >= 4 * OPTIONS.digit_width for left, right in pairwise(years))
    assert picture.points[0].is_year_shown


def test_higher_values_stand_higher_and_lines_begin_at_zero() -> None:
    picture = line_picture(course(point(2021, 50), point(2022, 100)), OPTIONS)
    assert picture is not None
    low, high = picture.points
    assert picture.zero_y - low.y == (picture.zero_y - high.y) / 2
    assert high.y == OPTIONS.top


def test_years_stand_as_far_apart_as_they_are() -> None:
    picture = line_picture(course(point(2020, 1), point(2021, 1), point(2024, 1)), OPTIONS)
    assert picture is not None
    first, second, third = (one.x for one in picture.points)
    assert third - second == 3 * (second - first)


@pytest.mark.parametrize(
    ("phase", "mark"),
    [
        (None, Mark.UNSAID),
        (corpus.Phase.BASELINE, Mark.ACTUAL),
        (corpus.Phase.EXECUTED, Mark.ACTUAL),
        (corpus.Phase.PLANNED, Mark.PLANNED),
        (corpus.Phase.APPROVED, Mark.PLANNED),
    ],
)
def test_plans_and_results_have_marks_of_their_own(phase: corpus.Phase, mark: Mark) -> None:
    assert mark_of(phase) is mark


def test_every_phase_has_a_mark() -> None:
    assert {mark_of(phase) for phase in PHASES} == {Mark.ACTUAL, Mark.PLANNED, Mark.UNSAID}


def test_the_line_to_a_plan_is_told_from_the_line_between_results() -> None:
    actual, planned = corpus.Phase.ACTUAL, corpus.Phase.PLANNED
    picture = line_picture(
        course(point(2020, 1, actual), point(2021, 2, actual), point(2022, 3, planned)), OPTIONS
    )
    assert picture is not None
    assert [one.is_planned for one in picture.segments] == [False, True]
    assert picture.marks == (Mark.ACTUAL, Mark.PLANNED)


def test_what_was_reached_leads_the_line_where_a_year_has_a_plan_too() -> None:
    actual, planned = corpus.Phase.ACTUAL, corpus.Phase.PLANNED
    picture = line_picture(
        course(point(2021, 10, actual), point(2022, 30, planned), point(2022, 20, actual)), OPTIONS
    )
    assert picture is not None
    (segment,) = picture.segments
    assert (segment.x2, segment.y2) == (picture.points[2].x, picture.points[2].y)


def test_a_year_that_contradicts_itself_breaks_the_line() -> None:
    actual = corpus.Phase.ACTUAL
    points = [point(2021, 1, actual), point(2022, 2, actual), point(2022, 3, actual)]
    picture = line_picture(course(*points, point(2023, 4, actual)), OPTIONS)
    assert picture is not None
    assert len(picture.points) == 4
    assert picture.segments == ()


def test_a_picture_that_would_be_crowded_is_not_drawn() -> None:
    many = [point(2000 + n, n) for n in range(OPTIONS.most_points + 1)]
    assert line_picture(course(*many), OPTIONS) is None
    parts = tuple(share("가", 1) for _ in range(OPTIONS.most_parts + 1))
    whole = Composition(name="", unit="건", total=share("계", len(parts)), parts=parts)
    assert bar_picture(whole, OPTIONS) is None


@given(st.lists(st.tuples(st.text(max_size=60), st.integers(0, 10**18)), min_size=2, max_size=12))
def test_bars_lie_end_to_end_under_their_total(parts: list[tuple[str, int]]) -> None:
    total = sum(value for _, value in parts) or 1
    whole = Composition(
        name="예산",
        unit="원",
        total=share("계", total),
        parts=tuple(share(label, value) for label, value in parts),
    )
    picture = bar_picture(whole, OPTIONS)
    assert picture is not None
    top, *rest = picture.bars
    assert top.mark is Mark.TOTAL
    assert (top.x, top.width) == (Decimal(0), Decimal(OPTIONS.width))
    at = Decimal(0)
    for bar in rest:
        assert abs(bar.x - at) <= Decimal("0.2") * len(rest)
        assert 0 <= bar.width <= OPTIONS.width
        at = bar.x + bar.width
    assert all(bar.y + picture.thickness <= picture.height for bar in picture.bars)


def test_a_long_name_is_shortened_so_that_its_figure_has_room() -> None:
    whole = Composition(
        name="예산",
        unit="원",
        total=share("계", 3),
        parts=(share("가" * 500, 1), share("나", 2)),
    )
    picture = bar_picture(whole, OPTIONS)
    assert picture is not None
    label = picture.bars[1].label
    assert label.endswith("…")
    assert 5 < len(label) * OPTIONS.wide_width < OPTIONS.width


def test_parts_that_agree_but_for_rounding_stay_within_the_picture() -> None:
    whole = Composition(
        name="", unit="%", total=share("계", 100), parts=(share("가", 60), share("나", "40.4"))
    )
    picture = bar_picture(whole, OPTIONS)
    assert picture is not None
    assert picture.bars[-1].x + picture.bars[-1].width <= OPTIONS.width


def rod(value: object, heading: str | None = None) -> Rod:
    number = Decimal(str(value))
    return Rod(label="가", printed=f"{number:,f}", value=number, mark=Mark.PART, heading=heading)


@given(st.lists(st.tuples(figures, st.booleans()), min_size=2, max_size=OPTIONS.most_rods))
def test_figures_side_by_side_begin_at_one_zero(drawn: list[tuple[Decimal, bool]]) -> None:
    rods = [rod(value, "제목" if has_heading else None) for value, has_heading in drawn]
    picture = rod_picture(rods, OPTIONS)
    assert picture is not None
    assert picture.zero_x is not None
    near = Decimal("0.2")
    for one, bar in zip(rods, picture.bars, strict=True):
        assert 0 <= bar.x <= OPTIONS.width
        assert 0 <= bar.width <= OPTIONS.width + near
        edge = bar.x + bar.width if one.value < 0 else bar.x
        assert abs(edge - picture.zero_x) <= near
        assert bar.y + picture.thickness <= picture.height
    assert len(picture.headings) == sum(has_heading for _, has_heading in drawn)


def test_a_figure_twice_as_large_is_twice_as_long() -> None:
    picture = rod_picture([rod(50), rod(100), rod(-100)], OPTIONS)
    assert picture is not None
    half, whole, below = (one.width for one in picture.bars)
    assert whole == 2 * half == below


def test_one_figure_or_too_many_are_not_compared() -> None:
    assert rod_picture([rod(1)], OPTIONS) is None
    assert rod_picture([rod(1)] * (OPTIONS.most_rods + 1), OPTIONS) is None
