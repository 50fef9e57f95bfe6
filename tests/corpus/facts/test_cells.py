"""Figures in tables: named by their row and column, in the year of their column."""

from __future__ import annotations

from corpus.facts.cells import Cell, cell_at
from corpus.rows import number
from tests.corpus.plans import facts_of, read, statements_of

TABLE = """| 구분 | 2029년 | ’30년 | 수량 |
| --- | --- | --- | --- |
| 나무 | 40그루 | 50그루 | 60그루 |
| 꽃 | - | 30포기 | |
"""


def cell(text: str, figure: str) -> Cell | None:
    (statement,) = statements_of(text)
    return cell_at(statement, statement.text.index(figure))


def test_a_cell_knows_its_row_column_and_year() -> None:
    assert cell(TABLE, "40그루") == Cell(row="나무", column="", year=2029)
    assert cell(TABLE, "30포기") == Cell(row="꽃", column="", year=2030)
    assert cell(TABLE, "60그루") == Cell(row="나무", column="", year=None)


def test_a_column_that_names_something_is_kept() -> None:
    table = "| 사업 | 예산액 | 대상 |\n| 숲 | 12억 원 | 40명 |\n"
    assert cell(table, "12억") == Cell(row="숲", column="예산액", year=None)
    assert cell(table, "40명") == Cell(row="숲", column="대상", year=None)


def test_the_head_of_a_table_and_prose_are_no_cells() -> None:
    assert cell(TABLE, "2029년") is None
    assert cell("○ 나무 40그루", "40그루") is None


def test_the_first_cell_of_a_row_has_no_name_but_itself() -> None:
    assert cell("| 수 | 값 |\n| 40명 | 가 |\n", "40명") == Cell(row="", column="", year=None)


def test_no_figure_takes_the_year_of_another_column() -> None:
    found = {
        (one.name, value.year, number(value.value))
        for one in facts_of(TABLE)
        for value in one.values
    }
    assert found == {
        ("나무", 2029, 40),
        ("나무", 2030, 50),
        ("나무", 2031, 60),
        ("꽃", 2030, 30),
    }


def test_a_dash_in_a_table_is_absent_not_zero() -> None:
    assert not [one for one in facts_of(TABLE) if one.name.startswith("꽃") and one.value == 0]
    assert len([one for one in facts_of(TABLE) if one.name.startswith("꽃")]) == 1


def test_a_table_cut_into_passages_keeps_its_head() -> None:
    rows = "".join(f"| 마을 {number} | {number}그루 |\n" for number in range(100, 160))
    text = "| 마을 | 2029년 |\n" + rows
    reading = read(text)
    assert len(reading.passages) > 1
    assert {one.fiscal_year for one in reading.facts} == {2029}
    assert reading.facts[-1].name == "마을 159"


def test_the_rows_of_an_html_table_read_like_those_of_markdown() -> None:
    page = "<table><tr><th>사업<th>2029년<tr><td>나무<td>40그루</table>"
    (fact,) = read(page, ".html").facts
    assert (fact.name, number(fact.value), fact.unit, fact.fiscal_year) == (
        "나무",
        40,
        "그루",
        2029,
    )
