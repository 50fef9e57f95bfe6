"""Tables as CSV that a spreadsheet opens as it is: one line a row, nested values as JSON text.

RFC 4180 with CRLF and a byte-order mark, by which Excel knows UTF-8. Text is shielded from
spreadsheets that would run it (`index.shielded`); numbers are left as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import index
from graphql_api.columns import Column, Kind, Leaf, flat
from graphql_api.responses import json_bytes


def _json_ready(value: Any) -> Any:  # noqa: ANN401 (whatever a row holds)
    """A nested value with its figures as text, digit for digit."""
    if isinstance(value, Decimal):
        return index.digits(value)
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
        return index.digits(value)
    if leaf.column.kind is Kind.DATE:
        return str(value.isoformat())
    return index.shielded(value)


def header(columns: Sequence[Column]) -> bytes:
    """The first line, behind the byte-order mark."""
    return (index.BYTE_ORDER_MARK + _line([leaf.name for leaf in flat(columns)])).encode()


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
