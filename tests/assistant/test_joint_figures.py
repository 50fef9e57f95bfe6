"""What two things make together is the figure of neither."""

from __future__ import annotations

import pytest

from assistant.joint_figures import is_joint
from tests.assistant.drafts import asking

APART = ["{}만 따로 얼마야?", "{}만 얼마인가요?"]


@pytest.mark.parametrize("question", APART)
@pytest.mark.parametrize("join", ["·", "와 ", " 및 ", "/"])
@pytest.mark.parametrize(("one", "two"), [("도로", "하천"), ("청소", "방역"), ("용수", "배수")])
def test_one_of_two_that_are_joined_has_no_figure(
    question: str, join: str, one: str, two: str
) -> None:
    said = [f"{one}{join}{two} 정비비 40억 원을 담았다."]
    assert is_joint(asking(question.format(one)), said)
    assert is_joint(asking(question.format(two)), said)
    apart = [f"{one} 정비비 30억 원, {two} 정비비 10억 원을 담았다."]
    assert not is_joint(asking(question.format(one)), apart)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("120건 중 특수시책은 몇 건인가요?", "신규사업과 특수시책 120건을 토론에 부쳤다."),
        ("감사에서 훈계 받은 공무원은 몇 명인가요?", "징계 5명, 훈·경고 40명이다."),
        ("감사에서 견책 받은 사람은 몇 명이야?", "공무원 30명은 견책이나 감봉을 받았다."),
        ("신청액 중 도비만 얼마야?", "국도비를 신청할 사업은 625개, 2173억원이다."),
    ],
)
def test_a_part_that_is_told_with_another_alone(question: str, quote: str) -> None:
    assert is_joint(asking(question), [quote])


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("계약심사로 아낀 돈은 얼마야?", "일상감사와 계약심사로 29억 원을 아꼈다."),
        ("훈·경고 받은 공무원은 몇 명인가요?", "징계 5명, 훈·경고 40명이다."),
        ("복지만 얼마 늘었어?", "복지 30억 원, 환경·보건 12억 원이 늘었다."),
        ("도로와 하천만 합쳐 얼마야?", "도로와 하천 정비에 40억 원을 담았다."),
        ("사업비를 깎기만 하나요, 얼마나 깎나요?", "시설과 사업비 12억 원을 깎았다."),
    ],
)
def test_names_that_people_shorten_and_own_figures_are_left_alone(
    question: str, quote: str
) -> None:
    assert not is_joint(asking(question), [quote])
