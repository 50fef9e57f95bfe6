"""Whom to call about a question that stays open."""

from __future__ import annotations

import pytest

import index
from assistant.offices import Office, office_of
from tests.assistant.towns import assert_is_declined, explain

OPEN = "보령시 2027년 예산 총액은 얼마인가요?"


def test_the_office_that_the_place_s_document_prints_is_named(towns: index.Snapshot) -> None:
    trace = explain(towns, OPEN)
    assert_is_declined(trace.answer)
    assert "기획감사실 041-000-1234" in trace.answer.text
    found = office_of(trace.understanding, trace.retrieved, towns)
    assert found == Office(name="기획감사실", phone="041-000-1234")


@pytest.mark.parametrize(
    "question",
    [
        "파주시 갯벌 체험장은 언제 개장하나요?",
        "2027년 예산 총액은 얼마인가요?",
        "고성군 해변 전망대는 몇 층인가요?",
        "보령 시장 집 주소는?",
    ],
)
def test_no_office_of_another_place_and_none_that_is_not_printed(
    towns: index.Snapshot, question: str
) -> None:
    answer = explain(towns, question).answer
    assert_is_declined(answer)
    assert "041-" not in answer.text
