"""Which lines are rows of a table, and where their cells stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.table_lines import Style, TableLimits, row_lines, table_line
from tests.corpus.grids import STYLES, Grid, grids
from tests.corpus.readers import assert_linear, documents

HEADS = st.sampled_from([("구분", "건수(건)", "금액(억 원)"), ("사업명", "2030", "2031", "2032")])


def cells(line: str) -> list[str]:
    read = table_line(line, 0, len(line))
    assert read is not None
    return [line[start:end] for start, end in read.cells]


@pytest.mark.parametrize(
    ("line", "style", "expected"),
    [
        ("| a | b |", Style.PIPE, ["a", "b"]),
        ("|a|b|", Style.PIPE, ["a", "b"]),
        ("| a | | b", Style.PIPE, ["a", "", "b"]),
        (r"| a \| b | c |", Style.PIPE, [r"a \| b", "c"]),
        ("a | b | c", Style.BAR, ["a", "b", "c"]),
        ("a | b |", Style.BAR, ["a", "b", ""]),
        ("a | b|c", Style.BAR, ["a", "b|c"]),
        ("│ a │ b │", Style.BOX, ["a", "b"]),
        ("a │ b", Style.BOX, ["a", "b"]),
    ],
)
def test_a_line_is_cut_at_its_bars(line: str, style: Style, expected: list[str]) -> None:
    read = table_line(line, 0, len(line))
    assert read is not None
    assert read.style is style
    assert cells(line) == expected


@pytest.mark.parametrize("line", ["|---|:-:|", "+---+---+", "├──┼──┤", "--- | ---", "=====  ===="])
def test_a_drawn_line_is_a_rule_and_has_no_cells(line: str) -> None:
    read = table_line(line, 0, len(line))
    assert read is not None
    assert read.is_rule
    assert read.cells == ()


@pytest.mark.parametrize("line", ["", "   ", "도서관을 짓는다.", "3:7", "- 항목", "| - | - |"])
def test_other_lines_are_no_rules(line: str) -> None:
    read = table_line(line, 0, len(line))
    assert read is None or not read.is_rule


def test_a_line_with_more_cells_than_any_table_is_none() -> None:
    line = "| 1 " * 200
    assert table_line(line, 0, len(line)) is None
    assert table_line(line, 0, len(line), limits=TableLimits(most_columns=300)) is not None


@given(grids(HEADS), st.sampled_from(STYLES))
def test_every_line_of_a_table_in_a_plain_text_is_a_row(grid: Grid, style: str) -> None:
    table = grid.printed(style).splitlines()
    around = ["1. 현황", "", "도서관을 새로 짓는다."]
    marked = row_lines([*around, *table, "", *around])
    assert marked == (*[False] * 3, *[True] * len(table), *[False] * 4)


@pytest.mark.parametrize(
    "lines",
    [
        ["홈 | 로그인 | 사이트맵", "", "본문"],
        ["○ 도서관   건립   3", "○ 공원   정비   5", "○ 숲   조성   2"],
        ["도서관을  짓고   길을 낸다.", "공원을  짓고   길을 낸다.", "숲을  짓고   길을 낸다."],
        ["기획   예산   감사", "시민   소통   안전", "교통   환경   문화"],
        ["-----", "본문", "====="],
    ],
)
def test_menus_bullets_and_prose_with_wide_gaps_are_no_tables(lines: list[str]) -> None:
    assert not any(row_lines(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["연도 | 등급 | 비고", "2029 | 2등급 | 77개 시 중 19위", "2030 | 1등급 | 최상위권"],
        ["구분 | 대상 | 모집 | 금액", "창업 | 청년 | 15곳 | 1인당 최대 900만원"],
        ["회계 / 규모 / 증감률", "일반회계 / 2조9289억원 / 3.9%", "기금 / 2618억원 / -0.3%"],
    ],
)
def test_rows_that_end_in_words_and_rows_parted_by_slashes_are_tables(lines: list[str]) -> None:
    assert all(row_lines(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["일시 / 장소 / 참석", "회의는 시청에서 / 시장 / 국장이 / 했다."],
        ["- 도서관 33억원 / 공원 31억원 / 숲 28억원", "- 길 3억원 / 물길 2억원 / 다리 1억원"],
        ["보고일 2031. 1. 15. / 시청 / 43명"],
    ],
)
def test_lines_that_list_by_slashes_are_no_tables(lines: list[str]) -> None:
    assert not any(row_lines(lines))


def test_the_original_documents_hold_no_lines_that_look_like_rows_by_accident() -> None:
    for text in documents():
        marked = row_lines(text.splitlines())
        rows = [line for line, is_row in zip(text.splitlines(), marked, strict=True) if is_row]
        assert all("|" in line for line in rows), rows[:3]


@pytest.mark.parametrize(
    "piece",
    [
        "|",
        "| 1 ",
        "a   b   1\n",
        "\t1",
        "+--+\n",
        "│",
        "a | ",
        " / ",
        "a / b / 1\n",
        "| a |\n|--|\n",
        "  ",
    ],
)
def test_telling_rows_takes_linear_time(piece: str) -> None:
    assert_linear(lambda text: row_lines(text.splitlines()), piece)


def test_a_row_that_lacks_a_bar_between_two_that_have_theirs_is_a_row() -> None:
    assert all(row_lines(["| 구분 | 2030 |", "숲 | 1 |", "| 길 | 2", "| 물 | 3 |"]))
    assert row_lines(["| 구분 | 2030 |", "| 숲 | 1 |", "길은 | 좋다", "끝"])[2:] == (False, False)
