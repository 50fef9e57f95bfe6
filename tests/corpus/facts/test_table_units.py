"""Units that numbers of tables inherit, and those that they must not."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import UNIT_UNSURE
from tests.corpus.grids import ruled, table_facts
from tests.corpus.plans import facts_of


def units(*rows: str, above: str = "1. 재정\n\n", below: str = "") -> list[str | None]:
    return [fact.unit for fact in table_facts(ruled(*rows) + below, above=above)]


@pytest.mark.parametrize("caption", ["(단위: 억원)", "※ 단위 : 억원"])
def test_a_caption_below_a_table_gives_its_unit(caption: str) -> None:
    rows = ("| 사업 | 사업비 |", "| 숲 | 12 |", "| 물길 | 30 |")
    assert units(*rows, below=f"\n{caption}\n\n숲을 가꾼다.\n") == ["억원", "억원"]


def test_a_caption_between_two_tables_is_that_of_the_second() -> None:
    first = ruled("| 사업 | 사업비 |", "| 숲 | 12 |", "| 물길 | 30 |")
    second = ruled("| 사업 | 보상비 | 비고 |", "| 숲 | 7 | |", "| 길 | 8 | |")
    found = table_facts(f"{first}\n(단위: 억원)\n{second}")
    assert [fact.unit for fact in found] == [None, None, "억원", "억원"]


def test_two_units_are_shared_out_by_what_the_columns_say() -> None:
    above = "1. 수상\n\n(단위 : 건, 백만원)\n"
    assert units("| 연도 | 기관상 | 인센티브 |", "| 2030 | 39 | 279.1 |", above=above) == [
        "건",
        "백만원",
    ]


def test_counts_beside_money_do_not_inherit_won() -> None:
    above = "1. 재정\n\n(단위: 억원)\n"
    told = units("| 분야 | 과제 | 합계 | 2031 |", "| 복지 | 15 | 520 | 88 |", above=above)
    assert told == [None, "억원", "억원"]


@pytest.mark.parametrize("head", ["금액", "사업비", "예산액", "요구액", "총사업비"])
def test_money_without_a_unit_is_not_published(head: str) -> None:
    (fact,) = table_facts(ruled(f"| 구분 | {head} |", "| 숲 | 12 |"))
    assert fact.doubts == (UNIT_UNSURE,)


def test_a_year_beside_money_without_a_unit_is_not_published_either() -> None:
    found = table_facts(ruled("| 사업 | 총사업비 | 2031 | 향후 |", "| 숲 | 12 | 5 | 7 |"))
    assert [fact.doubts for fact in found] == [(UNIT_UNSURE,)] * 3
    assert [fact.fiscal_year for fact in found] == [None, 2031, None]


def test_a_rate_does_not_inherit_what_its_row_counts() -> None:
    head = "| 지표 | 단위 | 목표 | 달성률(%) | 이행률 |"
    found = table_facts(ruled(head, "| 만족도 | 점 | 90 | 101.3 | 99 |"))
    assert [fact.unit for fact in found] == ["점", "%", None]


def test_a_caption_of_people_is_the_unit_of_posts_and_applicants() -> None:
    rows = ("| 직렬 | 정원 | 지원 |", "| 행정 | 120 | 240 |")
    found = table_facts(ruled(*rows), above="1. 인력\n(단위 : 명)\n\n")
    assert [one.unit for one in found] == ["명", "명"]


def test_a_rate_of_interest_is_no_money() -> None:
    rows = ("| 구분 | 융자액 | 금리 |", "| 창업 | 300 | 2.0 |")
    found = table_facts(ruled(*rows), above="1. 융자\n(단위 : 백만원)\n\n")
    assert [one.unit for one in found] == ["백만원", None]


def test_a_comparison_behind_a_change_is_in_no_certain_unit() -> None:
    rows = ("| 회계 | 추경예산 | 증감액 | 기정예산 대비 |", "| 일반 | 5,300 | 300 | 6.0 |")
    *_, change, rate = table_facts(ruled(*rows), above="1. 추경\n(단위 : 억원)\n\n")
    assert (change.unit, rate.unit, rate.doubts) == ("억원", None, (UNIT_UNSURE,))


def test_a_row_tells_the_unit_of_a_column_of_time() -> None:
    head = "(단위 : 건, 백만원)\n구분 | 계 | 2030년 | 상반기\n"
    text = f"{head}심사건수 | 632 | 73 | 130\n절감액 | 5,020 | 700 | 960"
    found = {one.raw_text: one.unit for one in facts_of(text)}
    assert (found["632"], found["130"], found["5,020"]) == ("건", "건", "백만원")
