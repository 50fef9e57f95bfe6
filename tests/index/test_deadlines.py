"""How long a thread may read: a long read is stopped, a later one is not held against it."""

from __future__ import annotations

import sqlite3
import time

import pytest

import index
from index.deadlines import told_of_deadlines, watch

ENDLESS = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


@pytest.fixture
def connection() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    watch(made)
    return made


def test_a_read_without_an_end_is_stopped(connection: sqlite3.Connection) -> None:
    started = time.monotonic()
    with (
        pytest.raises(index.ReadingTooLongError) as stopped,
        index.reading_within(0.05),
        told_of_deadlines(),
    ):
        connection.execute(ENDLESS).fetchone()
    assert stopped.value.status == 503
    assert time.monotonic() - started < 5
    with told_of_deadlines():
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_read_after_the_time_is_over_does_not_begin() -> None:
    with (
        pytest.raises(index.ReadingTooLongError),
        index.reading_within(-1),
        told_of_deadlines(),
    ):
        pytest.fail("it began")


def test_another_fault_stays_what_it_is(connection: sqlite3.Connection) -> None:
    with (
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        index.reading_within(10),
        told_of_deadlines(),
    ):
        connection.execute("SELECT 1 FROM elsewhere")


def test_the_time_of_an_inner_read_ends_with_it(connection: sqlite3.Connection) -> None:
    with index.reading_within(10):
        with index.reading_within(-1):
            pass
        with told_of_deadlines():
            assert connection.execute("SELECT 1").fetchone() == (1,)
