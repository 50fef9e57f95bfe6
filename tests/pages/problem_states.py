"""Every page that says why something cannot be had, as `states.py` has those that can."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from starlette.requests import Request

from assistant.pages import Pages
from assistant.problems import RequestError
from assistant.refusals import Refusals
from tests.pages.sites import document_address
from tests.pages.states import Opening, Scene, feedback_login
from tests.pages.visiting import Reader


def not_found(scene: Scene) -> Page:
    scene.visit.foresee("status of 404")
    return scene.open("/nowhere")


def document_missing(scene: Scene) -> Page:
    scene.visit.foresee("status of 404")
    return scene.open(f"{document_address(scene.small)}-of-old")


def staff_not_known(scene: Scene) -> Page:
    page = feedback_login(scene)
    page.locator("input[name=token]").fill("not-the-token-of-staff")
    page.locator("main form button").first.click()
    expect(page.get_by_role("alert")).to_be_visible()
    return page


def too_large(scene: Scene) -> Page:
    return _problem(scene, "body_too_large", limit=262_144)


def too_often(scene: Scene) -> Page:
    return _problem(scene, "too_often")


def not_ready(scene: Scene) -> Page:
    return _problem(scene, "not_ready")


def _problem(scene: Scene, code: str, **details: object) -> Page:
    """The page of a problem that a browser meets under load alone, as the program writes it."""
    query = f"lang={scene.language}".encode()
    asked = {"type": "http", "method": "GET", "path": "/", "query_string": query}
    headers = [(b"accept", b"text/html")]
    request = Request({**asked, "headers": headers, "server": ("city.test", 80), "scheme": "http"})
    answering = Refusals(Pages()).known(request, RequestError(code, **details))
    # The browser has the one loop of this thread; an answer that waits for nothing needs none.
    with pytest.raises(StopIteration) as answered:
        answering.__await__().send(None)
    reply = answered.value.value
    page = scene.visit.window(Reader(language=scene.language))
    page.route(
        "**/problem",
        lambda route: route.fulfill(
            status=reply.status_code, body=bytes(reply.body), headers=dict(reply.headers)
        ),
    )
    scene.visit.foresee(f"status of {reply.status_code}")
    page.goto(scene.visit.whole("/problem"))
    return page


STATES: dict[str, Opening] = {
    one.__name__: one
    for one in (not_found, document_missing, staff_not_known, too_large, too_often, not_ready)
}
