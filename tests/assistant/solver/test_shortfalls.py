"""What is left, missing or more: figures that stand in sentences of their own, reckoned."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.assistant.towns import Ask, asking

TERM = """\
장수군, 올해 군정 성적

장수군은 4대 분야 58개 시책을 벌이고 있다. 이 중 37개가 마무리돼 완료율이 63.8%다.

2032년까지 인구 3만 명을 채우는 것이 목표다. 9월 말 현재 장수 인구는 2만1,240명이다.

상반기에 쓴 돈은 집행 대상액 2,140억 원의 64.6%인 1,382억 원이다. 집행 목표액은 1,177억 원이다.

올해 점검 과제는 90건으로 본청 14명이 36건, 읍면 22명이 54건을 맡았다. 이 가운데 신규가 27건이다.

1인당 쓰레기 배출량은 2019년 312kg, 2020년 298kg, 2021년 341kg이었고 2022년에는 355kg으로 늘었다.
2022년 배출 봉투는 17만 장이며 주민 1인당 8장꼴이다.
"""

SHARES = """\
보은군민 제안 18건, 도 예산 9억원 확보

보은군은 주민이 낸 제안 18건이 뽑혀 도 참여예산 약 9억원을 받는다. 지난해에는 17건, 12억원이었다.

유형별로 보면 마을형이 11건(4억원)으로 가장 많고 광역형이 7건(5억원)이다.
"""

TERM_ROW = "term.txt,장수군 군정 성적,전북특별자치도 장수군,press,2026-10-12,2026,,장수군"
SHARES_ROW = "shares.txt,보은군 참여예산 확보,충청북도 보은군,press,2025-09-04,2025,,보은군"


@pytest.fixture(scope="module")
def ask_term(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("term"), TERM, TERM_ROW) as ask:
        yield ask


@pytest.fixture(scope="module")
def ask_shares(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("shares"), SHARES, SHARES_ROW) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("장수군 시책 중에 아직 안 끝난 건 몇 개야?", "21개"),
        ("장수군에서 완료되지 않은 시책은 몇 개인가요?", "21개"),
        ("장수군이 목표 인구 3만 명을 채우려면 몇 명이 더 필요한가요?", "8,760명"),
        ("장수군이 인구 목표까지 몇 명 남았나요?", "8,760명"),
        ("장수군이 목표액보다 더 집행한 금액은 얼마인가요?", "205억 원"),
        ("장수군 상반기 집행액이 목표액을 얼마나 넘었나요?", "205억 원"),
        ("장수군 점검 과제는 읍면이 본청보다 몇 건 더 많나요?", "18건"),
        ("장수군 점검 과제 중 신규의 비중은 몇 %인가요?", "30.0%"),
        ("장수군 1인당 쓰레기 배출량이 가장 적었던 해는 언제인가요?", "2020년 298kg"),
    ],
)
def test_what_several_sentences_tell_is_reckoned(ask_term: Ask, question: str, result: str) -> None:
    (shown,) = ask_term(question).calculations
    assert shown.result == result


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("보은군 참여예산, 작년보다 금액이 늘었습니까 줄었습니까?", "3억 원"),
        ("보은군 참여예산 제안 건수가 작년보다 줄었나요?", "1건"),
    ],
)
def test_whether_a_figure_rose_supposes_nothing(
    ask_shares: Ask, question: str, result: str
) -> None:
    (shown,) = ask_shares(question).calculations
    assert shown.result == result


@pytest.mark.parametrize(
    "question",
    ["장수군 1인당 쓰레기 배출량은 작년보다 얼마나 줄었나요?", "장수군 완료된 시책은 몇 개인가요?"],
)
def test_what_is_printed_or_supposed_wrongly_is_not_reckoned(ask_term: Ask, question: str) -> None:
    assert not ask_term(question).calculations
