"""Retrieval tasks: documents, questions, and which passages answer them.

Two kinds of data give them: a file in the shape of SQuAD (KorQuAD), where each question has to find
its own paragraph among all, and question sets with evidence, as tests.evaluation asks them.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import corpus
import index
from tests.evaluation.measures import read_cases
from tests.evaluation.overlap import Evidence, holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One question and where its answer stands: any of the evidence will do.

    Evidence without a text is the whole file.
    """

    text: str
    evidence: tuple[Evidence, ...]

    @property
    def group(self) -> str:
        """What belongs to one fold of a cross-validation: questions about the same file."""
        return min(min(one.sources) for one in self.evidence)

    def is_answered_by(self, passage: corpus.Passage, source: str) -> bool:
        """Whether a passage of this file holds any of the evidence."""
        return any(
            source in one.sources and (not one.text or holds((passage.text,), one.text))
            for one in self.evidence
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A folder of documents and the questions about them."""

    name: str
    folder: Path
    queries: tuple[Query, ...]


@contextmanager
def paragraph_task(path: Path) -> Iterator[Task]:
    """The paragraphs of a SQuAD-shaped file as documents, each question asking for its own.

    The documents are written into a folder that is gone afterwards; the file stays where it is.
    """
    articles = json.loads(path.read_text(encoding="utf-8"))["data"]
    files: dict[str, str] = {}
    queries = []
    for paragraph in (one for article in articles for one in article["paragraphs"]):
        file = files.setdefault(paragraph["context"], f"p{len(files):05d}.txt")
        evidence = (Evidence(text="", sources=(file,)),)
        queries += [Query(text=one["question"], evidence=evidence) for one in paragraph["qas"]]
    with TemporaryDirectory() as name:
        folder = Path(name)
        for text, file in files.items():
            (folder / file).write_text(text, encoding="utf-8")
        yield Task(name=path.stem, folder=folder, queries=tuple(queries))


def evidence_task(name: str, folder: Path, sets: Sequence[Path]) -> Task:
    """Documents with question sets: a passage is right that holds the evidence.

    Follow-ups are left out, since they cannot be looked up alone, and so is what has no evidence.
    """
    queries = tuple(
        Query(text=case.question.text, evidence=case.evidence)
        for path in sets
        for case in read_cases(path)
        if case.evidence and not case.question.history
    )
    return Task(name=name, folder=folder, queries=queries)


def fold_of(query: Query, folds: int) -> int:
    """The fold of a question, the same in every run and for all questions about a file."""
    return group_fold(query.group, folds)


def group_fold(group: str, folds: int) -> int:
    """The fold of everything that belongs together under a name, the same in every run."""
    digest = hashlib.sha256(group.encode()).digest()
    return int.from_bytes(digest[:4], "big") % folds


def sources(snapshot: index.Snapshot) -> dict[str, str]:
    """The file name of every document, by its id."""
    return {one.id: Path(one.source).name for one in snapshot.documents(index.RecordRequest())}


def gains(ranks: Sequence[int | None]) -> dict[str, float]:
    """recall@k and nDCG@10 of the ranks, from 1, of the first right result; None: not found."""
    found = [one for one in ranks if one is not None]
    total = max(1, len(ranks))
    recall = {f"recall@{k}": sum(one <= k for one in found) / total for k in (1, 3, 5, 10, 30)}
    ndcg = sum(1 / math.log2(one + 1) for one in found if one <= 10) / total
    return {name: round(value, 4) for name, value in (recall | {"ndcg@10": ndcg}).items()}


def rank_of(query: Query, ranked: Sequence[tuple[corpus.Passage, str]]) -> int | None:
    """The rank, from 1, of the first right one; passages come with the names of their files.

    Where whole files are asked for, the passages of one file share a rank.
    """
    is_by_file = not any(one.text for one in query.evidence)
    seen: set[str] = set()
    for passage, source in ranked:
        seen.add(source if is_by_file else passage.id)
        if query.is_answered_by(passage, source):
            return len(seen)
    return None
