"""The pictures of README.md: `python -m tests.screenshots` takes them all anew.

It starts the program over `corpus/library` (with the embeddings of the tests, which need no
weights), opens each page in Chromium as a reader would, and writes one WebP file a picture into
`tests/pages/screenshots/`. `python -m tests.screenshots NAME` takes only those named.
"""

from __future__ import annotations

import argparse
import base64
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from tests.layout import ROOT
from tests.pages.sites import LIBRARY
from tests.pages.tools import HOW_TO, chromium
from tests.pages.visiting import PATIENCE, Language
from tests.server import serving

FOLDER = ROOT / "tests" / "pages" / "screenshots"
MOST_BYTES = 120_000
"""Bytes of one picture: who clones the project or reads README over a phone pays for each."""

CITY = "http://127.0.0.2:8000"
"""The origin of the made-up city's site; the browser is given its page, nothing listens there."""

CITY_PAGE = ROOT / "tests" / "pages" / "made_up_city.html"

REACHABLE = "--disable-features=LocalNetworkAccessChecks"
"""A page that came from no address counts as public, and may not read from this machine else."""

QUESTIONS = {
    "ko": "보령시 2022년 예산 총액은 얼마인가요?",
    "en": "How much is Boryeong's total budget in 2022?",
}
SEARCHED = "예산"
COMPARED = ("kr-goesan/press-2017", "kr-jeungpyeong/press-2017")
"""Two documents of the library that state the same things of the same year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """What a reader looks at, in CSS pixels, each one pixel of the picture."""

    width: int
    height: int


PHONE = Size(width=390, height=844)
DESK = Size(width=1280, height=800)


@dataclass(frozen=True, slots=True, kw_only=True)
class Studio:
    """A page of the wanted size and language, and the program that it is to show."""

    page: Page
    url: str
    language: Language

    def open(self, address: str) -> None:
        """Open an address of the program."""
        self.page.goto(self.url + address)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A picture: its name, how its page is reached, and who looks at it."""

    name: str
    reach: Callable[[Studio], None]
    size: Size
    language: Language = "ko"
    is_dark: bool = False
    quality: int = 82
    """Of the WebP file, of 100: below 80 the edges of small Hangul begin to blur."""

    @property
    def path(self) -> Path:
        """Where the picture lies."""
        return FOLDER / f"{self.name}.webp"


def chat(studio: Studio) -> None:
    """A question answered with its chart and its source."""
    studio.open("/")
    studio.page.locator("#question").fill(QUESTIONS[studio.language])
    studio.page.locator("#question").press("Enter")
    expect(studio.page.locator(".turns .picture svg").first).to_be_visible()
    studio.page.evaluate("document.activeElement.blur()")


def widget(studio: Studio) -> None:
    """The chat opened and answered on a city's own site, which is of another origin."""
    page = studio.page
    shown = CITY_PAGE.read_text(encoding="utf-8").replace("HOME", studio.url)

    def give(route: Route) -> None:
        route.fulfill(body=shown, content_type="text/html; charset=utf-8")

    page.route(f"{CITY}/**", give)
    page.goto(f"{CITY}/")
    page.locator("sijeong-chat .launcher").click()
    box = page.locator("sijeong-chat textarea")
    box.fill(QUESTIONS[studio.language])
    box.press("Enter")
    expect(page.locator("sijeong-chat .picture svg").first).to_be_visible()


def search(studio: Studio) -> None:
    """What a word finds, with the facets beside it."""
    studio.open(f"/search?text={SEARCHED}&show=facts")
    expect(studio.page.locator(".hit mark").first).to_be_visible()


def document(studio: Studio) -> None:
    """A document at the sentence that an answer cites, its facts beside it."""
    asked = {"question": QUESTIONS["ko"]}
    answer = httpx.post(f"{studio.url}/api/ask", json=asked, timeout=PATIENCE).json()
    studio.open(answer["citations"][0]["url"])
    expect(studio.page.locator("mark#cited")).to_be_in_viewport()


def comparison(studio: Studio) -> None:
    """Two documents side by side."""
    left, right = COMPARED
    studio.open(f"/compare?left={left}&right={right}")
    expect(studio.page.locator(".aligned tbody tr").first).to_be_visible()


SHOTS = (
    Shot(name="chat-phone-ko", reach=chat, size=PHONE),
    Shot(name="document-phone-ko", reach=document, size=PHONE),
    Shot(name="chat-phone-en-dark", reach=chat, size=PHONE, language="en", is_dark=True),
    Shot(name="widget-desk-ko", reach=widget, size=DESK),
    Shot(name="search-desk-ko", reach=search, size=DESK),
    Shot(name="document-desk-en", reach=document, size=DESK, language="en"),
    Shot(name="comparison-desk-ko", reach=comparison, size=DESK),
)
"""Every picture there is; README.md shows those that tell most."""


def photograph(browser: Browser, url: str, shot: Shot, file: Path) -> None:
    """Reach the page of a shot and write its picture; raises ValueError where it is too large."""
    context = browser.new_context(
        locale="ko-KR" if shot.language == "ko" else "en-GB",
        viewport={"width": shot.size.width, "height": shot.size.height},
        color_scheme="dark" if shot.is_dark else "light",
        reduced_motion="reduce",
    )
    try:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        shot.reach(Studio(page=page, url=url, language=shot.language))
        page.evaluate("document.fonts.ready")
        page.wait_for_load_state("networkidle")
        # Playwright writes PNG and JPEG only; Chromium itself has WebP, a third of their size.
        wanted = {"format": "webp", "quality": shot.quality}
        taken = context.new_cdp_session(page).send("Page.captureScreenshot", wanted)
    finally:
        context.close()
    content = base64.b64decode(taken["data"])
    if len(content) > MOST_BYTES:
        raise ValueError(f"{shot.name}: {len(content):,} bytes, more than {MOST_BYTES:,}")
    file.write_bytes(content)


@contextmanager
def program(folder: Path) -> Iterator[str]:
    """The program over the library, with a widget that the made-up city may use; its address."""
    widgets = folder / "widgets.toml"
    widgets.write_text(f'[widgets.plans]\norigins = ["{CITY}"]\n', encoding="utf-8")
    variables = {"SIJEONG_WIDGETS": str(widgets)}
    data = folder / "data"
    with serving(
        data, corpus=[LIBRARY], model="hashing", variables=variables, patience=180
    ) as server:
        yield server.url


def take(shots: Sequence[Shot], folder: Path) -> list[Path]:
    """Take pictures into a folder; the files, in the order of the shots."""
    files = [folder / shot.path.name for shot in shots]
    with (
        tempfile.TemporaryDirectory() as place,
        program(Path(place)) as url,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=[REACHABLE])
        for shot, file in zip(shots, files, strict=True):
            photograph(browser, url, shot, file)
        browser.close()
    return files


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures named, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    known = {shot.name: shot for shot in SHOTS}
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {', '.join(known)}")
    names = parser.parse_args(arguments).names or list(known)
    unknown = [name for name in names if name not in known]
    if unknown:
        parser.error(f"no picture has the name {', '.join(unknown)}; there are {', '.join(known)}")
    if chromium() is None:
        print(f"Chromium is not installed ({HOW_TO})", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    for file in take([known[name] for name in names], FOLDER):
        print(f"{file.relative_to(ROOT)}  {file.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
