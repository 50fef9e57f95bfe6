"""Words that a value of the kind asked for meets by itself."""

from __future__ import annotations

import pytest

from assistant.answered import without_answered
from assistant.decline import DeclineOptions, covers
from assistant.grammar import Asked
from tests.assistant.drafts import asking, make_candidate, make_evidence, make_retrieved


@pytest.mark.parametrize(
    ("words", "kinds", "left"),
    [
        (["공무원", "우산"], (Asked.PERSON,), ["우산"]),
        (["배정"], (Asked.AMOUNT,), []),
        (["배정"], (Asked.PERSON,), ["배정"]),
        (["배정"], (), ["배정"]),
    ],
)
def test_a_value_meets_the_words_for_its_kind(
    words: list[str], kinds: tuple[Asked, ...], left: list[str]
) -> None:
    assert without_answered(words, kinds) == left


def test_a_name_with_an_office_needs_no_word_for_officials() -> None:
    asked = asking("접는 우산꽂이를 만든 공무원은 누구인가요?")
    quote = make_evidence("▶접는 우산꽂이(회계과 문가람 주무관)")
    one = make_candidate(quote, score=0.7, coverage=0.5, missing=("공무원",), holds=(Asked.PERSON,))
    found = make_retrieved(one, 우산꽂이=1.0, 공무원=1.0)
    assert covers(one, asked, found, DeclineOptions())
    other = make_candidate(quote, score=0.7, coverage=0.5, missing=("우산꽂이",), holds=one.holds)
    known = make_retrieved(other, 우산꽂이=1.0, 공무원=1.0)
    assert not covers(
        other,
        asked,
        known.__class__(
            candidates=known.candidates,
            weights=known.weights,
            has_place=True,
            known=frozenset({"우산꽂이"}),
        ),
        DeclineOptions(),
    )
