"""Answered words: what a value of the kind asked for meets by itself, however it is said.

'아이디어를 낸 공무원이 누구' is answered by a name with an office, '돈이 얼마나 배정됐나' by the
sum beside the thing: that it was allotted, or that who had it is an official, goes unsaid.
"""

from __future__ import annotations

from collections.abc import Iterable

from assistant.grammar import Asked

_ANSWERED: dict[Asked, frozenset[str]] = {
    Asked.PERSON: frozenset(
        "공무원 직원 공직자 주무관 사람 인물 주인공 담당자 책임자 수상자 대상자"
        " 당사자 본인 분".split()
    ),
    Asked.AMOUNT: frozenset(
        "배정 편성 책정 투입 투자 소요 배분 계상 지급 집행 반영 규모 총액 예산액 사업비"
        " 들어가 들이 쓰이 잡히 매기 세우 짜".split()
    ),
    Asked.COUNT: frozenset("규모 총수 숫자 선정 포함 해당 투입 동원".split()),
    Asked.RATIO: frozenset("수준 차지 정도 기록 달성 배정 편성".split()),
    Asked.GRADE: frozenset("평가 수준 기록 판정 매기".split()),
    Asked.CONTACT: frozenset("부서 과 팀 국 실 담당 소관 주관 책임 이름".split()),
    Asked.DATE: frozenset("시기 시점 날짜 일정 열리 개최 예정".split()),
    Asked.LIST: frozenset("종류 이름 목록 항목 내역 명단 포함 해당 속하 들어가".split()),
}


def without_answered(words: Iterable[str], kinds: Iterable[Asked]) -> list[str]:
    """The words that no value of one of the kinds meets by itself."""
    met = {word for kind in kinds for word in _ANSWERED.get(kind, ())}
    return [word for word in words if word not in met]
