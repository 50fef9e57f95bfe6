"""What one cell of a table holds."""

from __future__ import annotations

import pytest

from corpus.cells import LONGEST_FIGURE, CellKind, cell_kind
from tests.corpus.readers import assert_linear


@pytest.mark.parametrize("words", ["", " ", "-", "–", "―", "…", "해당 없음", "미정", "N/A"])
def test_a_dash_is_nothing_and_not_zero(words: str) -> None:
    assert cell_kind(words) is CellKind.EMPTY


@pytest.mark.parametrize("words", ["2021", "’21", "2021년", "2021년도", "'21년", "(2021)", "2021."])
def test_a_year_alone_is_a_year(words: str) -> None:
    assert cell_kind(words) is CellKind.YEAR


@pytest.mark.parametrize(
    "words", ["2021년 12월", "’21. 3. ~ ’22. 5.", "2021~2023", "2021-03-02", "2021. 6. ~ 8."]
)
def test_a_date_or_a_span_of_dates_is_a_date(words: str) -> None:
    assert cell_kind(words) is CellKind.DATE


@pytest.mark.parametrize(
    "words",
    [
        "2031명",
        "2021억 원",
        "2,031건",
        "0",
        "1,234",
        "△12.5",
        "(-)3",
        "(45)",
        "12억 원",
        "35명",
        "5.41%",
        "약 30개소",
        "3 (1.2%)",
    ],
)
def test_a_number_with_or_without_unit_is_a_figure(words: str) -> None:
    assert cell_kind(words) is CellKind.FIGURE


@pytest.mark.parametrize(
    "words",
    [
        "2031 예산액",
        "2031년도 결산",
        "2031년 목표",
        "1분기",
        "3월",
        "20대",
        "2층",
        "제3기",
        "5급",
        "가등급",
        "도서관 2곳",
        "3:7",
        "041-1",
    ],
)
def test_numbers_that_tell_which_one_are_words(words: str) -> None:
    assert cell_kind(words) is CellKind.WORDS


def test_a_number_of_forty_digits_is_a_figure_and_longer_ones_are_words() -> None:
    assert cell_kind("9" * 40) is CellKind.FIGURE
    assert cell_kind("9" * (LONGEST_FIGURE + 1)) is CellKind.WORDS


@pytest.mark.parametrize("piece", ["9", "1,", "2021. ", "(", "- ", "한"])
def test_reading_a_cell_takes_linear_time(piece: str) -> None:
    assert_linear(cell_kind, piece)
