"""The box that feedback goes into: receipts out with the answers, records in, old ones out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import orjson
import structlog

from assistant.desk import Result
from assistant.feedback.access import LEAST_TOKEN_CHARACTERS, Access, AccessOptions
from assistant.feedback.intake import FormOptions, check_feedback
from assistant.feedback.receipts import ReceiptOptions, Receipts
from assistant.feedback.store import FeedbackError, RetentionOptions, Store
from assistant.feedback.throttle import Throttle, Throttles
from assistant.feedback.types import Feedback, Reason
from assistant.intake import IntakeOptions
from assistant.problems import RequestError
from assistant.types import Question
from assistant.wire import Row

_log = structlog.get_logger("sijeong.feedback")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackOptions:
    """Everything that can be tuned about feedback.

    `per_minute` pieces are taken from everybody together, which a city hardly sends and a disk
    syncs with ease. `receipt_per_minute` of them may be on one answer: who changes their mind or
    adds a comment sends a few, and who sends one again and again takes few turns from others.
    `most_receipts` are remembered for that, of some 300 bytes each; more than are new in the hour.
    `purge_seconds` apart, what has been kept for long enough is deleted even
    where nobody sends or reads anything.
    """

    form: FormOptions = field(default_factory=FormOptions)
    retention: RetentionOptions = field(default_factory=RetentionOptions)
    receipts: ReceiptOptions = field(default_factory=ReceiptOptions)
    access: AccessOptions = field(default_factory=AccessOptions)
    per_minute: int = 120
    receipt_per_minute: int = 5
    most_receipts: int = 10_000
    page_size: int = 50
    purge_seconds: float = 600.0


class FeedbackBox:
    """Feedback for as long as the program runs, whichever snapshot it answers from.

    Opening it raises FeedbackError where the folder cannot be used. Without a `staff_token`
    feedback is kept, and read with the command line alone.
    """

    def __init__(
        self,
        folder: Path,
        *,
        staff_token: str = "",
        options: FeedbackOptions | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.options = options or FeedbackOptions()
        self.store = Store(folder, self.options.retention, clock=clock)
        key = self.store.key
        self.access = Access(
            staff_token, key, self.options.access, clock=lambda: clock().timestamp()
        )
        self._receipts = Receipts(key, self.options.receipts, clock=lambda: clock().timestamp())
        self._throttle = Throttle(self.options.per_minute)
        self._by_receipt = Throttles(self.options.receipt_per_minute, self.options.most_receipts)
        self._writer = anyio.CapacityLimiter(1)
        self._clock = clock
        self._is_closing = threading.Event()
        self._sweeper: threading.Thread | None = None

    @property
    def kept_days(self) -> int:
        """For how many days feedback is kept."""
        return self.options.retention.kept_days

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What a citizen may choose from."""
        return tuple(Reason)

    def receipt(self, question: Question, reply: Row) -> str:
        """What a reply carries so that feedback on it can be taken."""
        return self._receipts.issue(question, reply)

    async def put(self, content: Mapping[str, Any], intake: IntakeOptions) -> Feedback:
        """Check and keep one piece of feedback; it is on disk when this returns."""
        feedback = check_feedback(
            content,
            receipts=self._receipts,
            now=self._clock(),
            intake=intake,
            options=self.options.form,
        )
        # What carries no true receipt costs nothing and so takes no turn from anybody.
        # Nor does a receipt that came too often; and while all are refused, no receipt is used up.
        self._throttle.check()
        self._by_receipt.take(feedback.id)
        self._throttle.take()
        await self.at_work(lambda: self.store.keep(feedback))
        return feedback

    async def at_work(self, work: Callable[[], Result]) -> Result:
        """Do something with the store on a worker thread, one at a time."""
        return await anyio.to_thread.run_sync(work, limiter=self._writer)

    def start(self) -> None:
        """Delete what is past its time, now and from time to time."""
        self._sweeper = threading.Thread(target=self._sweep, name="feedback", daemon=True)
        self._sweeper.start()

    def close(self) -> None:
        """Take nothing more and give the file back."""
        self._is_closing.set()
        if self._sweeper is not None:
            self._sweeper.join()
        self.store.close()

    def _sweep(self) -> None:
        while True:
            try:
                if count := self.store.purge():
                    _log.info("feedback_purged", rows=count)
            except RequestError as error:
                _log.warning("feedback_purge_failed", code=error.code)
            except Exception as error:
                # Whatever it was: without this thread nothing would be deleted until a restart.
                _log.warning("feedback_purge_failed", code=type(error).__name__)
            if self._is_closing.wait(self.options.purge_seconds):
                return


def open_feedback(folder: str, *, kept_days: int, staff_token: str) -> FeedbackBox | None:
    """The box in a folder, None where the operator names none.

    Raises FeedbackError where the folder cannot be used, or the token could be guessed.
    """
    if not folder:
        return None
    if 0 < len(staff_token) < LEAST_TOKEN_CHARACTERS:
        # The token itself is a secret and not repeated.
        raise FeedbackError(
            "short_staff_token",
            f"담당자 토큰(SIJEONG_STAFF_TOKEN)은 {LEAST_TOKEN_CHARACTERS}자 이상이어야 합니다.",
            f"The token of staff (SIJEONG_STAFF_TOKEN) needs {LEAST_TOKEN_CHARACTERS} characters"
            " or more.",
        )
    options = FeedbackOptions(retention=RetentionOptions(kept_days=kept_days))
    return FeedbackBox(Path(folder), staff_token=staff_token, options=options)


def enclosure(question: Question, reply: Row) -> str:
    """A question and its reply as the JSON that a form without script brings back."""
    return orjson.dumps(
        {
            "question": question.text,
            "history": question.history,
            "language": question.language,
            "municipality": question.municipality,
            **{name: reply[name] for name in ("status", "answer", "snapshot", "receipt")},
            "citations": [
                {
                    "document": {name: one["document"][name] for name in ("id", "source")},
                    **{name: one[name] for name in ("number", "quote", "start", "end")},
                }
                for one in reply["citations"]
            ],
        }
    ).decode()
