from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
from assistant.comparison import AlignedRow, Change, Link, Stated, align
from assistant.comparison.alignment import name_key
from tests.factories import make_fact, make_point, make_series

LEFT, RIGHT = "kr-a/plan-2021", "kr-a/plan-2022"


def fact(
    document_id: str,
    number: int,
    name: str,
    value: object,
    year: int | None = 2022,
    **more: Any,  # noqa: ANN401 (any field of a fact)
) -> corpus.Fact:
    is_figure = isinstance(value, int)
    figure = Decimal(str(value)) if is_figure else str(value)
    fields: dict[str, Any] = {
        "id": f"{document_id}/f{number:04d}",
        "document_id": document_id,
        "kind": corpus.FactKind.INDICATOR,
        "name": name,
        "value": figure,
        "values": (corpus.FactValue(year=year, value=figure),),
        "unit": "명" if is_figure else None,
        "amount_krw": None,
        "raw_text": f"{value}명" if is_figure else str(value),
        "fiscal_year": year,
        "organisation": None,
    }
    return make_fact(**(fields | more))


def side(*facts: corpus.Fact, year: int | None = None, **headings: str) -> Stated:
    return Stated(facts=facts, headings=headings, year=year)


def aligned(
    left: Sequence[corpus.Fact],
    right: Sequence[corpus.Fact],
    series: Sequence[corpus.Series] = (),
) -> tuple[AlignedRow, ...]:
    return align(side(*left), side(*right), series)


@pytest.mark.parametrize(
    ("before", "after", "change", "difference", "percent"),
    [
        (100, 150, Change.UP, 50, "50.0"),
        (100, 99, Change.DOWN, -1, "-1.0"),
        (100, 100, Change.SAME, 0, "0.0"),
        (0, 5, Change.UP, 5, None),
        ("2등급", "3등급", Change.CHANGED, None, None),
        ("2등급", "2 등급", Change.SAME, None, None),
    ],
)
def test_a_difference_is_told_in_a_word_and_with_its_sign(
    before: object, after: object, change: Change, difference: int | None, percent: str | None
) -> None:
    (row,) = aligned([fact(LEFT, 1, "이용객", before)], [fact(RIGHT, 1, "이용객", after)])
    assert row.change is change
    assert row.difference == difference
    assert row.percent == (None if percent is None else Decimal(percent))
    assert row.link is Link.NAME


def test_names_meet_without_their_years_and_marks() -> None:
    assert name_key("2022년 예산 총액") == name_key("예산·총액") == name_key("’22년 예산총액")
    assert name_key("예산 총액(국비)") != name_key("예산 총액")


def test_what_only_one_side_states_is_new_or_gone() -> None:
    rows = aligned([fact(LEFT, 1, "가", 1)], [fact(RIGHT, 1, "나", 2)])
    assert [(one.name, one.change) for one in rows] == [("가", Change.GONE), ("나", Change.NEW)]
    assert rows[0].right is None
    assert rows[1].left is None


def test_the_same_year_is_compared_before_another_one() -> None:
    left = [fact(LEFT, 1, "이용객", 10, 2021), fact(LEFT, 2, "이용객", 20, 2022)]
    right = [fact(RIGHT, 1, "이용객", 25, 2022), fact(RIGHT, 2, "이용객", 30, 2023)]
    rows = aligned(left, right)
    by_change = {one.change: one for one in rows}
    assert by_change[Change.UP].difference == 5
    gone, new = by_change[Change.GONE].left, by_change[Change.NEW].right
    assert gone
    assert new
    assert (gone.year, new.year) == (2021, 2023)


def test_a_name_that_says_several_things_is_not_paired() -> None:
    left = [fact(LEFT, 1, "신규", 1), fact(LEFT, 2, "신규", 2)]
    rows = aligned(left, [fact(RIGHT, 1, "신규", 3)])
    assert {one.change for one in rows} == {Change.UNCLEAR}
    assert len(rows) == 3


def test_a_heading_tells_a_name_apart() -> None:
    ours = [fact(LEFT, 1, "신규", 1), fact(LEFT, 2, "신규", 2)]
    theirs = [fact(RIGHT, 1, "신규", 3), fact(RIGHT, 2, "신규", 4)]
    headings = {ours[0].id: "도로", ours[1].id: "공원", theirs[0].id: "공원", theirs[1].id: "도로"}
    rows = align(Stated(facts=ours, headings=headings), Stated(facts=theirs, headings=headings), ())
    assert [one.difference for one in rows] == [Decimal(3), Decimal(1)]


def test_a_figure_that_is_told_twice_is_one_thing() -> None:
    left = [fact(LEFT, 1, "이용객", 10), fact(LEFT, 2, "이용객", 10)]
    (row,) = aligned(left, [fact(RIGHT, 1, "이용객", 12)])
    assert row.change is Change.UP


@pytest.mark.parametrize(
    "more",
    [
        {"kind": corpus.FactKind.STATISTIC},
        {"unit": "건"},
        {"comparator": "at_least"},
        {"funding_source": "national"},
        {"flags": ("part",)},
    ],
)
def test_figures_of_other_sorts_are_not_paired(more: dict[str, Any]) -> None:
    rows = aligned([fact(LEFT, 1, "이용객", 1)], [fact(RIGHT, 1, "이용객", 2, **more)])
    assert [one.change for one in rows] == [Change.GONE, Change.NEW]


def test_a_threshold_is_not_subtracted() -> None:
    more: dict[str, Any] = {"comparator": "at_least"}
    (row,) = aligned([fact(LEFT, 1, "이용객", 1, **more)], [fact(RIGHT, 1, "이용객", 2, **more)])
    assert row.change is Change.CHANGED
    assert row.difference is None


def test_a_series_links_what_is_spelled_differently() -> None:
    ours, theirs = fact(LEFT, 1, "방문객 수", 10, 2021), fact(RIGHT, 1, "관광객", 12, 2022)
    series = make_series(
        points=(
            make_point(fact_id=ours.id, document_id=LEFT, year=2021),
            make_point(fact_id=theirs.id, document_id=RIGHT, year=2022),
        )
    )
    (row,) = aligned([ours], [theirs], [series])
    assert row.link is Link.SERIES
    assert row.difference == 2


def test_two_plans_are_compared_over_the_last_year_that_both_speak_of() -> None:
    def course(document_id: str, **figures: int) -> corpus.Fact:
        values = tuple(
            corpus.FactValue(year=int(year[1:]), value=Decimal(value))
            for year, value in figures.items()
        )
        return fact(
            document_id, 1, "이용객", next(iter(figures.values())), values[0].year, values=values
        )

    (row,) = aligned([course(LEFT, y2021=1, y2023=5)], [course(RIGHT, y2022=2, y2023=9)])
    assert row.left
    assert row.right
    assert row.left.year == row.right.year == 2023
    assert row.difference == 4


def test_one_course_is_compared_with_itself_over_two_years() -> None:
    values = tuple(
        corpus.FactValue(year=year, value=Decimal(value)) for year, value in ((2021, 3), (2025, 4))
    )
    one = fact(LEFT, 1, "이용객", 3, 2021, values=values, unit=None)
    (row,) = align(side(one, year=2021), side(one, year=2025), ())
    assert row.left
    assert row.right
    assert (row.left.printed, row.right.printed) == ("3", "4")
    assert row.difference == 1


def test_amounts_are_compared_in_won_whatever_their_units() -> None:
    left = fact(LEFT, 1, "예산", 5, unit="억 원", amount_krw=5 * 10**8)
    right = fact(RIGHT, 1, "예산", 600, unit="백만 원", amount_krw=6 * 10**8)
    (row,) = aligned([left], [right])
    assert row.unit == "원"
    assert row.difference == 10**8


names = st.sampled_from(["가", "나", "다 2021년", "라"])
facts = st.lists(st.tuples(names, st.integers(0, 3), st.sampled_from([2021, 2022, None])))


@given(facts, facts)
def test_every_statement_stands_in_one_row(
    ours: list[tuple[str, int, int | None]], theirs: list[tuple[str, int, int | None]]
) -> None:
    left = [fact(LEFT, number, *one) for number, one in enumerate(ours)]
    right = [fact(RIGHT, number, *one) for number, one in enumerate(theirs)]
    rows = aligned(left, right)
    shown = [one.left.fact.id for one in rows if one.left]
    assert len(shown) == len(set(shown))
    said = {(one.left.fact.name, one.left.value, one.left.year) for one in rows if one.left}
    assert said == {(one.name, one.value, one.fiscal_year) for one in left}
    mirrored = {Change.UP: Change.DOWN, Change.DOWN: Change.UP, Change.NEW: Change.GONE}
    mirrored |= {Change.GONE: Change.NEW}
    back = aligned(right, left)
    assert sorted(mirrored.get(one.change, one.change) for one in rows) == sorted(
        one.change for one in back
    )


def test_a_side_of_nothing_leaves_the_other_as_it_is() -> None:
    one = fact(LEFT, 1, "가", 1)
    assert [row.change for row in aligned([one], [])] == [Change.GONE]
    assert aligned([], []) == ()
    assert [row.change for row in aligned([replace(one, name="·")], [one])] == [
        Change.GONE,
        Change.NEW,
    ]
