"""Sums, shares and changes in tables, in every shape in which files print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.types import ArithmeticRelation, AuditResult
from tests.corpus.audited import audit_of, audits_of, said, verdicts
from tests.corpus.grids import STYLES, Grid, ruled

_UNIT = "1. 재정\n\n(단위: 백만원)\n\n"


def _grid(*rows: str) -> Grid:
    cells = [tuple(one.strip() for one in row.split("|")) for row in rows]
    return Grid(head=cells[0], rows=tuple(cells[1:]))


_SOURCES = _grid("사업명|계|국비|시비", "도로|100|60|40", "하천|250|90|160", "합계|350|150|200")


@pytest.mark.parametrize("style", STYLES)
def test_rows_and_columns_of_totals_are_reckoned_in_every_style(style: str) -> None:
    found = audits_of(_UNIT + _SOURCES.printed(style))
    assert sorted(said(one) for one in found) == sorted(
        f"agrees exact: {one}"
        for one in (
            "60 + 40 = 100",
            "90 + 160 = 250",
            "150 + 200 = 350",
            "100 + 250 = 350",
            "60 + 90 = 150",
            "40 + 160 = 200",
        )
    )
    assert {one.unit for one in found} == {"백만원"}


def test_a_table_of_a_web_page_is_reckoned_like_any_other() -> None:
    html = f"<h1>재정</h1><p>(단위: 백만원)</p>{_SOURCES.html()}"
    assert len([one for one in audits_of(html, ".html") if one.result is AuditResult.AGREES]) == 6


def test_a_wrong_cell_contradicts_what_the_other_columns_prove() -> None:
    table = ruled(
        "| 구분 | 2029 | 2030 | 2031 |",
        "| 합계 | 100 | 120 | 150 |",
        "| 일반회계 | 70 | 80 | 90 |",
        "| 특별회계 | 30 | 40 | 50 |",
    )
    found = audits_of(_UNIT + table)
    assert [said(one) for one in found if one.result is AuditResult.DISAGREES] == [
        "disagrees differs: 90 + 50 = 140 ≠ 150"
    ]
    wrong = next(one for one in found if one.result is AuditResult.DISAGREES)
    assert wrong.fiscal_year == 2031
    assert [one.label for one in wrong.terms] == ["일반회계", "특별회계"]
    assert wrong.difference == 10


def test_a_single_column_of_parts_may_contradict_its_total() -> None:
    table = ruled(
        "| 판정 | 건수(건) |", "| 적정 | 414 |", "| 권고 | 178 |", "| 부적정 | 43 |",
        "| 합계 | 634 |",
    )  # fmt: skip
    assert verdicts(table) == ["disagrees differs: 414 + 178 + 43 = 635 ≠ 634"]


def test_rows_that_break_down_the_row_above_are_not_added_twice() -> None:
    table = ruled(
        "| 구분 | 2031 |", "| 합계 | 120 |", "| 자체수입 | 70 |", "| 지방세 | 50 |",
        "| 세외수입 | 20 |", "| 이전수입 | 50 |",
    )  # fmt: skip
    audit = audit_of(_UNIT + table)
    assert said(audit) == "agrees exact: 70 + 50 = 120"
    assert [one.label for one in audit.terms] == ["자체수입", "이전수입"]


def test_a_hidden_break_down_never_contradicts() -> None:
    table = ruled(
        "| 구분 | 2031 |", "| 합계 | 121 |", "| 자체수입 | 70 |", "| 지방세 | 50 |",
        "| 세외수입 | 19 |", "| 이전수입 | 50 |",
    )  # fmt: skip
    assert all(one.result is not AuditResult.DISAGREES for one in audits_of(_UNIT + table))


def test_subtotals_are_reckoned_and_make_the_total() -> None:
    table = ruled(
        "| 분야 | 사업 | 2030 | 2031 |",
        "| 합계 | | 100 | 200 |",
        "| 문화 | 소계 | 60 | 120 |",
        "| | 도서관 | 40 | 70 |",
        "| | 박물관 | 20 | 50 |",
        "| 복지 | 소계 | 40 | 80 |",
        "| | 돌봄 | 10 | 30 |",
        "| | 청년 | 30 | 50 |",
    )
    assert verdicts(_UNIT + table) == [
        "agrees exact: 60 + 40 = 100",
        "agrees exact: 120 + 80 = 200",
        "agrees exact: 40 + 20 = 60",
        "agrees exact: 70 + 50 = 120",
        "agrees exact: 10 + 30 = 40",
        "agrees exact: 30 + 50 = 80",
    ]


def test_subtotals_may_stand_below_their_rows() -> None:
    table = ruled(
        "| 사업 | 2030 | 2031 |", "| 도서관 | 40 | 70 |", "| 박물관 | 20 | 50 |",
        "| 소계 | 60 | 120 |", "| 돌봄 | 10 | 30 |", "| 청년 | 30 | 50 |", "| 소계 | 40 | 80 |",
        "| 합계 | 100 | 200 |",
    )  # fmt: skip
    found = verdicts(_UNIT + table)
    assert "agrees exact: 40 + 20 = 60" in found
    assert "agrees exact: 60 + 40 = 100" in found
    assert all(one.startswith("agrees") for one in found)
    assert len(found) == 6


def test_a_total_under_a_spanning_heading_is_that_of_its_own_columns() -> None:
    table = (
        "| 사업명 | 2030 | | | 2031 | | |\n| | 계 | 국비 | 시비 | 계 | 국비 | 시비 |\n"
        "|---|---|---|---|---|---|---|\n| 도로 | 11 | 4 | 7 | 20 | 8 | 12 |\n"
        "| 하천 | 23 | 10 | 13 | 31 | 12 | 19 |\n"
    )
    assert verdicts(_UNIT + table) == [
        "agrees exact: 4 + 7 = 11",
        "agrees exact: 8 + 12 = 20",
        "agrees exact: 10 + 13 = 23",
        "agrees exact: 12 + 19 = 31",
    ]


def test_a_column_beyond_the_sources_is_no_part_of_the_total() -> None:
    table = ruled(
        "| 구분 | 계 | 남 | 여 | 청년 |", "| 가람동 | 30 | 14 | 16 | 9 |",
        "| 나래동 | 50 | 26 | 24 | 12 |", "| 다온동 | 41 | 20 | 21 | 8 |",
    )  # fmt: skip
    found = verdicts("(단위: 명)\n\n" + table)
    assert found == [
        "agrees exact: 14 + 16 = 30",
        "agrees exact: 26 + 24 = 50",
        "agrees exact: 20 + 21 = 41",
    ]


def test_rates_and_means_are_not_added_up() -> None:
    table = ruled(
        "| 구분 | 사업비 | 집행률(%) | 평균 단가 |", "| 도로 | 40 | 90 | 3 |",
        "| 하천 | 60 | 80 | 5 |", "| 합계 | 100 | 84 | 4 |",
    )  # fmt: skip
    assert verdicts(_UNIT + table) == ["agrees exact: 40 + 60 = 100"]


def test_shares_make_a_hundred_and_follow_from_the_amounts() -> None:
    table = ruled(
        "| 구분 | 금액(억원) | 구성비(%) |", "| 계 | 5,703 | 100.0 |", "| 자체수입 | 412 | 7.2 |",
        "| 이전재원 | 3,884 | 68.1 |", "| 내부거래 | 1,407 | 24.7 |",
    )  # fmt: skip
    found = audits_of(table)
    shares = [one for one in found if one.relation is ArithmeticRelation.SHARE]
    assert [said(one) for one in shares] == [
        "agrees rounding: 412 ÷ 5,703 = 7.2243 ≈ 7.2",
        "agrees rounding: 3,884 ÷ 5,703 = 68.1045 ≈ 68.1",
        "agrees rounding: 1,407 ÷ 5,703 = 24.6712 ≈ 24.7",
    ]
    assert "agrees exact: 7.2 + 68.1 + 24.7 = 100.0" in [said(one) for one in found]


def test_changes_follow_from_two_years() -> None:
    table = ruled(
        "| 분야 | 2031년 | 2030년 | 증감액 | 증감률 |",
        "| 행정 | 61,446 | 67,342 | △5,896 | △8.76 |",
        "| 안전 | 1,964 | 1,497 | 467 | 31.20 |",
        "| 교육 | 15,326 | 14,264 | 1,062 | 9.99 |",
    )
    assert verdicts(_UNIT + table) == [
        "agrees exact: 61,446 − 67,342 = △5,896",
        "agrees rounding: (61,446 − 67,342) ÷ 67,342 = -8.75531 ≈ △8.76",
        "agrees exact: 1,964 − 1,497 = 467",
        "agrees rounding: (1,964 − 1,497) ÷ 1,497 = 31.19572 ≈ 31.20",
        "agrees exact: 15,326 − 14,264 = 1,062",
        "disagrees differs: (15,326 − 14,264) ÷ 14,264 = 7.44532 ≠ 9.99",
    ]


def test_a_dash_is_no_part_and_a_word_cannot_be_read() -> None:
    table = ruled(
        "| 사업 | 계 | 국비 | 도비 | 시비 |", "| 도로 | 100 | 60 | - | 40 |",
        "| 하천 | 250 | 90 | 60 | 100 |", "| 공원 | 90 | 30 | 협의중 | 40 |",
    )  # fmt: skip
    assert verdicts(_UNIT + table) == [
        "agrees exact: 60 + 40 = 100",
        "agrees exact: 90 + 60 + 100 = 250",
        "cannot_tell part_unread: 30 + 협의중 + 40 ≟ 90",
    ]


def test_numbers_without_a_unit_may_agree_but_not_contradict() -> None:
    right = ruled("| 구분 | 값 |", "| 가 | 3 |", "| 나 | 5 |", "| 합계 | 8 |")
    wrong = ruled("| 구분 | 값 |", "| 가 | 3 |", "| 나 | 5 |", "| 합계 | 9 |")
    assert [one.result for one in audits_of(right)] == [AuditResult.AGREES]
    assert all(one.result is not AuditResult.DISAGREES for one in audits_of(wrong))


def test_a_total_over_rows_that_are_not_all_there_cannot_be_told() -> None:
    table = ruled(
        "| 구분 | 2030 | 2031 |", "| 합계 | 900 | 950 |", "| 도로 | 100 | 120 |",
        "| 하천 | 200 | 210 |",
    )  # fmt: skip
    assert {(one.result, one.reason) for one in audits_of(_UNIT + table)} == {
        (AuditResult.CANNOT_TELL, "open_list")
    }


def test_the_longest_tables_are_quoted_by_the_line_of_the_total() -> None:
    rows = [f"| 사업 {order} | {order + 1} | {2 * order + 1} |" for order in range(300)]
    sums = (sum(range(1, 301)), sum(2 * order + 1 for order in range(300)))
    table = ruled("| 구분 | 2030 | 2031 |", *rows, f"| 합계 | {sums[0]} | {sums[1]} |")
    found = audits_of(_UNIT + table)
    assert [one.result for one in found] == [AuditResult.AGREES] * 2
    assert all(len(one.terms) == 300 for one in found)
    assert all(one.quote == f"| 합계 | {sums[0]} | {sums[1]} |" for one in found)
    assert " + … + " in found[0].expression


_NAMES = ("도로", "하천", "공원", "도서관", "체육관", "주차장")


@st.composite
def _tables(draw: st.DrawFn) -> tuple[str, list[list[int]]]:
    rows = draw(st.integers(2, len(_NAMES)))
    figure = st.integers(1, 10**6).filter(lambda number: not 1900 <= number < 2100)
    columns = draw(st.lists(st.lists(figure, min_size=rows, max_size=rows), min_size=3, max_size=4))
    assume(all(not 1900 <= sum(one) < 2100 for one in columns))
    return draw(st.sampled_from(("markdown", "pipe", "box"))), columns


def _printed(style: str, columns: list[list[int]], totals: list[int], *, is_first: bool) -> str:
    heads = ("구분", *(f"{2029 + order}" for order in range(len(columns))))
    rows = [
        (name, *(f"{column[order]:,}" for column in columns))
        for order, name in enumerate(_NAMES[: len(columns[0])])
    ]
    total = ("합계", *(f"{one:,}" for one in totals))
    body = [total, *rows] if is_first else [*rows, total]
    return "1. 시설\n\n(단위: 명)\n\n" + Grid(head=heads, rows=tuple(body)).printed(style)


@settings(max_examples=60, deadline=None)
@given(_tables(), st.booleans())
def test_columns_that_add_up_always_agree(
    table: tuple[str, list[list[int]]], is_first: bool
) -> None:
    style, columns = table
    found = audits_of(_printed(style, columns, [sum(one) for one in columns], is_first=is_first))
    assert len(found) == len(columns)
    assert {(one.result, one.reason) for one in found} == {(AuditResult.AGREES, "exact")}


@settings(max_examples=60, deadline=None)
@given(_tables(), st.booleans(), st.integers(1, 10**5))
def test_a_column_that_does_not_add_up_contradicts_the_others(
    table: tuple[str, list[list[int]]], is_first: bool, error: int
) -> None:
    style, columns = table
    totals = [sum(one) for one in columns]
    totals[-1] += error
    assume(not 1900 <= totals[-1] < 2100)
    found = audits_of(_printed(style, columns, totals, is_first=is_first))
    results = [one.result for one in found]
    assert results.count(AuditResult.AGREES) == len(columns) - 1
    assert results.count(AuditResult.DISAGREES) == 1
    wrong = next(one for one in found if one.result is AuditResult.DISAGREES)
    assert wrong.difference == Decimal(error)
