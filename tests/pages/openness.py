"""What must hold of any page that is open to everybody, read off its own elements.

axe-core looks for much of it; here is what it leaves to people and what a script can still tell:
charts whose words say each of their figures, tables with names and heads, names of controls that
have the words that stand on them, links of one name told apart by what stands around them, Korean
that says it is Korean, an order of reading that is the order of the document.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.pages.visiting import Language

HERE = Path(__file__).parent
_LOOK = (HERE / "open_page.js").read_text(encoding="utf-8")
_ORDER = (HERE / "reading_order.js").read_text(encoding="utf-8")


def look(page: Page, language: Language) -> list[str]:
    """A line for each element at which the page, read in a language, leaves somebody out."""
    return [one for frame in page.frames for one in frame.evaluate(_LOOK, language)]


def out_of_order(page: Page) -> list[str]:
    """A line for each element that is seen before the one that it follows in the document."""
    return [one for frame in page.frames for one in frame.evaluate(_ORDER)]
