"""How well passages are found, as one JSON object.

    python -m tests.benchmarks.retrieval [--file SQUAD.json] [--data FOLDER] [--sample N]
    python -m tests.benchmarks.retrieval --corpus FOLDER --questions FILE…

A file in the shape of SQuAD (by default the development set of KorQuAD, where it lies beside the
checkout) is read as a retrieval task: every paragraph becomes a document, and each question has to
find its own paragraph among all. With a corpus, question sets with evidence are asked instead, and
a passage is right that holds the evidence. Nothing of either is kept in this repository.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import corpus
import index
from tests.evaluation.tasks import Task, evidence_task, gains, paragraph_task, rank_of, sources
from tests.server import ROOT

KORQUAD = ROOT.parent / "shared" / "benchmarks" / "KorQuAD_v1.0_dev.json"
HITS = 60
"""Passages that are asked for: enough for 30 different documents."""
WARMING = 5
"""Questions before the clock counts: the first ones load tables and dictionaries."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was chosen and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--file", type=Path, default=KORQUAD)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--questions", type=Path, action="append", default=[])
    parser.add_argument("--data", type=Path, default=ROOT / "var", help="where snapshots are kept")
    parser.add_argument("--model", default=index.DEFAULT_MODEL)
    parser.add_argument("--reranker", help="a cross-encoder: its name or folder")
    parser.add_argument("--sample", type=int, help="ask only so many questions, evenly spread")
    chosen = parser.parse_args(arguments)
    if bool(chosen.corpus) != bool(chosen.questions):
        parser.error("--corpus and --questions go together")
    missing = [one for one in (chosen.questions or [chosen.file]) if not one.exists()]
    if missing:
        named = ", ".join(str(one) for one in missing)
        print(json.dumps({"skipped": f"not on this machine: {named}"}))
        return 0
    embedder = index.load_embedder(chosen.model, chosen.data)
    reranker = index.load_reranker(chosen.reranker) if chosen.reranker else None
    if chosen.corpus:
        task = evidence_task(chosen.corpus.name, chosen.corpus, chosen.questions)
        found = measure(task, chosen.data, embedder, reranker=reranker, sample=chosen.sample)
    else:
        with paragraph_task(chosen.file) as task:
            found = measure(task, chosen.data, embedder, reranker=reranker, sample=chosen.sample)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0


def measure(
    task: Task,
    data: Path,
    embedder: index.Embedder,
    *,
    reranker: index.Reranker | None = None,
    sample: int | None = None,
) -> dict[str, Any]:
    """Recall, nDCG and speed of one task, over a snapshot that is built where there is none."""
    content = corpus.read_folders([task.folder])
    started = time.perf_counter()
    snapshot = index.ensure_snapshot(content, data, embedder=embedder, reranker=reranker)
    built = time.perf_counter() - started
    step = max(1, len(task.queries) // sample) if sample else 1
    queries = task.queries[::step]
    try:
        names = sources(snapshot)
        for query in queries[:WARMING]:
            snapshot.search(index.SearchRequest(text=f"{query.text} ?", limit=HITS))
        started = time.perf_counter()
        found = [
            snapshot.search(index.SearchRequest(text=query.text, limit=HITS)) for query in queries
        ]
        taken = time.perf_counter() - started
    finally:
        snapshot.close()
    ranks = [
        rank_of(query, [(hit.passage, names[hit.passage.document_id]) for hit in hits])
        for query, hits in zip(queries, found, strict=True)
    ]
    return {
        "task": task.name,
        "snapshot": snapshot.manifest.snapshot_id,
        "counts": {name: snapshot.manifest.counts[name] for name in ("documents", "passages")},
        "questions": len(queries),
        **gains(ranks),
        "ms_a_question": round(1000 * taken / max(1, len(queries)), 1),
        "open_or_build_s": round(built, 1),
    }


if __name__ == "__main__":
    sys.exit(main())
