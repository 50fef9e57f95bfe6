"""Rows whose cells single blanks part: found where their neighbours tell, left alone elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.spaced_rows import spaced_rows
from tests.corpus.readers import HOSTILE, assert_linear


def cut(*lines: str, is_table: bool = False) -> list[list[str]]:
    return [
        [lines[row.line][start:end] for start, end in row.cells]
        for row in spaced_rows(lines, is_table=is_table)
    ]


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("구분 우리구 다른구평균 차이", ["구분", "우리구", "다른구평균", "차이"]),
        ("구 분 합 계 2031 2032", ["구 분", "합 계", "2031", "2032"]),
        ("구분 2031년 예산 2032년 예산 증감", ["구분", "2031년 예산", "2032년 예산", "증감"]),
        ("구분 처리 건수(건) 쓴 돈(백만 원) 남은 돈(천 원)",
         ["구분", "처리 건수(건)", "쓴 돈(백만 원)", "남은 돈(천 원)"]),
    ],
)  # fmt: skip
def test_a_head_has_a_word_for_each_column(head: str, cells: list[str]) -> None:
    rows = ["살림 규모 1,200 1,100 100", "채무 - 90 △90"]
    assert cut(head, *rows) == [
        cells,
        ["살림 규모", "1,200", "1,100", "100"],
        ["채무", "-", "90", "△90"],
    ]


def test_a_head_without_its_corner_stands_over_the_figures() -> None:
    assert cut("2031 2032", "숲 가꾸기 12 14", "길 5 6")[0] == ["2031", "2032"]


def test_two_rows_of_headings_are_kept_where_the_upper_one_spans_evenly() -> None:
    rows = cut("구분 2031년 2032년", "예산 결산 예산 결산", "일반회계 9 8 12 11", "기금 3 2 4 4")
    assert [len(row) for row in rows] == [3, 4, 5, 5]


def test_a_counter_and_a_unit_have_cells_of_their_own() -> None:
    assert cut("연번 지표명 단위 2031 2032", "1 숲길 이용자 명 12 14", "2 온실 동 5 6")[1:] == [
        ["1", "숲길 이용자", "명", "12", "14"],
        ["2", "온실", "동", "5", "6"],
    ]


@pytest.mark.parametrize(
    "above", ["주요 사업 (억 원)", "<분야별 내역>(단위: 백만원)", "(단위 : 명)"]
)
def test_names_with_one_figure_are_rows_below_a_line_that_gives_the_unit(above: str) -> None:
    lines = (above, " 강나루 3공구 다리 412", " 들꽃 온실 64")
    assert cut(*lines) == [["강나루 3공구 다리", "412"], ["들꽃 온실", "64"]]
    assert not cut("주요 사업", *lines[1:])


def test_three_sums_below_each_other_need_no_unit_above() -> None:
    lines = ("예산현액 2조 2,467억 원", "세출 851억 원", "남은 돈 7억 원 (그중 이월 4억 원)")
    assert cut(*lines) == [
        ["예산현액", "2조 2,467억 원"],
        ["세출", "851억 원"],
        ["남은 돈", "7억 원 (그중 이월 4억 원)"],
    ]


def test_a_row_that_lacks_cells_stays_short_and_a_word_between_rows_heads_them() -> None:
    lines = ("구분 2031 2032 계", "세입", "지방세 5 6 11", "기부금 3", "보조금 2 2 4")
    assert [len(row) for row in cut(*lines)] == [4, 1, 4, 2, 4]


@pytest.mark.parametrize(
    "lines",
    [
        ("분야별 투자 계획", "복지 12 13", "환경 14 15"),  # words of a title, not of columns
        ("구분 전화 팩스", "기획팀 055-000-1111 055-000-1112", "예산팀 055-000-1113 055-000-1114"),
        ("부서 안내 (명)", "전화 0551234", "팩스 0551235"),
        ("구분 시작 끝", "평일 9시 18시", "토요일 10시 15시"),
        ("일정 요일 장소", "9. 2. 기획실", "9. 3. 감사실"),
        ("주소 안내 (개)", "가온로 12번길 3-4", "나래로 5번길 6-7"),
        ("이용 시간", "평일 09:00 18:00", "주말 10:00 17:00"),
        ("이전 1 2 3 다음", "처음 1 2 3", "끝 4 5 6"),
        ("올해 사업", "구는 올해 숲 3곳을 만든다. 2031", "길은 모두 12 13"),
        ("도서관", "조회 12", "추천 3", "댓글 5"),
        ("사업 내용 (건)", "- 숲 12", "- 길 13"),
        ("회의 2031 3", "모임 2032 4"),
        ("제1조 1", "제2조 2", "제3조 3"),
    ],
)
def test_what_only_looks_like_rows_is_left_alone(lines: tuple[str, ...]) -> None:
    assert cut(*lines) == []


WORDS = st.sampled_from(
    "구분 사업 2031 12 3,400 △5 - 계 숲 (억원) (3) 9시 055-1 다. · 원 2조 억 단위 명 1. “".split()
)
LINES = st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=12)


@given(LINES, st.booleans())
def test_cells_stand_in_order_inside_their_lines_and_hold_every_word(
    lines: list[str], is_table: bool
) -> None:
    for row in spaced_rows(lines, is_table=is_table):
        line, at = lines[row.line], 0
        for start, end in row.cells:
            assert at <= start < end <= len(line)
            assert not line[at:start].strip()
            at = end
        assert not line[at:].strip()


@pytest.mark.parametrize(
    "piece", [*HOSTILE, "구분 1 2\n", "가 1 2\n나 3\n", "구 ", "1 2 3 ", "(1) "]
)
def test_reading_them_takes_linear_time(piece: str) -> None:
    assert_linear(lambda text: spaced_rows(text.splitlines()), piece)
