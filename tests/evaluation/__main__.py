"""How good the answers are, as one JSON object, without a server, a network or a key.

    python -m tests.evaluation [--only library] [--failures] [--save [NAME]]

The documents that ship with the project are always asked about. The originals in ../shared are,
where they lie beside the checkout. `--save` keeps the result, with the rows that are wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import assistant
import corpus
import index
from tests.evaluation.measures import Case, Outcome, judge, read_cases, summary

ROOT = Path(__file__).parent.parent.parent
SETS = Path(__file__).parent / "sets"
RESULTS = Path(__file__).parent / "results"
SHARED = ROOT.parent / "shared"

WARMING = 5
"""Questions asked before the clock counts: the first ones load tables and dictionaries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One corpus and the sets of questions about it."""

    name: str
    folder: Path
    sets: tuple[Path, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """What is not there, by name."""
        return tuple(one.name for one in (self.folder, *self.sets) if not one.exists())


TRIALS = (
    Trial(
        name="library",
        folder=corpus.LIBRARY,
        sets=(SETS / "library_qa.jsonl", SETS / "library_unanswerable.jsonl"),
    ),
    Trial(
        name="seeds",
        folder=SHARED / "seeds",
        sets=(SHARED / "eval" / "seeds_qa.jsonl", SHARED / "eval" / "unanswerable.jsonl"),
    ),
    Trial(
        name="documents",
        folder=SHARED / "eval" / "documents",
        sets=(SHARED / "eval" / "documents_qa.jsonl",),
    ),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and keep the result if asked to; 1 when the program cannot be set up."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.evaluation",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--only", choices=[one.name for one in TRIALS], action="append")
    parser.add_argument("--model", default=index.DEFAULT_MODEL)
    parser.add_argument("--data", type=Path, default=ROOT / "var", help="where snapshots are kept")
    parser.add_argument("--failures", action="store_true", help="list every miss on stderr")
    parser.add_argument(
        "--save", nargs="?", const=version(), metavar="NAME", help="keep the result as NAME.json"
    )
    parser.add_argument("--results", type=Path, default=RESULTS, help="where results are kept")
    chosen = parser.parse_args(arguments)
    try:
        embedder = index.load_embedder(chosen.model, chosen.data)
        found: dict[str, Any] = {"version": version(), "model": embedder.name}
        for trial in TRIALS:
            if not chosen.only or trial.name in chosen.only:
                found[trial.name] = measure(trial, chosen.data, embedder)
    except corpus.SijeongError as error:
        print(error.message_ko, error.message_en, sep="\n", file=sys.stderr)
        return 1
    kept = json.dumps(found, ensure_ascii=False, indent=2)
    if chosen.save:
        chosen.results.mkdir(exist_ok=True)
        (chosen.results / f"{chosen.save}.json").write_text(kept + "\n", encoding="utf-8")
    for measures in found.values():
        for row in measures.pop("wrong", ()) if isinstance(measures, dict) else ():
            if chosen.failures:
                print(json.dumps(row, ensure_ascii=False), file=sys.stderr)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0


def version() -> str:
    """The release that is measured."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(settings["project"]["version"])


def measure(trial: Trial, data: Path, embedder: index.Embedder) -> dict[str, Any]:
    """The measures of one trial with the rows that are wrong, or why there are none."""
    if trial.missing:
        return {"skipped": "not beside this checkout: " + ", ".join(trial.missing)}
    content = corpus.read_folders([trial.folder])
    snapshot = index.ensure_snapshot(content, data, embedder=embedder)
    try:
        cases = [case for path in trial.sets for case in read_cases(path)]
        outcomes = ask_all(cases, snapshot)
        found = {"snapshot": snapshot.manifest.snapshot_id, **summary(outcomes)}
    finally:
        snapshot.close()
    return found | {"wrong": [failure_row(one) for one in outcomes if not one.is_good]}


def ask_all(cases: Sequence[Case], snapshot: index.Snapshot) -> tuple[Outcome, ...]:
    """Every question once, one after another, and what came of it."""
    answering = assistant.Assistant()
    for case in cases[:WARMING]:
        answering.answer(case.question, snapshot)
    outcomes = []
    for case in cases:
        started = time.perf_counter()
        answer = answering.answer(case.question, snapshot)
        taken = 1000 * (time.perf_counter() - started)
        ids = {one.document.id for one in answer.citations}
        texts = {one: snapshot.text(one) for one in ids}
        outcomes.append(judge(case, answer, texts, taken))
    return tuple(outcomes)


def failure_row(outcome: Outcome) -> dict[str, Any]:
    """What a reader needs to see why an answer is not good."""
    case = outcome.case
    return {
        "id": case.id,
        "question": case.question.text,
        "status": outcome.status.value,
        "category": case.category,
        "wanted": ["|".join(group) for group in case.wanted],
        "answer": outcome.text,
        "is_correct": outcome.is_correct,
        "is_cited": outcome.is_cited,
        "loose": list(outcome.loose),
    }


if __name__ == "__main__":
    sys.exit(main())
