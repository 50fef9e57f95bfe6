"""Which year a figure belongs to, and how that was come by."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.catalog import CatalogRow
from corpus.facts.years import PREVIOUS_YEAR, YEAR_INFERRED, year_context
from tests.corpus.plans import PLAN_2031, UNLISTED, facts_of, statements_of


def year(
    text: str, figure: str, about: CatalogRow = PLAN_2031
) -> tuple[int | None, tuple[str, ...]]:
    statement = next(one for one in statements_of(text, about=about) if figure in one.text)
    return year_context(statement).year_at(statement.text, statement.text.index(figure))


def test_the_year_said_before_a_figure_is_its_year() -> None:
    assert year("○ 2029년 40그루, 2030년 50그루", "40그루") == (2029, ())
    assert year("○ 2029년 40그루, 2030년 50그루", "50그루") == (2030, ())


def test_a_short_year_is_of_this_century() -> None:
    assert year("○ ’29년 40그루", "40그루") == (2029, ())


def test_a_year_said_after_a_figure_is_not_its_year() -> None:
    assert year("○ 40그루 (2029년까지)", "40그루") == (2031, (YEAR_INFERRED,))


def test_the_year_of_a_heading_goes_before_that_of_the_plan() -> None:
    assert year("1. 2030년 실적\n○ 나무 40그루", "40그루") == (2030, ())


def test_the_year_of_the_plan_is_inferred_and_says_so() -> None:
    assert year("○ 나무 40그루", "40그루") == (2031, (YEAR_INFERRED,))


def test_without_any_year_there_is_none() -> None:
    assert year("○ 나무 40그루", "40그루", UNLISTED) == (None, ())


def test_a_plan_for_several_years_gives_none_to_its_figures() -> None:
    about = CatalogRow(file="a.txt", title="계획", fiscal_years=(2031, 2032))
    assert year("○ 나무 40그루", "40그루", about) == (None, ())


def test_a_span_of_years_is_no_one_year() -> None:
    assert year("○ 2029~2030년 40그루", "40그루") == (None, ())


def test_the_year_before_is_counted_from_the_plan() -> None:
    assert year("○ 50그루 (전년 40그루)", "40그루") == (2030, (PREVIOUS_YEAR,))


def test_last_year_is_counted_from_the_day_of_publication() -> None:
    about = CatalogRow(file="a.txt", title="소식", published_on=date(2031, 5, 1))
    assert year("나무를 지난해 40그루 심었다.", "40그루", about) == (2030, ())


def test_a_year_that_cannot_be_told_is_unresolved() -> None:
    assert year("나무를 지난해 40그루 심었다.", "40그루", UNLISTED) == (None, ("year_unresolved",))


@pytest.mark.parametrize("text", ["○ 나무 40그루 ’31년 2월 30일", "○ 나무 40그루 2031. 13. 1."])
def test_a_day_that_does_not_exist_breaks_nothing(text: str) -> None:
    assert year(text, "40그루") == (2031, (YEAR_INFERRED,))


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        # the day on which news came out is not the year that it tells of
        ("2030. 11. 25. | 자치·행정", (2031, (YEAR_INFERRED,))),
        ("2030년 11월 25일", (2031, (YEAR_INFERRED,))),
        ("등록일 2030-11-25 09:10", (2031, (YEAR_INFERRED,))),
        # as of when things stand, and what they are only compared with
        ("1. 지원 현황(사업비가 떨어질 때까지, 2029년 기준)", (2029, ())),
        ("1. 나무 심기 : 2030년보다 12그루 증가", (2031, (YEAR_INFERRED,))),
        ("1. 2032년 나무 심기 : 2031년보다 12그루 증가", (2032, ())),
        ("1. 전년도(2030년)와 비교", (2031, (YEAR_INFERRED,))),
        # what was done before now
        ("1. 전년도 추진실적", (2030, ())),
        ("2 지난해 잘된 점", (2030, ())),
        ("1. 그간의 성과", (None, ())),
        ("1. 추진경과", (None, ())),
    ],
)
def test_a_heading_says_of_what_time_the_things_below_it_are(
    heading: str, expected: tuple[int | None, tuple[str, ...]]
) -> None:
    assert year(f"{heading}\n○ 나무 40그루", "40그루") == expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("과제는 ▲2032년 나무 20그루 ▲꽃 40그루다.", "20그루", 2032),
        ("과제는 ▲2032년 나무 20그루 ▲꽃 40그루다.", "40그루", 2031),
        ("○ 2024년부터 벌목 0그루, 한 마을 나무 40그루", "40그루", 2031),
        ("○ 2030년 말 30그루에서 10그루를 더 심어 40그루", "40그루", 2031),
        ("○ 2030년 매출액의 0.5%, 최대 40그루", "40그루", 2031),
        ("○ 2030년 매출액 3억원, 나무 40그루", "40그루", 2030),
        ("○ 2025년에 문을 연 숲에 나무 40그루", "40그루", 2031),
        ("○ 2025년 개정된 조례에 따라 나무 40그루", "40그루", 2031),
        ("○ 2030년에 심은 나무 40그루", "40그루", 2030),
        ("○ 2029회계연도 나무 40그루", "40그루", 2029),
        ("○ 2030년 1천200그루와 견주면 40그루 많음", "40그루", 2031),
        ("○ 2030년에 비하면 40그루 많음", "40그루", 2031),
        ("○ 2030년 말 1만 2천그루에서 40그루 늘어남", "40그루", 2031),
    ],
)
def test_a_year_reaches_as_far_as_what_it_is_said_of(text: str, figure: str, expected: int) -> None:
    assert year(text, figure)[0] == expected


@pytest.mark.parametrize(
    "compared",
    [
        "2030년 본예산 1조1천591억원과 견주면 975억원이 많다.",
        "2030년 예산 8천120억원에 비하면 300억원이 많다.",
        "2030년 당초예산 8천700억원 대비 4.8% 많다.",
        "2030년 1조 2,300억원과 비교하면 120억원 늘었다.",
        "총점은 82.1점으로 전년 77.3점에서 4.8점 올랐다.",
    ],
)
def test_a_year_that_is_compared_with_sets_no_scene(compared: str) -> None:
    text = f"2031년도 예산안은 9천억원이다. {compared} 숲에는 나무 40그루를 심는다."
    (fact,) = [one for one in facts_of(text, about=UNLISTED) if one.raw_text == "40그루"]
    assert fact.fiscal_year == 2031


def test_what_stands_below_a_flattened_table_is_in_none_of_its_columns() -> None:
    text = "가. 세입\n구 분 2029년 2030년 증감\n합 계 64,741 68,847 4,106\n○ 나무 40그루"
    assert year(text, "40그루") == (2031, (YEAR_INFERRED,))
