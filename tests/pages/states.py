"""Every page in every state that people meet it in; what must hold everywhere runs over these.

A new page, or a new state of one, is added here: a function that opens it and waits until it is
there, under `@state`. The checks in `test_states.py` then run over it in both languages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, Route, expect

from tests.pages.sites import (
    ANSWERABLE,
    STAFF_TOKEN,
    UNANSWERABLE,
    cited_address,
    document_address,
    edition_addresses,
)
from tests.pages.visiting import Language, Visitor

Opening = Callable[["Scene"], Page]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a state is opened with: the visitor, the servers' addresses, and the language."""

    visit: Visitor
    small: str
    library: str
    language: Language

    def open(self, address: str) -> Page:
        """A page of the small server, or a whole address, in the scene's language."""
        return self.visit(address, language=self.language)


STATES: dict[str, Opening] = {}
"""Each state by its name, which is that of the function that opens it."""


def state(opening: Opening) -> Opening:
    """Count a function among the states."""
    STATES[opening.__name__] = opening
    return opening


def ask(page: Page, question: str) -> None:
    """Type a question, send it with Enter, and wait until its answer is laid out."""
    page.locator("#question").fill(question)
    page.locator("#question").press("Enter")
    told = page.locator(".turns :is(.answer, .problem):not([aria-busy]) .status")
    expect(told.last).to_be_visible()


# The chat


@state
def chat(scene: Scene) -> Page:
    return scene.open("/")


@state
def chat_with_places(scene: Scene) -> Page:
    page = scene.open(f"{scene.library}/")
    expect(page.locator(".examples button").first).to_be_visible()
    return page


@state
def chat_answered(scene: Scene) -> Page:
    page = scene.open("/")
    ask(page, ANSWERABLE[scene.language])
    expect(page.locator("form.feedback")).to_be_visible()
    return page


@state
def chat_answered_without_script(scene: Scene) -> Page:
    # Sent by the form itself: axe needs script, what the server lays out is the same.
    page = scene.open("/")
    page.locator("#question").fill(ANSWERABLE[scene.language])
    page.locator("#ask").evaluate("(form) => form.submit()")
    expect(page.locator(".answer")).to_be_visible()
    return page


@state
def chat_declined(scene: Scene) -> Page:
    page = scene.open("/")
    ask(page, UNANSWERABLE[scene.language])
    return page


@state
def chat_refused_by_the_server(scene: Scene) -> Page:
    page = scene.open("/")

    def refuse(route: Route) -> None:
        problem = {
            "code": "busy",
            "message_ko": "지금은 질문이 많습니다.",
            "message_en": "There are too many questions just now.",
            "request_id": "r-1",
        }
        route.fulfill(status=422, json={"error": problem})

    scene.visit.foresee("status of 422")
    page.route("**/api/ask", refuse)
    ask(page, ANSWERABLE[scene.language])
    return page


@state
def chat_feedback_opened(scene: Scene) -> Page:
    page = chat_answered(scene)
    page.locator("form.feedback summary").first.click()
    expect(page.locator("[name=comment]")).to_be_visible()
    return page


@state
def chat_with_history(scene: Scene) -> Page:
    page = scene.open(f"{scene.library}/")
    page.locator(".examples button").first.click()
    expect(page.locator(".turn .answer:not([aria-busy]) .status")).to_be_visible()
    ask(page, UNANSWERABLE[scene.language])
    expect(page.locator(".turn")).to_have_count(2)
    return page


@state
def chat_with_its_context_dropped(scene: Scene) -> Page:
    page = chat_answered(scene)
    page.locator(".chip-remove").click()
    expect(page.locator(".announcement")).not_to_be_empty()
    return page


# Search


@state
def search(scene: Scene) -> Page:
    return scene.open(f"{scene.library}/search")


def _search_for(scene: Scene, text: str) -> Page:
    page = search(scene)
    page.locator("#text").fill(text)
    page.locator("#search button[type=submit]").first.click()
    expect(page.locator("#panel")).to_be_visible()
    return page


@state
def search_found(scene: Scene) -> Page:
    return _search_for(scene, "예산")


@state
def search_found_nothing(scene: Scene) -> Page:
    return _search_for(scene, "qzxw")


@state
def search_with_charts(scene: Scene) -> Page:
    page = scene.open(f"{scene.library}/search?text=일상감사&show=facts")
    expect(page.locator(".over-years svg[role=img]").first).to_be_visible()
    return page


@state
def search_narrowed(scene: Scene) -> Page:
    page = scene.open(f"{scene.library}/search?text=예산&year=2022&kind=budget&show=facts")
    expect(page.locator(".chips .chip").first).to_be_visible()
    return page


@state
def search_of_a_word_that_is_mistyped(scene: Scene) -> Page:
    page = scene.open(f"{scene.library}/search?text=예샨")
    expect(page.locator(".meant")).to_be_visible()
    return page


@state
def search_that_is_not_understood(scene: Scene) -> Page:
    scene.visit.foresee("status of 422")
    page = scene.open(f"{scene.library}/search?text=예산&at_least=x")
    expect(page.get_by_role("alert")).to_be_visible()
    return page


@state
def search_without_a_trace(scene: Scene) -> Page:
    page = search(scene)
    page.locator("#text").fill("예산")
    page.locator(".find-more summary").click()
    page.locator(".find-private button").click()
    expect(page.locator("#panel")).to_be_visible()
    return page


@state
def search_with_a_basket(scene: Scene) -> Page:
    page = scene.open(f"{scene.library}/search?text=예산")
    page.locator(".pick").first.click()
    expect(page.locator(".basket")).to_be_visible()
    return page


# Comparison


@state
def compare(scene: Scene) -> Page:
    return scene.open(f"{scene.library}/compare")


@state
def compared(scene: Scene) -> Page:
    left, right = (one.removeprefix("/documents/") for one in edition_addresses(scene.small))
    page = scene.open(f"/compare?left={left}&right={right}")
    expect(page.locator(".aligned tbody tr").first).to_be_visible()
    return page


# Documents


@state
def documents_narrowed(scene: Scene) -> Page:
    return scene.open(f"{scene.library}/documents?year=2022&form=digest")


@state
def documents_that_are_not_there(scene: Scene) -> Page:
    return scene.open(f"{scene.library}/documents?text=qzxw")


@state
def document_that_was_replaced(scene: Scene) -> Page:
    page = scene.open(edition_addresses(scene.small)[0])
    expect(page.locator(".notice-newer")).to_be_visible()
    return page


@state
def document_that_replaces(scene: Scene) -> Page:
    return scene.open(edition_addresses(scene.small)[1])


@state
def documents(scene: Scene) -> Page:
    return scene.open(f"{scene.library}/documents")


@state
def document(scene: Scene) -> Page:
    return scene.open(document_address(scene.small))


@state
def document_cited(scene: Scene) -> Page:
    page = scene.open(cited_address(scene.small))
    expect(page.locator("mark#cited")).to_be_visible()
    return page


@state
def document_of_indicators(scene: Scene) -> Page:
    page = scene.open(f"{document_address(scene.small)}?kind=indicator")
    expect(page.locator("svg[role=img]").first).to_be_visible()
    return page


@state
def document_that_ships(scene: Scene) -> Page:
    return scene.open(scene.library + document_address(scene.library))


@state
def coverage(scene: Scene) -> Page:
    return scene.open(f"{scene.library}/coverage")


# Staff


@state
def feedback_login(scene: Scene) -> Page:
    scene.visit.foresee("status of 401")
    return scene.open("/feedback")


@state
def feedback_list(scene: Scene) -> Page:
    page = feedback_login(scene)
    page.locator("input[name=token]").fill(STAFF_TOKEN)
    page.locator("main form button").first.click()
    expect(page.locator("h1")).to_be_visible()
    return page


@state
def feedback_thanks(scene: Scene) -> Page:
    page = chat_answered_without_script(scene)
    page.locator("form.feedback [value=helpful]").click()
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("#question")).to_have_count(0)
    return page


@state
def feedback_list_with_entries(scene: Scene) -> Page:
    feedback_thanks(scene)
    page = feedback_list(scene)
    page.locator(".feedback-card details summary").last.click()
    return page


# Programs


@state
def graphql_explorer(scene: Scene) -> Page:
    page = scene.open("/graphql")
    expect(page.locator("#entry button").nth(2)).to_be_attached()
    return page


@state
def graphql_explorer_answered(scene: Scene) -> Page:
    page = graphql_explorer(scene)
    page.locator("#query").fill("{ facts { nodes { rawText url } } }")
    page.locator("#request").evaluate("(form) => form.requestSubmit()")
    expect(page.locator("#status")).to_contain_text("HTTP")
    return page


@state
def graphql_explorer_refused(scene: Scene) -> Page:
    scene.visit.foresee("status of 400")
    page = graphql_explorer(scene)
    page.locator("#query").fill("{ fact }")
    page.locator("#request").evaluate("(form) => form.requestSubmit()")
    expect(page.locator("#errors li").first).to_be_visible()
    return page


@state
def developers(scene: Scene) -> Page:
    return scene.open("/developers")
