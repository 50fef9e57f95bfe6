"""Document ids: readable, all different, and the same when documents are added."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.describe import Description
from corpus.governments import municipality_named
from corpus.identifiers import document_ids, plain_id

Named = tuple[Description, str]


def named(
    title: str = "가람 계획",
    *,
    place: str = "보령시",
    document_type: str = "plan",
    years: tuple[int, ...] = (2031,),
    day: date | None = None,
    source: str = "a.txt",
) -> Named:
    """What a document says of itself, and its file name."""
    return (
        Description(
            title=title,
            municipality=municipality_named(place) if place else None,
            municipality_name=place or None,
            publisher=None,
            document_type=document_type,
            fiscal_years=years,
            published_on=day,
            source_url=None,
            licence="unknown",
            is_digest=False,
            inferred=(),
        ),
        source,
    )


def ids(*documents: Named) -> dict[str, str]:
    """The id of each document, by its title."""
    found = document_ids(documents)
    return {about.title: one for (about, _), one in zip(documents, found, strict=True)}


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (named(), "kr-boryeong/plan-2031"),
        (named(years=(2031, 2032, 2033)), "kr-boryeong/plan-2031"),
        (named(years=(), day=date(2030, 5, 1)), "kr-boryeong/plan-2030"),
        (named(years=()), "kr-boryeong/plan"),
        (named(place=""), "kr/plan-2031"),
        (named(document_type="fiscal_plan"), "kr-boryeong/fiscal-plan-2031"),
        (named(document_type="업무 계획"), "kr-boryeong/업무-계획-2031"),
        (named(document_type="../../etc?x=1"), "kr-boryeong/etc-x-1-2031"),
        (named(document_type="//"), "kr-boryeong/document-2031"),
    ],
)
def test_an_id_is_place_type_and_year(document: Named, expected: str) -> None:
    assert plain_id(document[0]) == expected
    assert document_ids([document]) == (expected,)


def test_the_one_published_first_keeps_the_plain_id() -> None:
    first, second = named("가", day=date(2031, 1, 5)), named("나", day=date(2031, 6, 1))
    found = ids(second, first)
    assert found["가"] == "kr-boryeong/plan-2031"
    assert found["나"].startswith("kr-boryeong/plan-2031-")


def test_no_id_moves_when_a_later_document_comes_whatever_its_file_is_called() -> None:
    here = [
        named("가", day=date(2031, 1, 5), source="m.txt"),
        named("나", day=date(2031, 6, 1), source="n.txt"),
    ]
    before = ids(*here)
    after = ids(named("다", day=date(2031, 9, 9), source="a.txt"), *here)
    assert before.items() <= after.items()


def test_a_file_may_be_renamed_without_a_new_id() -> None:
    here = [named("가", source="a.txt"), named("나", source="b.txt")]
    renamed = [named("가", source="z.txt"), named("나", source="b.txt")]
    assert ids(*here) == ids(*renamed)


def test_a_dated_document_goes_before_one_without_a_day() -> None:
    found = ids(named("가"), named("나", day=date(2031, 6, 1)))
    assert found["나"] == "kr-boryeong/plan-2031"


def test_a_suffix_stays_when_others_go() -> None:
    days = [date(2031, month, 1) for month in (1, 2, 3)]
    three = [named(title, day=day) for title, day in zip("가나다", days, strict=True)]
    assert ids(*three)["다"] == ids(three[0], three[2])["다"]


@given(
    st.lists(
        st.builds(
            named,
            title=st.sampled_from(("가", "나", "다")),
            document_type=st.sampled_from(("plan", "plan-2031", "budget")),
            day=st.one_of(st.none(), st.dates(date(2030, 1, 1), date(2030, 1, 3))),
            source=st.sampled_from(("a.txt", "b.txt")),
        ),
        max_size=12,
    ),
    st.randoms(),
)
def test_ids_differ_and_follow_from_the_documents_alone(
    documents: list[Named], order: random.Random
) -> None:
    found = document_ids(documents)
    assert len(set(found)) == len(documents)
    places = list(range(len(documents)))
    order.shuffle(places)
    shuffled = document_ids([documents[place] for place in places])
    assert set(shuffled) == set(found)
    for place, one in zip(places, shuffled, strict=True):
        is_twin = documents.count(documents[place]) > 1
        assert is_twin or one == found[place]
