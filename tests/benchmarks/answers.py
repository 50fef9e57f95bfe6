"""How fast, how large and how right the running program is, as one JSON object.

    python -m tests.benchmarks.answers [--only library|seeds] [--failures]
    python -m tests.benchmarks.answers --corpus FOLDER… --questions FILE… [--scorer FILE]

Without a corpus it measures the documents that ship with the project and, where they lie beside
the checkout, the originals in ../shared/seeds. Each corpus is built from nothing in a new folder,
as on a new machine, then served again from its snapshot. Times are seen from outside, over HTTP.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

import corpus
from tests.server import ROOT, Server, serving

SHARED = ROOT.parent / "shared"
SETS = ROOT / "tests" / "evaluation" / "sets"
PATIENCE = 600.0
"""Seconds for a first start, which prepares the model and embeds every passage."""
STARTS = 3
"""Starts with a built snapshot: the median of three is not moved by one that was disturbed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One corpus, and the question sets that it is measured with."""

    name: str
    folders: tuple[Path, ...]
    answerable: tuple[Path, ...]
    unanswerable: tuple[Path, ...] = ()
    facts: tuple[Path, ...] = ()


LIBRARY = Trial(
    name="library",
    folders=(corpus.LIBRARY,),
    answerable=(SETS / "library_qa.jsonl",),
    unanswerable=(SETS / "library_unanswerable.jsonl",),
)
SEEDS = Trial(
    name="seeds",
    folders=(SHARED / "seeds",),
    answerable=(SHARED / "eval" / "seeds_qa.jsonl",),
    unanswerable=(SHARED / "eval" / "unanswerable.jsonl",),
    facts=(SHARED / "eval" / "seeds_facts.jsonl",),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was chosen and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--questions", type=Path, action="append", default=[])
    parser.add_argument("--only", choices=("library", "seeds"))
    parser.add_argument("--scorer", type=Path, default=SHARED / "eval" / "score.py")
    parser.add_argument("--failures", action="store_true", help="list every miss on stderr")
    chosen = parser.parse_args(arguments)
    if bool(chosen.corpus) != bool(chosen.questions):
        parser.error("--corpus and --questions go together")
    if chosen.corpus:
        given = (*chosen.corpus,), (*chosen.questions,)
        trials = [Trial(name="given", folders=given[0], answerable=given[1])]
    else:
        trials = [one for one in (LIBRARY, SEEDS) if chosen.only in (None, one.name)]
    found: dict[str, Any] = {"machine": {"processors": os.cpu_count(), "load": os.getloadavg()[0]}}
    for trial in trials:
        found[trial.name] = measure(trial, chosen.scorer, show_failures=chosen.failures)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0


def measure(trial: Trial, scorer: Path, *, show_failures: bool) -> dict[str, Any]:
    """Everything about one corpus, or the reason why nothing can be said about it."""
    missing = [one for one in (*trial.folders, *trial.answerable) if not one.exists()]
    if missing:
        return {"skipped": "not beside this checkout: " + ", ".join(one.name for one in missing)}
    questions = [row for path in trial.answerable for row in rows(path)]
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        found: dict[str, Any] = {"first_start_s": start(trial, data)}
        shutil.rmtree(data / "snapshots")
        found["start_and_build_s"] = start(trial, data)
        built = snapshots(data)
        found["start_s"] = statistics.median(start(trial, data) for _ in range(STARTS))
        with serving(data, corpus=trial.folders, patience=PATIENCE) as server:
            # Another snapshot means that a file has changed meanwhile and no start was a plain one.
            found["is_one_snapshot"] = snapshots(data) == built
            found["ask_ms"] = ask_all(server, questions)
            found["memory_mb"] = memory(server.pid)
            found["score"] = score(server, trial, scorer, show_failures=show_failures)
            found["memory_after_scoring_mb"] = memory(server.pid)
    return found


def start(trial: Trial, data: Path) -> float:
    """Start and stop the program; the seconds from the command until it was ready."""
    with serving(data, corpus=trial.folders, patience=PATIENCE) as server:
        return round(server.ready_after, 1)


def snapshots(data: Path) -> set[str]:
    """The snapshots that a data folder holds."""
    return {path.name for path in (data / "snapshots").iterdir()}


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def ask_all(server: Server, questions: Sequence[dict[str, Any]]) -> dict[str, float]:
    """How long answers take, one at a time, once every path through the program is warm.

    The warm pass asks every question with another ending: a question asked again is partly
    remembered and would look faster than the ones that people ask.
    """
    with httpx.Client(base_url=server.url, timeout=PATIENCE) as client:
        for row in questions:
            ask(client, row, ending=" ?")
        times = sorted(ask(client, row) for row in questions)
    p95 = times[int(0.95 * (len(times) - 1))]
    return {
        "questions": len(times),
        "p50": round(statistics.median(times), 1),
        "p95": round(p95, 1),
        "most": round(times[-1], 1),
    }


def ask(client: httpx.Client, row: dict[str, Any], *, ending: str = "") -> float:
    """Ask one question; the milliseconds until the whole answer is there."""
    body = {"question": row["question"] + ending, "history": row.get("history", [])}
    body |= {"language": row["lang"]} if row.get("lang") else {}
    started = time.perf_counter()
    client.post("/api/ask", json=body).raise_for_status()
    return 1000 * (time.perf_counter() - started)


def memory(pid: int) -> int | None:
    """Resident memory of a process in megabytes; None where there is no /proc to say so."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return None
    line = next(one for one in status.read_text().splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


def score(server: Server, trial: Trial, scorer: Path, *, show_failures: bool) -> object:
    """What the scorer says of the running program; a reason where there is no scorer."""
    if not scorer.exists():
        return {"skipped": "the scorer is not beside this checkout"}
    command = [sys.executable, str(scorer), "--url", server.url]
    for flag, paths in (
        ("--corpus", trial.folders),
        ("--qa", trial.answerable),
        ("--unanswerable", trial.unanswerable),
        ("--facts", trial.facts),
    ):
        command += [part for path in paths for part in (flag, str(path))]
    command += ["--failures"] if show_failures else []
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


if __name__ == "__main__":
    sys.exit(main())
