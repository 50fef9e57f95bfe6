"""Everything that must hold, in one command: `python -m tests`.

Format, lint, strict types and layers, one line each, and which browsers are there; then the tests,
whose summary comes last.
`--quick` leaves out the types and the tests that take long. Other arguments go to pytest, which
works on as many files at once as there are processors, four at most.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.pages.tools import told

ROOT = Path(__file__).parent.parent
EVERYTHING = "not benchmark and not language_model and not thorough"
"""Which tests run: those the extra `tests` is enough for, without the measurements.

Pytest's own default, in pyproject.toml, is the quick ones; `pytest -m thorough` tries thousands of
made-up cases more.
"""
MOST_WORKERS = 4
"""Workers at most: each holds a model and an index of its own, up to 3 GB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One check: the name on its line, and the command that ends with 0 when all is well."""

    name: str
    command: tuple[str, ...]
    is_quick: bool = True


STEPS = (
    Step(name="format", command=(sys.executable, "-m", "ruff", "format", "--check", ".")),
    Step(name="lint", command=(sys.executable, "-m", "ruff", "check", ".")),
    Step(name="types", command=(sys.executable, "-m", "mypy"), is_quick=False),
    # import-linter cannot be run with -m, so take its script from this interpreter's environment.
    Step(name="layers", command=(str(Path(sysconfig.get_path("scripts"), "lint-imports")),)),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every step whatever the others say; 0 only when all of them pass."""
    parser = argparse.ArgumentParser(prog="python -m tests", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="no types, no tests that take long")
    chosen, for_pytest = parser.parse_known_args(arguments)
    passed = [check(step) for step in STEPS if step.is_quick or not chosen.quick]
    print(f"{'browser':<8}{told()[1]}", flush=True)
    selection = () if chosen.quick else ("-m", EVERYTHING)
    # Flushed, for pytest writes to the same stream from a process of its own.
    print("tests", flush=True)
    # A file stays with one worker, since what its tests share is made once for all of them.
    workers = ("-n", str(min(MOST_WORKERS, os.cpu_count() or 1)), "--dist", "loadfile")
    status = run((sys.executable, "-m", "pytest", *workers, *selection, *for_pytest)).returncode
    return status or int(not all(passed))


def check(step: Step) -> bool:
    """Run one step, print its line and, where it fails, what it said."""
    started = time.perf_counter()
    done = run(step.command, capture=True)
    verdict = "FAILED" if done.returncode else "ok"
    print(f"{step.name:<8}{verdict:<8}{time.perf_counter() - started:5.1f} s", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0


def run(command: Sequence[str], *, capture: bool = False) -> subprocess.CompletedProcess[str]:
    """Run a command from the root of the project; `capture` keeps both of its streams as one."""
    return subprocess.run(
        command,
        cwd=ROOT,
        check=False,
        text=True,
        stdout=subprocess.PIPE if capture else None,
        stderr=subprocess.STDOUT if capture else None,
    )


if __name__ == "__main__":
    sys.exit(main())
