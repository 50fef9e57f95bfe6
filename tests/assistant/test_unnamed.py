"""Names are asked for, and the documents only count what has them."""

from __future__ import annotations

import pytest

from assistant.unnamed import is_unnamed
from tests.assistant.drafts import asking, make_evidence

COUNTED = "공약 72개 가운데 완료 28개, 정상추진 43개, 보류 1개로 이행률은 70%다."


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("보류된 공약이 어떤 사업이야?", COUNTED),
        ("보류된 사업 이름이 뭐야", COUNTED),
        ("고발한 단체 이름 알려줘", "시는 일부 단체를 수사기관에 고발했다."),
    ],
)
def test_a_count_names_nothing(question: str, quote: str) -> None:
    assert is_unnamed(asking(question), [make_evidence(quote)])


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("보류된 공약이 어떤 사업이야?", "보류 2개(숲길 잇기, 샘터 살리기)는 내년에 다시 본다."),
        ("보류된 공약이 어떤 사업이야?", "숲길 잇기 사업을 보류했다."),
        ("고발한 단체 이름 알려줘", "시는 ‘가람모임’을 수사기관에 고발했다."),
        ("보류된 공약은 몇 개야?", COUNTED),
        ("새 도서관 이름이 뭐야", "새 도서관을 3월에 연다."),
    ],
)
def test_what_is_named_or_only_counted_is_left_alone(question: str, quote: str) -> None:
    assert not is_unnamed(asking(question), [make_evidence(quote)])


def test_nothing_found_is_nothing_unnamed() -> None:
    assert not is_unnamed(asking("보류된 사업 이름이 뭐야"), [])
