"""Buckets that fill, are emptied by what is taken, and are bounded in number."""

from __future__ import annotations

import pytest

from index.buckets import Buckets


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def buckets(clock: Clock) -> Buckets:
    return Buckets(burst=10, per_second=2, most=3, clock=clock)


def test_what_is_taken_comes_back_with_time(buckets: Buckets, clock: Clock) -> None:
    assert buckets.take("a", 8) == 0
    assert buckets.take("a", 8) == 3, "six are missing, and two come in a second"
    assert buckets.left("a") == 2, "what does not fit takes nothing"
    clock.now += 3
    assert buckets.take("a", 8) == 0
    clock.now += 1_000
    assert buckets.left("a") == 10


def test_looking_takes_nothing(buckets: Buckets) -> None:
    assert buckets.wait("a", 11) == 0.5
    assert buckets.wait("a", 10) == 0
    assert list(buckets) == []


def test_a_fine_takes_what_is_there(buckets: Buckets) -> None:
    buckets.drain("a", 7)
    assert buckets.left("a") == 3
    buckets.drain("a", 7)
    assert buckets.left("a") == 0


def test_whoever_was_heard_longest_ago_is_forgotten(buckets: Buckets) -> None:
    for name in ("a", "b", "c"):
        buckets.take(name, 10)
    buckets.take("a", 0)
    buckets.take("d", 1)
    assert (list(buckets), len(buckets)) == (["c", "a", "d"], 3)
    assert (buckets.left("b"), buckets.left("c")) == (10, 0)
