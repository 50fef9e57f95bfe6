"""Bounds that one word sets for several amounts, and what a bound is set for."""

from __future__ import annotations

import pytest

from corpus.amounts import find_amounts
from corpus.facts.bounds import with_shared_bounds
from tests.corpus.plans import facts_of


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("종합공사 5억 원(설비공사 3억 원) 이상", ["at_least", "at_least"]),
        ("종합공사 5억 원(설비공사 3억 원) 미만", ["less_than", "less_than"]),
        ("공사 5억 원, 용역 2억 원 이상", ["at_least", "at_least"]),
        ("공사 5억 원(설비공사 3억 원)", [None, None]),
    ],
)
def test_one_word_bounds_all(text: str, comparators: list[str | None]) -> None:
    found = with_shared_bounds(text, find_amounts(text))
    assert [one.comparator for one in found] == comparators


def test_a_threshold_is_called_by_what_it_is_set_for() -> None:
    (fact,) = [
        one
        for one in facts_of("시는 1억 원 이상 투자사업의 집행률을 따로 챙겼다.")
        if one.amount_krw == 100_000_000
    ]
    assert (fact.name, "threshold" in fact.flags) == ("투자사업 기준", True)
