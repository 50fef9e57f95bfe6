"""What is kept outlives a crash, a restart and another writer, and what is deleted is gone."""

from __future__ import annotations

import signal
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.feedback.store import FILE_NAME, FeedbackError, RetentionOptions, Search, Store
from assistant.feedback.types import Decision, Reason, Review, Verdict
from assistant.problems import RequestError
from tests.assistant.feedback.conftest import Clock
from tests.assistant.feedback.letters import accepted, make_feedback

SECRET = "비밀단어열쇠"  # noqa: S105 (a word to look for)


def name(number: int) -> str:
    return f"{number:016x}"


def bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def test_a_row_comes_back_as_it_was_given_after_the_store_was_closed(
    folder: Path, clock: Clock
) -> None:
    store = Store(folder, clock=clock)
    given = make_feedback(given_at=clock().replace(second=0))
    store.keep(given)
    key = store.key
    store.close()
    again = Store(folder, clock=clock)
    assert again.search(Search()) == (replace(given, order=1),)
    assert again.key == key
    assert len(key) >= 32
    again.close()
    other = Store(folder.parent / "other")
    assert other.key != key
    other.close()


def test_only_the_program_may_read_the_files(folder: Path) -> None:
    store = Store(folder)
    store.keep(make_feedback(given_at=Clock().now))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    store.close()


def test_what_was_confirmed_outlives_a_kill(folder: Path) -> None:
    code = f"""
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from assistant.feedback.store import Store
from tests.assistant.feedback.letters import make_feedback
store = Store(Path({str(folder)!r}))
for number in range(10_000):
    store.keep(make_feedback(f"{{number:016x}}", given_at=datetime.now(UTC)))
    print(number, flush=True)
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    store = Store(folder)
    assert [one.id for one in store.search(Search())] == [name(n) for n in range(7, -1, -1)]
    store.close()


def test_many_writers_lose_nothing(folder: Path, clock: Clock) -> None:
    stores = [Store(folder, clock=clock) for _ in range(2)]
    with ThreadPoolExecutor(max_workers=8) as pool:
        list(
            pool.map(
                lambda n: stores[n % 2].keep(make_feedback(name(n), given_at=clock())), range(60)
            )
        )
    assert stores[0].count() == 60
    for store in stores:
        store.close()


def test_sending_again_mends_what_was_sent_until_staff_decide(folder: Path, clock: Clock) -> None:
    store = Store(folder, clock=clock)
    first = make_feedback(given_at=clock())
    store.keep(first)
    store.keep(replace(first, verdict=Verdict.HELPFUL, reason=None, comment="다시 보니 맞아요"))
    (row,) = store.search(Search())
    assert (row.verdict, row.reason, row.comment) == (Verdict.HELPFUL, None, "다시 보니 맞아요")
    assert store.review(first.id, accepted())
    store.keep(replace(first, comment="또"))
    (row,) = store.search(Search())
    assert row.comment == "다시 보니 맞아요"
    assert row.review == accepted()
    store.close()


def test_rows_are_found_newest_first_and_page_by_page(folder: Path, clock: Clock) -> None:
    store = Store(folder, clock=clock)
    for number, (verdict, reason) in enumerate(
        [(Verdict.HELPFUL, None), *((Verdict.NOT_HELPFUL, reason) for reason in Reason)]
    ):
        store.keep(make_feedback(name(number), given_at=clock(), verdict=verdict, reason=reason))
    store.review(name(2), Review(decision=Decision.REJECTED))

    def ids(search: Search) -> list[int]:
        return [int(one.id, 16) for one in store.search(search)]

    assert ids(Search()) == [6, 5, 4, 3, 2, 1, 0]
    assert ids(Search(verdict=Verdict.HELPFUL)) == [0]
    assert ids(Search(reason=Reason.OTHER)) == [6]
    assert ids(Search(decision=Decision.REJECTED)) == [2]
    assert ids(Search(decision=Decision.REJECTED, verdict=Verdict.HELPFUL)) == []
    page = store.search(Search(limit=3))
    assert [int(one.id, 16) for one in page] == [6, 5, 4]
    assert ids(Search(limit=3, before=page[-1].order)) == [3, 2, 1]
    assert (store.count(), store.count(Decision.PENDING)) == (7, 6)
    store.close()


def test_a_deleted_row_leaves_no_byte_behind(folder: Path, clock: Clock) -> None:
    store = Store(folder, clock=clock)
    for number in range(40):
        store.keep(make_feedback(name(number), given_at=clock(), comment=f"{SECRET} {number:02}"))
    assert f"{SECRET} 07".encode() in bytes_in(folder)
    assert store.delete(name(7))
    assert f"{SECRET} 07".encode() not in bytes_in(folder)
    assert f"{SECRET} 08".encode() in bytes_in(folder)
    assert not store.delete(name(7))
    assert not store.review(name(7), accepted())
    assert store.count() == 39
    store.close()


def test_what_a_reader_kept_in_the_log_goes_with_the_next_purge(folder: Path, clock: Clock) -> None:
    store = Store(folder, RetentionOptions(busy_seconds=0.05), clock=clock)
    store.keep(make_feedback(name(1), given_at=clock(), comment=SECRET))
    reader = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM feedback").fetchone()
    assert store.delete(name(1))
    assert store.purge() == 0
    assert SECRET.encode() in bytes_in(folder)
    reader.execute("ROLLBACK")
    reader.close()
    assert store.purge() == 0
    assert SECRET.encode() not in bytes_in(folder)
    store.close()


def test_what_a_killed_program_left_in_the_log_goes_with_the_first_purge(
    folder: Path, clock: Clock
) -> None:
    store = Store(folder, clock=clock)
    store.keep(make_feedback(name(1), given_at=clock(), comment=SECRET))
    other = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    other.execute("PRAGMA secure_delete = ON")
    other.execute("DELETE FROM feedback")
    assert SECRET.encode() in bytes_in(folder)
    assert store.purge() == 0
    assert SECRET.encode() not in bytes_in(folder)
    other.close()
    store.close()


def test_a_log_that_cannot_be_emptied_is_no_failure_of_the_deletion(
    folder: Path, clock: Clock
) -> None:
    store = Store(folder, clock=clock)
    store.keep(make_feedback(name(1), given_at=clock()))
    database = store._database
    asked: list[str] = []

    class Broken:
        def __getattr__(self, named: str) -> object:
            return getattr(database, named)

        def execute(self, statement: str, *values: Any) -> object:  # noqa: ANN401
            if "wal_checkpoint" in statement:
                asked.append(statement)
                raise sqlite3.OperationalError("disk I/O error")
            return database.execute(statement, *values)

    store._database = Broken()  # type: ignore[assignment]
    assert store.delete(name(1))
    assert store.purge() == 0
    assert len(asked) == 2
    store._database = database
    store.close()


def test_what_is_past_its_time_is_neither_shown_nor_left_on_disk(
    folder: Path, clock: Clock
) -> None:
    store = Store(folder, RetentionOptions(kept_days=30), clock=clock)
    store.keep(make_feedback(name(1), given_at=clock(), comment=SECRET))
    clock.pass_by(days=29)
    store.keep(make_feedback(name(2), given_at=clock()))
    assert store.count() == 2
    clock.pass_by(days=1)
    assert [one.id for one in store.search(Search())] == [name(2)]
    assert not store.review(name(1), accepted())
    assert store.purge() == 1
    assert SECRET.encode() not in bytes_in(folder)
    assert store.purge() == 0
    assert store.count() == 1
    store.close()


def test_a_full_box_says_so_and_takes_again_what_it_has(folder: Path, clock: Clock) -> None:
    store = Store(folder, RetentionOptions(most_rows=2), clock=clock)
    for number in range(2):
        store.keep(make_feedback(name(number), given_at=clock()))
    with pytest.raises(RequestError) as refusal:
        store.keep(make_feedback(name(2), given_at=clock()))
    assert (refusal.value.code, refusal.value.status) == ("feedback_full", 503)
    store.keep(make_feedback(name(1), given_at=clock(), comment="다시"))
    store.delete(name(0))
    store.keep(make_feedback(name(2), given_at=clock()))
    assert store.count() == 2
    store.close()


def test_a_disk_that_refuses_is_said_and_keeps_what_is_there(folder: Path, clock: Clock) -> None:
    store = Store(folder, RetentionOptions(busy_seconds=0.05), clock=clock)
    store.keep(make_feedback(name(1), given_at=clock()))
    other = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RequestError) as refusal:
        store.keep(make_feedback(name(2), given_at=clock()))
    assert (refusal.value.code, refusal.value.status) == ("feedback_not_kept", 503)
    other.execute("ROLLBACK")
    other.close()
    store.keep(make_feedback(name(2), given_at=clock()))
    assert store.count() == 2
    store.close()


def test_a_folder_that_cannot_be_used_is_refused_with_a_clear_message(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / FILE_NAME).write_bytes(b"no database at all " * 100)
    (tmp_path / "newer").mkdir()
    newer = sqlite3.connect(tmp_path / "newer" / FILE_NAME)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    for folder in ("file", "foreign", "newer"):
        with pytest.raises(FeedbackError) as refusal:
            Store(tmp_path / folder)
        assert refusal.value.code == "feedback_folder"
        assert str(tmp_path / folder) in refusal.value.message_en
    with pytest.raises(FeedbackError) as refusal:
        Store.existing(tmp_path / "nowhere")
    assert refusal.value.code == "no_feedback"
    assert not (tmp_path / "nowhere").exists()


def test_each_commit_is_synced(folder: Path) -> None:
    store = Store(folder)
    setting = store._database.execute
    assert setting("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert setting("PRAGMA synchronous").fetchone()[0] == 2
    assert setting("PRAGMA secure_delete").fetchone()[0] == 1
    store.close()
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]
