"""What is told of officials of one rank is no answer about another."""

import pytest

from assistant.ranks import rank_fits, ranks_said
from tests.assistant.drafts import make_evidence


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("5급 공무원은 몇 명", {5}),
        ("4·5급 간부", {4, 5}),
        ("5급 이상 모두", {1, 2, 3, 4, 5}),
        ("6급 이하 직원", {6, 7, 8, 9}),
        ("고급 자재", set()),
        ("1급수 하천", set()),
        ("2급 하천 정비", set()),
        ("3등급을 받았다", set()),
        ("제1급 감염병", set()),
    ],
)
def test_ranks_are_read_with_their_bounds(text: str, ranks: set[int]) -> None:
    assert ranks_said(text) == ranks


@pytest.mark.parametrize(
    ("quote", "asked", "fits"),
    [
        ("4급 공무원 22명과 계약을 맺었다.", "4급 공무원은 몇 명인가요", True),
        ("4급 공무원 22명과 계약을 맺었다.", "5급 공무원은 몇 명인가요", False),
        ("5급 이상 90명과 계약을 맺었다.", "4급 공무원은 몇 명인가요", True),
        ("장애 1급 주민에게 지원한다.", "장애 2급도 지원하나요", True),
        ("공무원 90명과 계약을 맺었다.", "4급 공무원은 몇 명인가요", True),
        ("4급 공무원 22명과 계약을 맺었다.", "공무원은 몇 명인가요", True),
    ],
)
def test_another_rank_does_not_fit(quote: str, asked: str, fits: bool) -> None:
    assert rank_fits(make_evidence(quote), asked) is fits
