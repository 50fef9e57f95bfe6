"""The markup of every page as it is served: sound, in one order, under the same names."""

from __future__ import annotations

import re
from itertools import combinations

import httpx
import pytest

from tests.pages.markup import faults
from tests.pages.sites import (
    ANSWERABLE,
    SECONDS,
    cited_address,
    document_address,
    edition_addresses,
)
from tests.pages.visiting import LANGUAGES, Language
from tests.server import Server

FRAMED = ("/", "/search", "/documents", "/coverage", "/compare", "/feedback", "/nowhere")
"""Pages that have the frame of all pages for people."""


def read(address: str, language: Language) -> str:
    headers = {"accept": "text/html", "accept-language": language}
    return httpx.get(address, headers=headers, timeout=SECONDS, follow_redirects=True).text


def pages(server: Server, library: Server) -> tuple[str, ...]:
    """Addresses of pages, in every state that an address alone leads to."""
    left, right = (one.removeprefix("/documents/") for one in edition_addresses(server.url))
    own = (
        *FRAMED,
        "/widget",
        "/widget/demo",
        "/graphql",
        "/developers",
        document_address(server.url),
        f"{document_address(server.url)}?kind=indicator",
        f"{document_address(server.url)}-of-old",
        *edition_addresses(server.url),
        cited_address(server.url),
        f"/compare?left={left}&right={right}",
    )
    large = (
        "/",
        "/search",
        "/search?text=예산&year=2022",
        "/search?text=일상감사&show=facts",
        "/search?text=예샨",
        "/search?text=qzxw",
        "/search?text=예산&at_least=x",
        "/documents",
        "/documents?year=2022",
        "/documents?text=qzxw",
        "/coverage",
        "/compare",
        document_address(library.url),
    )
    return (*(server.url + one for one in own), *(library.url + one for one in large))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_sound_markup(server: Server, library: Server, language: Language) -> None:
    wrong = {one: faults(read(one, language)) for one in pages(server, library)}
    assert {one: found for one, found in wrong.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_is_sound_markup(server: Server, language: Language) -> None:
    headers = {"accept": "text/html", "accept-language": language}
    sent = {"question": ANSWERABLE[language]}
    page = httpx.post(server.url, data=sent, headers=headers, timeout=SECONDS).text
    assert 'class="card"' in page
    assert faults(page) == []


def test_faults_in_markup_are_found() -> None:
    for broken in (
        "<p><div></div></p>",
        "<ul><li>가</ul>",
        "<b><i></b></i>",
        "<div/>",
        '<b id="a"></b><i id="a"></i>',
        '<b class="a" class="b"></b>',
        "<table><tr><td>가</td></tr></table>",
        "<a><a></a></a>",
        "<main>",
    ):
        assert faults(broken), broken
    assert faults('<p id="a">가<br>나</p><svg><path d=""/></svg>') == []


def links(page: str, part: str) -> list[tuple[str, str]]:
    """The links of a part of a page: where each leads, and its words."""
    found = re.search(rf"<{part}\b.*?</{part}>", page, re.DOTALL)
    assert found
    pairs = re.findall(r'<a\b[^>]*href="([^"]*)"[^>]*>(.*?)</a>', found[0], re.DOTALL)
    return [(address, re.sub(r"<[^>]+>|\s+", " ", words).strip()) for address, words in pairs]


@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_and_help_stand_in_one_order_under_one_name(
    server: Server, language: Language
) -> None:
    read_pages = [read(server.url + one, language) for one in FRAMED]
    menus = [links(page, "nav") for page in read_pages]
    assert len(menus[0]) == 4
    assert all(menu == menus[0] for menu in menus)
    # Where help is: the guide for developers, in the same place of every page.
    feet = [links(page, "footer") for page in read_pages]
    assert [address for address, _ in feet[0]] == ["/developers"]
    assert all(foot == feet[0] for foot in feet)


def test_the_menus_of_pages_for_programs_share_an_order_with_each_other(server: Server) -> None:
    menus = [
        [address for address, _ in links(read(server.url + one, "ko"), "nav")]
        for one in ("/", "/graphql", "/developers")
    ]
    for one, other in combinations(menus, 2):
        shared = [address for address in one if address in other]
        assert shared == [address for address in other if address in one]
        assert shared


def test_every_page_for_people_has_two_ways_to_it(server: Server) -> None:
    # The menu leads to lists and searches, and each document is in the list and is found by words.
    address = document_address(server.url)
    listed = read(f"{server.url}/documents", "ko")
    found = read(f"{server.url}/search?text=무궁화수목원", "ko")
    assert f'href="{address}"' in listed
    assert f'href="{address}?from=' in found


def test_every_page_may_be_enlarged(server: Server, library: Server) -> None:
    for one in pages(server, library):
        viewport = re.search(r'<meta name="viewport" content="([^"]*)"', read(one, "ko"))
        assert viewport, one
        assert "scal" not in viewport[1].replace("initial-scale=1", "")
