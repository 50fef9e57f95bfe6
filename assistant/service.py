"""The snapshot and the assistant, from the moment the program starts until they are there."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass

import structlog

import corpus
import index
from assistant.desk import Answerer
from assistant.examples import Welcome, welcome
from assistant.problems import RequestError
from assistant.types import Answer, Question
from assistant.writer import Heard

_log = structlog.get_logger("sijeong.service")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What serving needs, once it is there.

    `guide` answers the questions that the chat page offers, `assistant` where there is none: what
    nobody has asked should cost nothing.
    """

    snapshot: index.Snapshot
    assistant: Answerer
    guide: Answerer | None = None


class Service:
    """Lends the snapshot and answers from it; until both are there it says that they are coming.

    `opener` may take minutes and runs on a thread of its own, so that the server listens (and says
    503 with Retry-After) at once. Opening again swaps the new snapshot in between requests; if
    that fails, the last good one stays. `on_failure` hears, on that thread, of an error that keeps
    the first snapshot from being opened.
    """

    def __init__(
        self,
        opener: Callable[[], Opened],
        *,
        on_failure: Callable[[corpus.SijeongError], None] = lambda error: None,
    ) -> None:
        self._opener = opener
        self._on_failure = on_failure
        self._turn = threading.Lock()
        self._holder: index.SnapshotHolder | None = None
        self._assistant: Answerer | None = None
        self._guide: Answerer | None = None
        self._welcome: Welcome | None = None

    @property
    def welcome(self) -> Welcome | None:
        """What the chat page offers; None until it has been worked out."""
        return self._welcome

    @property
    def guide(self) -> Answerer | None:
        """Who answers what nobody has asked, None until the first snapshot is there."""
        return self._guide

    def lease(self) -> AbstractContextManager[index.Snapshot]:
        """The current snapshot until the context ends; RequestError where there is none yet."""
        if self._holder is None:
            raise RequestError("not_ready")
        return self._holder.lease()

    def answer(
        self, question: Question, snapshot: index.Snapshot, heard: Heard | None = None
    ) -> Answer:
        """The assistant's answer."""
        if self._assistant is None:
            raise RequestError("not_ready")
        return self._assistant.answer(question, snapshot, heard)

    def start(self) -> None:
        """Open, or open anew, in the background."""
        # A daemon, because Ctrl-C in the middle of a long build must end the program; a
        # half-built snapshot has no manifest and is never served.
        threading.Thread(target=self.open, name="opening", daemon=True).start()

    def open(self) -> None:
        """Open everything, put it to use, then read ahead for searches and work out the offer."""
        with self._turn:
            try:
                opened = self._opener()
            except Exception as error:
                self._failed(error)
                return
            self._assistant = opened.assistant
            self._guide = opened.guide or opened.assistant
            if self._holder is None:
                self._holder = index.SnapshotHolder(opened.snapshot)
            else:
                self._holder.swap(opened.snapshot)
            _log.info("ready", snapshot=opened.snapshot.manifest.snapshot_id)
            # Nobody waits for either; the program serves without them.
            with suppress(corpus.SijeongError), self.lease() as snapshot:
                snapshot.prepare()
            with suppress(corpus.SijeongError), self.lease() as snapshot:
                self._welcome = welcome(snapshot, self._guide)

    @contextmanager
    def reopening_on_hangup(self) -> Iterator[None]:
        """Open anew at SIGHUP for as long as the context lasts, where signals can be heard.

        Only the main thread of a Unix process hears them; elsewhere this does nothing.
        """
        hears = threading.current_thread() is threading.main_thread() and hasattr(signal, "SIGHUP")
        if not hears:
            yield
            return
        before = signal.signal(signal.SIGHUP, lambda number, frame: self.start())
        try:
            yield
        finally:
            signal.signal(signal.SIGHUP, before)

    def close(self) -> None:
        """Lend no more; the snapshot is closed when its last reader leaves."""
        if self._holder is not None:
            self._holder.close()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, corpus.SijeongError):
            _log.error("opening_failed", code=error.code, message=str(error))
        else:
            _log.error("opening_failed", exc_info=error)
            error = RequestError("internal_error")
        if self._holder is None:
            self._on_failure(error)
