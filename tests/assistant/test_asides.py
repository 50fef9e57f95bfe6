"""What a question says of its asker and of asking is left out of what is looked up."""

from __future__ import annotations

import pytest

from assistant.asides import without_asides


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("안녕하세요. 보령시 도서관은 몇 곳인가요?", "보령시 도서관은 몇 곳인가요?"),
        ("저는 작가인데 보령시 도서관은 몇 곳인가요?", "보령시 도서관은 몇 곳인가요?"),
        ("방송 원고 때문에 연락드렸는데요, 도서관은 몇 곳인가요?", "도서관은 몇 곳인가요?"),
        ("동아리 발표 준비 중입니다. 도서관은 몇 곳인가요?", "도서관은 몇 곳인가요?"),
        ("고2 학생인데요 수업 때문에 그러는데 도서관은 몇 곳이에요?", "도서관은 몇 곳이에요?"),
        ("한 가지만 여쭤볼게요. 도서관은 몇 곳인가요? 감사합니다.", "도서관은 몇 곳인가요?"),
        ("도서관이 몇 곳인지 빠른 회신 부탁드립니다.", "도서관이 몇 곳인지 알려주세요."),
        ("Hello, how many libraries are there? Thanks!", "how many libraries are there?"),
        ("I'm a blogger from abroad. How big is the harbour?", "How big is the harbour?"),
        ("For a school essay, how big is the harbour?", "how big is the harbour?"),
    ],
)
def test_an_aside_is_left_out(text: str, question: str) -> None:
    assert without_asides(text) == question


@pytest.mark.parametrize(
    "text",
    [
        "기사 작성 지원 예산은 얼마인가요?",
        "민원 업무 관련 평가는 언제 하나요?",
        "보고서는 언제 나오나요?",
        "장사가 안 되는 상인인데 도움을 받을 수 있나요?",
        "저는 보령시 주민인데 도서관은 몇 곳인가요?",
        "과제는 몇 개인가요?",
        "감사합니다.",
        "What is the report for a school project about?",
    ],
)
def test_what_is_asked_about_is_no_aside(text: str) -> None:
    assert without_asides(text) == text
