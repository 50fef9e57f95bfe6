"""Tallies count from any thread and never hold more keys than they may."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from graphql_api.tallies import Tally


def test_no_count_is_lost_between_threads() -> None:
    tally = Tally[str](other="other")
    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(lambda number: tally.add(f"key {number % 3}"), range(9_000)))
    assert tally.counts() == {"key 0": 3_000, "key 1": 3_000, "key 2": 3_000}


def test_keys_beyond_the_bound_count_as_other() -> None:
    tally = Tally[str](most=2, other="other")
    for key in ("a", "b", "c", "d", "a"):
        tally.add(key)
    assert tally.counts() == {"a": 2, "b": 1, "other": 2}
