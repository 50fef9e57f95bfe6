"""Opening pages in a browser as a given reader has them, and hearing all that goes wrong there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

from tests.server import Server

PATIENCE = 20_000
"""Milliseconds that one thing, an expectation too, may take while other tests keep us busy."""

NARROWEST = 320
"""Pixels: the width at which WCAG 2.2 (1.4.10) still wants no scrolling sideways."""

WIDTHS = (NARROWEST, 390, 1280)
"""Pixels: the narrowest, a usual phone, a desk."""

Language = Literal["ko", "en"]
Scheme = Literal["light", "dark"]
LANGUAGES: tuple[Language, ...] = ("ko", "en")
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads: the language their browser prefers, what they see it on, and how.

    `width` and `height` are in CSS pixels. Firefox takes neither `scheme` nor `forced` nor
    `reduced` from tests; it shows its own defaults.
    """

    language: Language = "ko"
    scheme: Scheme = "light"
    width: int = 1280
    height: int = 900
    script: bool = True
    forced: bool = False
    reduced: bool = False
    touch: bool = False


class Visitor:
    """Opens pages, each in a window of its own without cookies; faults are kept until the end."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.faults: list[str] = []
        self._foreseen: list[str] = []
        self._browser = browser
        self._server = server
        self._contexts: list[BrowserContext] = []

    def __call__(
        self,
        address: str = "/",
        *,
        language: Language = "ko",
        scheme: Scheme = "light",
        width: int = 1280,
        height: int = 900,
        script: bool = True,
        forced: bool = False,
        reduced: bool = False,
        touch: bool = False,
    ) -> Page:
        """The page at an address (of the small server unless it is a whole one), loaded."""
        reader = Reader(
            language=language,
            scheme=scheme,
            width=width,
            height=height,
            script=script,
            forced=forced,
            reduced=reduced,
            touch=touch,
        )
        page = self.window(reader)
        page.goto(self.whole(address))
        return page

    def window(self, reader: Reader) -> Page:
        """An empty window as a reader has it, its faults heard."""
        context = self._context(reader)
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(f"exception: {error}"))
        # Where scripts are off a browser refuses to load them, as it should.
        page.on("requestfailed", self._miss if reader.script else self._miss_no_script)
        return page

    def whole(self, address: str) -> str:
        """An address of the small server in full."""
        return self._server.url + address if address.startswith("/") else address

    def foresee(self, words: str) -> None:
        """Let faults that have these words in them pass, from here to the end of the test."""
        self._foreseen.append(words)

    def close(self) -> None:
        """Close every window; AssertionError for what went wrong and was not foreseen."""
        for context in self._contexts:
            with suppress(Error):
                context.close()
        unforeseen = [
            fault for fault in self.faults if not any(words in fault for words in self._foreseen)
        ]
        assert not unforeseen, "\n".join(unforeseen)

    def _context(self, reader: Reader) -> BrowserContext:
        language = "ko-KR" if reader.language == "ko" else "en-GB"
        size = {"width": reader.width, "height": reader.height}
        if self._browser.browser_type.name == "firefox":
            context = self._browser.new_context(locale=language)
            return context
        return self._browser.new_context(
            locale=language,
            color_scheme=reader.scheme,
            viewport={"width": size["width"], "height": size["height"]},
            java_script_enabled=reader.script,
            forced_colors="active" if reader.forced else "none",
            reduced_motion="reduce" if reader.reduced else "no-preference",
            has_touch=reader.touch,
        )

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            place = message.location
            self.faults.append(f"{message.type}: {message.text} ({place.get('url', '')})")

    def _miss_no_script(self, request: Request) -> None:
        if not request.url.endswith(".js"):
            self._miss(request)

    def _miss(self, request: Request) -> None:
        # A page that is left stops its own loads; that is no fault of the page.
        if request.failure and "ABORTED" not in request.failure.upper():
            self.faults.append(f"not loaded: {request.url} ({request.failure})")
