"""The query and its address: one canonical form, and every field bounded."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
import index
from assistant.problems import RequestError
from assistant.staff.query import Query, QueryOptions, Shown, read_query, won_typed
from assistant.wording import billion_won, won

OPTIONS = QueryOptions()
NAMES = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=20)

queries = st.builds(
    Query,
    text=st.text("가나다 10억\"'&=?%<>+", max_size=30).map(lambda one: " ".join(one.split())),
    municipalities=st.lists(st.sampled_from(["구름시", "호수군", "a&b"]), unique=True).map(
        lambda one: tuple(sorted(one))
    ),
    years=st.lists(st.integers(1000, 9999), max_size=3, unique=True).map(
        lambda one: tuple(sorted(one))
    ),
    kinds=st.lists(st.sampled_from(corpus.FactKind), unique=True).map(
        lambda one: tuple(sorted(one))
    ),
    at_least=st.none() | st.integers(-(10**12), 10**17),
    at_most=st.none() | st.integers(0, 10**17),
    shown=st.sampled_from(Shown),
    sorting=st.sampled_from(index.Sorting),
    page=st.integers(1, 99),
    picks=st.lists(st.sampled_from(["a/b", "c/d"]), unique=True).map(tuple),
)


@given(query=queries)
def test_an_address_gives_the_same_search_again(query: Query) -> None:
    fields = parse_qs(query.encoded, keep_blank_values=True)
    again = read_query(fields, OPTIONS)
    assert again == query
    assert again.address == query.address


def test_what_is_empty_or_a_default_is_in_no_address() -> None:
    fields = {
        "text": ["  "],
        "show": ["passages"],
        "sort": ["relevance"],
        "page": ["1"],
        "utm_source": ["x"],
    }
    assert read_query(fields, OPTIONS).address == "/search"
    assert read_query({"at_least": ["10억"]}, OPTIONS).address == "/search?at_least=1000000000"


def test_a_step_to_other_results_begins_on_their_first_page() -> None:
    query = Query(text="도로", page=7, years=(2022,))
    assert query.toggled("years", 2022) == Query(text="도로")
    assert query.toggled("years", 2023).years == (2022, 2023)
    assert query.as_facts.page == 1
    assert query.as_passages is query


def test_the_basket_holds_two_and_keeps_the_page() -> None:
    query = Query(text="도로", page=7)
    for one in ("a", "b", "c"):
        query = query.picked(one, OPTIONS)
    assert query.picks == ("b", "c")
    assert query.picked("b", OPTIONS).picks == ("c",)
    assert query.page == 7


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": ["colour"]}, "unknown_value"),
        ({"year": ["20x2"]}, "unknown_value"),
        ({"year": ["-1"]}, "unknown_value"),
        ({"year": ["２０２２"]}, "unknown_value"),
        ({"sort": ["name; drop"]}, "unknown_value"),
        ({"show": ["all"]}, "unknown_value"),
        ({"page": ["-1"]}, "unknown_value"),
        ({"page": ["9" * 40]}, "unknown_value"),
        ({"text": ["가" * 301]}, "text_too_long"),
        ({"phrase": ["가" * 301]}, "text_too_long"),
        ({"text": ["가\x00"]}, "control_characters"),
        ({"municipality": ["시\u202e"]}, "hidden_characters"),
        ({"municipality": [f"{one}시" for one in range(31)]}, "too_many_items"),
        ({"at_least": ["많이"]}, "amount_unclear"),
        ({"at_most": ["9" * 30]}, "amount_unclear"),
        ({"at_most": ["10억 20억"]}, "amount_unclear"),
    ],
)
def test_a_field_that_cannot_be_used_is_named(fields: dict[str, list[str]], code: str) -> None:
    with pytest.raises(RequestError) as raised:
        read_query(fields, OPTIONS)
    assert raised.value.code == code
    assert raised.value.status == 422
    assert next(iter(fields)) in raised.value.message_en


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("10억", 10**9),
        ("10억원", 10**9),
        ("1,500만 원", 15_000_000),
        ("2000000", 2_000_000),
        ("2,000,000", 2_000_000),
        ("1조 2,000억", 1_200_000_000_000),
        ("1.5 billion", 1_500_000_000),
        ("300 million won", 300_000_000),
        ("1.5억", 150_000_000),
        ("0", 0),
        ("10억~20억", None),
        ("십 명", None),
        ("10억 달러", None),
        ("1,00", None),
        ("1e9", None),
        ("", None),
    ],
)
def test_amounts_are_read_as_people_type_them(typed: str, amount: int | None) -> None:
    assert won_typed(typed) == amount


@given(amount=st.integers(0, 10**16))
def test_an_amount_as_the_form_shows_it_is_read_back(amount: int) -> None:
    assert won_typed(won(amount)) == amount
    assert won_typed(billion_won(amount)) == amount
