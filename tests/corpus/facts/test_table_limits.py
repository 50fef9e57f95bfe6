"""Thresholds, limits and unit prices in tables are told from what is spent."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import KIND_UNSURE
from corpus.types import Fact
from tests.corpus.grids import ruled, table_facts

BOUNDS = {"threshold", "support_limit", "per_unit"}


def bounds(fact: Fact) -> set[str]:
    return BOUNDS & set(fact.flags)


@pytest.mark.parametrize(
    "rows",
    [
        ("| 구분 | 공사 | 용역 |", "| 일상감사 | 3억원 | 7천만원 |"),
        ("| 구분 | 일상감사(추정가격) | 계약심사 |", "| 공사 | 3억원 | 7천만원 |"),
    ],
)
def test_sums_from_which_contracts_are_looked_at_are_thresholds(rows: tuple[str, ...]) -> None:
    found = table_facts(ruled(*rows) + "\n(각 금액 이상)\n", above="1. 심사 대상\n\n")
    assert [bounds(fact) for fact in found] == [{"threshold"}] * 2
    assert [fact.comparator for fact in found] == ["at_least"] * 2


def test_an_arrow_behind_a_threshold_is_its_bound() -> None:
    found = table_facts(
        "구분        일상감사(추정가격)              계약심사(추정금액)\n"
        "공사        종합 3억원↑ / 기타 2억원↑       1억원↑\n"
        "용역        7,000만원↑                      5,000만원↑\n"
        "물품        2,000만원↑                      1,000만원↑\n",
        above="[대상 기준]\n",
    )
    assert [(fact.amount_krw, fact.comparator) for fact in found] == [
        (won * 10_000, "at_least") for won in (30000, 20000, 10000, 7000, 5000, 2000, 1000)
    ]
    assert all("공사" in fact.name and "심사" in fact.name + "심사" for fact in found[:3])
    assert all(bounds(fact) == {"threshold"} for fact in found)


def test_what_is_saved_by_looking_at_contracts_may_be_printed_so_too() -> None:
    found = table_facts(ruled("| 구분 | 공사 | 용역 |", "| 일상감사 | 3억원 | 7천만원 |"))
    assert [fact.doubts for fact in found] == [(KIND_UNSURE,)] * 2


def test_sums_that_were_looked_at_are_no_thresholds() -> None:
    rows = ("| 구분 | 심사금액(억원) | 절감액(억원) |", "| 공사 | 301 | 8 |")
    found = table_facts(ruled(*rows), above="1. 계약심사 실적\n\n")
    assert [bounds(fact) for fact in found] == [set(), set()]


@pytest.mark.parametrize(
    ("head", "cell", "expected"),
    [
        ("지원한도", "3,000천원", {"support_limit"}),
        ("지원금액", "점포당 최대 300만원", {"support_limit", "per_unit"}),
        ("단가(천원)", "5,000", {"per_unit"}),
        ("사업비", "3억원", set()),
    ],
)
def test_limits_and_prices_of_calls_for_applicants(
    head: str, cell: str, expected: set[str]
) -> None:
    found = table_facts(
        ruled(f"| 구분 | {head} |", f"| 시설 | {cell} |"), above="1. 참여 점포 모집 공고\n\n"
    )
    assert bounds(found[-1]) == expected
