"""Until when something is to be handed in, however the day is written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.lines import keeps_answer
from tests.assistant.towns import Ask, asking

CALL = """\
시흥시 주민 제안 공모 안내

시흥시가 내년에 할 일을 시민에게 묻습니다.
1. 접수기간 : 2025. 6. 27.(금)까지
2. 심사 : 시민위원회 현장 심사 후 11월에 결정
 시민위원의 제안 심사 임기는 2027년 2월 28일까지 2년입니다.
"""


@pytest.fixture(scope="module")
def ask_call(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    row = "call.txt,주민 제안 공모 안내,경기도 시흥시,notice,2025-05-20,2026,,시흥시"
    with asking(tmp_path_factory.mktemp("call"), CALL, row) as ask:
        yield ask


@pytest.mark.parametrize(
    "question", ["시흥시 주민 제안은 언제까지 내야 하나요?", "시흥 주민 제안 언제까지 접수해?"]
)
def test_the_day_to_hand_in_is_told_and_not_a_term_of_office(ask_call: Ask, question: str) -> None:
    text = ask_call(question).text
    assert "6. 27." in text
    assert "2027년" not in text


@pytest.mark.parametrize(
    "said", ["6. 30.(월)까지", "7. 31.(수) 18시까지", "6월 30일까지", "3. 2.(월) ~ 3. 31.(화)"]
)
def test_a_day_is_read_with_its_weekday_and_hour(said: str) -> None:
    assert not keeps_answer("접수 안내", f"접수 안내 {said}", "언제까지 내나요?")
