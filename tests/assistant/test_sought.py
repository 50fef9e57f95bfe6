"""By which noun a question calls what it ranks."""

from __future__ import annotations

import pytest

from assistant.sought import kind_sought


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("예산이 가장 큰 사업은 무엇인가요?", "사업"),
        ("증액 폭이 가장 큰 분야와 금액은 무엇입니까?", "분야"),
        ("목표 다섯 개 중에 지표가 제일 많은 건 뭐예요?", "목표"),
        ("예산의 순위는 무엇입니까?", ""),
    ],
)
def test_a_noun_is_no_word_of_asking(question: str, noun: str) -> None:
    assert kind_sought(question) == noun
