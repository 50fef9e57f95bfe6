"""No pattern that a module keeps repeats a repetition, which hostile text could stall for hours."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

# The standard library's own reader of patterns; it has no public name.
codes = importlib.import_module("re._constants")
parser = importlib.import_module("re._parser")
Items = Sequence[Any]  # a pattern as it is read: pairs of a code and its argument

PACKAGES = ("corpus", "index", "assistant", "graphql_api")
_MANY = 10  # repetitions of a repetition from which its divisions are too many to try


def modules() -> Iterator[str]:
    for package in PACKAGES:
        root = importlib.import_module(package)
        for one in pkgutil.walk_packages(root.__path__, f"{package}."):
            if not one.name.endswith("__main__"):
                yield one.name


def patterns() -> Iterator[tuple[str, str]]:
    """Every pattern that a module keeps, alone or in a collection, with where it is kept."""
    for module in modules():
        for name, kept in vars(importlib.import_module(module)).items():
            for pattern in _within(kept):
                yield f"{module}.{name}", pattern.pattern


def _within(kept: object, deep: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(kept, re.Pattern) and isinstance(kept.pattern, str):
        yield kept
    elif isinstance(kept, dict) and deep < 4:
        for value in (*kept.keys(), *kept.values()):
            yield from _within(value, deep + 1)
    elif isinstance(kept, list | tuple | set | frozenset) and deep < 4:
        for value in kept:
            yield from _within(value, deep + 1)


def divisible(pattern: str) -> bool:
    """Whether a repetition in it may divide one run of characters in exponentially many ways.

    That is so where a repetition repeats a repetition and nothing beside the inner one has to
    match: in `(?:a+b?)*` every run of a is so many a+ as one likes. A possessive or atomic group
    tries one division only.
    """
    return any(_divides(tree) for tree in _repeated(parser.parse(pattern)))


def _repeated(tree: Items) -> Iterator[Items]:
    """The bodies of the repetitions that may be taken back."""
    for code, argument in tree:
        if code in {codes.MAX_REPEAT, codes.MIN_REPEAT}:
            _, most, body = argument
            if most >= _MANY:
                yield body
        for child in _children(code, argument):
            yield from _repeated(child)


def _divides(body: Items) -> bool:
    for at, (code, argument) in enumerate(body):
        rest = [item for other, item in enumerate(body) if other != at]
        if any(_least(item) for item in rest):
            continue
        if code in {codes.MAX_REPEAT, codes.MIN_REPEAT} and argument[1] >= _MANY:
            return True
        if code in {codes.SUBPATTERN, codes.BRANCH} and any(
            _divides(child) for child in _children(code, argument)
        ):
            return True
    return False


def _children(code: object, argument: Items) -> Iterator[Items]:
    if code is codes.BRANCH:
        yield from argument[1]
    elif code in {codes.MAX_REPEAT, codes.MIN_REPEAT}:
        yield argument[2]
    elif code is codes.SUBPATTERN:
        yield argument[3]
    elif code in {codes.ASSERT, codes.ASSERT_NOT}:
        yield argument[1]


def _least(item: Items) -> int:
    """How many characters an item of a pattern has to match at least."""
    return int(parser.SubPattern(parser.State(), [item]).getwidth()[0])


@pytest.mark.parametrize(
    ("pattern", "is_divisible"),
    [
        ("(?:a+)*b", True),
        ("(?:a+b?)*c", True),
        ("(?:(?:x|a+)b?)+c", True),
        ("(?:a+b)*c", False),
        ("(?:a+b?)*+c", False),
        ("(?:a++b?)*c", False),
        ("(?:ab?)*c", False),
        ("(?:a{1,3})?c", False),
    ],
)
def test_a_divisible_repetition_is_told(pattern: str, is_divisible: bool) -> None:
    assert divisible(pattern) is is_divisible


def test_no_pattern_divides_a_run_in_many_ways() -> None:
    kept = tuple(patterns())
    assert len(kept) > 300
    assert [where for where, pattern in kept if divisible(pattern)] == []
