"""The two figures that a question describes."""

from __future__ import annotations

import pytest

from assistant.comparands import Relation, comparison_of
from assistant.operands import Sort, Time
from assistant.types import Question
from assistant.understand import understand


@pytest.mark.parametrize(
    ("question", "relation"),
    [
        ("파주시 국비와 도비 차이는 얼마인가요?", Relation.APART),
        ("파주시 작년 탐방객은 목표보다 몇 명 모자랐나요?", Relation.APART),
        ("파주시 체험관 사업비에서 국비 빼면 얼마 남나요?", Relation.LEFT),
        ("파주시 신규시책과 공약사업을 합치면 몇 건인가요?", Relation.SUM),
        ("파주시 목표를 못 채운 지표는 몇 개인가요?", Relation.LEFT),
    ],
)
def test_what_is_to_be_done_with_two_figures(question: str, relation: Relation) -> None:
    found = comparison_of(understand(Question(text=question)))
    assert found is not None
    assert found.relation is relation


@pytest.mark.parametrize(
    "question",
    [
        "파주시 2031년 예산은 얼마인가요?",
        "파주시 여권은 어디에서 받나요?",
        "파주시 탐방객은 몇 명인가요?",
    ],
)
def test_a_plain_question_compares_nothing(question: str) -> None:
    assert comparison_of(understand(Question(text=question))) is None


def test_each_figure_has_the_year_and_sort_said_with_it() -> None:
    question = "파주시가 올해 잡은 기부금 목표는 지난해 실제로 모은 돈보다 얼마나 많나요?"
    found = comparison_of(understand(Question(text=question)))
    assert found is not None
    assert found.of.time == Time(offset=0)
    assert found.against.time == Time(offset=-1)
    assert found.against.sorts == {Sort.ACTUAL}
    assert found.against.not_sorts == {Sort.GOAL}


def test_an_average_is_of_no_year() -> None:
    question = "파주시 2031년 절감액은 최근 5년 평균보다 얼마나 많은가요?"
    found = comparison_of(understand(Question(text=question)))
    assert found is not None
    assert (found.of.time, found.against.time) == (Time(year=2031), None)
