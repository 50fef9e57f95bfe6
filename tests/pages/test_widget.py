"""The widget on sites of others, under the strictest policy."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.embedding import ACTIVE, CLOSE, LAUNCHER, Stage, answered, ask, launch
from tests.pages.sites import ANSWERABLE
from tests.pages.visiting import LANGUAGES, NARROWEST, Language, Reader, Visitor


def shadow(page: Page, script: str) -> object:
    return page.evaluate(
        f"(() => {{ const chat = document.querySelector('sijeong-chat'); {script} }})()"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_site_under_the_strictest_policy_gets_answers(
    go: Visitor, stage: Stage, language: Language
) -> None:
    page = go(stage.listed.page(stage.server.url, lang=language), language=language)
    told: list[str] = []
    page.expose_function("tell", lambda said: told.append(said))
    for name in ("sijeong-open", "sijeong-answer", "sijeong-close"):
        page.evaluate(
            f"addEventListener('{name}', (e) => tell(`${{e.type}} ${{JSON.stringify(e.detail)}}`))"
        )
    launch(page, language)
    ask(page, language)
    answered(page)
    link = page.locator("sijeong-chat .citations a").first
    assert (link.get_attribute("href") or "").startswith(f"{stage.server.url}/documents/")
    assert link.get_attribute("target") == "_blank"
    assert "noopener" in (link.get_attribute("rel") or "")
    expect(page.locator("sijeong-chat .contact")).to_be_visible()
    page.get_by_role("button", name=CLOSE[language]).click()
    page.wait_for_timeout(200)
    assert told == ["sijeong-open {}", 'sijeong-answer {"status":"answered"}', "sijeong-close {}"]
    assert page.evaluate(ACTIVE) == "launcher"
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_until_it_is_opened_only_the_loader_is_fetched(go: Visitor, stage: Stage) -> None:
    page = go.window(Reader())
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(stage.listed.page(stage.server.url))
    page.wait_for_timeout(300)
    assert [one for one in asked if stage.server.url in one.split("?")[0]] == [
        f"{stage.server.url}/widget.js"
    ]
    launch(page)
    expect(page.locator("sijeong-chat textarea")).to_be_focused()
    scripts = [one for one in asked if one.endswith((".js", ".css")) and "/assets/" in one]
    assert len(scripts) > 5
    assert len({one.split("/assets/")[1].split("/")[0] for one in scripts}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unlisted_site_is_told_so_kindly(go: Visitor, stage: Stage, language: Language) -> None:
    go.foresee("403")
    go.foresee("origins")
    page = go(stage.unlisted.page(stage.server.url, lang=language), language=language)
    launch(page, language)
    said = page.locator("sijeong-chat [role=alert]")
    expect(said).to_contain_text("등록" if language == "ko" else "registered")
    beside = said.locator("a")
    assert beside.get_attribute("href") == f"{stage.server.url}/?lang={language}"
    assert beside.get_attribute("rel") == "noopener"


def test_the_keyboard_opens_closes_and_is_given_back(go: Visitor, stage: Stage) -> None:
    page = go(stage.listed.page(stage.server.url))
    page.get_by_role("link", name="link").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(ACTIVE) == "launcher"
    page.keyboard.press("Enter")
    expect(page.locator("sijeong-chat textarea")).to_be_focused()
    expect(page.get_by_role("dialog", name="시정 도우미")).to_be_visible()
    page.keyboard.insert_text("적다 만 질문")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.evaluate(ACTIVE) == "launcher"
    page.keyboard.press("Enter")
    expect(page.locator("sijeong-chat textarea")).to_be_focused()
    assert page.locator("sijeong-chat textarea").input_value() == "적다 만 질문"
    # Not a trap: the rest of the page is reached with the same keys.
    page.keyboard.press("Shift+Tab")
    for _ in range(12):
        if page.evaluate("document.activeElement.tagName") == "A":
            break
        page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.textContent") == "link"


def test_escape_takes_the_chat_away_from_the_page_below(go: Visitor, stage: Stage) -> None:
    page = go(stage.listed.page(stage.server.url))
    launch(page)
    expect(page.locator("sijeong-chat textarea")).to_be_focused()
    link = page.get_by_role("link", name="link")
    link.focus()
    taking = "(one) => one.addEventListener('keydown', (e) => e.preventDefault(), { once: true })"
    link.evaluate(taking)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(link).to_be_focused()


def test_escape_while_a_syllable_is_composed_is_the_keyboards(go: Visitor, stage: Stage) -> None:
    page = go(stage.listed.page(stage.server.url))
    launch(page)
    box = page.locator("sijeong-chat textarea")
    expect(box).to_be_focused()
    box.evaluate(
        "(box) => box.dispatchEvent(new KeyboardEvent('keydown', "
        "{key: 'Escape', keyCode: 229, isComposing: true, bubbles: true, composed: true}))"
    )
    expect(page.get_by_role("dialog")).to_be_visible()


def test_an_open_attribute_takes_no_focus_and_covers_no_phone(go: Visitor, stage: Stage) -> None:
    address = stage.listed.page(stage.server.url, "open")
    page = go(address)
    expect(page.locator("sijeong-chat textarea")).to_be_visible()
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    phone = go(address, width=NARROWEST, height=640)
    expect(phone.get_by_role("button", name=LAUNCHER["ko"])).to_be_visible()
    expect(phone.locator("sijeong-chat textarea")).to_have_count(0)


def test_on_a_phone_the_chat_fills_the_window_and_nothing_is_cut_off(
    go: Visitor, stage: Stage
) -> None:
    page = go(stage.listed.page(stage.server.url), width=NARROWEST, height=640)
    launch(page)
    ask(page)
    answered(page)
    assert shadow(page, "return chat.shadowRoot.querySelector('dialog').matches(':modal')") is True
    assert page.evaluate("document.documentElement.scrollWidth") == NARROWEST
    overflow = shadow(
        page,
        "const b = chat.shadowRoot.querySelector('.body'); return b.scrollWidth - b.clientWidth",
    )
    assert overflow == 0
    page.keyboard.press("Escape")
    assert page.evaluate(ACTIVE) == "launcher"


@pytest.mark.parametrize("mode", ["iframe", "inline iframe"])
def test_a_frame_of_its_own_origin_does_the_same(go: Visitor, stage: Stage, mode: str) -> None:
    page = go(stage.listed.page(stage.server.url, f'mode="{mode}"'))
    frame = page.frame_locator("sijeong-chat iframe")
    box = frame.locator("sijeong-chat textarea")
    if mode == "iframe":
        launch(page)
        expect(box).to_be_focused()
    else:
        box.click()
    page.evaluate("addEventListener('sijeong-answer', (e) => { window.told = e.detail.status; })")
    page.keyboard.insert_text(ANSWERABLE["ko"])
    page.keyboard.press("Enter")
    expect(frame.locator(".citations blockquote")).to_contain_text("690억 원")
    page.wait_for_function("window.told === 'answered'")
    if mode == "iframe":
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
        assert page.evaluate(ACTIVE) == "launcher"
    else:
        high = "document.querySelector('sijeong-chat').shadowRoot.querySelector('iframe')"
        page.wait_for_function(f"{high}.getBoundingClientRect().height > 400")


def test_messages_from_others_move_nothing(go: Visitor, stage: Stage) -> None:
    page = go(stage.listed.page(stage.server.url, 'mode="inline iframe"'))
    expect(page.frame_locator("sijeong-chat iframe").locator("textarea")).to_be_visible()
    page.wait_for_timeout(300)
    measure = (
        "document.querySelector('sijeong-chat').shadowRoot.querySelector('iframe').style.blockSize"
    )
    before = page.evaluate(measure)
    page.evaluate("postMessage({type: 'sijeong-height', height: 3999}, '*')")
    page.wait_for_timeout(200)
    assert page.evaluate(measure) == before


def test_an_unlisted_site_cannot_frame_the_chat(go: Visitor, stage: Stage) -> None:
    go.foresee("frame")
    go.foresee("widget")
    page = go(stage.unlisted.page(stage.server.url))
    page.evaluate(
        "(address) => { const f = document.createElement('iframe'); f.src = address;"
        " document.body.append(f); }",
        f"{stage.server.url}/widget",
    )
    page.wait_for_timeout(700)
    (inner,) = page.frames[1:]
    assert inner.locator("sijeong-chat").count() == 0


def test_firefox_does_the_same(firefox_browser: Browser, stage: Stage) -> None:
    visitor = Visitor(firefox_browser, stage.server)
    # The site's own icon, which its own policy forbids.
    visitor.foresee("favicon.ico")
    page = visitor(stage.listed.page(stage.server.url))
    launch(page)
    ask(page)
    answered(page)
    page.keyboard.press("Escape")
    assert page.evaluate(ACTIVE) == "launcher"
    visitor.close()


def test_an_answer_within_a_page_does_not_move_the_page(go: Visitor, stage: Stage) -> None:
    page = go(stage.listed.page(stage.server.url, 'mode="inline"'), height=500)
    box = page.locator("sijeong-chat textarea")
    expect(box).to_be_visible()
    page.evaluate("document.body.style.paddingBlock = '300px 2000px'; scrollTo(0, 310)")
    box.fill(ANSWERABLE["ko"])
    before = page.evaluate("scrollY")
    box.press("Enter")
    answered(page)
    assert page.evaluate("scrollY") == before


def test_the_element_keeps_the_attributes_that_its_page_wrote(go: Visitor, stage: Stage) -> None:
    page = go(stage.listed.page(stage.server.url, 'mode="inline" theme="dark"'))
    expect(page.locator("sijeong-chat textarea")).to_be_visible()
    chat = page.locator("sijeong-chat")
    assert chat.evaluate("(one) => one.getAttributeNames()") == ["mode", "theme"]
    paper = "(one) => getComputedStyle(one.shadowRoot.querySelector('.panel')).backgroundColor"
    assert chat.evaluate(paper) == "rgb(20, 24, 22)"
    chat.evaluate("(one) => one.setAttribute('theme', 'light')")
    assert chat.evaluate(paper) == "rgb(251, 250, 247)"
    card = "(one) => getComputedStyle(one.shadowRoot.querySelector('.ask')).backgroundColor"
    chat.evaluate("(one) => one.style.setProperty('--sijeong-card', '#fffffe')")
    assert chat.evaluate(card) == "rgb(255, 255, 254)"
