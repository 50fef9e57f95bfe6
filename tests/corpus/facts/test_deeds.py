"""Deeds: items that clearly say what is to be done, told from notes, rules, headings and prizes."""

from __future__ import annotations

import pytest

from corpus.facts.deeds import is_clear, is_heading


@pytest.mark.parametrize(
    "item",
    [
        "○ 걷기 좋은 숲길 조성",
        "- 시민 안전망 강화(야간 순찰 포함)",
        "○ 활용 : 평가 결과를 인사에 반영",
        "① 기업하기 좋은 도시 가속화, 일자리 창출",
        "2031년 숲 가꾸기 지원사업 안내",
    ],
)
def test_an_item_that_ends_in_a_deed_is_clear(item: str) -> None:
    assert is_clear(item, year=2031)


@pytest.mark.parametrize(
    "item",
    [
        "※ 분기마다 추진상황 점검",
        "○ 부서별 실적 제출 : 매분기 말일까지",
        "- 세부계획은 2. 28.(금)까지 감사부서로 제출",
        "○ 신청을 바라는 사람은 한도를 먼저 확인할 것",
        "- 장애인 우선 지원",
        "- 이사하는 경우 지원 중지 후 재개",
        "○ 3년 내리 최우수, 돌봄 사업 대상",
        "○ 점수가 두드러진 항목 : 전략 마련, 제도 운영",
        "- 8월 : 심의 대응",
        "▷ 선발 : 8~9월",
        "○ 부군수 당부 : 부처를 먼저 방문",
        "주요사업 : 하수처리장 통합, 상수도 정비",
        "○ (’30년) 최하위 평가, 대책 수립",
        "○ 제도 변경 : 2030년부터 통합평가로 전환",
        "등록 2031-01-14 목록보기",
        "○ 자문 의견을 모아 골랐음",
        "○ 우수상 김○○ 숲가꾸기과 주무관 - 도비를 확보",
    ],
)
def test_what_only_looks_like_a_deed_is_not_clear(item: str) -> None:
    assert not is_clear(item.replace("’", "'"), year=2031)


@pytest.mark.parametrize("words", ["주요 과제", "큰 사업", "2031년 추진계획", "성과목표"])
def test_words_that_announce_what_follows_are_a_heading(words: str) -> None:
    assert is_heading(words)
    assert not is_heading(f"숲길 {words}")
