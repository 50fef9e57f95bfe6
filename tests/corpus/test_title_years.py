"""The year that a title says by a relative word."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.title_years import title_year

AUTUMN = date(2031, 11, 20)


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("가람시, 내년 예산안 9,870억 원 편성", 2032),
        ("가람시, 내년 예산안 편성…올해보다 11% 증가", 2032),
        ("가람시, 제2회 추경 1조 1,204억 원 확정", 2031),
        ("가람시, 지난해 계약심사로 28억 아껴", 2030),
        ("가람시, 지난해보다 12% 늘린 살림", None),
        ("가람시, 올해 추진하고 내년 마치는 사업", None),
        ("가람시 조직개편안 입법예고", None),
    ],
)
def test_a_relative_word_of_a_title_is_a_year(title: str, year: int | None) -> None:
    assert title_year(title, AUTUMN) == year


def test_without_a_day_no_relative_word_is_a_year() -> None:
    assert title_year("가람시, 내년 예산안 편성", None) is None
