"""Draws: the same seed draws the same facts; the judged ones are whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import corpus
from tests.evaluation.draw import draw

DRAWS = sorted((Path(__file__).parent / "draws").glob("*.jsonl"))


def test_a_seed_always_draws_the_same_facts() -> None:
    first = list(draw(corpus.LIBRARY, count=20, seed=7))
    assert first == list(draw(corpus.LIBRARY, count=20, seed=7))
    assert len(first) == 20
    assert first != list(draw(corpus.LIBRARY, count=20, seed=8))


@pytest.mark.parametrize("path", DRAWS, ids=lambda path: path.stem)
def test_every_fact_of_a_judged_draw_has_a_verdict(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 100
    assert all(isinstance(row["right"], bool) for row in rows)
