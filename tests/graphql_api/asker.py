"""Somebody who answers questions, made up for tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any

import corpus

ANSWER: Mapping[str, Any] = {
    "status": "answered",
    "answer": "모두 12곳입니다 [1]",
    "language": "ko",
    "citations": [],
    "calculations": [],
    "facts": [],
    "query": None,
    "snapshot": "s",
    "timings_ms": {},
}


class BusyError(corpus.SijeongError):
    """Too many ask at once."""

    status = 429


class FakeAsker:
    """Answers every question alike; `wait` is what it waits for before the end."""

    def __init__(self) -> None:
        self.asked: list[Mapping[str, object]] = []
        self.is_full = False
        self.wait = asyncio.Event()
        self.wait.set()
        self.closed = 0

    def check(self, content: Mapping[str, object]) -> Mapping[str, object]:
        if not content["question"]:
            raise corpus.SijeongError("empty_question", "질문을 쓰십시오.", "Write a question.")
        return content

    def admit(self) -> None:
        if self.is_full:
            raise BusyError("too_many_questions", "잠시 뒤에 오십시오.", "Come back later.")

    async def answer(self, question: Mapping[str, object]) -> Mapping[str, Any]:
        self.asked.append(question)
        return ANSWER

    async def events(
        self, question: Mapping[str, object], request_id: str
    ) -> AsyncIterator[tuple[str, Mapping[str, Any]]]:
        self.asked.append(question)
        try:
            yield "status", {"status": "searching"}
            yield "text", {"text": "모두 12곳입니다"}
            await self.wait.wait()
            yield "text", {"text": " [1]"}
            yield "done", ANSWER
        finally:
            self.closed += 1
