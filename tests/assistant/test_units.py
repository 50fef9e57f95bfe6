"""Which words of documents count the same as the one a question counts in."""

from __future__ import annotations

import re

import pytest

from assistant.units import words_like


@pytest.mark.parametrize(
    ("unit", "text", "is_alike"),
    [
        ("집", "5,120호", True),
        ("집", "310가구가", True),
        ("집", "3호선", False),
        ("명", "40인", True),
        ("명", "40인승", False),
        ("원", "40명", False),
    ],
)
def test_words_that_count_alike(unit: str, text: str, is_alike: bool) -> None:
    assert (re.search(rf"\d(?:{words_like(unit)})", text) is not None) is is_alike
