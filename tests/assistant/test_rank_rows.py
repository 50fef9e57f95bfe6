"""The row of a printed order that tells who holds a rank."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import assistant
from tests.assistant.towns import Ask, asking

ORDER = """\
하남시 성과관리 평가결과 공개

평가대상 : 30개 부서
[본청 부서 상위 순위]
순위 부서명 점수 전년순위
1 세정과 98.10 4
2 안전과 97.22 1
3 복지과 96.90 9

첨부파일 : 평가결과.hwpx
"""
BARRED = """\
하남시 협업과제 경진대회 결과

| 순위 | 팀 | 점수 |
|---|---|---|
| 1 | 물길팀 | 91.5 |
| 2 | 숲길팀 | 90.1 |
"""


@pytest.fixture(scope="module")
def ask_order(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    row = "order.txt,성과관리 평가결과 공개,경기도 하남시,performance,2026-02-28,2025,,하남시"
    with asking(tmp_path_factory.mktemp("order"), ORDER, row) as ask:
        yield ask


@pytest.fixture(scope="module")
def ask_barred(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    row = "barred.txt,협업과제 경진대회 결과,경기도 하남시,performance,2026-02-28,2025,,하남시"
    with asking(tmp_path_factory.mktemp("barred"), BARRED, row) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "last"),
    [
        ("하남시 성과평가 1등한 부서는 어디예요?", "1 세정과 98.10 4"),
        ("하남시 성과관리 평가 2위 부서", "2 안전과 97.22 1"),
        ("하남시 평가 3등은 어느 부서", "3 복지과 96.90 9"),
    ],
)
def test_the_order_is_quoted_down_to_the_rank(ask_order: Ask, question: str, last: str) -> None:
    answer = ask_order(question)
    assert answer.citations[0].quote.startswith("순위 부서명")
    assert answer.citations[0].quote.endswith(last)


def test_a_rank_below_the_order_is_declined(ask_order: Ask) -> None:
    assert ask_order("하남시 성과관리 평가 4위 부서").status is assistant.AnswerStatus.NOT_FOUND


def test_an_order_of_others_does_not_tell_it(ask_order: Ask) -> None:
    answer = ask_order("하남시 평가 2위 기업은 어디야")
    assert answer.status is assistant.AnswerStatus.NOT_FOUND


def test_an_order_between_bars_is_one_too(ask_barred: Ask) -> None:
    assert "물길팀" in ask_barred("하남시 협업과제 경진대회 1위 팀은?").text
    assert "숲길팀" in ask_barred("하남시 협업과제 경진대회 2등 팀은 어디야").text
