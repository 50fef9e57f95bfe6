"""Rows of tables: what parts the row above it, and which columns name nothing."""

from __future__ import annotations

import pytest

from tests.corpus.grids import ruled, table_facts


def told(*rows: str) -> list[tuple[str, str | None]]:
    return [(fact.name, fact.unit) for fact in table_facts(ruled(*rows))]


@pytest.mark.parametrize("mark", ["-", "└", "·", "ㄴ"])
def test_a_marked_row_has_the_name_and_unit_of_the_row_it_parts(mark: str) -> None:
    assert told(
        "| 구분 | 처분 |",
        "| 행정상 조치(건) | 37 |",
        f"| {mark} 시정 | 15 |",
        f"| {mark} 주의 | 22 |",
        "| 재정상 조치(천원) | 900 |",
        f"| {mark} 회수 | 900 |",
        "| 신분상 조치(명) | 9 |",
    ) == [
        ("행정상 조치 처분", "건"),
        ("행정상 조치 시정 처분", "건"),
        ("행정상 조치 주의 처분", "건"),
        ("재정상 조치 처분", "천원"),
        ("재정상 조치 회수 처분", "천원"),
        ("신분상 조치 처분", "명"),
    ]


def test_deeper_marks_part_the_row_that_they_stand_under() -> None:
    assert told(
        "| 구분 | 면적(㎡) |",
        "| 시설 | 9 |",
        "| - 공원 | 5 |",
        "| · 숲 | 2 |",
        "| - 도서관 | 4 |",
        "| · 분관 | 3 |",
    ) == [
        ("시설 면적", "㎡"),
        ("시설 공원 면적", "㎡"),
        ("공원 숲 면적", "㎡"),
        ("시설 도서관 면적", "㎡"),
        ("도서관 분관 면적", "㎡"),
    ]


def test_a_day_names_no_row() -> None:
    found = told("| 연도 | 체결일 | 과제 수(개) |", "| 2030 | 2. 7. | 102 |")
    assert found == [("재정 과제 수", "개")]


def test_cells_that_state_values_name_no_row() -> None:
    found = told(
        "| 구분 | 지원한도 | 보조율 |",
        "| 시설 | 업체당 500만원 | 80% |",
        "| 홍보 | 업체당 200만원 | 90% |",
    )
    assert found == [
        ("시설 지원한도 업체당", "원"),
        ("시설 보조율", "%"),
        ("홍보 지원한도 업체당", "원"),
        ("홍보 보조율", "%"),
    ]
