"""Whom to call, and what is not known: answers that another line of the document gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

import assistant
import index
from assistant.in_charge import IN_CHARGE
from tests.assistant.towns import explain, opened

PLAN = """\
보령시 2023년 업무 계획

1. 나무 심기
○ 가로수를 심는 구간 : 3km
○ 가로수 심기는 여름 더위를 누그러뜨리려는 일이다.

2. 골목 사진전
○ 뽑힌 작품 : 대상 1점, 입선 2점
 - 대상 : 산림공원과 (봄 골목)
 ※ 입선 작품은 원문이 잘려 있어 알 수 없다.

3. 재난 훈련
○ 훈련이란 재난을 미리 겪어 보는 것을 말한다.
○ 훈련은 소방서와 함께 올해 처음 연다.

담당부서 : 산림공원과
연락처 : 041-000-7001
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    with opened(tmp_path_factory.mktemp("plan"), {"plan.txt": PLAN}) as snapshot:
        yield snapshot


@pytest.fixture
def asked(plan: index.Snapshot) -> Callable[[str], assistant.Answer]:
    tell = partial(explain, plan)
    return lambda text: tell(text).answer


@pytest.mark.parametrize(
    "question",
    [
        "보령시 가로수 심기는 어디에 물어봐야 해요?",
        "보령시 가로수 담당 부서 전화번호",
        "보령시 가로수는 누구한테 문의하나요?",
        "Who is responsible for street trees in Boryeong?",
    ],
)
def test_the_imprint_answers_where_no_line_names_an_office(
    asked: Callable[[str], assistant.Answer], question: str
) -> None:
    answer = asked(question)
    assert answer.status is assistant.AnswerStatus.ANSWERED
    assert "산림공원과" in answer.text
    assert "041-000-7001" in answer.text
    assert "041-000-7001" in answer.citations[0].quote


def test_a_value_that_the_document_says_is_not_known_is_not_answered_with_another(
    asked: Callable[[str], assistant.Answer],
) -> None:
    assert "산림공원과" in asked("보령시 골목 사진전 대상은 어느 부서 작품인가요?").text
    unknown = asked("보령시 골목 사진전 입선은 어느 부서 작품인가요?")
    assert unknown.status is assistant.AnswerStatus.NOT_FOUND


def test_what_something_is_is_told_by_the_sentence_that_says_so(
    asked: Callable[[str], assistant.Answer],
) -> None:
    answer = asked("보령시 재난 훈련이 뭐야?")
    assert "미리 겪어 보는 것" in answer.text


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("작성일 2023-02-20 담당부서 시민복지과 조회 187", "시민복지과"),
        ("담당 회계과 경리담당", "회계과 경리담당"),
        ("- 소관부서 : 도로관리팀", "도로관리팀"),
    ],
)
def test_a_line_names_the_office_in_charge_without_a_number(line: str, office: str) -> None:
    match = IN_CHARGE.search(f"예산을 썼다.\n{line}\n")
    assert match is not None
    assert match["office"] == office


def test_an_office_that_only_won_is_not_in_charge() -> None:
    assert IN_CHARGE.search("두 해 이어 우수기관으로 뽑힌 시민복지과") is None


def test_the_only_office_in_charge_answers_where_no_number_is_wanted(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    head = "보령시, 어린이 숲 열어\n작성일 2023-02-20 담당부서 시민복지과"
    with opened(folder, {"news.txt": f"{head}\n\n보령시가 어린이 숲을 열었다.\n"}) as snapshot:
        answer = explain(snapshot, "보령시 어린이 숲 보도자료를 낸 부서는 어디야?").answer
        phone = explain(snapshot, "보령시 어린이 숲 담당 부서 전화번호").answer
    assert "시민복지과" in answer.text
    assert answer.status is assistant.AnswerStatus.ANSWERED
    assert phone.status is assistant.AnswerStatus.NOT_FOUND
