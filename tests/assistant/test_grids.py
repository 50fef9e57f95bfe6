"""Tables in every form in which they reach the text, read into rows, columns and units."""

from __future__ import annotations

import pytest

from assistant.grids import Grid, grids_of

BARS = """\
가람시 살림

1. 회계별 규모 (단위 : 억원, %)
| 구분 | 2021년 | ’22년 | 증감률 |
|---|---:|---:|---:|
| 합 계 | 5,100 | 5,610 | 10.0 |
| 특별회계 | 610 | 600 | △1.6 |
"""
BLANKS = """\
<부서별 현황>          (단위 : 명)
구분        정원   현원
합계        30     28
도서관      12     11
"""
SINGLE = """\
다. 연차별 투자계획 (단위 : 백만원)
구분 합계 2022 2023 증가율
계 1,900 900 1,000 11.1%
숲길·공원 700 300 400 33.3%
"""
STACKED = """\
총괄 (단위 : 억원)
구 분
본예산(A)
추경(B)
일반회계
120
150
기금
30
28
"""
PAIRS = """\
③ 최근 채무 잔액 (단위: 억원)
2021 74 | 2022 55 | 2023 38
"""
SLASHES = """\
구분 / 우리 시 / 비슷한 시 평균
재정자립도(%) 12.4 11.8
1인당 세금(천원) 893 741
"""
COLONS = """\
구분 : 예산안 / 증액
합계 : 7,287억 원 / 1,162억 원
일반회계 : 6,578억 원 / 1,022억 원
"""
NAMELESS = """\
처분 결과 (단위 : 건)
계 시정 주의
88 64 24
"""


def said(grid: Grid) -> dict[str, list[str | None]]:
    return {row.label: [one.said if one else None for one in row.cells] for row in grid.rows}


@pytest.mark.parametrize(
    ("text", "heads", "row", "cells"),
    [
        (BARS, ("2021년", "’22년", "증감률"), "특별회계", ["610억원", "600억원", "△1.6%"]),
        (BLANKS, ("정원", "현원"), "도서관", ["12명", "11명"]),
        (
            SINGLE,
            ("합계", "2022", "2023", "증가율"),
            "숲길·공원",
            ["700백만원", "300백만원", "400백만원", "33.3%"],
        ),
        (STACKED, ("본예산(A)", "추경(B)"), "기금", ["30억원", "28억원"]),
        (PAIRS, ("",), "2022", ["55억원"]),
        (SLASHES, ("우리 시", "비슷한 시 평균"), "재정자립도(%)", ["12.4%", "11.8%"]),
        (COLONS, ("예산안", "증액"), "합계", ["7,287억 원", "1,162억 원"]),
        (NAMELESS, ("계", "시정", "주의"), "", ["88건", "64건", "24건"]),
    ],
)
def test_each_form_of_a_table_is_read_with_its_units(
    text: str, heads: tuple[str, ...], row: str, cells: list[str]
) -> None:
    (grid,) = grids_of(text)

    assert grid.heads == heads
    assert said(grid)[row] == cells


def test_a_quote_begins_where_the_unit_is_printed() -> None:
    (grid,) = grids_of(BARS)

    assert BARS[grid.start :].startswith("1. 회계별 규모 (단위")
    assert BARS[: grid.end].endswith("△1.6 |")


def test_a_unit_that_the_names_leave_open_is_not_guessed() -> None:
    (grid,) = grids_of("(단위 : 명, 개)\n구분 | 대상 | 참여 인원\n북부 | 3 | 40\n남부 | 4 | 55\n")

    assert said(grid) == {"북부": ["3", "40명"], "남부": ["4", "55명"]}


@pytest.mark.parametrize(
    "text",
    [
        "시는 2023년 예산으로 1,200억 원을 쓴다.\n내년에는 1,300억 원을 쓴다.\n",
        "○ 참가 12명\n○ 위촉 15명\n",
        "1. 체결일시 : 2023. 3. 14. 10:00 / 시청 회의실\n2. 대상 : 48명\n",
    ],
)
def test_prose_and_lists_are_no_tables(text: str) -> None:
    assert grids_of(text) == ()


def test_a_row_that_lacks_a_cell_ends_the_table() -> None:
    (grid,) = grids_of("구분 | 작년 | 올해\n가 | 1 | 2\n나 | 3\n다 | 4 | 5\n")

    assert [row.label for row in grid.rows] == ["가"]


def test_a_headline_that_ends_in_a_figure_is_no_row() -> None:
    assert grids_of("가람시 보도자료\n상반기 30억 앞당겨 쓴다… 목표율 64%\n") == ()
    assert grids_of("가람군 #나라살림\n전체댓글 0\n") == ()
    assert grids_of("기사 전송\n조직개편안 통과… 숲길국 신설·정원 1,530명\n") == ()


def test_pairs_have_the_unit_of_the_total_above_that_they_add_up_to() -> None:
    text = "○ 조치 3건 470백만원\n  추징 300 (1건) | 회수 170\n○ 신분상 조치 5명\n"
    (grid,) = grids_of(text)

    assert said(grid) == {"추징": ["300백만원"], "회수": ["170백만원"]}
    assert text[grid.start : grid.end].splitlines()[0] == "○ 조치 3건 470백만원"
    (other,) = grids_of(text.replace("170", "171"))
    assert said(other) == {"추징": ["300"], "회수": ["171"]}


def test_a_line_of_pairs_is_no_head_and_a_bullet_no_row_of_words() -> None:
    text = "시정 70 | 주의 39\n○ 재정상 조치 30\nⅡ. 결과\n○ 행정상 조치 111\n"

    assert [row.label for grid in grids_of(text) for row in grid.rows] == ["시정", "주의"]
