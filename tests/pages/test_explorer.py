"""The GraphQL explorer in a real browser: it runs, offers what fits, explains, and stays silent."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.visiting import NARROWEST, Visitor
from tests.server import Server

ENTRIES = "#entry button"


@pytest.fixture(scope="module")
def page(chromium_browser: Browser, server: Server) -> Iterator[Page]:
    visitor = Visitor(chromium_browser, server)
    # A browser calls a status that says the query is wrong a fault as well.
    visitor.foresee("status of 400")
    opened = visitor("/graphql")
    expect(opened.locator(ENTRIES).nth(2)).to_be_attached()
    yield opened
    visitor.close()


def write(page: Page, text: str) -> None:
    """Put a query into the editor, with the caret where the bar stands."""
    before, _, after = text.partition("|")
    editor = page.locator("#query")
    editor.fill(before + after)
    editor.evaluate(
        "(area, at) => { area.setSelectionRange(at, at);"
        " area.dispatchEvent(new Event('input', {bubbles: true})); }",
        len(before),
    )


def send(page: Page) -> str:
    """Run what stands in the editor; the result as shown."""
    page.evaluate("document.getElementById('status').textContent = ''")
    page.evaluate("document.getElementById('request').requestSubmit()")
    expect(page.locator("#status")).to_contain_text("HTTP")
    return page.locator("#result").inner_text()


def test_a_query_runs_and_its_figures_lead_to_their_source(page: Page, server: Server) -> None:
    write(page, "{ facts { nodes { rawText url } } }")
    shown = json.loads(send(page))
    addresses = [one["url"] for one in shown["data"]["facts"]["nodes"]]
    links = page.locator("#result a").evaluate_all("(all) => all.map((one) => one.href)")
    assert links == [server.url + one for one in addresses]
    assert page.evaluate("location.search").startswith("?query=")
    expect(page.locator("#past option").last).to_contain_text("rawText")


def test_an_error_leads_to_its_place(page: Page) -> None:
    write(page, "{\n  facts { nothing }\n}")
    send(page)
    page.locator("#errors button").first.click()
    assert page.locator("#query").evaluate("(one) => one.selectionStart") == 12
    expect(page.locator("#status")).to_contain_class("is-wrong")


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("{ |", "facts", "name"),
        ("{ facts { nodes { na|", "name", "facts"),
        ("{ facts(|", "filter", "nodes"),
        ("{ facts(filter: {|", "municipalities", "filter"),
        ("{ facts(kinds: [|", "BUDGET", "kinds"),
        ("{ facts(filter: {years: [2022]}, |", "first", "years"),
        ("query A($n: Int) { facts(first: $n) { nodes { document { |", "publishedOn", "rawText"),
        ("fragment A on Document { |", "title", "rawText"),
        ("{ node(id: 1) { ... on Fact { |", "rawText", "title"),
        ("subscription { |", "ask", "facts"),
    ],
)
def test_what_fits_where_the_caret_stands_is_offered(
    page: Page, text: str, wanted: str, unwanted: str
) -> None:
    write(page, text)
    names = page.locator("#offers button").all_inner_texts()
    assert wanted in names
    assert unwanted not in names


def test_an_offer_types_itself(page: Page) -> None:
    write(page, "{ snap|")
    page.locator("#offers button").first.click()
    expect(page.locator("#query")).to_have_value("{ snapshot {}")


def test_the_reference_finds_by_either_language_and_opens_types(page: Page) -> None:
    entry = page.locator("#entry")
    for words in ("예산", "budget"):
        page.locator("#find").fill(words)
        expect(entry).to_contain_text("Query.budgets")
    page.locator("#find").fill("")
    entry.locator("button").first.click()
    expect(entry.locator("h3").first).to_contain_text("Query")


def snippet(page: Page, kind: str) -> str:
    """What is copied."""
    page.evaluate(
        "window.copied = '';"
        "navigator.clipboard.writeText = async (text) => { window.copied = text; }"
    )
    page.locator("#copy").select_option(kind)
    copied = str(page.evaluate("window.copied"))
    assert copied
    return copied


def test_what_is_copied_runs_elsewhere(page: Page) -> None:
    query = (
        "query Q($n: Int) {\n  facts(filter: {nameContains: \"'원'\"}, first: $n) { totalCount }\n}"
    )
    write(page, query)
    page.locator("#variables").fill('{"n": 1}')
    curl = subprocess.run(
        ["bash", "-c", snippet(page, "curl")], capture_output=True, text=True, check=True
    )
    assert json.loads(curl.stdout)["data"] == {"facts": {"totalCount": 0}}
    python = subprocess.run(
        [sys.executable, "-c", snippet(page, "python")], capture_output=True, text=True, check=True
    )
    assert json.loads(python.stdout) == {"facts": {"totalCount": 0}}
    link = snippet(page, "link")
    assert quote("nameContains") in link
    script = re.sub(r"^const response = |console\.log\((.*)\);$", "", snippet(page, "javascript"))
    assert "await fetch(" in script
    page.locator("#variables").fill("")


def test_an_answer_streams(page: Page) -> None:
    write(page, 'subscription { ask(question: "수목원 사업비?") { kind status text } }')
    told = [one["data"]["ask"]["kind"] for one in json.loads(send(page))]
    assert told[0] == "STATUS"
    assert told[-1] == "DONE"


def test_it_fits_the_narrowest_phone(visit: Visitor) -> None:
    page = visit("/graphql", width=NARROWEST)
    expect(page.locator(ENTRIES).nth(2)).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST
