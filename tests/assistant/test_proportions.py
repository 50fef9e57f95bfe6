"""What a question wants reckoned with a divisor or a factor, and how it names the two sides."""

from __future__ import annotations

import pytest

from assistant.proportions import Proportion, Wanted, names_in, proportion_of
from assistant.types import Question
from assistant.understand import understand


def read(text: str) -> Proportion | None:
    return proportion_of(understand(Question(text=text)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("구리시 공사 중 도로 비율은?", Wanted.SHARE),
        ("구리시 도로 공사는 전체의 몇 퍼센트인가요?", Wanted.SHARE),
        ("구리시 공사 절감률은 몇 %인가요?", Wanted.RATE),
        ("구리시 텃밭은 한 곳당 얼마꼴인가요?", Wanted.EACH),
        ("구리시 업체당 평균 얼마를 주나요?", Wanted.EACH),
        ("구리시 교통비는 총 얼마까지 받나요?", Wanted.TOTAL),
        ("구리시 보조금을 한도까지 받으려면 공사비가 최소 얼마여야 하나요?", Wanted.WHOLE),
        ("구리시 물놀이터 국비는 얼마인가요?", Wanted.PART),
    ],
)
def test_a_question_wants_a_proportion(text: str, wanted: Wanted) -> None:
    found = read(text)
    assert found is not None
    assert found.wanted is wanted


@pytest.mark.parametrize(
    "text",
    [
        "구리시 예산은 전년보다 몇 % 늘었나요?",
        "구리시 담당 부서는 어디인가요?",
        "구리시 인구 증가율은?",
        "구리시 경로당은 평균 몇 곳인가요?",
        "구리시 국비는 시비보다 얼마나 많나요?",
    ],
)
def test_other_questions_want_none(text: str) -> None:
    assert read(text) is None


def test_the_sides_are_told_apart() -> None:
    found = read("구리시 추경에서 특별회계가 전체에서 차지하는 비중은?")
    assert found is not None
    assert "특별" in "".join(names_in(found.part))
    assert "추경" not in found.part
