"""Which figure or day a question takes as given, and how exactly it says it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.supposed import claim_of


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("올해 예산이 7,300억이라던데 어디에 쓰나요?", 730_000_000_000, "원"),
        ("예산이 1조 2천억 원이라고 들었어요", 1_200_000_000_000, "원"),
        ("주민자치회가 140개소 맞나요?", 140, "개소"),
        ("상담 인원이 320명인데 왜 적나요?", 320, "명"),
        ("집행률이 88.5%라면서요", Decimal("88.5"), "%"),
        ("버스가 90대로 줄어든 까닭은?", 90, "대"),
        ("Is it true that the 2021 budget was 1.2 trillion won?", 1_200_000_000_000, "원"),
        ("Why did the city plant 4,000 trees in 2022?", 4000, None),
    ],
)
def test_a_figure_that_is_taken_as_given_is_a_claim(
    question: str, value: Decimal, unit: str | None
) -> None:
    claim = claim_of(question)
    assert claim is not None
    assert (claim.value, claim.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "question",
    [
        "예산은 얼마인가요?",
        "예산이 300억 늘었다던데 왜인가요?",
        "20억 원 이상인 사업이라던데 무엇인가요?",
        "예산 7,300억 중 복지에 쓰는 돈은 얼마인가요?",
        "50명에서 70명으로 늘었다면서 52명이 왔다던데 왜인가요?",
        "2021년에 예산이 왜 늘었나요?",
        "How many of the 50 members came?",
    ],
)
def test_what_narrows_a_question_or_tells_a_change_is_no_claim(question: str) -> None:
    claim = claim_of(question)
    assert claim is None or claim.value == Decimal(52)


@pytest.mark.parametrize(
    ("question", "printed", "is_so"),
    [
        ("예산이 8,727억이라던데", 872_790_000_000, True),
        ("예산이 8,727억이라던데", 872_600_000_000, False),
        ("예산이 9천억이라던데", 870_000_000_000, True),
        ("예산이 9천억이라던데", 810_000_000_000, False),
        ("예산이 1조 원인가요?", 1_030_000_000_000, True),
        ("예산이 1조 원인가요?", 778_900_000_000, False),
        ("예산이 1조 원인가요?", 872_700_000_000, False),
        ("예산이 약 8,500억이라던데", 872_000_000_000, True),
        ("위원이 50명이라던데", 51, False),
        ("위원이 50명쯤이라던데", 51, True),
        ("76.65점을 받은 까닭은?", Decimal("76.65"), True),
        ("비율이 61%라던데", Decimal("61.5"), True),
        ("비율이 61.5%라던데", Decimal("61.7"), False),
        ("노선이 3.5km라던데", Decimal("3.5"), True),
        ("노선이 3.5km라던데", Decimal("3.6"), False),
        ("Is it true that the rate was 62.4 percent?", Decimal("61.5"), False),
        ("Is it true that the rate was 62.4 percent?", Decimal("62.4"), True),
    ],
)
def test_a_claim_agrees_as_exactly_as_it_was_said(
    question: str, printed: Decimal, is_so: bool
) -> None:
    claim = claim_of(question)
    assert claim is not None
    assert claim.agrees(Decimal(printed)) is is_so


def test_a_day_is_a_claim_only_with_what_is_done_then() -> None:
    claim = claim_of("수영장이 2023년 5월에 개장한다던데 맞나요?")
    assert claim is not None
    assert claim.day == "2023-05"
    assert claim_of("2023년 5월에 예산이 늘었다던데 왜인가요?") is None
    assert claim_of("수영장은 2023년 5월에 개장하나요?") is None
