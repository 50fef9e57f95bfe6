"""Facts of tables: each number with its row, column, year, unit and its own line as the quote."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.catalog import CatalogRow
from corpus.rows import number
from corpus.types import Fact, FactKind, Phase
from tests.corpus.grids import STYLES, Grid, grids, ruled, table_facts
from tests.corpus.plans import read
from tests.corpus.readers import HOSTILE, assert_linear


def one(*rows: str, above: str = "1. 재정\n\n") -> Fact:
    (fact,) = table_facts(ruled(*rows), above=above)
    return fact


def course(fact: Fact) -> list[tuple[int | None, object, Phase | None]]:
    return [(step.year, number(step.value), step.phase) for step in fact.values]


def value_of(printed: str) -> Decimal:
    value = Decimal(printed.lstrip("△").replace(",", ""))
    return -value if printed.startswith("△") else value


COUNTED = st.just(("구분", "처리 건수(건)", "참여 인원(명)"))
MONEY = st.just(("구분", "사업비(백만원)", "보상비(백만원)"))
YEARS = st.just(("지표(개소)", "2029", "2030", "2033"))


@given(grids(COUNTED), st.sampled_from(STYLES))
def test_each_number_is_a_fact_of_its_row_and_column(grid: Grid, style: str) -> None:
    found = table_facts(grid.printed(style))
    expected = [
        (f"{row[0]} {column}", unit, value_of(cell), cell)
        for row in grid.rows
        for column, unit, cell in (("처리 건수", "건", row[1]), ("참여 인원", "명", row[2]))
        if cell != "-"
    ]
    assert [(fact.name, fact.unit, fact.value, fact.raw_text) for fact in found] == expected
    for fact in found:
        assert "\n" not in fact.quote
        assert fact.quote.strip("│| ").startswith(fact.name.rpartition(" ")[0].rpartition(" ")[0])
        assert (fact.kind, fact.amount_krw) == (FactKind.STATISTIC, None)
        assert (fact.fiscal_year, fact.flags) == (2031, ("year_inferred",))


@pytest.mark.parametrize("style", STYLES)
def test_rows_of_dashes_keep_no_table_from_being_one(style: str) -> None:
    head = ("구분", "처리 건수(건)", "참여 인원(명)")
    rows = (("물길", "-", "-"), ("도서관", "-", "-"), ("돌봄", "1", "2"))
    found = table_facts(Grid(head=head, rows=rows).printed(style))
    assert [fact.name for fact in found] == ["돌봄 처리 건수", "돌봄 참여 인원"]


@given(grids(MONEY), st.sampled_from(STYLES))
def test_won_is_counted_out_and_a_part_of_one_won_is_not_rounded(grid: Grid, style: str) -> None:
    for fact in table_facts(grid.printed(style)):
        assert fact.kind is FactKind.BUDGET
        assert isinstance(fact.value, Decimal)
        assert fact.unit == "백만원"
        assert fact.amount_krw == fact.value * 1_000_000


@given(grids(YEARS), st.sampled_from(STYLES))
def test_columns_of_years_are_one_course(grid: Grid, style: str) -> None:
    found = table_facts(grid.printed(style))
    rows = [row for row in grid.rows if any(cell != "-" for cell in row[1:])]
    assert [fact.name for fact in found] == [row[0] for row in rows]
    for fact, row in zip(found, rows, strict=True):
        steps = [
            (year, value_of(cell))
            for year, cell in zip((2029, 2030, 2033), row[1:], strict=True)
            if cell != "-"
        ]
        assert [(step.year, step.value) for step in fact.values] == steps
        assert (fact.fiscal_year, fact.value) == steps[-1]
        assert fact.unit == "개소"
        is_course = len(steps) > 1
        assert fact.kind is (FactKind.INDICATOR if is_course else FactKind.STATISTIC)
        for step in fact.values:
            assert step.year is not None
            assert step.phase is (Phase.PLANNED if step.year > 2031 else Phase.ACTUAL)


@given(
    st.lists(st.integers(2015, 2035), min_size=2, max_size=9, unique=True),
    st.lists(st.integers(0, 1800), min_size=9, max_size=9),
)
def test_rows_of_years_are_one_course_for_each_measure(years: list[int], values: list[int]) -> None:
    rows = [
        f"| {year} | {value} | {value * 2:,} |" for year, value in zip(years, values, strict=False)
    ]
    found = table_facts(ruled("| 연도 | 처리 건수(건) | 대상 금액(억 원) |", *rows))
    steps = sorted(zip(years, values, strict=False))
    assert [fact.name for fact in found] == ["재정 처리 건수", "재정 대상 금액"]
    assert [(step.year, number(step.value)) for step in found[0].values] == steps
    assert [number(step.value) for step in found[1].values] == [value * 2 for _, value in steps]
    assert found[1].amount_krw == steps[-1][1] * 2 * 10**8
    for fact in found:
        assert fact.quote == "\n".join(rows)


def test_the_audits_of_three_years_are_a_course_of_audits() -> None:
    audits, money = table_facts(
        ruled(
            "| 연도 | 처리 건수(건) | 대상 금액(억 원) |",
            "| 2029 | 270 | 2,333 |",
            "| 2030 | 258 | 2,707 |",
        ),
        above="1. 일상감사\n\n",
    )
    assert (audits.kind, audits.name) == (FactKind.AUDIT, "일상감사 처리 건수")
    assert course(audits) == [(2029, 270, Phase.ACTUAL), (2030, 258, Phase.ACTUAL)]
    assert (money.kind, money.amount_krw) == (FactKind.BUDGET, 270_700_000_000)


@pytest.mark.parametrize(
    ("head", "steps"),
    [
        ("| 지표 | ’29 | ’33 |", [(2029, Phase.ACTUAL), (2033, Phase.PLANNED)]),
        ("| 지표 | 2029년 | 2033년 |", [(2029, Phase.ACTUAL), (2033, Phase.PLANNED)]),
        ("| 지표 | 기준(‘29) | 목표(‘30) |", [(2029, Phase.BASELINE), (2030, Phase.PLANNED)]),
        ("| 지표 | 2029 실적 | 2030 목표 |", [(2029, Phase.ACTUAL), (2030, Phase.PLANNED)]),
        ("| 지표 | 2033 목표 | 2029 실적 |", [(2029, Phase.ACTUAL), (2033, Phase.PLANNED)]),
    ],
)
def test_a_heading_says_year_and_phase(head: str, steps: list[tuple[int, Phase]]) -> None:
    fact = one(head, "| 만족도(점) | 80.5 | 82.1 |")
    assert [(step.year, step.phase) for step in fact.values] == steps
    assert (fact.name, fact.unit, fact.kind) == ("만족도", "점", FactKind.INDICATOR)


def test_budget_and_account_of_one_year_are_two_facts() -> None:
    budget, closed = table_facts(
        ruled("| 구분 | 2030 예산 | 2030 결산 | 2031 예산 |", "| 세입(백만원) | 10 | 11 | 12 |")
    )
    assert course(budget) == [(2030, 10, Phase.APPROVED), (2031, 12, Phase.APPROVED)]
    assert (closed.name, course(closed)) == ("세입 결산", [(2030, 11, Phase.EXECUTED)])


@pytest.mark.parametrize(
    ("table", "unit", "krw"),
    [
        (ruled("| 구분 | 금액(억 원) |", "| 숲 | 12 |"), "억원", 1_200_000_000),
        (ruled("| 구분 | 금액 |", "| 숲(천원) | 12 |"), "천원", 12_000),
        (ruled("| 구분 | 단위 | 값 |", "| 숲 | 백만 원 | 12 |"), "백만원", 12_000_000),
        (ruled("| 구분 | 백만원 |", "| 숲 | 12 |"), "백만원", 12_000_000),
        ("(단위: 백만원)\n\n" + ruled("| 구분 | 금액 |", "| 숲 | 12 |"), "백만원", 12_000_000),
        ("[단위 : 개소, 천원]\n" + ruled("| 구분 | 금액 |", "| 숲 | 12 |"), "천원", 12_000),
        ("[단위 : 개소, 천원]\n" + ruled("| 구분 | 시설 수 |", "| 숲 | 12 |"), "개소", None),
        (ruled("| 구분(단위: 천원) | 금액 |", "| 숲 | 12 |"), "천원", 12_000),
        (ruled("| 구분 | 금액 |", "| 숲 | 12 |"), None, None),
        (ruled("| 구분 | 건수 |", "| 숲 | 12 |"), None, None),
        ("(단위: 백만원)\n" + ruled("| 구분 | 집행률 |", "| 숲 | 12 |"), None, None),
        ("(단위: 백만원)\n" + ruled("| 구분 | 참여 인원 |", "| 숲 | 12 |"), None, None),
        ("[단위: 명, 회]\n" + ruled("| 구분 | 실적 |", "| 숲 | 12 |"), None, None),
        (ruled("| 구분 | 단위 | 값 |", "| 길 | 건 | - |", "| 숲 | | 12 |"), None, None),
    ],
)
def test_a_bare_number_inherits_a_printed_unit_or_has_none(
    table: str, unit: str | None, krw: int | None
) -> None:
    (fact,) = table_facts(table)
    assert (number(fact.value), fact.unit, fact.amount_krw) == (12, unit, krw)
    assert ("unit_unknown" in fact.flags) is (unit is None)


def test_units_of_row_and_column_that_differ_are_flagged_and_neither_is_taken() -> None:
    fact = one("| 구분 | 금액(억원) |", "| 참여(명) | 12 |")
    assert fact.unit is None
    assert "unit_conflict" in fact.flags


def test_the_unit_of_another_table_above_is_not_inherited() -> None:
    first = ruled("| 구분 | 금액 |", "| 숲 | 12 |")
    found = table_facts(f"(단위: 천원)\n{first}\n○ 참고\n{first}")
    units = [fact.unit for fact in found if number(fact.value) == 12]
    assert units == ["천원", None]


def test_totals_and_parts_are_told_apart_and_rates_are_neither() -> None:
    found = table_facts(
        ruled(
            "| 판정 | 건수(건) | 비율(%) |",
            "| 적정 | 4 | 40 |",
            "| 권고 | 6 | 60 |",
            "| 합 계 | 10 | 100 |",
        ),
        above="1. 심사 결과\n\n",
    )
    roles = {
        fact.name: [flag for flag in fact.flags if flag in {"total", "part"}] for fact in found
    }
    assert roles == {
        "심사 결과 적정 건수": ["part"],
        "심사 결과 적정 비율": [],
        "심사 결과 권고 건수": ["part"],
        "심사 결과 권고 비율": [],
        "심사 결과 건수 합계": ["total"],
        "심사 결과 비율 합계": ["total"],
    }


def test_a_column_of_totals_makes_the_others_parts_with_their_funds() -> None:
    found = table_facts(
        "<h1>예산</h1><p>(단위: 억원)</p><table>"
        "<tr><th rowspan=2>구분</th><th colspan=3>예산</th><th rowspan=2>비고</th></tr>"
        "<tr><th>계</th><th>국비</th><th>시비</th></tr>"
        "<tr><td>도로</td><td>12</td><td>5</td><td>7</td><td></td></tr></table>",
        suffix=".html",
        above="",
    )
    told = [(one.name, one.amount_krw, one.funding_source, one.flags[0]) for one in found]
    assert told == [
        ("도로 계 예산", 1_200_000_000, None, "total"),
        ("도로 국비 예산", 500_000_000, "national", "part"),
        ("도로 시비 예산", 700_000_000, "city", "part"),
    ]
    assert {one.quote for one in found} == {"도로 | 12 | 5 | 7 |"}


def test_a_subtotal_is_neither_total_nor_part() -> None:
    found = table_facts(ruled("| 구분 | 건 |", "| 숲 | 1 |", "| 소계 | 1 |", "| 합계 | 1 |"))
    assert [fact.flags[1] for fact in found] == ["part", "subtotal", "total"]


def test_a_row_that_fits_no_columns_gives_only_numbers_with_units() -> None:
    found = table_facts(ruled("| 구분 | 건수(건) |", "| 숲 | 1 |", "| 길 | 2 | 3명 | 4 |"))
    assert [(fact.name, number(fact.value), fact.unit) for fact in found] == [
        ("숲 건수", 1, "건"),
        ("길", 3, "명"),
    ]
    assert "column_unknown" in found[1].flags


def test_a_form_names_a_figure_by_the_key_beside_it() -> None:
    found = table_facts(
        "<table><tr><td>사업명</td><td>도서관 건립</td><td>위치</td><td>가람시</td></tr>"
        "<tr><td>사업비</td><td>120억원</td><td>사업기간</td><td>2029~2031</td></tr></table>",
        suffix=".html",
    )
    money, period = found
    assert (money.name, money.amount_krw) == ("재정 사업비", 12_000_000_000)
    assert (period.name, period.kind) == ("재정 사업기간", FactKind.EVENT)
    assert money.doubts == period.doubts == ()
    assert period.period is not None
    assert (period.period.start, period.period.end) == ("2029", "2031")


def test_grades_dates_and_telephones_are_facts_of_their_own_kind() -> None:
    found = table_facts(
        ruled(
            "| 사업 | 등급 | 준공 시기 | 담당부서 | 연락처 |",
            "| 도서관 건립 | 가 | 2032년 5월 | 문화과 | 041-000-1234 |",
        )
    )
    grade, project, contact = found
    assert (grade.kind, grade.value, grade.name) == (
        FactKind.EVALUATION,
        "가등급",
        "도서관 건립 등급",
    )
    assert project.kind is FactKind.PROJECT
    assert project.period is not None
    assert (project.name, project.period.start) == ("도서관 건립", "2032-05")
    assert (contact.kind, contact.value) == (FactKind.CONTACT, "041-000-1234")
    assert contact.organisation == "문화과"


def test_columns_that_count_rows_or_remark_on_them_give_no_numbers() -> None:
    fact = one("| 연번 | 사업명 | 사업비(억원) | 비고 |", "| 1 | 숲 조성 | 5 | 7 |")
    assert (fact.name, number(fact.value)) == ("숲 조성 사업비", 5)


@pytest.mark.parametrize("rows", [90, 300])
def test_a_table_over_many_passages_keeps_its_head_unit_and_total(rows: int) -> None:
    lines = [f"| 항목{order} | {order} |" for order in range(rows)]
    found = table_facts(
        "(단위: 백만원)\n"
        + ruled("| 구분 | 2030 예산액 |", *lines, f"| 합계 | {sum(range(rows))} |")
    )
    assert len(found) == rows + 1
    assert len({fact.passage_id for fact in found}) > 1
    assert all(fact.unit == "백만원" and fact.fiscal_year == 2030 for fact in found)
    assert [fact.flags for fact in found] == [("part",)] * rows + [("total",)]


def test_a_year_of_the_catalogue_and_not_of_the_head_is_inferred() -> None:
    reading = read(
        "1. 현황\n\n" + ruled("| 구분 | 건 |", "| 숲 | 1 |"),
        about=CatalogRow(file="plan.txt", title="시행계획"),
    )
    (fact,) = reading.facts
    assert (fact.fiscal_year, fact.values[0].year) == (None, None)


def test_a_caption_that_says_a_unit_is_no_policy() -> None:
    found = table_facts("(단위: 백만원)\n" + ruled("| 구분 | 금액 |", "| 숲 | 1 |"))
    assert [fact.kind for fact in found] == [FactKind.BUDGET]


PIECES: Sequence[str] = (
    *("|", "│", " | ", "\n", "\n\n", "\t", "   ", "|---|---|\n", "├──┤\n", "| 구분 | 2030 |\n"),
    *(
        "합계",
        "연도",
        "(단위: 억원)",
        "1,234",
        "△5",
        "2030",
        "’31",
        "-",
        "12억",
        "가등급",
        "041-1-2",
    ),
    *("041-1-2", "9" * 40, "’21.13.", "\u202e", "\u200b", "<td>", "\\|", "※", "숲"),
)


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from([".txt", ".md"])
)
def test_any_table_keeps_every_fact_where_it_was_printed(text: str, suffix: str) -> None:
    table_facts(text + "\n가", suffix=suffix)


def test_ten_thousand_rows_each_give_their_facts() -> None:
    rows = [f"| 항목{order} | {order} | {order + 1:,} |" for order in range(10_000)]
    found = table_facts(ruled("| 구분 | 건수(건) | 금액(천원) |", *rows))
    assert len(found) == 20_000


@pytest.mark.parametrize(
    "piece",
    ["| 1 ", "| 숲 | 1 |\n", "특강 3회, 예산 5억 원, ", *(f"{piece} " for piece in HOSTILE[10:16])],
)
def test_facts_of_a_long_cell_or_table_take_linear_time(piece: str) -> None:
    head = "| 구분 | 2030 | 2031 |\n|--|--|--|\n| 숲 | 1 | 2 |\n| 길 | "
    assert_linear(lambda text: table_facts(head + text), piece)


def test_a_number_whose_heading_is_not_certain_states_nothing() -> None:
    assert table_facts("구분 | 실적 | 기타\n도로 | 1 | 2 | 3\n하천 | 1 | 2 | 3\n") == ()
    assert table_facts(ruled("| 구분 | 건수(건) |", "| 숲 | 1 |", "| | 2 |"))[1:] == ()


def test_figures_need_no_names_of_rows_and_may_stand_before_them() -> None:
    national, city = table_facts(ruled("| 국비 | 시비 |", "| 5억 원 | 7억 원 |"))
    assert (national.funding_source, city.funding_source) == ("national", "city")
    place, score = table_facts(ruled("| 순위 | 기관 | 점수(점) |", "| 1 | 가람 | 80.5 |"))
    assert (place.name, score.name, score.unit) == ("가람 순위", "가람 점수", "점")


def test_a_name_that_ends_like_a_count_may_still_cost_money() -> None:
    fact = one("| 사업 | 2031 |", "| 시장 골목 보수 | 5 |", above="1. 사업\n(단위: 억원)\n")
    assert fact.amount_krw == 500_000_000


def test_a_lone_row_is_about_the_heading_that_it_stands_under() -> None:
    length, area, cost = (
        one
        for one in table_facts(
            "가람동 일원 | 2029-01-01 | 2031-03-31 | 숲길 L=980m, 연면적 1,200㎡ | 316억원\n",
            above="1. 나루 숲길 조성\n",
        )
        if one.period is None
    )
    assert (length.name, number(length.value), length.unit) == ("나루 숲길 조성 숲길 L", 980, "m")
    assert (area.name, area.unit) == ("나루 숲길 조성 연면적", "㎡")
    assert (cost.name, cost.amount_krw) == ("나루 숲길 조성", 31_600_000_000)
