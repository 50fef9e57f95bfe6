"""Marks: where the words of a search stand, whatever particles and endings follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
import index
from assistant.staff.highlights import Highlighter, HighlightOptions


def marked(text: str, *terms: str, phrases: tuple[str, ...] = ()) -> list[str]:
    pieces = Highlighter([(one,) for one in terms], phrases).pieces(text)
    return [one.text for one in pieces if one.is_marked]


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("올해 예산을 늘린다", "예산", ["예산"]),
        ("본예산과 추가경정예산", "예산", ["예산", "예산"]),
        ("무궁화수목원을 넓힌다", "수목원", ["수목원"]),
        ("무궁화 수목원을 넓힌다", "무궁화수목원", ["무궁화 수목원"]),
        ("총 8,727억 원", "8727억", ["8,727억"]),
        ("LIBRARY 건립", "library", ["LIBRARY"]),
        ("아무 말", "예산", []),
    ],
)
def test_a_word_is_marked_in_whatever_form(text: str, term: str, expected: list[str]) -> None:
    assert marked(text, term) == expected


def test_a_verb_is_marked_by_its_stem() -> None:
    assert marked("장서를 늘렸다", "늘린다") != []


class OfWhole(Highlighter):
    """Marks found by analysing the whole of each text."""

    def _stretches(self, text: str) -> Iterator[tuple[int, int]]:
        yield 0, len(text)


def test_sentence_by_sentence_the_same_is_marked_as_in_the_whole() -> None:
    readings = corpus.read_folders((corpus.LIBRARY,), corpus.ReadOptions()).readings
    texts = [passage.text for reading in readings for passage in reading.passages][::5][:60]
    words = Counter(
        word.form for text in texts for word in index.analyse(text) if word.tag in ("NNG", "SN")
    )
    marks = 0
    for term, _ in words.most_common(12):
        for text in texts:
            spans = Highlighter([(term,)], ()).spans(text)
            assert spans == OfWhole([(term,)], ()).spans(text), (term, text)
            marks += len(spans)
    assert marks > 40


def test_only_sentences_with_the_word_are_analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    marker = Highlighter([("수목원",)], ())
    analysed: list[str] = []
    analyse = index.analyse

    def noted(text: str) -> tuple[index.Word, ...]:
        analysed.append(text)
        return analyse(text)

    monkeypatch.setattr(index, "analyse", noted)
    assert marker.spans("도로를 고친다. 수목원을 넓힌다.\n다리를 놓는다.") == ((9, 12),)
    assert [one.strip() for one in analysed] == ["수목원을 넓힌다."]


def test_a_phrase_is_one_mark() -> None:
    assert marked("청년\n정책과 정책", phrases=("청년 정책",)) == ["청년\n정책"]


def test_signs_of_patterns_are_only_signs() -> None:
    assert marked("a(b)+ c", phrases=("(b)+",)) == ["(b)+"]


@given(
    text=st.text("예산을 무궁화수목원<>&\n1,0억", max_size=80),
    term=st.sampled_from(["예산", "수목원", "10억", "<"]),
)
def test_the_pieces_are_the_text(text: str, term: str) -> None:
    pieces = Highlighter([(term,)], ()).pieces(text)
    assert "".join(one.text for one in pieces) == text


def test_a_long_text_is_cut_around_its_first_mark() -> None:
    options = HighlightOptions(longest_text=40, before=5)
    text = "가나 " * 40 + "수목원을 넓힌다 " + "다라 " * 40
    pieces = Highlighter([("수목원",)], (), options).pieces(text)
    assert pieces[0].text == pieces[-1].text == "…"
    inner = "".join(one.text for one in pieces[1:-1])
    assert len(inner) == 40
    assert inner in text
    assert [one.text for one in pieces if one.is_marked] == ["수목원"]
