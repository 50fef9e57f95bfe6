"""What leaves this room: Hit; the requests it answers; and the Manifest of a snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

import numpy as np
import numpy.typing as npt

import corpus
from index.conditions import Condition
from index.orderings import Order, SortKey

Vectors = npt.NDArray[np.float32]


class Embedder(Protocol):
    """Text into unit vectors; `name` and `revision` say which model, for the manifest."""

    name: str
    revision: str

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length for questions, shape (len(texts), dimension)."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length for passages, shape (len(texts), dimension)."""


class Reranker(Protocol):
    """Reads a question and a passage together, and says how well the one answers the other."""

    def scores(self, question: str, passages: Sequence[str]) -> Sequence[float]:
        """One number for each passage; only their order counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One morpheme as the analyser sees it: dictionary form, part-of-speech tag, place in text."""

    form: str
    tag: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """What to look for, and where; empty tuples mean anywhere."""

    text: str
    limit: int = 30
    municipalities: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that was found: fused score in 0..1, what each retriever said (None: not found).

    Ranks count from 1. `lexical_score` is BM25, `cosine` the similarity of the two vectors.
    """

    passage: corpus.Passage
    score: float
    lexical_rank: int | None
    vector_rank: int | None
    lexical_score: float | None
    cosine: float | None


class Publication(Enum):
    """Which facts are meant: those served as data, those kept back for a doubt, or all of them.

    CERTAIN are those without any doubt, fewer than are published (`corpus.facts.doubts`): what is
    counted, ranked or offered rests on them. A series is what every fact that it has a point of is.
    """

    ANY = "any"
    PUBLISHED = "published"
    CERTAIN = "certain"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRequest:
    """Which records to give, in ascending order of id or as `order` says.

    `after` is the id to go on from, `before` the id to end at; with an `order`, `after_key` and
    `before_key` are what these records are sorted by (None: they have no value). `descending` reads
    the same list from its end. `where` is met by all that is given, beside everything else.

    Empty tuples do not narrow, nor does a field that says nothing of what is asked for:

    - `document_types` and `supersedes` apply to documents; `supersedes` names the documents that
      one of these ids is replaced by.
    - `kinds` applies to facts and series, `audit_results` to audits.
    - `years` and `name_contains` apply to facts, audits and series. A year is the fiscal year or,
      of a fact, the year of any value; of a series, the year of any point.
    - `organisations`, `grades` (values that are no number, as printed: '가등급'), `phases` (of any
      value), `due_years` (in which a period ends) and the amounts apply to facts. Amounts are in
      whole won, both bounds included; a fact without an amount is within none.
    - `fact_ids` names the facts themselves, the audits that reckon with one of them, and the
      series that one of them is a point of.
    - A series is in `document_ids` when a point of it comes from one of these documents.
    - `publication` applies to facts and series. Whoever serves facts as data asks for `PUBLISHED`;
      whoever looks for the passage that answers a question has use for all of them.
    """

    ids: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()
    section_ids: tuple[str, ...] = ()
    passage_ids: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    fact_ids: tuple[str, ...] = ()
    document_types: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    kinds: tuple[corpus.FactKind, ...] = ()
    audit_results: tuple[corpus.AuditResult, ...] = ()
    years: tuple[int, ...] = ()
    organisations: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    phases: tuple[corpus.Phase, ...] = ()
    due_years: tuple[int, ...] = ()
    amount_at_least: int | None = None
    amount_at_most: int | None = None
    name_contains: str | None = None
    publication: Publication = Publication.ANY
    where: Condition | None = None
    order: Order | None = None
    after: str | None = None
    after_key: SortKey = None
    before: str | None = None
    before_key: SortKey = None
    limit: int | None = None
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a snapshot holds and what it is made from; written last, so only a whole one has it.

    `counts` has the number of records of each table, of facts and series the published ones;
    'doubtful_facts', the facts that are kept back; and 'excluded'.
    """

    snapshot_id: str
    format_version: int
    built_at: datetime
    corpus_digest: str
    model_name: str
    model_revision: str
    counts: dict[str, int]
    files: dict[str, str]
    excluded: tuple[corpus.Excluded, ...]
