"""Towns whose names are ordinary words: meant where their own documents answer, and only there."""

from __future__ import annotations

import pytest

from assistant.bare_places import in_full
from tests.assistant.drafts import make_candidate, make_evidence, make_retrieved
from tests.factories import make_document


@pytest.mark.parametrize(
    ("owner", "text", "full"),
    [
        ("봉화군", "봉화 스마트팜 사업비는?", "봉화군 스마트팜 사업비는?"),
        ("상주시", "상주 3회 추경에서 줄어든 회계는?", "상주시 3회 추경에서 줄어든 회계는?"),
        ("보령시", "예산 집행은 얼마나 자주 점검하나요?", "예산 집행은 얼마나 자주 점검하나요?"),
        ("예산군", "공원 예산 규모는?", "공원 예산 규모는?"),
        ("상주시", "보령시 상주 직원은 몇 명?", "보령시 상주 직원은 몇 명?"),
        ("봉화군", "봉화", "봉화"),
    ],
)
def test_a_bare_name_is_a_town_where_its_documents_answer(owner: str, text: str, full: str) -> None:
    evidence = make_evidence("사업비 3억 원", document=make_document(municipality=owner))
    assert in_full(text, make_retrieved(make_candidate(evidence))) == full


def test_nothing_found_leaves_a_question_as_it_is() -> None:
    assert in_full("봉화 스마트팜 사업비는?", make_retrieved()) == "봉화 스마트팜 사업비는?"
