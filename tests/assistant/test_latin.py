"""Names in Latin letters, found in Hangul."""

from __future__ import annotations

import pytest

from assistant.latin import names


@pytest.mark.parametrize(
    ("word", "text", "is_there"),
    [
        ("Mugunghwa", "무궁화숲길을 열었다", True),
        ("Moogoonghwa", "무궁화숲길을 열었다", True),
        ("Dallaegang", "달래강 나루", True),
        ("Kangnaru", "강나루 장터", True),
        ("Mugunghwa", "진달래숲길을 열었다", False),
        ("San", "산과 들", False),  # too short to be sure of
        ("무궁화", "무궁화숲길", False),
    ],
)
def test_a_name_is_met_as_it_sounds(word: str, text: str, is_there: bool) -> None:
    assert names(word, text) is is_there
