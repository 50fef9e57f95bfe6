"""What one cell of a table states: signs, units of its own, brackets, and what is no number."""

from __future__ import annotations

import pytest

from corpus.rows import number
from tests.corpus.grids import ruled, table_facts


@pytest.mark.parametrize(
    "cell", ["", "-", "–", "미정", "해당 없음", "…", "도서관", "12,34", "1.2.3"]
)
def test_what_is_no_certain_number_is_no_fact(cell: str) -> None:
    assert table_facts(ruled("| 구분 | 건수(건) |", f"| 숲 | {cell} |", "| 길 | 5 |"))[0].name == (
        "길 건수"
    )


def test_numbers_beyond_every_budget_are_no_facts() -> None:
    assert not table_facts(ruled("| 구분 | 금액(원) |", f"| 숲 | {'9' * 40} |"))


@pytest.mark.parametrize(
    ("cell", "value", "flag"),
    [
        ("△12", -12, None),
        ("▲12", -12, None),
        ("-12", -12, None),
        ("(-)12", -12, None),
        ("+12", 12, None),
        ("- 12", 12, "ambiguous_sign"),
        ("(12)", 12, "ambiguous_sign"),
        ("▼12", 12, "ambiguous_sign"),
    ],
)
def test_signs_before_a_number(cell: str, value: int, flag: str | None) -> None:
    (fact,) = table_facts(ruled("| 구분 | 증감(억원) |", f"| 숲 | {cell} |"))
    assert number(fact.value) == value
    assert ("ambiguous_sign" in fact.flags) is (flag is not None)
    assert fact.amount_krw == (None if flag else value * 10**8)


def test_up_and_down_triangles_in_one_table_settle_no_sign() -> None:
    up, down = table_facts(ruled("| 구분 | 증감(억원) |", "| 숲 | ▲12 |", "| 길 | ▼3 |"))
    assert (up.amount_krw, down.amount_krw) == (None, None)
    assert number(up.value) == 12


def test_a_cell_with_its_own_unit_keeps_it() -> None:
    people, money = table_facts(
        ruled("| 구분 | 내용 |", "| 위촉한 시민 | 약 35명 |", "| 예산 | 3억 2천만원 |")
    )
    assert (people.name, number(people.value), people.unit) == ("위촉한 시민", 35, "명")
    assert "approximate" in people.flags
    assert (money.amount_krw, money.unit, money.raw_text) == (320_000_000, "원", "3억 2천만원")


def test_a_number_and_the_share_in_brackets_behind_it_are_two_facts() -> None:
    saved, share = table_facts(ruled("| 구분 | 아낀 금액(백만원) |", "| 공사 | 8,413 (5.41%) |"))
    assert (saved.amount_krw, saved.flags) == (8_413_000_000, ("year_inferred",))
    assert (number(share.value), share.unit) == (5.41, "%")
    assert "in_brackets" in share.flags


def test_a_minus_at_a_digit_with_a_unit_is_a_sign() -> None:
    (fact,) = table_facts(ruled("| 회계 | 증감률 |", "| 숲 | -11.4% |"))
    assert (number(fact.value), fact.raw_text, fact.flags[:1]) == (-11.4, "-11.4%", ("change",))
