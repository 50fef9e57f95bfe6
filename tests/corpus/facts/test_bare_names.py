"""Bare names: nouns that do not say of whom or of what they are."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import NAME_BORROWED, NAME_INCOMPLETE
from corpus.types import Fact
from tests.corpus.plans import facts_of


def named(text: str, raw: str) -> Fact:
    """The fact of the figure that is printed as `raw`."""
    (fact,) = [one for one in facts_of(text) if one.raw_text == raw]
    return fact


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("가람시 종합감사 76건 지적…공무원 253명 신분상 조치", "253명"),
        ("- 소유자 47명이 이익을 본 것으로 추산", "47명"),
        ("- 사업별 60억 원", "60억 원"),
        ("결산검사위 10건 개선 권고", "10건"),
        ("전해에도 달성률이 627%였다.", "627%"),
        ("조사는 8월부터 벌였고 전국 609개 기관이 대상이었다.", "609개"),
        ("· 북면 농촌중심지 61억원, 남면 58억원", "58억원"),
        ("- 최우수 200만원, 우수 100만원", "200만원"),
        ("- 최우수 1명, 우수 2명", "1명"),
        ("공모에 뽑힌 사업은 관광 3건, 농업 5건이다.", "3건"),
        ("소상공인 900명에게 1인당 50만원을 지원한다.", "50만원"),
        ("군은 사업별 60억 원에서 300억 원까지 들인다.", "60억 원"),
        ("사업 대상지는 동부권 3곳, 서부권 2곳이다.", "3곳"),
        ("○ 인력 : 정원 168명 / 현원 161명(결원 △7명)", "7명"),
        ("• 성과지표 412개 중 달성 389개, 미달성 23개 (달성률 94.4%)", "94.4%"),
    ],
)
def test_a_noun_that_is_of_somebody_is_doubted_where_nobody_is_named(text: str, raw: str) -> None:
    assert {NAME_INCOMPLETE, NAME_BORROWED} & set(named(text, raw).doubts)


def test_people_counted_among_others_of_a_body_are_of_that_body() -> None:
    text = "검사단은 회계사 2명과 민간위원 9명 등 모두 11명으로 꾸렸다."
    assert named(text, "2명").name == "검사단 회계사"
    assert named(text, "9명").name == "검사단 민간위원"


@pytest.mark.parametrize(
    ("text", "raw", "name"),
    [
        ("음주운전으로 징계를 받은 공무원은 7명이다.", "7명", "음주운전으로 징계를 받은 공무원"),
        ("○ 달성률 96.1%", "96.1%", "가람시 시행계획 달성률"),
        ("○ 위촉 위원 : 민간위원 9명", "9명", "위촉 위원 민간위원"),
        ("- 전국 82개 군 중 1위", "82개", "전국 군"),
        ("3. 우수공무원 선발\n\n- 최우수 1명, 우수 2명", "2명", "우수공무원 선발 우수"),
        ("3. 우수공무원 선발\n\n- 최우수 1명, 우수 2명", "1명", "우수공무원 선발 최우수"),
        ("3. 일상감사\n\n○ 부서별 : 본청 247건", "247건", "일상감사 부서별 본청"),
        ("3. 민원 평가\n\n○ 방식 : 3개 분야", "3개", "민원 평가 방식 분야"),
        ("○ 포상금 : 최우수 200만원, 우수 100만원", "200만원", "가람시 시행계획 포상금 최우수"),
        ("시민 한 사람이 낸 지방세는 68만 원이다.", "68만 원", "1인당 지방세"),
    ],
)
def test_a_noun_with_its_owner_is_certain(text: str, raw: str, name: str) -> None:
    fact = named(text, raw)
    assert (fact.name, fact.doubts) == (name, ())
