"""A count is shown as what is counted, and is counted again from the quote it cites."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.arithmetic import follows
from assistant.tallies import is_counted, tallied, tally, tally_fault
from assistant.types import Calculation
from tests.assistant.drafts import make_citation
from tests.factories import make_fact

QUOTE = "지원 분야 : ① 장비 ② 교육 ③ 제작"
NAME = st.text(alphabet="가나다라 A1,", min_size=1, max_size=8).filter(str.strip)
# One name with the comma of a list in it cannot be told from two.
NAMES = st.lists(NAME, min_size=1, max_size=8).filter(
    lambda names: len(names) > 1 or ", " not in " ".join(names[0].split())
)


@given(NAMES)
def test_a_tally_is_read_as_it_was_written(names: list[str]) -> None:
    written = tally(names, "ko")
    assert written is not None
    assert list(tallied(written)) == [" ".join(one.split()) for one in names]


@pytest.mark.parametrize("names", [[], [" "], ["가, 나"], ["가, 나", "다; 라"]])
def test_names_that_could_not_be_read_again_are_no_tally(names: list[str]) -> None:
    assert tally(names, "ko") is None


@given(
    st.lists(st.text(alphabet="가나다라마바사", min_size=2, max_size=6), min_size=1, unique=True)
)
def test_the_count_is_the_number_of_items_and_no_other(names: list[str]) -> None:
    written = tally(names, "ko")
    assert written is not None
    for number in range(len(names) + 3):
        made = Calculation(expression=written, result=f"{number}개", inputs=(1,))
        assert follows(made) == (number == len(names))


def test_an_item_counts_once() -> None:
    assert not is_counted("개수(장비, 장비)", "2개")


@pytest.mark.parametrize("text", ["장비, 교육", "7억 원 + 2억 원", "합계(장비, 교육)", ""])
def test_another_expression_is_no_tally(text: str) -> None:
    assert tallied(text) == ()


@pytest.mark.parametrize(
    ("items", "fault"),
    [
        (["장비", "교육", "제작"], ""),
        (["장비", "교육"], "item without a source"),
        (["장비", "교육", "제작", "홍보"], "item without a source"),
        (["장비", "교육", "홍보"], "item without a source"),
    ],
)
def test_all_items_of_the_quoted_list_are_counted_and_no_other(
    items: list[str], fault: str
) -> None:
    made = Calculation(expression=tally(items, "ko") or "", result=f"{len(items)}개", inputs=(1,))
    assert tally_fault(made, (make_citation(QUOTE),), ()) == fault


def test_counted_facts_are_stated_in_the_quotes_and_no_quote_is_idle() -> None:
    first, second = (
        make_citation("가람교 보수 3억 원"),
        make_citation("나래관 4억 원", number=2, start=100),
    )
    facts = [
        make_fact(name=name, document_id=one.document.id, start=one.start, end=one.end)
        for name, one in (("가람교 보수", first), ("나래관", second))
    ]
    made = Calculation(expression="개수(가람교 보수, 나래관)", result="2개", inputs=(1, 2))
    cited = (first, second)
    assert tally_fault(made, cited, facts) == ""
    assert tally_fault(made, cited, facts[:1]) == "item without a source"
    fewer = Calculation(expression="개수(나래관)", result="1개", inputs=(1, 2))
    assert tally_fault(fewer, cited, facts) == "input without an item"
