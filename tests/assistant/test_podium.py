"""Which item of a sentence or list has the most, and how far the next one is from it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.assistant.towns import Ask, asking

PLEDGES = """\
하남시 공약 점검

하남시가 6개 분야 52개 공약 가운데 36개를 끝냈다. 끝낸 공약은 교통이 14개로 가장 많다. \
소통과 교육이 각각 7개, 환경 5개, 안전 3개 순이다.
올해는 4개 분야 19개 사업을 새로 정했다. 새 사업 수는 ▲교통 3개 ▲교육 9개 ▲복지 5개 ▲환경 2개다.
추경은 ▲도로 24억원 ▲하천 11억원 ▲환경 8억원을 증액했다.
"""


@pytest.fixture(scope="module")
def ask_pledges(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    row = "pledges.txt,공약 점검,경기도 하남시,press,2020-06-29,2020,,하남시"
    with asking(tmp_path_factory.mktemp("pledges"), PLEDGES, row) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "winner"),
    [
        ("하남시가 끝낸 공약이 가장 많은 분야는?", "교통 14개"),
        ("하남시가 끝낸 공약이 가장 적은 분야는?", "안전 3개"),
        ("하남시 새 사업 수가 가장 많은 분야는?", "교육 9개"),
        ("하남시 추경에서 증액 폭이 가장 큰 분야와 금액은 무엇입니까?", "도로 24억 원"),
    ],
)
def test_a_row_may_begin_in_the_sentence_that_names_its_first(
    ask_pledges: Ask, question: str, winner: str
) -> None:
    assert ask_pledges(question).text.startswith(winner)


@pytest.mark.parametrize(
    ("question", "winner"),
    [
        ("동해시 하천 정비에서 절약액이 가장 큰 구역은 어디이고 얼마인가요?", "북부 41억 원"),
        ("동해시 하천 정비 건수가 제일 많은 구역은?", "중부 150건"),
        ("동해시 하천 정비 새 사업 중 제일 큰 사업은 뭐고 얼마야?", "제방 보강 52억 원"),
        ("동해시에서 1등 한 부서가 어디야?", "하천관리과 93.7점"),
    ],
)
def test_the_winner_is_said_first_with_all_it_is_compared_with(
    ask_reports: Ask, question: str, winner: str
) -> None:
    answer = ask_reports(question)
    assert answer.text.startswith(winner)
    (order,) = answer.calculations
    assert order.result == winner
    assert order.expression.startswith(f"{winner} > ")


def test_how_far_the_second_is_behind_is_reckoned(ask_reports: Ask) -> None:
    answer = ask_reports("동해시에서 1등 한 부서는 어디고 2등과 몇 점 차이인가요?")
    assert [one.result for one in answer.calculations] == ["하천관리과 93.7점", "0.8점"]


def test_a_list_that_goes_on_has_no_least_item(ask_reports: Ask) -> None:
    answer = ask_reports("동해시에서 점수가 가장 낮은 부서는 어디인가요?")
    assert not any("녹지과" in one.result for one in answer.calculations)


def test_a_measure_that_no_row_has_is_not_ranked(ask_reports: Ask) -> None:
    assert ask_reports("동해시 축제 방문객이 가장 많은 구역은 어디인가요?").calculations == ()


def test_nobody_is_the_answer_of_a_row_of_amounts(ask_reports: Ask) -> None:
    answer = ask_reports("동해시 하천 정비에서 절약액이 가장 큰 사람 이름이 뭐야")
    assert answer.calculations == ()
