"""Shares, averages, rates and products over figures that stand in lists, brackets and prose."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.assistant.towns import Ask, asking

YEARBOOK = """\
구리시 2022년 살림 이야기

1. 공사 점검
시가 한 해 들여다본 공사는 모두 150건이다. 도로 90건, 하천 36건, 건축 24건으로 나뉜다.
○ 조경 : 40건 800억 원 → 24억 원 절감

2. 텃밭 가꾸기
○ 사업비 : 640백만원(도비 160, 시비 320, 자부담 160)
○ 상자 텃밭 나눔 : 25가구 175개

3. 장보기 교통비
○ 지원금액 : 한 번에 최대 3만원
○ 지원횟수 : 한 해 8회까지

4. 점검 지표
○ 안전지표 50개 중 달성 44개
○ 2022년 나무심기 목표 300그루, 달성률 140%
○ 물놀이터 조성 : 60억 원 (국비 45%, 시비 55%)

5. 가게 돌보기
| 구분 | 보조율 | 한도액 |
| 간판 바꾸기 | 75% | 300만원 |
| 바닥 고치기 | 80% | 500만원 |

6. 도서관
책 나눔 행사에는 210명이 신청했다. 이 가운데 84명이 어린이다.

7. 산모 돌봄
산모에게는 조리원 이용료를 1인당 20만 원 보태고, 임산부 50명에게는 차표를 준다.
"""

ROW = "yearbook.txt,2022년 살림 이야기,경기도 구리시,plan,2022-12-05,2022,,구리시"


@pytest.fixture(scope="module")
def ask_yearbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("yearbook"), YEARBOOK, ROW) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "expression", "result"),
    [
        ("구리시 공사 점검 건수 중 하천 비율은?", "36건 ÷ 150건 × 100", "24.0%"),
        (
            "구리 텃밭 사업비 중 자기 돈으로 내는 몫은?",
            "1억 6,000만 원 ÷ 6억 4,000만 원 × 100",
            "25.0%",
        ),
        ("구리시 조경 절감률은 몇 %로 계산되나요?", "24억 원 ÷ 800억 원 × 100", "3.0%"),
        ("구리시 상자 텃밭은 한 집당 몇 개씩인가요?", "175개 ÷ 25가구", "7개"),
        ("구리시 장보기 교통비는 총 얼마까지 받나요?", "3만 원 이하 × 8회 이하", "24만 원 이하"),
        ("구리시 안전지표 중 못 이룬 비율은 몇 %야?", "(50개 - 44개) ÷ 50개 × 100", "12.0%"),
        (
            "구리시 나무심기 목표와 달성률로 보면 실제는 몇 그루로 계산되나요?",
            "300그루 × 140%",
            "420그루",
        ),
        ("구리시 물놀이터 조성에 국비는 얼마인가요?", "60억 원 × 45%", "27억 원"),
        (
            "구리시 간판 바꾸기 보조금을 한도까지 받으려면 비용이 최소 얼마여야 하나요?",
            "300만 원 ÷ 75%",
            "400만 원",
        ),
        ("구리시 책 나눔 신청자 중 어린이 비중은?", "84명 ÷ 210명 × 100", "40.0%"),
    ],
)
def test_what_a_question_names_is_reckoned(
    ask_yearbook: Ask, question: str, expression: str, result: str
) -> None:
    (calculation,) = ask_yearbook(question).calculations
    assert (calculation.expression, calculation.result) == (expression, result)


@pytest.mark.parametrize(
    "question",
    [
        "구리시 공사 점검 건수 중 교량 비율은?",
        "구리시 텃밭 사업비 중 국비 비율은?",
        "구리시 공사 점검 120건 중 하천 비율은?",
        "구리시 바닥 고치기는 한 집당 평균 얼마인가요?",
        "구리시 상자 텃밭은 한 마을당 몇 개씩인가요?",
    ],
)
def test_what_no_figure_is_named_for_is_not_reckoned(ask_yearbook: Ask, question: str) -> None:
    assert ask_yearbook(question).calculations == ()


def test_what_one_may_ask_for_at_most_is_no_average(ask_yearbook: Ask) -> None:
    answer = ask_yearbook("한 사업당 얼마까지 제안할 수 있어?")
    assert answer.calculations == ()


def test_what_is_printed_for_each_is_not_reckoned_again(ask_yearbook: Ask) -> None:
    answer = ask_yearbook("구리시 산모 조리원 이용료는 한 사람에 얼마씩 주나요?")
    assert answer.calculations == ()
    assert "1인당 20만 원" in answer.text
