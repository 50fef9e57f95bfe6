"""How soon the chat page is painted, and how much comes over the wire for it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.pages.visiting import PATIENCE, Visitor
from tests.server import Server

MOST_BYTES = 100_000
"""Of the chat page and all that it loads, headers included, with an empty cache."""
MOST_MILLISECONDS = 1_000
"""Until something of the chat page is painted, the index being loaded."""
TRIES = 3
"""The quickest counts: what else the machine does at that moment says nothing of the page."""

PAINTED = "performance.getEntriesByName('first-contentful-paint').map((one) => one.startTime)"


def first_paint(visit: Visitor, address: str) -> float:
    """Milliseconds from the start of a first visit to the first words on the page."""
    page = visit(address)
    for _ in range(PATIENCE // 50):
        times: list[float] = page.evaluate(PAINTED)
        if times:
            return times[0]
        page.wait_for_timeout(50)
    raise AssertionError("the page is never painted")


def transferred(browser: Browser, address: str) -> tuple[int, Page]:
    """Bytes that came over the wire for a page, as the browser's network log has them."""
    page = browser.new_context().new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[int] = []

    def count(event: dict[str, Any]) -> None:
        sizes.append(int(event["encodedDataLength"]))

    session.on("Network.loadingFinished", count)
    page.goto(address, wait_until="networkidle")
    return sum(sizes), page


def test_the_chat_page_is_painted_within_a_second(visit: Visitor, library: Server) -> None:
    visit(f"{library.url}/")  # The server's own first page is no measure of its second.
    times = [first_paint(visit, f"{library.url}/") for _ in range(TRIES)]
    assert min(times) < MOST_MILLISECONDS, times


def test_the_chat_page_is_light(chromium_browser: Browser, library: Server) -> None:
    size, page = transferred(chromium_browser, f"{library.url}/")
    expect(page.locator("#question")).to_be_visible()
    page.context.close()
    # Well under the bound, too little would mean that nothing was counted.
    assert 5_000 < size < MOST_BYTES, size
