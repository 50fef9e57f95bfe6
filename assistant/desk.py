"""The desk where questions are handed in: how many are worked on, and how many may wait.

Answering is synchronous and keeps a processor busy, so it happens on a few worker threads. A
question waits its turn in order; one more than may wait is turned away at once with 429, which is
kinder than a page that never comes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol, TypeVar

import anyio
import anyio.to_thread
import structlog
from starlette.requests import ClientDisconnect, Request

import index
from assistant.charts import ChartOptions, chart_row, charts_of_facts
from assistant.problems import RequestError
from assistant.types import Answer, Question
from assistant.wire import Row, answer_row
from assistant.writer import Heard

Result = TypeVar("Result")

_log = structlog.get_logger("sijeong.desk")


class Answerer(Protocol):
    """What answers a question out of a snapshot: `Assistant`, or a fake in tests."""

    def answer(
        self, question: Question, snapshot: index.Snapshot, heard: Heard | None = None
    ) -> Answer:
        """The answer, with its citations; `heard` takes what of it is certain early."""


class Holder(Protocol):
    """What lends the current snapshot: `index.SnapshotHolder`, or a fake in tests."""

    def lease(self) -> AbstractContextManager[index.Snapshot]:
        """The snapshot for as long as the context lasts; SijeongError where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskOptions:
    """How busy the desk may become.

    `workers` is best the number of processors. `waiting` of 32 is some seconds of work: who comes
    later is better told so. `log_questions` writes what people ask to the log; off by default.
    """

    workers: int = 2
    waiting: int = 32
    log_questions: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskCounts:
    """What became of questions so far, by the status of the answer, and how many are here now."""

    answered: Mapping[str, int]
    turned_away: int
    failed: int
    working: int
    waiting: int


class Desk:
    """Takes questions to the assistant, a few at a time, each with one snapshot throughout.

    `receipt`, where there is one, makes the reply's `receipt`, which feedback on it brings back.
    A reply whose facts are seen faster than read has `charts` (`assistant.charts.chart_row`).
    """

    def __init__(
        self,
        holder: Holder,
        assistant: Answerer,
        options: DeskOptions,
        *,
        receipt: Callable[[Question, Row], str] | None = None,
        charts: ChartOptions | None = None,
    ) -> None:
        self._holder = holder
        self._assistant = assistant
        self._options = options
        self._receipt = receipt
        self._charts = charts or ChartOptions()
        self._limiter = anyio.CapacityLimiter(options.workers)
        self._inside = 0
        self._answered: Counter[str] = Counter()
        self._turned_away = self._failed = 0

    def counts(self) -> DeskCounts:
        """The numbers for whoever watches the program; nothing of what was asked."""
        working = min(self._inside, self._options.workers)
        return DeskCounts(
            answered=dict(self._answered),
            turned_away=self._turned_away,
            failed=self._failed,
            working=working,
            waiting=self._inside - working,
        )

    def admit(self) -> None:
        """Raise RequestError 'too_many_questions' where one more would have to wait too long."""
        if self._inside >= self._options.workers + self._options.waiting:
            self._turned_away += 1
            raise RequestError("too_many_questions")

    async def ask(self, question: Question, heard: Heard | None = None) -> Row:
        """The answer as the contract's JSON, worked out on a worker thread.

        `heard` is called on that thread with each sentence that is certain before the rest is.
        """
        self.admit()
        self._inside += 1
        try:
            row = await anyio.to_thread.run_sync(
                self._reply, question, heard, limiter=self._limiter
            )
        except Exception:
            self._failed += 1
            raise
        finally:
            self._inside -= 1
        self._answered[str(row["status"])] += 1
        if self._options.log_questions:
            _log.info("question", question=question.text, status=row["status"])
        if self._receipt:
            row["receipt"] = self._receipt(question, row)
        return row

    def _reply(self, question: Question, heard: Heard | None) -> Row:
        with self._holder.lease() as snapshot:
            answer = self._assistant.answer(question, snapshot, heard)
            cited = tuple(sorted({one.document.id for one in answer.citations}))
            newer = snapshot.documents(index.RecordRequest(supersedes=cited)) if cited else ()
            others = {fact.document_id for fact in answer.facts} - set(cited)
            request = index.RecordRequest(ids=tuple(sorted(others)))
            row = answer_row(
                answer,
                {one.id: one for one in snapshot.documents(request)} if others else None,
                {one.supersedes: one for one in newer if one.supersedes},
            )
            charts = charts_of_facts(snapshot, answer.facts, self._charts)
            if charts:
                row["charts"] = [chart_row(one, answer.language) for one in charts]
            return row


async def while_present(request: Request, work: Callable[[], Awaitable[Result]]) -> Result:
    """The result of `work`, given up (ClientDisconnect) when the client leaves before it is there.

    What waits is cancelled at once; an answer that a thread is already writing is finished and
    thrown away. The request's body must have been read.
    """
    results: list[Result] = []
    errors: list[Exception] = []

    async def watch(scope: anyio.CancelScope) -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        scope.cancel()

    async with anyio.create_task_group() as group:
        group.start_soon(watch, group.cancel_scope)
        # Caught here, because a task group would wrap it and hide it from the error handlers.
        try:
            results.append(await work())
        except Exception as error:
            errors.append(error)
        group.cancel_scope.cancel()
    if errors:
        raise errors[0]
    if not results:
        raise ClientDisconnect
    return results[0]
