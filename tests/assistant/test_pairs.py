"""One measure of two places, or against an average, each side found apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import assistant

Ask = Callable[..., assistant.Answer]


@pytest.mark.parametrize(
    ("question", "results"),
    [
        (
            "2024년 하천 정비 절약액은 동해시와 태백시 중 어디가 더 큰가요?",
            ["동해시 94억 원"],
        ),
        ("태백시 2024년 하천 정비 절약액은 최근 4년 평균보다 얼마나 더 많나요?", ["27억 원"]),
    ],
)
def test_places_and_averages_are_set_against_each_other(
    ask_reports: Ask, question: str, results: list[str]
) -> None:
    assert [one.result for one in ask_reports(question).calculations] == results


def test_a_place_without_the_figure_makes_no_comparison(ask_reports: Ask) -> None:
    answer = ask_reports("동해시와 태백시 중 2024년 인구가 더 많은 곳은 어디인가요?")
    assert answer.calculations == ()
