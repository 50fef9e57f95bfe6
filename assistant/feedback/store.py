"""Feedback on disk: one SQLite file, one writer, nothing lost in a crash, nothing left of a delete.

Write-ahead logging with `synchronous=FULL` syncs each commit (https://www.sqlite.org/wal.html), so
what was confirmed survives a power cut. `secure_delete` overwrites what is deleted, and the log is
emptied after it; where somebody is reading, at the next purge.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path

import structlog

import corpus
from assistant.feedback.rows import feedback_of, given_text, review_text
from assistant.feedback.types import Decision, Feedback, Reason, Review, Verdict
from assistant.problems import RequestError

FILE_NAME = "feedback.sqlite3"
FEEDBACK_DAYS = 90
"""How long feedback is kept unless the operator says otherwise."""

_log = structlog.get_logger("sijeong.feedback")
_FORMAT = 1
_KEY_BYTES = 32
_SEARCH = """
SELECT sequence, id, given_at, verdict, reason, comment, given, review FROM feedback
WHERE (?1 IS NULL OR verdict = ?1)
  AND (?2 IS NULL OR reason = ?2)
  AND (?3 IS NULL OR decision = ?3)
  AND (?4 IS NULL OR sequence < ?4)
  AND given_at > ?5
ORDER BY sequence DESC LIMIT ?6
"""


class FeedbackError(corpus.SijeongError):
    """A folder of feedback that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionOptions:
    """How much is kept, and for how long.

    `kept_days`: long enough to review a quarter, short enough to keep little. `most_rows`: some
    500 MB at worst; beyond it nothing more is taken until staff delete or days pass.
    `busy_seconds` is how long a write waits for another process, such as an export.
    """

    kept_days: int = FEEDBACK_DAYS
    most_rows: int = 20_000
    busy_seconds: float = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Which rows, newest first; a field that is None does not narrow.

    `before` is the `order` to go on from.
    """

    verdict: Verdict | None = None
    reason: Reason | None = None
    decision: Decision | None = None
    before: int | None = None
    limit: int | None = None


class Store:
    """The feedback of one folder. Safe to use from several threads; close it at the end."""

    def __init__(
        self,
        folder: Path,
        options: RetentionOptions | None = None,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._options = options or RetentionOptions()
        self._clock = clock
        self._turn = threading.Lock()
        # What was deleted may still stand in the log; so too in one that an earlier run left.
        self._has_traces = True
        path = folder / FILE_NAME
        try:
            # Readable by the program's own user alone; SQLite gives its log the same rights.
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._database = sqlite3.connect(
                path,
                isolation_level=None,
                check_same_thread=False,
                timeout=self._options.busy_seconds,
            )
        except (OSError, sqlite3.Error) as error:
            raise _unusable(folder) from error
        try:
            self._prepare(folder)
        except sqlite3.Error as error:
            self._database.close()
            raise _unusable(folder) from error
        except FeedbackError:
            self._database.close()
            raise

    @classmethod
    def existing(cls, folder: Path) -> Store:
        """The feedback that a folder holds already; FeedbackError where it holds none."""
        if not (folder / FILE_NAME).is_file():
            raise FeedbackError(
                "no_feedback",
                f"{folder}에 모아 둔 의견이 없습니다. 서버의 SIJEONG_FEEDBACK 폴더를 적어 주세요.",
                f"{folder} holds no feedback. Name the folder of the server's SIJEONG_FEEDBACK.",
            )
        return cls(folder)

    @property
    def key(self) -> bytes:
        """The folder's secret key."""
        with self._turn:
            row = self._database.execute("SELECT key FROM secret").fetchone()
        return bytes(row[0])

    def keep(self, feedback: Feedback) -> None:
        """Write one row; whoever sends again for the same answer mends what they sent before.

        What staff have decided on stays as they saw it. Raises RequestError 'feedback_full', or
        'feedback_not_kept' where the disk refuses.
        """
        if self._delete_old():
            self._empty_log()
        with self._writing() as database:
            known = database.execute("SELECT 1 FROM feedback WHERE id = ?", (feedback.id,))
            if not known.fetchone() and self._count() >= self._options.most_rows:
                raise RequestError("feedback_full")
            database.execute(
                "INSERT INTO feedback"
                " (id, given_at, verdict, reason, comment, given, decision, review)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET verdict = excluded.verdict,"
                " reason = excluded.reason, comment = excluded.comment"
                " WHERE decision = 'pending'",
                (
                    feedback.id,
                    _moment(feedback.given_at),
                    feedback.verdict.value,
                    feedback.reason.value if feedback.reason else None,
                    feedback.comment,
                    given_text(feedback.given),
                    feedback.review.decision.value,
                    review_text(feedback.review),
                ),
            )

    def review(self, feedback_id: str, review: Review) -> bool:
        """Write down what staff decided; whether there is such a row."""
        with self._writing() as database:
            done = database.execute(
                "UPDATE feedback SET decision = ?, review = ? WHERE id = ? AND given_at > ?",
                (review.decision.value, review_text(review), feedback_id, self._oldest()),
            )
            return done.rowcount > 0

    def delete(self, *feedback_ids: str) -> int:
        """Delete rows for good, all of them or, where the disk refuses, none; how many there were.

        Raises RequestError 'feedback_not_kept' where the disk refuses.
        """
        with self._writing() as database:
            done = database.executemany(
                "DELETE FROM feedback WHERE id = ?", [(one,) for one in feedback_ids]
            )
            count = done.rowcount
        if count > 0:
            self._empty_log()
        return max(count, 0)

    def purge(self) -> int:
        """Delete what has been kept for long enough; how many rows that were.

        Overwrites besides what an earlier deletion had to leave in the log.
        """
        count = self._delete_old()
        if count or self._has_traces:
            self._empty_log()
        return count

    def search(self, search: Search) -> tuple[Feedback, ...]:
        """The rows that fit; what is past its time is not among them."""
        with self._turn:
            rows = self._database.execute(
                _SEARCH,
                (
                    search.verdict.value if search.verdict else None,
                    search.reason.value if search.reason else None,
                    search.decision.value if search.decision else None,
                    search.before,
                    self._oldest(),
                    -1 if search.limit is None else search.limit,
                ),
            ).fetchall()
        return tuple(feedback_of(row) for row in rows)

    def count(self, decision: Decision | None = None) -> int:
        """How many rows there are, of one decision or of all."""
        with self._turn:
            return self._count(decision)

    def close(self) -> None:
        """Give the file back."""
        with self._turn:
            self._database.close()

    def _prepare(self, folder: Path) -> None:
        database = self._database
        version = database.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, _FORMAT):
            raise _unusable(folder)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("PRAGMA secure_delete = ON")
        schema = resources.files("assistant.feedback") / "schema.sql"
        database.executescript(schema.read_text(encoding="utf-8"))
        database.execute(
            "INSERT OR IGNORE INTO secret VALUES (1, ?)", (secrets.token_bytes(_KEY_BYTES),)
        )
        database.execute(f"PRAGMA user_version = {_FORMAT}")

    def _count(self, decision: Decision | None = None) -> int:
        row = self._database.execute(
            "SELECT count(*) FROM feedback WHERE ?1 IS NULL OR decision = ?1",
            (decision.value if decision else None,),
        ).fetchone()
        return int(row[0])

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, by one writer at a time; all of it or none."""
        with self._turn:
            try:
                self._database.execute("BEGIN IMMEDIATE")
                try:
                    yield self._database
                    self._database.execute("COMMIT")
                except BaseException:
                    if self._database.in_transaction:
                        self._database.execute("ROLLBACK")
                    raise
            except sqlite3.Error as error:
                raise RequestError("feedback_not_kept") from error

    def _delete_old(self) -> int:
        with self._writing() as database:
            done = database.execute("DELETE FROM feedback WHERE given_at <= ?", (self._oldest(),))
        return done.rowcount

    def _empty_log(self) -> None:
        """Overwrite what was deleted; where that cannot be now, the next purge tries again.

        A checkpoint that somebody's reading stops says so in its first column and raises nothing
        (https://www.sqlite.org/pragma.html#pragma_wal_checkpoint).
        """
        with self._turn:
            try:
                is_busy = self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
                reason = "busy" if is_busy else ""
            except sqlite3.Error as error:
                # The rows are deleted all the same, which is what the caller is told.
                reason = type(error).__name__
            self._has_traces = bool(reason)
        if reason:
            _log.warning("feedback_log_not_emptied", reason=reason)

    def _oldest(self) -> str:
        return _moment(self._clock() - timedelta(days=self._options.kept_days))


def _moment(moment: datetime) -> str:
    """A moment as it is written; texts of this form sort as the moments do."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")


def _unusable(folder: Path) -> FeedbackError:
    return FeedbackError(
        "feedback_folder",
        f"의견을 모아 둘 폴더를 쓸 수 없습니다: {folder}."
        f" 쓰기 권한과 {FILE_NAME} 파일을 확인하세요.",
        f"The folder for feedback cannot be used: {folder}. Check that it can be written to and"
        f" that its {FILE_NAME} is of this program.",
    )
