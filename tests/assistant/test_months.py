"""Months: the statement of the month that is asked about comes before those of others."""

from __future__ import annotations

import pytest

from assistant.months import of_month
from assistant.retrieve import Candidate
from tests.assistant.drafts import asking, make_candidate, make_evidence


def _candidate(quote: str, start: int) -> Candidate:
    return make_candidate(make_evidence(quote, start=start), strengths=(1.0,))


HEADLINE = _candidate("가람군 인구 6만 명 지키기에 나섰다.", 0)
MARCH = _candidate("2031년 3월 인구는 5만9,204명이다.", 60)
APRIL = _candidate("인구 : 5만9,198명(2031. 4.)", 120)
ELEVENTH = _candidate("11월 3일 인구정책 토론회에 300명이 왔다.", 180)
ALL = (HEADLINE, ELEVENTH, APRIL, MARCH)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("가람군 인구는 2031년 3월에 몇 명이었나요?", MARCH),
        ("가람군 3월 말 인구", MARCH),
        ("가람군 2031년 4월 인구는?", APRIL),
        ("가람군 인구는 1월에 몇 명?", HEADLINE),
        ("가람군 인구는 몇 명인가요?", HEADLINE),
        ("가람군 3월부터 5월까지 인구", HEADLINE),
        ("가람군 3월 2일 인구 행사에 몇 명 왔나요?", HEADLINE),
    ],
)
def test_the_statement_of_the_month_comes_first(question: str, first: Candidate) -> None:
    assert of_month(asking(question), ALL)[0] is first


def test_the_others_keep_their_order() -> None:
    asked = asking("가람군 2031년 4월 인구는?")
    assert of_month(asked, ALL) == (APRIL, HEADLINE, ELEVENTH, MARCH)
