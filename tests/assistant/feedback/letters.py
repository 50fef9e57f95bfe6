"""What a page or a program sends after an answer, and records for tests that need no answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx

from assistant.feedback.types import Cited, Decision, Feedback, Given, Reason, Review, Verdict
from assistant.types import AnswerStatus
from tests.assistant.face import QUESTION

RETURNED = ("status", "answer", "snapshot", "receipt", "citations")


async def ask(http: httpx.AsyncClient, question: str = QUESTION, **asked: Any) -> dict[str, Any]:  # noqa: ANN401
    """Ask, and give what feedback on the answer has to bring back."""
    asked["question"] = question
    reply = (await http.post("/api/ask", json=asked)).json()
    return {**asked, **{name: reply[name] for name in RETURNED}}


async def send(
    http: httpx.AsyncClient,
    content: dict[str, Any],
    **said: Any,  # noqa: ANN401
) -> httpx.Response:
    """Send feedback; without anything said the answer was helpful."""
    return await http.post("/api/feedback", json={**content, **({"verdict": "helpful"} | said)})


def make_feedback(feedback_id: str = "0" * 16, **changed: Any) -> Feedback:  # noqa: ANN401
    values: dict[str, Any] = {
        "id": feedback_id,
        "given_at": datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
        "given": Given(
            question="보령시 2022년 예산 총액은 얼마인가요?",
            history=("보령시 2021년 예산은?",),
            language=None,
            municipality="충청남도 보령시",
            status=AnswerStatus.ANSWERED,
            answer="8,727억 원입니다 [1].",
            snapshot_id="0123",
            citations=(
                Cited(
                    number=1,
                    document_id="kr-boryeong/plan-2022",
                    source="library/plan.txt",
                    quote="총 8,727억 원",
                    start=3,
                    end=11,
                ),
            ),
        ),
        "verdict": Verdict.NOT_HELPFUL,
        "reason": Reason.WRONG_FIGURE,
        "comment": "숫자가 달라요",
        "review": Review(decision=Decision.PENDING),
    }
    return Feedback(**(values | changed))


def accepted(**changed: Any) -> Review:  # noqa: ANN401
    values: dict[str, Any] = {
        "decision": Decision.ACCEPTED,
        "kind": "budget",
        "expected": ("8,727억|8727억", "2022"),
        "source": "library/plan.txt",
        "evidence": "총 8,727억 원",
    }
    return Review(**(values | changed))
