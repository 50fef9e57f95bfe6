"""The records of a snapshot in SQLite, read-only once built."""

from __future__ import annotations

import json
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

import corpus
from index.audit_columns import AUDIT_COLUMNS, TERM_COLUMNS, audit_from, term_from
from index.bounds import Bounds, bounds_of
from index.characters import well_formed
from index.columns import (
    DOCUMENT_COLUMNS,
    FACT_COLUMNS,
    FACT_VALUE_COLUMNS,
    PASSAGE_COLUMNS,
    SECTION_COLUMNS,
    Columns,
    document_from,
    fact_from,
    fact_value_from,
    passage_from,
    section_from,
)
from index.deadlines import refuse_late, told_of_deadlines, watch
from index.errors import SnapshotError
from index.facets import Facets, facets_of
from index.filters import Table, condition_for, selected
from index.parameters import NAMES, name_phrase, parameter
from index.series_columns import POINT_COLUMNS, SERIES_COLUMNS, point_from, series_from
from index.shape_slots import Argument
from index.shape_sql import Filled, Form
from index.shape_traits import Traits, add_functions, traits_of
from index.types import RecordRequest

T = TypeVar("T")
P = TypeVar("P")
Rows = npt.NDArray[np.int64]

MAPPED_BYTES = 2**30
"""How much of the file a connection maps: pages of other records then need no call to be read."""


@dataclass(frozen=True, slots=True)
class _Parts(Generic[P]):
    """Where the parts of a record lie, such as the values of a fact, and what a row becomes."""

    table: str
    owner: str
    columns: str
    part_from: Callable[[Columns], P]


class Database:
    """The records of one snapshot, for any number of threads at once.

    A connection serves one thread at a time: a reader takes an idle one or opens another, and
    puts it back. The file cannot change, so SQLite is told to take no locks.
    """

    def __init__(self, path: Path) -> None:
        self._address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        # A deque gives and takes in one step, so threads need no lock.
        self._idle: deque[sqlite3.Connection] = deque()
        self._is_closed = False
        self._traits: Traits | None = None
        self._facets: Facets | None = None
        self._facets_lock = Lock()
        with self._connection() as connection:
            connection.execute("SELECT count(*) FROM documents").fetchone()

    def documents(self, request: RecordRequest) -> tuple[corpus.Document, ...]:
        """The documents that the request names, in its order."""
        return self._records("documents", DOCUMENT_COLUMNS, document_from, request)

    def sections(self, request: RecordRequest) -> tuple[corpus.Section, ...]:
        """The sections that the request names, in the order of their ids."""
        return self._records("sections", SECTION_COLUMNS, section_from, request)

    def passages(self, request: RecordRequest) -> tuple[corpus.Passage, ...]:
        """The passages that the request names, in the order of their ids."""
        return self._records("passages", PASSAGE_COLUMNS, passage_from, request)

    def facts(self, request: RecordRequest) -> tuple[corpus.Fact, ...]:
        """The facts that the request names with all their values, in the order of their ids."""
        values = _Parts("fact_values", "fact_row", FACT_VALUE_COLUMNS, fact_value_from)
        return self._whole("facts", FACT_COLUMNS, fact_from, values, request)

    def audits(self, request: RecordRequest) -> tuple[corpus.ArithmeticAudit, ...]:
        """The arithmetic audits that the request names with all their terms, in order of id."""
        terms = _Parts("arithmetic_terms", "audit_row", TERM_COLUMNS, term_from)
        return self._whole("arithmetic_audits", AUDIT_COLUMNS, audit_from, terms, request)

    def series(self, request: RecordRequest) -> tuple[corpus.Series, ...]:
        """The series that the request names with all their points, in the order of their ids."""
        points = _Parts("series_points", "series_row", POINT_COLUMNS, point_from)
        return self._whole("series", SERIES_COLUMNS, series_from, points, request)

    def bounds(self) -> Bounds:
        """How much there is at most; looks through every table."""
        with self._connection() as connection:
            return bounds_of(connection)

    def count(self, table: Table, request: RecordRequest) -> int:
        """How many records the request names, whatever its page (after, before, limit)."""
        where = condition_for(table, request, paged=False)
        with self._connection() as connection:
            (number,) = connection.execute(
                f"SELECT count(*) FROM {table}{where.sql}",  # noqa: S608 (no input in it)
                where.parameters,
            ).fetchone()
        return int(number)

    def filled(self, form: Form, arguments: Sequence[Argument]) -> Filled | None:
        """The statement that gives what a form says; None where SQLite cannot write it rightly.

        A trait of this snapshot can be why, or an argument that is no text or number of SQLite's.
        """
        if self._traits is None:
            with self._connection() as connection:
                self._traits = traits_of(connection)
        if not self._traits.is_writable:
            return None
        try:
            return form.statement(is_plain=self._traits.is_plain).fill(arguments)
        except (UnicodeEncodeError, OverflowError):
            return None

    def run(self, filled: Filled) -> bytes | None:
        """The JSON that a statement gives; None where it fails.

        What fails is left to those who read records, and say what is wrong with a request.
        """
        connection = self._taken()
        try:
            refuse_late()
            found: bytes = connection.execute(filled.sql, filled.parameters).fetchone()[0]
        except (sqlite3.Error, UnicodeEncodeError, OverflowError):
            return None
        finally:
            self._put_back(connection)
        return found

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
                # CROSS JOIN: with IN, SQLite reads a small table from end to end.
                f"SELECT row, {PASSAGE_COLUMNS}"  # noqa: S608 (no input in it)
                " FROM (SELECT value AS wanted FROM json_each(?))"
                " CROSS JOIN passages ON row = wanted",
                (json.dumps(list(rows)),),
            ).fetchall()
        return {row: passage_from(tuple(columns)) for row, *columns in found}

    def passage_texts(self, rows: Sequence[int]) -> list[tuple[int, str]]:
        """The texts of passages with their rows, and nothing else of them."""
        with self._connection() as connection:
            return connection.execute(
                "SELECT row, text FROM passages WHERE row IN (SELECT value FROM json_each(?))",
                (json.dumps(list(rows)),),
            ).fetchall()

    def passages_holding(self, rows: Sequence[int], parts: Sequence[str]) -> list[int]:
        """Which of these passages hold all the parts in their text, letter for letter."""
        holds = " AND instr(text, ?)" * len(parts)
        with self._connection() as connection:
            ((found,),) = connection.execute(
                # One step for all rows, as in `facets.py`.
                "SELECT json_group_array(row) FROM passages"  # noqa: S608 (no input in it)
                f" WHERE row IN (SELECT value FROM json_each(?)){holds}",
                (json.dumps(list(rows)), *(parameter(one) for one in parts)),
            ).fetchall()
        held: list[int] = json.loads(found)
        return held

    def facts_at(self, rows: Sequence[int]) -> tuple[corpus.Fact, ...]:
        """Facts by their row, in the order of the rows."""
        with self._connection() as connection:
            found = connection.execute(
                "SELECT row, id FROM facts WHERE row IN (SELECT value FROM json_each(?))",
                (json.dumps(list(rows)),),
            ).fetchall()
        if not found:
            return ()
        id_of = dict(found)
        facts = self.facts(RecordRequest(ids=tuple(id_of.values())))
        of_id = {fact.id: fact for fact in facts}
        return tuple(of_id[id_of[row]] for row in rows)

    def named(self, table: Table, text: str) -> list[int]:
        """The rows whose name contains a text, blanks and case aside."""
        if not text.strip():
            return []
        with self._connection() as connection:
            found = connection.execute(
                f"SELECT rowid FROM {NAMES[table]} WHERE {NAMES[table]} MATCH ?",  # noqa: S608
                (name_phrase(text),),
            ).fetchall()
        return [row for (row,) in found]

    def facets(self) -> Facets:
        """What passages and facts are counted by; read once, at the first need."""
        with self._facets_lock:
            if self._facets is None:
                with self._connection() as connection:
                    self._facets = facets_of(connection)
            return self._facets

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
                self._idle.pop().close()
            except IndexError:
                return

    def _records(
        self,
        table: Table,
        columns: str,
        record_from: Callable[[Columns], T],
        request: RecordRequest,
    ) -> tuple[T, ...]:
        asked = selected(table, columns, request)
        with self._connection() as connection:
            found = connection.execute(asked.sql, asked.parameters).fetchall()
        return tuple(record_from(one) for one in found)

    def _whole(
        self,
        table: Table,
        columns: str,
        record_from: Callable[[Columns, Sequence[P]], T],
        parts: _Parts[P],
        request: RecordRequest,
    ) -> tuple[T, ...]:
        """Records that have parts of their own: two statements, however many there are."""
        asked = selected(table, f"row, {columns}", request)
        with self._connection() as connection:
            found = connection.execute(asked.sql, asked.parameters).fetchall()
            of_row: dict[int, list[P]] = {row: [] for row, *_ in found}
            for row, *part in connection.execute(
                f"SELECT {parts.owner}, {parts.columns} FROM {parts.table}"  # noqa: S608 (as above)
                f" WHERE {parts.owner} IN (SELECT value FROM json_each(?))"
                f" ORDER BY {parts.owner}, position",
                (json.dumps(list(of_row)),),
            ):
                of_row[row].append(parts.part_from(tuple(part)))
        return tuple(record_from(tuple(one), of_row[row]) for row, *one in found)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection = self._taken()
        try:
            with told_of_deadlines():
                yield connection
        finally:
            self._put_back(connection)

    def _taken(self) -> sqlite3.Connection:
        """An idle connection, the one that was used last, or a new one."""
        if self._is_closed:
            raise SnapshotError(
                "snapshot_closed",
                "이미 닫힌 스냅숏입니다. 새 요청을 다시 보내 주세요.",
                "This snapshot is closed; send the request again.",
            )
        try:
            return self._idle.pop()
        except IndexError:
            connection = sqlite3.connect(self._address, uri=True, check_same_thread=False)
            watch(connection)
            add_functions(connection)
            connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
            return connection

    def _put_back(self, connection: sqlite3.Connection) -> None:
        self._idle.append(connection)
        if self._is_closed:
            self._close_idle()
