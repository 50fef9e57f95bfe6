"""What a city says it will do: directions, policies, audits planned, and the items of a list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus import is_kept_back
from corpus.facts.doubts import KIND_UNSURE, NAME_INCOMPLETE
from corpus.types import Fact, FactKind
from tests.corpus.plans import PLAN_2031, facts_of


def enumerated(text: str) -> list[str]:
    return [one.name for one in facts_of(text) if "enumerated" in one.flags]


def only(text: str) -> Fact:
    (fact,) = facts_of(text)
    return fact


def test_an_item_without_figures_is_a_policy_in_its_own_words() -> None:
    fact = only("○ 걷기 좋은 숲길 내기")
    assert (fact.kind, fact.name, fact.value) == (FactKind.POLICY, "걷기 좋은 숲길 내기", None)


@pytest.mark.parametrize("heading", ["추진방향", "투자 방향", "시정 방침", "추진전략", "비전"])
def test_an_item_under_directions_is_a_direction(heading: str) -> None:
    assert only(f"1. {heading}\n○ 걷기 좋은 숲길 내기").kind is FactKind.DIRECTION


def test_an_item_about_audits_is_an_audit() -> None:
    assert only("○ 공직기강 감찰 강화").kind is FactKind.AUDIT


@pytest.mark.parametrize("text", ["시는 숲길을 넓힐 계획이다.", "시는 돌봄을 강화한다."])
def test_prose_that_says_a_plan_is_a_policy(text: str) -> None:
    assert only(text).kind is FactKind.POLICY


def test_prose_that_says_no_plan_is_no_fact() -> None:
    assert facts_of("숲은 푸르고 물은 맑다.") == ()


def test_an_item_that_states_a_figure_is_that_figure_and_no_policy() -> None:
    assert only("○ 숲길 14개소").kind is FactKind.STATISTIC


@pytest.mark.parametrize(
    "text",
    [
        "시는 ▲마을 숲 ▲물길 잇기 ▲돌봄 등을 추진한다.",
        "○ △마을 숲 △물길 잇기 △돌봄",
        "▲ 마을 숲 ▲ 물길 잇기 ▲ 돌봄",
    ],
)
def test_each_item_between_triangles_is_a_policy(text: str) -> None:
    assert enumerated(text) == ["마을 숲", "물길 잇기", "돌봄"]


def test_a_single_triangle_enumerates_nothing() -> None:
    assert enumerated("▲ 마을 숲 가꾸기") == []


def test_a_triangle_before_a_figure_is_a_minus_and_no_item() -> None:
    assert enumerated("○ 세입 △3억 원") == []


@pytest.mark.parametrize("text", ["○ 숲", "○ ㆍㆍ", "- ·"])
def test_what_is_too_short_to_say_anything_is_no_policy(text: str) -> None:
    assert facts_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "○ 주요 과제",
        "계약자(평가자) : 가람시장",
        "재정공시는 매년 2월과 8월에 실시한다.",
        "1. 평가지표\n○ 사회적 가치 실현",
        "○ 알기 쉬운 재정공시 안내",
        "있으며, 꾸준히 개선책을 마련하겠음.",
        "제4조 (계획 수립)\n① 시장은 매년 계획을 수립하여야 한다.",
    ],
)
def test_what_sets_nothing_out_is_in_doubt_or_no_fact(text: str) -> None:
    kinds = (FactKind.POLICY, FactKind.DIRECTION, FactKind.AUDIT)
    assert all(KIND_UNSURE in one.doubts for one in facts_of(text, *kinds))


@pytest.mark.parametrize(
    "text", ["○ 걷기 좋은 숲길 조성", "시는 숲길을 넓힐 계획이다.", "1. 추진방향\n○ 맑고 푸른 도시"]
)
def test_what_clearly_sets_something_out_is_in_no_doubt(text: str) -> None:
    assert only(text).doubts == ()


def test_several_items_in_one_line_are_no_one_direction() -> None:
    (fact,) = facts_of("1. 추진전략\n○ 숲길 조성 ② 물길 잇기 ③ 돌봄 강화")
    assert NAME_INCOMPLETE in fact.doubts


def test_a_long_item_keeps_its_whole_name() -> None:
    words = ", ".join(f"마을 {number} 숲길 정비와 쉼터 조성" for number in "가나다라마바사")
    assert len(only(f"○ {words} 추진").name) > 100


@pytest.mark.parametrize(
    "text",
    [
        "인쇄  공유",
        "기자 고길동 다른기사 보기",
        "Ⅰ. 개요  Ⅱ. 올해 추진실적  Ⅲ. 내년 추진계획",
        "- 1~3월 신청사업 설명 / 4~5월 부처 예산 대응 / 6~8월 심의 대응 추진",
        "○ 주요 편성(예산안 기준)",
        "· 나래시, 지방세 성실납세자 선정",
        "○ 사진=나래시 제공",
        "- 혜택 : 뽑힌 제안자에게 상품권 제공",
    ],
)
def test_what_frames_a_page_is_no_policy(text: str) -> None:
    found = [one for one in facts_of(text) if one.kind is FactKind.POLICY]
    assert all(is_kept_back(one.doubts) for one in found)


def test_a_call_for_proposals_says_what_may_be_asked_for() -> None:
    item = "- 환경 : 생활주변 숲길 정비"
    for title, is_kept in (("주민제안 사업 공모", True), ("숲길 시행계획", False)):
        about = replace(PLAN_2031, title=f"가람시 {title}")
        (fact,) = facts_of(item, FactKind.POLICY, about=about)
        assert is_kept_back(fact.doubts) is is_kept
