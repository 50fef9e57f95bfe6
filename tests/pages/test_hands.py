"""Keyboard alone, one finger alone, a press taken back, a choice that leads nowhere by itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.pages.scripted import Scripted
from tests.pages.sites import ANSWERABLE, document_address
from tests.pages.visiting import Visitor
from tests.server import Server


def tab_to(page: Page, selector: str) -> None:
    """Press the Tab key until an element has the focus."""
    for _ in range(60):
        if page.locator(f"{selector}:focus").count():
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key never reaches {selector}")


def test_a_conversation_is_had_with_the_keyboard_alone(visit: Visitor) -> None:
    page = visit("/")
    tab_to(page, "#question")
    page.keyboard.insert_text(ANSWERABLE["ko"])
    page.keyboard.press("Enter")
    expect(page.locator("form.feedback")).to_be_visible()
    # From the top of the page to what stands in the answer, in the order of the document.
    page.locator(".skip").focus()
    tab_to(page, ".answer-text .mark")
    page.keyboard.press("Enter")
    expect(page.locator(".card")).to_be_focused()
    tab_to(page, ".actions .edit")
    page.keyboard.press("Space")
    expect(page.locator("#question")).to_have_value(ANSWERABLE["ko"])
    tab_to(page, ".chip-remove")
    page.keyboard.press("Enter")
    expect(page.locator(".context")).to_be_hidden()
    page.locator(".skip").focus()
    tab_to(page, "form.feedback summary")
    page.keyboard.press("Enter")
    tab_to(page, "form.feedback [name=reason]")
    page.keyboard.press("ArrowDown")
    tab_to(page, "form.feedback [name=comment]")
    page.keyboard.insert_text("고맙습니다")
    tab_to(page, "form.feedback [value=not_helpful]")
    page.keyboard.press("Enter")
    expect(page.locator(".feedback-said")).to_be_focused()
    page.locator(".skip").focus()
    tab_to(page, ".citations .open")
    page.keyboard.press("Enter")
    expect(page.locator("mark#cited")).to_be_in_viewport()


def test_an_answer_on_its_way_is_stopped_with_the_keyboard(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.ask("총사업비는?")
    talk.say("text", {"text": "총사업비는"})
    tab_to(talk.page, "button.stop")
    talk.page.keyboard.press("Space")
    expect(talk.turns.last).to_contain_text("답변을 멈췄습니다")
    expect(talk.box).to_be_focused()


def test_two_documents_are_compared_with_the_keyboard_alone(
    visit: Visitor, library: Server
) -> None:
    page = visit(f"{library.url}/documents")
    for place in (0, 1):
        page.locator("input[name=pick]").nth(place).focus()
        page.keyboard.press("Space")
    tab_to(page, ".picked button")
    page.keyboard.press("Enter")
    expect(page.locator(".sides")).to_be_visible()


def test_a_press_that_is_let_go_elsewhere_does_nothing(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.box.fill("총사업비는?")
    send = talk.page.locator("button.send").bounding_box()
    link = talk.page.locator(".bar nav a").last.bounding_box()
    assert send
    assert link
    for box in (send, link):
        talk.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        talk.page.mouse.down()
        talk.page.mouse.move(5, 300)
        talk.page.mouse.up()
    assert talk.count() == 0
    expect(talk.box).to_have_value("총사업비는?")


def test_all_that_moves_while_an_answer_comes_is_slow_and_ends_with_it(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.ask("총사업비는?")
    repeating = (
        "document.getAnimations().filter((one) => one.effect.getTiming().iterations === Infinity)"
        ".map((one) => one.effect.getTiming().duration)"
    )
    durations = talk.page.evaluate(repeating)
    assert durations
    assert min(durations) >= 1_000
    talk.page.locator("button.stop").click()
    expect(talk.turns.last).to_contain_text("답변을 멈췄습니다")
    assert talk.page.evaluate(repeating) == []


@pytest.mark.parametrize(
    "address", ["/", "/documents", "/compare", "/search", "/graphql", "/widget/demo", "DOCUMENT"]
)
def test_a_choice_or_a_letter_leads_nowhere_by_itself(
    visit: Visitor, library: Server, address: str
) -> None:
    page = visit(library.url + address.replace("DOCUMENT", document_address(library.url)))
    before = page.url
    fields = page.locator("main :is(select, input:not([type=hidden]), textarea):visible")
    for field in fields.element_handles():
        if not field.is_visible() or field.get_attribute("id") == "copy":
            continue  # That one takes the query to the clipboard, and says so.
        field.focus()
        count = field.evaluate("(one) => one.options?.length ?? 0")
        if count:
            field.select_option(index=count - 1)
        else:
            page.keyboard.press("Space")
        assert field.evaluate("(one) => one.getRootNode().activeElement === one")
    assert page.url == before
    assert len(page.context.pages) == 1


def test_lying_on_its_side_a_phone_shows_the_same(visit: Visitor) -> None:
    page = visit("/", width=844, height=390, touch=True)
    lying = page.locator("main").aria_snapshot()
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.locator("main").aria_snapshot() == lying
