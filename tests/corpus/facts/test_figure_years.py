"""Which year one figure is of."""

from __future__ import annotations

import pytest

from corpus.catalog import CatalogRow
from corpus.read import read_document
from corpus.types import Fact


def fact(text: str, raw: str, title: str = "2025년 주요업무 보고") -> Fact:
    """The fact of the figure printed as `raw` in a document with a title."""
    found = read_document(text.encode(), CatalogRow(file="a.txt", title=title)).facts
    (one,) = [one for one in found if one.raw_text == raw]
    return one


@pytest.mark.parametrize(
    ("text", "raw", "year"),
    [
        ("○ 마을 숲 조성 : 12억원", "12억원", 2025),
        # the year in which the whole will be done is not that of its cost
        ("○ 고갯길 확장(’28.) 1,784억원", "1,784억원", None),
        ("○ 강변 다리 건설 4,217억원(’31.)", "4,217억원", None),
        ("○ 마을 숲 조성 사업비 : 12억원", "12억원", None),
        # several years together
        ("○ 마을 숲에 5년간 60억원 투입", "60억원", None),
        ("○ 마을 숲 조성 2024~2028년 60억원", "60억원", None),
        # how things stand, not in which year
        ("○ 인력 : 정원 27명", "27명", None),
        # a share printed with its year
        ("○ 숲 비중 12.6%(’24)", "12.6%", 2024),
    ],
)
def test_a_year_that_is_not_said_is_not_guessed(text: str, raw: str, year: int | None) -> None:
    assert fact(text, raw).fiscal_year == year


def test_a_change_is_not_of_the_year_it_is_measured_from() -> None:
    text = "○ 예산 48,712백만원 (‘24년 45,930백만원 대비 6.1%↑)"
    assert fact(text, "6.1%").fiscal_year == 2025


def test_the_item_above_gives_the_year_of_what_stands_under_it() -> None:
    text = "○ ’23년 종합청렴도 3등급\n   - 종합점수 79.8점\n"
    assert fact(text, "79.8점").fiscal_year == 2023


def test_under_two_years_none_is_certain() -> None:
    text = "□ 2023년과 2024년 청렴도\n   - 종합점수 79.8점\n"
    assert fact(text, "79.8점").fiscal_year is None


@pytest.mark.parametrize(
    "title", ["관광 육성 기본계획", "중기지방재정계획(2024~2028)", "제2차 청년정책 기본계획"]
)
def test_a_plan_for_many_years_gives_no_year(title: str) -> None:
    assert fact("○ 마을 숲 조성 : 12억원", "12억원", title).fiscal_year is None
