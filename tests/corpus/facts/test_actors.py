"""Actors: who acts in a headline is no thing that a figure can be of."""

from __future__ import annotations

import pytest

from corpus.facts.actors import is_actor, may_act
from corpus.facts.topics import topic_of


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("가람시 감사실", True),
        ("가람군 기획예산실", True),
        ("가람시의회 예결특위", True),
        ("도 감사위원회", True),
        ("행안부", True),
        ("김가람 가람시장", True),
        ("나래구 세무과", True),
        ("계약심사", False),
        ("지방세 체납액", False),
        ("청년정책위원회 운영 계획", False),
        ("가람시의회 청사 신축", False),
        ("", False),
    ],
)
def test_who_acts_is_told_from_a_thing(words: str, *, acts: bool) -> None:
    assert is_actor(words) is acts


def test_a_body_may_act() -> None:
    assert may_act("가람도시공사")
    assert not may_act("경영평가")


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("가람시 감사실, 올 상반기 계약심사로 9억 6천만원 아꼈다", "상반기 계약심사"),
        ("가람시의회 예결특위, 제2회 추경안 심사 마쳐", "제2회 추경안 심사"),
        ("가람군 기획예산실, 상반기 신속집행 목표 초과 달성", "상반기 신속집행"),
        ("감사위, 보조금 특정감사서 37건 적발", "보조금 특정감사"),
        ("행안부, 지방재정 신속집행 평가 결과 발표", "지방재정 신속집행 평가"),
        ("김가람 가람시장, 공약 이행률 78%", "공약 이행률"),
        ("가람도시공사, 경영평가 '나' 등급", "경영평가"),
        ("감사실이 상반기 계약심사로 23억 절감", "상반기 계약심사"),
        ("가람시 청년정책위원회", ""),
    ],
)
def test_a_headline_is_about_what_is_done(title: str, topic: str) -> None:
    assert topic_of(title) == topic


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("“2031년 국비 6,150억 잡아라”", "국비"),
        ("가람구, 올해 밀린 지방세 87억여 원 거둬들여", "밀린 지방세"),
        ("가람군, 내년 주요업무 312건 추려 … 새 사업 74건", "주요업무"),
        ("가람군, 종합청렴도 2등급 ‘한 계단 껑충’", "종합청렴도"),
        ("가람시의회, 내년 예산안 47억 삭감", "예산안"),
        ("2031년 주요업무계획 - 기획조정실", "주요업무계획"),
        ('감사위원회, "빚 늘었다" 결산 지적', "결산"),
    ],
)
def test_what_a_headline_calls_for_is_no_part_of_its_thing(title: str, topic: str) -> None:
    assert topic_of(title) == topic
