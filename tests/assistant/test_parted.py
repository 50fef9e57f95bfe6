"""Questions that ask for two things: both are answered, each with its own citation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import assistant
from assistant.parted import parts_of
from assistant.types import AnswerStatus, Question
from assistant.understand import understand
from tests.assistant.towns import explain, opened

Ask = Callable[..., assistant.Answer]

REPORT = """\
김해시 2021회계연도 결산 공시

살림 규모는 2조 140억원으로 전년보다 310억원 많다.

지방채무는 820억원으로 전년보다 40억원 줄었다.

계약을 맺은 부서장은 41명이다.

새로 정한 지표는 163개로 지난해보다 8개 많다.

종합 점수 : 88.4점 (시 평균 81.9점)
"""


@pytest.fixture(scope="module")
def ask_report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder: Path = tmp_path_factory.mktemp("report") / "corpus"
    folder.mkdir()
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "catalog.csv").write_text(
        "file,title,municipality,document_type,published_on,fiscal_year,source_url,publisher\n"
        "report.txt,2021회계연도 결산 공시,경상남도 김해시,press,2022-08-30,2021,,김해시\n",
        encoding="utf-8",
    )
    with opened(folder) as snapshot:

        def answer(text: str, *history: str) -> assistant.Answer:
            return explain(snapshot, text, *history).answer

        yield answer


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("김해시 살림 규모와 지방채무는 얼마인가요?", ("2조 140억", "820억")),
        ("김해시 살림 규모와 지방채무를 알려 주세요", ("2조 140억", "820억")),
        ("김해시 살림 규모와 지방채무 규모", ("2조 140억", "820억")),
        ("김해시 계약을 맺은 부서장은 몇 명이고 새로 정한 지표는 몇 개인가요?", ("41명", "163개")),
    ],
)
def test_both_things_are_answered_and_cited(
    ask_report: Ask, question: str, figures: tuple[str, ...]
) -> None:
    answer = ask_report(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert [one.number for one in answer.citations] == list(range(1, len(answer.citations) + 1))
    for figure in figures:
        assert figure in answer.text
        (cited,) = [one for one in answer.citations if figure in one.quote]
        assert f"[{cited.number}]" in answer.text


def test_a_thing_that_is_not_there_adds_nothing(ask_report: Ask) -> None:
    alone = ask_report("김해시 살림 규모는 얼마인가요?")
    both = ask_report("김해시 살림 규모와 입장료는 얼마인가요?")
    assert "입장료는" not in both.text
    assert len(both.citations) <= len(alone.citations)


@pytest.mark.parametrize(
    "question",
    [
        "김해시 살림 규모와 지방채무의 차이는 얼마인가요?",
        "김해시 살림 규모와 지방채무를 더하면 얼마인가요?",
        "김해시 살림 규모와 지방채무 중 어느 쪽이 더 큰가요?",
        "김해시와 양산시의 살림 규모는 얼마인가요?",
        "김해시 살림 규모는 얼마인가요?",
        "How much are the budget and the debt of Gimhae?",
    ],
)
def test_what_is_asked_of_things_together_stays_one_question(question: str) -> None:
    assert parts_of(understand(Question(text=question))) == ()


def test_the_second_clause_takes_place_and_year_along() -> None:
    asked = understand(Question(text="김해시 2021년 부서장은 몇 명이고 지표는 몇 개인가요?"))
    first, second = parts_of(asked)
    assert first.questions == ("김해시 2021년 부서장은 몇 명",)
    assert second.questions == ("경상남도 김해시 2021년 지표는 몇 개인가요?",)
    assert second.words == ("지표",)


def test_a_score_is_set_against_the_average_beside_it(ask_report: Ask) -> None:
    answer = ask_report("김해시 종합 점수는 시 평균보다 얼마나 높은가요?")
    (shown,) = answer.calculations
    assert (shown.expression, shown.result) == ("88.4점 - 81.9점", "6.5점")
