import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.intake import IntakeOptions, check_question, check_text
from assistant.problems import PROBLEMS, RequestError

OPTIONS = IntakeOptions()


def test_a_question_comes_through_with_what_goes_with_it() -> None:
    question = check_question(
        {
            "question": " 2022년  예산은?\n",
            "history": ["보령시 예산은?", "  "],
            "language": "ko",
            "municipality": "충청남도 보령시",
            "colour": "blue",
        },
        OPTIONS,
    )
    assert question.text == "2022년 예산은?"
    assert question.history == ("보령시 예산은?",)
    assert question.language == "ko"
    assert question.municipality == "충청남도 보령시"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({}, "empty_question"),
        ({"question": ""}, "empty_question"),
        ({"question": " \n\t\u200b\ufeff"}, "empty_question"),
        ({"question": "가" * 1001}, "question_too_long"),
        ({"question": "가" * 1_000_000}, "question_too_long"),
        ({"question": None}, "not_text"),
        ({"question": 7}, "not_text"),
        ({"question": ["예산은?"]}, "not_text"),
        ({"question": {"text": "예산은?"}}, "not_text"),
        ({"question": True}, "not_text"),
        ({"question": "예산\x00은?"}, "control_characters"),
        ({"question": "예산\x1b[31m은?"}, "control_characters"),
        ({"question": "예산\x85은?"}, "control_characters"),
        ({"question": "예산\u202e은?"}, "hidden_characters"),
        ({"question": "예산\u2066은?"}, "hidden_characters"),
        ({"question": "예산은?\U000e0041"}, "hidden_characters"),
        ({"question": "예산은?", "history": "이전"}, "not_a_list"),
        ({"question": "예산은?", "history": {"0": "이전"}}, "not_a_list"),
        ({"question": "예산은?", "history": [1]}, "not_text"),
        ({"question": "예산은?", "history": ["가" * 1001]}, "text_too_long"),
        ({"question": "예산은?", "history": ["이전"] * 21}, "too_many_items"),
        ({"question": "예산은?", "language": "fr"}, "unknown_language"),
        ({"question": "예산은?", "language": ["ko"]}, "unknown_language"),
        ({"question": "예산은?", "municipality": 3}, "not_text"),
        ({"question": "예산은?", "municipality": "가" * 101}, "text_too_long"),
        ({"question": "예산은?", "municipality": "보령\u202e시"}, "hidden_characters"),
    ],
)
def test_a_bad_question_is_refused_for_its_own_reason(
    content: dict[str, object], code: str
) -> None:
    with pytest.raises(RequestError) as refusal:
        check_question(content, OPTIONS)
    assert refusal.value.code == code
    assert refusal.value.status == 422
    assert refusal.value.message_ko
    assert refusal.value.message_en
    assert refusal.value.message_ko.isprintable()


def test_a_question_of_exactly_the_limit_is_taken() -> None:
    assert len(check_text("question", "가" * 1000, limit=1000)) == 1000


def test_decomposed_hangul_is_composed_and_counted_as_it_is_read() -> None:
    typed_on_a_mac = unicodedata.normalize("NFD", "각" * 400)
    assert len(typed_on_a_mac) == 1200
    assert check_text("question", typed_on_a_mac, limit=1000) == "각" * 400


@given(st.text(max_size=40))
def test_what_comes_through_is_one_line_of_visible_text(value: str) -> None:
    try:
        text = check_text("question", value, limit=30)
    except RequestError:
        return
    assert 0 < len(text) <= 30
    assert text == text.strip()
    assert not {unicodedata.category(character) for character in text} & {"Cc", "Zl", "Zp"}
    assert check_text("question", text, limit=30) == text


def test_every_problem_can_be_said_in_both_languages() -> None:
    details: dict[str, object] = {
        "limit": 1,
        "field": "f",
        "character": "U+0000",
        "expected": "e",
        "method": "PUT",
    }
    details |= {"choices": "a, b", "seconds": 3}
    for code in PROBLEMS:
        error = RequestError(code, **details)
        assert 400 <= error.status < 600
        assert "{" not in error.message_ko.replace('{"question": "…"}', "")
        assert error.message_ko != error.message_en
