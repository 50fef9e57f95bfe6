"""Open a snapshot, prove it whole, and search it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from sqlite3 import DatabaseError

import numpy as np

import corpus
from index.characters import well_formed
from index.database import Database
from index.errors import SnapshotError
from index.filters import Table
from index.fusion import Fused
from index.lexical import LexicalIndex
from index.manifest import MANIFEST_NAME, damaged, read_manifest, verify_files
from index.matches import Matches, MatchRequest
from index.recent import Recent, RecentOptions, RecentRecords
from index.rerank import Marks
from index.reranker import RERANKED, reordered
from index.search import Ranker, RankingOptions, Sought
from index.sentences import SentenceVectors
from index.sequence import TermSequence
from index.shape_slots import Argument
from index.shape_sql import Filled, Form
from index.sight import Sight
from index.types import (
    Embedder,
    Hit,
    Manifest,
    RecordRequest,
    Reranker,
    SearchRequest,
    Vectors,
)
from index.vectors import Rows, VectorIndex

DATABASE_NAME = "records.sqlite"
LEXICAL_NAME = "words"
WORDS_IN_ORDER_NAME = "words_in_order.npz"
PAIRS_IN_ORDER_NAME = "pairs_in_order.npz"
VECTORS_NAME = "vectors.faiss"
SENTENCES_NAME = "sentences.npy"
SENTENCE_STARTS_NAME = "sentence_starts.npy"
SNAPSHOTS_NAME = "snapshots"

_REMEMBERED_QUESTIONS = 256
"""Vectors of recent questions, in memory only: the pipeline asks the same one with and without a
municipality."""

_REMEMBERED_SEARCHES = 16
"""Searches by people whose next page, or other facet, is then no new search; of 100,000 passages
each takes a megabyte or two, in memory only."""

_LONGEST_QUESTION = 2000
"""Characters that are looked at; the model reads 512 tokens, and the analyser's time grows."""


class Snapshot:
    """An immutable index of one corpus: records by request, passages by question.

    Safe for any number of threads. Nothing in it changes, so (`manifest.snapshot_id`, request) is
    a sound key for any cache; the records that were asked for last stay in memory (`recent.py`).
    `bounds` say how much it holds at most.
    """

    def __init__(
        self,
        folder: Path,
        *,
        manifest: Manifest,
        embedder: Embedder,
        ranking: RankingOptions | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self.manifest = manifest
        self._reranker = reranker
        self._database = Database(folder / DATABASE_NAME)
        self.bounds = self._database.bounds()
        section_rows, self._document_rows = self._database.passage_places()
        self._lexical = LexicalIndex(folder / LEXICAL_NAME, section_rows)
        self._vectors = VectorIndex(folder / VECTORS_NAME)
        self._ranker = Ranker(
            lexical=self._lexical,
            vectors=self._vectors,
            words_in_order=TermSequence(folder / WORDS_IN_ORDER_NAME, self._document_rows),
            pairs_in_order=TermSequence(folder / PAIRS_IN_ORDER_NAME, self._document_rows),
            sentences=SentenceVectors(
                folder / SENTENCES_NAME,
                folder / SENTENCE_STARTS_NAME,
                passages=len(self._document_rows),
            ),
            options=ranking,
        )

        @lru_cache(maxsize=_REMEMBERED_QUESTIONS)
        def query_vector(text: str) -> Vectors:
            vector: Vectors = embedder.encode_queries([text])[0]
            return vector

        self._query_vector = query_vector
        recent = RecentOptions()
        self._documents = RecentRecords("documents", self._database.documents, recent)
        self._sections = RecentRecords("sections", self._database.sections, recent)
        self._passages = RecentRecords("passages", self._database.passages, recent)
        self._facts = RecentRecords("facts", self._database.facts, recent)
        self._texts: Recent[str, str] = Recent(recent.characters)
        self._rows: Recent[int, corpus.Passage] = Recent(recent.records)
        sight = Sight(
            lexical=self._lexical,
            ranker=self._ranker,
            database=self._database,
            vector_of=query_vector,
        )

        @lru_cache(maxsize=_REMEMBERED_SEARCHES)
        def matched(request: MatchRequest) -> Matches:
            facets = self._database.facets()
            return Matches(request, sight.sighted(request, facets), facets, self._database)

        self._matched = matched

    def search(self, request: SearchRequest) -> tuple[Hit, ...]:
        """The passages that fit the question best, best first, by words and by meaning."""
        sought = self._sought(request)
        if sought is None:
            return ()
        limit = max(request.limit, RERANKED) if self._reranker is not None else request.limit
        hits = self._hits(self._ranker.ranked(sought, limit), sought.vector)
        if self._reranker is not None:
            hits = reordered(hits, sought.text, self._reranker)
        return hits[: request.limit]

    def matches(self, request: MatchRequest) -> Matches:
        """Every passage and fact that fits: counted by facets, in any order, page by page."""
        return self._matched(request)

    def prepare(self) -> None:
        """Read now what the first search by people would have to wait for; once is enough."""
        self._database.facets()

    def vocabulary(self, most: int) -> tuple[tuple[str, int], ...]:
        """The words of the passages with how many have them, commonest first (for spellings)."""
        return self._lexical.vocabulary(most)

    def marks(self, request: SearchRequest) -> dict[str, Marks]:
        """What speaks for each candidate, by the id of its passage: what weights are learned from.

        The candidates are those of the first ranking, whatever the limit, best first.
        """
        sought = self._sought(request)
        if sought is None:
            return {}
        fused, marks = self._ranker.marked(sought, request.limit)
        rows = [one.row for one in fused[: len(marks)]]
        passages = self._passages_at(rows)
        return {passages[row].id: one for row, one in zip(rows, marks, strict=True)}

    def documents(self, request: RecordRequest) -> tuple[corpus.Document, ...]:
        """The documents that the request names, in the order of their ids."""
        return self._documents.named(request)

    def sections(self, request: RecordRequest) -> tuple[corpus.Section, ...]:
        """The sections that the request names, in the order of their ids."""
        return self._sections.named(request)

    def passages(self, request: RecordRequest) -> tuple[corpus.Passage, ...]:
        """The passages that the request names, in the order of their ids."""
        return self._passages.named(request)

    def facts(self, request: RecordRequest) -> tuple[corpus.Fact, ...]:
        """The facts that the request names, in the order of their ids."""
        return self._facts.named(request)

    def audits(self, request: RecordRequest) -> tuple[corpus.ArithmeticAudit, ...]:
        """The arithmetic audits that the request names, in the order of their ids."""
        return self._database.audits(request)

    def series(self, request: RecordRequest) -> tuple[corpus.Series, ...]:
        """The series that the request names, in the order of their ids."""
        return self._database.series(request)

    def count(self, table: Table, request: RecordRequest) -> int:
        """How many records of the table the request names, whatever its page."""
        return self._database.count(table, request)

    def filled(self, form: Form, arguments: Sequence[Argument]) -> Filled | None:
        """The statement for a form whose slots hold these arguments, to run as often as wanted.

        None where SQLite cannot write this snapshot's records rightly. A wrong argument raises
        what it is wrong with.
        """
        return self._database.filled(form, arguments)

    def run(self, filled: Filled) -> bytes | None:
        """The JSON that a statement of this snapshot gives.

        None where it cannot be written this way: a record that is missing, a number that is too
        large. Whoever asks then reads the records themselves.
        """
        return self._database.run(filled)

    def text(self, document_id: str) -> str | None:
        """The canonical text of a document, None where there is no such document."""
        found = self._texts.get(document_id)
        if found is None:
            found = self._database.text(document_id)
            if found is not None:
                self._texts.put(document_id, found, 1 + len(found))
        return found

    def left_out(self, document_id: str) -> tuple[corpus.Span, ...]:
        """The stretches of a document that stand in no passage, and why."""
        return self._database.left_out(document_id)

    def document_frequency(self, words: Sequence[str]) -> dict[str, int]:
        """In how many passages each word occurs (words as `index.words` gives them)."""
        return self._lexical.document_frequency(words)

    def close(self) -> None:
        """Let go of the files; a later request raises SnapshotError."""
        self._database.close()
        self.forget()

    def forget(self) -> None:
        """Let go of what was read and found last: the next request reads the files again."""
        self._query_vector.cache_clear()
        self._matched.cache_clear()
        for kept in (self._documents, self._sections, self._passages, self._facts):
            kept.clear()
        self._texts.clear()
        self._rows.clear()

    def _sought(self, request: SearchRequest) -> Sought | None:
        """The question as it is looked up; None where there is nothing to look up."""
        text = well_formed(request.text[:_LONGEST_QUESTION])
        if request.limit <= 0 or not text.strip() or not len(self._document_rows):
            return None
        documents, rows = self._narrowed(request)
        if rows is not None and not len(rows):
            return None
        return Sought(
            text=text,
            vector=self._query_vector(text),
            document_rows=documents,
            passage_rows=rows,
        )

    def _narrowed(self, request: SearchRequest) -> tuple[tuple[int, ...] | None, Rows | None]:
        """Rows of the documents to look in and of their passages; None, None means everywhere."""
        if not request.municipalities and not request.document_ids:
            return None, None
        documents = self._database.document_rows(
            RecordRequest(municipalities=request.municipalities, document_ids=request.document_ids)
        )
        return documents, np.flatnonzero(np.isin(self._document_rows, documents))

    def _hits(self, best: Sequence[Fused], vector: Vectors) -> tuple[Hit, ...]:
        rows = [one.row for one in best]
        passages = self._passages_at(rows)
        # A passage that only its words brought here has a cosine too, and callers weigh it.
        cosines = self._vectors.cosines(vector, np.asarray(rows, dtype=np.int64))
        return tuple(
            Hit(
                passage=passages[one.row],
                score=one.score,
                lexical_rank=one.lexical_rank,
                vector_rank=one.vector_rank,
                lexical_score=one.lexical_score,
                cosine=float(cosine),
            )
            for one, cosine in zip(best, cosines, strict=True)
        )

    def _passages_at(self, rows: Sequence[int]) -> dict[int, corpus.Passage]:
        kept = {row: self._rows.get(row) for row in rows}
        found = {row: passage for row, passage in kept.items() if passage is not None}
        missing = [row for row in kept if row not in found]
        read = self._database.passages_at(missing) if missing else {}
        for row, passage in read.items():
            self._rows.put(row, passage, 1)
        return found | read


def open_snapshot(
    folder: Path,
    *,
    embedder: Embedder,
    verify: bool = True,
    ranking: RankingOptions | None = None,
    reranker: Reranker | None = None,
) -> Snapshot:
    """The snapshot in the folder, ready to be searched.

    Raises SnapshotError when it is missing, half-written, damaged, of another format, or made with
    another model than `embedder`. Without `verify` the file digests are not checked. A `reranker`
    orders the best hits anew.
    """
    manifest = read_manifest(folder)
    if (manifest.model_name, manifest.model_revision) != (embedder.name, embedder.revision):
        raise SnapshotError(
            "snapshot_other_model",
            f"스냅숏 {folder.name}은(는) 모형 {manifest.model_name} {manifest.model_revision}(으)로"
            f" 만들어졌는데 지금 설정은 {embedder.name} {embedder.revision}입니다."
            " 색인을 다시 만들어 주세요.",
            f"Snapshot {folder.name} was made with model {manifest.model_name}"
            f" {manifest.model_revision}, and {embedder.name} {embedder.revision} is configured;"
            " build the index again.",
        )
    if verify:
        verify_files(folder, manifest)
    try:
        return Snapshot(
            folder, manifest=manifest, embedder=embedder, ranking=ranking, reranker=reranker
        )
    except (OSError, DatabaseError) as error:
        raise damaged(folder, DATABASE_NAME) from error


def latest_snapshot(
    data_folder: Path,
    *,
    embedder: Embedder,
    verify: bool = True,
    reranker: Reranker | None = None,
) -> Snapshot | None:
    """The newest snapshot that opens, whatever its corpus; None where there is none."""
    candidates = []
    for path in (data_folder / SNAPSHOTS_NAME).glob(f"*/{MANIFEST_NAME}"):
        try:
            manifest = read_manifest(path.parent)
        except SnapshotError:
            continue
        # Folders that are being written or were set aside have another name than their snapshot.
        if path.parent.name == manifest.snapshot_id:
            candidates.append((manifest.built_at, path.parent))
    for _, folder in sorted(candidates, reverse=True):
        try:
            return open_snapshot(folder, embedder=embedder, verify=verify, reranker=reranker)
        except SnapshotError:
            continue
    return None
