"""Shares: percentages beside amounts, where arithmetic or a word shows that they are parts."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import NAME_UNSURE
from corpus.facts.shares import is_rate, rate_of
from tests.corpus.plans import facts_of


def test_percentages_that_fit_one_total_are_shares() -> None:
    parts = "△교육 509억원(3.7%) △환경보호 859억원(6.2%) △농림 697억원(5.1%)"
    text = f"일반회계 세출을 분야별로 보면 {parts}이다."
    found = [one for one in facts_of(text) if one.unit == "%"]
    assert [one.name for one in found] == [
        "일반회계 세출 교육 비중",
        "일반회계 세출 환경보호 비중",
        "일반회계 세출 농림 비중",
    ]
    assert all("share" in one.flags for one in found)


def test_percentages_that_fit_no_total_are_kept_back() -> None:
    text = "○ 사업별 : 공사 84억원(5.4%), 용역 13억원(4.6%), 물품구매 4억원(3.6%)"
    found = [one for one in facts_of(text) if one.unit == "%"]
    assert found
    assert all(NAME_UNSURE in one.doubts for one in found)


@pytest.mark.parametrize(
    ("name", "rate"),
    [("공약 재정 확보액", "공약 재정 확보율"), ("예산 절감액", "예산 절감률"), ("채무", "채무")],
)
def test_a_percentage_beside_a_sum_is_its_rate(name: str, rate: str) -> None:
    assert rate_of(name) == rate


def test_a_rate_says_what_it_is() -> None:
    assert is_rate("등급 비율 나")
    assert not is_rate("등급 나")
