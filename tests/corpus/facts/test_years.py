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
        ("○ 가람숲은 2030년과 똑같이 40그루임", "40그루", 2031),
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


NEWS_2031 = CatalogRow(
    file="a.txt",
    title="숲 소식",
    document_type="press",
    fiscal_years=(2031,),
    published_on=date(2031, 5, 1),
)


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        # the words beside a mention that tells no year by itself
        ("숲 평가 3년 연속(2029~2031년) 90점", "90점", 2031),
        ("지난해(2029년 예산)에는 37건을 넣었다.", "37건", 2029),
        # nobody meets two years before about the plan of a year; one year before they do
        ("시는 2028년 7월 1일 취임하며 사업 71건을 정했다.", "71건", 2028),
        ("시는 2030년 12월 1일 보고회에 사업 71건을 올렸다.", "71건", 2031),
    ],
)
def test_the_words_around_a_year_tell_how_it_is_meant(
    text: str, figure: str, expected: int
) -> None:
    assert year(text, figure, NEWS_2031)[0] == expected


def test_last_year_in_a_bracket_needs_no_day_of_publication() -> None:
    about = CatalogRow(file="a.txt", title="2031년 숲 투표 안내", fiscal_years=(2031,))
    assert year("지난해(2030년 예산)에는 37건을 넣었다.", "37건", about) == (2030, ())


def test_what_is_the_same_time_of_last_year_sets_no_scene() -> None:
    text = "시가 쓴 예산은 1,585억원이다. 지난해 같은 기간보다 462억원 늘었다. 집행률은 26.4%다."
    (one,) = [one for one in facts_of(text, about=NEWS_2031) if one.raw_text == "26.4%"]
    assert one.fiscal_year == 2031


def test_plans_made_after_a_look_back_are_not_of_that_year() -> None:
    text = "시의 지난해 숲 점수는 71점이다. 시는 약점을 추려 과제를 만들었다. 과제 27개를 만들었다."
    found = {one.raw_text: one.fiscal_year for one in facts_of(text, about=NEWS_2031)}
    assert found["71점"] == 2030
    set_up = "시의 지난해 숲 점수는 71점이다. 시는 약점을 추려 27개 실천과제를 만들었다."
    found = {one.raw_text: one.fiscal_year for one in facts_of(set_up, about=NEWS_2031)}
    assert found["27개"] == 2031


def test_news_that_names_no_year_is_told_as_of_its_day() -> None:
    day = date(2031, 5, 1)
    news = CatalogRow(file="a.txt", title="숲 감사 결과", document_type="press", published_on=day)
    assert year("조치는 주의 43건이다.", "43건", news) == (2031, (YEAR_INFERRED,))
    many = CatalogRow(
        file="a.txt", title="숲 5개년 기본계획", document_type="press", published_on=day
    )
    assert year("조치는 주의 43건이다.", "43건", many) == (None, ())
