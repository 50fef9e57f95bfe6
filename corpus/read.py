"""Folders in, corpus out: every file read, described and numbered; the unreadable set aside."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.catalog import CATALOG_NAME, Catalog, CatalogRow, read_catalog
from corpus.describe import Description, describe
from corpus.errors import CorpusError, UnreadableSourceError
from corpus.facts import extract_facts
from corpus.outline import outline
from corpus.parse import parse
from corpus.passages import build_records
from corpus.segments import segment
from corpus.types import Corpus, Document, Excluded, Reading

LIBRARY = Path(__file__).parent / "library"
"""The folder of the documents that ship with the project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """Bounds on one source file: a plan of 1,000 pages is about 3 MB of text."""

    most_bytes: int = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    name: str
    path: Path
    row: CatalogRow


def read_folders(folders: Sequence[Path], options: ReadOptions | None = None) -> Corpus:
    """Read every document in the folders; what cannot be read is listed in `excluded`.

    Raises CorpusError when a folder is missing or when nothing in the folders can be read.
    """
    options = options or ReadOptions()
    excluded: list[Excluded] = []
    readings: list[Reading] = []
    taken: set[str] = set()
    digest = hashlib.sha256(_reader_fingerprint().encode())
    for source in _sources(folders, excluded):
        try:
            data = _bytes_of(source.path, options)
            digest.update(repr((source.name, hashlib.sha256(data).digest(), source.row)).encode())
            readings.append(read_document(data, source.row, taken, suffix=source.path.suffix))
        except UnreadableSourceError as error:
            digest.update(repr((source.name, error.code)).encode())
            excluded.append(
                Excluded(
                    source=source.name,
                    code=error.code,
                    message_ko=error.message_ko,
                    message_en=error.message_en,
                )
            )
    digest.update(repr(excluded).encode())
    if not readings:
        names = ", ".join(folder.name for folder in folders) or "-"
        raise CorpusError(
            "empty_corpus",
            f"읽을 수 있는 문서가 없습니다: {names}. .txt, .md, .html 파일을 넣어 주세요.",
            f"There is no readable document in: {names}. Put .txt, .md or .html files there.",
        )
    return Corpus(
        readings=_with_supersedes(readings), excluded=tuple(excluded), digest=digest.hexdigest()
    )


def read_document(
    data: bytes, row: CatalogRow, taken: set[str] | None = None, *, suffix: str = ".txt"
) -> Reading:
    """Read one file's bytes; `taken` holds the ids in use and gains this document's.

    Raises UnreadableSourceError for a format, encoding or content that cannot be read.
    """
    parsed = parse(data, suffix)
    segmented = segment(parsed)
    root = outline(parsed.text, segmented)
    about = describe(row, parsed.text, segmented, root, parsed_title=parsed.title)
    taken = set() if taken is None else taken
    document = Document(
        id=_document_id(about, row.file, taken),
        source=row.file,
        title=about.title,
        municipality=about.municipality_name,
        publisher=about.publisher,
        document_type=about.document_type,
        fiscal_years=about.fiscal_years,
        published_on=about.published_on,
        source_url=about.source_url,
        licence=about.licence,
        language="ko",
        sha256=hashlib.sha256(data).hexdigest(),
        is_digest=about.is_digest,
        is_truncated=any(one.is_cut for one in segmented.segments),
        supersedes=row.supersedes or None,
        inferred=about.inferred,
    )
    taken.add(document.id)
    sections, passages = build_records(document.id, parsed.text, root)
    return Reading(
        document=document,
        text=parsed.text,
        sections=sections,
        passages=passages,
        facts=extract_facts(document, parsed.text, passages),
        left_out=segmented.left_out,
    )


def _sources(folders: Sequence[Path], excluded: list[Excluded]) -> Iterator[_Source]:
    for folder in folders:
        if not folder.is_dir():
            raise CorpusError(
                "missing_folder",
                f"문서 폴더가 없습니다: {folder}",
                f"There is no such corpus folder: {folder}",
            )
        catalog: Catalog = read_catalog(folder)
        excluded.extend(catalog.excluded)
        inside = folder.resolve()
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            is_hidden = any(part.startswith(".") for part in Path(name).parts)
            if is_hidden or name == CATALOG_NAME or not path.is_file():
                continue
            if not path.resolve().is_relative_to(inside):
                excluded.append(
                    Excluded(
                        source=name,
                        code="outside_folder",
                        message_ko="폴더 밖을 가리키는 링크라서 읽지 않았습니다.",
                        message_en="A link that leads out of the folder is not followed.",
                    )
                )
                continue
            yield _Source(name=name, path=path, row=catalog.rows.get(name) or CatalogRow(file=name))


def _bytes_of(path: Path, options: ReadOptions) -> bytes:
    try:
        if path.stat().st_size > options.most_bytes:
            raise UnreadableSourceError(
                "file_too_large",
                f"파일이 너무 큽니다(최대 {options.most_bytes:,}바이트).",
                f"The file is too large (at most {options.most_bytes:,} bytes).",
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableSourceError(
            "cannot_open", "파일을 열 수 없습니다.", "The file cannot be opened."
        ) from error


def _document_id(about: Description, source: str, taken: set[str]) -> str:
    """A readable id: place, type and year; a short hash of the file name tells equals apart."""
    place = f"kr-{about.municipality.slug}" if about.municipality else "kr"
    name = about.document_type.replace("_", "-")
    if about.fiscal_years:
        name += f"-{about.fiscal_years[0]}"
    elif about.published_on:
        name += f"-{about.published_on.year}"
    plain = f"{place}/{name}"
    if plain not in taken:
        return plain
    digest = hashlib.sha256(source.encode()).hexdigest()
    for length in range(4, len(digest)):
        if (longer := f"{plain}-{digest[:length]}") not in taken:
            return longer
    raise ValueError(f"two files with one name: {source}")


def _with_supersedes(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Catalogues name the superseded file; records name its document id."""
    ids = {one.document.source: one.document.id for one in readings}
    known = set(ids.values())
    linked = []
    for one in readings:
        target = one.document.supersedes
        resolved = ids.get(target, target if target in known else None) if target else None
        linked.append(replace(one, document=replace(one.document, supersedes=resolved)))
    return tuple(linked)


def _reader_fingerprint() -> str:
    """A digest of this room's own code and tables: another reader makes another corpus."""
    digest = hashlib.sha256()
    room = Path(__file__).parent
    for path in sorted([*room.rglob("*.py"), *room.glob("*.csv")]):
        digest.update(path.relative_to(room).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
