"""A meter of what a request reads: rows that SQLite hands over, and rows that it passes by.

SQLite does not say how many rows it has stepped to, but it says how many steps its machine has
taken: a progress handler that is called after every step counts them. Passing a row by takes three
at least (the column, the comparison, the step on), handing one over a step for each column and a
few more, and what stands outside of loops is taken once. So

    rows = handed over + (steps - steps outside of loops - steps of handing over) / 3

is no less than the rows really read, up to one for each loop of a statement. Of a statement that
writes a whole answer as JSON, most steps write: for that the steps themselves are compared, and
the objects in the answer, each of which is a row.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import index
from index.deadlines import watch

PASSED = 3
"""Steps of SQLite's machine for a row that is passed by, at least."""

HANDED = 4
"""Steps for a row that is handed over, besides one for each of its columns."""


@dataclass(slots=True)
class Meter:
    """What one connection has done while it was watched."""

    steps: int = 0
    handed: int = 0
    columns: int = 0
    statements: list[str] = field(default_factory=list)
    once: int = 0

    @property
    def passed(self) -> int:
        """Rows that were stepped to and not handed over, no fewer than there were."""
        in_loops = self.steps - self.once - self.columns - HANDED * self.handed
        return max(0, -(-in_loops // PASSED))

    @property
    def rows(self) -> int:
        """All rows that were read."""
        return self.handed + self.passed


@contextmanager
def metered(snapshot: index.Snapshot) -> Iterator[Meter]:
    """Watch what a snapshot reads in this thread, until the context ends."""
    meter = Meter()

    def step() -> None:
        meter.steps += 1

    def hand(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> tuple[Any, ...]:
        meter.handed += 1
        meter.columns += len(row)
        return row

    database = snapshot._database
    with database._connection() as connection:
        connection.set_progress_handler(step, 1)
        connection.set_trace_callback(meter.statements.append)
        connection.row_factory = hand
    try:
        yield meter
    finally:
        with database._connection() as connection:
            watch(connection)
            connection.set_trace_callback(None)
            connection.row_factory = None
            # What a table of names does within itself is told too, as a comment.
            ours = [one for one in meter.statements if not one.startswith("--")]
            meter.once = sum(_program(connection, one) for one in ours if "'main'." not in one)


def _program(connection: sqlite3.Connection, statement: str) -> int:
    """How many instructions a statement has; none of one too nested to be explained as well."""
    with suppress(sqlite3.OperationalError):
        return len(connection.execute(f"EXPLAIN {statement}").fetchall())
    return 0


def objects(content: Any) -> int:  # noqa: ANN401 (JSON)
    """How many objects there are in an answer, each of them a row or a part of one."""
    match content:
        case dict():
            return 1 + sum(map(objects, content.values()))
        case list():
            return sum(map(objects, content))
    return 0


def fields(content: Any) -> int:  # noqa: ANN401 (JSON)
    """How many fields an answer has; the elements of a list of plain values count as well."""
    match content:
        case dict():
            return sum(1 + fields(one) for one in content.values())
        case list():
            return sum(fields(one) if isinstance(one, dict) else 1 for one in content)
    return 0
