"""The table of what is proven for everybody names tests that exist and claims no more than they."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
ROWS = re.findall(
    r"^\| (\d\.\d\.\d) \| ([^|]+) \| ([^|]*) \| ([^|]+) \|$",
    (HERE / "README.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)
ITEMS = 33
"""Of KWCAG 2.2."""
RESULTS = ("passes", "in part: ", "open: ", "does not apply: ")


def test_every_item_is_there_once_and_in_both_languages() -> None:
    numbers = [number for number, *_ in ROWS]
    assert len(numbers) == len(set(numbers)) == ITEMS
    assert numbers == sorted(numbers)
    assert all(" / " in words for _, words, _, _ in ROWS)


def test_every_named_test_exists() -> None:
    named = {one for _, _, tests, _ in ROWS for one in re.findall(r"`([^`]+)`", tests)}
    assert named
    for one in named:
        file, _, name = one.partition("::")
        assert f"def {name}(" in (HERE / file).read_text(encoding="utf-8"), one


def test_nothing_passes_without_a_test() -> None:
    for number, _, tests, result in ROWS:
        assert result.startswith(RESULTS), number
        assert bool(tests.strip()) == result.startswith(("passes", "in part: ")), number
