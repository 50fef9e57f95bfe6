"""The one noun of a short question that the analyser takes for something else is asked about."""

from __future__ import annotations

import pytest

from assistant.misread import misread_words
from assistant.types import Question
from assistant.understand import understand


@pytest.mark.parametrize("word", ["훈계", "주의", "변상", "경고", "갑질"])
def test_a_misread_noun_is_a_word_of_the_question(word: str) -> None:
    asked = understand(Question(text=f"가평군 {word} 몇 건"))
    assert [one.form for one in asked.terms if not one.is_measure] == [word]


@pytest.mark.parametrize("text", ["2021년은 몇 건이었나요?", "얼마인가요?", "그럼 올해는 몇 명?"])
def test_what_names_nothing_gives_no_word(text: str) -> None:
    assert misread_words(text) == ()
