"""Goals that a title or a heading tells."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시, 국비 확보 보고회…70개 사업 513억 목표",
            "가람시, 국비 513억 잡는다",
            "513억",
            "국비 확보 목표",
        ),
        (
            "가람시 직무성과계약 체결",
            "<주요 계약 과제>\n·숲길국장 : 숲길 축제 방문객 120명",
            "120명",
            "숲길국장 숲길 축제 방문객 목표",
        ),
        (
            "가람시, 국비 확보 보고회…70개 사업 513억 목표",
            "가람시, 국비 313억 따내",
            "313억",
            "가람시 국비 확보액",
        ),
        (
            "가람시, 숲길 쉼터 70개 목표",
            "숲길 쉼터 70개를 세운다.",
            "70개",
            "숲길 쉼터 목표",
        ),
    ],
)
def test_a_goal_is_called_one(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]


@pytest.mark.parametrize(
    ("title", "text", "raw"),
    [
        ("가람시, 국비 15억 목표", "숲길 정비에 1.5억 원을 썼다.", "1.5억 원"),
        ("가람시, 숲길 쉼터 70개 목표", "숲길 걷기에 시민 70명이 왔다.", "70명"),
        ("가람시, 숲길 쉼터 70개 목표", "숲길 정비 공정률은 70%다.", "70%"),
    ],
)
def test_the_goal_of_a_title_is_the_same_sum_or_count(title: str, text: str, raw: str) -> None:
    (name,) = names_by_figure(title, text)[raw]
    assert "목표" not in name
