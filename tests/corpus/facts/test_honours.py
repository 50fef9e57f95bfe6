"""Honours: what a city won, and in what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.catalog import CatalogRow
from corpus.municipalities import municipalities
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
        "군은 전국 숲 관리 평가에서 지원 대상으로 선정됐다.",
        "군은 전국 숲 관리 평가에서 지원 대상에 올랐다.",
        "전국 숲 관리 평가에서 우수기관으로 선정된 부서에는 상금을 준다.",
        "군은 전국 숲 관리 평가에서 우수기관을 차지해야 한다.",
    ],
)
def test_wishes_and_nameless_contests_are_none(text: str) -> None:
    assert won(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("{other}는 전국 숲 관리 평가에서 최우수기관에 뽑혔다.", 0),
        ("{own}는 전국 숲 관리 평가에서 최우수기관에 뽑혔다.", 1),
        ("{other}가 주관한 숲 관리 평가에서 {own}는 최우수기관에 뽑혔다.", 1),
        ("{other}가 주관한 숲 관리 평가에서 최우수기관에 뽑혔다.", 1),
        ("전국 숲 관리 평가에서 최우수기관에 뽑힌 {own}는 잔치를 연다.", 1),
    ],
)
def test_what_another_won_is_not_told_of_the_documents_place(text: str, count: int) -> None:
    other, own = [one for one in municipalities() if one.korean.endswith("시")][-2:]
    about = replace(NEWS, municipality=own.slug)
    told = text.format(other=other.korean, own=own.korean)
    assert len(facts_of(told, FactKind.EVALUATION, about=about)) == count
