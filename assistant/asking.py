"""Asking: a question checked, taken to the desk, and told as events while it is being answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping

import structlog

import corpus
from assistant.desk import Desk, DeskCounts
from assistant.intake import IntakeOptions, check_question
from assistant.logs import trace_of
from assistant.problems import RequestError
from assistant.refusals import error_row
from assistant.types import Question
from assistant.wire import Row, answer_events

_log = structlog.get_logger("sijeong.asking")

Event = tuple[str, Row]
"""The name of an event and what it says."""


class Asking:
    """Takes questions from wherever they come, each through the same checks and the same desk.

    `characters`: a streamed answer comes in pieces of about as many.
    """

    def __init__(self, desk: Desk, intake: IntakeOptions, *, characters: int) -> None:
        self._desk = desk
        self._intake = intake
        self._characters = characters

    def check(self, content: Mapping[str, object]) -> Question:
        """The question in untrusted values, named as in `/api/ask`; RequestError otherwise."""
        return check_question(content, self._intake)

    def counts(self) -> DeskCounts:
        """How many questions were answered, and how; how many are being answered or wait."""
        return self._desk.counts()

    def admit(self) -> None:
        """Raise RequestError 'too_many_questions' where one more would have to wait too long."""
        self._desk.admit()

    async def answer(self, question: Question) -> Row:
        """The answer as the contract's JSON."""
        return await self._desk.ask(question)

    async def events(self, question: Question, request_id: str) -> AsyncIterator[Event]:
        """`status`, then `text`, `citation` and `done`; `error` where there is no answer after all.

        Closing this gives up a question that waits; of one that is being answered nothing more is
        told. A language model's sentences come one by one, each when it has passed the gate;
        everything else once the answer is there.
        """
        yield "status", {"status": "searching"}
        early: asyncio.Queue[str | None] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def heard(sentence: str) -> None:
            loop.call_soon_threadsafe(early.put_nowait, sentence)

        work = asyncio.create_task(self._desk.ask(question, heard))
        work.add_done_callback(lambda done: early.put_nowait(None))
        said = ""
        try:
            while (sentence := await early.get()) is not None:
                piece = f"\n{sentence}" if said else sentence
                yield "text", {"text": piece}
                said += piece
            row = await work
        except Exception as error:
            if not isinstance(error, corpus.SijeongError):
                _log.error("answer_failed", request_id=request_id, trace=trace_of(error))
                error = RequestError("internal_error")
            yield "error", error_row(error, request_id)
            return
        finally:
            work.cancel()
        for one in answer_events(row, characters=self._characters, said=said):
            yield one
