"""Tables as CSV that a spreadsheet opens as it is: one line a row, nested values as JSON text.

RFC 4180 with CRLF and a byte-order mark, by which Excel knows UTF-8. Text that a spreadsheet would
take for a formula gets an apostrophe in front (OWASP, CSV injection), as does text that begins with
an apostrophe and text that is empty: so `plain` gives back every text, and an empty cell is an
absent value, never an empty text. Numbers are left as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import orjson

from graphql_api.columns import Column, Kind, Leaf, flat
from graphql_api.responses import json_bytes

MARK = "\ufeff"
SHIELD = "'"
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", SHIELD)
"""What a formula begins with in some spreadsheet, full-width forms too, and the shield itself."""


def shielded(words: str) -> str:
    """The text as a cell that no spreadsheet runs; `plain` undoes it."""
    return SHIELD + words if not words or words.startswith(RISKY) else words


def plain(cell: str) -> str | None:
    """The text that a cell of a column of text stands for; None for an absent one."""
    return cell.removeprefix(SHIELD) if cell else None


def digits(value: Decimal | int) -> str:
    """A number digit for digit, without an exponent."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _json_ready(value: Any) -> Any:  # noqa: ANN401 (whatever a row holds)
    """A nested value with its figures as text, digit for digit."""
    if isinstance(value, Decimal):
        return digits(value)
    if isinstance(value, dict):
        return {name: _json_ready(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_json_ready(one) for one in value]
    return value


def _cell(leaf: Leaf, row: dict[str, Any]) -> str:
    value = leaf.value(row)
    if value is None:
        return ""
    if leaf.column.is_list:
        return json_bytes(_json_ready(value)).decode()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (Decimal, int)):
        return digits(value)
    if leaf.column.kind is Kind.DATE:
        return str(value.isoformat())
    return shielded(value)


def header(columns: Sequence[Column]) -> bytes:
    """The first line, behind the byte-order mark."""
    return (MARK + _line([leaf.name for leaf in flat(columns)])).encode()


def lines(columns: Sequence[Column], rows: Iterable[dict[str, Any]]) -> bytes:
    """Rows, whose figures are exact, as lines."""
    leaves = flat(columns)
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(
        [_cell(leaf, row) for leaf in leaves] for row in rows
    )
    return out.getvalue().encode()


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def read_cell(column: Column, cell: str) -> Any:  # noqa: ANN401 (whatever the column holds)
    """What a cell says, as the JSON of the same row has it; figures stay text, digit for digit."""
    if not cell:
        return None
    if column.is_list:
        return orjson.loads(cell)
    if column.kind in (Kind.INTEGER, Kind.BIG_INTEGER):
        return int(cell)
    if column.kind is Kind.BOOLEAN:
        return cell == "true"
    return plain(cell)
