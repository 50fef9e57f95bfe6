"""The staff search in a browser: keys, tabs, the address that is kept, the basket, no script."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.pages.visiting import NARROWEST, Visitor
from tests.server import Server

FOUND = "/search?text=예산"


def focused(page: Page) -> int:
    """Which of the results has the focus, from 0; -1 for none."""
    place: int = page.evaluate(
        "[...document.querySelectorAll('.hit-link')].indexOf(document.activeElement)"
    )
    return place


def test_keys_lead_through_the_results_and_open_one(visit: Visitor, library: Server) -> None:
    page = visit(library.url + FOUND)
    for key, place in (("j", 0), ("j", 1), ("ㅓ", 2), ("k", 1), ("ㅏ", 0), ("k", 0)):
        page.locator(":focus, body").last.dispatch_event("keydown", {"key": key, "bubbles": True})
        assert focused(page) == place, key
    page.keyboard.press("/")
    expect(page.locator("#text")).to_be_focused()
    assert page.locator("#text").input_value() == "예산"
    page.locator(".hit-link").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("mark#cited")).to_be_in_viewport()


def test_keys_turn_the_page_and_going_back_shows_the_same(visit: Visitor, library: Server) -> None:
    page = visit(library.url + FOUND)
    first = page.locator(".hit-link").all_inner_texts()
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile("page=2"))
    second = page.locator(".hit-link").all_inner_texts()
    assert second != first
    page.reload()
    assert page.locator(".hit-link").all_inner_texts() == second
    page.go_back()
    assert page.locator(".hit-link").all_inner_texts() == first
    page.go_forward()
    page.keyboard.press("p")
    expect(page).not_to_have_url(re.compile("page=2"))


def test_composing_and_typing_trigger_no_key(visit: Visitor, library: Server) -> None:
    page = visit(library.url + FOUND)
    page.locator("#text").focus()
    page.keyboard.type("jkn/p")
    assert "jkn/p" in page.locator("#text").input_value()
    expect(page.locator("#text")).to_be_focused()
    # A method that composes Hangul says so, in the box and wherever else it is open.
    for where, sent in (
        ("#text", {"key": "ㅓ", "isComposing": True}),
        ("body", {"key": "ㅓ", "isComposing": True}),
        ("body", {"key": "Process", "keyCode": 229}),
        ("body", {"key": "n", "ctrlKey": True}),
    ):
        page.locator(where).dispatch_event("keydown", {**sent, "bubbles": True})
        assert focused(page) == -1
        assert "page=2" not in page.url


def test_single_letters_can_be_switched_off_for_good(visit: Visitor, library: Server) -> None:
    page = visit(library.url + FOUND)
    page.locator(".keys summary").click()
    switch = page.locator("#keys-switch")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    page.reload()
    page.keyboard.press("j")
    assert focused(page) == -1
    page.locator(".keys summary").click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    page.locator("h1").click()
    page.keyboard.press("j")
    assert focused(page) == 0


def test_arrows_move_between_tabs_and_space_opens_one(visit: Visitor, library: Server) -> None:
    page = visit(library.url + FOUND)
    tabs = page.get_by_role("tab")
    expect(tabs).to_have_count(2)
    expect(page.get_by_role("tabpanel")).to_have_attribute("aria-labelledby", "tab-chosen")
    tabs.first.focus()
    for key, place in (("ArrowRight", 1), ("ArrowRight", 0), ("ArrowLeft", 1)):
        page.keyboard.press(key)
        expect(tabs.nth(place)).to_be_focused()
    assert tabs.evaluate_all("(all) => all.map((one) => one.tabIndex)") == [0, -1]
    page.keyboard.press(" ")
    expect(page).to_have_url(re.compile("show=facts"))
    expect(tabs.nth(1)).to_have_attribute("aria-selected", "true")


def test_the_address_of_the_search_is_copied_and_leads_to_the_same(
    visit: Visitor, library: Server
) -> None:
    page = visit(f"{library.url}{FOUND}&show=facts&sort=largest&year=2022")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#kept-copy").click()
    expect(page.locator("#kept-said")).not_to_be_empty()
    kept = page.evaluate("navigator.clipboard.readText()")
    assert kept == page.locator("#kept-link").input_value()
    shown = page.locator(".hit-link").all_inner_texts()
    asked = parse_qs(urlsplit(kept).query)
    assert (asked["show"], asked["sort"], asked["year"]) == (["facts"], ["largest"], ["2022"])
    page.goto(kept)
    assert page.locator(".hit-link").all_inner_texts() == shown
    # The other language shows the same, and its own address keeps the language.
    page.locator(".language").click()
    assert page.locator(".hit-link").all_inner_texts() == shown
    assert "lang=en" in page.locator("#kept-link").input_value()


def test_where_nothing_may_be_copied_the_field_is_selected(visit: Visitor, library: Server) -> None:
    page = visit(library.url + FOUND)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.locator("#kept-copy").click()
    expect(page.locator("#kept-link")).to_be_focused()
    expect(page.locator("#kept-said")).to_contain_text("직접 복사")


@pytest.mark.parametrize("script", [True, False])
def test_two_documents_go_over_the_basket_into_the_comparison(
    visit: Visitor, library: Server, script: bool
) -> None:
    page = visit(library.url + FOUND, script=script)
    for title in page.locator(".source > span:first-child").all_inner_texts():
        if page.locator(".basket li").count() == 2:
            break
        hit = page.locator(".hit", has_text=title.strip()).first
        if not hit.locator(".pick[aria-current]").count():
            hit.locator(".pick").click()
            expect(page.locator(".basket li").first).to_be_visible()
    page.locator(".basket .open").click()
    expect(page).to_have_url(re.compile("/compare.*left=.*right="))
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_charts_and_addresses_fit_the_narrowest_phone(
    visit: Visitor, library: Server, language: str
) -> None:
    address = f"{library.url}/search?text=일상감사&show=facts&lang={language}"
    page = visit(address, width=NARROWEST, script=False)
    expect(page.locator("svg.line-picture[role=img]").first).to_be_visible()
    expect(page.locator("#kept-copy")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST
