"""Kinds: what a page, a notice, a scale or a meeting says is no fact of a plan."""

from __future__ import annotations

import pytest

from corpus.catalog import CatalogRow
from corpus.facts.doubts import NAME_INCOMPLETE
from corpus.types import FactKind
from tests.corpus.plans import facts_of

AUDITED = CatalogRow(file="plan.txt", title="가람시 종합감사 결과 공개", fiscal_years=(2031,))
GARAM = CatalogRow(
    file="plan.txt", title="담양군 소식", municipality="담양군", fiscal_years=(2031,)
)


def sure(text: str, kind: FactKind, *, about: CatalogRow = GARAM) -> list[str]:
    """The names of the facts of one kind that a text leaves no doubt about."""
    return [one.name for one in facts_of(text, kind, about=about) if not one.doubts]


@pytest.mark.parametrize(
    "text",
    [
        "- 접수 : 읍·면사무소 방문(우편·팩스 불가)",
        "- 지급방법 : 보조금 정산 후 계좌 지급",
        "- 추진배경 : 고령화에 따른 돌봄 수요 확대",
        "- 주요안건 : 이듬해 예산안 편성 보고",
        "- 조례 개정(안) : 청년 나이 확대",
        "- 주로 걸린 것 : 하자검사 소홀, 수당 부당 지급",
        "- 하수관로 하자검사 미실시",
        "- 도로변 배수시설 정비 완료",
        "- 마을주차장 확충 2. 생활안전 분야 제도 개선",
        "- 부서별 주요업무 보고",
        "- 주요 투자사업",
        "- 부서 간 협업 방안 논의",
        "- 특강 : 공직문화 조성",
        "- 지원내용 : 창업공간 임차료 지원",
        "- 향후계획 : 실시설계 용역 발주",
        "- 전년 대비 민원 처리기간 단축",
        "#가람시 #청년정책 #지원확대",
        "담당 총무과 청년담당 만족도조사",
    ],
)
def test_what_a_notice_or_a_page_says_is_no_policy(text: str) -> None:
    assert sure(text, FactKind.POLICY) == []


@pytest.mark.parametrize(
    "text",
    [
        "- 청년수당 지급 확대",
        "- 더 깨끗한 날 : 매주 금요일 하천 청소 실시",
        "- 홍보 : 마을방송과 전광판 활용",
        "- 주민 만족도조사 실시",
        "- 조직개편 : 미래전략과 신설",
        "- 산업단지 기반시설 확충, 기업 유치",
        "- 평가 결과를 성과연봉에 반영",
    ],
)
def test_a_deed_stays_a_policy(text: str) -> None:
    assert len(sure(text, FactKind.POLICY)) == 1


def test_what_auditors_found_is_no_policy() -> None:
    assert sure("- 자격이 없는 단체 선정", FactKind.POLICY, about=AUDITED) == []


def test_the_items_below_a_sentence_are_what_it_says() -> None:
    item = "\n 1) 민원 창구 확대\n 2) 친절 교육 강화\n"
    assert sure("높은 점수를 받은 지표는 둘이다." + item, FactKind.POLICY) == []
    assert len(sure("시는 올해 두 가지에 힘쓴다." + item, FactKind.POLICY)) > 1


@pytest.mark.parametrize(
    "text",
    [
        "○ 감점요인 : 부패사건 발생, 1.5점 감점",
        "○ 우수공무원 선발 : 인사가점 0.5점 또는 특별휴가 3일",
        "종합청렴도는 군 평균을 3.4점 웃돌았다.",
        "이 청렴도 평가는 306개 기관을 가~마 5등급으로 나눈다.",
        "○ 최근 추이 : ('29) 3등급 → ('30) 2등급 → ('31) 1등급",
        "청렴도 평가에서 1등급인 기관은 여섯 곳이다.",
        "앞선 평가에서는 22개 시·군 중 1위를 했다.",
    ],
)
def test_a_scale_a_bonus_and_a_difference_are_no_result(text: str) -> None:
    assert sure(text, FactKind.EVALUATION) == []


@pytest.mark.parametrize(
    "text",
    [
        "○ 2031년 종합청렴도 : 2등급",
        "○ 종합청렴도 : ('29) 3등급 → ('31) 1등급",
        "○ 민원서비스 만족도 91.2점",
        "담양군은 2031년 종합청렴도 평가에서 2등급을 받았다.",
    ],
)
def test_a_result_stays_one(text: str) -> None:
    assert len(sure(text, FactKind.EVALUATION)) == 1


def test_what_another_government_got_is_in_doubt() -> None:
    text = "무안군은 2031년 종합청렴도 평가에서 4등급을 받았다."
    assert sure(text, FactKind.EVALUATION) == []


def test_among_how_many_a_rank_was_reached_is_no_audit() -> None:
    assert sure("군은 계약심사 평가에서 18개 시·군 중 2위에 올랐다.", FactKind.AUDIT) == []


def test_cases_of_what_is_unsaid_are_in_doubt() -> None:
    found = facts_of("○ 부서별 : 본청 24건, 사업소 18건")
    assert found
    assert all(NAME_INCOMPLETE in one.doubts for one in found)


@pytest.mark.parametrize(
    "step", ["중간점검", "최종평가", "서면심사", "실적 점검", "물빛관 개관식", "물빛축제"]
)
def test_what_is_held_on_a_day_is_no_project(step: str) -> None:
    (fact,) = facts_of(f"○ {step}(’31. 7.)", FactKind.PROJECT)
    assert fact.doubts


@pytest.mark.parametrize("name", ["환경영향평가 용역", "문화센터 개관", "감사관 16명 위촉"])
def test_what_is_done_by_a_day_is_a_project(name: str) -> None:
    assert sure(f"○ 가람 {name}(’31. 7.)", FactKind.PROJECT) == [f"가람 {name}"]


@pytest.mark.parametrize("name", ["인구 12만 명", "국비 32억원 확보", "종합청렴도 1등급 달성"])
def test_the_day_of_a_figure_is_no_due_date(name: str) -> None:
    assert sure(f"○ {name}(’31. 12.)", FactKind.PROJECT) == []


@pytest.mark.parametrize("name", ["하수관로 정비 27.6km", "공공임대주택 150호", "뉴딜 5개소"])
def test_the_size_of_what_is_built_leaves_it_a_project(name: str) -> None:
    assert sure(f"○ 가람읍 {name}(’31. 12.)", FactKind.PROJECT) == [f"가람읍 {name}"]
