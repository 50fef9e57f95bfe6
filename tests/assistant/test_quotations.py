"""Quotations, whatever marks they are set in."""

from __future__ import annotations

import pytest

from assistant.quotations import BLANK, own_words

SOURCE = (
    "○ 일상감사 처리 건수는 2021년 244건이다.\n예산은 삭감되지 않았다. 시는 “청렴 주간”을 연다."
)


@pytest.mark.parametrize("marks", ["“”", "‘’", "「」", "『』", "《》", "〈〉", "«»", '""', "''"])
@pytest.mark.parametrize(
    ("words", "is_true"),
    [
        ("일상감사 처리 건수", True),
        ("일상감사 처리 건수는 2021년 244건이다. / 예산은 삭감되지 않았다.", True),
        ("일상감사 처리 건수는…", True),
        ("삭감되지…", True),
        ("일상감사 거부 건수", False),
        ("상감사 처리", False),
        ("2021년 24", False),
        ("2021년 24…", False),
        ("예산은 삭감되지", False),
        ("…", False),
    ],
)
def test_a_quotation_is_the_source_s_words_from_word_to_word(
    marks: str, words: str, is_true: bool
) -> None:
    found = own_words(f"보령시 {marks[0]}{words}{marks[1]} [1]", [SOURCE])
    assert found.is_true is is_true
    assert found.text == f"보령시 {BLANK} [1]"


def test_marks_inside_a_quotation_do_not_end_it() -> None:
    found = own_words("“예산은 삭감되지 않았다. 시는 “청렴 주간”을 연다.” [1]", [SOURCE])
    assert found.is_true
    assert found.text.strip() == "␣  [1]"


def test_words_between_two_quotations_are_the_sentence_s_own() -> None:
    found = own_words("“일상감사” 폐지 “244건이다” [1]", [SOURCE])
    assert found.is_true
    assert "폐지" in found.text


def test_a_mark_that_is_never_closed_is_a_fault() -> None:
    assert not own_words("“일상감사 처리 [1]", [SOURCE]).is_true


@pytest.mark.parametrize("text", ["(‘21) 690", "’21년 244건", "Boryeong's audits", "'21"])
def test_an_apostrophe_is_no_quote_mark(text: str) -> None:
    found = own_words(text, [SOURCE])
    assert found.is_true
    assert found.text == text


def test_a_sentence_of_marks_alone_is_refused_in_time() -> None:
    assert not own_words("“”" * 5_000, [SOURCE]).is_true
