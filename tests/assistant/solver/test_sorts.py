"""Two figures of running text that their sort, time or denial tells apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.figure_sorts import Sort
from assistant.solver.goals import goal_of
from assistant.solver.operations import Operation
from assistant.types import Question
from assistant.understand import understand
from tests.assistant.towns import Ask, asking, quotes

NEWS = """\
파주시, 2023년 살림과 성과 알려

올해 정한 성과과제는 140개, 성과지표는 260개로 지난해(125개, 241개)보다 많다. \
지표 가운데 정량지표는 190개다.

지난해 결과를 보면 지표 241개 중 222개가 목표를 채웠다. \
고향기부금은 목표를 넘어 3억6천만원을 모았다. \
반면 둘레길 탐방은 목표 70만명에 못 미친 61만명에 머물렀다.

올해 대표 과제는 ▲온실 방문객 9만명 ▲고향기부금 5억원 모금 ▲귀농 300세대 유치다.

2022년 계약심사 절감액은 17억원이다. \
최근 5년간 한 해 평균 심사 실적은 120건이고 절감액은 13억원이다.

시는 체험관 건립에 170억 원(국비 119억 원)을 들인다.

2022년 3월 회의에서는 신규시책 150건과 공약사업 60건을 살폈다.

최근 3년을 보면 살림규모는 2020년 640억원, 2021년 702억원, 2022년 771억원으로 커진 반면 \
채무는 32억원에서 21억원, 다시 12억원으로 줄었다.

시는 온실 주변 길을 넓히는 데 도비 8억 원을 받았다.

내부평가는 82.5점, 외부평가는 90.1점이다.

체험관 건립 예산안은 9억 원이었으나 8억 2천만 원으로 확정됐다.

만족도는 85.3점이다. 유사 도시의 만족도 평균은 80.1점이다. 평균보다 5.2점 높다.
"""

ROW = "news.txt,2023년 살림과 성과,경기도 파주시,press,2023-02-05,2023,,파주시"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("news"), NEWS, ROW) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "expression", "result"),
    [
        ("파주시 작년 둘레길 탐방 목표보다 몇 명 모자랐나요?", "700,000명 - 610,000명", "90,000명"),
        (
            "파주시가 올해 잡은 고향기부금 목표는 지난해 실제로 모은 돈보다 얼마나 많아?",
            "5억 원 - 3억 6,000만 원",
            "1억 4,000만 원",
        ),
        ("파주시 작년에 목표 못 채운 지표는 몇 개?", "241개 - 222개", "19개"),
        ("파주시 작년에 목표를 못 채운 지표 개수", "241개 - 222개", "19개"),
        ("파주시 작년 목표를 달성하지 못한 지표 수는?", "241개 - 222개", "19개"),
        ("파주시 작년 목표 미달 지표는 몇 개야", "241개 - 222개", "19개"),
        ("파주시 성과지표 중 정성 지표는 몇 개인가요?", "260개 - 190개", "70개"),
        (
            "파주시 2022년 계약심사 절감액은 최근 5년 평균보다 얼마나 더 많은가요?",
            "17억 원 - 13억 원",
            "4억 원",
        ),
        ("파주시 체험관 건립비에서 국비 빼면 얼마 남나요?", "170억 원 - 119억 원", "51억 원"),
        ("파주시 빚은 2020년에서 2022년 사이 얼마나 줄었나요?", "32억 원 - 12억 원", "20억 원"),
        ("파주시 2022년 3월 신규시책과 공약사업은 다 합쳐 몇 건?", "150건 + 60건", "210건"),
        (
            "파주시 내부평가하고 외부평가 중 뭐가 높고 몇 점 차이야?",
            "외부평가 90.1점 - 내부평가 82.5점",
            "7.6점",
        ),
        ("파주시 내부평가랑 외부평가 점수 차이는?", "90.1점 - 82.5점", "7.6점"),
        (
            "파주시 체험관 건립 예산은 확정되면서 얼마나 깎였나요?",
            "9억 원 - 8억 2,000만 원",
            "8,000만 원",
        ),
    ],
)
def test_the_two_figures_that_are_meant_are_reckoned_with(
    ask: Ask, question: str, expression: str, result: str
) -> None:
    (calculation,) = ask(question).calculations
    assert (calculation.expression, calculation.result) == (expression, result)


@pytest.mark.parametrize(
    "question",
    [
        "파주시 작년 온실 방문객은 목표보다 몇 명 모자랐나요?",
        "파주시 빚은 2017년에서 2022년 사이 얼마나 줄었나요?",
        "파주시 체험관 건립비 중 도비 빼고 나머지는 얼마인가요?",
        "파주시 체험관 건립비에서 시비 빼면 얼마 남나요?",
        "파주시 내부평가와 주민평가 점수 차이는 얼마인가요?",
    ],
)
def test_nothing_is_reckoned_where_a_figure_is_missing(ask: Ask, question: str) -> None:
    assert ask(question).calculations == ()


def test_a_printed_gap_is_quoted_beside_its_reckoning(ask: Ask) -> None:
    answer = ask("파주시 만족도는 유사 도시 평균보다 몇 점 높은가요?")
    (calculation,) = answer.calculations
    assert calculation.result == "5.2점"
    assert "평균보다 5.2점 높다" in quotes(answer)


def test_each_figure_has_the_year_and_sort_said_with_it() -> None:
    question = "파주시가 올해 잡은 기부금 목표는 지난해 실제로 모은 돈보다 얼마나 많나요?"
    goal = goal_of(understand(Question(text=question)))
    assert goal is not None
    of, against = goal.wanted
    assert (of.offset, against.offset) == (0, -1)
    assert against.sorts == {Sort.ACTUAL}
    assert against.not_sorts == {Sort.GOAL}


def test_an_average_is_of_no_year() -> None:
    question = "파주시 2031년 절감액은 최근 5년 평균보다 얼마나 많은가요?"
    goal = goal_of(understand(Question(text=question)))
    assert goal is not None
    assert [one.year for one in goal.wanted] == [2031, None]


def test_what_was_not_done_is_left_of_a_whole() -> None:
    goal = goal_of(understand(Question(text="파주시 목표를 못 채운 지표는 몇 개인가요?")))
    assert goal is not None
    assert goal.operation is Operation.REST
    assert goal.wanted[0].is_open
    assert goal.wanted[1].denied


@pytest.mark.parametrize(
    "question",
    [
        "파주시 2031년 예산은 얼마인가요?",
        "파주시 여권은 어디에서 받나요?",
        "파주시 탐방객은 몇 명인가요?",
    ],
)
def test_a_plain_question_compares_nothing(question: str) -> None:
    assert goal_of(understand(Question(text=question))) is None


def test_what_is_denied_is_read_within_its_sentence() -> None:
    goal = goal_of(understand(Question(text="파주시 공약사업 중 아직 못 끝낸 건 몇 개지?")))
    assert goal is not None
    assert goal.operation is Operation.REST
    assert goal.wanted[1].denied == "끝내"
