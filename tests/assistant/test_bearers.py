"""Bearers: which place has a figure, told by the statement that prints it, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import index
from assistant.bearers import seeks_bearer
from assistant.types import AnswerStatus
from tests.assistant.drafts import asking
from tests.assistant.towns import assert_is_declined, assert_is_grounded, explain, opened

FILES = {
    "yeosu.txt": "여수시 2023년 감사 결과\n\n○ 계약심사로 예산 31억 원을 절감했다.\n",
    "mokpo.txt": "목포시 2023년 감사 결과\n\n○ 계약심사로 예산 12억 원을 절감했다.\n"
    "○ 감사 지적은 45건이다.\n",
    "naju.txt": "나주시 2023년 공원 계획\n\n○ 강변 공원 조성 사업비는 31억 원이다.\n",
}


@pytest.fixture(scope="module")
def south(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    with opened(tmp_path_factory.mktemp("south"), FILES) as snapshot:
        yield snapshot


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("계약심사로 31억 원을 절감한 시는 어디인가요?", "여수시"),
        ("어느 시가 계약심사로 12억을 절감했나요?", "목포시"),
        ("공원 조성에 31억 원을 들이는 곳은 어디예요", "나주시"),
        ("감사 지적이 45건인 도시는 어디?", "목포시"),
        ("Which city saved 1.2 billion won through contract review?", "목포시"),
    ],
)
def test_the_place_is_told_by_the_statement_that_prints_the_figure(
    south: index.Snapshot, text: str, place: str
) -> None:
    answer = explain(south, text).answer
    assert answer.status is AnswerStatus.ANSWERED
    assert all(place in str(one.document.municipality) for one in answer.citations)
    assert_is_grounded(answer, south)


@pytest.mark.parametrize(
    "text",
    [
        "계약심사로 77억 원을 절감한 시는 어디인가요?",
        "Which city saved 9.9 billion won through contract review?",
    ],
)
def test_a_figure_that_no_document_prints_has_no_bearer(south: index.Snapshot, text: str) -> None:
    assert_is_declined(explain(south, text).answer)


@pytest.mark.parametrize(
    "text",
    [
        "여수시는 어디에서 31억 원을 절감했나요?",
        "어느 시가 예산을 절감했나요?",
        "어느 시가 10억 원 이상 절감했나요?",
        "31억 원은 어디에 썼나요?",
        "2023년에 어느 시가 감사를 받았나요?",
    ],
)
def test_other_questions_seek_no_bearer(text: str) -> None:
    assert not seeks_bearer(asking(text))
