"""Draw published facts at random from documents nobody tuned on, for a person to judge.

`python -m tests.evaluation.draw FOLDER` prints one JSON line for each drawn fact: what was
published and the words it was read from. Precision is the share of them with the right kind, value,
unit, year and name; `right` is left for the judge. The draws that were judged are kept in
`tests/evaluation/draws/`, names of people masked.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import corpus

NEAR = 60
"""Characters of the quote printed on either side of the value."""


def draw(folder: Path, *, count: int, seed: int) -> Iterator[dict[str, Any]]:
    """`count` published facts of the documents in `folder`; one seed draws the same again."""
    options = corpus.ReadOptions(mask_officials=True)
    readings = corpus.read_folders([folder], options).readings
    facts = sorted(
        (
            (one.document.source, fact.start, fact.id, fact)
            for one in readings
            for fact in one.facts
            if not corpus.is_kept_back(fact.doubts)
        ),
        key=lambda one: one[:3],
    )
    random.Random(seed).shuffle(facts)  # noqa: S311  # a draw that can be repeated, no secret
    for number, (source, _, _, fact) in enumerate(facts[:count], start=1):
        at = max(0, fact.quote.find(fact.raw_text))
        yield {
            "number": number,
            "source": source,
            "kind": fact.kind.value,
            "name": fact.name,
            "value": corpus.number(fact.value),
            "unit": fact.unit,
            "fiscal_year": fact.fiscal_year,
            "flags": list(fact.flags),
            "quote": fact.quote[max(0, at - NEAR) : at + len(fact.raw_text) + NEAR],
            "right": None,
        }


def main() -> None:
    """Print a draw as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20261122)
    given = parser.parse_args()
    for row in draw(given.folder, count=given.count, seed=given.seed):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
