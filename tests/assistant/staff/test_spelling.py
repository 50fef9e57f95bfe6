"""Did you mean: one letter more, less or other, by jamo."""

from __future__ import annotations

import pytest

from assistant.staff.spelling import Spelling

WORDS = (("예산", 90), ("수목원", 5), ("청년", 40), ("청렴", 30), ("정책", 20), ("2022", 50))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("예싼", ("예산",)),
        ("얘산", ("예산",)),
        ("수목완", ("수목원",)),
        ("청녀", ("청년",)),
        ("청년", ()),
        ("기린", ()),
        ("2023", ()),
        ("", ()),
    ],
)
def test_words_of_the_documents_are_offered(typed: str, meant: tuple[str, ...]) -> None:
    assert Spelling(WORDS).suggestions(typed) == meant


def test_the_commonest_is_first() -> None:
    spelling = Spelling((("사람", 1), ("사랑", 9)))
    assert spelling.suggestions("사라") == ("사랑", "사람")
