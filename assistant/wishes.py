"""Wishes: what a question wants to know of a change: by how much, by what rate, or from what."""

from __future__ import annotations

import re
from enum import StrEnum

from assistant.frames import DOWN, UP
from assistant.grammar import Asked
from assistant.understand import Understanding


class Wish(StrEnum):
    """What of a change is wanted: its size, its rate, its ratio, or the value before it."""

    GAP = "gap"
    PERCENT = "percent"
    FOLD = "fold"
    BEFORE = "before"


GROWTH = re.compile(
    r"(?:증가|감소|성장|증감|인상|상승)[율률]|몇\s?(?:%|퍼센트|프로)(?:이?나|씩|쯤|정도)?\s?(?:더\s?)?"
    r"(?:늘|줄|증가|감소|올|오르|떨어|많아|적어|성장|커|작아)|\bgrowth rate\b|"
    r"\b(?:by )?(?:what|how many) percent(?:age)?\b.{0,60}\b(?:grow|rise|increas|fall|declin|drop)",
    re.IGNORECASE,
)
"""What asks for the rate at which a figure moved from one year to another."""
GAP_WORDS = (
    r"얼마나\s?(?:더\s?)?(?:줄|늘|감소|증가|올|떨어)|몇\s?\S{1,3}(?<!로)(?:이?나)?\s?(?:더\s?)?(?:줄|늘|증가|감소|올)|"
    r"(?:증가|감소|증감)(?:액|분|폭)|\bhow (?:many|much) (?:more|fewer|less)\b|%\s?[pP]|포인트"
)
"""What asks how far figures are apart, over years and between the cells of a table alike."""
COURSE_WORDS = (
    r"추이|추세|흐름|어떻게\s?(?:변|바뀌|달라)|(?:연도|해)\s?별|연차별|\btrends?\b|\bby year\b"
)
"""What asks for a figure's values through the years, of courses and of tables alike."""

_MOVES = (
    r"늘|줄|증가|증액|감소|감액|많|적|높|낮|올|오르|오른|떨어|내[려렸린]|상승|하락|커|컸|큰|작|단축|빨라|빨랐|"
    r"짧|앞당|인상|인하|웃|밑|불어|초과|추가|확대|향상|개선"
)
# '몇 명으로 늘리나' asks what it becomes, '몇 명 늘리나' by how many it grows.
_MUCH = (
    r"(?:얼마(?!\s?나\s?자주)|몇\s?[가-힣]{1,4}?(?<!로)|며칠)"
    r"(?:이나|나|쯤|정도|만큼|씩|이|가|을|를)?"
)
_GAP = re.compile(
    rf"{_MUCH}\s?(?:더\s?|정도\s?)?(?:{_MOVES})|"
    r"(?:증가|감소|증감|상승|하락|증액|감액|인상|인하|단축)(?:액|분|폭|량|일수|기간)?(?:은|는|이|가)?"
    r"\s?(?:얼마|몇|\?|$)|"
    r"(?:증가|감소|증감|인상|인하)(?:액|분|폭)|차이|격차|"
    r"\bhow (?:many|much)\s(?:\w+\s){0,3}?"
    r"(?:more|fewer|less|higher|lower|larger|smaller|longer|shorter)\b|"
    r"\bby how (?:many|much)\b|\bhow (?:many|much)\b.{0,60}\b"
    r"(?:increase|decrease|rise|rose|grow|grew|drop|fall|fell|shrink|cut|shorten|reduc)|"
    r"\bdifference\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"몇\s?(?:%|퍼센트|프로)(?:이나|나|쯤|정도|가|를)?\s?(?:더\s?)?(?:{_MOVES})|"
    r"(?:증가|감소|증감|상승|하락|인상|신장|성장)[율률]|\bgrowth rate\b|"
    r"\b(?:what|how many) percent(?:age)?\b.{0,80}\b"
    r"(?:increas|ris|rose|grow|grew|decreas|fall|fell|drop|more|higher|lower|less)",
    re.IGNORECASE,
)
_FOLD = re.compile(r"몇\s?배|\bhow many times (?:as|more|larger|higher)\b", re.IGNORECASE)
_BACK = re.compile(
    r"셈|거꾸로|역산|계산해|\bworking back|\bcalculated back|\bimpl(?:y|ies|ied)\b", re.IGNORECASE
)
EARLIER = re.compile(
    r"(?:그\s)?(?:전년(?:도)?|지난해|작년|전해|한\s?해\s?전|그\s?전|직전\s?해)(?:에는|에|은|는|도|엔|의)?"
    r"(?!\s?(?:보다|대비|에\s?비|[와과]\s?비교|\s?말?보다))|\b(?:the )?(?:previous|prior) year\b",
    re.IGNORECASE,
)
_VALUE = re.compile(r"얼마(?!나)|몇|얼만|\bhow (?:much|many)\b|\bwhat was\b", re.IGNORECASE)
ASIDE = frozenset(
    """
    늘 늘어나 늘리 줄 줄어들 줄이 증가 감소 증감 증액 감액 많 많아지 적 적어지 높 높아지 낮 낮아지
    오르 올라가 올리 떨어지 내리 상승 하락 크 커지 작 작아지 단축 단축되 빨라지 짧아지 앞당기 인상
    인하 초과 추가 차이 격차 비하 비교 대비 견주 얼마 얼마나 더 보다 사이 만큼 정도 당초 기존 종전
    평균 전년 전년도 지난해 작년 전해 올해 금년 셈 거꾸로 계산 역산 퍼센트 프로 배 이후 만 폭 해 되
    하 전부 곱하 곱 나누 합치 더하 합하 인원수 증가액 감소액 증가율
    감소율 할인 감면 경감 깎 증감률 웃돌 밑돌 개선 확대 불어나
    more fewer less higher lower increase decrease rise grow fall drop change difference average
    compare previous percent percentage cut reduce original initial times
    """.split()
)
"""Words by which a question asks for a change; no source has to say them."""


def wish_of(asked: Understanding) -> Wish | None:
    """What of a change a question wants to know, None where it asks for none."""
    text = asked.text
    if _FOLD.search(text):
        return Wish.FOLD
    if _PERCENT.search(text):
        return Wish.PERCENT
    is_back = _BACK.search(text) is not None
    if is_back and _VALUE.search(text) and (asked.figure_years or EARLIER.search(text)):
        return Wish.BEFORE
    if _GAP.search(text):
        return Wish.GAP
    if _VALUE.search(text) and EARLIER.search(text):
        return Wish.BEFORE
    is_value = asked.asks(Asked.AMOUNT, Asked.COUNT)
    return Wish.BEFORE if is_value and len(asked.figure_years) == 1 else None


def is_against(asked: Understanding, *, is_up: bool) -> bool:
    """Whether a question supposes that a figure moved the other way than it did."""
    says_up, says_down = UP.search(asked.text), DOWN.search(asked.text)
    if bool(says_up) == bool(says_down):
        return False
    return bool(says_down) if is_up else bool(says_up)
