"""Prose cut into sentences, and nothing but blanks between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import sentence_spans, trimmed


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("나무를 심었다. 물을 준다.", ["나무를 심었다.", "물을 준다."]),
        ("나무를 심었다.물을 준다.", ["나무를 심었다.", "물을 준다."]),
        ("“함께 가자.” 하고 말했다. 끝", ["“함께 가자.”", "하고 말했다.", "끝"]),
        ("정말인가? 그렇다!", ["정말인가?", "그렇다!"]),
        ("2031. 3. 5. 나무를 심었다.", ["2031. 3. 5. 나무를 심었다."]),
        ("8.01점에서 8.5점으로 올랐다.", ["8.01점에서 8.5점으로 올랐다."]),
        ("나무 심기\n물 주기", ["나무 심기\n물 주기"]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_sentences_end_where_official_writing_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_only_the_given_stretch_is_cut() -> None:
    text = "하나다. 둘이다. 셋이다."
    assert [text[start:end] for start, end in sentence_spans(text, 5, 10)] == ["둘이다."]


@given(text=st.text(st.sampled_from("가다. ?!\n\t\u00a0”)1"), max_size=60))
def test_sentences_are_in_order_and_leave_only_blanks_out(text: str) -> None:
    at = 0
    for start, end in sentence_spans(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@given(text=st.text(max_size=20), cut=st.integers(0, 20))
def test_a_trimmed_span_is_what_strip_keeps(text: str, cut: int) -> None:
    start, end = trimmed(text, min(cut, len(text)), len(text))
    assert text[start:end] == text[cut:].strip()
