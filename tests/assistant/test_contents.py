import html
import re

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
from assistant.contents import ContentsOptions, contents_of
from assistant.viewer import Part
from tests.assistant.face import ADDRESS, PAGE, assert_is_an_error, client, make_app
from tests.factories import FACT_QUOTE, make_document, make_reading, make_section

OPTIONS = ContentsOptions()


def section(order: int, depth: int, start: int, end: int) -> corpus.Section:
    path = tuple(f"제목 {order}.{level}" for level in range(depth))
    return make_section(order=order, heading_path=path, start=start, end=end)


PARTS = (Part(number=1, start=0, end=100), Part(number=2, start=100, end=200))
SECTIONS = (
    section(1, 1, 0, 150),
    section(2, 2, 10, 60),
    section(3, 2, 60, 150),
    section(4, 1, 150, 200),
)


def test_headings_stand_in_reading_order_with_their_depth_and_part() -> None:
    found = contents_of(SECTIONS, PARTS, PARTS[0], None, OPTIONS)
    assert [(one.depth, one.part.number, one.is_here) for one in found.entries] == [
        (0, 1, True),
        (1, 1, True),
        (1, 1, True),
        (0, 2, False),
    ]
    assert found.unlisted == 0


@pytest.mark.parametrize(
    ("cited", "heading"),
    [((5, 8), "제목 1.0"), ((61, 70), "제목 3.1"), ((199, 200), "제목 4.0"), (None, None)],
)
def test_the_innermost_section_of_the_cited_words_is_current(
    cited: tuple[int, int] | None, heading: str | None
) -> None:
    found = contents_of(SECTIONS, PARTS, PARTS[0], cited, OPTIONS)
    assert [one.heading for one in found.entries if one.is_current] == (
        [heading] if heading else []
    )


@given(st.lists(st.integers(1, 6), max_size=60), st.integers(1, 40))
def test_no_more_is_listed_than_can_be_looked_through(depths: list[int], most: int) -> None:
    sections = [section(n, depth, n, n + 1) for n, depth in enumerate(depths)]
    found = contents_of(sections, PARTS, PARTS[0], None, ContentsOptions(most_entries=most))
    assert len(found.entries) == min(most, len(sections)) or len(found.entries) <= most
    assert len(found.entries) + found.unlisted == len(sections)
    assert all(0 <= one.depth <= OPTIONS.most_depth for one in found.entries)


async def fetched(path: str, *readings: corpus.Reading, **headers: str) -> httpx.Response:
    async with client(make_app(*readings or (make_reading(),))) as http:
        return await http.get(path, headers={**PAGE, **headers})


async def test_the_outline_leads_to_headings_of_the_page() -> None:
    page = (await fetched(ADDRESS)).text
    (nav,) = re.findall(r'<nav class="outline".*?</nav>', page, re.DOTALL)
    anchors = re.findall(r'href="#([^"]+)"', nav)
    assert anchors
    assert all(f'id="{one}"' in page for one in anchors)


async def test_the_marked_words_can_be_cited_with_their_address() -> None:
    reading = make_reading()
    start = reading.text.index(FACT_QUOTE)
    query = f"from={start}&to={start + len(FACT_QUOTE)}"
    page = html.unescape((await fetched(f"{ADDRESS}?{query}")).text)
    (text,) = re.findall(r'<p class="citation-text".*?</p>', page, re.DOTALL)
    said = re.sub(r"<[^>]+>", "", text)
    assert said.startswith(f"“{FACT_QUOTE}” — 충청남도 보령시, 「2022 주요추진사업」, 2022-01-06")
    assert f"{ADDRESS}?{query}#cited" in said
    assert 'id="copy-citation" hidden' in page
    assert "citation-text" not in (await fetched(ADDRESS)).text


async def test_a_whole_document_is_not_repeated_as_a_citation() -> None:
    reading = make_reading(paragraphs=("가" * 5_000,))
    page = (await fetched(f"{ADDRESS}?from=0&to={len(reading.text)}", reading)).text
    (text,) = re.findall(r'<p class="citation-text".*?</p>', page, re.DOTALL)
    assert len(text) < 1_500


async def test_a_document_that_is_not_here_is_said_kindly_with_what_there_is() -> None:
    response = await fetched("/documents/kr-boryeong/plan-1999?lang=en")
    assert response.status_code == 404
    assert "There is no such document." in response.text
    assert f'href="{ADDRESS}?lang=en"' in response.text
    assert response.headers["cache-control"] == "no-store"


async def test_a_document_that_was_replaced_is_gone_and_leads_to_the_newer_one() -> None:
    newer = make_reading(document=make_document(supersedes="kr-boryeong/plan-2021"))
    page = await fetched("/documents/kr-boryeong/plan-2021", newer)
    assert page.status_code == 410
    assert "이 문서를 대신하는 문서" in page.text
    assert f'href="{ADDRESS}"' in page.text
    error = await fetched("/documents/kr-boryeong/plan-2021", newer, accept="application/json")
    assert_is_an_error(error, 410, "document_replaced")


@pytest.mark.parametrize("name", ["<script>alert(1)", "a" * 3_000, "%00", "%e2%80%ae"])
async def test_a_hostile_address_is_only_shown(name: str) -> None:
    response = await fetched(f"/documents/{name}")
    assert response.status_code == 404
    assert "<script>alert" not in response.text
    assert "\u202e" not in response.text
    assert len(response.text) < 20_000


async def test_editions_lead_to_their_comparison() -> None:
    old = make_reading(document=make_document(id="kr-boryeong/plan-2021"))
    new = make_reading(document=make_document(supersedes="kr-boryeong/plan-2021"))
    pages = [
        html.unescape((await fetched(path, old, new)).text)
        for path in ("/documents/kr-boryeong/plan-2021", ADDRESS)
    ]
    for page in pages:
        assert 'href="/compare?left=kr-boryeong%2Fplan-2021&right=kr-boryeong%2Fplan-2022"' in page
