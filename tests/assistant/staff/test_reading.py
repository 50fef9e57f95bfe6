"""What the words of a search mean."""

from __future__ import annotations

import pytest

from assistant.staff.query import Query
from assistant.staff.reading import understand_query


def test_words_phrases_and_bounds_are_told_apart() -> None:
    found = understand_query(Query(text='청년 정책을 "주요업무 추진계획" 10억 이상'))
    assert found.terms == (("청년",), ("정책",))
    assert found.phrases == ("주요업무 추진계획",)
    assert (found.at_least, found.at_most, found.has_amount) == (10**9, None, True)
    assert found.text == "청년 정책을"


@pytest.mark.parametrize(
    ("text", "low", "high", "rest"),
    [
        ("도로 10억 이상", 10**9, None, "도로"),
        ("10억원이상 도로", 10**9, None, "도로"),
        ("도로 10억 초과", 10**9 + 1, None, "도로"),
        ("도로 50억 미만", None, 5 * 10**9 - 1, "도로"),
        ("도로 10억 이상 20억 이하", 10**9, 2 * 10**9, "도로"),
        ("도로 10억~20억", 10**9, 2 * 10**9, "도로"),
        ("도로 10억", None, None, "도로 10억"),
        ("road over 1 billion won", 10**9 + 1, None, "road"),
        ("road at most 2.5 billion won", None, 2_500_000_000, "road"),
    ],
)
def test_bounds_are_taken_out_of_the_words(
    text: str, low: int | None, high: int | None, rest: str
) -> None:
    found = understand_query(Query(text=text))
    assert (found.at_least, found.at_most) == (low, high)
    assert found.text.startswith(rest)
    assert not any("이상" in way or "억" in way for term in found.terms[1:] for way in term) or (
        rest.endswith("10억")
    )


def test_the_narrower_of_two_bounds_holds() -> None:
    found = understand_query(Query(text="10억 이상", at_least=5, at_most=2 * 10**9))
    assert (found.at_least, found.at_most) == (10**9, 2 * 10**9)


def test_an_amount_in_quotation_marks_is_only_words() -> None:
    found = understand_query(Query(text='"10억 이상"'))
    assert found.at_least is None
    assert found.phrases == ("10억 이상",)


def test_english_words_are_sought_in_korean_too() -> None:
    found = understand_query(Query(text="the budget of the library"))
    assert [term[0] for term in found.terms] == ["budget", "library"]
    assert "예산" in found.terms[0]
    assert "도서관" in found.text


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("예산을", (("예산",),)),
        ("무궁화수목원의", (("무궁화수목원",),)),
        ("예산 예산", (("예산",),)),
        ("에산", (("에산",),)),
        ("(예산)", (("예산",),)),
        ("!!! ???", ()),
        ('"', ()),
    ],
)
def test_terms_are_words_without_what_follows_them(
    text: str, terms: tuple[tuple[str, ...], ...]
) -> None:
    assert understand_query(Query(text=text)).terms == terms
