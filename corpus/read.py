"""Folders in, corpus out: every file read, described and numbered; the unreadable set aside."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.arithmetic import audit_arithmetic
from corpus.arithmetic_lines import LineReader
from corpus.catalog import CATALOG_NAME, Catalog, CatalogRow, read_catalog
from corpus.describe import Description, describe
from corpus.editions import Edition, link_editions
from corpus.errors import CorpusError, UnreadableSourceError
from corpus.facts import extract_facts
from corpus.facts.table_runs import tabled_runs
from corpus.identifiers import document_ids, plain_id
from corpus.officials import masked
from corpus.outline import Node, outline
from corpus.parse import parse
from corpus.passages import build_records
from corpus.segments import Segmented, segment
from corpus.series import link_series
from corpus.types import Corpus, Document, Excluded, Reading

LIBRARY = Path(__file__).parent / "library"
"""The folder of the documents that ship with the project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How source files are read.

    `most_bytes` bounds one file: a plan of 1,000 pages is about 3 MB of text. `mask_officials`
    leaves of an official's name its first syllable, in the text and all that is read from it.
    """

    most_bytes: int = 50_000_000
    mask_officials: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    folder: int
    name: str
    path: Path
    row: CatalogRow


@dataclass(frozen=True, slots=True, kw_only=True)
class _Described:
    """A document that says what it is and has no id yet: an id depends on the other documents."""

    row: CatalogRow
    sha256: str
    text: str
    segmented: Segmented
    root: Node
    about: Description


def read_folders(folders: Sequence[Path], options: ReadOptions | None = None) -> Corpus:
    """Read every document in the folders; what cannot be read is listed in `excluded`.

    Raises CorpusError when a folder is missing or when nothing in the folders can be read.
    """
    options = options or ReadOptions()
    excluded: list[Excluded] = []
    described: list[tuple[int, _Described]] = []
    digest = hashlib.sha256(_reader_fingerprint().encode())
    digest.update(repr(options.mask_officials).encode())
    for source in _sources(folders, excluded):
        try:
            data = _bytes_of(source.path, options)
            digest.update(repr((source.name, hashlib.sha256(data).digest(), source.row)).encode())
            one = _describe(data, source.row, options, suffix=source.path.suffix)
            described.append((source.folder, one))
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
    if not described:
        names = ", ".join(folder.name for folder in folders) or "-"
        raise CorpusError(
            "empty_corpus",
            f"읽을 수 있는 문서가 없습니다: {names}. .txt, .md, .html 파일을 넣어 주세요.",
            f"There is no readable document in: {names}. Put .txt, .md or .html files there.",
        )
    ids = document_ids([(one.about, one.row.file) for _, one in described])
    linked = link_editions(
        [
            Edition(folder=folder, reading=_reading(one, document_id))
            for (folder, one), document_id in zip(described, ids, strict=True)
        ]
    )
    return Corpus(
        readings=linked.readings,
        excluded=(*excluded, *linked.excluded),
        digest=digest.hexdigest(),
        series=link_series(linked.readings),
    )


def read_document(data: bytes, row: CatalogRow, *, suffix: str = ".txt") -> Reading:
    """Read one file's bytes as a document that stands alone, so that its id is plain.

    Raises UnreadableSourceError for a format, encoding or content that cannot be read.
    """
    described = _describe(data, row, ReadOptions(), suffix=suffix)
    return _reading(described, plain_id(described.about))


def _describe(data: bytes, row: CatalogRow, options: ReadOptions, *, suffix: str) -> _Described:
    parsed = parse(data, suffix)
    if options.mask_officials:
        title = masked(parsed.title) if parsed.title else parsed.title
        parsed = replace(parsed, text=masked(parsed.text), title=title)
        row = replace(row, title=masked(row.title)) if row.title else row
    segmented = segment(parsed)
    root = outline(parsed.text, segmented)
    return _Described(
        row=row,
        sha256=hashlib.sha256(data).hexdigest(),
        text=parsed.text,
        segmented=segmented,
        root=root,
        about=describe(row, parsed.text, segmented, root, parsed_title=parsed.title),
    )


def _reading(described: _Described, document_id: str) -> Reading:
    about, text = described.about, described.text
    document = Document(
        id=document_id,
        source=described.row.file,
        title=about.title,
        municipality=about.municipality_name,
        publisher=about.publisher,
        document_type=about.document_type,
        fiscal_years=about.fiscal_years,
        published_on=about.published_on,
        source_url=about.source_url,
        licence=about.licence,
        language="ko",
        sha256=described.sha256,
        is_digest=about.is_digest,
        is_truncated=any(one.is_cut for one in described.segmented.segments),
        supersedes=described.row.supersedes or None,
        inferred=about.inferred,
    )
    sections, passages = build_records(document.id, text, described.root)
    runs = tabled_runs(text, passages)
    reader = LineReader(text)
    facts = extract_facts(document, text, passages, runs, beside=reader.read)
    return Reading(
        document=document,
        text=text,
        sections=sections,
        passages=passages,
        facts=facts,
        left_out=described.segmented.left_out,
        audits=audit_arithmetic(document, text, passages, facts, runs, reader.lines),
    )


def _sources(folders: Sequence[Path], excluded: list[Excluded]) -> Iterator[_Source]:
    for number, folder in enumerate(folders):
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
            row = catalog.rows.get(name) or CatalogRow(file=name)
            yield _Source(folder=number, name=name, path=path, row=row)


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


def _reader_fingerprint() -> str:
    """A digest of this room's own code and tables: another reader makes another corpus."""
    digest = hashlib.sha256()
    room = Path(__file__).parent
    for path in sorted([*room.rglob("*.py"), *room.glob("*.csv")]):
        digest.update(path.relative_to(room).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
