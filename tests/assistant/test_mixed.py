"""English: words in a Korean question are looked up, and a question in English finds its line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.grammar import Asked, stated_count, wants_list
from assistant.types import Answer, AnswerStatus
from tests.assistant.drafts import asking


def test_english_words_of_a_korean_question_carry_their_korean_renderings() -> None:
    asked = asking("보령시 2022 budget total 얼마야?")
    renderings = {term.form: term.renderings for term in asked.terms}
    assert "예산" in renderings["budget"]
    assert "총액" in renderings["total"]
    assert "예산" in asked.search_text
    assert asked.language == "ko"


def test_a_phrase_is_taken_as_one_and_an_unknown_acronym_as_it_is() -> None:
    forms = {term.form: term for term in asking("인천 open data QZX 몇 건이야?").terms}
    assert "공공데이터" in forms["open data"].renderings
    assert "open" not in forms
    assert forms["qzx"].renderings == ()


def test_english_function_words_say_nothing_of_what_to_look_for() -> None:
    forms = {term.form for term in asking("파주시 audit의 budget은 얼마?").terms}
    assert {"audit", "budget"} <= forms
    assert not forms & {"of", "the"}


def test_words_behind_the_name_of_a_place_are_words_of_the_question() -> None:
    forms = {term.form for term in asking("What did the Boryeong city library cost?").terms}
    assert forms & {"city library", "library"}


def test_the_language_of_the_reply_does_not_change_how_a_question_is_read() -> None:
    own = asking("보령시 상반기 신속집행 목표 비율은?")
    other = asking("보령시 상반기 신속집행 목표 비율은?", language="en")
    assert {term.form for term in own.terms} == {term.form for term in other.terms}


def test_english_counts_of_a_list_are_read() -> None:
    text = "What are the four parts of the plan?"
    assert stated_count(text) == 4
    assert wants_list(text)
    assert stated_count("Which one is it?") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Boryeong 2022 budget total 얼마야?", "8,100억"),
        ("보령시 routine audit 2021년 처리 건수는?", "244건"),
        ("파주시 contract review로 얼마 save 했어?", "7억 원"),
        ("인천 public library는 2025년 몇 개소야?", "63개소"),
        ("보령시 participatory budgeting 위원 몇 명이에요?", "50명"),
    ],
)
def test_a_mixed_question_is_answered(ask: Callable[..., Answer], text: str, value: str) -> None:
    answer = ask(text)
    assert answer.status is AnswerStatus.ANSWERED
    assert value in answer.text


@pytest.mark.parametrize(
    "text",
    ["보령시 청렴 교육 담당하는 데 번호 좀", "Whom do I call about Boryeong's integrity training?"],
)
def test_the_number_of_the_office_is_given(ask: Callable[..., Answer], text: str) -> None:
    answer = ask(text)
    assert answer.status is AnswerStatus.ANSWERED
    assert "041-000-1234" in answer.text


def test_who_led_asks_for_a_person_and_the_name_of_a_thing_does_not() -> None:
    assert Asked.PERSON in asking("보고회 주재자").kinds
    assert Asked.PERSON in asking("감사과장 이름이 뭐예요").kinds
    assert Asked.PERSON not in asking("새 도서관 이름이 뭐예요").kinds


@pytest.mark.parametrize(
    "text", ["인천 robot taxi 2025년 몇 대야?", "파주시 subway budget 얼마야?"]
)
def test_what_is_not_there_is_declined_in_mixed_words_too(
    ask: Callable[..., Answer], text: str
) -> None:
    assert ask(text).status is AnswerStatus.NOT_FOUND
