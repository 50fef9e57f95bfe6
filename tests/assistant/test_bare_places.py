"""Towns whose names are ordinary words: meant where a question begins with them, and only there."""

from __future__ import annotations

import pytest

from assistant.bare_places import in_full


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("봉화 스마트팜 사업비는?", "봉화군 스마트팜 사업비는?"),
        ("상주 3회 추경에서 줄어든 회계는?", "상주시 3회 추경에서 줄어든 회계는?"),
        ("상주 인구는 몇 명인가요?", "상주 인구는 몇 명인가요?"),
        ("공원에 상주 직원은 몇 명?", "공원에 상주 직원은 몇 명?"),
        ("보령시 상주 직원은 몇 명?", "보령시 상주 직원은 몇 명?"),
        ("봉화", "봉화"),
        ("budget of the city", "budget of the city"),
    ],
)
def test_a_bare_name_is_a_place_at_the_head_of_a_question(text: str, full: str) -> None:
    assert in_full(text) == full
