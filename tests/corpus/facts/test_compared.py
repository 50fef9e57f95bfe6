"""Compared times: what there was the year before, and how far it moved since."""

from __future__ import annotations

from datetime import date

import pytest

import corpus
from corpus.catalog import CatalogRow
from tests.corpus.plans import facts_of

NEWS = CatalogRow(
    file="a.txt",
    title="가람시, 올 상반기 계약심사로 9억원 아꼈다",
    document_type="press",
    fiscal_years=(2031,),
    published_on=date(2031, 7, 8),
)


def told(text: str) -> dict[str, tuple[str, int | None]]:
    return {
        one.raw_text: (one.name, one.fiscal_year)
        for one in facts_of(f"개요\n\n{text}", about=NEWS)
        if not corpus.is_kept_back(one.doubts)
    }


@pytest.mark.parametrize(
    "text",
    [
        "지난해 같은 기간(96건, 7억원)에 견줘 심사 건수는 22건, 절감액은 2억원 많아졌다.",
        "작년 같은 기간(96건, 7억원)과 비교해 심사 건수는 22건 늘었고 절감액은 2억원 늘었다.",
        "전년 동기(96건, 7억원)보다 심사 건수가 22건, 절감액이 2억원 증가했다.",
        "심사 건수와 절감액은 지난해 같은 기간(96건, 7억원)보다 각각 22건, 2억원 늘었다.",
        "한 해 전 같은 기간(96건, 7억원)에 비해 심사 건수는 22건, 절감액은 2억원 불어났다.",
    ],
)
def test_a_bracket_of_the_year_before_has_the_names_that_follow(text: str) -> None:
    found = told(text)
    for figure, name, year in (
        ("96건", "심사 건수", 2030),
        ("7억원", "절감액", 2030),
        ("22건", "심사 건수 증가", 2031),
        ("2억원", "절감액 증가액", 2031),
    ):
        assert found[figure][0].endswith(name), found
        assert found[figure][1] == year, found


def test_one_verb_closes_both_changes() -> None:
    found = told("지난해보다 심사 건수는 22건, 절감액은 2억원 줄었다.")
    assert found["22건"] == ("심사 건수 감소", 2031)
    assert found["2억원"][0].endswith("절감액 감소액")


def test_a_figure_of_its_own_clause_is_no_change() -> None:
    found = told("지난해보다 빨라져 심사 건수는 22건이었다. 절감액은 2억원 늘었다.")
    assert "증가" not in found.get("22건", ("", None))[0]
