"""The figures of a chart as CSV: one line a figure, exact, with the address that states it."""

from __future__ import annotations

import csv
import io

import index
from assistant.charts.types import Chart

COLUMNS = ("label", "group", "year", "phase", "value", "unit", "printed", "document", "url")
"""The heads, the same in every file so that files can be put together."""


def chart_csv(chart: Chart) -> bytes:
    """UTF-8 with a byte-order mark and CRLF; an empty cell is an absent value.

    Text that a spreadsheet could run is shielded, as in the dumps. Addresses are paths on this
    server, as they are in citations.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in chart.points:
        writer.writerow(
            (
                index.shielded(one.label),
                "" if one.group is None else index.shielded(one.group),
                "" if one.year is None else one.year,
                one.phase.value if one.phase else "",
                index.digits(one.value),
                index.shielded(chart.unit),
                index.shielded(one.printed),
                "" if one.source is None else index.shielded(one.source),
                "" if one.address is None else one.address,
            )
        )
    return (index.BYTE_ORDER_MARK + out.getvalue()).encode()
