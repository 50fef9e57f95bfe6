"""Margins: how far a figure is beyond what it is set against."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시 신속집행 소식",
            "하반기 신속 집행률은 81.1%로 정부 목표를 4.5%p 웃돌았다.",
            "4.5%p",
            "하반기 신속 집행률 정부 목표 초과",
        ),
        (
            "가람시 중기지방재정계획",
            "일반회계는 2조9289억원으로 해마다 3.9% 늘고, 기금 2618억원은 0.3%씩 줄 것으로 봤다.",
            "0.3%",
            "기금 연평균 감소",
        ),
    ],
)
def test_a_margin_says_of_what_and_which_way(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]
