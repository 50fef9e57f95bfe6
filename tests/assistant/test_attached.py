"""Words with a place's name in them, and English ones that join others."""

from __future__ import annotations

import pytest

import index
from assistant.asked_places import asked_places
from assistant.attached import COUNCIL, behind_name, is_joining, is_name_alone
from assistant.types import Question
from assistant.understand import understand


def _word(form: str, start: int, tag: str = "NNP") -> index.Word:
    return index.Word(form=form, tag=tag, start=start, end=start + len(form))


@pytest.mark.parametrize(
    ("word", "rest", "is_alone"),
    [
        (_word("보령시", 0), "", True),
        (_word("시가", 2), "가", True),
        (_word("보령시의회", 0), "의회", False),
        (_word("도서관", 5), None, False),
    ],
)
def test_what_stands_behind_a_name(word: index.Word, rest: str | None, is_alone: bool) -> None:
    text = {"가": "보령시가 도서관을", "의회": "보령시의회 도서관"}.get(rest or "", "보령시 도서관")
    assert behind_name(word, text, [(0, 3)]) == rest
    assert is_name_alone(rest) is is_alone


@pytest.mark.parametrize("name", ["거제시의회", "보령시의회"])
def test_a_council_is_met_without_the_name_of_its_place(name: str) -> None:
    asked = understand(Question(text=f"{name}가 줄인 것은 무엇인가요?"))
    assert any(COUNCIL in (one.form, *one.renderings) for one in asked.terms)
    assert not any(one.form == "시의회" for one in asked.terms)


def test_the_office_of_a_district_is_the_district() -> None:
    assert [one.name for one in asked_places("대전 중구청 도서관")] == ["대전광역시 중구"]
    asked = understand(Question(text="대전 중구청 도서관은 몇 곳인가요?"))
    assert [one.is_measure for one in asked.terms if one.form == "중구청"] == [True]


def test_an_english_word_that_joins_others_is_none_to_look_for() -> None:
    text = "Boryeong's 도서관 have 2"
    assert is_joining(_word("s", 9, "SL"), text)
    assert is_joining(_word("have", 15, "SL"), text)
    assert not is_joining(_word("S", 0, "SL"), "S등급은")
    assert not is_joining(_word("도서관", 11), text)
