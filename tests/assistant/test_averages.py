"""Averages beside a figure: how far they are apart is not what a question for the figure asks."""

from __future__ import annotations

from assistant.averages import misses_average
from tests.assistant.drafts import make_evidence, make_figure

QUOTE = "완료율은 84.2%로 전국 평균 71.7%, 도 평균 69.1%를 앞선다."
OWN, COUNTRY, PROVINCE = (make_figure(raw, quote=QUOTE) for raw in ("84.2%", "71.7%", "69.1%"))
EVIDENCE = (make_evidence(QUOTE, OWN, COUNTRY, PROVINCE),)


def test_two_averages_are_not_what_one_is_asked_of() -> None:
    question = "완료율은 전국 평균보다 몇 %p 높나요?"
    assert misses_average(question, (COUNTRY, PROVINCE), EVIDENCE)
    assert not misses_average(question, (OWN, COUNTRY), EVIDENCE)


def test_two_averages_may_be_asked_for() -> None:
    question = "전국 평균과 도 평균은 몇 %p 차이인가요?"
    assert not misses_average(question, (COUNTRY, PROVINCE), EVIDENCE)


def test_two_years_are_not_what_is_asked_against_an_average() -> None:
    quote = "빚은 2031년 83억원으로 2030년 166억원보다 줄었다."
    facts = tuple(make_figure(raw, quote=quote) for raw in ("83억원", "166억원"))
    evidence = (make_evidence(quote, *facts),)
    assert misses_average("빚은 비슷한 도시 평균보다 얼마나 적은가요?", facts, evidence)
    assert not misses_average("빚은 2030년보다 얼마나 줄었나요?", facts, evidence)
