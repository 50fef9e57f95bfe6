"""Honours: what a city won, and in what."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.catalog import CatalogRow
from corpus.types import Fact, FactKind, Phase
from tests.corpus.plans import facts_of

NEWS = CatalogRow(
    file="a.txt",
    title="숲 가꾸기 소식",
    document_type="press",
    fiscal_years=(2031,),
    published_on=date(2031, 3, 4),
)


def won(text: str) -> list[Fact]:
    return list(facts_of(text, FactKind.EVALUATION, about=NEWS))


@pytest.mark.parametrize(
    ("text", "name", "title", "year"),
    [
        (
            "군은 2029년 전국 숲 관리 평가에서 최우수기관에 뽑혔다.",
            "전국 숲 관리 평가",
            "최우수기관",
            2029,
        ),
        (
            "군은 산림청이 벌인 ‘2030 숲길 종합평가’에서 우수 기관으로 선정됐다고 8일 밝혔다.",
            "숲길 종합평가",
            "우수기관",
            2030,
        ),
        (
            "군은 도에서 연 숲길 경진대회에서 대상을 받아 기금 2억 원을 얻는다.",
            "숲길 경진대회",
            "대상",
            2031,
        ),
    ],
)
def test_what_was_won_is_an_evaluation_in_the_name_of_it(
    text: str, name: str, title: str, year: int
) -> None:
    (one,) = won(text)
    assert one.name.endswith(name)
    assert (one.value, one.fiscal_year, one.values[0].phase) == (title, year, Phase.ACTUAL)


@pytest.mark.parametrize(
    "text",
    [
        "군은 전국 숲 관리 평가에서 최우수기관에 뽑히는 것이 목표다.",
        "군은 전국 숲 관리 평가에서 우수기관을 노린다.",
        "평가에서 대상을 받았다.",  # in which, nobody says
        "숲 관리 평가 대상을 넓혔다.",
    ],
)
def test_wishes_and_nameless_contests_are_none(text: str) -> None:
    assert won(text) == []
