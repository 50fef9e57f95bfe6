"""Durations: how long a service takes, and how much less than before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.types import Fact
from tests.corpus.plans import PLAN_2031, facts_of

NEWS = replace(PLAN_2031, title="가람시 민원 처리 소식", document_type="press")


def days(text: str) -> dict[str, Fact]:
    return {
        one.raw_text: one for one in facts_of(f"개요\n\n{text}", about=NEWS) if one.unit == "일"
    }


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        (
            "시는 2031년 국민신문고 민원 58,214건을 평균 3.2일 만에 처리했다.",
            "3.2일",
            "국민신문고 민원 처리 평균 기간",
        ),
        ("시는 도로 파손 신고를 평균 2일 안에 해결했다.", "2일", "도로 파손 신고 해결 평균 기간"),
        ("인허가 처리 기간은 평균 7.5일로 줄었다.", "7.5일", "인허가 처리 기간"),
        ("여권 발급 기간이 4일에서 3일로 짧아졌다.", "4일", "여권 발급 기간"),
    ],
)
def test_how_long_a_service_takes_is_a_figure(text: str, figure: str, name: str) -> None:
    assert days(text)[figure].name == name


def test_how_much_less_it_takes_is_a_change_of_what_the_sentence_before_tells() -> None:
    text = "시는 민원 1,214건을 평균 3.2일 만에 처리했다. 전년보다 0.9일 줄어든 것이다."
    found = days(text)["0.9일"]
    assert found.name == "민원 처리 평균 기간 감소"
    assert found.flags[-2:] == ("change", "decrease")
    assert found.fiscal_year == 2031


@pytest.mark.parametrize(
    "text",
    ["회의는 3일간 열렸다.", "민원은 5일 이내에 처리한다.", "시는 지난 6일 민원을 처리했다."],
)
def test_the_length_of_a_meeting_a_limit_and_a_day_are_none(text: str) -> None:
    assert days(text) == {}
