"""What a question takes for granted, and the documents say otherwise."""

from __future__ import annotations

import pytest

import corpus
from assistant.premise import Contradiction, contradiction
from tests.assistant.drafts import (
    AUDIT_COURSE,
    asking,
    make_candidate,
    make_course,
    make_evidence,
    make_figure,
)
from tests.factories import make_fact

GRADED = "○ 민원서비스 종합평가에서 2021년 ‘나’등급을 받았다."
GRADE = make_fact(
    kind=corpus.FactKind.EVALUATION,
    name="민원서비스 종합평가",
    value="나등급",
    values=(corpus.FactValue(year=2021, value="나등급"),),
    unit="등급",
    amount_krw=None,
    quote=GRADED,
)


def denied(question: str, *facts: corpus.Fact) -> Contradiction | None:
    return contradiction(asking(question), [make_candidate(make_evidence(facts[0].quote, *facts))])


@pytest.mark.parametrize(
    "question",
    [
        "일상감사 건수가 계속 늘어난 이유는 무엇인가요?",
        "일상감사는 왜 해마다 증가했나요?",
        "일상감사 건수가 꾸준히 줄어든 까닭은?",
    ],
)
def test_a_trend_that_the_figures_deny_is_denied(question: str) -> None:
    found = denied(question, *AUDIT_COURSE)
    assert found is not None
    for figure in ("210건", "244건", "198건"):
        assert figure in found.stated


def test_a_trend_that_the_figures_bear_out_stands() -> None:
    rising = make_course({2020: "210건", 2021: "244건", 2022: "290건"})
    assert denied("일상감사 건수가 계속 늘어난 이유는?", *rising) is None
    assert denied("일상감사 건수가 계속 줄어든 이유는?", *rising) is not None


def test_a_dip_denies_a_steady_rise_but_not_a_rise() -> None:
    dipping = make_course({2020: "210건", 2021: "190건", 2022: "290건"})
    assert denied("일상감사 건수가 해마다 늘어난 이유는?", *dipping) is not None
    assert denied("일상감사 건수가 늘어난 이유는?", *dipping) is None


def test_figures_of_another_statement_deny_nothing() -> None:
    other = "○ 계약심사 건수는 2020년 90건, 2021년 80건이다."
    falling = make_course({2020: "90건", 2021: "80건"}, name="계약심사 건수", quote=other)
    rising = make_course({2020: "210건", 2021: "244건"})
    assert denied("일상감사 처리 건수가 계속 늘어난 이유는?", *falling, *rising) is None


def test_one_year_alone_denies_no_trend() -> None:
    assert denied("일상감사 건수가 계속 줄어든 이유는?", make_figure("210건", 2020)) is None


def test_a_question_that_supposes_nothing_is_not_corrected() -> None:
    assert denied("일상감사 건수는 얼마나 늘었나요?", *AUDIT_COURSE) is None
    assert denied("일상감사 건수는 몇 건인가요?", *AUDIT_COURSE) is None


@pytest.mark.parametrize("named", ["'가' 등급", "가등급", "‘가’ 등급", "1등급"])
def test_a_grade_that_was_not_given_is_denied(named: str) -> None:
    found = denied(f"민원서비스 종합평가에서 {named}을 받은 비결은?", GRADE)
    assert found is not None
    assert found.stated == "나등급"


@pytest.mark.parametrize(
    "question",
    [
        "민원서비스 종합평가 등급은?",
        "민원서비스 종합평가에서 '나' 등급을 받은 비결은?",
        "민원서비스 종합평가는 5등급 중 어디인가요?",
        "민원서비스는 1~5등급으로 평가하나요?",
    ],
)
def test_a_grade_that_is_asked_for_given_or_a_scale_is_not_denied(question: str) -> None:
    assert denied(question, GRADE) is None


def test_a_goal_is_not_a_grade_that_was_given() -> None:
    goal = make_fact(value="1등급", values=(), unit="등급", quote=GRADED, flags=("goal",))
    assert denied("2등급을 받은 비결은?", goal) is None
