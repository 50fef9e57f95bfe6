"""Shares of parts that make up a total printed nearby, and what falls to each one of a part."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import assistant
from tests.assistant.towns import Ask, asking

REVIEWS = """\
상반기 계약심사로 7억 원 아껴

보은군은 상반기 계약심사를 벌여 7억 2,000만 원을 절감했다. 심사에 오른 사업은 90건이다.

공사가 50건(5억 4,000만 원), 용역이 30건(1억 2,000만 원), 물품 구매가 10건(6,000만 원)이다.

군은 일상감사 40건을 처리해 28건은 적정, 9건은 권고, 3건은 재검토 의견을 냈다.

2011년부터 지금까지 쌓인 절감액은 모두 120억 원이다.

마을회관 신축에는 국비 6억 원과 도비 2억 원, 군비 4억 원을 들인다.
"""

PLANS = """\
보은군, 새해 업무 보고회

◦ 총 250건(신규 60건, 계속 190건)
  - 농업 80건, 복지 95건, 관광 75건

이번에 점검한 과제는 48개다. 이 가운데 처음 시작하는 과제가 12개, 이어 온 과제가 36개다.
신규 과제는 한 해 전의 10개에 견줘 2개 많아졌다.
"""

REVIEWS_ROW = "reviews.txt,보은군 상반기 계약심사,충청북도 보은군,press,2025-07-04,2025,,보은군"
PLANS_ROW = "plans.txt,2026년 보은군 업무 보고회,충청북도 보은군,plan,2025-12-04,2026,,보은군"


@pytest.fixture(scope="module")
def ask_reviews(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("reviews"), REVIEWS, REVIEWS_ROW) as ask:
        yield ask


@pytest.fixture(scope="module")
def ask_plans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("plans"), PLANS, PLANS_ROW) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("보은군 계약심사에서 공사 절감액은 전체의 몇 %인가요?", "75.0%"),
        ("보은군 계약심사 절감액 중 용역 비중", "16.7%"),
        ("보은군 계약심사 건수에서 물품이 차지하는 비율은?", "11.1%"),
        ("보은 일상감사 적정 비율", "70.0%"),
        ("보은군 일상감사에서 재검토 의견이 차지하는 비율", "7.5%"),
        ("보은군 물품 구매 한 건당 평균 얼마 아꼈어?", "600만 원"),
        ("보은군 용역 1건당 절감액은?", "400만 원"),
        ("보은군 마을회관 신축에 국비 도비 합쳐서 얼마 들어가?", "8억 원"),
        ("보은군 마을회관 신축 국비 도비 군비 모두 합하면 얼마인가요", "12억 원"),
    ],
)
def test_parts_of_prose_are_weighed_against_their_total(
    ask_reviews: Ask, question: str, result: str
) -> None:
    (shown,) = ask_reviews(question).calculations
    assert shown.result == result


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("보은군 2026년 업무 중 계속사업 비율은?", "76.0%"),
        ("보은군 업무보고 전체에서 복지 비중", "38.0%"),
        ("보은군이 점검한 과제 가운데 신규 과제가 차지하는 비율은 몇 %인가요?", "25.0%"),
        ("보은군 점검 과제에서 계속 과제 비중은?", "75.0%"),
    ],
)
def test_parts_of_lists_and_of_clauses_are_weighed(
    ask_plans: Ask, question: str, result: str
) -> None:
    (shown,) = ask_plans(question).calculations
    assert shown.result == result


@pytest.mark.parametrize(
    "question",
    [
        "보은군 계약심사 공사 비중",  # of the cases or of the money: it does not say
        "보은군 계약심사 절감액 중 하천 비중",
        "보은군 2019년 계약심사 절감액 중 공사 비중",
        "보은군 마을회관 신축에 국비 민자 합쳐서 얼마 들어가?",
    ],
)
def test_what_names_no_part_or_another_year_is_not_reckoned(
    ask_reviews: Ask, question: str
) -> None:
    assert ask_reviews(question).calculations == ()


def test_what_years_have_come_to_is_no_answer_for_one(ask_reviews: Ask) -> None:
    answer = ask_reviews("보은군 상반기 계약심사 절감액")
    assert answer.status is assistant.AnswerStatus.ANSWERED
    assert "7억" in answer.citations[0].quote
    running = ask_reviews("보은군 계약심사로 지금까지 쌓인 절감액은?")
    assert "120억" in running.citations[0].quote
