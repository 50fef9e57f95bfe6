"""Some words tell a thing from others of its kind, so that none may be left out."""

from __future__ import annotations

import pytest

from assistant.telling import tells_apart


@pytest.mark.parametrize(
    ("word", "asked", "said", "apart"),
    [
        ("s", "S등급은 어디인가요?", "A등급은 두 곳이다", True),
        ("galsan", "How many farms are in Galsan-myeon?", "농가 210가구", True),
        ("자동차세", "자동차세 체납은 얼마인가요?", "재산세 체납은 4억 원이다", True),
        ("자동차세", "자동차세 체납은 얼마인가요?", "체납은 모두 4억 원이다", False),
        ("유치원", "유치원은 몇 곳인가요?", "초등학교 41곳", True),
        ("체납", "자동차세 체납은 얼마인가요?", "자동차세 4억 원", False),
    ],
)
def test_what_is_printed_of_a_sibling_says_nothing(
    word: str, asked: str, said: str, apart: bool
) -> None:
    assert tells_apart(word, asked, said) is apart
