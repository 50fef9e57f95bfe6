"""The years of a question, and a time of its own in a word."""

from __future__ import annotations

import pytest

from assistant.asked_years import names_own_year, years_in


@pytest.mark.parametrize(
    ("text", "years", "bare"),
    [
        ("2031년 예산", (2031,), ()),
        ("'29년 실적", (2029,), ()),
        ("2040 전략", (), (2040,)),
        ("3년 동안", (), ()),
    ],
)
def test_years_are_told_from_names(
    text: str, years: tuple[int, ...], bare: tuple[int, ...]
) -> None:
    assert years_in(text) == (years, bare)


@pytest.mark.parametrize(
    ("text", "is_own"), [("그럼 올해 목표는?", True), ("작년엔?", True), ("그때 목표는?", False)]
)
def test_a_word_may_say_the_year(text: str, is_own: bool) -> None:
    assert names_own_year(text) is is_own
