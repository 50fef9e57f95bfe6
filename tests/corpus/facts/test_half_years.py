"""Half-years: the part of the year that a figure is of."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시, 상반기 숲길 계약심사로 예산 아껴",
            "계약심사로 다리 놓기 12건을 살펴 9600만 원을 줄였다.",
            "9600만 원",
            "상반기 숲길 계약심사 절감액",
        ),
        (
            "가람시 숲길 소식",
            "3분기에는 꽃밭 가꾸기에 38억원, 쉼터 놓기에 7억원이 쓰였다.",
            "7억원",
            "3분기 쉼터 놓기",
        ),
        (
            "가람시 숲길 소식",
            "시는 올해 1분기(1~3월) 계약심사로 9600만 원을 줄였다.",
            "9600만 원",
            "1분기 계약심사 절감액",
        ),
        (
            "가람시, 상반기 숲길 정비",
            "숲길 정비에 지난해 30억 원을 들였다.",
            "30억 원",
            "숲길 정비",
        ),
        (
            "가람시 숲길 소식",
            "상반기까지 숲길 정비에 30억 원을 들인다.",
            "30억 원",
            "숲길 정비",
        ),
    ],
)
def test_a_name_says_which_part_of_the_year(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]
