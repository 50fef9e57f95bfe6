"""The widget with a server in every mood: away, broken off, busy, restarted with another key."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Route, expect

from tests.pages.embedding import AGAIN, LAUNCHER, Stage, answered, ask, launch
from tests.pages.sites import ANSWERABLE
from tests.pages.visiting import LANGUAGES, Language, Reader, Visitor


def test_a_server_that_is_away_is_said_kindly_and_tried_again(go: Visitor, stage: Stage) -> None:
    go.foresee("ERR_")
    page = go(stage.listed.page(stage.line.url))
    stage.line.is_down = True
    try:
        launch(page)
        alert = page.locator("sijeong-chat [role=alert]")
        expect(alert).to_contain_text("연결할 수 없습니다")
    finally:
        stage.line.is_down = False
    page.get_by_role("button", name=AGAIN["ko"]).click()
    ask(page)
    answered(page)


def test_a_module_that_did_not_come_is_fetched_again(go: Visitor, stage: Stage) -> None:
    go.foresee("ERR_")
    page = go.window(Reader())
    broken: list[str] = []

    def fail_once(route: Route) -> None:
        if route.request.url.endswith("/stream.js") and not broken:
            broken.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    page.route("**/assets/**", fail_once)
    page.goto(stage.listed.page(stage.server.url))
    launch(page)
    expect(page.locator("sijeong-chat [role=alert]")).to_be_visible()
    assert broken
    page.get_by_role("button", name=AGAIN["ko"]).click()
    ask(page)
    answered(page)


def test_an_answer_that_breaks_off_is_asked_for_again(go: Visitor, stage: Stage) -> None:
    go.foresee("ERR_")
    page = go(stage.listed.page(stage.line.url))
    launch(page)
    expect(page.locator("sijeong-chat textarea")).to_be_focused()
    stage.line.cuts = 1
    ask(page)
    answered(page)
    assert stage.line.cuts == 0


def test_a_server_that_goes_away_leaves_the_question_in_the_box(go: Visitor, stage: Stage) -> None:
    go.foresee("ERR_")
    page = go(stage.listed.page(stage.line.url))
    launch(page)
    expect(page.locator("sijeong-chat textarea")).to_be_focused()
    stage.line.is_down = True
    try:
        ask(page)
        expect(page.locator("sijeong-chat .status-problem")).to_be_visible(timeout=30_000)
        assert page.locator("sijeong-chat textarea").input_value() == ANSWERABLE["ko"]
    finally:
        stage.line.is_down = False
    page.locator("sijeong-chat .status-problem").get_by_role("button", name=AGAIN["ko"]).click()
    answered(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", [429, 503])
def test_who_is_asked_to_wait_is_told_for_how_long(
    go: Visitor, stage: Stage, language: Language, status: int
) -> None:
    go.foresee(str(status))
    page = go(stage.listed.page(stage.server.url, lang=language), language=language)
    error = {"code": "too_often", "message_ko": "나중에", "message_en": "later", "request_id": "1"}

    def refuse(route: Route) -> None:
        route.fulfill(
            status=status,
            headers={
                "retry-after": "77",
                "content-type": "application/json",
                "access-control-allow-origin": stage.listed.origin,
                "access-control-expose-headers": "Retry-After",
            },
            body=json.dumps({"error": error}),
        )

    page.route("**/api/ask", refuse)
    launch(page, language)
    ask(page, language)
    problem = page.locator("sijeong-chat .status-problem")
    expect(problem).to_contain_text("77")
    assert page.locator("sijeong-chat textarea").input_value() == ANSWERABLE[language]
    page.unroute("**/api/ask")
    problem.get_by_role("button", name=AGAIN[language]).click()
    answered(page)


def test_a_token_that_ended_is_renewed_unnoticed(go: Visitor, stage: Stage) -> None:
    go.foresee("401")
    page = go.window(Reader())
    given: list[int] = []

    def spoil_first(route: Route) -> None:
        reply = route.fetch()
        row = reply.json()
        if not given:
            row["token"] += "x"
        given.append(reply.status)
        route.fulfill(response=reply, body=json.dumps(row))

    page.route("**/api/widget/token*", spoil_first)
    page.goto(stage.listed.page(stage.server.url))
    launch(page)
    ask(page)
    answered(page)
    assert given == [200, 200]


def test_without_script_the_demo_still_leads_to_the_chat(go: Visitor) -> None:
    # Modules that are named in advance are not loaded where script is off, and Chromium says so.
    go.foresee("(csp)")
    page = go("/widget/demo", script=False)
    link = page.get_by_role("link", name=LAUNCHER["ko"])
    expect(link).to_be_visible()
    link.click()
    expect(page.locator("textarea")).to_be_visible()
