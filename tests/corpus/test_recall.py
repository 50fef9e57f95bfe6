"""What readers remember of the last texts changes their time, never what they find."""

from __future__ import annotations

from datetime import date

from corpus.amounts import find_amounts
from corpus.dates import find_dates
from corpus.recall import LIMITS, remembered
from tests.corpus.readers import documents


class _Counting:
    """A reader that counts how often it really reads."""

    def __init__(self) -> None:
        self.count = 0

    def read(self, text: str, suffix: str = "") -> tuple[str, ...]:
        self.count += 1
        return (text + suffix,)


def test_a_text_is_read_once_and_again_with_other_arguments() -> None:
    counting = _Counting()
    read = remembered(counting.read)
    assert [read("가"), read("가"), read("가", "나")] == [("가",), ("가",), ("가나",)]
    assert counting.count == 2


def test_a_long_text_is_not_remembered() -> None:
    counting = _Counting()
    read = remembered(counting.read)
    assert read("가" * (LIMITS.length + 1)) == read("가" * (LIMITS.length + 1))
    assert counting.count == 2


def test_only_the_last_texts_are_remembered() -> None:
    counting = _Counting()
    read = remembered(counting.read)
    for number in range(LIMITS.texts + 1):
        read(str(number))
    read("0")
    assert counting.count == LIMITS.texts + 2


def test_dates_follow_from_the_day_of_publication_whatever_was_asked_before() -> None:
    first = find_dates("지난해 12월", reference=date(2022, 3, 1))
    second = find_dates("지난해 12월", reference=date(2023, 3, 1))
    assert (first[0].start_date, second[0].start_date) == ("2021-12", "2022-12")


def test_documents_read_alike_a_second_time() -> None:
    for text in documents():
        lines = text.splitlines()
        once = [(find_amounts(line), find_dates(line)) for line in lines]
        assert once == [(find_amounts(line), find_dates(line)) for line in reversed(lines)][::-1]
