"""What a snapshot holds at most, looked up in its tables."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import index
from index.database import Database
from tests.crowds import LONG, crowded_corpus
from tests.index.conftest import stored


@pytest.fixture(scope="module")
def bounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Bounds]:
    database: Database = stored(tmp_path_factory.mktemp("crowds"), crowded_corpus())
    yield database.bounds()
    database.close()


def test_nothing_is_bound_by_nothing() -> None:
    assert index.EMPTY_BOUNDS.count("facts") == 0
    assert {index.EMPTY_BOUNDS.most(name) for name in index.EMPTY_BOUNDS.totals} == {0}


def test_the_longest_lists_are_found(bounds: index.Bounds) -> None:
    assert bounds.count("facts") == 3 * LONG + 8
    assert bounds.most("facts.values") == LONG
    assert bounds.most("facts.flags") == LONG
    assert bounds.most("series.points") == LONG
    assert bounds.most("passages.facts") == 2 * LONG
    assert bounds.most("documents.fiscal_years") == LONG
    assert bounds.most("arithmetic_audits.terms") == LONG + 1
    assert bounds.most("documents.superseded_by") == 1
    assert bounds.count("facts of budget") == LONG
    assert bounds.count("facts of contact") == 0
    assert bounds.count("doubtful_facts") == LONG + 2


def test_several_lists_are_on_average_shorter_than_the_longest(bounds: index.Bounds) -> None:
    # One list of sixty values and ninety-nine of one.
    assert bounds.most("facts.values", 100) == -(-(LONG + 99) // 100)
    assert bounds.most("facts.values", 3) == -(-(LONG + 1) // 2)
    lengths = [bounds.most("facts.values", owners) for owners in (0, *index.OWNERS, 1_000)]
    assert lengths == sorted(lengths, reverse=True)


def test_a_list_that_nobody_knows_has_no_bound() -> None:
    with pytest.raises(KeyError):
        index.EMPTY_BOUNDS.most("facts.readers")
