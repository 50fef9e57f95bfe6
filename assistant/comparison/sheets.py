"""A comparison as CSV: one line for each thing that either side states, with both addresses."""

from __future__ import annotations

import csv
import io

import index
from assistant.comparison.types import Comparison, Figure
from assistant.viewer import span_address

COLUMNS = (
    *("change", "kind", "name", "unit"),
    *("left_value", "left_printed", "left_year", "left_phase", "left_url"),
    *("right_value", "right_printed", "right_year", "right_phase", "right_url"),
    *("difference", "percent", "aligned_by"),
)


def comparison_csv(comparison: Comparison) -> bytes:
    """UTF-8 with a byte-order mark and CRLF, text shielded from spreadsheets that would run it.

    Differences are exact. Addresses are paths on this server.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in comparison.rows:
        writer.writerow(
            (
                row.change.value,
                row.kind.value,
                index.shielded(row.name),
                index.shielded(row.unit) if row.unit else "",
                *_cells(row.left),
                *_cells(row.right),
                "" if row.difference is None else index.digits(row.difference),
                "" if row.percent is None else index.digits(row.percent),
                row.link.value if row.link else "",
            )
        )
    return (index.BYTE_ORDER_MARK + out.getvalue()).encode()


def _cells(figure: Figure | None) -> tuple[object, ...]:
    if figure is None:
        return ("", "", "", "", "")
    value = figure.value
    return (
        (index.shielded(value) if isinstance(value, str) else index.digits(value))
        if value is not None
        else "",
        index.shielded(figure.printed),
        "" if figure.year is None else figure.year,
        figure.phase.value if figure.phase else "",
        span_address(figure.fact.document_id, figure.fact.start, figure.fact.end),
    )
