"""Scores: what the subject of a sentence reached, in what its document is about."""

from __future__ import annotations

from datetime import date

import pytest

import corpus
from corpus.catalog import CatalogRow
from corpus.types import Fact, FactKind
from tests.corpus.plans import facts_of

RESULT = CatalogRow(
    file="a.txt",
    title="2031년 민원서비스 종합평가 결과",
    municipality="대구광역시 달서구",
    document_type="evaluation",
    fiscal_years=(2031,),
    published_on=date(2032, 1, 4),
)


def scored(text: str) -> dict[str, Fact]:
    return {
        one.raw_text: one
        for one in facts_of(f"개요\n\n{text}", FactKind.EVALUATION, about=RESULT)
        if not corpus.is_kept_back(one.doubts)
    }


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("달서구는 91.27점을 받아 지난 평가보다 나아졌다고 구가 4일 밝혔다.", "91.27점"),
        ("달서구가 84.2점을 얻었다고 4일 밝혔다.", "84.2점"),
        ("구는 총점 92점으로 전국 2위를 차지했다.", "92점"),
        ("달서구는 100점 만점에 87점으로 1위에 올랐다고 4일 밝혔다.", "87점"),
        ("구는 올해 90.5점을 기록했다고 4일 밝혔다.", "90.5점"),
        ("이번에 구는 모두 77점을 따냈다고 4일 밝혔다.", "77점"),
    ],
)
def test_the_score_of_a_place_is_that_of_what_the_document_judges(text: str, figure: str) -> None:
    assert scored(text)[figure].name == "민원서비스 종합평가 점수"


def test_the_score_of_another_place_is_its_own() -> None:
    found = scored("수성구는 88.1점을 받아 2위였다고 4일 밝혔다.")["88.1점"]
    assert found.municipality is not None
    assert "수성구" in found.municipality


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("국민신문고 민원 처리 부문은 만점(30점)을 얻었다.", "국민신문고 민원 처리 부문 점수"),
        ("민원제도 운영 항목에서 30점 만점을 받았다.", "민원제도 운영 항목 점수"),
    ],
)
def test_full_marks_that_a_part_got_are_its_score(text: str, name: str) -> None:
    assert scored(text)["30점"].name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("달서구는 91점을 받아 자치구 평균(78점)보다 13점 높았다.", "자치구 평균보다 높은 점수"),
        ("구는 88점으로 전국 평균보다 13점 앞섰다.", "전국 평균보다 높은 점수"),
        ("구는 65점으로 자치구 평균 78점보다 13점 낮았다.", "자치구 평균보다 낮은 점수"),
    ],
)
def test_a_margin_of_points_says_what_it_is_set_against(text: str, name: str) -> None:
    assert scored(text)["13점"].name == f"민원서비스 종합평가 {name}"


def test_full_marks_alone_are_no_score() -> None:
    assert "30점" not in scored("국민신문고 민원 처리 부문은 만점이 30점이다.")
