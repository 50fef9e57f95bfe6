"""The data dictionary: every column of every table, in words, from what the tables are made of."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any, BinaryIO

import index
from graphql_api.columns import Column, flat
from graphql_api.dumps import DataFile
from graphql_api.media import CSV, JSON
from graphql_api.parquet import NUMBER, PRECISION, SCALE
from graphql_api.responses import json_bytes
from graphql_api.storeroom import Storeroom
from graphql_api.tables import TABLES

_SHIELD = index.SHIELD

NOTES: tuple[tuple[str, str], ...] = (
    (
        "빈 칸과 null은 문서에 없다는 뜻이며 0이 아니다.",
        "An empty cell and null mean that the document does not say; they are not zero.",
    ),
    (
        "CSV는 UTF-8(BOM)과 CRLF이며, 목록은 JSON 글로 쓴다. 수식으로 읽힐 수 있는 글, 작은따옴표로"
        f" 시작하는 글, 빈 글 앞에는 {_SHIELD} 하나를 붙인다. 글 열의 칸이 {_SHIELD}로 시작하면 그"
        " 하나를 떼면 원래 글이다.",
        "CSV is UTF-8 with a byte-order mark and CRLF; lists are JSON text. Text that a spreadsheet"
        f" could run, text that begins with {_SHIELD} and empty text get one {_SHIELD} in front:"
        " take the first one of a cell of text away to have the text itself.",
    ),
    (
        f"Parquet의 수치 열은 글(정확한 숫자나 등급)이고, 같은 이름에 {NUMBER}를 붙인 열이"
        f" DECIMAL({PRECISION}, {SCALE})이다. 자릿수가 넘치면 그 열만 null이다.",
        f"In Parquet a figure is text (exact digits, or a grade), and the column with {NUMBER}"
        f" behind its name holds it as DECIMAL({PRECISION}, {SCALE}), null where it does not fit.",
    ),
    (
        "JSON에서 수치는 수(정수면 정수, 아니면 배정밀도 실수)이거나 등급의 글이다.",
        "In JSON a figure is a number (whole, or else a double) or the text of a grade.",
    ),
)


def described(column: Column) -> dict[str, Any]:
    """One column for the dictionary, with its parts."""
    found: dict[str, Any] = {
        "name": column.name,
        "type": column.kind.value,
        "list": column.is_list,
        "required": column.is_required,
        "unit": column.unit,
        "ko": column.ko,
        "en": column.en,
    }
    if column.choices:
        found["values"] = list(column.choices)
    if column.parts:
        found["parts"] = [described(part) for part in column.parts]
    return found


def content(snapshot_id: str) -> dict[str, Any]:
    """The whole dictionary."""
    return {
        "snapshot": snapshot_id,
        "notes": [{"ko": ko, "en": en} for ko, en in NOTES],
        "tables": [
            {
                "name": table.name,
                "ko": table.ko,
                "en": table.en,
                "columns": [described(column) for column in table.columns],
            }
            for table in TABLES.values()
        ],
    }


def sheet_rows() -> Sequence[Sequence[str]]:
    """The dictionary of the CSV files: one line for each of their columns."""
    head = ("table", "column", "type", "required", "unit", "ko", "en")
    return [
        head,
        *(
            (
                table.name,
                leaf.name,
                "json" if leaf.column.is_list else leaf.column.kind.value,
                "true" if leaf.column.is_required else "false",
                leaf.column.unit or "",
                leaf.column.ko,
                leaf.column.en,
            )
            for table in TABLES.values()
            for leaf in flat(table.columns)
        ),
    ]


def _write_json(room: Storeroom, snapshot: index.Snapshot, out: BinaryIO) -> None:
    out.write(json_bytes(content(snapshot.manifest.snapshot_id)))


def _write_sheet(room: Storeroom, snapshot: index.Snapshot, out: BinaryIO) -> None:
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\r\n").writerows(sheet_rows())
    out.write((index.BYTE_ORDER_MARK + lines.getvalue()).encode())


DICTIONARY = DataFile(name="dictionary.json", media_type=JSON, write=_write_json)
DICTIONARY_SHEET = DataFile(name="dictionary.csv", media_type=CSV, write=_write_sheet)
