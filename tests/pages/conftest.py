"""Browsers, servers and axe, shared by all tests of pages and ended after the last of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.pages import tools
from tests.pages.axe import Axe
from tests.pages.embedding import Stage, staging
from tests.pages.sites import (
    LIBRARY,
    STAFF_TOKEN,
    wait_for_offer,
    write_editions,
    write_small,
)
from tests.pages.visiting import PATIENCE, Visitor
from tests.server import Server, serving

# For the folder, not the session: while Playwright runs, its loop is in the way of async tests.
_WHILE_HERE: Final = "package"

READY_SECONDS = 180

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here that uses a browser is marked as one."""
    for item in items:
        if {"chromium_browser", "firefox_browser"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope=_WHILE_HERE)
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope=_WHILE_HERE)
def chromium_browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    path = tools.chromium()
    if path is None:
        pytest.skip(f"Chromium is not installed ({tools.HOW_TO})")
    started: Playwright = request.getfixturevalue("playwright")
    browser = started.chromium.launch(executable_path=path)
    yield browser
    browser.close()


@pytest.fixture(scope=_WHILE_HERE)
def firefox_browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Debian's Firefox, over WebDriver BiDi: Playwright's own protocol needs a patched one."""
    path = tools.firefox()
    if path is None:
        pytest.skip(f"Firefox is not installed ({tools.HOW_TO})")
    started: Playwright = request.getfixturevalue("playwright")
    browser = started.firefox.launch(executable_path=path, channel="moz-firefox")
    yield browser
    browser.close()


@pytest.fixture(scope=_WHILE_HERE)
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The program over the small corpus and two editions of a plan, with feedback."""
    folders = [
        write_small(tmp_path_factory.mktemp("documents")),
        write_editions(tmp_path_factory.mktemp("editions")),
    ]
    with serving(
        tmp_path_factory.mktemp("data"),
        corpus=folders,
        model="hashing",
        feedback=tmp_path_factory.mktemp("feedback"),
        variables={"SIJEONG_STAFF_TOKEN": STAFF_TOKEN},
        patience=READY_SECONDS,
    ) as running:
        yield running


@pytest.fixture(scope=_WHILE_HERE)
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The program over the documents that ship with the project, without feedback."""
    with serving(
        tmp_path_factory.mktemp("library"),
        corpus=[LIBRARY],
        model="hashing",
        patience=READY_SECONDS,
    ) as running:
        wait_for_offer(running.url, patience=READY_SECONDS)
        yield running


@pytest.fixture
def visit(chromium_browser: Browser, server: Server) -> Iterator[Visitor]:
    """Opens pages in Chromium."""
    visitor = Visitor(chromium_browser, server)
    yield visitor
    visitor.close()


@pytest.fixture
def visit_firefox(firefox_browser: Browser, server: Server) -> Iterator[Visitor]:
    """Opens pages in Firefox."""
    visitor = Visitor(firefox_browser, server)
    yield visitor
    visitor.close()


@pytest.fixture(scope=_WHILE_HERE)
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The program with a file of widgets, a site that is in it and one that is not."""
    with staging(tmp_path_factory.mktemp("widgets"), patience=READY_SECONDS) as staged:
        yield staged


@pytest.fixture
def go(chromium_browser: Browser, stage: Stage) -> Iterator[Visitor]:
    """Opens pages of sites that embed the widget, in Chromium."""
    visitor = Visitor(chromium_browser, stage.server)
    yield visitor
    visitor.close()


@pytest.fixture(scope=_WHILE_HERE)
def axe() -> Axe:
    """Finds no violation on a page, or fails."""
    source = tools.axe_source()
    if source is None:
        pytest.skip(f"axe-core is not there ({tools.HOW_TO})")
    return Axe(source)
