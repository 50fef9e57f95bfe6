"""The tables of what is proven for everybody are whole, and name tests that exist for each row."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TEXT = (HERE / "README.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d\.\d\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]*) \| ([^|]+) \|$", re.MULTILINE)
Row = tuple[str, str, str, str, str]


def rows(heading: str) -> list[Row]:
    """The rows under a heading: number, name, what it asks, tests, result."""
    _, _, after = TEXT.partition(f"## {heading}\n")
    return ROW.findall(after.partition("\n## ")[0])


TABLES = {"WCAG 2.2, A and AA": rows("WCAG 2.2, A and AA"), "KWCAG 2.2": rows("KWCAG 2.2")}
SIZES = {
    "WCAG 2.2, A and AA": {"1": 20, "2": 20, "3": 13, "4": 2},
    "KWCAG 2.2": {"1": 9, "2": 15, "3": 7, "4": 2},
}
"""How many items each principle has; of WCAG those of A and AA, 55 in all, of KWCAG all 33."""


@pytest.mark.parametrize("name", TABLES)
def test_every_item_is_there_once_and_in_order(name: str) -> None:
    numbers = [tuple(int(part) for part in row[0].split(".")) for row in TABLES[name]]
    assert numbers == sorted(set(numbers))
    assert Counter(row[0][0] for row in TABLES[name]) == SIZES[name]


def test_korean_items_are_named_in_both_languages() -> None:
    assert all(" / " in row[1] for row in TABLES["KWCAG 2.2"])


@pytest.mark.parametrize("name", TABLES)
def test_every_named_test_exists(name: str) -> None:
    for number, _, _, tests, _ in TABLES[name]:
        named = re.findall(r"`([^`]+)`", tests)
        assert named, number
        for one in named:
            file, _, test = one.partition("::")
            assert f"def {test}(" in (HERE / file).read_text(encoding="utf-8"), one


@pytest.mark.parametrize("name", TABLES)
def test_every_item_passes_or_says_why_it_does_not_apply(name: str) -> None:
    for number, _, _, _, result in TABLES[name]:
        assert re.fullmatch(r"passes(: .+)?|does not apply: .+", result), number
