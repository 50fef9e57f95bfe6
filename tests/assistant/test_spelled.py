"""Numbers in words, read as the numbers they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.spelled import in_digits
from tests.evaluation.mutations import spelled


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("two hundred and sixty cases", "260 cases"),
        ("eighteen places, ninety-one people", "18 places, 91 people"),
        ("이백사십오 건", "245건"),
        ("삼천만 원", "30000000원"),
        ("두 곳", "2곳"),
        ("스물두 명이", "22명이"),
        ("열 명", "10명"),
        ("two hundred and forty-five cases", "245 cases"),
        ("Twelve offices", "12 offices"),
        ("two thousand three hundred", "2300"),
        ("２４５건", "245건"),
        ("24\u200b5건", "245건"),
        ("12개소입니다", "12개소 입니다"),
    ],
)
def test_a_number_in_words_is_read(said: str, read: str) -> None:
    assert in_digits(said) == read


@pytest.mark.parametrize(
    "said",
    [
        "이 건은",
        "천 원 단위",
        "세종특별자치시",
        "만 명",
        "일 건",
        "778.9 billion won",
        "someone else",
    ],
)
def test_what_only_looks_like_a_number_stays(said: str) -> None:
    assert in_digits(said) == said


@given(st.integers(11, 9999))
def test_every_number_is_read_as_it_is_spelled(number: int) -> None:
    is_unit = number in {100, 1000}  # 백 건 and 천 건 are as often names of units
    assert is_unit or in_digits(f"{spelled(number)} 건") == f"{number}건"
