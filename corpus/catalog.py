"""catalog.csv: what a folder says of its own documents, row by row."""

from __future__ import annotations

import csv
import io
import posixpath
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.decode import decode
from corpus.errors import CorpusError, UnreadableSourceError
from corpus.types import Excluded

CATALOG_NAME = "catalog.csv"
_LONGEST_NAME = 255  # what file systems allow; a longer cell is no name
_YEAR = re.compile(r"(?:19|20)\d\d")
_LICENCE = re.compile(r"(?:KOGL|공공누리)\s*[-_]?\s*(?:제?\s*)?([0-4])", re.IGNORECASE)
_TRUE = {"1", "true", "yes", "y", "예", "참"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogRow:
    """One document as the catalogue describes it; empty where the catalogue is silent."""

    file: str
    title: str = ""
    municipality: str = ""
    publisher: str = ""
    document_type: str = ""
    published_on: date | None = None
    fiscal_years: tuple[int, ...] = ()
    source_url: str = ""
    licence: str = ""
    supersedes: str = ""
    is_digest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """The rows by file name, and the rows that could not be used, with the reason."""

    rows: dict[str, CatalogRow]
    excluded: tuple[Excluded, ...]


def read_catalog(folder: Path) -> Catalog:
    """Read a folder's catalog.csv (UTF-8 or CP949); an absent one is an empty catalogue.

    A row that names no file, a file that is not there, or one that was named before is set aside
    and the rest is used; a broken date or year loses only that field. Raises CorpusError when
    the file has no `file` column, since then no row can be placed.
    """
    path = folder / CATALOG_NAME
    if not path.is_file():
        return Catalog(rows={}, excluded=())
    try:
        text = decode(path.read_bytes())
    except UnreadableSourceError as error:
        raise _unusable(path, error.message_ko, error.message_en) from error
    reader = csv.DictReader(io.StringIO(text), strict=False)
    try:
        fields = [(name or "").strip() for name in reader.fieldnames or ()]
        if "file" not in fields:
            raise _unusable(
                path, "첫 줄에 file 열이 없습니다.", "its first line has no `file` column."
            )
        reader.fieldnames = fields
        return _read_rows(folder, reader)
    except csv.Error as error:
        raise _unusable(path, "CSV 형식이 아닙니다.", "it is not valid CSV.") from error


def _read_rows(folder: Path, reader: csv.DictReader[str]) -> Catalog:
    rows: dict[str, CatalogRow] = {}
    excluded: list[Excluded] = []
    for raw in reader:
        line = reader.line_num
        row = {key: (value or "").strip() for key, value in raw.items() if isinstance(key, str)}
        # Sheets write './a.txt' or 'part\\a.txt' too; files are known by their plain path.
        name = posixpath.normpath(row["file"].replace("\\", "/")) if row.get("file") else ""
        row["file"] = name
        problem = _row_problem(
            folder,
            name,
            rows,
            has_extra_cells=None in raw,
            has_line_breaks=any("\n" in value for value in row.values()),
        )
        if problem:
            excluded.append(
                Excluded(
                    source=name[:_LONGEST_NAME] or f"{CATALOG_NAME}:{line}",
                    code="catalogue_row",
                    message_ko=f"목록 {line}행을 쓰지 않았습니다: {problem[0]}",
                    message_en=f"Catalogue line {line} was not used: {problem[1]}",
                )
            )
            continue
        rows[name], problems = _row(row, line)
        excluded.extend(problems)
    return Catalog(rows=rows, excluded=tuple(excluded))


def _row_problem(
    folder: Path,
    name: str,
    rows: dict[str, CatalogRow],
    *,
    has_extra_cells: bool,
    has_line_breaks: bool,
) -> tuple[str, str] | None:
    if not name:
        return "파일 이름이 비어 있습니다.", "it names no file."
    if has_extra_cells:
        return "열이 머리글보다 많습니다.", "it has more cells than the header."
    if name in rows:
        return f"{name}이(가) 두 번 나옵니다.", f"{name} is named twice."
    if has_line_breaks:
        return "따옴표가 닫히지 않았습니다.", "a quotation mark in it is not closed."
    if not _is_inside(folder, name):
        return f"{name} 파일이 없습니다.", f"there is no file {name}."
    return None


def _is_inside(folder: Path, name: str) -> bool:
    """Whether the name is that of a file in the folder, links and '..' followed to their end."""
    try:
        path = (folder / name).resolve()
        return path.is_relative_to(folder.resolve()) and path.is_file()
    except (OSError, ValueError):  # longer than the file system allows
        return False


def _row(row: dict[str, str], line: int) -> tuple[CatalogRow, list[Excluded]]:
    problems: list[Excluded] = []

    def lost(field: str, value: str) -> None:
        problems.append(
            Excluded(
                source=row["file"],
                code="catalogue_field",
                message_ko=(
                    f"목록 {line}행의 {field} 값 '{value}'을(를) 읽을 수 없어 문서에서 추정합니다."
                ),
                message_en=(
                    f"Catalogue line {line}: {field} '{value}' cannot be read; it is inferred."
                ),
            )
        )

    published_on: date | None = None
    if printed := row.get("published_on", ""):
        try:
            published_on = date.fromisoformat(printed)
        except ValueError:
            lost("published_on", printed)
    years = years_in(row.get("fiscal_year", ""))
    if row.get("fiscal_year") and not years:
        lost("fiscal_year", row["fiscal_year"])
    url = row.get("source_url", "")
    if url and not url.startswith(("https://", "http://")):
        lost("source_url", url)  # a javascript: address must never become a link
        url = ""
    read = CatalogRow(
        file=row["file"],
        title=row.get("title", ""),
        municipality=row.get("municipality", ""),
        publisher=row.get("publisher", ""),
        document_type=row.get("document_type", ""),
        published_on=published_on,
        fiscal_years=years,
        source_url=url,
        licence=licence_of(row.get("licence", "")),
        supersedes=row.get("supersedes", ""),
        is_digest=row.get("is_digest", "").lower() in _TRUE,
    )
    return read, problems


def years_in(printed: str) -> tuple[int, ...]:
    """The years a printed range or list covers: '2021~2025' gives five, '2022' one."""
    years = [int(year) for year in _YEAR.findall(printed)]
    if len(years) == 2 and re.search(r"\d\s*[~∼～–-]\s*\d", printed) and years[0] <= years[1]:
        return tuple(range(years[0], years[1] + 1))
    return tuple(dict.fromkeys(years))


def licence_of(printed: str) -> str:
    """A KOGL (공공누리) type as 'KOGL-1' … 'KOGL-4' ('KOGL-0' is type 0), other text as it is."""
    match = _LICENCE.search(printed)
    return f"KOGL-{match.group(1)}" if match else printed


def _unusable(path: Path, why_ko: str, why_en: str) -> CorpusError:
    return CorpusError(
        "unusable_catalogue",
        f"{path.name} 목록을 읽을 수 없습니다: {why_ko}",
        f"The catalogue {path.name} cannot be used: {why_en}",
    )
