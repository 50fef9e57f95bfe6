"""How English says times and how Korean does."""

import pytest

from assistant.question_times import times_of


def first(text: str) -> str:
    return next(iter(times_of(text))).korean


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("the hearing on March 17, 2031", "2031년 3월 17일"),
        ("the hearing on 17 March 2031", "2031년 3월 17일"),
        ("the 3rd of Sept. 2031", "2031년 9월 3일"),
        ("on Dec 1st", "12월 1일"),
        ("as of 30 June", "6월 30일"),
        ("in October 2031", "2031년 10월"),
        ("in Q2 2031", "2031년 2분기"),
        ("in H1 2031", "2031년 상반기"),
        ("the second half of 2031", "2031년 하반기"),
        ("FY2031", "2031회계연도"),
        ("in fiscal 2031", "2031회계연도"),
        ("at the end of 2031", "2031년 말"),
        ("at the end of last month", "지난달 말"),
        ("at year-end", "연말"),
        ("the year before last", "재작년"),
        ("aged 70 and over", "70세 이상"),
        ("65 years or older", "65세 이상"),
    ],
)
def test_a_time_is_said_as_korean_says_it(english: str, korean: str) -> None:
    assert first(english) == korean


@pytest.mark.parametrize("text", ["What may the march of 20 people cost?", "may 20 people come"])
def test_a_small_may_or_march_is_no_month(text: str) -> None:
    assert not list(times_of(text))


def test_a_date_leads_and_an_age_stands_where_it_is_said() -> None:
    assert next(iter(times_of("on 2 May 2031"))).leads
    assert not next(iter(times_of("those over 70s"))).leads
