"""What stands around every page: the language switch, the way past the menu, focus, print."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.pages.sites import ANSWERABLE, cited_address, document_address
from tests.pages.visiting import LANGUAGES, SCHEMES, WIDTHS, Language, Scheme, Visitor
from tests.server import Server


def test_the_language_switch_keeps_the_address(visit: Visitor, server: Server) -> None:
    page = visit(f"{document_address(server.url)}?kind=indicator")
    assert page.locator("html").get_attribute("lang") == "ko"
    page.locator(".language").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert parse_qs(urlsplit(page.url).query) == {"kind": ["indicator"], "lang": ["en"]}
    page.locator(".language").click()
    assert page.locator("html").get_attribute("lang") == "ko"
    assert parse_qs(urlsplit(page.url).query) == {"kind": ["indicator"], "lang": ["ko"]}


def test_the_language_switch_keeps_the_cited_span(visit: Visitor, server: Server) -> None:
    page = visit(cited_address(server.url))
    quote = page.locator("mark").all_inner_texts()
    page.locator(".language").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("mark").all_inner_texts() == quote
    expect(page.locator("mark#cited")).to_be_in_viewport()


def test_the_language_switch_keeps_a_question_without_script(visit: Visitor) -> None:
    page = visit("/", script=False)
    page.locator("#question").fill(ANSWERABLE["ko"])
    page.locator("#ask button[type=submit]").click()
    page.locator(".language").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".asked")).to_contain_text(ANSWERABLE["ko"])
    expect(page.locator(".answer-text")).to_contain_text("690")


def test_an_address_cannot_lead_the_language_switch_elsewhere(visit: Visitor) -> None:
    visit.foresee("status of 404")
    page = visit("//elsewhere.example/%22%3E?x=%22%3E%3Cb%3E")
    link = page.locator(".language").evaluate("(one) => one.origin")
    assert link == page.evaluate("location.origin")
    assert page.locator("b").count() == 0


@pytest.mark.parametrize("address", ["/", "/search", "/documents", "/coverage", "/graphql"])
def test_the_first_stop_leads_past_the_menu(visit: Visitor, address: str) -> None:
    page = visit(address)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_be_in_viewport()
    assert (skip.get_attribute("href") or "").startswith("#")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('header.top, body > header') === null")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_stands_whole_at_every_width(
    visit: Visitor, language: Language, width: int
) -> None:
    page = visit("/documents", language=language, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for link in page.locator(".top a").all():
        box = link.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["height"] >= 24


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_pages_follow_the_readers_scheme(visit: Visitor, scheme: Scheme) -> None:
    page = visit("/", scheme=scheme)
    red, *_ = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).map(Number)"
    )
    assert (red > 200) == (scheme == "light")


def test_korean_breaks_between_words_and_long_words_do_break(visit: Visitor) -> None:
    page = visit("/", width=320)
    style = page.evaluate(
        "[getComputedStyle(document.body).wordBreak, getComputedStyle(document.body).overflowWrap]"
    )
    assert style == ["keep-all", "anywhere"]
    page.locator("h1").evaluate("(one) => { one.textContent = '가'.repeat(400); }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_paper_is_white_and_has_no_menu(visit: Visitor, server: Server) -> None:
    page = visit(document_address(server.url), scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".text")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_forced_colours_leave_the_marked_span_and_the_present_page_marked(
    visit: Visitor, server: Server
) -> None:
    page = visit(cited_address(server.url), forced=True)
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    outline = page.locator("mark").first.evaluate("(one) => getComputedStyle(one).outlineStyle")
    assert outline == "solid"
    present = page.locator("nav [aria-current=page]")
    assert "underline" in present.evaluate("(one) => getComputedStyle(one).textDecorationLine")


def test_nothing_moves_for_who_wants_no_motion(visit: Visitor) -> None:
    page = visit("/", reduced=True)
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    page.locator("#question").fill(ANSWERABLE["ko"])
    page.locator("#question").press("Enter")
    expect(page.locator(".answer .status").last).to_be_visible()
    moving = "document.getAnimations().filter((one) => one.effect.getTiming().duration > 1).length"
    assert page.evaluate(moving) == 0
