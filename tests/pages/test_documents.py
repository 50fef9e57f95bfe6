"""Documents in a browser: facts open in place, words are cited, sides are picked and compared."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.pages.sites import document_address
from tests.pages.visiting import NARROWEST, Visitor
from tests.server import Server


def test_a_fact_opens_in_place_and_the_way_back_works(visit: Visitor, server: Server) -> None:
    page = visit(document_address(server.url))
    page.evaluate("window.stayed = true")
    page.locator("#facts .fact-list a").first.click()
    expect(page.locator("mark#cited")).to_be_focused()
    expect(page.locator("mark#cited")).to_be_in_viewport()
    assert page.evaluate("window.stayed") is True
    assert "from=" in page.url
    page.go_back()
    expect(page.locator("mark#cited")).to_have_count(0)
    assert page.evaluate("window.stayed") is True


def test_without_script_the_same_fact_opens_too(visit: Visitor, server: Server) -> None:
    page = visit(document_address(server.url), script=False)
    page.locator("#facts .fact-list a").first.click()
    expect(page.locator("mark#cited")).to_be_in_viewport()
    expect(page.locator("#copy-citation")).to_be_hidden()


def test_the_outline_is_folded_on_a_phone(visit: Visitor, server: Server) -> None:
    page = visit(document_address(server.url), width=NARROWEST)
    expect(page.locator(".outline ul")).to_be_hidden()
    page.locator(".outline summary").click()
    expect(page.locator(".outline ul")).to_be_visible()


def test_pages_of_documents_fit_the_narrowest_phone(visit: Visitor, server: Server) -> None:
    address = document_address(server.url)
    document = address.partition("/documents/")[2]
    for path in (address, "/documents", "/coverage", "/compare", f"/compare?left={document}"):
        page = visit(path, width=NARROWEST)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= NARROWEST, path
