"""Whole tables as files: JSON lines, CSV and Parquet, with their checksums."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from typing import BinaryIO

import index
from graphql_api import parquet, sheets
from graphql_api.media import CSV, JSON_LINES, PARQUET, PLAIN_TEXT
from graphql_api.responses import json_bytes
from graphql_api.rows import exactly
from graphql_api.storeroom import Stored, Storeroom
from graphql_api.tables import ROW_FORMAT, TABLES, Table

FILE_FORMAT = f"{ROW_FORMAT}.1-{version('pyarrow')}"
"""Whatever a file follows from beside its snapshot: its rows, their layout, and who writes them."""

CHECKSUMS = "checksums.txt"

Write = Callable[[Storeroom, index.Snapshot, BinaryIO], None]
"""Writes the content of a file of a snapshot; other files it needs are in the storeroom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One file that can be had: its name, what it is, and how it is written.

    `is_packed` says that the content is compressed already. `table` is what it is a dump of.
    """

    name: str
    media_type: str
    write: Write
    is_packed: bool = False
    table: str | None = None

    def stored(self, room: Storeroom, snapshot: index.Snapshot) -> Stored:
        """The file as it is served, made now if need be."""
        return room.stored(snapshot, self.name, partial(self.write, room, snapshot))


def write_lines(table: Table, room: Storeroom, snapshot: index.Snapshot, out: BinaryIO) -> None:
    """One JSON object a line."""
    for rows in table.pages(snapshot, room.options.page):
        out.write(b"".join(json_bytes(row) + b"\n" for row in rows))


def write_sheet(table: Table, room: Storeroom, snapshot: index.Snapshot, out: BinaryIO) -> None:
    """Comma-separated, with a first line of names."""
    out.write(sheets.header(table.columns))
    for rows in table.pages(snapshot, room.options.page, exactly):
        out.write(sheets.lines(table.columns, rows))


def write_parquet(table: Table, room: Storeroom, snapshot: index.Snapshot, out: BinaryIO) -> None:
    """Columns, a row group for each page."""
    pages: Iterator[Iterator[dict[str, object]]] = table.pages(
        snapshot, room.options.row_group, exactly
    )
    about = {"snapshot": snapshot.manifest.snapshot_id, "ko": table.ko, "en": table.en}
    parquet.write(out, table.columns, pages, about)


def write_checksums(room: Storeroom, snapshot: index.Snapshot, out: BinaryIO) -> None:
    """What `sha256sum -c` reads: the SHA-256 of every dump, uncompressed, and its name."""
    for name, file in DUMPS.items():
        out.write(f"{file.stored(room, snapshot).sha256}  {name}\n".encode())


def _dumps() -> Iterator[DataFile]:
    for table in TABLES.values():
        for ending, media_type, write, is_packed in (
            ("csv", CSV, write_sheet, False),
            ("jsonl", JSON_LINES, write_lines, False),
            ("parquet", PARQUET, write_parquet, True),
        ):
            yield DataFile(
                name=f"{table.name}.{ending}",
                media_type=media_type,
                write=partial(write, table),
                is_packed=is_packed,
                table=table.name,
            )


DUMPS: dict[str, DataFile] = {file.name: file for file in _dumps()}
"""Every dump by its name."""

CHECKSUMS_FILE = DataFile(name=CHECKSUMS, media_type=PLAIN_TEXT, write=write_checksums)
