"""Margins: how far a figure is beyond what it is set against."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시 숲길 소식",
            "숲길 이용률은 63.2%로 정부 목표를 2.7%p 웃돌았다.",
            "2.7%p",
            "숲길 이용률 정부 목표 초과",
        ),
        (
            "가람시 숲길 소식",
            "나무은행은 820억원으로 해마다 5.1% 늘고, 숲길기금 46억원은 2.2%씩 줄 것이라고 한다.",
            "2.2%",
            "숲길기금 연평균 감소",
        ),
    ],
)
def test_a_margin_says_of_what_and_which_way(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]
