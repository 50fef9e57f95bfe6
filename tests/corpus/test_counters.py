"""Counters: where a unit stands behind a number, and where only a word that looks like one."""

from __future__ import annotations

import pytest

from corpus.counters import counter_at


@pytest.mark.parametrize(
    "text", ["50호 공급", "120호를 공급했다", "30호 규모로 짓는다", "20호 매입"]
)
def test_homes_are_counted_where_it_is_said_what_is_done_with_them(text: str) -> None:
    number = len(text) - len(text.lstrip("0123456789"))
    found = counter_at(text, number)
    assert found is not None
    assert found.unit == "호"


@pytest.mark.parametrize("text", ["3호 법정", "37호를 넓힌다", "2호 매입센터", "5호 태풍"])
def test_a_number_of_a_road_or_room_counts_no_homes(text: str) -> None:
    number = len(text) - len(text.lstrip("0123456789"))
    assert counter_at(text, number) is None
