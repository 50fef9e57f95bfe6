"""Forms that were not taken: the field is named, how to mend it is said, nothing is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.pages.sites import ANSWERABLE, STAFF_TOKEN
from tests.pages.visiting import LANGUAGES, Language, Visitor
from tests.server import Server


def described(page: Page, field: str) -> str:
    """What is read out with a field, as the browser has it."""
    words: str = page.locator(field).evaluate(
        "(one) => (one.getAttribute('aria-describedby') ?? '').split(' ')"
        ".map((id) => document.getElementById(id)?.textContent ?? '').join(' ')"
    )
    return words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_without_script_is_kept_and_told_what_is_wrong(
    visit: Visitor, language: Language
) -> None:
    visit.foresee("status of 422")
    page = visit("/", language=language, script=False)
    page.locator("#question").fill("총사업비\u202e는?")
    page.locator("button.send").click()
    said = {"ko": "글자 방향 문자", "en": "Remove it and send it again"}[language]
    expect(page.locator(".answer-text")).to_contain_text(said)
    # What was wrong with it has been taken out, the rest is there to be sent.
    expect(page.locator("#question")).to_have_value("총사업비는?")
    page.locator("#question").fill(ANSWERABLE[language])
    page.locator("button.send").click()
    expect(page.locator(".card").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_says_which_amount_it_cannot_read_and_how_to_write_it(
    visit: Visitor, library: Server, language: Language
) -> None:
    visit.foresee("status of 422")
    page = visit(f"{library.url}/search", language=language)
    page.locator("#text").fill("도로")
    page.locator(".find-more summary").click()
    page.locator("#at_least").fill("열 냥")
    page.locator("#search button[type=submit]").first.click()
    expect(page.locator("#at_least")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#at_least")).to_be_visible()
    assert page.locator("[aria-invalid]").count() == 1
    assert "10억" in described(page, "#at_least")
    assert page.locator("#text").input_value() == "도로"
    assert page.locator("#at_least").input_value() == "열 냥"


@pytest.mark.parametrize("language", LANGUAGES)
def test_years_to_compare_say_how_they_are_written(
    visit: Visitor, library: Server, language: Language
) -> None:
    page = visit(f"{library.url}/compare", language=language)
    page.locator("#municipality").select_option(index=1)
    page.locator("#year-left").fill("20")
    page.locator("#year-right").fill("2022")
    page.locator("#year-left").press("Enter")
    assert page.locator("#year-left").evaluate("(one) => one.validity.patternMismatch")
    assert "2022" in described(page, "#year-left")
    assert page.url.partition("?")[0].endswith("/compare")
    page.locator("#year-left").fill("2021")
    page.locator("#year-left").press("Enter")
    expect(page.locator(".sides")).to_be_visible()
    # What was chosen is there again, not to be typed twice.
    page.locator(".picker > summary").click()
    assert page.locator("#year-left").input_value() == "2021"


@pytest.mark.parametrize("language", LANGUAGES)
def test_staff_paste_their_token_and_are_told_when_it_is_not_the_one(
    visit: Visitor, language: Language
) -> None:
    visit.foresee("status of 401")
    page = visit("/feedback", language=language)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    stay = {"ko": "24시간", "en": "24 hours"}[language]
    expect(page.locator("main .hint")).to_contain_text(stay)
    page.locator("#token").fill("somebody-elses-token")
    page.locator("#token").press("Enter")
    expect(page.locator("#token")).to_have_attribute("aria-invalid", "true")
    assert described(page, "#token") == page.get_by_role("alert").inner_text()
    page.evaluate("(token) => navigator.clipboard.writeText(token)", STAFF_TOKEN)
    page.locator("#token").focus()
    page.keyboard.press("Control+V")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text(stay)
    expect(page.locator("#token")).to_have_count(0)


def test_deleting_takes_two_steps(visit: Visitor) -> None:
    visit.foresee("status of 401")
    page = visit("/")
    page.locator("#question").fill(ANSWERABLE["ko"])
    page.locator("#question").press("Enter")
    page.locator("form.feedback [value=helpful]").click()
    expect(page.locator(".feedback-said")).to_be_focused()
    page.goto(visit.whole("/feedback"))
    page.locator("#token").fill(STAFF_TOKEN)
    page.locator("#token").press("Enter")
    cards = page.locator(".feedback-card")
    count = cards.count()
    delete = cards.first.locator("button.danger")
    expect(delete).to_be_hidden()
    cards.first.locator("details summary").last.click()
    delete.click()
    expect(cards).to_have_count(count - 1)
