"""Which of the two readings of an English question is kept."""

from collections.abc import Callable

import pytest

import assistant
from assistant.trace import settles


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        (
            "What do Boryeong's general account and special account of 2022 come to together?",
            "8,100",
        ),
        ("How large is Boryeong's special account in 2022?", "900"),
        ("Who is responsible for Boryeong's fast budget execution?", "기획감사실"),
    ],
)
def test_english_is_answered_as_exactly_as_korean(
    question: str, wanted: str, ask: Callable[..., assistant.Answer]
) -> None:
    answer = ask(question, language="en")
    assert answer.status is assistant.AnswerStatus.ANSWERED
    assert answer.language == "en"
    assert wanted in answer.text


def test_what_is_turned_away_in_english_is_not_asked_again_in_korean(
    ask: Callable[..., assistant.Answer],
) -> None:
    answer = ask("Should I sue Boryeong over my administrative appeal?", language="en")
    assert answer.status is assistant.AnswerStatus.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("question", "is_settled"),
    [
        ("What do Boryeong's general and special account of 2022 come to together?", True),
        ("How large is Boryeong's special account in 2022?", False),
        ("What does Boryeong do for tidal flats?", False),
    ],
)
def test_only_what_is_reckoned_from_the_gloss_settles_the_answer(
    question: str, is_settled: bool, trace: Callable[..., assistant.Trace]
) -> None:
    assert settles(trace(question, language="en")) is is_settled
