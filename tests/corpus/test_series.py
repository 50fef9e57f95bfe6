"""Series: what is linked, what is kept apart, and what a series says of its documents."""

from __future__ import annotations

import random
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
from corpus.series import link_series
from tests.corpus.courses import ACTUAL, PLANNED, Course, fact, plan, points, sections
from tests.corpus.readers import SHARED


def test_the_same_indicator_of_two_plans_is_one_series() -> None:
    (found,) = link_series(
        [
            plan("b", fact("민원상담 건수", [(2032, 15, ACTUAL), (2036, 30, PLANNED)]), year=2032),
            plan("a", fact("민원 상담", [(2031, 10, ACTUAL), (2035, 20, PLANNED)])),
        ]
    )
    assert found.document_ids == ("kr-boryeong/a", "kr-boryeong/b")
    assert points(found) == [
        (2031, 10, ACTUAL, "a"),
        (2032, 15, ACTUAL, "b"),
        (2035, 20, PLANNED, "a"),
        (2036, 30, PLANNED, "b"),
    ]
    assert (found.name, found.unit, found.conflicts) == ("민원 상담", "건", ())
    assert found.municipality == "충청남도 보령시"
    assert found.kind is corpus.FactKind.STATISTIC
    assert found.id.startswith("kr-boryeong/series-")
    assert {point.fact_id for point in found.points} == {
        "kr-boryeong/a/f0001",
        "kr-boryeong/b/f0001",
    }


def test_a_course_of_one_document_is_a_series() -> None:
    (found,) = link_series(
        [plan("a", fact("민원 상담", [(2031, 10, ACTUAL), (2035, 20, PLANNED)]))]
    )
    assert found.document_ids == ("kr-boryeong/a",)
    assert len(found.points) == 2


def test_figures_of_one_document_make_one_course() -> None:
    (found,) = link_series(
        [
            plan(
                "a",
                *(fact("민원 상담", [(year, year - 2000, None)]) for year in (2030, 2029, 2031)),
            )
        ]
    )
    assert [point.year for point in found.points] == [2029, 2030, 2031]


def test_a_single_figure_is_no_series() -> None:
    assert link_series([plan("a", fact("민원 상담", [(2031, 10, None)]))]) == ()


def test_what_two_documents_say_of_one_year_is_a_series() -> None:
    (found,) = link_series(
        [plan(name, fact("민원 상담", [(2031, 10, None)]), year=2031) for name in "ab"]
    )
    assert points(found) == [(2031, 10, None, "a"), (2031, 10, None, "b")]
    assert found.conflicts == ()


def test_different_values_of_one_year_and_phase_are_a_conflict_and_both_stay() -> None:
    (found,) = link_series(
        [
            plan("a", fact("민원 상담", [(2031, 10, ACTUAL), (2035, 20, PLANNED)])),
            plan("b", fact("민원 상담", [(2031, 11, ACTUAL), (2035, 20, PLANNED)])),
        ]
    )
    assert found.conflicts == (2031,)
    assert [point.value for point in found.points if point.year == 2031] == [10, 11]


def test_a_plan_and_what_came_of_it_are_no_conflict() -> None:
    (found,) = link_series(
        [
            plan("a", fact("민원 상담", [(2035, 20, PLANNED)])),
            plan("b", fact("민원 상담", [(2035, 17, ACTUAL)]), year=2036),
        ]
    )
    assert found.conflicts == ()
    assert len(found.points) == 2


def test_goals_and_results_by_name_are_one_series_with_their_phases() -> None:
    (found,) = link_series(
        [
            plan("a", fact("민원 상담 목표", [(2031, 20, None)])),
            plan("b", fact("민원 상담 실적", [(2031, 17, None)]), year=2032),
        ]
    )
    assert [point.phase for point in found.points] == [PLANNED, ACTUAL]
    assert found.conflicts == ()


def test_amounts_in_different_units_are_given_in_won() -> None:
    (found,) = link_series(
        [
            plan("a", fact("숲 살림", [(2031, 20, None)], unit="억 원")),
            plan("b", fact("숲 살림", [(2032, 2_500, None)], unit="백만원"), year=2032),
        ]
    )
    assert found.unit == "원"
    assert [point.value for point in found.points] == [2_000_000_000, 2_500_000_000]


def test_amounts_in_one_unit_stay_as_printed() -> None:
    (found,) = link_series(
        [
            plan("a", fact("숲 살림", [(2031, 20, None)], unit="억 원")),
            plan("b", fact("숲 살림", [(2032, 25, None)], unit="억원"), year=2032),
        ]
    )
    assert found.unit == "억원"
    assert [point.value for point in found.points] == [20, 25]


@pytest.mark.parametrize(
    ("printed", "won", "is_conflict"),
    [
        (8_727, 872_712_345_678, False),
        (8_727, 872_650_000_000, False),
        (8_727, 872_800_000_000, True),
        (8_727, 872_600_000_000, True),
    ],
)
def test_rounding_is_no_conflict(printed: int, won: int, *, is_conflict: bool) -> None:
    in_text = {"unit": "원", "raw_text": f"{won:,}원", "kind": corpus.FactKind.BUDGET}
    (found,) = link_series(
        [
            plan("a", fact("숲 살림", [(2031, printed, None)], unit="억원")),
            plan("b", fact("숲 살림", [(2031, won, None)], **in_text)),
        ]
    )
    assert found.conflicts == ((2031,) if is_conflict else ())


def test_an_amount_in_running_text_is_known_as_far_as_it_is_printed() -> None:
    def told(name: str, won: int, printed: str) -> corpus.Reading:
        return plan(name, fact("숲 살림", [(2031, won, None)], unit="원", raw_text=printed))

    (found,) = link_series(
        [told("a", 872_700_000_000, "8,727억 원"), told("b", 872_730_000_000, "8,727억 3천만 원")]
    )
    assert found.conflicts == ()
    (found,) = link_series(
        [told("a", 872_700_000_000, "8,727억 원"), told("b", 872_600_000_000, "8,726억 원")]
    )
    assert found.conflicts == (2031,)


def test_grades_make_a_series() -> None:
    (found,) = link_series(
        [
            plan("a", fact("숲 청렴도", [(2031, "2등급", None)], unit="등급")),
            plan("b", fact("숲 청렴도", [(2031, "3 등급", None)], unit="등급")),
            plan("c", fact("숲 청렴도", [(2032, "1등급", None)], unit="등급"), year=2032),
        ]
    )
    assert [point.value for point in found.points] == ["2등급", "3 등급", "1등급"]
    assert found.conflicts == (2031,)


@pytest.mark.parametrize(
    "about",
    [
        {"name": "고충민원 상담"},
        {"unit": "명"},
        {"account": "special_account"},
        {"comparator": "at_least"},
        {"flags": ("threshold",)},
        {"flags": ("change",)},
        {"flags": ("part",)},
        {"municipality": "경기도 평택시"},
        {"kind": corpus.FactKind.PROJECT},
    ],
)
def test_what_differs_is_not_linked(about: dict[str, Any]) -> None:
    here = plan("a", fact("민원 상담", [(2031, 10, None)]))
    there = plan("b", fact("민원 상담", [(2032, 11, None)]) | about, year=2032)
    assert link_series([here, there]) == ()


def test_a_name_used_for_two_figures_of_a_year_names_neither() -> None:
    twice = plan("a", fact("민원 상담", [(2031, 10, None)]), fact("민원 상담", [(2031, 99, None)]))
    assert link_series([twice, plan("b", fact("민원 상담", [(2032, 11, None)]), year=2032)]) == ()


def test_an_unknown_phase_does_not_hide_that_a_name_is_used_twice() -> None:
    twice = plan(
        "a", fact("민원 상담", [(2031, 10, PLANNED)]), fact("민원 상담", [(2031, 99, None)])
    )
    assert link_series([twice, plan("b", fact("민원 상담", [(2032, 11, None)]), year=2032)]) == ()


def test_a_name_used_twice_still_leaves_each_course_to_its_document() -> None:
    found = link_series(
        [
            plan(
                "a",
                fact("민원 상담", [(2031, 10, None), (2032, 11, None)], raw_text="글"),
                fact("민원 상담", [(2031, 90, None), (2032, 91, None)], raw_text="이다"),
            ),
            plan("b", fact("민원 상담", [(2033, 11, None)]), year=2033),
        ]
    )
    assert [[point.value for point in one.points] for one in found] in (
        [[10, 11], [90, 91]],
        [[90, 91], [10, 11]],
    )
    assert all(one.document_ids == ("kr-boryeong/a",) for one in found)


def test_one_name_under_two_headings_in_different_years_is_two_things() -> None:
    reading = sections(
        ("1. 숲길", fact("나무 심기", [(2031, 3, None)])),
        ("2. 물길", fact("나무 심기", [(2032, 5, None)])),
    )
    assert link_series([reading]) == ()


def test_headings_that_differ_by_their_year_are_one() -> None:
    reading = sections(
        ("2031년 실적", fact("나무 심기", [(2031, 3, None)])),
        ("2032년 실적", fact("나무 심기", [(2032, 5, None)])),
    )
    (found,) = link_series([reading])
    assert [point.year for point in found.points] == [2031, 2032]


def test_a_figure_told_again_under_another_heading_is_one_point() -> None:
    course: Course = [(2031, 3, None), (2032, 5, None)]
    reading = sections(
        ("1. 요약", fact("나무 심기", course)), ("2. 숲길", fact("나무 심기", course[:1]))
    )
    (found,) = link_series([reading])
    assert len(found.points) == 2


def test_an_id_does_not_depend_on_the_other_documents() -> None:
    first = plan("a", fact("민원 상담", [(2031, 10, ACTUAL), (2035, 20, PLANNED)]))
    other = plan("b", fact("민원상담 건수", [(2032, 15, None)]), year=2032)
    third = plan("c", fact("숲 살림", [(2032, 15, None), (2033, 1, None)]), year=2033)
    (alone,) = link_series([first])
    assert alone.id in {one.id for one in link_series([first, other, third])}
    assert alone.id in {one.id for one in link_series([third, first])}


def test_a_general_name_stays_in_its_document() -> None:
    course: Course = [(2031, 10, None), (2032, 11, None)]
    found = link_series([plan(name, fact("총사업비", course), heading="사업개요") for name in "ab"])
    assert [one.document_ids for one in found] in (
        [("kr-boryeong/a",), ("kr-boryeong/b",)],
        [("kr-boryeong/b",), ("kr-boryeong/a",)],
    )


FACTS = st.lists(
    st.builds(
        fact,
        name=st.sampled_from(("민원 상담", "민원상담 목표", "숲 살림", "총사업비")),
        course=st.lists(
            st.tuples(
                st.integers(2030, 2032), st.integers(1, 3), st.sampled_from((None, ACTUAL, PLANNED))
            ),
            min_size=1,
            max_size=3,
            unique_by=lambda one: one[0],
        ),
        unit=st.sampled_from(("건", "억원", "백만원", None)),
    ),
    max_size=4,
)


@given(st.lists(FACTS, max_size=4), st.randoms())
def test_series_are_true_to_the_facts_whatever_the_order(
    documents: list[list[dict[str, Any]]], order: random.Random
) -> None:
    readings = [
        plan(f"n{number}", *facts, year=2030 + number) for number, facts in enumerate(documents)
    ]
    found = link_series(readings)
    said = {
        ((one.id, value.year), value.value)
        for reading in readings
        for one in reading.facts
        for value in one.values
    }
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert len(one.document_ids) > 1 or len({point.year for point in one.points}) > 1
        assert {point.document_id for point in one.points} == set(one.document_ids)
        assert [point.year for point in one.points] == sorted(point.year for point in one.points)
        assert set(one.conflicts) <= {point.year for point in one.points}
        for point in one.points:
            values = {value for key, value in said if key == (point.fact_id, point.year)}
            in_won = {
                value * scale
                for value in values
                if isinstance(value, Decimal) and one.unit == "원"
                for scale in (10**8, 10**6)
            }
            assert point.value in values | in_won
    order.shuffle(readings)
    assert link_series(readings) == found


def test_time_grows_with_the_facts() -> None:
    def seconds(count: int) -> float:
        readings = [
            plan(f"n{number}", *(fact(f"나무 {one} 심기", [(2031, 1, None)]) for one in range(20)))
            for number in range(count)
        ]
        best = 10.0
        for _ in range(3):
            started = time.process_time()
            assert len(link_series(readings)) == 20
            best = min(best, time.process_time() - started)
        return best

    assert seconds(160) < 8 * max(seconds(40), 0.01)


def test_every_course_of_a_real_plan_is_a_series() -> None:
    seeds = SHARED / "seeds"
    if not seeds.is_dir():
        pytest.skip("the original documents do not lie beside the repository (../shared)")
    found = corpus.read_folders([Path(seeds)])
    served = {point.fact_id for one in found.series for point in one.points}
    courses = [
        one.id
        for reading in found.readings
        for one in reading.facts
        if one.municipality and len({value.year for value in one.values if value.value}) > 1
    ]
    assert len(courses) > 20
    assert set(courses) <= served
    assert all(one.conflicts == () for one in found.series)
