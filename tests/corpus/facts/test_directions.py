"""Directions: a difference from what was before is an increase or a decrease."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("text", "raw", "name"),
    [
        ("이는 기정예산보다 234억 원 많은 규모다.", "234억 원", "제2회 추경예산안 증가액"),
        ("제1회 추경보다 931억 원 많다.", "931억 원", "제2회 추경예산안 증가액"),
        ("출생아는 지난해 같은 때보다 39명 적다.", "39명", "출생아 감소"),
    ],
)
def test_a_difference_from_before_says_which_way(text: str, raw: str, name: str) -> None:
    assert name in names_by_figure("제2회 추경예산안", text)[raw][0]


def test_a_difference_from_others_is_none() -> None:
    (name,) = names_by_figure("제2회 추경예산안", "점수는 전국 평균보다 3.2점 높다.")["3.2점"]
    assert "증가" not in name
