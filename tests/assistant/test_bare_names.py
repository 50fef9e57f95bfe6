"""A question that only names a figure is read as the question that it is."""

import pytest

from assistant.bare_names import spelled_out
from assistant.spacing import spaced


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("보령시 2024년 절감액", "보령시 2024년 절감액 얼마인가요?"),
        ("보령시 제2회 추경안", "보령시 제2회 추경안 얼마인가요?"),
        ("보령시 제2회 추경안은?", "보령시 제2회 추경안 얼마인가요?"),
        ("괴산군 2023 채무", "괴산군 2023 채무 얼마인가요?"),
        ("괴산군 살림 규모", "괴산군 살림 규모 얼마인가요?"),
        ("괴산군 기금", "괴산군 기금 얼마인가요?"),
        ("괴산군 정보화 용역비", "괴산군 정보화 용역비 얼마인가요?"),
        ("괴산군 시설비", "괴산군 시설비 얼마인가요?"),
        ("괴산군 추경 금액", "괴산군 추경 금액 얼마인가요?"),
        ("괴산군 정원", "괴산군 정원 몇 명인가요?"),
        ("괴산군 인구", "괴산군 인구 몇 명인가요?"),
        ("괴산군 1분기 집행률", "괴산군 1분기 집행률 몇 %인가요?"),
    ],
)
def test_a_bare_name_asks_for_the_figure_it_names(name: str, whole: str) -> None:
    assert spelled_out(name) == whole


@pytest.mark.parametrize(
    "text",
    [
        "보령시 예산은 얼마인가요?",
        "보령시 예산 알려줘",
        "보령시 조직개편안",
        "보령시 물가 대비",
        "보령시 도로 정비",
        "보령시 인구 추세",
        "보령시 국가정원",
        "보령시 자치법률",
        "보령시 축제 언제 예산",
        "보령시 살림 규모와 채무 규모",
        "",
        "?",
    ],
)
def test_what_asks_for_itself_or_names_no_figure_is_left_as_it_is(text: str) -> None:
    assert spelled_out(text) == ""


@pytest.mark.parametrize(
    ("typed", "apart"),
    [
        ("보령시2024년절감액", "보령시 2024년 절감액"),
        ("보령시제2회추경안규모", "보령시 제2회 추경안 규모"),
        ("보령시민원안왔나", "보령시 민원 안 왔나"),
        ("괴산군기금", "괴산군 기금"),
        ("괴산군은", "괴산군은"),
        ("기금", "기금"),
    ],
)
def test_words_typed_as_one_are_set_apart(typed: str, apart: str) -> None:
    assert spaced(typed, 10) == apart
