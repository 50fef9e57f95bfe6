"""Scopes: what a whole sentence is limited to."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시 재정집행 평가",
            "소비·투자 분야에서는 목표 393억원을 넘겼다.",
            "393억원",
            "소비·투자 분야 가람시 재정집행 평가 목표",
        ),
        (
            "가람시, 일상감사·계약심사로 12억 절감",
            "계약심사를 거쳐야 하는 일은 △숲길공사 4억원 이상 △용역 6500만원 이상이다.",
            "6500만원",
            "계약심사 용역 기준",
        ),
        (
            "가람시 결산 공시",
            "부채는 510억원이고, 군민 1인당으로는 36만 2000원이어서 "
            "인접·유사시 평균보다 8만 4000원 적다.",
            "8만 4000원",
            "군민 1인당 부채 인접·유사시 평균보다 적은 금액",
        ),
        (
            "가람시 상반기 자체감사 지적",
            "나리면은 4월 종합감사에서 22건이 나왔다. 재정조치 152만원, 신분상 조치 3명이다.",
            "3명",
            "나리면 신분상 조치",
        ),
        (
            "가람시 예산안",
            "경제 분야는 21.75% 늘어난 544억원, 관광은 12.32% 늘어난 108억원이다.",
            "108억원",
            "가람시 예산안 관광",
        ),
    ],
)
def test_a_name_says_its_scope(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]


@pytest.mark.parametrize(
    ("text", "raw", "scope"),
    [
        (
            "시민 1인당 채무는 42만원, 예산 규모는 6,470억원, 기금은 30억원이다.",
            "6,470억원",
            "1인당",
        ),
        ("시민 1인당 채무는 42만원, 예산 규모는 6,470억원, 기금은 30억원이다.", "30억원", "1인당"),
        ("시민 1인당으로는 42만원, 예산 규모는 6,470억원이다.", "6,470억원", "1인당"),
        ("시민 1인당으로는 42만원이며 모두 6,470억원이다.", "6,470억원", "1인당"),
        ("새 화면은 더 밝다. 숲길 정비 3억원이 든다.", "3억원", "화면"),
        ("그날 감동은 컸다. 숲길 정비 3억원이 든다.", "3억원", "감동"),
        ("봉사활동은 4월에 열린다. 숲길 정비 3억원이 든다.", "3억원", "봉사활동"),
    ],
)
def test_a_scope_ends_with_what_it_is_of(text: str, raw: str, scope: str) -> None:
    (name,) = names_by_figure("가람시 살림 소식", text)[raw]
    assert scope not in name


def test_what_is_told_of_the_average_of_others_says_so() -> None:
    found = names_by_figure(
        "결산 공시", "유사 지자체 평균은 자체수입 346억원, 이전재원 3734억원이었다."
    )
    assert found["346억원"] == ["유사 지자체 평균 자체수입"]
    assert found["3734억원"] == ["유사 지자체 평균 이전재원"]


def test_a_bound_has_its_review_once_and_holds_all_the_year_round() -> None:
    found = names_by_figure(
        "가람시 감사실, 상반기 계약심사로 9억 아꼈다",
        "심사 대상은 추정금액 3억원 이상 전문공사, 1억원 이상 용역, 2천만원 이상 물품이다.",
    )
    assert found["1억원"] == ["계약심사 용역 기준"]
    assert found["2천만원"] == ["계약심사 물품 기준"]
