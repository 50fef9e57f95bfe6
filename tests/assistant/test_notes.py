"""What an answer says of its sources: replaced, undated, at odds with themselves or each other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import index
from assistant.types import AnswerStatus
from tests.assistant.towns import assert_is_grounded, explain, opened, sources

FILES = {
    "first.txt": """\
공주시 2023년 시정 계획

1. 교통
○ 2023년 자전거도로 정비 예산은 40억 원이다.
○ 2023년 자전거 대여소는 17개소이다.
○ 2023년 공공도서관은 17개소이다.
""",
    "revised.txt": """\
공주시 2023년 시정 계획 변경

1. 교통
○ 2023년 자전거도로 정비 예산은 55억 원이다.
""",
    "report.txt": """\
공주시 2023년 체육 보고

1. 체육
○ 2023년 수영 교실 예산은 9억 원이다.
○ 2023년 체육관 건립 예산 : 총 100억 원(국비 60억 원, 시비 30억 원)
""",
    "digest.txt": """\
공주시 2023년 생활 체육

1. 체육
○ 2023년 수영 교실 예산은 12억 원이다.
""",
}
CATALOG = """\
file,title,municipality,document_type,published_on,fiscal_year,supersedes
first.txt,2023년 시정 계획,충청남도 공주시,plan,2023-01-05,2023,
revised.txt,2023년 시정 계획 변경,충청남도 공주시,plan,2023-06-01,2023,first.txt
report.txt,2023년 체육 보고,충청남도 공주시,report,2023-03-02,2023,
digest.txt,2023년 생활 체육,충청남도 공주시,notice,,2023,
"""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    with opened(tmp_path_factory.mktemp("plans"), {**FILES, "catalog.csv": CATALOG}) as snapshot:
        yield snapshot


def test_the_newest_edition_is_preferred(plans: index.Snapshot) -> None:
    answer = explain(plans, "공주시 2023년 자전거도로 정비 예산은 얼마인가요?").answer
    assert "55억 원" in answer.text
    assert "40억" not in answer.text
    assert sources(answer) == {"revised.txt"}
    assert_is_grounded(answer, plans)


def test_the_earlier_edition_answers_when_it_is_asked_for(plans: index.Snapshot) -> None:
    answer = explain(plans, "공주시 2023년 당초 자전거도로 정비 예산은 얼마인가요?").answer
    assert answer.status is AnswerStatus.ANSWERED


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("공주시 2023년 자전거 대여소는 몇 개소인가요?", "이전 판"),
        ("How many public libraries did Gongju have in 2023?", "replaced by a newer edition"),
    ],
)
def test_what_only_the_replaced_document_tells_is_labelled(
    plans: index.Snapshot, question: str, label: str
) -> None:
    answer = explain(plans, question, language="ko" if "몇" in question else "en").answer
    assert "17개소" in answer.text
    assert label in answer.text
    assert_is_grounded(answer, plans)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("공주시 2023년 체육관 건립 예산은 얼마인가요?", "다릅니다"),
        ("공주시 2023년 수영 교실 예산은 얼마인가요?", "다르게 적혀"),
    ],
)
def test_a_contradiction_is_named_and_the_figure_stays_as_printed(
    plans: index.Snapshot, question: str, said: str
) -> None:
    answer = explain(plans, question).answer
    assert answer.status is AnswerStatus.ANSWERED
    assert said in answer.text
    assert_is_grounded(answer, plans)


def test_both_values_and_both_documents_are_shown(plans: index.Snapshot) -> None:
    answer = explain(plans, "공주시 2023년 수영 교실 예산은 얼마인가요?").answer
    assert "9억 원" in answer.text
    assert "12억 원" in answer.text
    assert sources(answer) == {"report.txt", "digest.txt"}


def test_the_sum_of_the_parts_is_a_shown_calculation(plans: index.Snapshot) -> None:
    answer = explain(plans, "공주시 2023년 체육관 건립 예산은 얼마인가요?").answer
    assert "100억 원" in answer.text
    assert [one.result for one in answer.calculations] == ["90억 원"]
