"""How good the answers are, as one JSON object, without a server, a network or a key.

    python -m tests.evaluation [--only library] [--failures] [--save [NAME]]

The documents that ship with the project are always asked about (`library`). The originals in
../shared are where they lie beside the checkout: `seeds` alone, and `together` with the documents
in ../shared/eval. `--save` keeps the result, with the rows that are wrong.
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
from tests.evaluation.retrieval import ranks

ROOT = Path(__file__).parent.parent.parent
SETS = Path(__file__).parent / "sets"
RESULTS = Path(__file__).parent / "results"
SHARED = ROOT.parent / "shared"

WARMING = 5
"""Questions asked before the clock counts: the first ones load tables and dictionaries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One corpus and the sets of questions about it.

    `is_ours`: the questions are the project's own, so a kept result may print them. Rows that
    carry the field `left_out` are not asked, because these documents answer them after all.
    """

    name: str
    folders: tuple[Path, ...]
    sets: tuple[Path, ...]
    is_ours: bool = False
    left_out: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What is not there, by name."""
        return tuple(one.name for one in (*self.folders, *self.sets) if not one.exists())


SEEDS_QA = SHARED / "eval" / "seeds_qa.jsonl"
UNANSWERABLE = SHARED / "eval" / "unanswerable.jsonl"

TRIALS = (
    Trial(
        name="library",
        folders=(corpus.LIBRARY,),
        sets=(
            SETS / "library_qa.jsonl",
            SETS / "library_shapes.jsonl",
            SETS / "library_english.jsonl",
            SETS / "library_unanswerable.jsonl",
        ),
        is_ours=True,
    ),
    Trial(name="seeds", folders=(SHARED / "seeds",), sets=(SEEDS_QA, UNANSWERABLE)),
    Trial(
        name="together",
        folders=(SHARED / "seeds", SHARED / "eval" / "documents"),
        sets=(SEEDS_QA, SHARED / "eval" / "documents_qa.jsonl", UNANSWERABLE),
        left_out="answerable_if_heldout_loaded",
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
    kept = json.dumps(kept_rows(found), ensure_ascii=False, indent=2)
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
    content = corpus.read_folders(trial.folders)
    snapshot = index.ensure_snapshot(content, data, embedder=embedder)
    try:
        asked = {path.stem: read_cases(path, left_out=trial.left_out) for path in trial.sets}
        outcomes = ask_all([case for cases in asked.values() for case in cases], snapshot)
    finally:
        snapshot.close()
    found = {"snapshot": snapshot.manifest.snapshot_id, **summary(outcomes)}
    if len(asked) > 1:
        ids = {name: {case.id for case in cases} for name, cases in asked.items()}
        found["by_set"] = {
            name: in_short([one for one in outcomes if one.case.id in ids[name]]) for name in asked
        }
    return found | {"wrong": [failure_row(one) for one in outcomes if not one.is_good]}


def in_short(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The measures that the targets of the project are stated in, without those that are empty."""
    names = ("questions", "fully_right", "accuracy_with_citation", "answerable_declined")
    found = summary(outcomes)
    return {name: found[name] for name in (*names, "declined") if found[name] is not None}


def ask_all(
    cases: Sequence[Case],
    snapshot: index.Snapshot,
    options: assistant.AssistantOptions | None = None,
    *,
    warming: int = WARMING,
) -> tuple[Outcome, ...]:
    """Every question once, one after another, and what came of it."""
    answering = assistant.Assistant(options)
    for case in cases[:warming]:
        answering.answer(case.question, snapshot)
    outcomes = []
    for case in cases:
        started = time.perf_counter()
        trace = answering.explain(case.question, snapshot)
        taken = 1000 * (time.perf_counter() - started)
        ids = {one.document.id for one in trace.answer.citations}
        texts = {one: snapshot.text(one) for one in ids}
        outcomes.append(judge(case, trace.answer, texts, taken, ranks(trace, case.evidence)))
    return tuple(outcomes)


def failure_row(outcome: Outcome) -> dict[str, Any]:
    """What a reader needs to see why an answer is not good."""
    case = outcome.case
    return {
        "id": case.id,
        "question": case.question.text,
        "history": list(case.question.history),
        "kind": case.kind or case.category,
        "fault": outcome.fault,
        "status": outcome.status.value,
        "right_statuses": sorted(case.statuses),
        "wanted": ["|".join(group) for group in case.wanted],
        "answer": outcome.text,
        "is_correct": outcome.is_correct,
        "is_cited": outcome.is_cited,
        "evidence_ranks": list(outcome.ranks),
        "loose": list(outcome.loose),
    }


KEPT = ("id", "kind", "fault", "status", "is_correct", "is_cited", "evidence_ranks")
"""What a kept result says of a wrong row of somebody else's set: no words of theirs."""


def kept_rows(found: dict[str, Any]) -> dict[str, Any]:
    """A result as it is kept: wrong rows whole for our own questions, without words for others."""
    others = {trial.name for trial in TRIALS if not trial.is_ours}
    return {
        name: measures | {"wrong": [{key: row[key] for key in KEPT} for row in measures["wrong"]]}
        if name in others and "wrong" in measures
        else measures
        for name, measures in found.items()
    }


if __name__ == "__main__":
    sys.exit(main())
