"""Documents, sections, passages and facts in SQLite, read-only once built."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from queue import Empty, LifoQueue
from typing import TypeVar

import numpy as np
import numpy.typing as npt

import corpus
from index.characters import well_formed
from index.columns import (
    DOCUMENT_COLUMNS,
    FACT_COLUMNS,
    FACT_VALUE_COLUMNS,
    PASSAGE_COLUMNS,
    SECTION_COLUMNS,
    Columns,
    document_columns,
    document_from,
    fact_columns,
    fact_from,
    fact_value_columns,
    fact_value_from,
    passage_columns,
    passage_from,
    section_columns,
    section_from,
)
from index.errors import SnapshotError
from index.filters import Table, condition_for, spelled_out
from index.types import RecordRequest

T = TypeVar("T")
Rows = npt.NDArray[np.int64]


def write_database(path: Path, content: corpus.Corpus) -> None:
    """Every record of the corpus into a new database file, which is then only read.

    Raises SnapshotError when an id is used twice or a record points to one that is not there.
    """
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        # A build that dies is thrown away as a whole, so nothing is gained by a journal.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(files("index").joinpath("schema.sql").read_text("utf-8"))
        connection.execute("BEGIN")
        try:
            _write_records(connection, content)
        except sqlite3.IntegrityError as error:
            raise SnapshotError(
                "corpus_inconsistent",
                f"문서 기록이 서로 맞지 않습니다({error}). 같은 문서가 두 번 들어 있는지"
                " 확인해 주세요.",
                f"The records contradict each other ({error}); check that no document is there"
                " twice.",
            ) from error
        connection.execute("COMMIT")
        connection.execute("INSERT INTO fact_names (fact_names) VALUES ('optimize')")
        connection.execute("ANALYZE")


def _write_records(connection: sqlite3.Connection, content: corpus.Corpus) -> None:
    readings = content.readings
    _insert(
        connection,
        "documents",
        DOCUMENT_COLUMNS,
        (document_columns(reading.document) for reading in readings),
    )
    connection.executemany(
        "INSERT INTO texts VALUES (?, ?)",
        ((reading.document.id, reading.text) for reading in readings),
    )
    connection.executemany(
        "INSERT INTO left_out VALUES (?, ?, ?, ?, ?)",
        (
            (reading.document.id, position, span.start, span.end, span.reason)
            for reading in readings
            for position, span in enumerate(reading.left_out)
        ),
    )
    _insert(
        connection,
        "sections",
        SECTION_COLUMNS,
        (section_columns(section) for reading in readings for section in reading.sections),
    )
    _insert(
        connection,
        "passages",
        PASSAGE_COLUMNS,
        (passage_columns(passage) for reading in readings for passage in reading.passages),
    )
    facts = [fact for reading in readings for fact in reading.facts]
    _insert(connection, "facts", FACT_COLUMNS, (fact_columns(fact) for fact in facts))
    connection.executemany(
        "INSERT INTO fact_values VALUES (?, ?, ?, ?, ?, ?)",
        (
            (row, position, *fact_value_columns(value))
            for row, fact in enumerate(facts)
            for position, value in enumerate(fact.values)
        ),
    )
    connection.executemany(
        "INSERT INTO fact_names (rowid, characters) VALUES (?, ?)",
        ((row, spelled_out(fact.name)) for row, fact in enumerate(facts)),
    )
    connection.executemany(
        "INSERT INTO excluded VALUES (?, ?, ?, ?, ?)",
        (
            (position, one.source, one.code, one.message_ko, one.message_en)
            for position, one in enumerate(content.excluded)
        ),
    )


def _insert(
    connection: sqlite3.Connection, table: Table, columns: str, rows: Iterable[Columns]
) -> None:
    marks = ", ".join("?" * (columns.count(",") + 2))
    connection.executemany(
        f"INSERT INTO {table} (row, {columns}) VALUES ({marks})",  # noqa: S608 (names of ours)
        ((row, *values) for row, values in enumerate(rows)),
    )


class Database:
    """The records of one snapshot, for any number of threads at once.

    A connection serves one thread at a time: a reader takes an idle one or opens another, and
    puts it back. The file cannot change, so SQLite is told to take no locks.
    """

    def __init__(self, path: Path) -> None:
        self._address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._idle: LifoQueue[sqlite3.Connection] = LifoQueue()
        self._is_closed = False
        with self._connection() as connection:
            connection.execute("SELECT count(*) FROM documents").fetchone()

    def documents(self, request: RecordRequest) -> tuple[corpus.Document, ...]:
        """The documents that the request names, in the order of their ids."""
        return self._records("documents", DOCUMENT_COLUMNS, document_from, request)

    def sections(self, request: RecordRequest) -> tuple[corpus.Section, ...]:
        """The sections that the request names, in the order of their ids."""
        return self._records("sections", SECTION_COLUMNS, section_from, request)

    def passages(self, request: RecordRequest) -> tuple[corpus.Passage, ...]:
        """The passages that the request names, in the order of their ids."""
        return self._records("passages", PASSAGE_COLUMNS, passage_from, request)

    def facts(self, request: RecordRequest) -> tuple[corpus.Fact, ...]:
        """The facts that the request names with all their values, in the order of their ids."""
        where = condition_for("facts", request, paged=True)
        with self._connection() as connection:
            found = connection.execute(
                f"SELECT row, {FACT_COLUMNS} FROM facts{where.sql}",  # noqa: S608 (no input in it)
                where.parameters,
            ).fetchall()
            values: dict[int, list[corpus.FactValue]] = {row[0]: [] for row in found}
            for row, *columns in connection.execute(
                f"SELECT fact_row, {FACT_VALUE_COLUMNS} FROM fact_values"  # noqa: S608 (as above)
                " WHERE fact_row IN (SELECT value FROM json_each(?)) ORDER BY fact_row, position",
                (json.dumps(list(values)),),
            ):
                values[row].append(fact_value_from(tuple(columns)))
        return tuple(fact_from(columns, values[row]) for row, *columns in found)

    def count(self, table: Table, request: RecordRequest) -> int:
        """How many records the request names, whatever its page (after, before, limit)."""
        where = condition_for(table, request, paged=False)
        with self._connection() as connection:
            (number,) = connection.execute(
                f"SELECT count(*) FROM {table}{where.sql}",  # noqa: S608 (no input in it)
                where.parameters,
            ).fetchone()
        return int(number)

    def text(self, document_id: str) -> str | None:
        """The canonical text of a document, None where there is no such document."""
        with self._connection() as connection:
            found = connection.execute(
                "SELECT text FROM texts WHERE document_id = ?", (well_formed(document_id),)
            ).fetchone()
        return None if found is None else str(found[0])

    def left_out(self, document_id: str) -> tuple[corpus.Span, ...]:
        """The stretches of a document that are in no passage, and why, in the order given."""
        with self._connection() as connection:
            found = connection.execute(
                "SELECT span_start, span_end, reason FROM left_out"
                " WHERE document_id = ? ORDER BY position",
                (well_formed(document_id),),
            ).fetchall()
        return tuple(corpus.Span(start=one[0], end=one[1], reason=one[2]) for one in found)

    def passages_at(self, rows: Sequence[int]) -> dict[int, corpus.Passage]:
        """Passages by their row, for the retrievers, which know nothing else."""
        with self._connection() as connection:
            found = connection.execute(
                f"SELECT row, {PASSAGE_COLUMNS} FROM passages"  # noqa: S608 (no input in it)
                " WHERE row IN (SELECT value FROM json_each(?))",
                (json.dumps(list(rows)),),
            ).fetchall()
        return {row: passage_from(tuple(columns)) for row, *columns in found}

    def passage_places(self) -> tuple[list[int], Rows]:
        """The rows of the section and of the document that each passage belongs to, by its row."""
        with self._connection() as connection:
            found = connection.execute(
                "SELECT sections.row, documents.row FROM passages"
                " JOIN sections ON sections.id = passages.section_id"
                " JOIN documents ON documents.id = passages.document_id ORDER BY passages.row"
            ).fetchall()
        return [one[0] for one in found], np.asarray([one[1] for one in found], dtype=np.int64)

    def document_rows(self, request: RecordRequest) -> tuple[int, ...]:
        """The rows of the documents that the request names."""
        where = condition_for("documents", request, paged=False)
        with self._connection() as connection:
            found = connection.execute(
                f"SELECT row FROM documents{where.sql} ORDER BY row",  # noqa: S608 (no input in it)
                where.parameters,
            ).fetchall()
        return tuple(row for (row,) in found)

    def close(self) -> None:
        """Close every connection that is not in use; one in use is closed when it is put back."""
        self._is_closed = True
        self._close_idle()

    def _close_idle(self) -> None:
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return

    def _records(
        self,
        table: Table,
        columns: str,
        record_from: Callable[[Columns], T],
        request: RecordRequest,
    ) -> tuple[T, ...]:
        where = condition_for(table, request, paged=True)
        with self._connection() as connection:
            found = connection.execute(
                f"SELECT {columns} FROM {table}{where.sql}",  # noqa: S608 (no input in it)
                where.parameters,
            ).fetchall()
        return tuple(record_from(one) for one in found)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        if self._is_closed:
            raise SnapshotError(
                "snapshot_closed",
                "이미 닫힌 스냅숏입니다. 새 요청을 다시 보내 주세요.",
                "This snapshot is closed; send the request again.",
            )
        try:
            connection = self._idle.get_nowait()
        except Empty:
            connection = sqlite3.connect(self._address, uri=True, check_same_thread=False)
        try:
            yield connection
        finally:
            self._idle.put(connection)
            if self._is_closed:
                self._close_idle()
