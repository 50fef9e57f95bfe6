"""How an evaluation came out: the line of the place itself, and no rule of the evaluation."""

from __future__ import annotations

import pytest

from assistant.outcomes import asks_outcome, outcomes
from assistant.retrieve import Candidate
from tests.assistant.drafts import asking, make_candidate, make_evidence

QUESTION = "보령시 안전도시 평가 결과는 어땠나요?"
HOST = "○ 평가주관 : 안전진흥협회"
RULE = "○ 등급 : 점수에 따라 '가'~'마' 5개 등급"
SHARES = "가 10%, 나 20%, 다 40%, 라 20%, 마 10%"
OWN = "우리 시 종합등급 - 나"
OWN_SENTENCE = "보령시는 전국 70개 시 가운데 '나' 등급을 받았다."
SCORE = "○ 보령시 점수 : 81.2점 (평균 77.0점)"
PART = "시민 참여 분야는 '가' 등급이다."
OTHER = "파주시는 '가' 등급을 받았다."
AROUND = "보령에서는 보령교육지원청이 최고인 '가' 등급을 받았다."
AIM = "보령시는 내년에 '가' 등급을 노린다."


def _candidates(*quotes: str) -> tuple[Candidate, ...]:
    return tuple(
        make_candidate(make_evidence(quote, start=at * 300), score=1.0 - at / 100)
        for at, quote in enumerate(quotes)
    )


def _told(*quotes: str, question: str = QUESTION) -> list[str]:
    return [one.evidence.quote for one in outcomes(asking(question), _candidates(*quotes))]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (QUESTION, True),
        ("보령시 안전도시 평가에서 어떤 평가를 받았나요?", True),
        ("보령시 안전도시 평가 몇 등급이야?", True),
        ("보령시 안전도시 평가 결과", True),
        ("보령시 안전도시 평가 등급이 궁금합니다", True),
        ("보령시 안전도시 평가는 몇 등급이고 점수는 몇 점인가요?", True),
        ("보령시 안전도시 평가 결과 보고서는 어디 있나요?", False),
        ("보령시 안전도시 평가 결과는 어떻게 나왔어?", True),
        ("보령시 안전도시 평가 등급은 어떻게 나눠?", False),
        ("보령시 안전도시 평가는 누가 주관하나요?", False),
        ("보령시 안전도시 평가 항목은 무엇인가요?", False),
        ("How did the evaluation of Boryeong come out?", False),
    ],
)
def test_what_came_out_is_asked_in_some_ways(question: str, expected: bool) -> None:
    assert asks_outcome(asking(question)) is expected


@pytest.mark.parametrize(
    ("quotes", "told"),
    [
        ((HOST, RULE, SHARES, OWN), [OWN]),
        ((PART, OWN), [OWN]),
        ((OTHER, AROUND, OWN_SENTENCE), [OWN_SENTENCE]),
        ((AIM, OWN_SENTENCE), [OWN_SENTENCE]),
        ((OWN_SENTENCE, SCORE), [OWN_SENTENCE, SCORE]),
        ((HOST, RULE, SHARES, AIM), []),
        ((OTHER, AROUND), []),
    ],
)
def test_the_line_of_the_place_is_told(quotes: tuple[str, ...], told: list[str]) -> None:
    assert _told(*quotes) == told


def test_another_question_is_left_to_others() -> None:
    assert _told(OWN, question="보령시 안전도시 평가는 누가 하나요?") == []


def test_a_statement_that_meets_much_less_is_of_another_evaluation() -> None:
    near, far = _candidates(SCORE, OWN_SENTENCE)
    far = make_candidate(far.evidence, score=1.0, coverage=0.5)
    assert outcomes(asking(QUESTION), (near, far)) == (near,)


def test_a_second_sort_that_is_asked_for_may_stand_in_a_short_line() -> None:
    grade, line = "보령시가 안전도시 평가에서 2등급을 받았다.", "◦ 점수로는 100점 만점에 83.4점."
    part = "◦ 참여 분야는 86.0점이다."
    asked = asking("보령시 안전도시 평가는 몇 등급이고 점수는 몇 점인가요?")
    told = outcomes(asked, _candidates(grade), None, _candidates(grade, part, line))
    assert [one.evidence.quote for one in told] == [grade, line]
