"""Pairs of a name and a figure in one line, and two cells around a lone slash."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.paired_rows import keyed_rows, pairs_of
from corpus.told_rows import told_rows
from tests.corpus.readers import HOSTILE, assert_linear


def said(line: str) -> list[tuple[str, str]]:
    read = pairs_of(line)
    return [(line[a:b], line[c:d]) for (a, b), (c, d) in read.pairs] if read else []


def test_bars_and_slashes_part_pairs() -> None:
    assert said("시정 70 | 주의 39 (경고 1)") == [("시정", "70"), ("주의", "39 (경고 1)")]
    assert said("비전 4 / 구 목표 16 / 과제 258") == [
        ("비전", "4"),
        ("구 목표", "16"),
        ("과제", "258"),
    ]
    assert said("중징계 없음 | 훈계 145명") == [("중징계", "없음"), ("훈계", "145명")]


def test_what_stands_before_the_pairs_with_a_unit_is_said_of_all() -> None:
    line = "분야별 비중(%) 복지 26.3 / 환경 11.2 / 문화 3.4"
    read = pairs_of(line)
    assert read is not None
    assert read.lead is not None
    assert line[slice(*read.lead)] == "분야별 비중(%)"
    assert said(line)[0] == ("복지", "26.3")


@pytest.mark.parametrize(
    "line",
    [
        "조회 12 | 댓글 3",
        "등록일 2031. 1. 5. | 조회 12",
        "홈 | 로그인 | 사이트맵",
        "- 숲 12 / 길 13 / 물 14",
        "보고일 2031 / 시청 / 43",
        "복지 19억 원(22.1%) / 환경 12억 원(14.4%) / 문화 7억 원(8%)",
        "6개사 / 신규고용 480",
        "| 숲 12 | 길 13 |",
        "담당 기획팀 | 전화 055-000-1111",
    ],
)
def test_other_lines_with_bars_and_slashes_hold_no_pairs(line: str) -> None:
    assert said(line) == []


def test_a_lone_slash_parts_cells_below_a_corner() -> None:
    lines = [
        "우리 군 결과",
        " 구분 / 고을군",
        " 민원 제도 / 나",
        " 민원 처리 / 다",
        "다음 글 / 목록",
    ]
    assert [(at, lines[at][slice(*cells[1])]) for at, cells in keyed_rows(lines)] == [
        (1, "고을군"),
        (2, "나"),
        (3, "다"),
    ]
    assert keyed_rows(lines[2:]) == ()


@given(st.text(alphabet="가나 12,.%/|()없음-△\n원", max_size=80))
def test_pairs_stand_in_order_inside_their_line(text: str) -> None:
    lines = text.splitlines()
    for order, rows in told_rows(lines).items():
        at = 0
        for start, end in (cell for row in rows for cell in row):
            assert at <= start < end <= len(lines[order])
            at = end


@pytest.mark.parametrize(
    "piece", [*HOSTILE, "a 1 | ", "a 1 / ", "a / 1\n", "a(%) b 1 / ", "구분 / a\n"]
)
def test_reading_them_takes_linear_time(piece: str) -> None:
    assert_linear(lambda text: told_rows(text.splitlines()), piece)
