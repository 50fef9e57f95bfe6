"""Enumerations: items between triangles, without what the sentence says of them."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import KIND_UNSURE
from corpus.facts.enumerations import without_predicate
from corpus.types import Fact, FactKind
from tests.corpus.plans import facts_of


def items(text: str) -> list[Fact]:
    return [one for one in facts_of(text, FactKind.POLICY) if "enumerated" in one.flags]


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("물류장 건립은 이번에 새로 찾아낸 것들이다", "물류장 건립"),
        ("안내서 보급에서 좋은 점수를 얻었다", "안내서 보급"),
        ("도시 운영 방안이 비중 있게 다뤄졌고", "도시 운영 방안"),
        ("사과 명품화와 가공 산업 육성이다", "사과 명품화와 가공 산업 육성"),
        ("하수관로 교체 등이 있다", "하수관로 교체"),
        ("발급기를 종일 쓰도록 다시 배치한 일", "발급기를 종일 쓰도록 다시 배치한 일"),
    ],
)
def test_an_item_ends_where_the_sentence_goes_on(item: str, name: str) -> None:
    assert without_predicate(item) == name


def test_the_sentence_around_a_list_is_no_policy_of_its_own() -> None:
    found = facts_of("새 사업에는 ▶숲길 조성 ▶물길 잇기 ▶돌봄 강화 등이 있다.")
    assert [one.name for one in found] == ["숲길 조성", "물길 잇기", "돌봄 강화"]
    assert not any(one.doubts for one in found)


@pytest.mark.parametrize("label", ["3개 분야", "5개 항목", "평가 지표"])
def test_what_something_is_judged_by_is_in_doubt(label: str) -> None:
    found = items(f"○ {label} : △민원 처리 △제도 운영 △만족도")
    assert found
    assert all(one.doubts == (KIND_UNSURE,) for one in found)


def test_arrows_between_figures_enumerate_nothing() -> None:
    assert items("- 보급률 73.4%(’30) ▶ 75.0%(’31) ▶ 80.0%(’34)") == []


@pytest.mark.parametrize(
    "text",
    [
        "일정은 △6일 행정국·경제국 △7일 복지국·교통국·보건소 △8일 농업기술센터·감사실이다.",
        "보고 순서는 △기획예산실, 총무과 △문화관광과, 체육과 순으로 이어졌다.",
        "지연 원인으로는 ▲보상 협의 지연 ▲인허가 지연 ▲자재값 상승이 꼽힌다.",
        "사업 발굴은 ▲새 성장동력 ▲국가 공약 대응 ▲탄소중립이 기준이 됐다.",
        "행사는 ▲3월 벚꽃축제 ▲10월 문화제로 이어진다.",
    ],
)
def test_bodies_days_and_causes_are_no_policies(text: str) -> None:
    assert all(KIND_UNSURE in one.doubts for one in items(text))


def test_an_item_that_goes_on_in_the_sentence_is_in_doubt() -> None:
    found = items(
        "일자리에서는 ▲산단 조기 입주 ▲농촌 임대주택이, 관광에서는 ▲살아보기 체험이 들어갔다."
    )
    assert [bool(one.doubts) for one in found] == [False, True, False]


def test_a_point_between_digits_ends_no_item() -> None:
    found = items("시책은 ▲한국판 뉴딜 2.0 대응 ▲스마트 항만 조성이 있다.")
    assert [one.name for one in found] == ["한국판 뉴딜 2.0 대응", "스마트 항만 조성"]
    assert not any(one.doubts for one in found)


def test_places_that_are_changed_are_no_mere_offices() -> None:
    found = items("사업은 ▲중앙도서관·구민회관 이전 ▲노인복지관·보건소 증축이 있다.")
    assert not any(one.doubts for one in found)


def test_what_a_sentence_calls_projects_are_projects() -> None:
    found = facts_of(
        "새 사업은 △숲길 조성 △물길 잇기가 있고, 역점시책은 △돌봄 강화 △일자리 찾기이다."
    )
    assert [(one.kind, one.name) for one in found] == [
        (FactKind.PROJECT, "숲길 조성"),
        (FactKind.PROJECT, "물길 잇기"),
        (FactKind.POLICY, "돌봄 강화"),
        (FactKind.POLICY, "일자리 찾기"),
    ]


def test_a_list_with_one_fault_is_one_of_faults() -> None:
    assert items("드러난 것은 △맡길 수 없는 이에게 센터를 맡긴 일 △숲 안전관리 소홀 등이다.") == []


def test_the_last_item_of_a_list_ends_before_its_copula() -> None:
    found = facts_of("분야는 △밝은 경제도시 △희망 자치도시 △사람 중심의 인문도시다.")
    assert [one.name for one in found][-1] == "사람 중심의 인문도시"
