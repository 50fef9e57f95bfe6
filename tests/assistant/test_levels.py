"""Figures that something moved or differs by, told apart from those that it stands at."""

from __future__ import annotations

import pytest

from assistant.levels import asks_level, tells_only_moves, tells_only_parts, without_moves


@pytest.mark.parametrize(
    "quote",
    [
        "비슷한 도시와 견주면 살림은 41억원, 자체수입은 7억원, 빚은 2억원 많다.",
        "- 나무 심기 예산은 2031년보다 15억원 증가",
        "이용객은 1만2천명이 늘었다",
        "만족도는 3.5%p 높다",
        "체납액 12억원↓",
        "올해 살림보다 53억 원(5.2%) 많은 금액이다.",
    ],
)
def test_a_distance_is_no_level(quote: str) -> None:
    assert tells_only_moves(quote)


@pytest.mark.parametrize(
    ("quote", "kept"),
    [
        ("예산은 15억원이 늘어난 840억원이다", "840억원"),
        ("절감액은 21억원이다", "21억원"),
        ("도서관 3곳을 줄이고 공원 8곳을 새로 연다", "8곳"),
        ("일반회계는 710억원으로 지난번보다 30억원 많다", "710억원"),
    ],
)
def test_a_level_stays(quote: str, kept: str) -> None:
    assert kept in without_moves(quote)
    assert not tells_only_moves(quote)


def test_words_without_figures_tell_no_moves() -> None:
    assert not tells_only_moves("살림이 크게 늘었다.")


@pytest.mark.parametrize(
    ("question", "is_level"),
    [
        ("2031년 살림 규모는 얼마인가요?", True),
        ("살림 규모는 얼마나 늘었나요?", False),
        ("작년보다 얼마 많은가요?", False),
        ("두 해의 차이는 얼마야", False),
    ],
)
def test_a_question_for_a_level_is_known(question: str, is_level: bool) -> None:
    assert asks_level(question) is is_level


def test_a_long_line_of_figures_takes_no_longer_than_it_is() -> None:
    quote = "가는 1억원, " * 4_000
    assert without_moves(quote) == quote


PARTS = "○ 절감액 : 다리 11억 원, 둑길 6천만 원, 쉼터 2억 원"


@pytest.mark.parametrize(
    ("quote", "question", "is_of_parts"),
    [
        (PARTS, "2031년 절감액은 얼마인가요?", True),
        ("분야별 절감액은 다리 11억원, 둑길 6억원, 쉼터 1억원이다.", "절감액 얼마야", True),
        (PARTS, "둑길 절감액은 얼마인가요?", False),
        (PARTS, "분야별 절감액은 얼마인가요?", False),
        (
            "절감액은 모두 18억 원이다. 절감액은 다리 11억원, 둑길 6억원, 쉼터 1억원이다.",
            "절감액?",
            False,
        ),
        ("○ 절감액 : 18억 원", "절감액은 얼마인가요?", False),
    ],
)
def test_what_parts_have_is_not_what_all_have(quote: str, question: str, is_of_parts: bool) -> None:
    assert tells_only_parts(quote, question) is is_of_parts
