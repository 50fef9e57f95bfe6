"""What goes wrong in a page is heard, so that the silence of other pages means something."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.pages.axe import Axe
from tests.pages.visiting import Visitor
from tests.server import Server

REACH_OUT = (
    "(() => { const made = document.createElement('img'); made.src = 'https://example.com/x.png';"
    " document.body.append(made); })()"
)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<script>throw new Error('broken')</script>", "broken"),
        ("<script>console.error('told')</script>", "told"),
        ("<img src='http://127.0.0.1:9/nothing.png'>", "nothing.png"),
    ],
)
def test_a_fault_is_heard(
    chromium_browser: Browser, server: Server, content: str, words: str
) -> None:
    visitor = Visitor(chromium_browser, server)
    visitor(f"data:text/html,{content}").wait_for_timeout(200)
    with pytest.raises(AssertionError, match=words):
        visitor.close()


def test_a_breach_of_the_content_policy_is_heard(chromium_browser: Browser, server: Server) -> None:
    visitor = Visitor(chromium_browser, server)
    page = visitor("/")
    page.evaluate(REACH_OUT)
    page.wait_for_timeout(200)
    with pytest.raises(AssertionError, match="Content Security Policy"):
        visitor.close()


def test_what_was_foreseen_passes(chromium_browser: Browser, server: Server) -> None:
    visitor = Visitor(chromium_browser, server)
    visitor.foresee("Content Security Policy")
    visitor.foresee("(csp)")
    visitor("/").evaluate(REACH_OUT)
    visitor.close()


def test_axe_runs_under_the_strict_policy_and_finds_what_is_wrong(visit: Visitor, axe: Axe) -> None:
    page = visit("/")
    assert axe.look(page)["violations"] is not None
    page.evaluate("document.querySelector('label').remove()")
    page.evaluate("document.documentElement.lang = ''")
    found = "\n".join(axe.violations(page))
    assert "html-has-lang" in found


def test_firefox_hears_faults_too(firefox_browser: Browser, server: Server) -> None:
    visitor = Visitor(firefox_browser, server)
    page = visitor("data:text/html,<script>console.error('told')</script>")
    page.wait_for_timeout(300)
    with pytest.raises(AssertionError, match="told"):
        visitor.close()
