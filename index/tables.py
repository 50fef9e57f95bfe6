"""The tables of a snapshot, filled: every record of a corpus into a new database file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import corpus
from index.audit_columns import AUDIT_COLUMNS, audit_columns, term_columns
from index.columns import (
    DOCUMENT_COLUMNS,
    FACT_COLUMNS,
    PASSAGE_COLUMNS,
    SECTION_COLUMNS,
    Columns,
    document_columns,
    fact_columns,
    fact_value_columns,
    passage_columns,
    section_columns,
)
from index.errors import SnapshotError
from index.filters import Table
from index.parameters import NAMES, spelled_out
from index.series_columns import SERIES_COLUMNS, point_columns, series_columns


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
        for names in NAMES.values():
            connection.execute(f"INSERT INTO {names} ({names}) VALUES ('optimize')")  # noqa: S608 (names of ours)
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
    _insert_parts(
        connection,
        "fact_values",
        ([fact_value_columns(value) for value in fact.values] for fact in facts),
    )
    _insert_names(connection, "facts", (fact.name for fact in facts))
    connection.executemany(
        "INSERT INTO fact_flags VALUES (?, ?)",
        ((flag, row) for row, fact in enumerate(facts) for flag in dict.fromkeys(fact.flags)),
    )
    audits = [audit for reading in readings for audit in reading.audits]
    _insert(connection, "arithmetic_audits", AUDIT_COLUMNS, map(audit_columns, audits))
    _insert_parts(
        connection,
        "arithmetic_terms",
        ([term_columns(term) for term in (audit.stated, *audit.terms)] for audit in audits),
    )
    _insert_names(connection, "arithmetic_audits", (audit.name for audit in audits))
    _insert(connection, "series", SERIES_COLUMNS, map(series_columns, content.series))
    _insert_parts(
        connection,
        "series_points",
        ([point_columns(point) for point in series.points] for series in content.series),
    )
    _insert_names(connection, "series", (series.name for series in content.series))
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


def _insert_parts(
    connection: sqlite3.Connection, table: str, parts: Iterable[Sequence[Columns]]
) -> None:
    """The parts of each owner, which is named by its row, in their order."""
    for row, columns in enumerate(parts):
        if columns:
            marks = ", ".join("?" * (len(columns[0]) + 2))
            connection.executemany(
                f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608 (names of ours)
                ((row, position, *one) for position, one in enumerate(columns)),
            )


def _insert_names(connection: sqlite3.Connection, table: Table, names: Iterable[str]) -> None:
    connection.executemany(
        f"INSERT INTO {NAMES[table]} (rowid, characters) VALUES (?, ?)",  # noqa: S608 (as above)
        ((row, spelled_out(name)) for row, name in enumerate(names)),
    )
