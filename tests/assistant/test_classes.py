"""Who is in a class: the line that lists them, and nothing that is told of the class."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

import assistant
from assistant.classes import class_asked
from tests.assistant.drafts import asking as asked_of
from tests.assistant.towns import Ask, asking

RESULT = """\
하남시 2025년 부서 성과평가 결과 공개

1. 평가개요
평가지표 총 120개
2. 등급별 부서
S등급(3) 기획예산과, 세정과, 덕풍1동
A등급(8) 총무과 등
B등급(2): 교통정책과, 공원녹지과
C등급(1) 비공개
3. 환류
가. S등급 부서 포상금 부서당 200만원, A등급 부서당 100만원
나. 관리 소홀 지표 보유 부서는 3월 중 개선계획서 제출
담당자 성과관리팀 031-790-0000
"""


@pytest.fixture(scope="module")
def ask_result(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    row = "result.txt,부서 성과평가 결과 공개,경기도 하남시,performance,2026-02-19,2025,,하남시"
    with asking(tmp_path_factory.mktemp("result"), RESULT, row) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("하남시 성과평가 S등급 부서 어디어디야", "기획예산과, 세정과, 덕풍1동"),
        ("하남시 S등급을 받은 부서는?", "기획예산과, 세정과, 덕풍1동"),
        ("하남시 성과평가에서 B등급에 속한 부서 목록", "교통정책과, 공원녹지과"),
        ("하남시 A등급 부서 알려줘", "총무과 등"),
        ("하남시 A등급 부서는 몇 곳이야", "A등급(8)"),
    ],
)
def test_the_line_of_the_class_is_told(ask_result: Ask, question: str, said: str) -> None:
    answer = ask_result(question)
    assert said in answer.text
    assert said in answer.citations[0].quote


def test_a_class_that_is_not_listed_is_declined(ask_result: Ask) -> None:
    assert ask_result("하남시 D등급 부서는 어디야").status is assistant.AnswerStatus.NOT_FOUND


def test_what_a_class_gets_is_no_member_of_it(ask_result: Ask) -> None:
    assert "200만" in ask_result("하남시 S등급 부서 포상금은 얼마야").text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("S등급 부서는 어디야", ("S", False)),
        ("‘가’등급 받은 기관 목록", ("가", False)),
        ("A등급 부서는 몇 곳", ("A", True)),
        ("S등급 부서 포상금은 얼마야", ("", False)),
        ("S등급 부서 연락처 알려줘", ("", False)),
        ("청렴도 등급은 몇 등급이야", ("", False)),
        ("S등급 기준은 뭐야", ("", False)),
    ],
)
def test_members_of_a_class_are_asked_for(question: str, expected: tuple[str, bool]) -> None:
    assert class_asked(asked_of(question)) == expected


def test_a_hostile_list_takes_no_time(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = RESULT.replace("기획예산과, 세정과", "가 · 나 ( " * 40 + "; 끝")
    row = "result.txt,부서 성과평가 결과 공개,경기도 하남시,performance,2026-02-19,2025,,하남시"
    with asking(tmp_path_factory.mktemp("hostile"), text, row) as ask:
        began = time.perf_counter()
        ask("하남시 S등급 부서는 어디야")
        assert time.perf_counter() - began < 5
