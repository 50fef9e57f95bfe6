"""Tables of pages: merged cells written out, so that each figure keeps its headings."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableSourceError
from corpus.parse import ParsedSource, parse
from corpus.rows import number
from corpus.types import Fact, FactKind, Phase
from tests.corpus.grids import figures, table_facts
from tests.corpus.plans import left_out, read
from tests.corpus.readers import assert_linear


def lines(body: str) -> list[str]:
    source = parse(f"<html><body>{body}</body></html>".encode(), ".html")
    return [source.text[one.start : one.end] for one in source.blocks]


def told(page: str) -> list[tuple[str, object, str | None, int | None]]:
    """Name, value, unit and year of every fact of a page."""
    found = table_facts(page, suffix=".html", above="")
    return [(one.name, number(one.value), one.unit, one.fiscal_year) for one in found]


def row(*cells: str, tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


# The grid


def test_a_name_over_rows_and_a_heading_over_columns_stand_in_each() -> None:
    assert lines(
        "<table><tr><th rowspan=2>분야</th><th rowspan=2>사업</th><th colspan=2>예산</th></tr>"
        "<tr><th>국비</th><th>시비</th></tr>"
        "<tr><td rowspan=2>환경</td><td>숲</td><td>1</td><td>2</td></tr>"
        "<tr><td>물길</td><td>3</td><td>4</td></tr></table>"
    ) == [
        "분야 | 사업 | 예산 | 예산",
        "분야 | 사업 | 국비 | 시비",
        "환경 | 숲 | 1 | 2",
        "환경 | 물길 | 3 | 4",
    ]


def test_a_number_over_rows_is_one_number() -> None:
    table = (
        "<table><tr><th>사업</th><th>예산(억원)</th></tr><tr><td>숲</td><td rowspan=2>30</td></tr>"
        "<tr><td>길</td></tr></table>"
    )
    assert lines(table)[1:] == ["숲 | 30", "길 |"]
    assert told(table) == [("숲 예산", 30, "억원", 2031)]


def test_a_telephone_number_over_rows_stands_once() -> None:
    assert (
        lines(
            "<table><tr><th>업무</th><th>전화</th></tr><tr><td>숲</td><td rowspan=2>"
            "041-930-1234</td>"
            "</tr><tr><td>길</td></tr></table>"
        )[2]
        == "길 |"
    )


def test_an_empty_first_cell_keeps_its_place() -> None:
    table = f"<table>{row('', '2029', '2033')}{row('숲(개소)', '1', '2')}</table>"
    assert lines(table) == ["| | 2029 | 2033 |", "| 숲(개소) | 1 | 2 |"]
    (fact,) = table_facts(table, suffix=".html", above="")
    assert [(one.year, number(one.value)) for one in fact.values] == [(2029, 1), (2033, 2)]


def test_a_row_over_the_whole_width_is_a_note_above_the_table_and_a_group_inside() -> None:
    table = (
        "<table><tr><td colspan=2>(단위: 천원)</td></tr>"
        + row("구분", "예산")
        + "<tr><td colspan=2>특별회계</td></tr>"
        + row("숲", "4")
        + "</table>"
    )
    assert lines(table) == ["(단위: 천원)", "구분 | 예산", "특별회계", "숲 | 4"]
    assert told(table) == [("특별회계 숲 예산", 4, "천원", 2031)]


def test_the_head_comes_first_and_the_foot_last_wherever_they_stand() -> None:
    assert lines(
        f"<table><tfoot>{row('합계', '3')}</tfoot><tbody>{row('숲', '3')}</tbody>"
        f"<thead>{row('구분', '건수(건)')}</thead></table>"
    ) == ["구분 | 건수(건)", "숲 | 3", "합계 | 3"]


def test_cells_and_rows_that_are_not_shown_are_not_there() -> None:
    assert lines(
        "<table><tr><th>구분</th><th style='Display: NONE'>숨음</th><th>건</th></tr>"
        "<tr hidden><td>숨음</td><td>9</td><td>9</td></tr>"
        "<tr><td>숲</td><td style='color:red; display:none'>9</td><td>1</td></tr></table>"
    ) == ["구분 | 건", "숲 | 1"]


def test_a_bar_in_a_cell_parts_no_cells() -> None:
    assert lines(f"<table>{row('가 | 나', '|', '다|')}{row('1', '2', '3')}</table>") == [
        "가|나 | | 다",
        "1 | 2 | 3",
    ]


def test_words_in_bold_inside_a_number_do_not_part_it() -> None:
    table = f"<table>{row('구분', '건수(건)')}{row('숲', '<b>1</b>,<i>200</i>')}</table>"
    assert lines(table)[1] == "숲 | 1,200"


# Tables in tables, and pages laid out with tables


def test_a_table_in_a_cell_follows_the_table_that_it_stands_in() -> None:
    inner = f"<table>{row('재원', '금액(억원)')}{row('국비', '5')}</table>"
    table = f"<table>{row('구분', '건수(건)')}{row('숲', '3' + inner)}{row('길', '4')}</table>"
    assert lines(table) == ["구분 | 건수(건)", "숲 | 3", "길 | 4", "재원 | 금액(억원)", "국비 | 5"]
    assert told(table) == [
        ("숲 건수", 3, "건", 2031),
        ("길 건수", 4, "건", 2031),
        ("가람시 시행계획 국비 금액", 5, "억원", 2031),
    ]


def test_tables_side_by_side_do_not_lend_each_other_their_heads() -> None:
    left = f"<table>{row('구분', '건수(건)')}{row('숲', '3')}</table>"
    right = f"<table>{row('구분', '예산(천원)')}{row('길', '4')}</table>"
    for page in (f"<table>{row(left, right)}</table>", left + right):
        assert told(page) == [("숲 건수", 3, "건", 2031), ("길 예산", 4, "천원", 2031)]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>○ 사업비 : 12억 원</td></tr><tr><td>○ 위치 : 가람동</td></tr></table>",
        "<table><tr><td>메뉴</td><td><h2>숲</h2><p>○ 사업비 : 12억 원</p></td></tr></table>",
        "<table><tr><td>메뉴</td><td><ul><li>사업비 : 12억 원</li></ul></td></tr></table>",
    ],
)
def test_a_table_that_only_arranges_a_page_is_read_like_the_page(page: str) -> None:
    source = parse(page.encode(), ".html")
    assert not any(one.is_row for one in source.blocks)
    (fact,) = read(page, ".html").facts[:1]
    assert fact.amount_krw == 1_200_000_000


# Captions


def test_a_caption_is_the_heading_of_its_table_and_of_nothing_below() -> None:
    reading = read(
        f"<h1>재정</h1><table><caption>세입 (단위: 천원)</caption>{row('구분', '2030')}"
        f"{row('합계', '4')}</table><p>숲을 가꾼다.</p>",
        ".html",
    )
    table, prose = reading.passages
    assert table.heading_path == ("재정", "세입")
    assert prose.heading_path == ("재정",)
    (fact,) = (one for one in reading.facts if one.kind is FactKind.BUDGET)
    assert (fact.name, fact.unit, fact.fiscal_year) == ("세입 합계", "천원", 2030)


def test_a_caption_that_tells_what_the_columns_are_is_no_statement() -> None:
    rows = row("구분", "인원(명)") + row("정원", "3")
    reading = read(
        f"<h1>조직</h1><table><caption>구분, 인원 정보를 제공하는 표입니다.</caption>{rows}</table>"
        f"<table><caption>직원 현황 - 구분, 인원으로 구성된 표</caption>{rows}</table>",
        ".html",
    )
    assert left_out(reading) == [("table_summary", "구분, 인원 정보를 제공하는 표입니다.")]
    assert [one.heading_path for one in reading.passages] == [("조직",), ("조직", "직원 현황")]
    assert {one.kind for one in reading.facts} == {FactKind.STATISTIC}


# What plans print


def test_investment_by_year_and_source_of_funds() -> None:
    found = table_facts(
        "<h1>투자계획</h1><p>(단위: 억원)</p><table>"
        "<tr><td rowspan=2>사업명</td><td rowspan=2>재원</td><td rowspan=2>계</td>"
        "<td colspan=3>연차별</td></tr>"
        "<tr><td>’31</td><td>’32</td><td>’33 이후</td></tr>"
        "<tr><td rowspan=2>숲 조성</td><td>국비</td><td>30</td><td>5</td><td>10</td><td>15</td>"
        "</tr><tr><td>시비</td><td>6</td><td>1</td><td>2</td><td>3</td></tr></table>",
        suffix=".html",
        above="",
    )
    assert [
        (one.name, one.amount_krw, one.funding_source, one.fiscal_year, one.flags[0])
        for one in found
    ] == [
        ("숲 조성 국비 계", 3_000_000_000, "national", None, "total"),
        ("숲 조성 국비", 1_000_000_000, "national", 2032, "part"),
        ("숲 조성 국비 '33 이후", 1_500_000_000, "national", None, "part"),
        ("숲 조성 시비 계", 600_000_000, "city", None, "total"),
        ("숲 조성 시비", 200_000_000, "city", 2032, "part"),
        ("숲 조성 시비 '33 이후", 300_000_000, "city", None, "part"),
    ]
    total, course, later = found[:3]
    assert [(one.year, number(one.value)) for one in course.values] == [(2031, 5), (2032, 10)]
    assert total.period is not None
    assert later.period is not None
    assert (total.period.start, total.period.end) == ("2031", None)
    assert (later.period.start, later.period.end) == ("2033", None)
    assert "whole_period" in total.flags


def test_results_of_audits_under_headings_of_different_widths() -> None:
    found = table_facts(
        "<h1>2030년 자체감사 결과</h1><table>"
        "<tr><th rowspan=2>기관</th><th rowspan=2>지적(건)</th><th colspan=3>신분상 조치(명)</th>"
        "<th colspan=2>재정상 조치</th></tr>"
        "<tr><th>계</th><th>징계</th><th>훈계</th><th>건수(건)</th><th>금액(천원)</th></tr>"
        + row("가람면", "7", "3", "1", "2", "2", "2,500")
        + "</table>",
        suffix=".html",
        above="",
    )
    assert [(one.name, number(one.value), one.unit, one.fiscal_year) for one in found] == [
        ("가람면 지적", 7, "건", 2030),
        ("가람면 신분상 조치 계", 3, "명", 2030),
        ("가람면 신분상 조치 징계", 1, "명", 2030),
        ("가람면 신분상 조치 훈계", 2, "명", 2030),
        ("가람면 재정상 조치 건수", 2, "건", 2030),
        ("가람면 재정상 조치 금액", 2500, "천원", 2030),
    ]


def test_targets_and_results_keep_their_phase_under_spanning_headings() -> None:
    (fact,) = table_facts(
        "<table><tr><th rowspan=2>지표명</th><th rowspan=2>단위</th><th colspan=2>실적</th>"
        "<th colspan=2>목표</th></tr>"
        + row("’29", "’30", "’31", "’32", tag="th")
        + row("이용자", "명", "100", "120", "130", "150")
        + "</table>",
        suffix=".html",
    )
    assert [(one.year, number(one.value), one.phase) for one in fact.values] == [
        (2029, 100, Phase.ACTUAL),
        (2030, 120, Phase.ACTUAL),
        (2031, 130, Phase.PLANNED),
        (2032, 150, Phase.PLANNED),
    ]


def test_three_rows_of_headings() -> None:
    found = table_facts(
        "<table><tr><th rowspan=3>사업</th><th colspan=4>재원별(백만원)</th></tr>"
        "<tr><th colspan=2>’29</th><th colspan=2>’30</th></tr>"
        + row("국비", "시비", "국비", "시비", tag="th")
        + row("숲", "1", "2", "3", "4")
        + "</table>",
        suffix=".html",
    )
    assert [(one.funding_source, [number(two.value) for two in one.values]) for one in found] == [
        ("national", [1, 3]),
        ("city", [2, 4]),
    ]


GROUPS = ("국내 사업", "국제 사업", "공동 사업")
MEASURES = ("처리 건수", "참여 인원", "교육 횟수")
UNITS = {"처리 건수": "건", "참여 인원": "명", "교육 횟수": "회"}
NAMES = ("마을 숲", "물길", "도서관", "돌봄", "체육관", "박물관")


@given(
    st.lists(
        st.lists(st.sampled_from(MEASURES), min_size=1, max_size=3, unique=True),
        min_size=1,
        max_size=3,
    ),
    st.lists(st.integers(1, 3), min_size=1, max_size=3),
    st.sampled_from(["td", "th"]),
    st.data(),
)
def test_any_merged_table_gives_each_number_with_its_headings(
    groups: list[list[str]], spans: list[int], tag: str, data: st.DataObject
) -> None:
    heads = [(group, one) for group, below in zip(GROUPS, groups, strict=False) for one in below]
    page = f"<table><tr><{tag} rowspan=2>분야</{tag}><{tag} rowspan=2>사업</{tag}>"
    for group, below in zip(GROUPS, groups, strict=False):
        page += f"<{tag} colspan={len(below)}>{group}</{tag}>"
    page += "</tr>" + row(*(f"{one}({UNITS[one]})" for _, one in heads), tag=tag)
    expected: list[tuple[str, str, str]] = []
    for field, span in zip(("환경", "교통", "문화"), spans, strict=False):
        for order in range(span):
            cells = [data.draw(figures()) for _ in heads]
            cells[0] = "7"
            page += "<tr>" + f"<td rowspan={span}>{field}</td>" * (order == 0)
            page += "".join(f"<td>{cell}</td>" for cell in (NAMES[order], *cells)) + "</tr>"
            expected += [
                (f"{field} {NAMES[order]} {group} {one}", UNITS[one], cell)
                for (group, one), cell in zip(heads, cells, strict=True)
                if cell != "-"
            ]
    found = table_facts(page + "</table>", suffix=".html")
    assert [(one.name, one.unit, one.raw_text) for one in found] == expected
    assert not any("column_unknown" in one.flags for one in found)


# What pages do to readers


@pytest.mark.parametrize("span", ["0", "1000000000", "9" * 5000, "-1", "x", "", " 2 ", "2.5"])
def test_any_span_is_survived(span: str) -> None:
    page = (
        f"<table><tr><th rowspan='{span}'>구분</th><th colspan='{span}'>건수(건)</th></tr>"
        + row("숲", "3")
        + "</table>"
    )
    assert any("숲 | 3" in line or "숲 | 구분 | 3" in line or "3" in line for line in lines(page))


def _rows(source: ParsedSource) -> Sequence[str]:
    return [source.text[one.start : one.end] for one in source.blocks if one.is_row]


@pytest.mark.parametrize(
    "table",
    [
        "<tr>" + "<td rowspan=65534 colspan=100>가나다라마바사아자차</td>" + "<tr><td>1" * 20_000,
        "<td colspan=1000>1" * 20_000,
        "<tr><td colspan=99>1<td>2" * 20_000,
        "<tr>" + "<td rowspan=60000>이름" * 90 + "<tr><td>1" * 20_000,
        "<tr>" + "<td rowspan=0>이름" * 90 + "<tr>" * 50_000 + "<td>1<td>2",
    ],
)
def test_spans_write_out_no_more_than_a_few_times_the_page(table: str) -> None:
    page = f"<table><tr><td>구분<td>건</tr>{table}</table>"
    begin = time.process_time()
    source = parse(page.encode(), ".html")
    assert time.process_time() - begin < 8
    assert len(source.text) < 4 * len(page) + 20_000


@pytest.mark.parametrize("piece", ["<tr><td>1<td>2", "<td>1", "<tr><td rowspan=3>가<td>1"])
def test_reading_a_table_takes_linear_time(piece: str) -> None:
    assert_linear(lambda text: parse(f"<table>{text}".encode(), ".html"), piece)


SOUP = (
    *("<table>", "</table>", "<tr>", "</tr>", "<td>", "<th>", "<td rowspan=2>", "<th colspan=3>"),
    *("<td rowspan=0>", "<td colspan=99999>", "<caption>", "</caption>", "<thead>", "<tfoot>"),
    *("구분", "2030", "1,234", "12억 원", "-", "|", " ", "<br>", "<p>", "(단위: 천원)", "합계"),
    *("<td hidden>", "<h3>", "<ul><li>", "가등급", "041-930-1234"),
)


@given(st.lists(st.sampled_from(SOUP), max_size=40).map("".join))
def test_any_soup_of_cells_keeps_every_fact_where_it_was_printed(page: str) -> None:
    try:
        found: Sequence[Fact] = table_facts(page, suffix=".html", above="<table>")
    except UnreadableSourceError as error:
        assert error.code == "empty_file"  # noqa: PT017 (a page without words is no document)
        return
    for fact in found:
        assert "<" not in fact.quote
