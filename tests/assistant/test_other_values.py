"""A grade is no score, and what a review saved is not the sum that it looked at."""

from __future__ import annotations

import pytest

from assistant.other_values import is_other_value
from tests.assistant.drafts import asking, make_evidence

GRADES = "청렴체감도가 3등급으로 같았고 청렴노력도가 1등급으로 올랐다. 종합점수는 84.2점이다."
ITEMS = "항목별 등급\n- 민원제도 운영 : 나\n- 민원만족도 : 가"
SCORED = "청렴체감도가 81.7점(2등급), 청렴노력도가 86.0점(2등급)으로 나왔다."
WHOLE = "종합청렴도에서 2등급을 받았다. 종합점수는 84.2점이다."
SAVED = "공사에서 5억 원이 줄었고 용역(30건)은 9천만 원을 덜 쓰게 됐다."
REVIEWED = "용역은 30건, 45억 원 규모를 심사해 9천만 원을 줄였다."


@pytest.mark.parametrize(
    ("question", "quote", "expected"),
    [
        ("청렴체감도 점수는?", GRADES, True),
        ("청렴노력도는 몇 점이야?", GRADES, True),
        ("민원만족도 항목 점수 몇점", ITEMS, True),
        ("청렴체감도 점수는?", SCORED, False),
        ("청렴도 점수는 몇 점인가요?", WHOLE, False),
        ("종합점수는 몇 점이야?", GRADES, False),
        ("민원만족도 등급은?", ITEMS, False),
        ("심사한 용역의 심사 금액은 얼마인가요?", SAVED, True),
        ("용역 심사액 얼마", SAVED, True),
        ("용역 심사 금액은 얼마인가요?", REVIEWED, False),
        ("용역에서 심사로 절감한 금액은?", SAVED, False),
    ],
)
def test_another_value_of_the_same_thing_answers_nothing(
    question: str, quote: str, expected: bool
) -> None:
    assert is_other_value(asking(question), [make_evidence(quote)]) is expected
