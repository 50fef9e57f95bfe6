"""For whom something is: asked with 'who', answered by a kind of people or firms."""

from __future__ import annotations

import pytest

from assistant.targets import asks_target, says_who


@pytest.mark.parametrize(
    "text", ["누가 받을 수 있나요?", "온실 수리비는 누구에게 지원하나요?", "Who can apply for it?"]
)
def test_a_question_may_ask_for_whom_something_is(text: str) -> None:
    assert asks_target(text)


def test_a_question_for_a_person_asks_for_no_target() -> None:
    assert not asks_target("회의는 누가 주재했나요?")
    assert not asks_target("대상을 받은 사람은 누구인가요?")


def test_a_label_or_a_topic_sets_out_for_whom() -> None:
    assert says_who("2. 지원대상 : 온실 농가")
    assert says_who("신청 자격은 여섯 달 이상 산 주민이다.")
    assert says_who("○ 온실 농가", "3. 지원대상")
    assert not says_who("사진전 대상 1점")
    assert not says_who("○ 온실 농가", "3. 지원대상 선정방법")


@pytest.mark.parametrize(
    "text",
    [
        "저 대학생인데 주민 모임에 나갈 수 있나요?",
        "저는 옆 도시에 살지만 신청이 되나요?",
        "외국인도 온실 수리비를 받을 수 있나요?",
    ],
)
def test_who_says_what_he_is_asks_whether_it_is_for_him(text: str) -> None:
    assert asks_target(text)


def test_what_one_can_do_somewhere_asks_for_no_target() -> None:
    assert not asks_target("제안서는 어디서 볼 수 있나요?")
    assert not asks_target("저녁에도 체육관을 쓸 수 있나요?")
