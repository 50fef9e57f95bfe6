"""Days with and without their year, in claims and in documents."""

from __future__ import annotations

import pytest

import index
from assistant.compose import Draft
from assistant.days import days_said, is_within
from assistant.supposed import claim_of
from assistant.types import AnswerStatus
from assistant.verify import verify
from tests.assistant.drafts import asking, make_citation
from tests.assistant.towns import assert_is_grounded, explain
from tests.factories import make_document


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("안성시 한마음 체육대회를 10월 11일에 열었다던데 맞나요?", "2023년 10월 14일"),
        ("안성시 한마음 체육대회가 9월이라고 들었는데요", "2023년 10월 14일"),
        ("안성시 시민의 날 기념식이 10월 3일에 열린 거 아니야?", "10월 1일"),
        ("안성시 수소충전소 3월 준공이라고 들었는데", "2023년 4월"),
        ("안성시 물놀이장은 8월에 개장하지 않나요?", "2023년 7월 8일"),
        ("이천시 도자기 장터가 6월에 열린다던데 맞나요?", "2023년 4월 26일부터 5월 7일"),
        ("안성시 다함께돌봄센터가 12개소 아닌가요?", "2023년 9개소"),
        ("안성시 제4기 청년정책위원회는 35명이지?", "30명"),
    ],
)
def test_a_day_without_its_year_is_corrected(
    changes: index.Snapshot, question: str, stated: str
) -> None:
    answer = explain(changes, question).answer
    assert answer.status is AnswerStatus.CORRECTED
    first, *_ = answer.text.splitlines()
    assert "다릅니다" in first
    assert stated in first
    assert_is_grounded(answer, changes)


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("안성시 한마음 체육대회가 10월이라고 들었는데 맞나요?", "2023년 10월 14일"),
        ("안성시 시민의 날 기념식 10월 1일에 열렸지?", "10월 1일"),
        ("이천시 도자기 장터가 5월 2일에 열린다던데 맞나요?", "2023년 4월 26일부터 5월 7일"),
        ("안성시에 다함께돌봄센터가 9개소 있나요?", "2023년 9개소"),
        ("안성시 제4기 청년정책위원회는 30명이지?", "30명"),
    ],
)
def test_what_is_so_is_confirmed_with_what_is_printed(
    changes: index.Snapshot, question: str, stated: str
) -> None:
    answer = explain(changes, question).answer
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.text.startswith(f"문서의 내용은 질문의 전제와 같습니다: {stated} [1].")
    assert_is_grounded(answer, changes)


@pytest.mark.parametrize(
    ("day", "printed", "is_so"),
    [
        ("--10-11", "2023년 10월 14일", False),
        ("--10", "2023년 10월 14일", True),
        ("2023-10", "10월 14일", True),
        ("--12-31", "2022년 12월 20일부터 2023년 1월 10일", True),
        ("--02-01", "2022년 12월 20일부터 2023년 1월 10일", False),
        ("--10", "2023년", None),
        ("2022", "2023년 10월", False),
    ],
)
def test_days_are_compared_as_exactly_as_both_are_said(
    day: str, printed: str, is_so: bool | None
) -> None:
    (said,) = days_said(printed)
    assert is_within(day, said) is is_so


def test_quarters_and_months_that_are_none_are_no_days() -> None:
    assert days_said("1/4분기와 13월에") == ()


@pytest.mark.parametrize(
    "question",
    [
        "10월 축제는 언제지?",
        "3월에 무엇을 하나요?",
        "공원 10개를 조성하는 예산은 얼마지?",
        "2023년에 개장하나요?",
    ],
)
def test_a_question_that_asks_something_else_supposes_nothing(question: str) -> None:
    assert claim_of(question) is None


OPENED = "○ 물놀이장 개장 : 2023년 7월 8일"
SEATS = "○ 물놀이장 그늘막은 40개소이다."


@pytest.mark.parametrize(
    ("question", "sentence", "leaves"),
    [
        (
            "물놀이장 7월 8일 개장 맞지?",
            "문서의 내용은 질문의 전제와 같습니다: 2023년 7월 8일",
            True,
        ),
        (
            "물놀이장 7월 9일 개장 맞지?",
            "문서의 내용은 질문의 전제와 같습니다: 2023년 7월 8일",
            False,
        ),
        (
            "물놀이장 7월 9일 개장 맞지?",
            "문서의 내용은 질문의 전제와 다릅니다: 2023년 7월 8일",
            True,
        ),
        (
            "물놀이장 7월 8일 개장 맞지?",
            "문서의 내용은 질문의 전제와 다릅니다: 2023년 7월 8일",
            False,
        ),
        ("물놀이장은 언제 여나요?", "문서의 내용은 질문의 전제와 같습니다: 2023년 7월 8일", False),
    ],
)
def test_the_gate_holds_a_verdict_against_the_question(
    question: str, sentence: str, leaves: bool
) -> None:
    document = make_document(title="물놀이장 안내", fiscal_years=(2023,))
    draft = Draft(sentences=(f"{sentence} [1].",), calculations=(), facts=())
    citation = make_citation(OPENED, document=document)
    verdict = verify(draft, [citation], {document.id: f"{OPENED}\n{SEATS}"}, asking(question))
    assert verdict.holds is leaves, verdict.removed
