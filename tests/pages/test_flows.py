"""What people do on the pages, done in a browser: ask, open a citation, read facts, say thanks."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.feedback.store import Search, Store
from assistant.feedback.types import Reason
from tests.pages.sites import ANSWERABLE, SECONDS, cited_address, document_address
from tests.pages.visiting import NARROWEST, Visitor
from tests.server import Server, serving


def ask(page: Page, question: str) -> None:
    """Type a question, send it with Enter, and wait until its answer is laid out."""
    page.locator("#question").fill(question)
    page.locator("#question").press("Enter")
    expect(page.locator(".answer:not([aria-busy]) .status").last).to_be_visible()


def test_a_question_is_answered_and_its_citation_opens_at_the_marked_quote(visit: Visitor) -> None:
    page = visit("/")
    ask(page, ANSWERABLE["ko"])
    expect(page.locator(".answer-text").last).to_contain_text("690억 원")
    quote = page.locator(".citations blockquote").first.inner_text()
    page.locator(".citations .open").first.click()
    expect(page.locator("mark#cited")).to_be_in_viewport()
    assert "".join(page.locator("mark").all_inner_texts()) == quote


def test_the_same_in_firefox(visit_firefox: Visitor) -> None:
    page = visit_firefox("/")
    ask(page, ANSWERABLE["ko"])
    expect(page.locator(".answer-text").last).to_contain_text("690억 원")
    page.locator(".citations .open").first.click()
    expect(page.locator("mark#cited")).to_be_in_viewport()


def test_without_script_the_same_question_is_answered_with_the_same_words(visit: Visitor) -> None:
    pages = visit("/"), visit("/", script=False)
    ask(pages[0], ANSWERABLE["ko"])
    pages[1].locator("#question").fill(ANSWERABLE["ko"])
    pages[1].locator("#ask button[type=submit]").click()
    told = [page.locator(".answer-text").last.inner_text() for page in pages]
    assert told[0] == told[1]


def test_a_fact_beside_the_text_opens_its_words_without_script(
    visit: Visitor, server: Server
) -> None:
    page = visit(f"{document_address(server.url)}?kind=indicator", script=False)
    expect(page.locator("svg.line-picture[role=img]").first).to_be_visible()
    page.locator(".fact-list a").first.click()
    assert "(‘21) 690 → (’25) 720" in "".join(page.locator("mark").all_inner_texts())


@pytest.mark.parametrize(
    "address", ["/", "/search", "/documents", "/coverage", "DOCUMENT", "DOCUMENT?lang=en"]
)
def test_a_page_fits_the_narrowest_phone(visit: Visitor, server: Server, address: str) -> None:
    page = visit(address.replace("DOCUMENT", document_address(server.url)), width=NARROWEST)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST


def test_markup_in_a_document_is_shown_as_text(visit: Visitor, server: Server) -> None:
    page = visit(document_address(server.url))
    expect(page.locator(".text")).to_contain_text('<b onclick="alert(1)">')
    assert page.locator(".text b").count() == 0


def test_a_citation_leads_inside_the_program(server: Server) -> None:
    address = cited_address(server.url)
    parts = urlsplit(address)
    assert (parts.scheme, parts.netloc, parts.fragment) == ("", "", "cited")
    page = httpx.get(server.url + address, timeout=SECONDS).text
    assert len(re.findall(r'id="cited"', page)) == 1


def test_feedback_is_sent_from_the_page_and_what_came_of_it_is_said(
    chromium_browser: Browser, server: Server, tmp_path_factory: pytest.TempPathFactory
) -> None:
    box = tmp_path_factory.mktemp("box")
    documents = tmp_path_factory.mktemp("documents")
    (documents / "plan.txt").write_text("1. 산림 휴양\n○ 수목원 총사업비 690억 원\n", "utf-8")
    data = tmp_path_factory.mktemp("data")
    with serving(data, corpus=[documents], model="hashing", feedback=box) as apart:
        visit = Visitor(chromium_browser, apart)
        page = visit("/")
        ask(page, "수목원 총사업비는 얼마인가요?")
        form = page.locator("form.feedback")
        said = page.locator(".feedback-said")
        form.locator("summary").first.click()
        form.locator("[value=not_helpful]").click()
        # Without a reason the browser itself holds the form back.
        assert form.locator("[name=reason]").first.evaluate("(one) => one.validity.valueMissing")
        expect(said).to_have_text("")
        form.locator("[value=wrong_figure]").check()
        comment = form.locator("[name=comment]")
        comment.fill("<b>\u202e010-1234-5678</b>")
        visit.foresee("status of 422")
        form.locator("[value=not_helpful]").click()
        # What nobody sees nobody can take out: that is done for them, and they send it again.
        expect(said).to_contain_text("지워 두었으니")
        expect(comment).to_have_value("<b>010-1234-5678</b>")
        form.locator("[value=not_helpful]").click()
        expect(said).to_have_text("보내 주셔서 고맙습니다.")
        expect(said).to_be_focused()
        visit.close()
    store = Store.existing(box)
    (kept,) = store.search(Search())
    store.close()
    assert (kept.reason, kept.comment) == (Reason.WRONG_FIGURE, "<b>[가림: 전화번호]</b>")
