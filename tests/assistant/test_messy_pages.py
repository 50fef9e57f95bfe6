"""Questions to a page as the web prints it: bylines, subtitles, lists under a sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.types import AnswerStatus
from tests.assistant.towns import Ask, asking

PAGE = """\
소식 > 알림 > 보도
영월군, 산림·하천 정비사업 설명회 연다
- 이틀 동안 75건 소개 -
강원 살림터 | 2030/11/14 | 문○○ 기자

영월군은 11월 20일부터 21일까지 군청 큰방에서 산림·하천 정비사업 설명회를 연다.

올해 원가 심사로 6억2천만원을 아꼈다.

 ▷ 도로 31건 · 3억4천만원
 ▷ 조경 22건 · 1억9천만원
 ▷ 전산 14건 · 9천만원

소개할 일은 하천정비 42건과 산림정비 33건 등 모두 75건이다. 작년에는 58건을 소개했다.

하천정비는 ▲연못 준설 ▲돌다리 보강 ▲갈대숲 복원이 눈에 띄고, 산림정비는 ▲솔밭 가꾸기다.

산림 살림은 402억원이고 전년도와 견주어 27억원 줄었습니다.
묘목 자급률은 41.5%로 작년보다 1.2%p 떨어졌다.

산불감시원은 모두 90명으로 읍내 60명, 산골 30명이다. 지난해보다 7명 줄었다.

산림본부는 1실 4국 58팀에서 1실 5국 63팀으로 커진다. 조경기사는 130명에서 151명으로 는다.

신설 국: 정원관광국 (수목과, 화훼과)

○ 연못 준설 : 총사업비 120억원 (국비 60)
○ 돌다리 보강 : 총사업비 80억원 (국비 40)

군은 등불 축제를 2026년 처음 열었고 2028년 으뜸 고을로 뽑혔다.
담당부서 산림과 조경팀
연락처 033-370-0101
조회수 88
"""

ROW = "page.txt,산림·하천 정비사업 설명회,강원특별자치도 영월군,press,2030-11-14,2030,,영월군"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("page"), PAGE, ROW) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "expression", "result"),
    [
        ("영월군의 작년 묘목 자급률은 몇 퍼센트였나요?", "41.5% + 1.2%p", "42.7%"),
        ("영월군의 2029년 산불감시원은 몇 명이었나요?", "90명 + 7명", "97명"),
        ("영월군 산림본부 팀은 몇 개 늘어나나요?", "63팀 - 58팀", "5팀"),
        ("영월군 설명회에서 소개할 일은 작년보다 몇 건 늘었어?", "75건 - 58건", "17건"),
    ],
)
def test_what_the_prose_tells_of_a_change_is_reckoned_with(
    ask: Ask, question: str, expression: str, result: str
) -> None:
    (calculation,) = ask(question).calculations
    assert (calculation.expression, calculation.result) == (expression, result)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("영월군 조경 심사 절감액과 건수", "22건 · 1억9천만원"),
        ("영월군 하천정비에는 무엇이 있나요?", "▲갈대숲 복원"),
        ("영월군하천정비몇건", "하천정비 42건"),
        ("영월군이 새로 만드는 국은 무엇인가요?", "정원관광국"),
        ("영월군 조경팀 연락처", "033-370-0101"),
        ("영월군 정비사업 설명회는 언제 열리나요?", "20일부터 21일까지"),
        ("영월군 조경기사는 몇 명으로 늘어나나요?", "151명"),
    ],
)
def test_the_line_that_is_asked_about_is_quoted(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert said in answer.text


def test_what_it_becomes_is_not_told_as_what_it_grows_by(ask: Ask) -> None:
    assert not ask("영월군 조경기사는 몇 명으로 늘어나나요?").calculations


def test_a_year_that_is_said_of_a_prize_dates_no_other_figure(ask: Ask) -> None:
    assert (
        ask("영월군의 2028년 원가 심사 도로 건수는 몇 건인가요?").status is AnswerStatus.NOT_FOUND
    )
