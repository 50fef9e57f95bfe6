"""The journal: lines of requests, written some at a time, in order with all other log lines."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from threading import Lock
from typing import TextIO


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalOptions:
    """How long a line may wait for others, and how many bytes may wait.

    A write for each request costs as much as a short answer. Somebody who watches the log does not
    notice a tenth of a second; only a process that is killed outright takes these lines with it.
    """

    seconds: float = 0.1
    total_bytes: int = 16_000


class JournalHandler(logging.StreamHandler[TextIO]):
    """Writes log records to a stream, and finished lines before the record that comes after them.

    `is_json` says in which form records are written, to whoever has a finished line. Safe for any
    number of threads.
    """

    def __init__(
        self, stream: TextIO, *, is_json: bool, options: JournalOptions | None = None
    ) -> None:
        super().__init__(stream)
        self.is_json = is_json
        self._options = options or JournalOptions()
        self._waiting: list[bytes] = []
        self._bytes = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._turn = Lock()

    def add(self, line: bytes) -> None:
        """Write a finished line in UTF-8, soon; at once where no event loop runs."""
        with self._turn:
            self._waiting.append(line)
            self._bytes += len(line)
            is_enough = self._bytes >= self._options.total_bytes or not self._is_awaited()
        if is_enough:
            self.flush()

    def _is_awaited(self) -> bool:
        """Whether what waits will be written by itself, which is seen to for the first line."""
        if self._loop is not None and not self._loop.is_closed():
            return True
        try:
            self._loop = asyncio.get_running_loop()
        except RuntimeError:
            return False
        self._loop.call_later(self._options.seconds, self.flush)
        return True

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, after the lines that came before it."""
        self._write_waiting()
        super().emit(record)

    def flush(self) -> None:
        """Write what waits; also when logging is shut down."""
        self._write_waiting()
        super().flush()

    def _write_waiting(self) -> None:
        with self._turn:
            text = b"".join(self._waiting).decode()
            self._waiting.clear()
            self._bytes, self._loop = 0, None
            if text:
                try:
                    self.stream.write(text)
                except (OSError, ValueError):
                    # As for any record: a log that nobody takes any more stops no request.
                    return
