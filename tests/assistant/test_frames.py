"""Which words need a source, whatever a draft makes of them."""

from __future__ import annotations

import pytest

from assistant.frames import strange_words
from tests.corpus.readers import assert_linear

SOURCE = "가가가 나무를 심었고 가로수를 정비한다"


def test_an_inflected_word_of_the_source_is_not_strange() -> None:
    assert strange_words(["나무는", "가로수를", "정비합니다"], [SOURCE]) == []


@pytest.mark.parametrize("word", ["숲을", "가로등을", "정비했습니다", "가" * 500])
def test_another_word_is_strange(word: str) -> None:
    assert strange_words([word], [SOURCE]) == [word]


@pytest.mark.parametrize("piece", ["가", "가나", "정비", "합니다"])
def test_a_word_without_end_is_judged_at_once(piece: str) -> None:
    def judge(text: str) -> object:
        return [strange_words([text[:length]], [SOURCE]) for length in (28, 56, len(text))]

    assert_linear(judge, piece)
