"""Results as files: CSV for any program, XLSX for spreadsheets, each row with its citation."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import xlsxwriter

import corpus
import index
from assistant.pages import spelled
from assistant.staff.query import Query, Shown
from assistant.staff.reading import Understood
from assistant.staff.results import documents_of
from assistant.viewer import span_address

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

Cell = str | int | None

DOCUMENT_COLUMNS = ("document", "municipality", "document_type", "published_on", "licence")
PASSAGE_COLUMNS = ("section", "text", "page", *DOCUMENT_COLUMNS, "address", "snapshot")
FACT_COLUMNS = (
    "kind",
    "name",
    "value",
    "unit",
    "amount_krw",
    "fiscal_year",
    "organisation",
    "quote",
    "doubts",
    "page",
    *DOCUMENT_COLUMNS,
    "address",
    "snapshot",
)
"""The columns of either file, by names that stay the same in both languages."""

_EXACT = 2**53
"""A spreadsheet keeps numbers as binary fractions: beyond this, whole ones are no longer exact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """`most_rows` of one file: enough to work on, and written in a second or two; whole tables are
    served as dumps. `longest_cell` is what a cell of XLSX may hold, in characters. `batch` records
    are read at once.
    """

    most_rows: int = 5_000
    longest_cell: int = 32_767
    batch: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A file: its columns, its rows as they are read, and how many results there are in all."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Cell, ...]]
    count: int


def open_export(
    snapshot: index.Snapshot,
    query: Query,
    understood: Understood,
    *,
    origin: str,
    options: ExportOptions,
) -> Export:
    """The list that is shown, in its order; `origin` is what addresses begin with."""
    matches = snapshot.matches(understood.request(query))
    if query.shown is Shown.FACTS:
        rows = _fact_rows(snapshot, matches, query, origin, options)
        return Export(columns=FACT_COLUMNS, rows=rows, count=matches.fact_count)
    rows = _passage_rows(snapshot, matches, query, origin, options)
    return Export(columns=PASSAGE_COLUMNS, rows=rows, count=matches.passage_count)


def as_csv(export: Export) -> bytes:
    """RFC 4180 with a byte-order mark; text that a spreadsheet could run is shielded."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(export.columns)
    for row in export.rows:
        writer.writerow(
            [
                "" if one is None else one if isinstance(one, int) else index.shielded(one)
                for one in row
            ]
        )
    return (index.BYTE_ORDER_MARK + out.getvalue()).encode()


def as_xlsx(export: Export, *, said: Sequence[tuple[str, str]], options: ExportOptions) -> bytes:
    """A sheet of results, and one that says what they are; text is text, never a formula or a link.

    `said` are names and values of the second sheet.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    sheet = book.add_worksheet("results")
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True})
    amount = book.add_format({"num_format": "#,##0"})
    for place, name in enumerate(export.columns):
        sheet.set_column(place, place, 48 if name in ("text", "quote") else 18)
    for place, name in enumerate(export.columns):
        sheet.write_string(0, place, name, bold)
    for line, row in enumerate(export.rows, start=1):
        for place, cell in enumerate(row):
            if isinstance(cell, int) and abs(cell) <= _EXACT:
                is_amount = export.columns[place] == "amount_krw"
                sheet.write_number(line, place, cell, amount if is_amount else None)
            elif cell is not None:
                sheet.write_string(line, place, spelled(cell)[: options.longest_cell])
    about = book.add_worksheet("about")
    about.set_column(0, 1, 24)
    for line, pair in enumerate(said):
        for place, text in enumerate(pair):
            about.write_string(line, place, spelled(text)[: options.longest_cell])
    book.close()
    return out.getvalue()


def _batches(options: ExportOptions) -> Iterator[tuple[int, int]]:
    """Where each read begins and how many rows it may give, up to the most that a file holds."""
    for offset in range(0, options.most_rows, options.batch):
        yield offset, min(options.batch, options.most_rows - offset)


def _passage_rows(
    snapshot: index.Snapshot,
    matches: index.Matches,
    query: Query,
    origin: str,
    options: ExportOptions,
) -> Iterator[tuple[Cell, ...]]:
    for offset, size in _batches(options):
        found = matches.passages(query.sorting, offset=offset, limit=size)
        if not found:
            return
        documents = documents_of(snapshot, found, ())
        for one in found:
            passage = one.passage
            yield (
                " > ".join(passage.heading_path),
                passage.text,
                passage.page.printed,
                *_document_cells(documents.get(passage.document_id)),
                origin + span_address(passage.document_id, passage.start, passage.end),
                snapshot.manifest.snapshot_id,
            )


def _fact_rows(
    snapshot: index.Snapshot,
    matches: index.Matches,
    query: Query,
    origin: str,
    options: ExportOptions,
) -> Iterator[tuple[Cell, ...]]:
    for offset, size in _batches(options):
        found = matches.facts(query.sorting, offset=offset, limit=size)
        if not found:
            return
        documents = documents_of(snapshot, (), found)
        for fact in found:
            yield (
                fact.kind.value,
                fact.name,
                fact.raw_text,
                fact.unit,
                fact.amount_krw,
                fact.fiscal_year,
                fact.organisation,
                fact.quote,
                " ".join(fact.doubts) or None,
                fact.page.printed,
                *_document_cells(documents.get(fact.document_id)),
                origin + span_address(fact.document_id, fact.start, fact.end),
                snapshot.manifest.snapshot_id,
            )


def _document_cells(document: corpus.Document | None) -> tuple[Cell, ...]:
    if document is None:
        return (None,) * len(DOCUMENT_COLUMNS)
    return (
        document.title,
        document.municipality,
        document.document_type,
        _day(document.published_on),
        document.licence,
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
