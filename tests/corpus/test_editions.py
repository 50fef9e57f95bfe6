"""Which document replaces which: the catalogue first, then the text, then titles and days."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
from corpus.editions import Edition, LinkedEditions, link_editions
from tests.factories import make_document, make_reading

EARLY, LATE = date(2031, 1, 5), date(2031, 6, 1)


def edition(
    name: str, title: str, *, text: str = "글이다.", folder: int = 0, **about: object
) -> Edition:
    """A catalogued plan of no particular year or day, with one paragraph of text."""
    document = make_document(
        **(
            {
                "id": f"kr-boryeong/{name}",
                "source": f"{name}.txt",
                "title": title,
                "fiscal_years": (),
                "published_on": None,
            }
            | about
        )
    )
    return Edition(folder=folder, reading=make_reading(document=document, paragraphs=[text]))


def linked(*editions: Edition) -> dict[str, str | None]:
    """What each document supersedes, both by the last part of their ids."""
    return {
        one.document.id.rpartition("/")[2]: (one.document.supersedes or "").rpartition("/")[2]
        or None
        for one in link_editions(editions).readings
    }


def test_a_catalogue_names_a_file_or_an_id() -> None:
    found = link_editions(
        [
            edition("a", "가", supersedes="b.txt"),
            edition("b", "나", supersedes="kr-boryeong/c"),
            edition("c", "다", supersedes="nowhere.txt"),
        ]
    )
    assert [one.document.supersedes for one in found.readings] == [
        "kr-boryeong/b",
        "kr-boryeong/c",
        None,
    ]
    assert all("supersedes" not in one.document.inferred for one in found.readings)
    assert found.excluded == ()


def test_a_file_name_means_the_file_of_the_same_folder() -> None:
    found = linked(
        edition("a", "가", supersedes="./old.txt"),
        edition("b", "나", source="old.txt"),
        edition("c", "다", source="old.txt", folder=1),
        edition("d", "라", supersedes="old.txt", folder=1),
        edition("e", "마", supersedes="old.txt", folder=2),
    )
    assert (found["a"], found["d"], found["e"]) == ("b", "c", None)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_ring_in_the_catalogue_is_dropped_and_listed(count: int) -> None:
    names = "abc"[:count]
    ring = [
        edition(name, name, supersedes=f"{names[(place + 1) % count]}.txt")
        for place, name in enumerate(names)
    ]
    found = link_editions([*ring, edition("d", "라", supersedes="a.txt")])
    assert [one.document.supersedes for one in found.readings] == [None] * count + ["kr-boryeong/a"]
    assert [one.source for one in found.excluded] == [f"{name}.txt" for name in names]
    assert {one.code for one in found.excluded} == {"catalogue_supersedes"}
    assert all(
        "supersedes" in one.message_ko and "supersedes" in one.message_en for one in found.excluded
    )


def test_the_catalogue_wins_over_what_titles_show() -> None:
    found = linked(
        edition("a", "숲 계획", fiscal_years=(2031,), published_on=EARLY),
        edition("b", "숲 변경계획", fiscal_years=(2031,), published_on=LATE, supersedes="c.txt"),
        edition("c", "물 계획"),
    )
    assert found == {"a": None, "b": "c", "c": None}


def test_a_name_that_leads_nowhere_is_not_replaced_by_a_guess() -> None:
    found = linked(
        edition("a", "숲 계획", fiscal_years=(2031,), published_on=EARLY),
        edition("b", "숲 변경계획", fiscal_years=(2031,), published_on=LATE, supersedes="none.txt"),
    )
    assert found["b"] is None


@pytest.mark.parametrize(
    "later",
    ["2031년 숲 계획(변경)", "2031 숲 수정계획", "2031년 숲 계획(최종)", "2031년 숲 계획"],
)
def test_a_later_revision_of_the_same_period_replaces_the_earlier(later: str) -> None:
    found = link_editions(
        [
            edition("b", later, fiscal_years=(2031,), published_on=LATE),
            edition("a", "보령시 2031년 숲 계획", fiscal_years=(2031,), published_on=EARLY),
        ]
    )
    later_document, earlier_document = (one.document for one in found.readings)
    assert later_document.supersedes == earlier_document.id
    assert later_document.inferred == ("supersedes",)
    assert earlier_document.supersedes is None
    assert earlier_document.inferred == ()


def test_supplementary_budgets_follow_each_other() -> None:
    about: dict[str, Any] = {"document_type": "budget", "fiscal_years": (2031,)}
    found = linked(
        edition("a", "2031년 본예산서", published_on=date(2030, 12, 20), **about),
        edition("b", "2031년 제1회 추가경정예산서", published_on=EARLY, **about),
        edition("c", "2031년 제2회 추가경정예산서", published_on=LATE, **about),
    )
    assert found == {"a": None, "b": "a", "c": "b"}


def test_a_rolling_plan_replaces_the_one_it_overlaps() -> None:
    found = linked(
        edition("a", "2031~2035 중기지방재정계획", fiscal_years=(2031,)),
        edition("b", "2032~2036 중기지방재정계획", fiscal_years=(2032,)),
        edition("c", "2033~2037 중기지방재정계획", fiscal_years=(2033,)),
    )
    assert found == {"a": None, "b": "a", "c": "b"}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ({"title": "2031 주요업무계획"}, {"title": "2032 주요업무계획"}),
        ({"title": "2026~2030 숲 계획"}, {"title": "2031~2035 숲 계획"}),
        ({"title": "2031~2035 숲 계획"}, {"title": "2032년 숲 계획"}),
        ({"title": "2031년 숲 계획"}, {"title": "2031년 물 계획"}),
        ({"title": "2031년 숲 계획 (상권)"}, {"title": "2031년 숲 계획 (하권)"}),
        ({"title": "숲 계획"}, {"title": "숲 계획"}),
        (
            {"title": "2031년 숲 계획"},
            {"title": "2031년 숲 변경계획", "municipality": "경기도 평택시"},
        ),
        ({"title": "2031년 숲 계획"}, {"title": "2031년 숲 변경계획", "document_type": "budget"}),
        ({"title": "2031년 숲 계획"}, {"title": "2031년 숲 변경계획", "is_digest": True}),
        ({"title": "2031년 숲 계획"}, {"title": "2031년 숲 변경계획", "municipality": None}),
        ({"title": "2031년 숲 계획"}, {"title": "2031년 숲 변경계획", "published_on": EARLY}),
        ({"title": "2031년 숲 계획"}, {"title": "2031년 숲 변경계획", "published_on": None}),
        (
            {"title": "2031~2035 숲 계획"},
            {"title": "2032~2036 숲 계획", "published_on": date(2030, 1, 1)},
        ),
        # The pages of one plan on the web: one title, changed on different days.
        ({"title": "2031 숲 계획"}, {"title": "2031 숲 계획", "inferred": ("published_on",)}),
        ({"title": "2031 숲 계획", "inferred": ("title",)}, {"title": "2031 숲 계획"}),
    ],
)
def test_what_is_no_new_edition_replaces_nothing(
    earlier: dict[str, Any], later: dict[str, Any]
) -> None:
    def about(fields: dict[str, Any], day: date) -> dict[str, Any]:
        years = tuple(int(word) for word in fields["title"][:4].split() if word.isdigit())
        return {"fiscal_years": years, "published_on": day} | fields

    found = linked(
        edition("a", **about(earlier, EARLY)),
        edition("b", **about(later, LATE)),
    )
    assert found == {"a": None, "b": None}


@pytest.mark.parametrize("document_type", ["press", "notice", "evaluation", "settlement"])
def test_news_notices_and_results_replace_nothing(document_type: str) -> None:
    about: dict[str, Any] = {"document_type": document_type, "fiscal_years": (2031,)}
    found = linked(
        edition("a", "2031년 숲 계획", published_on=EARLY, **about),
        edition(
            "b",
            "2031년 숲 변경계획",
            published_on=LATE,
            text="「2031년 숲 계획」을 대체한다.",
            **about,
        ),
    )
    assert found["b"] is None


@pytest.mark.parametrize("title", ["2031년 숲 계획 추진실적(변경)", "2031년 숲 계획 공고(수정)"])
def test_a_title_that_tells_of_results_replaces_nothing(title: str) -> None:
    first = title.replace("(변경)", "").replace("(수정)", "")
    found = linked(
        edition("a", first, fiscal_years=(2031,), published_on=EARLY),
        edition("b", title, fiscal_years=(2031,), published_on=LATE),
    )
    assert found["b"] is None


def test_a_text_that_names_what_it_replaces_is_believed() -> None:
    found = link_editions(
        [
            edition("a", "2031~2035 청년 기본계획", fiscal_years=(2031,)),
            edition(
                "b",
                "2036 젊은이 종합계획",
                text="○ 이 계획은 기존 「보령시 2031~2035 청년 기본계획」을 대체한다.",
                fiscal_years=(2036,),
            ),
        ]
    ).readings[1]
    assert found.document.supersedes == "kr-boryeong/a"
    assert found.document.inferred == ("supersedes",)


@pytest.mark.parametrize(
    "about",
    [
        {"municipality": "경기도 평택시"},
        {"title": "2031 청년 계획"},
        {"published_on": date(2040, 1, 1)},
        {"fiscal_years": (2040,)},
    ],
)
def test_a_named_plan_must_be_an_earlier_one_of_the_same_government(about: dict[str, Any]) -> None:
    fields: dict[str, Any] = {
        "title": "청년 기본계획",
        "fiscal_years": (2031,),
        "published_on": EARLY,
    } | about
    found = linked(
        edition("a", **fields),
        edition(
            "b",
            "젊은이 종합계획",
            text="기존 「청년 기본계획」을 대체한다.",
            fiscal_years=(2036,),
            published_on=date(2036, 1, 1),
        ),
    )
    assert found["b"] is None


def test_a_name_that_two_documents_bear_is_left_open() -> None:
    found = linked(
        edition("a", "청년 기본계획"),
        edition("b", "청년 기본계획(안)"),
        edition("c", "젊은이 종합계획", text="기존 「청년 기본계획」을 대체한다."),
    )
    assert found["c"] is None


def test_two_texts_that_replace_each_other_replace_nothing() -> None:
    found = linked(
        edition("a", "숲 계획", text="기존 「물 계획」을 대체한다."),
        edition("b", "물 계획", text="기존 「숲 계획」을 대체한다."),
    )
    assert found == {"a": None, "b": None}


def test_none_is_superseded_twice_by_inference() -> None:
    found = linked(
        edition("a", "2031~2035 숲 계획", fiscal_years=(2031,)),
        edition("b", "2032~2036 숲 계획", fiscal_years=(2032,), published_on=LATE),
        edition("c", "2033~2037 숲 계획", fiscal_years=(2033,), published_on=EARLY),
    )
    assert found == {"a": None, "b": "a", "c": None}


def test_twins_are_left_open() -> None:
    found = linked(
        edition("a", "2031~2035 숲 계획", fiscal_years=(2031,)),
        edition("b", "2031~2035 숲 계획", fiscal_years=(2031,)),
        edition("c", "2032~2036 숲 계획", fiscal_years=(2032,)),
    )
    assert found == {"a": None, "b": None, "c": None}


def test_many_editions_take_little_time() -> None:
    many = [
        edition(f"n{number}", "2031~2035 숲 계획", fiscal_years=(2031,)) for number in range(2_000)
    ]
    assert set(linked(*many).values()) == {None}


PLANS = st.builds(
    lambda title, years, day, kind, text: {
        "title": title,
        "fiscal_years": years,
        "published_on": day,
        "document_type": kind,
        "text": text,
    },
    title=st.sampled_from(
        (
            "숲 계획",
            "숲 변경계획",
            "2031~2035 숲 계획",
            "2032~2036 숲 계획(안)",
            "2033~2037 숲 계획",
            "물 계획",
        )
    ),
    years=st.sampled_from(((), (2031,), (2032,), (2031, 2032), (2032, 2033))),
    day=st.one_of(st.none(), st.dates(date(2031, 1, 1), date(2031, 1, 4))),
    kind=st.sampled_from(("plan", "press", "budget")),
    text=st.sampled_from(
        ("글이다.", "기존 「물 계획」을 대체한다.", "기존 「2031~2035 숲 계획」은 폐지한다.")
    ),
)


def editions_of(plans: list[dict[str, Any]], listed: dict[int, int]) -> list[Edition]:
    return [
        edition(
            f"n{number}",
            **plan,
            supersedes=f"n{listed[number]}.txt" if number in listed else None,
        )
        for number, plan in enumerate(plans)
    ]


def links_of(found: LinkedEditions) -> dict[str, str]:
    return {
        one.document.id: one.document.supersedes
        for one in found.readings
        if one.document.supersedes is not None
    }


@given(
    st.lists(PLANS, max_size=8),
    st.dictionaries(st.integers(0, 7), st.integers(0, 9), max_size=4),
    st.randoms(),
)
def test_editions_form_chains_whatever_their_order(
    plans: list[dict[str, Any]], listed: dict[int, int], order: random.Random
) -> None:
    editions = editions_of(plans, listed)
    found = link_editions(editions)
    links = links_of(found)
    for start in links:
        seen, one = {start}, start
        while one in links:
            one = links[one]
            assert one not in seen
            seen.add(one)
    assert set(links.values()) <= {one.document.id for one in editions}
    catalogued = {one.document.id for one in editions if one.document.supersedes}
    inferred = [target for later, target in links.items() if later not in catalogued]
    assert len(set(inferred)) == len(inferred)
    for reading in found.readings:
        is_inferred = reading.document.id in links.keys() - catalogued
        assert ("supersedes" in reading.document.inferred) == is_inferred
    order.shuffle(editions)
    assert links_of(link_editions(editions)) == links


def test_a_folder_is_linked_and_its_catalogue_checked(tmp_path: Path) -> None:
    for name, text in (("a", "숲"), ("b", "물"), ("c", "길")):
        (tmp_path / f"{name}.txt").write_text(f"○ {text} 3개소\n", "utf-8")
    (tmp_path / "catalog.csv").write_text(
        "file,title,municipality,document_type,published_on,fiscal_year,supersedes\n"
        "a.txt,2031년 숲 계획,보령시,plan,2031-01-05,2031,\n"
        "b.txt,2031년 숲 계획(변경),보령시,plan,2031-06-01,2031,\n"
        "c.txt,길 계획,보령시,plan,2031-06-01,2031,c.txt\n",
        "utf-8",
    )
    found = corpus.read_folders([tmp_path])
    by_source = {one.document.source: one.document for one in found.readings}
    assert by_source["b.txt"].supersedes == by_source["a.txt"].id
    assert by_source["b.txt"].inferred == ("supersedes",)
    assert by_source["c.txt"].supersedes is None
    assert [(one.source, one.code) for one in found.excluded] == [("c.txt", "catalogue_supersedes")]
