import html
import re
from datetime import date
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
from assistant.shelf import UNKNOWN, Arrangement, Narrowing, arrange
from tests.assistant.face import PAGE, assert_is_an_error, client, make_app, make_hostile_reading
from tests.factories import make_document, make_reading

DOCUMENTS = (
    make_document(id="kr-a/1", title="2021 예산서", municipality="가시", document_type="budget",
                  fiscal_years=(2021,), published_on=date(2021, 1, 1), licence="KOGL-1"),
    make_document(id="kr-a/2", title="2022 예산서 Ⅱ", municipality="가시", document_type="budget",
                  fiscal_years=(2022,), published_on=date(2022, 1, 1), supersedes="kr-a/1"),
    make_document(id="kr-b/3", title="업무 계획", municipality="나군", document_type="plan",
                  fiscal_years=(), published_on=date(2022, 5, 1), is_digest=True),
    make_document(id="kr-c/4", title="모음", municipality=None, document_type="press",
                  fiscal_years=(2020, 2021), published_on=None),
)  # fmt: skip


def ids(arrangement: Arrangement = Arrangement.NEWEST, **narrowing: str) -> list[str]:
    shelf = arrange(DOCUMENTS, Narrowing(**narrowing), arrangement)
    return [one.id.rpartition("/")[2] for one in shelf.documents]


@pytest.mark.parametrize(
    ("narrowing", "found"),
    [
        ({}, ["3", "2", "1", "4"]),
        ({"text": "예산서"}, ["2", "1"]),
        ({"text": "ii 예산서"}, ["2"]),
        ({"municipality": "가시"}, ["2", "1"]),
        ({"municipality": UNKNOWN}, ["4"]),
        ({"type": "plan"}, ["3"]),
        ({"year": "2021"}, ["1", "4"]),
        ({"year": "2022"}, ["3", "2"]),
        ({"licence": "KOGL-1"}, ["1"]),
        ({"form": "digest"}, ["3"]),
        ({"form": "original", "year": "2021", "municipality": "가시"}, ["1"]),
        ({"municipality": "다시"}, []),
    ],
)
def test_the_list_is_narrowed(narrowing: dict[str, str], found: list[str]) -> None:
    assert ids(Arrangement.NEWEST, **narrowing) == found


def test_the_list_is_sorted_and_the_undated_come_last() -> None:
    assert ids(Arrangement.OLDEST) == ["1", "2", "3", "4"]
    assert ids(Arrangement.TITLE) == ["1", "2", "4", "3"]
    assert ids(Arrangement.PLACE) == ["1", "2", "3", "4"]


values = st.sampled_from(["", "가시", "나군", "x"])


@given(values, st.sampled_from(["", "2021", "2022"]), st.sampled_from(["", "budget", "plan"]))
def test_each_choice_gives_as_many_as_it_says(place: str, year: str, kind: str) -> None:
    narrowing = Narrowing(municipality=place, year=year, type=kind)
    shelf = arrange(DOCUMENTS, narrowing, Arrangement.NEWEST)
    for name, choices in shelf.choices.items():
        for value, count in choices:
            chosen = {"municipality": place, "year": year, "type": kind} | {name: value}
            assert len(ids(Arrangement.NEWEST, **chosen)) == count
    assert shelf.total == len(DOCUMENTS)


async def listed(*extra: corpus.Reading, **query: str) -> httpx.Response:
    readings = [make_reading(document=one) for one in DOCUMENTS]
    async with client(make_app(*readings, *extra)) as http:
        return await http.get(f"/documents?{urlencode(query)}", headers=PAGE)


async def test_the_state_stands_in_the_form_and_can_be_dropped_bit_by_bit() -> None:
    page = html.unescape((await listed(municipality="가시", year="2021", lang="ko")).text)
    assert '<option value="가시" lang="ko" selected>가시 (1)' in page
    assert "전체 4건 가운데 1건" in page
    drops = re.findall(r'<li><a href="([^"]+)" title=', page)
    assert drops == [
        "/documents?" + urlencode({"year": "2021", "lang": "ko"}),
        "/documents?" + urlencode({"municipality": "가시", "lang": "ko"}),
    ]


async def test_a_replaced_document_says_so_and_leads_to_the_comparison() -> None:
    page = html.unescape((await listed()).text)
    assert page.count("badge-superseded") == 1
    assert 'href="/compare?left=kr-a%2F1&right=kr-a%2F2"' in page
    assert page.count('name="pick"') == len(DOCUMENTS)


async def test_nothing_found_says_what_to_do() -> None:
    page = (await listed(text="없는말")).text
    assert "이 조건에 맞는 문서가 없습니다" in page
    assert 'href="/documents"' in page
    assert 'value="없는말"' in page


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"year": "20x1"}, "unknown_value"),
        ({"form": "copy"}, "unknown_value"),
        ({"sort": "size"}, "unknown_value"),
        ({"text": "a" * 101}, "text_too_long"),
        ({"municipality": "a\u202eb"}, "hidden_characters"),
        ({"licence": "a\x00"}, "control_characters"),
    ],
)
async def test_what_no_address_of_ours_says_is_refused(query: dict[str, str], code: str) -> None:
    async with client(make_app()) as http:
        assert_is_an_error(await http.get(f"/documents?{urlencode(query)}"), 422, code)


@pytest.mark.parametrize("page", ["0", "999", "-1", "x", "9" * 30])
async def test_any_page_number_gives_a_page(page: str) -> None:
    assert (await listed(page=page)).status_code == 200


async def test_hostile_titles_stay_titles() -> None:
    reading = make_hostile_reading()
    page = (await listed(reading)).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "\u202e" not in re.sub(r' value="[^"]*"', "", page)


def test_every_way_to_narrow_is_offered() -> None:
    shelf: Any = arrange(DOCUMENTS, Narrowing(), Arrangement.NEWEST)
    assert shelf.choices.keys() | {"text"} == {
        *("text", "municipality", "type", "year", "licence", "form"),
    }
