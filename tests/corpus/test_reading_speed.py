"""Reading stays fast, weighed against a loop of plain Python on the same machine."""

from __future__ import annotations

import pytest

from corpus import LIBRARY
from tests.benchmarks.reading_speed import RUNS, measure

FLOOR = 1.0
"""Pages in the time of the reference loop. 1.76 was measured on a quiet core; the rest is room for
other builds of Python, not for slower readers."""
TRIES = 3


def test_the_library_is_read_at_no_less_than_the_floor_of_speed() -> None:
    speeds = []
    for _ in range(TRIES):  # a busy machine slows one measurement, a slow reader slows them all
        speeds.append(measure((LIBRARY,), RUNS).pages_a_loop)
        if speeds[-1] >= FLOOR:
            return
    pytest.fail(f"pages in the time of the reference loop: {speeds}, at least {FLOOR} are wanted")
