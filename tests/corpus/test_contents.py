"""Tables of contents and approval forms, told from what a document states."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.contents import contents_lines, contents_span, form_end, form_title
from tests.corpus.plans import assert_true_places, left_out, read, texts
from tests.corpus.readers import assert_linear, documents

FORM = "결재문서 2031년 숲 가꾸기 계획 문서번호 공원녹지과-123 결재일자 2031. 1. 5. 공개여부 공개"
CONTENTS = "목 차 Ⅰ. 여건 분석 1 Ⅱ. 추진 방향 6 1. 나무 심기 9 Ⅲ. 일정 34"


def test_lines_with_leaders_and_pages_are_contents_wherever_they_stand() -> None:
    lines = ["계획", "1. 나무 ······ 1", "2. 물길 …… 4", "", "3. 다리 . . . . 12", "○ 나무 3그루"]
    assert contents_lines(lines) == {1, 2, 4}


def test_below_its_title_contents_need_no_leaders() -> None:
    lines = ["< 목 차 >", "Ⅰ. 여건 1", "Ⅱ. 방향 6", "Ⅲ. 계획 7", "Ⅰ. 여건", "○ 나무 9"]
    assert contents_lines(lines) == {0, 1, 2, 3}


@pytest.mark.parametrize(
    "lines",
    [
        ["목차", "1. 나무 1"],
        ["목차", "나무 : 3", "꽃 : 5", "물 : 7"],
        ["나무 1", "꽃 2", "물 3"],
        ["목차", "나무 9", "꽃 5", "물 3"],
        ["예산은 ······ 3억", "인원은 ····· 4명", "나무는 ····· 5그루"],
        [""] * 9,
        [],
    ],
)
def test_figures_are_no_pages(lines: list[str]) -> None:
    assert contents_lines(lines) == frozenset()


def test_contents_that_run_on_end_where_the_document_begins() -> None:
    text = f"가람시 {CONTENTS} Ⅰ 여건 ○ 직원 40 명을 둔다."
    span = contents_span(text, 0, len(text))
    assert span is not None
    assert text[slice(*span)] == CONTENTS


@pytest.mark.parametrize(
    "text",
    [
        "목차를 고친다. 나무 3 그루, 꽃 5 송이, 물길 7 곳",
        "나무 3 그루 꽃 5 송이 물길 7 곳",
        "목 차 나무 3 꽃 2 물 1",
        "목 차",
    ],
)
def test_a_line_without_rising_pages_holds_no_contents(text: str) -> None:
    assert contents_span(text, 0, len(text)) is None


def test_a_form_ends_behind_its_last_value_and_gives_the_title() -> None:
    text = f"{FORM} ○ 나무를 심는다."
    end = form_end(text, 0, len(text))
    assert text[:end] == FORM
    assert form_title(text) == "2031년 숲 가꾸기 계획"


@pytest.mark.parametrize(
    "text", ["○ 문서번호 : 공원-12", "문서번호와 결재일자를 적는다.", "공개여부를 정한다.", ""]
)
def test_one_label_or_a_sentence_about_labels_is_no_form(text: str) -> None:
    assert form_end(text, 0, len(text)) is None
    assert form_title(text) == ""


def test_front_matter_states_nothing_and_the_text_behind_it_keeps_its_headings() -> None:
    reading = read(f"{FORM} {CONTENTS} Ⅰ 여건 ○ 사업비 : 12억 원 ○ 나무 30그루를 심는다.\n")
    assert_true_places(reading)
    assert reading.document.title == "2031년 숲 가꾸기 계획"
    assert left_out(reading) == [("table_of_contents", CONTENTS)]
    assert texts(reading)[0] == FORM
    assert {one.heading_path for one in reading.passages[1:]} == {("Ⅰ 여건",)}
    assert not [one for one in reading.facts if one.start < reading.passages[1].start]
    assert [one.amount_krw for one in reading.facts if one.amount_krw] == [1_200_000_000]


def test_the_original_documents_lose_no_line_that_states_anything() -> None:
    for text in documents():
        lines = text.splitlines()
        assert len(contents_lines(lines)) < len(lines) / 4
        kept = [line for at, line in enumerate(lines) if at in contents_lines(lines)]
        assert not any("억" in line or "%" in line for line in kept), kept


@given(
    st.lists(st.sampled_from(["목차", "가 1", "나 ··· 2", "", "Ⅰ. 가 3", "3", "○ 가"]), max_size=30)
)
def test_contents_are_lines_of_the_text_in_any_order(lines: list[str]) -> None:
    assert all(lines[at].strip() for at in contents_lines(lines))


@pytest.mark.parametrize("piece", ["목차\n", "가 1\n", "\n", "가 ··· 1\n", "목차\n\n가 1\n\n"])
def test_telling_contents_takes_linear_time(piece: str) -> None:
    assert_linear(lambda text: contents_lines(text.splitlines()), piece)


@pytest.mark.parametrize("piece", ["목 차 가 1 ", "가 1 ", "문서번호 ", "결재문서 문서번호 가 "])
def test_telling_front_matter_takes_linear_time(piece: str) -> None:
    def both(text: str) -> object:
        return contents_span(text, 0, len(text)), form_end(text, 0, len(text))

    assert_linear(both, piece)
