"""Statements: the items and sentences of passages, each with its place in the text."""

from __future__ import annotations

from hypothesis import given

from corpus.facts.statements import statements
from tests.corpus.plans import plan_texts, read, statements_of


def test_an_item_is_one_statement_without_its_mark() -> None:
    (statement,) = statements_of("○ 숲 14개소 조성")
    assert statement.text == "숲 14개소 조성"
    assert statement.quote == "○ 숲 14개소 조성"
    assert statement.is_item


def test_a_second_mark_is_taken_off_too() -> None:
    (statement,) = statements_of("• - 대상 : 상인 40명")
    assert statement.text == "대상 : 상인 40명"


def test_prose_is_a_statement_for_each_sentence() -> None:
    found = statements_of("시는 나무를 심는다. 물길도 잇는다.")
    assert [one.text for one in found] == ["시는 나무를 심는다.", "물길도 잇는다."]
    assert not any(one.is_item for one in found)


def test_a_bullet_of_several_sentences_is_prose_and_only_the_first_has_the_mark() -> None:
    found = statements_of("○ 나무를 심는다. 물길을 잇는다.")
    assert [one.text for one in found] == ["나무를 심는다.", "물길을 잇는다."]
    assert found[0].quote == "○ 나무를 심는다."


def test_a_table_and_an_imprint_are_one_statement_each() -> None:
    found = statements_of(
        "| 숲 | 14개소 |\n| 물 | 2개소 |\n\n담당부서 : 공원과\n연락처 : 041-000-1234"
    )
    assert [(one.is_row, one.is_imprint) for one in found] == [(True, False), (False, True)]
    assert found[0].text == "| 숲 | 14개소 |\n| 물 | 2개소 |"


@given(text=plan_texts())
def test_a_statement_knows_its_place(text: str) -> None:
    reading = read(text)
    for one in statements(reading.document, reading.passages):
        assert one.quote == reading.text[one.start : one.end]
        assert reading.text[one.text_start : one.end] == one.text
        assert one.start <= one.text_start
