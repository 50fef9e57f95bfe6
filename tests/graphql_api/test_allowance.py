"""How much each caller may ask for: buckets that fill, are told of, and are bounded."""

from __future__ import annotations

import pytest

from graphql_api.allowance import AllowanceOptions, Allowances
from graphql_api.errors import AllowanceSpentError

OPTIONS = AllowanceOptions(per_second=10, burst=100, refused=30, callers=2)


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def allowances(clock: Clock) -> Allowances:
    return Allowances(OPTIONS, clock=clock)


def test_a_bucket_empties_and_fills_again(allowances: Allowances, clock: Clock) -> None:
    assert allowances.take("a", 70).remaining == 30
    with pytest.raises(AllowanceSpentError) as spent:
        allowances.take("a", 70)
    assert (spent.value.status, spent.value.retry_seconds) == (429, 4)
    clock.now += 4
    standing = allowances.take("a", 70)
    assert (standing.remaining, standing.reset_seconds) == (0, 10)
    clock.now += 1_000
    assert allowances.standing("a").remaining == 100


def test_what_is_refused_takes_nothing_but_its_fine(allowances: Allowances) -> None:
    for left in (70, 40, 10, 0):
        allowances.fine("a")
        assert allowances.standing("a").remaining == left


def test_a_cost_beyond_the_bucket_takes_all_of_it(allowances: Allowances) -> None:
    assert allowances.take("a", 10_000).remaining == 0
    with pytest.raises(AllowanceSpentError):
        allowances.take("a", 10_000)


def test_callers_are_apart_and_bounded(allowances: Allowances) -> None:
    for caller in ("a", "b"):
        allowances.take(caller, 100)
    allowances.standing("a")
    allowances.take("c", 1)
    assert allowances.standing("a").remaining == 0
    assert allowances.standing("b").remaining == 100


def test_nobody_is_asked_for_anything_where_it_is_off() -> None:
    off = Allowances(AllowanceOptions(per_second=0))
    for _ in range(3):
        off.fine("a")
        assert off.take("a", 10**9).remaining == AllowanceOptions().burst


def test_it_is_told_as_the_draft_standard_says(allowances: Allowances) -> None:
    assert allowances.take("a", 25).headers == {
        "RateLimit-Policy": '"cost";q=100',
        "RateLimit": '"cost";r=75;t=3',
    }
