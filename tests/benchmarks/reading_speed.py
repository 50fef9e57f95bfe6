"""How fast documents are read, bytes to facts, on one core and without embeddings, as JSON.

    python -m tests.benchmarks.reading_speed [--corpus FOLDER]… [--runs 7]

Without `--corpus` it reads the library and, where they lie beside the repository, the original
documents (../shared). Times are process times, so that other programs count little, and the
quickest of several runs; `pages_a_loop` weighs them against a loop of plain Python, so that two
machines can be compared.
"""

from __future__ import annotations

import argparse
import gc
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import LIBRARY
from corpus.catalog import CatalogRow
from corpus.parse import parse
from corpus.read import read_document
from corpus.recall import LIMITS

SHARED = Path(__file__).resolve().parents[3] / "shared"
FOLDERS = (LIBRARY, SHARED / "seeds", SHARED / "eval" / "documents")
FORMATS = frozenset({".txt", ".md", ".html"})
PAGE = 742
"""Characters of canonical text on a printed page: the one original whose pages are known, a plan of
eight (155 to 162), has 5,936. `characters_a_second` is there for whoever counts otherwise."""
RUNS = 7
_STEPS = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSpeed:
    """What one measurement found; `characters` are of canonical text."""

    documents: int
    characters: int
    facts: int
    seconds: float
    loop_seconds: float

    @property
    def pages_a_second(self) -> float:
        """Pages of `PAGE` characters read in a second."""
        return self.characters / PAGE / self.seconds

    @property
    def pages_a_loop(self) -> float:
        """Pages read in the time of the reference loop: the same on a slow machine as on a fast."""
        return self.pages_a_second * self.loop_seconds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--runs", type=int, default=RUNS, help="the quickest one counts")
    chosen = parser.parse_args()
    found = measure(chosen.corpus or FOLDERS, chosen.runs)
    print(
        json.dumps(
            {
                "documents": found.documents,
                "characters": found.characters,
                "facts": found.facts,
                "seconds": round(found.seconds, 4),
                "characters_a_second": round(found.characters / found.seconds),
                "pages_a_second": round(found.pages_a_second, 1),
                "pages_a_loop": round(found.pages_a_loop, 2),
            },
            indent=2,
        )
    )


def measure(folders: Sequence[Path], runs: int = RUNS) -> ReadingSpeed:
    """The quickest of several readings of every document in the folders that exist."""
    sources = [
        (path.read_bytes(), CatalogRow(file=path.name), path.suffix)
        for folder in folders
        for path in sorted(folder.glob("*"))
        if path.suffix in FORMATS
    ]

    def read_all() -> int:
        return sum(
            len(read_document(data, row, suffix=suffix).facts) for data, row, suffix in sources
        )

    return ReadingSpeed(
        documents=len(sources),
        characters=sum(len(parse(data, suffix).text) for data, _, suffix in sources),
        facts=read_all(),  # the first round also compiles and loads what later ones find ready
        seconds=_quickest(read_all, runs, before=_forget),
        loop_seconds=_quickest(_loop, runs),
    )


def _forget() -> None:
    """Push what readers remember of the round before out of their memory."""
    lines = (f"□ {n}번 과제 {n}%\n○ {n}번 사업: {n}건 {n}만 원" for n in range(LIMITS.texts + 1))
    read_document("\n".join(lines).encode(), CatalogRow(file="other.txt"))


def _quickest(
    call: Callable[[], object], runs: int, *, before: Callable[[], object] | None = None
) -> float:
    times = []
    gc.collect()
    gc.disable()  # its cost grows with all that is in memory, not with what is read
    try:
        for _ in range(runs):
            if before is not None:
                before()
            started = time.process_time()
            call()
            times.append(time.process_time() - started)
    finally:
        gc.enable()
    return min(times)


def _loop() -> int:
    """Plain Python whose time says how fast this machine and interpreter are."""
    total = 0
    for number in range(_STEPS):
        total += number % 7
    return total


if __name__ == "__main__":
    main()
