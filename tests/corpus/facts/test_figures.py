"""Amounts and counts: exact, named by the words beside them, told apart by their role."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.rows import number
from corpus.types import Fact, FactKind, Phase
from tests.corpus.plans import UNLISTED, facts_of

BUDGET, STATISTIC, AUDIT = FactKind.BUDGET, FactKind.STATISTIC, FactKind.AUDIT


def only(text: str, *kinds: FactKind) -> Fact:
    (fact,) = facts_of(text, *kinds)
    return fact


def test_an_amount_is_whole_won_with_its_name_and_year() -> None:
    fact = only("○ 예산액 : 12억 3,400만원")
    assert fact.kind is BUDGET
    assert (fact.name, fact.raw_text) == ("가람시 시행계획 예산액", "12억 3,400만원")
    assert (number(fact.value), fact.unit, fact.amount_krw) == (1_234_000_000, "원", 1_234_000_000)
    assert (fact.fiscal_year, fact.flags) == (2031, ("year_inferred",))
    assert fact.comparator is None


@given(hundred_millions=st.integers(1, 99_999))
def test_any_amount_of_eok_is_read_exactly(hundred_millions: int) -> None:
    fact = only(f"○ 사업비 : {hundred_millions:,}억 원")
    assert fact.amount_krw == hundred_millions * 10**8
    assert fact.value == Decimal(hundred_millions * 10**8)


@pytest.mark.parametrize(
    ("words", "comparator"),
    [("이상", "at_least"), ("이하", "at_most"), ("초과", "more_than"), ("미만", "less_than")],
)
def test_a_threshold_is_flagged_and_is_no_spend(words: str, comparator: str) -> None:
    fact = only(f"○ 심사 대상 : 공사 5억 원 {words}")
    assert fact.comparator == comparator
    assert "threshold" in fact.flags
    assert [one.phase for one in fact.values] == [None]


def test_each_threshold_of_a_list_has_its_own_name() -> None:
    found = facts_of("○ 심사 대상 : 공사 5억 원 이상, 용역 2억 원 이상, 물품 2천만 원 이상")
    assert [(one.name, one.amount_krw) for one in found] == [
        ("가람시 시행계획 심사 대상 공사", 500_000_000),
        ("가람시 시행계획 심사 대상 용역", 200_000_000),
        ("가람시 시행계획 심사 대상 물품", 20_000_000),
    ]


def test_the_bound_at_the_end_of_a_list_holds_for_all_of_it() -> None:
    found = facts_of("심사 대상은 종합공사 2억원, 전문공사 1억원, 용역 5천만원 이상인 경우다.")
    assert [(one.comparator, "threshold" in one.flags) for one in found] == [("at_least", True)] * 3


def test_the_most_that_is_allowed_is_a_threshold() -> None:
    assert "threshold" in only("○ 수의계약 총량제 : 업체당 1억 원 이내").flags


@pytest.mark.parametrize("text", ["○ 융자 한도 5억원", "○ 보조 한도 : 300만원"])
def test_a_ceiling_said_before_a_sum_is_a_limit(text: str) -> None:
    assert "support_limit" in only(text, BUDGET).flags


def test_a_part_whose_word_is_one_of_the_whole_has_it_still() -> None:
    *_, new, old = facts_of("○ 신규사업 59건(신규 46, 계속 13)")
    assert (new.name, old.name) == (
        "가람시 시행계획 신규사업 신규",
        "가람시 시행계획 신규사업 계속",
    )


def test_money_for_a_list_of_projects_is_called_by_the_list() -> None:
    money = only("○ 마을 숲, 물길 정비 등 5개 사업에 120억원", BUDGET)
    assert (money.name, money.doubts) == ("마을 숲, 물길 정비 등 사업", ())


def test_an_annual_flow_is_flagged() -> None:
    fact = only("○ 마을 숲에 매년 20억 원을 지원한다.", BUDGET)
    assert "annual_flow" in fact.flags
    assert fact.amount_krw == 2_000_000_000


def test_parts_inherit_the_unit_of_their_total_and_name_their_account() -> None:
    total, general, special = facts_of("○ 예산 규모 : 총 8,500억 원 (일반 7,600, 특별 900)")
    assert (total.amount_krw, total.account) == (850_000_000_000, None)
    assert (general.name, general.amount_krw) == ("예산 규모 일반", 760_000_000_000)
    assert (special.name, special.amount_krw) == ("예산 규모 특별", 90_000_000_000)
    assert (general.account, special.account) == ("general_account", "special_account")
    assert (general.raw_text, special.raw_text) == ("7,600", "900")
    for part in (general, special):
        assert {"part", "unit_inherited"} <= set(part.flags)


def test_parts_with_units_of_their_own_are_read_once() -> None:
    found = facts_of("○ 사업비 : 20억 원 (국비 12억 원, 시비 8억 원)", BUDGET)
    assert [one.amount_krw for one in found] == [2_000_000_000, 1_200_000_000, 800_000_000]
    assert [one.funding_source for one in found] == [None, "national", "city"]


@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("국비", "national"),
        ("도비", "provincial"),
        ("시비", "city"),
        ("군비", "city"),
        ("민자", "private"),
        ("지방비", "local_match"),
    ],
)
def test_the_source_of_funds_is_named(word: str, source: str) -> None:
    assert only(f"○ {word} 12억 원").funding_source == source


@pytest.mark.parametrize(
    ("label", "phase"),
    [
        ("2032년 예산안", Phase.PROPOSED),
        ("추경 예산", Phase.ADJUSTED),
        ("집행액", Phase.EXECUTED),
        ("본예산", Phase.APPROVED),
        ("총사업비", Phase.PLANNED),
        ("채무", None),
    ],
)
def test_the_phase_is_that_which_the_label_says(label: str, phase: Phase | None) -> None:
    assert only(f"○ {label} : 12억 원").values[0].phase is phase


def test_a_dash_is_absent_and_not_zero() -> None:
    for text in ("○ 채무 : -", "○ 채무 : –", "| 구분 | 값 |\n| 채무 | - |\n", "○ 채무 : 미정"):
        assert not [one for one in facts_of(text) if one.value == 0 or one.amount_krw == 0], text


def test_a_printed_zero_is_zero() -> None:
    assert only("○ 적발 : 0건").value == 0


def test_a_saving_is_named_after_what_was_done() -> None:
    fact = only("○ 심사로 30억 원을 절감했다.", BUDGET)
    assert "절감" in fact.name
    assert fact.amount_krw == 3_000_000_000


def test_an_amount_that_is_only_about_so_much_says_so() -> None:
    assert "approximate" in only("○ 사업비 : 약 30억 원").flags
    assert "approximate" in only("○ 직원 : 40명 내외").flags


def test_the_upper_end_of_a_range_is_flagged() -> None:
    fact = only("○ 사업비 : 5억~10억 원")
    assert fact.amount_krw == 500_000_000
    assert "range" in fact.flags


def test_money_that_is_not_won_has_no_won() -> None:
    fact = only("○ 투자 유치 : 3억 달러")
    assert fact.amount_krw is None
    assert "foreign_currency" in fact.flags


def test_counts_are_named_by_the_words_beside_them() -> None:
    found = facts_of("○ 숲 14개소, 쉼터 3개소, 나무 1만 2천그루", STATISTIC)
    assert [(one.name, number(one.value), one.unit) for one in found] == [
        ("가람시 시행계획 숲", 14, "개소"),
        ("가람시 시행계획 쉼터", 3, "개소"),
        ("나무", 12_000, "그루"),
    ]


def test_a_count_is_named_by_the_thing_counted_after_it() -> None:
    found = facts_of("시는 40개 과제와 223개 성과지표를 정했다.", STATISTIC)
    assert [(number(one.value), one.unit) for one in found] == [(40, "개"), (223, "개")]
    assert "과제" in found[0].name
    assert "성과지표" in found[1].name


def test_a_count_with_no_word_beside_it_takes_the_heading() -> None:
    fact = only("1. 쉼터 조성\n○ 14개소", STATISTIC)
    assert fact.name == "쉼터 조성"


def test_a_label_and_the_words_of_its_value_are_joined() -> None:
    found = facts_of("○ 일상감사 634건 : 적정 414건, 권고 178건", AUDIT)
    assert [(one.name, number(one.value)) for one in found] == [
        ("일상감사", 634),
        ("일상감사 적정", 414),
        ("일상감사 권고", 178),
    ]


def test_audits_have_the_year_said_with_them() -> None:
    found = facts_of("○ 감사 지적 : 2029년 12건, 2030년 9건", AUDIT)
    assert [(one.fiscal_year, number(one.value)) for one in found] == [(2029, 12), (2030, 9)]


def test_a_score_is_an_evaluation() -> None:
    fact = only("○ 청렴도 : 8.01점")
    assert fact.kind is FactKind.EVALUATION
    assert fact.value == Decimal("8.01")
    assert fact.unit == "점"


@pytest.mark.parametrize(
    "text", ["○ 3차 회의", "○ 2단계 공사", "○ 5급 승진", "○ 제3호 안건", "○ 9시 회의"]
)
def test_numbers_that_count_nothing_are_no_statistics(text: str) -> None:
    assert facts_of(text, STATISTIC, BUDGET) == ()


@pytest.mark.parametrize(
    "text",
    [
        "시는 나무를 심고 물길을 잇는다.\n\n○ 서로 돕는 마을\n○ 걷기 좋은 길\n",
        "제1장 숲\n1. 나무\n가. 심기\n",
        "# 숲\n\n| 구분 | 값 |\n|---|---|\n| 나무 | 많음 |\n",
    ],
)
def test_nothing_is_invented_from_a_document_without_figures(text: str) -> None:
    for fact in facts_of(text, about=UNLISTED):
        assert fact.kind in {FactKind.POLICY, FactKind.DIRECTION}
        assert fact.value is None
        assert fact.amount_krw is None
        assert fact.fiscal_year is None
        assert fact.values == ()


def test_parts_of_a_total_in_two_units_are_left_unknown() -> None:
    amounts = [
        fact.amount_krw
        for fact in facts_of("- 하천 정비 : 12억 3,400만원 (국비 6, 시비 6.34)\n", FactKind.BUDGET)
    ]
    assert amounts == [1_234_000_000]


def test_a_printed_change_is_marked_and_no_figure_of_the_year_before() -> None:
    facts = facts_of("- 종합 만족도 7.41점(전년 대비 0.12점↑)\n", FactKind.EVALUATION)
    flagged = {str(fact.value): "change" in fact.flags for fact in facts}
    assert flagged == {"7.41": False, "0.12": True}


def test_what_a_figure_came_to_is_no_change() -> None:
    *_, now = facts_of("정착지원 보조율은 70%에서 올해 80%로 올랐다.")
    assert (now.name, "change" in now.flags) == ("정착지원 보조율", False)


def test_the_number_of_a_budget_or_meeting_is_no_count() -> None:
    assert not [one for one in facts_of("제1회와 3회 추경 때보다 커졌다.") if one.unit == "회"]


def test_a_year_printed_behind_a_figure_is_its_year() -> None:
    (fact,) = facts_of("- 재정자립도 10.80% (2029년 본예산)")
    assert fact.fiscal_year == 2029


def test_what_a_sentence_lists_as_tasks_is_aimed_at_and_not_reached() -> None:
    found = facts_of("대표 과제로는 ▲관광객 90만명 유치 ▲국비 3,000억 원 확보가 꼽혔다.")
    assert [one for one in found if one.value is not None]
    assert all("goal" in one.flags and "secured" not in one.flags for one in found)
    assert all(one.phase is Phase.PLANNED for fact in found for one in fact.values)


def test_what_was_reached_of_the_tasks_listed_is_no_aim() -> None:
    found = facts_of("올해 목표는 ▲국비 3,000억 원 ▲일자리 1,500개로 모두 달성했다.")
    assert all("goal" not in one.flags for one in found)
