"""Questions about how much something moved, answered from what the text says of the change."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.changes import read_changes
from assistant.increments import _is_of_target
from tests.assistant.drafts import asking as understood
from tests.assistant.towns import Ask, asking


@pytest.mark.parametrize(
    ("question", "expression", "result"),
    [
        ("파주시 여권 발급일은 며칠 단축됐나요?", "8.4일 - 5.1일", "3.3일"),
        ("파주시 상담 창구는 몇 개 늘어나나요?", "18개 - 12개", "6개"),
        ("파주시 방문 상담 대상자는 2022년보다 몇 명 늘었나요?", "640명 - 590명", "50명"),
        ("파주시 친절도는 평균보다 몇 점 높은가요?", "88.2점 - 81.7점", "6.5점"),
        ("파주시 2022년 자체수입은 얼마였나요?", "820억 원 - 70억 원", "750억 원"),
        ("파주시 2022년 이전재원은 얼마였던 셈인가요?", "3,100억 원 - 120억 원", "2,980억 원"),
        ("파주시 2022년 징수 목표는 얼마였나요?", "9억 원 - 2억 원", "7억 원"),
        (
            "파주시 2022년 시민 1인당 채무액은 얼마였던 셈인가요?",
            "21만 원 + 3만 5,000원",
            "24만 5,000원",
        ),
        (
            "파주시 제1회 추경은 당초보다 몇 퍼센트 늘었나요?",
            "(5,400억 원 - 5,000억 원) ÷ 5,000억 원 × 100",
            "8.0%",
        ),
        ("파주시 상담 창구는 몇 배로 늘어나나요?", "18개 ÷ 12개", "1.5배"),
        ("By how many days was passport issuing shortened in Paju?", "8.4일 - 5.1일", "3.3일"),
    ],
)
def test_the_change_that_is_asked_for_is_reckoned(
    ask_bulletin: Ask, question: str, expression: str, result: str
) -> None:
    (calculation,) = ask_bulletin(question).calculations
    assert (calculation.expression, calculation.result) == (expression, result)


def test_a_printed_amount_is_quoted_and_not_reckoned(ask_bulletin: Ask) -> None:
    answer = ask_bulletin("파주시 체육시설 투자는 유사 도시 평균보다 얼마나 많은가요?")
    assert "45억 원 웃돈다" in answer.text
    assert answer.calculations == ()


def test_a_printed_rate_is_quoted_and_not_reckoned(ask_bulletin: Ask) -> None:
    answer = ask_bulletin("파주시 기금 적립금은 전년보다 몇 퍼센트 늘었나요?")
    assert "20.0%" in answer.text
    assert answer.calculations == ()


@pytest.mark.parametrize(
    "question",
    [
        "파주시 2020년 자체수입은 얼마였나요?",
        "파주시 도서관 장서는 몇 권 늘었나요?",
        "파주시 여권 수수료는 얼마나 줄었나요?",
        "파주시 상담 창구는 몇 개 줄었나요?",
    ],
)
def test_the_change_of_something_else_is_not_taken(ask_bulletin: Ask, question: str) -> None:
    assert ask_bulletin(question).calculations == ()


REFORM = """\
광주시 조직개편안

광주시가 조직을 손본다. 시 조직은 2실 5국 1단 131개 팀에서 2실 6국 127개 팀이 된다.
사업소는 지금의 3소 18과가 3소 21과로 커진다.
"""


@pytest.fixture(scope="module")
def ask_reform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    row = "reform.txt,조직개편안,경기도 광주시,press,2024-06-24,2024,,광주시"
    with asking(tmp_path_factory.mktemp("reform"), REFORM, row) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "expression", "result"),
    [
        ("광주시 조직개편으로 팀은 몇 개 줄어드나요?", "131개 - 127개", "4개"),
        ("경기도 광주시 국은 몇 개 늘어나나요?", "6개 - 5개", "1개"),
        ("광주시 조직개편하면 과가 몇 개 늘어?", "21개 - 18개", "3개"),
    ],
)
def test_offices_are_counted_in_the_row_that_turned(
    ask_reform: Ask, question: str, expression: str, result: str
) -> None:
    (calculation,) = ask_reform(question).calculations
    assert (calculation.expression, calculation.result) == (expression, result)


@pytest.mark.parametrize(
    "question", ["광주시 실은 몇 개 늘어나나요?", "광주시 조직개편으로 팀은 몇 개 늘어나나요?"]
)
def test_offices_that_stay_or_go_the_other_way_are_not_counted(
    ask_reform: Ask, question: str
) -> None:
    assert not ask_reform(question).calculations


def test_what_a_goal_was_raised_by_is_of_goals_alone() -> None:
    (change,) = read_changes("징수 목표는 9억 원으로, 지난해 목표보다 2억 원 높여 잡았다.")
    assert _is_of_target(understood("파주시 2022년 징수 목표는 얼마였나요?"), change)
    assert not _is_of_target(understood("파주시 2022년 징수액은 얼마였나요?"), change)
