"""Tables as grids: cells in their rows and columns, under the headings that span them."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.cells import CellKind
from corpus.tables import Table, read_tables
from tests.corpus.grids import STYLES, Grid, grids
from tests.corpus.readers import HOSTILE, assert_linear

HEADS = st.sampled_from(
    [
        ("구분", "건수(건)", "금액(억 원)"),
        ("사업명", "2030", "2031", "2032"),
        ("분야", "계", "국비", "시비", "비율(%)"),
    ]
)


def tables(text: str) -> tuple[Table, ...]:
    found = read_tables(text, 0, len(text))
    for table in found:
        for row in table.rows:
            assert 0 <= row.start < row.end <= len(text)
            for cell in row.cells:
                if cell is None:
                    continue
                assert text[cell.start : cell.end] == cell.text
                assert cell.is_merged or row.start <= cell.start <= cell.end <= row.end
    return found


def table(text: str) -> Table:
    (found,) = tables(text)
    return found


def body(one: Table) -> list[list[str | None]]:
    return [[cell.text if cell else None for cell in row.cells] for row in one.rows]


@given(grids(HEADS), st.sampled_from(STYLES))
def test_a_table_is_the_same_grid_however_it_is_printed(grid: Grid, style: str) -> None:
    read = table(grid.printed(style))
    assert read.heads == tuple((word,) for word in grid.head)
    assert body(read) == [list(row) for row in grid.rows]
    assert all(row.is_aligned for row in read.rows)
    assert read.labels == 1


@given(grids(HEADS), grids(HEADS), st.sampled_from(["markdown", "box"]))
def test_two_tables_one_below_the_other_stay_two(first: Grid, second: Grid, style: str) -> None:
    assume(style == "markdown" or first.head != second.head)
    found = tables(first.printed(style) + "\n" + second.printed(style))
    assert [body(one) for one in found] == [
        [list(row) for row in grid.rows] for grid in (first, second)
    ]


@given(
    st.lists(
        st.sampled_from(["실적", "계획", "예산", "결산"]), min_size=1, max_size=3, unique=True
    ),
    st.lists(st.sampled_from(["국비", "시비", "민자"]), min_size=2, max_size=3, unique=True),
)
def test_spanning_headings_are_read_whether_empty_cells_are_kept_or_lost(
    tops: list[str], bottoms: list[str]
) -> None:
    expected = (("구분",), *((top, bottom) for top in tops for bottom in bottoms))
    row = " | ".join(["도로", *(str(number) for number in range(len(expected) - 1))])
    gap = " |" * (len(bottoms) - 1)
    kept = "\n".join(
        [
            "| 구분 | " + " | ".join(f"{top}{gap}" for top in tops) + " |",
            "| | " + " | ".join(bottoms * len(tops)) + " |",
            f"| {row} |",
            f"| {row} |",
        ]
    )
    lost = "\n".join([" | ".join(["구분", *tops]), " | ".join(bottoms * len(tops)), row, row])
    assert table(kept).heads == expected
    assert table(lost).heads == expected


def test_a_heading_beside_the_spanning_ones_keeps_its_column() -> None:
    read = table("구분 | 예산 | 비고\n국비 | 시비\n도로 | 1 | 2 | 신규\n하천 | 3 | 4 |\n")
    assert read.heads == (("구분",), ("예산", "국비"), ("예산", "시비"), ("비고",))


def test_what_spans_which_columns_stays_open_where_two_readings_hold() -> None:
    read = table("구분 | 실적 | 계획\n2029 | 2030 | 2031 | 2032\n도로 | 1 | 2 | 3 | 4\n")
    assert read.heads == (("구분",), ("2029",), ("2030",), ("2031",), ("2032",))
    read = table("구분 | 실적 | 기타\n도로 | 1 | 2 | 3\n하천 | 1 | 2 | 3\n")
    assert read.heads == ((), (), (), ())


def test_a_lost_corner_moves_no_heading() -> None:
    read = table("2030 | 2031\n도로 | 1 | 2\n하천 | 3 | 4\n")
    assert read.heads == ((), ("2030",), ("2031",))


def test_a_name_that_spans_rows_stands_in_each_whether_its_cells_are_kept_or_lost() -> None:
    expected = [["환경", "숲", "1"], ["환경", "물길", "2"], ["교통", "도로", "3"]]
    kept = (
        "| 분야 | 사업 | 건 |\n|--|--|--|\n| 환경 | 숲 | 1 |\n| | 물길 | 2 |\n| 교통 | 도로 | 3 |"
    )
    lost = "분야 | 사업 | 건\n환경 | 숲 | 1\n물길 | 2\n교통 | 도로 | 3"
    for text in (kept, lost):
        read = table(text)
        assert body(read) == expected
        merged = read.rows[1].cells[0]
        assert merged is not None
        assert merged.is_merged


def test_a_total_that_spans_the_names_takes_none_from_above() -> None:
    read = table("분야 | 사업 | 건\n환경 | 숲 | 1\n물길 | 2\n합계 | 3")
    assert body(read)[-1] == [None, "합계", "3"]


def test_a_year_that_spans_rows_stands_in_each() -> None:
    read = table("| 연도 | 재원 | 억원 |\n|--|--|--|\n| 2030 | 국비 | 5 |\n| | 시비 | 7 |")
    assert body(read)[1] == ["2030", "시비", "7"]
    assert read.kinds[0] is CellKind.YEAR


def test_markdown_lacks_its_last_cells_and_other_tables_leave_it_open() -> None:
    rows = "| 1 | 2 | 3 |\n| 4 | 5 |"
    ruled = table(f"| 가 | 나 | 다 |\n|--|--|--|\n{rows}")
    assert body(ruled)[1] == ["4", "5", None]
    assert not table(f"| 가 | 나 | 다 |\n{rows}").rows[1].is_aligned


def test_a_row_with_more_cells_than_columns_is_in_no_certain_order() -> None:
    read = table("| 가 | 나 |\n|--|--|\n| 숲 | 1 |\n| 길 | 2 | 3 |\n| 물 | 4 | |")
    assert [row.is_aligned for row in read.rows] == [True, False, True]
    assert body(read)[2] == ["물", "4"]


def test_a_heading_over_the_whole_width_groups_the_rows_below_it() -> None:
    read = table(
        "구분 | 2030\n일반회계\n인건비 | 1\n특별회계\n인건비 | 2\n※ 자료: 결산서\n운영비 | 3"
    )
    assert [row.group for row in read.rows] == ["일반회계", "특별회계", "특별회계"]


def test_a_line_above_the_head_is_its_note() -> None:
    read = table("| (단위: 백만원) | | |\n| 구분 | 2030 | 2031 |\n| 세입 | 1 | 2 |")
    assert read.note == "(단위: 백만원)"
    assert read.heads == (("구분",), ("2030",), ("2031",))


def test_a_head_that_each_page_repeats_is_no_row() -> None:
    read = table("| 구분 | 건 |\n| 숲 | 1 |\n152\n| 구분 | 건 |\n| 길 | 2 |")
    assert body(read) == [["숲", "1"], ["길", "2"]]


def test_a_table_that_begins_with_figures_has_no_head() -> None:
    read = table("| 인구 | 34,000명 |\n| 세대 | 12,000세대 |")
    assert read.heads == ((), ())
    assert len(read.rows) == 2


def test_a_form_has_no_head() -> None:
    read = table("사업명 | 도서관 건립\n사업비 | 120억 원\n위치 | 가람시")
    assert read.heads == ((), ())
    assert len(read.rows) == 3


def test_a_column_that_counts_the_rows_does_not_end_their_names() -> None:
    read = table("| 연번 | 사업 | 억원 |\n|--|--|--|\n| 1 | 숲 | 5 |\n| 2 | 길 | 7 |")
    assert read.labels == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "|",
        "||||||",
        "|---|---|",
        "| |\n| |",
        "┌┐\n└┘",
        "|" * 1000,
        "| a |\n" * 3,
        "\u202e| 1 | 2 |\n| \u200b | 3 |",
        "| " + "9" * 40 + " | 1 |\n| b | " + "9" * 4000 + " |",
        "| a\\",
        "\x00|\x00|\x00",
    ],
)
def test_malformed_tables_are_read_without_a_crash(text: str) -> None:
    tables(text)


@given(
    st.text(st.sampled_from("|│ \n-+─┌\t:계1가,2021\\"), max_size=200)
    | st.text(st.characters(codec="utf-8"), max_size=80)
)
def test_any_text_keeps_every_cell_where_it_was_printed(text: str) -> None:
    tables(text)


@pytest.mark.parametrize(
    "piece",
    [
        *("| a | 1 |\n", "a | 1\n", "| 1 ", "|", "│ a │ 1 │\n", "|---|\n", "a   b   1\n"),
        *("| 구분 | 건 |\n|--|--|\n| a | 1 |\n\n", "소계\n", "| | |\n"),
        *(f"| {piece} |\n" for piece in HOSTILE[:6]),
    ],
)
def test_reading_tables_takes_linear_time(piece: str) -> None:
    assert_linear(lambda text: read_tables(text, 0, len(text)), piece)


def test_merged_headings_that_each_place_repeats_are_one_head() -> None:
    read = table(
        "사업 | 예산 | 예산 | 예산 | 예산\n사업 | ’31 | ’31 | ’32 | ’32\n"
        "사업 | 국비 | 시비 | 국비 | 시비\n숲 | 1 | 2 | 3 | 4\n길 | 5 | 6 | 7 | 8\n"
    )
    assert read.heads == (
        ("사업",),
        *(("예산", year, fund) for year in ("’31", "’32") for fund in ("국비", "시비")),
    )
    assert len(read.rows) == 2


def test_which_of_several_figures_is_missing_stays_open() -> None:
    read = table("구분 | 2030 | 2031 | 비고\n숲 | 1 | 2 | 가\n길 | 3 | 4\n합계 | 5\n")
    assert [row.is_aligned for row in read.rows] == [True, True, False]
    assert body(read)[1] == ["길", "3", "4", None]
