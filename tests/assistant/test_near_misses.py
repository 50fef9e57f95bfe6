"""Statements of the thing asked about that tell another sort of figure answer nothing."""

from __future__ import annotations

import pytest

from assistant.near_misses import is_unweighed, misses
from tests.assistant.drafts import asking, make_evidence

GOAL = "군이 잡은 2031년도 국비 확보 목표액은 1,200억 원이다."
HOPED = "가람시, 2031년 국비 1,200억 원 확보 나선다"
WON = "군은 지난달까지 국비 900억 원을 따냈다."
BILL = "시는 제1회 추경안을 4,368억 원으로 꾸려 시의회에 냈다."
PENDING = "추경안은 시의회 심의를 거쳐 다음 달 2일 확정된다."
PASSED = "시의회는 본회의에서 추경예산 4,300억 원을 확정했다."
YEARLY = "내년 예산에는 △물빛도서관 건립 31억 원 △숲길 정비 9억 원이 담겼다."
LISTED = "주요 사업은 물빛도서관 건립(120억 원), 하천 정비(45억 원) 등이다."
WHOLE = "물빛도서관 건립에는 모두 210억 원이 들어간다."
SOURCES = "물빛도서관에 드는 돈은 국비 120억 원, 시비 90억 원 등 210억 원에 이른다."
ROSE = "사회복지 지출은 136억 원 늘었다."

OUTCOMES = [
    "실제로 확보한 국비는 얼마야?",
    "국비를 결국 얼마 땄나요?",
    "국비 확보 실적은 얼마인가요?",
]
DECISIONS = [
    "1회 추경은 의회에서 얼마로 확정됐나요?",
    "시의회에서 통과된 1회 추경은 얼마야?",
    "의회 심의에서 1회 추경이 얼마나 깎였나요?",
]


def _misses(question: str, *quotes: str) -> bool:
    return misses(asking(question), [make_evidence(quote) for quote in quotes])


@pytest.mark.parametrize("question", OUTCOMES)
@pytest.mark.parametrize(("quote", "expected"), [(GOAL, True), (HOPED, True), (WON, False)])
def test_a_goal_is_no_outcome(question: str, quote: str, expected: bool) -> None:
    assert _misses(question, quote) is expected


def test_who_asks_for_the_goal_or_for_both_is_given_it() -> None:
    assert not _misses("국비 확보 목표액은 얼마야?", GOAL)
    assert not _misses("실제로 확보한 국비는 목표보다 얼마 적어?", GOAL)
    assert not _misses("국비는 얼마야?", GOAL)


def test_a_goal_that_is_asked_for_is_no_figure_of_today() -> None:
    assert _misses("올해 징수 목표는 얼마인가요?", "7월 말까지 338억 원이 밀려 있었다.") is False
    assert _misses("올해 징수 목표는 얼마인가요?", "7월 말 기준 체납액은 338억 원이다.")


@pytest.mark.parametrize("question", DECISIONS)
@pytest.mark.parametrize(
    ("quotes", "expected"), [((BILL,), True), ((BILL, PENDING), True), ((PASSED,), False)]
)
def test_a_bill_is_no_budget(question: str, quotes: tuple[str, ...], expected: bool) -> None:
    assert _misses(question, *quotes) is expected


def test_who_asks_when_it_will_be_decided_is_told_the_day() -> None:
    assert not _misses("1회 추경은 언제 확정되나요?", PENDING)
    assert not _misses("1회 추경안은 얼마야?", BILL)


@pytest.mark.parametrize(
    ("quote", "expected"), [(YEARLY, True), (WHOLE, False), (LISTED, False), (SOURCES, False)]
)
def test_what_a_year_gets_is_not_the_whole_cost(quote: str, expected: bool) -> None:
    assert _misses("물빛도서관 총사업비는 얼마인가요?", quote) is expected
    assert not _misses("물빛도서관 내년 예산은 얼마인가요?", quote)


def test_what_something_rose_by_is_not_what_it_is() -> None:
    assert _misses("사회복지 지출 총액은 얼마야?", ROSE)
    assert not _misses("사회복지 지출은 얼마나 늘었어?", ROSE)
    assert not _misses("사회복지 지출 총액은 얼마야?", f"{ROSE} 모두 1,900억 원이다.")


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("특별회계 세출은 얼마인가요?", "회계별 세입은 특별회계 310억 원이다."),
        ("내부 점수는 몇 점이야?", "외부 점수는 8.5점이다."),
        ("소비쿠폰 2차분은 얼마야?", "소비쿠폰 1차분은 70억 원이다."),
        ("12월 말 기준 이행률은 몇 %야?", "3월 말 기준 이행률은 84.7%다."),
    ],
)
def test_the_other_side_of_a_thing_is_not_the_one_asked_for(question: str, quote: str) -> None:
    assert _misses(question, quote)


def test_places_are_weighed_only_where_both_are_told_of() -> None:
    quote = make_evidence("보령시 지방세 징수율은 98%다.")
    assert is_unweighed(asking("보령시가 파주시보다 지방세 징수율이 높았나요?"), [quote])
    both = make_evidence("지방세 징수율은 보령시 98%, 파주시 97%다.")
    assert not is_unweighed(asking("보령시가 파주시보다 지방세 징수율이 높았나요?"), [both])
