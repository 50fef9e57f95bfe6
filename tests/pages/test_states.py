"""What must hold of every page in every state, in both languages; see `states.py` for them.

Each state is opened once for each language and looked at in light and dark, at the width that
WCAG 2.2 asks for, with its text spacing, and stop by stop with the keyboard.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.pages import problem_states, states, widget_states
from tests.pages.axe import Axe
from tests.pages.openness import look, out_of_order
from tests.pages.states import Scene
from tests.pages.visiting import LANGUAGES, NARROWEST, SCHEMES, Language, Visitor
from tests.server import Server

STATES = states.STATES | problem_states.STATES | widget_states.STATES

ZOOMED_HEIGHT = 256
"""CSS pixels: 1280 by 1024 at 400 %, the case of WCAG 2.2, 1.4.10."""

IN_TWO_LANGUAGES = ("graphql", "developers")
"""States of pages that say everything in Korean and English at once."""

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  const chat = document.querySelector('sijeong-chat')?.shadowRoot;
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
  for (const root of [document, chat]) root?.adoptedStyleSheets.push(sheet);
}"""
"""The text spacing of WCAG 2.2, 1.4.12."""

CUT_OFF = """() => [document, document.querySelector('sijeong-chat')?.shadowRoot].flatMap(
  (root) => [...root?.querySelectorAll('main *, .conversation *') ?? []]).filter((one) => {
  const style = getComputedStyle(one);
  const clips = [style.overflowX, style.overflowY].some((way) => ['hidden', 'clip'].includes(way));
  return clips && one.clientWidth > 1 && !one.closest('.hidden-label, [aria-hidden=true]')
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map((one) => one.outerHTML.slice(0, 120))"""

STOP = """() => {
  let one = document.activeElement;
  if (!one || one === document.body) return null;
  while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  const box = one.getBoundingClientRect();
  const at = [box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2];
  const over = one.getRootNode().elementFromPoint(Math.min(Math.max(at[0], 1), innerWidth - 2),
    Math.min(Math.max(at[1], 1), innerHeight - 2));
  window.stops ??= [];
  const known = window.stops.includes(one);
  window.stops.push(one);
  return {
    name: one.outerHTML.slice(0, 140),
    known,
    // An editor is ringed around its layers, which the field is one of; a frame rings its own.
    ringed: one.matches('iframe') || [one, one.closest('.editor') ?? one].some((ring) => {
      const drawn = getComputedStyle(ring);
      return drawn.outlineStyle !== 'none' && parseFloat(drawn.outlineWidth) >= 2;
    }),
    visible: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    // A chat that its reader has opened over a page is closed from there with Escape.
    covered: !(over && (one.contains(over) || over.contains(one)
      || over.closest('label, sijeong-chat[open]'))),
  };
}"""
MOST_STOPS = 60
"""Enough to pass every control before a list begins to repeat itself."""


def wide(page: Page) -> list[str]:
    """What sticks out sideways."""
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width} pixels wide"] if width > NARROWEST else []


def stops(page: Page) -> list[str]:
    """What is wrong with the stops of the Tab key: unseen, hidden behind others, a trap, a lure."""
    wrong, met = [], 0
    before = page.url, len(page.context.pages)
    page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)")
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["known"]:
            break
        met += 1
        for name, is_wrong in (
            ("no ring", not stop["ringed"]),
            ("out of sight", not stop["visible"]),
            ("covered", stop["covered"]),
        ):
            if is_wrong:
                wrong.append(f"{name}: {stop['name']}")
    if before != (page.url, len(page.context.pages)):
        wrong.append("the focus alone led elsewhere")
    return wrong if met else ["no stop at all"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STATES)
def test_a_state_is_open_to_everybody(
    visit: Visitor, server: Server, library: Server, axe: Axe, name: str, language: Language
) -> None:
    scene = Scene(visit=visit, small=server.url, library=library.url, language=language)
    page = STATES[name](scene)
    wrong = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        wrong += [f"{scheme}: {one}" for one in axe.violations(page)]
    spoken = page.locator("html").get_attribute("lang")
    if spoken != language and not name.startswith(IN_TWO_LANGUAGES):
        wrong.append(f"the page says that it is in {spoken}")
    if not page.title().strip():
        wrong.append("no title")
    wrong += look(page, language)
    wrong += out_of_order(page)
    wrong += stops(page)
    page.set_viewport_size({"width": NARROWEST, "height": ZOOMED_HEIGHT})
    narrow = (*wide(page), *out_of_order(page), *stops_at_most(page, 12))
    wrong += [f"at 400 %: {one}" for one in narrow]
    page.evaluate(SPACED)
    wrong += [f"spaced: {one}" for one in wide(page)]
    wrong += [f"spaced, cut off: {one}" for one in page.evaluate(CUT_OFF)]
    assert not wrong, f"{page.url}\n" + "\n".join(wrong)


def stops_at_most(page: Page, most: int) -> list[str]:
    """The first stops alone: enough to meet what sticks to an edge of a low window."""
    wrong = []
    page.evaluate("document.activeElement?.blur(); window.stops = []; scrollTo(0, 0)")
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["known"]:
            break
        if stop["covered"] or not stop["visible"]:
            wrong.append(f"hidden at a stop: {stop['name']}")
    return wrong


def test_every_title_tells_its_page_from_the_others(visit: Visitor, server: Server) -> None:
    addresses = ("/", "/search", "/documents", "/coverage", "/graphql", "/developers")
    titles = [visit(address).title() for address in addresses]
    assert len(set(titles)) == len(addresses)
    assert all("시정" in title for title in titles)
