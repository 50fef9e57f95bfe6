"""Learn what each mark of a candidate counts, and print the weights with their scores as JSON.

    python -m tests.evaluation.learn [--file SQUAD.json] [--data FOLDER] [--folds 5] [--sample N]
    python -m tests.evaluation.learn --what assistant [--save] [--folds 5] [--sample N]

The second command weighs the options of the assistant (weighing.py). `--save` keeps what is found
in tests/evaluation/results/, where a test holds the options of the program against it.

The weights in index.FusionOptions and index.RerankOptions are those that this command found, the
first three and all nine marks of `Snapshot.marks`. It learns from the paragraphs of KorQuAD, where
they lie beside the checkout, and from the questions about the documents that ship with the project;
with 35 times as many questions the first counts 14 times as much, so that it does not drown the
other (EXPONENT).

The scores are held out: the questions of a fold (all questions about a document are in one) are
ranked with weights that were learned from the other folds. The weights that are printed are then
learned from all.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

import corpus
import index
from tests.benchmarks.retrieval import KORQUAD
from tests.evaluation.__main__ import RESULTS, SETS
from tests.evaluation.tasks import (
    Query,
    Task,
    evidence_task,
    fold_of,
    gains,
    paragraph_task,
    rank_of,
    sources,
)
from tests.evaluation.weighing import weigh
from tests.server import ROOT

Matrix = npt.NDArray[np.float64]

MARKS = tuple(index.Marks.__dataclass_fields__)
FIRST = 3
"""The marks of the first ranking come first among the marks."""
RIDGE = 1e-4
"""Pull of the weights towards 0 a question: enough that marks which say the same share a weight."""
EXPONENT = 0.75
"""A task counts as much as this power of its number of questions. With 0 (all tasks equal) held-out
recall@1 was .932 on KorQuAD and .831 on the library, with 0.5 .936 and .825, with 0.75 .938 and
.819: below it KorQuAD loses more than the library, of 166 questions, is sure to gain."""
STEPS = 100
"""Of Newton's method at most; it stands still after about twenty."""
LONGEST_STEP = 2.0
"""Of one weight: far from the best ones, a whole step of Newton's method may lead further away."""
PRECISION = 1e-3
"""Change of a weight, of about 10, below which learning has come to an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One question with its candidates: their marks, shape (candidates, marks), and the right ones.

    `weight` is what the question counts, `fold` when it is held out.
    """

    query: Query
    task: str
    passages: tuple[tuple[corpus.Passage, str], ...]
    marks: Matrix
    is_right: npt.NDArray[np.bool_]
    weight: float
    fold: int

    def rank(self, weights: Matrix) -> int | None:
        """The rank of the first right candidate under these weights."""
        order = np.argsort(-(self.marks @ weights), kind="stable")
        return rank_of(self.query, [self.passages[place] for place in order])


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--file", type=Path, default=KORQUAD)
    parser.add_argument("--data", type=Path, default=ROOT / "var", help="where snapshots are kept")
    parser.add_argument("--model", default=index.DEFAULT_MODEL)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--sample", type=int, help="learn from so many questions of the file")
    parser.add_argument("--what", choices=("ranking", "assistant"), default="ranking")
    parser.add_argument("--save", action="store_true", help="keep what is found among the results")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where results are kept")
    chosen = parser.parse_args(arguments)
    embedder = index.load_embedder(chosen.model, chosen.data)
    if chosen.what == "assistant":
        found = weigh(chosen.data, embedder, chosen.folds, chosen.sample)
    else:
        found = _ranking(chosen, embedder)
    text = json.dumps(found, ensure_ascii=False, indent=2)
    if chosen.save:
        chosen.results.mkdir(exist_ok=True)
        (chosen.results / f"learned_{chosen.what}.json").write_text(text + "\n", encoding="utf-8")
    print(text)
    return 0


def _ranking(chosen: argparse.Namespace, embedder: index.Embedder) -> dict[str, Any]:
    with ExitStack() as stack:
        tasks = [evidence_task("library", corpus.LIBRARY, [SETS / "library_qa.jsonl"])]
        if chosen.file.exists():
            tasks.append(stack.enter_context(paragraph_task(chosen.file)))
        examples = [
            example
            for task in tasks
            for example in gather(task, chosen.data, embedder, chosen.folds, chosen.sample)
        ]
    return {
        "questions": {task.name: sum(one.task == task.name for one in examples) for task in tasks},
        "fusion": report(examples, FIRST, chosen.folds),
        "rerank": report(examples, len(MARKS), chosen.folds),
    }


def gather(
    task: Task, data: Path, embedder: index.Embedder, folds: int, sample: int | None = None
) -> list[Example]:
    """The candidates of every question of a task, and which of them are right."""
    content = corpus.read_folders([task.folder])
    snapshot = index.ensure_snapshot(content, data, embedder=embedder)
    step = max(1, len(task.queries) // sample) if sample else 1
    queries = task.queries[::step]
    try:
        names = sources(snapshot)
        passages = {
            one.id: (one, names[one.document_id])
            for one in snapshot.passages(index.RecordRequest())
        }
        examples = []
        for query in queries:
            marked = snapshot.marks(index.SearchRequest(text=query.text))
            candidates = tuple(passages[one] for one in marked)
            examples.append(
                Example(
                    query=query,
                    task=task.name,
                    passages=candidates,
                    marks=np.array([one.values() for one in marked.values()]),
                    is_right=np.array([query.is_answered_by(*one) for one in candidates], bool),
                    weight=len(queries) ** (EXPONENT - 1),
                    fold=fold_of(query, folds),
                )
            )
    finally:
        snapshot.close()
    return examples


def report(examples: Sequence[Example], marks: int, folds: int) -> dict[str, Any]:
    """Weights for the first so many marks, and how well they do on what is held out."""
    ranks: dict[str, list[int | None]] = {}
    for fold in range(folds):
        weights = learn([one for one in examples if one.fold != fold], marks)
        for one in examples:
            if one.fold == fold:
                ranks.setdefault(one.task, []).append(one.rank(weights))
    weights = learn(examples, marks)
    return {
        "weights": {
            name: round(float(weight), 3)
            for name, weight in zip(MARKS, weights / weights.sum(), strict=True)
            if weight > 0
        },
        "held_out": {task: gains(found) for task, found in ranks.items()},
    }


def learn(examples: Sequence[Example], marks: int) -> Matrix:
    """Weights, none below 0, that make the right candidates likely (conditional logit, Newton).

    A mark whose weight would fall below 0 is left out, and the others are learned again. The marks
    after the first `marks` are given 0.
    """
    usable = [one for one in examples if one.is_right.any() and not one.is_right.all()]
    kept = list(range(marks))
    while True:
        weights = np.zeros(len(MARKS))
        weights[kept] = _fitted(usable, kept)
        if not kept or weights.min() >= 0:
            return weights
        kept.remove(int(weights.argmin()))


def _fitted(examples: Sequence[Example], kept: Sequence[int]) -> Matrix:
    weights = np.zeros(len(kept))
    if not kept or not examples:
        return weights
    # One block of numbers for all questions; places without a candidate are ruled out by -inf.
    width = max(len(one.marks) for one in examples)
    marks = np.zeros((len(examples), width, len(kept)))
    among_all = np.full((len(examples), width), -np.inf)
    among_right = among_all.copy()
    for place, one in enumerate(examples):
        marks[place, : len(one.marks)] = one.marks[:, kept]
        among_all[place, : len(one.marks)] = 0.0
        among_right[place, : len(one.marks)][one.is_right] = 0.0
    counts = np.array([one.weight for one in examples])
    pull = RIDGE * counts.sum()
    for _ in range(STEPS):
        scores = marks @ weights
        likely = _likely(scores + among_all)
        mean = np.einsum("qc,qcm->qm", likely, marks)
        right_mean = np.einsum("qc,qcm->qm", _likely(scores + among_right), marks)
        slope = counts @ (right_mean - mean) - pull * weights
        # The spread among several right ones would be subtracted; without it the curve bends one
        # way only, and each step is one of expectation maximisation.
        apart = marks - mean[:, None, :]
        spread = np.einsum("q,qc,qcm,qcn->mn", counts, likely, apart, apart, optimize=True)
        step = np.linalg.solve(spread + pull * np.eye(len(kept)), slope)
        weights += step * min(1.0, LONGEST_STEP / max(float(np.abs(step).max()), LONGEST_STEP))
        if np.abs(step).max() < PRECISION:
            break
    return weights


def _likely(scores: Matrix) -> Matrix:
    """How likely each candidate of each question is, as its score says."""
    raised: Matrix = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Matrix = raised / raised.sum(axis=1, keepdims=True)
    return shares


if __name__ == "__main__":
    sys.exit(main())
