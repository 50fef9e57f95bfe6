"""What a figure is called: the words beside it, cleaned of time, measure and place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts.acts import act_after
from corpus.facts.labels import (
    clean_name,
    heading_name,
    item_label,
    join_names,
    label_before,
)
from tests.corpus.plans import hostile_texts


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("○ 숲 가꾸기", "숲 가꾸기"),
        ("1. 숲 가꾸기 :", "숲 가꾸기"),
        ("【 숲 가꾸기 】", "숲 가꾸기"),
        ("올해 숲 가꾸기", "숲 가꾸기"),
        ("2031년 숲 가꾸기", "숲 가꾸기"),
        ("숲 예산 총", "숲 예산"),
        ("“숲 가꾸기”", "숲 가꾸기"),
        ("숲\n- 12 -\n가꾸기", "숲 가꾸기"),
        ("| 숲 |", "숲"),
        ("년 숲 가꾸기", "숲 가꾸기"),
        ("", ""),
        ("...", ""),
    ],
)
def test_a_name_is_cleaned_of_what_is_no_name(words: str, name: str) -> None:
    assert clean_name(words) == name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("제1장 숲", "1. 나무 심기"), "나무 심기"),
        (("1. 나무 심기", "사업개요"), "나무 심기"),
        (("1. 나무 심기", "추진 배경"), "나무 심기"),
        (("나무 심기 : 40그루",), "나무 심기"),
        ((), ""),
        (("추진개요",), ""),
    ],
)
def test_the_nearest_heading_that_names_something_is_taken(
    path: tuple[str, ...], name: str
) -> None:
    assert heading_name(path) == name


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("사업비 : 12억 원", "사업비", "12억 원"),
        ("사업비： 12억 원", "사업비", "12억 원"),
        ("시간 (평일 : 9시) : 하루", "시간 (평일 : 9시)", "하루"),
        ("지원규모 3:7", "", "지원규모 3:7"),
        ("나무를 심었다. 값 : 12억", "", "나무를 심었다. 값 : 12억"),
        ("숲 12개소", "", "숲 12개소"),
    ],
)
def test_the_label_of_an_item_ends_at_its_first_colon(text: str, label: str, value: str) -> None:
    found, start = item_label(text)
    assert (found, text[start:]) == (label, value)


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ("시의 살림규모는 2,567억 원", "2,567", "시의 살림규모"),
        ("나무 40그루, 꽃 30포기", "30", "꽃"),
        ("적정 414건, 권고 178건", "178", "권고"),
        ("감사(용역 포함)로 102억 원", "102", "감사"),
        ("숲길을 정비하고 쉼터 3개소", "3", "쉼터"),
        ("올해 총 40그루", "40", ""),
        ("보령시의 채무 49억 원", "49", "채무"),
        ("| 숲 | 14개소", "14", ""),
        ("▲숲 ▲물길 2개소", "2", "물길"),
    ],
)
def test_the_words_before_a_figure_name_it(text: str, figure: str, name: str) -> None:
    assert label_before(text, 0, text.index(figure)) == name


@pytest.mark.parametrize(
    ("after", "act"),
    [
        ("을 절감했다", "절감"),
        ("의 예산을 아꼈다", "절감"),
        (" 늘었다", "증가"),
        ("이 줄었다", "감소"),
        ("을 투입한다", "투입"),
        (" 규모다", ""),
        ("", ""),
    ],
)
def test_what_happened_to_an_amount_is_told_by_the_verb_behind_it(after: str, act: str) -> None:
    assert act_after("12억 원" + after, len("12억 원")) == act


def test_names_are_joined_from_general_to_particular_without_repeating() -> None:
    assert join_names("숲", "나무") == "숲 나무"
    assert join_names("숲 가꾸기", "숲", "") == "숲 가꾸기"
    assert join_names("숲", "마을 숲") == "마을 숲"
    assert join_names() == ""


@given(text=hostile_texts(), at=st.integers(0, 200))
def test_any_text_gives_a_name_of_bounded_length(text: str, at: int) -> None:
    at = min(at, len(text))
    for name in (clean_name(text), label_before(text, 0, at)):
        assert len(name) <= 80
        assert "\n" not in name
    assert len(join_names(text, text[:at])) <= 80
