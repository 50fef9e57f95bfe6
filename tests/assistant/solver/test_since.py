"""Short web texts: one figure in two states, which of two is more, the best year, named sums."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.assistant.towns import Ask, asking

PRESS = """\
청송군, 지난해 원가심사로 12억원 아껴
작성일 2024-01-20

청송군이 지난해 원가심사 143건을 처리해 12억3천만원을 절감했다.

 ▷ 공사 68건 · 8억7천만원
 ▷ 용역 47건 · 2억9천만원
 ▷ 물품 28건 · 7천만원

심사대상은 2억원 이상 공사와 5천만원 이상 용역, 2천만원 이상 물품이다.
2022년에는 121건에서 10억5천만원을 줄였다.

보고 대상은 새 시책 48건과 이어 온 시책 36건 등 모두 84건이다. 작년에는 67건을 보고했다.

점수는 74.1점으로 기초군 평균 66.9점을 크게 웃돌았다.
출생 31명, 사망 204명

예산은 9월에 880억원으로 짰다.
일반회계는 790억원으로 제1회 추경보다 45억원, 특별회계는 90억원으로 6억원 증가했다.
분야별로는 환경 61억원, 수송 및 교통 83억원, 문화 및 관광 12억원이다.
공모 실적 : 2021년 31건 142억원, 2022년 38건 88억원, 2023년 33건 161억원
"""

ROW = "press.txt,2023년 원가심사와 살림,경상북도 청송군,press,2024-01-20,2023,,청송군"


@pytest.fixture(scope="module")
def ask_press(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("press"), PRESS, ROW) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("청송군 원가심사 건수는 2022년보다 몇 건 늘었나요?", "22건"),
        ("청송군 보고 건수는 작년보다 몇 건 늘었어?", "17건"),
        ("청송군 새 시책은 이어 온 시책보다 몇 건 많나요?", "12건"),
        ("청송군은 사망자가 출생아보다 몇 명 더 많았어?", "173명"),
        ("청송군 점수는 기초군 평균보다 얼마나 높은가요?", "7.2점"),
        ("청송군 공사와 용역 절감액을 더하면 얼마인가요?", "11억 6,000만 원"),
        ("청송군 환경이랑 수송 및 교통 예산을 합치면 얼마야?", "144억 원"),
        ("청송군 제1회 추경 특별회계는 얼마였나요?", "84억 원"),
        ("청송군 환경과 수송 및 교통 중 어디가 더 많아?", "수송 및 교통 83억 원"),
        ("청송군이 공모로 가장 많은 금액을 따낸 해는 언제인가요?", "2023년 161억 원"),
    ],
)
def test_what_a_short_text_says_is_reckoned(ask_press: Ask, question: str, result: str) -> None:
    (shown,) = ask_press(question).calculations
    assert shown.result == result


@pytest.mark.parametrize(
    "question",
    [
        "청송군 원가심사 건수는 2019년보다 몇 건 늘었나요?",
        "청송군 점수는 광역시 평균보다 얼마나 높은가요?",
        "청송군 공사와 조경 절감액을 더하면 얼마인가요?",
        "청송군 환경이랑 교육 중 어디가 더 많아?",
        "청송군 본예산 특별회계는 얼마였나요?",
        "청송군 도로 보수를 가장 많이 한 해는 언제인가요?",
    ],
)
def test_what_it_does_not_say_is_not_reckoned(ask_press: Ask, question: str) -> None:
    assert not ask_press(question).calculations
