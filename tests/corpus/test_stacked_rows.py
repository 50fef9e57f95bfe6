"""Tables that were set down one cell a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.stacked_rows import stacked_rows
from tests.corpus.grids import table_facts
from tests.corpus.readers import HOSTILE, assert_linear

TABLE = "구분\n2031년\n2032년\n증감\n숲 가꾸기\n1,200\n1,300\n100\n물길\n-\n90\n△90\n"


def test_a_corner_opens_a_table_and_each_name_a_row() -> None:
    lines = ["현황", *TABLE.splitlines(), "담당 기획팀"]
    assert stacked_rows(lines) == ((1, 5), (5, 9), (9, 13))


def test_its_figures_are_facts_of_their_rows_and_columns() -> None:
    facts = table_facts("(단위: 백만원)\n" + TABLE)
    assert [(one.name, one.unit, [(step.year, str(step.value)) for step in one.values])
            for one in facts] == [
        ("숲 가꾸기", "백만원", [(2031, "1200"), (2032, "1300")]),
        ("숲 가꾸기 증감", "백만원", [(2032, "100")]),
        ("물길", "백만원", [(2032, "90")]),
        ("물길 증감", "백만원", [(2032, "-90")]),
    ]  # fmt: skip
    assert facts[0].quote == "숲 가꾸기\n1,200\n1,300\n100"


@pytest.mark.parametrize(
    "lines",
    [
        ["구분", "사업", "숲", "3", "길"],  # one row is no table
        ["구분", "전화", "기획팀", "055-000-1111", "예산팀", "055-000-1112"],
        ["구분", "시각", "평일", "09:00", "주말", "10:00"],
        ["담당부서", "기획팀", "전화", "3032", "조회", "12"],
        ["구분", "숲을 세 곳에 만든다.", "숲", "3", "길", "4"],
        ["구분", "", "숲", "3", "길", "4"],
    ],
)
def test_what_only_looks_like_such_a_table_is_left_alone(lines: list[str]) -> None:
    assert stacked_rows(lines) == ()


@given(
    st.lists(
        st.sampled_from(["구분", "항목", "2031", "숲", "3", "-", "", "○ 길", "다."]), max_size=20
    )
)
def test_rows_follow_each_other_and_are_all_of_one_width(lines: list[str]) -> None:
    at = 0
    for begin, end in stacked_rows(lines):
        assert at <= begin < end <= len(lines)
        at = end


@pytest.mark.parametrize("piece", [*HOSTILE, "구분\n", "구분\n가\n", "구분\n가\n나\n1\n", "1\n"])
def test_reading_them_takes_linear_time(piece: str) -> None:
    assert_linear(lambda text: stacked_rows(text.splitlines()), piece)
