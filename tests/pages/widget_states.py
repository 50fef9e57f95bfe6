"""The chat on a city's own site in every state, as `states.py` has the pages; on its preview."""

from __future__ import annotations

import json

from playwright.sync_api import Page, Route, expect

from tests.pages.embedding import LAUNCHER, launch
from tests.pages.sites import ANSWERABLE, UNANSWERABLE
from tests.pages.states import Opening, Scene

CHARTED = "보령시 2022년 예산 총액은 얼마인가요?"
"""A question over the documents that ship, whose answer has a chart."""


def widget_closed(scene: Scene) -> Page:
    return _demo(scene)


def widget_opened(scene: Scene) -> Page:
    page = _demo(scene)
    launch(page, scene.language)
    expect(page.locator("sijeong-chat textarea")).to_be_focused()
    return page


def widget_with_a_chart(scene: Scene) -> Page:
    page = _demo(scene, home=scene.library)
    launch(page, scene.language)
    _ask(page, CHARTED)
    expect(page.locator("sijeong-chat figure.picture").first).to_be_visible()
    return page


def widget_declined(scene: Scene) -> Page:
    page = widget_opened(scene)
    _ask(page, UNANSWERABLE[scene.language])
    expect(page.locator("sijeong-chat .turn .status")).to_be_visible()
    return page


def widget_refused_by_the_server(scene: Scene) -> Page:
    page = widget_opened(scene)
    error = {
        "code": "x",
        "message_ko": "안 됩니다.",
        "message_en": "It cannot be.",
        "request_id": "1",
    }

    def refuse(route: Route) -> None:
        route.fulfill(status=422, body=json.dumps({"error": error}))

    scene.visit.foresee("status of 422")
    page.route("**/api/ask", refuse)
    _ask(page, ANSWERABLE[scene.language])
    expect(page.locator("sijeong-chat .status-problem")).to_be_visible()
    return page


def widget_with_its_context_dropped(scene: Scene) -> Page:
    page = widget_opened(scene)
    _ask(page, ANSWERABLE[scene.language])
    page.locator("sijeong-chat .chip-remove").click()
    expect(page.locator("sijeong-chat .context")).to_be_hidden()
    return page


def widget_without_its_server(scene: Scene) -> Page:
    page = _demo(scene)
    page.route("**/api/widget/token*", lambda route: route.abort())
    scene.visit.foresee("ERR_FAILED")
    launch(page, scene.language)
    expect(page.locator("sijeong-chat [role=alert]")).to_be_visible()
    return page


def widget_in_a_frame(scene: Scene) -> Page:
    page = _demo(scene, mode="inline iframe")
    frame = page.frame_locator("sijeong-chat iframe")
    frame.locator("sijeong-chat textarea").fill(ANSWERABLE[scene.language])
    frame.locator("sijeong-chat textarea").press("Enter")
    expect(frame.locator(".citations blockquote")).to_be_visible()
    return page


def widget_within_a_page(scene: Scene) -> Page:
    page = _demo(scene, mode="inline")
    expect(page.locator("sijeong-chat textarea")).to_be_visible()
    return page


def _demo(scene: Scene, home: str = "", mode: str = "floating") -> Page:
    chosen = f"lang={scene.language}&language={scene.language}&mode={mode}"
    page = scene.open(f"{home}/widget/demo?{chosen}")
    if mode == "floating":
        expect(page.get_by_role("button", name=LAUNCHER[scene.language])).to_be_visible()
    return page


def _ask(page: Page, question: str) -> None:
    box = page.locator("sijeong-chat textarea")
    box.fill(question)
    box.press("Enter")


STATES: dict[str, Opening] = {
    one.__name__: one
    for one in (
        widget_closed,
        widget_opened,
        widget_with_a_chart,
        widget_declined,
        widget_refused_by_the_server,
        widget_with_its_context_dropped,
        widget_without_its_server,
        widget_in_a_frame,
        widget_within_a_page,
    )
}
