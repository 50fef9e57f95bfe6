"""Corpus in, snapshot out: written beside, manifest last, renamed into place."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

import corpus
from index.digests import file_digests
from index.errors import SnapshotError
from index.lexical import PassageTerms, Terms, write_lexical
from index.manifest import (
    FORMAT_VERSION,
    MANIFEST_NAME,
    read_manifest,
    snapshot_id_for,
    verify_files,
    write_manifest,
)
from index.sentences import write_sentences
from index.sequence import write_sequence
from index.snapshot import (
    DATABASE_NAME,
    LEXICAL_NAME,
    PAIRS_IN_ORDER_NAME,
    SENTENCE_STARTS_NAME,
    SENTENCES_NAME,
    SNAPSHOTS_NAME,
    VECTORS_NAME,
    WORDS_IN_ORDER_NAME,
    Snapshot,
    latest_snapshot,
    open_snapshot,
)
from index.tables import write_database
from index.types import Embedder, Manifest, Reranker, Vectors
from index.vectors import write_vectors
from index.words import pairs, words_of_each

Progress = Callable[[str, int, int], None]
"""Called with the stage ('records', 'words', 'vectors', 'seal'), how much is done, of how much."""

_log = logging.getLogger(__name__)

_WRITING = ".writing-"
"""Beginning of the name of a folder that is not a snapshot yet."""

_ABANDONED_AFTER = 24 * 3600
"""Seconds since anything was added to such a folder, after which no build can be at work in it."""

_FOLDER_MODE = 0o755
"""Readable by the account that serves, which need not be the one that builds."""

_EMBEDDED_AT_ONCE = 64
"""Passages between two signs of progress; a few batches of the model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _SearchText:
    """What the retrievers see of a passage, and where the passage belongs.

    `above` is the title of the document and each heading over the passage, `own` its text.
    """

    above: tuple[str, ...]
    own: str
    section_row: int
    document_row: int

    @property
    def text(self) -> str:
        """The passage with all that stands above it."""
        return "\n".join((*self.above, self.own))

    def sentences(self) -> tuple[str, ...]:
        """The sentences of the text, where it has several."""
        spans = corpus.sentence_spans(self.own)
        found = tuple(self.own[start:end] for start, end in spans)
        return found if len(found) > 1 else ()


def build_snapshot(
    content: corpus.Corpus,
    data_folder: Path,
    *,
    embedder: Embedder,
    progress: Progress | None = None,
) -> Manifest:
    """Build `<data_folder>/snapshots/<snapshot_id>/` and give its manifest.

    The folder appears at once and whole, by a rename; a build that fails leaves nothing behind.
    A whole snapshot of that name is left as it is, a damaged one is set aside.
    """
    report = progress or (lambda stage, done, total: None)
    snapshot_id = snapshot_id_for(content.digest, embedder.name, embedder.revision)
    target = data_folder / SNAPSHOTS_NAME / snapshot_id
    if (there := _whole(target)) is not None:
        return there
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear_abandoned(target.parent)
    folder = Path(tempfile.mkdtemp(prefix=_WRITING, dir=target.parent))
    try:
        folder.chmod(_FOLDER_MODE)
        manifest = _write(folder, snapshot_id, content, embedder, report)
        # Another process may have built the same meanwhile: the same id holds the same content.
        if (there := _whole(target)) is not None:
            return there
        folder.rename(target)
        _flush(target.parent)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    report("seal", 1, 1)
    return manifest


def ensure_snapshot(
    content: corpus.Corpus,
    data_folder: Path,
    *,
    embedder: Embedder,
    progress: Progress | None = None,
    reranker: Reranker | None = None,
) -> Snapshot:
    """The open snapshot of this corpus, built only when there is none.

    A damaged one is set aside under another name and built again. When building fails, the newest
    snapshot that opens is given instead; its manifest says which corpus it holds.
    """
    snapshot_id = snapshot_id_for(content.digest, embedder.name, embedder.revision)
    folder = data_folder / SNAPSHOTS_NAME / snapshot_id
    try:
        build_snapshot(content, data_folder, embedder=embedder, progress=progress)
        # Its digests were proved, or made, a moment ago.
        return open_snapshot(folder, embedder=embedder, verify=False, reranker=reranker)
    except Exception as error:
        last_good = latest_snapshot(data_folder, embedder=embedder, reranker=reranker)
        if last_good is None:
            raise
        _log.exception(
            "building snapshot %s failed (%s); serving %s, the last good one",
            snapshot_id,
            error,
            last_good.manifest.snapshot_id,
        )
        return last_good


def set_aside(folder: Path) -> Path:
    """Rename a snapshot that cannot be served, so that nothing is lost; the new place."""
    number = 1
    while (place := folder.with_name(f"{folder.name}.damaged-{number}")).exists():
        number += 1
    return folder.rename(place)


def _write(
    folder: Path, snapshot_id: str, content: corpus.Corpus, embedder: Embedder, report: Progress
) -> Manifest:
    search_texts = _search_texts(content)
    report("records", 0, 1)
    write_database(folder / DATABASE_NAME, content)
    report("records", 1, 1)
    report("words", 0, 1)
    (folder / LEXICAL_NAME).mkdir()
    terms = _terms(search_texts)
    write_lexical(folder / LEXICAL_NAME, terms)
    write_sequence(folder / WORDS_IN_ORDER_NAME, terms, "words")
    write_sequence(folder / PAIRS_IN_ORDER_NAME, terms, "pairs")
    report("words", 1, 1)
    sentences = [one.sentences() for one in search_texts]
    vectors = _embedded(
        [*(one.text for one in search_texts), *(text for found in sentences for text in found)],
        embedder,
        report,
    )
    write_vectors(folder / VECTORS_NAME, vectors[: len(search_texts)])
    write_sentences(
        folder / SENTENCES_NAME,
        folder / SENTENCE_STARTS_NAME,
        vectors[len(search_texts) :],
        [len(found) for found in sentences],
    )
    report("seal", 0, 1)
    manifest = Manifest(
        snapshot_id=snapshot_id,
        format_version=FORMAT_VERSION,
        built_at=datetime.now(UTC),
        corpus_digest=content.digest,
        model_name=embedder.name,
        model_revision=embedder.revision,
        counts=_counts(content),
        files=file_digests(folder, MANIFEST_NAME),
        excluded=content.excluded,
    )
    for path in folder.rglob("*"):
        _flush(path)
    write_manifest(folder, manifest)
    _flush(folder)
    return manifest


def _counts(content: corpus.Corpus) -> dict[str, int]:
    """How many records are served; of facts and series, what a doubt keeps back is not counted."""
    facts = [fact for reading in content.readings for fact in reading.facts]
    doubtful = {fact.id for fact in facts if corpus.is_kept_back(fact.doubts)}
    return {
        "documents": len(content.readings),
        "sections": sum(len(reading.sections) for reading in content.readings),
        "passages": sum(len(reading.passages) for reading in content.readings),
        "facts": len(facts) - len(doubtful),
        "doubtful_facts": len(doubtful),
        "arithmetic_audits": sum(len(reading.audits) for reading in content.readings),
        "series": sum(
            doubtful.isdisjoint(point.fact_id for point in one.points) for one in content.series
        ),
        "excluded": len(content.excluded),
    }


def _search_texts(content: corpus.Corpus) -> list[_SearchText]:
    """Document title, heading path and text of every passage, in the order of the rows."""
    sections = [section for reading in content.readings for section in reading.sections]
    section_rows = {section.id: row for row, section in enumerate(sections)}
    return [
        _SearchText(
            above=(reading.document.title, *passage.heading_path),
            own=passage.text,
            section_row=section_rows[passage.section_id],
            document_row=document_row,
        )
        for document_row, reading in enumerate(content.readings)
        for passage in reading.passages
    ]


def _terms(search_texts: Sequence[_SearchText]) -> list[PassageTerms]:
    """What each passage is found by; a title or heading is read once, however much it is over."""
    texts = {text: None for one in search_texts for text in (*one.above, one.own)}
    terms = {
        text: Terms(words=found, pairs=pairs(text))
        for text, found in zip(texts, words_of_each(texts), strict=True)
    }
    return [
        PassageTerms(
            section_row=one.section_row,
            document_row=one.document_row,
            above=tuple(terms[text] for text in one.above),
            own=terms[one.own],
        )
        for one in search_texts
    ]


def _embedded(texts: Sequence[str], embedder: Embedder, report: Progress) -> Vectors:
    """One vector for each text, embedded shortest first so that a batch holds equal lengths."""
    vectors = np.zeros((len(texts), embedder.dimension), dtype=np.float32)
    order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
    report("vectors", 0, len(texts))
    for start in range(0, len(order), _EMBEDDED_AT_ONCE):
        rows = order[start : start + _EMBEDDED_AT_ONCE]
        vectors[rows] = embedder.encode_passages([texts[row] for row in rows])
        report("vectors", start + len(rows), len(texts))
    return vectors


def _whole(folder: Path) -> Manifest | None:
    """The manifest of a snapshot that is there and whole; one that is not whole is set aside."""
    if not folder.exists():
        return None
    try:
        manifest = read_manifest(folder)
        verify_files(folder, manifest)
    except SnapshotError as error:
        _log.warning("set aside as %s: %s", set_aside(folder).name, error)
        return None
    return manifest


def _clear_abandoned(folder: Path) -> None:
    """Remove what builds left that were killed; one at work writes far more often than this."""
    for path in folder.glob(f"{_WRITING}*"):
        if time.time() - path.stat().st_mtime > _ABANDONED_AFTER:
            shutil.rmtree(path, ignore_errors=True)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
