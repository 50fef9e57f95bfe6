"""Deadlines: how long a thread may read, whatever it reads, before SQLite stops it.

SQLite asks every so many steps of its virtual machine whether to go on (sqlite3_progress_handler).
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from index.errors import ReadingTooLongError

STEPS = 20_000
"""A millisecond or so of reading: asking that often costs nothing that could be measured."""

_until = threading.local()


class reading_within:
    """Let this thread work for so long; then ReadingTooLongError, also between two reads.

    `seconds` are of its processor time: a busy machine, or waiting, is not held against it.
    """

    __slots__ = ("_before", "_seconds")

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __enter__(self) -> None:
        self._before: float | None = getattr(_until, "moment", None)
        _until.moment = time.thread_time() + self._seconds

    def __exit__(self, *failure: object) -> None:
        _until.moment = self._before


def is_late() -> bool:
    """Whether the time of this thread is over; never where it has none."""
    moment = getattr(_until, "moment", None)
    return moment is not None and time.thread_time() > moment


def watch(connection: sqlite3.Connection) -> None:
    """Have a connection stop what it reads when the time of the thread that reads is over."""
    connection.set_progress_handler(is_late, STEPS)


def refuse_late() -> None:
    """Raise ReadingTooLongError where the time of this thread is over."""
    if is_late():
        raise _too_long()


@contextmanager
def told_of_deadlines() -> Iterator[None]:
    """Turn SQLite's word for having been stopped into ReadingTooLongError."""
    refuse_late()
    try:
        yield
    except sqlite3.OperationalError as error:
        if is_late():
            raise _too_long() from error
        raise


def _too_long() -> ReadingTooLongError:
    return ReadingTooLongError(
        "reading_too_long",
        "읽는 데 너무 오래 걸려 그만두었습니다. 조건을 더하거나 나누어 물으십시오.",
        "Reading took too long and was stopped; narrow the request or split it.",
    )
