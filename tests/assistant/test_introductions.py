"""Introductions: what is asked of the assistant itself is told, and no question taken for it."""

from __future__ import annotations

import pytest

import index
from assistant.introductions import introduction_of
from assistant.replies import Reason
from assistant.types import AnswerStatus
from tests.assistant.towns import explain


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("안녕하세요!", Reason.GREETING),
        ("안녕", Reason.GREETING),
        ("Hello there", Reason.GREETING),
        ("너 누구야?", Reason.ABOUT),
        ("이 사이트 뭐야?", Reason.ABOUT),
        ("여기 뭐 하는 곳이에요", Reason.ABOUT),
        ("시정이 뭐하는 데야?", Reason.ABOUT),
        ("뭘 물어볼 수 있어?", Reason.ABOUT),
        ("어떻게 쓰는 거예요?", Reason.ABOUT),
        ("사용법 알려줘", Reason.ABOUT),
        ("What can you do?", Reason.ABOUT),
        ("who are you", Reason.ABOUT),
        ("어떤 문서가 있어?", Reason.HOLDINGS),
        ("여기에 무슨 자료가 있나요?", Reason.HOLDINGS),
        ("어느 도시를 물어볼 수 있어?", Reason.HOLDINGS),
        ("어느 지역 자료가 있나요", Reason.HOLDINGS),
        ("문서 목록 보여줘", Reason.HOLDINGS),
        ("Which cities do you cover?", Reason.HOLDINGS),
    ],
)
def test_what_is_asked_of_the_assistant_is_known(text: str, reason: Reason) -> None:
    assert introduction_of(text) is reason


@pytest.mark.parametrize(
    "text",
    [
        "안녕하세요. 보령시 예산은 얼마인가요?",
        "어느 시가 가 등급을 받았나요?",
        "어느 지역에 있나요?",
        "어떤 자료가 있어야 신청할 수 있나요?",
        "시정 조치가 뭐예요?",
        "이 사업은 뭐예요?",
        "여기 예산이 얼마예요?",
        "어떻게 신청하나요?",
        "무엇을 지원하나요?",
        "뭘 고쳤나요?",
        "문서보안 예산은 얼마인가요?",
        "What is the budget?",
        "Which cities received an A grade?",
    ],
)
def test_questions_about_documents_are_none(text: str) -> None:
    assert introduction_of(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("안녕하세요", "보령시"),
        ("어떤 문서가 있어?", "문서는 모두"),
        ("What can you do?", "Boryeong"),
    ],
)
def test_they_are_told_what_is_there(towns: index.Snapshot, text: str, said: str) -> None:
    answer = explain(towns, text).answer
    assert answer.status is AnswerStatus.OUT_OF_SCOPE
    assert said in answer.text
    assert not answer.citations


@pytest.mark.parametrize("before", ["안녕하세요", "너 누구야?", "고마워요", "hello"])
def test_small_talk_leaves_the_next_question_as_it_is(towns: index.Snapshot, before: str) -> None:
    text = "보령시 무궁화공원 조성에 얼마를 들이나요?"
    assert explain(towns, text, before).answer.text == explain(towns, text).answer.text
