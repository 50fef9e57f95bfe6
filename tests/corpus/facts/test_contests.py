"""Contests: the evaluation in which a prize or a rank was won."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시 살림 소식",
            "가람시가 행정안전부의 2030년 상반기 지방재정 신속집행 평가에서 "
            "우수기관으로 뽑혀 특별교부세 4100만 원을 받는다.",
            "4100만 원",
            "상반기 지방재정 신속집행 평가 특별교부세",
        ),
        (
            "가람시 재정집행 평가 최우수",
            "시는 재정 인센티브로 1500만원을 받는다.",
            "1500만원",
            "가람시 재정집행 평가 재정 인센티브",
        ),
        (
            "가람시 숲길 소식",
            "특별교부세 4100만 원을 받는다.",
            "4100만 원",
            "특별교부세",
        ),
    ],
)
def test_a_prize_is_of_its_contest(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]
