"""The conversation: streamed, stopped, gone on with, kept in the tab, and never read out twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.pages.axe import Axe
from tests.pages.scripted import Scripted, declined, reply
from tests.pages.sites import ANSWERABLE
from tests.pages.visiting import LANGUAGES, Language, Visitor
from tests.server import Server

HOSTILE = '<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>'
TURNED = "\u202etxt.exe\u202c\u200b"


def test_words_come_as_they_are_told_and_are_not_read_out(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.ask("총사업비는?")
    talk.say("status", {"status": "searching"})
    coming = talk.page.locator(".is-coming")
    expect(coming).to_contain_text("문서를 찾고 있습니다")
    talk.say("text", {"text": "총사업비는 "})
    talk.say("text", {"text": "690억 원"})
    expect(talk.page.locator(".streaming")).to_have_text("총사업비는 690억 원")
    # Nothing of it is in the accessibility tree, nor in the live region, until all of it is there.
    assert "690억" not in talk.page.locator("body").aria_snapshot()
    expect(talk.live).to_have_text("")
    talk.done(reply())
    expect(talk.live).to_have_text("답변: 총사업비는 690억 원입니다. 근거 1개가 함께 있습니다.")
    expect(talk.box).to_be_focused()


def test_exactly_one_announcement_is_made(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.page.evaluate(
        "globalThis.said = [];"
        "for (const one of document.querySelectorAll('[aria-live], [role=status]'))"
        " new MutationObserver(() => one.textContent && said.push(one.textContent))"
        ".observe(one, { childList: true, characterData: true, subtree: true })"
    )
    talk.ask("총사업비는?")
    for word in ("총사업비는 ", "690억 ", "원입니다 [1]."):
        talk.say("text", {"text": word})
    talk.done(reply())
    expect(talk.page.locator(".card")).to_have_count(1)
    assert talk.page.evaluate("said.length") == 1
    assert talk.page.locator(".turns[aria-live], .turns [aria-live]").count() == 0


def test_each_turn_has_its_headings_and_the_languages_are_said(visit: Visitor) -> None:
    talk = Scripted(visit, language="en")
    talk.answer("How much?", reply(language="en", answer="69 billion won [1]."))
    tree = talk.page.locator(".turns").aria_snapshot()
    assert 'heading "Question: How much?" [level=2]' in tree
    assert 'heading "Sources" [level=3]' in tree
    expect(talk.page.locator(".answer-text")).to_have_attribute("lang", "en")
    expect(talk.page.locator("blockquote")).to_have_attribute("lang", "ko")
    expect(talk.page.locator("html")).to_have_attribute("lang", "en")


def test_a_citation_says_all_that_a_reader_needs_to_trust_it(visit: Visitor) -> None:
    newer = {"id": "kr-boryeong/plan-2023", "title": "2023 계획", "url": "/documents/x"}
    cited = {"is_digest": True, "superseded_by": newer}
    talk = Scripted(visit, address="/?lang=ko")
    talk.answer("총사업비는?", reply(document=cited))
    card = talk.page.locator(".card")
    for words in (
        "2022 주요업무계획",
        "충청남도 보령시",
        "2022-01-06",
        "7쪽",
        "공공누리 제1유형",
        "요약본",
        "이전 문서",
        "2023 계획",
        "1. 산림 휴양",
        "총사업비 690억 원",
    ):
        expect(card).to_contain_text(words)
    assert card.locator(".open").get_attribute("href") == (
        "/documents/kr-boryeong/plan-2022?from=10&to=20&lang=ko#cited"
    )
    expect(talk.page.locator(".dated")).to_contain_text("2022-01-06")
    talk.page.locator(".answer-text .mark").click()
    expect(card).to_be_focused()


def test_an_answer_can_be_stopped_and_asked_for_again(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.ask("총사업비는?")
    talk.say("text", {"text": "반쪽 답"})
    send = talk.page.locator("button.send")
    expect(send).to_be_hidden()
    talk.page.get_by_role("button", name="멈추기").click()
    expect(talk.turns.last).to_contain_text("답변을 멈췄습니다")
    # Half an answer has no sources, so it does not stay.
    expect(talk.turns.last).not_to_contain_text("반쪽 답")
    assert talk.page.evaluate("asked[0].stopped") is True
    expect(send).to_be_visible()
    talk.page.get_by_role("button", name="다시 시도").click()
    talk.until(2)
    talk.done(reply())
    expect(talk.page.locator(".card")).to_have_count(1)
    expect(talk.turns).to_have_count(1)
    assert talk.body()["question"] == "총사업비는?"


def test_a_question_is_edited_and_asked_again_with_what_came_before_it(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.answer("하나")
    talk.answer("둘")
    talk.answer("셋")
    assert talk.body()["history"] == ["하나", "둘"]
    talk.turns.nth(1).get_by_role("button", name="고쳐 묻기").click()
    expect(talk.box).to_have_value("둘")
    expect(talk.box).to_be_focused()
    talk.answer("둘 고침")
    assert talk.body()["history"] == ["하나"]
    expect(talk.turns).to_have_count(4)


def test_the_context_is_shown_and_can_be_left_behind(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.answer("보령시 2022년 총사업비는?")
    expect(talk.page.locator(".chip")).to_contain_text("보령시 · 2022")
    talk.answer("그럼 이용객은?")
    assert talk.body()["history"] == ["보령시 2022년 총사업비는?"]
    assert talk.body()["municipality"] == "충청남도 보령시"
    talk.page.get_by_role("button", name="‘보령시 · 2022’ 이어 묻지 않기").click()
    expect(talk.page.locator(".context")).to_be_hidden()
    expect(talk.box).to_be_focused()
    talk.answer("다른 것은?")
    assert talk.body()["history"] == []
    assert talk.body()["municipality"] is None


def test_offered_questions_are_asked_as_they_were_proved(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.answer("앞선 질문")
    talk.page.evaluate("globalThis.following = { questions: ['보령시 2021년은?', '앞선 질문', 7] }")
    talk.answer("보령시 2022년은?")
    offered = talk.page.locator(".follow-up")
    expect(offered).to_have_text(["보령시 2021년은?"])
    offered.first.click()
    talk.until(3)
    assert (talk.body()["question"], talk.body()["history"]) == ("보령시 2021년은?", [])
    expect(offered).to_have_count(0)
    expect(talk.box).to_be_focused()


def test_every_question_that_is_offered_has_an_answer(visit: Visitor, library: Server) -> None:
    page = visit(library.url)
    page.locator("#question").fill("보령시 2022년 예산 총액은 얼마인가요?")
    page.locator("#question").press("Enter")
    offered = page.locator(".follow-up").first
    offered.click()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".turn").last.locator(".status")).to_have_text("답변")
    expect(page.locator(".turn").last.locator(".citations .card").first).to_be_visible()


def test_the_conversation_is_kept_in_the_tab_until_it_is_cleared(visit: Visitor) -> None:
    page = visit("/")
    page.locator("#question").fill(ANSWERABLE["ko"])
    page.locator("#question").press("Enter")
    page.locator(".citations .open").click()
    page.go_back()
    expect(page.locator(".asked")).to_contain_text(ANSWERABLE["ko"])
    page.reload()
    expect(page.locator(".citations .card")).to_have_count(1)
    apart = page.context.new_page()
    apart.goto(page.url)
    expect(apart.locator(".turn")).to_have_count(0)
    page.get_by_role("button", name="대화 지우기").click()
    expect(page.locator(".hero")).to_have_class("hero")
    expect(page.locator("#question")).to_be_focused()
    page.reload()
    expect(page.locator(".hero")).to_have_class("hero")
    expect(page.locator(".turn")).to_have_count(0)


def test_what_another_version_kept_breaks_nothing(visit: Visitor) -> None:
    page = visit("/")
    page.evaluate("sessionStorage.setItem('sijeong-conversation', '{\"turns\": [{\"a\": 1}]}')")
    page.reload()
    expect(page.locator(".hero")).to_have_class("hero")
    page.locator("#question").fill(ANSWERABLE["ko"])
    page.locator("#question").press("Enter")
    expect(page.locator(".citations .card")).to_have_count(1)


def test_an_answer_is_copied_with_its_sources(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    talk.answer("총사업비는?", reply(answer=f"690억 원 [1] {HOSTILE}"))
    talk.page.get_by_role("button", name="출처와 함께 복사").click()
    expect(talk.page.locator(".action-said")).to_have_text("복사했습니다.")
    read = (
        "async (type) => {"
        " const [one] = await navigator.clipboard.read();"
        " return (await one.getType(type)).text(); }"
    )
    text = talk.page.evaluate(read, "text/plain")
    assert "[1] 2022 주요업무계획, 충청남도 보령시, 2022-01-06, 7쪽" in text
    assert f"{visit.whole('/documents/kr-boryeong/plan-2022?from=10&to=20#cited')}" in text
    markup = talk.page.evaluate(read, "text/html")
    assert "<script" not in markup
    assert 'from=10&amp;to=20#cited"' in markup


def test_where_there_is_no_clipboard_a_copy_is_answered(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.answer("총사업비는?")
    talk.page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "addEventListener('copy', (event) => {}, true)"
    )
    talk.page.get_by_role("button", name="출처와 함께 복사").click()
    expect(talk.page.locator(".action-said")).to_have_text("복사했습니다.")


def test_printing_leaves_the_answer_and_where_its_sources_are(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.answer("총사업비는?")
    talk.page.emulate_media(media="print")
    for hidden in (".ask", ".actions", ".top", ".feedback"):
        for one in talk.page.locator(hidden).all():
            expect(one).to_be_hidden()
    expect(talk.page.locator(".answer-text")).to_be_visible()
    address = talk.page.locator(".open").evaluate(
        "(one) => getComputedStyle(one, '::after').content"
    )
    assert "/documents/kr-boryeong/plan-2022" in address


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_words_are_shown_and_never_run(visit: Visitor, language: Language) -> None:
    said = f"{HOSTILE} {TURNED}"
    cited = {"title": said, "municipality": said, "licence": said, "published_on": said}
    chart = {
        "kind": "parts",
        "title": said,
        "title_language": "ko",
        "description": said,
        "drawing": {
            "look": "bars",
            "width": 10,
            "height": 10,
            "shapes": [
                {"tag": "script", "at": {}, "text": "globalThis.ran = true"},
                {"tag": "rect", "at": {"onclick": "globalThis.ran = true", "x": "1"}, "text": None},
            ],
        },
        "key_size": 10,
        "key": [{"shapes": [], "label": said}],
        "note": said,
        "columns": [{"text": said, "is_number": False}],
        "rows": [[{"text": said, "is_number": False, "url": "javascript:x", "language": "ko"}]],
        "csv": "javascript:globalThis.ran = true",
        "labels": {"table": "t", "csv": "c"},
    }
    talk = Scripted(visit, language=language)
    hostile = reply(
        answer=f"{said} [1]",
        status="answered",
        query=said,
        document=cited,
        citation={
            "section": [said],
            "page": said,
            "quote": said,
            "url": "javascript:globalThis.ran = true",
        },
        calculations=[{"expression": said, "result": said, "inputs": [1, 99]}],
        context={"municipalities": [said], "years": [2022]},
        charts=[chart],
    )
    talk.page.evaluate("(text) => { globalThis.following = { questions: [text] }; }", said)
    talk.answer("질문 <b>굵게</b>", hostile)
    page = talk.page
    expect(page.locator(".follow-up")).to_have_count(1)
    assert page.evaluate("globalThis.ran") is None
    turns = page.locator(".turns")
    assert turns.locator("script, img, b, [onclick], [onerror]").count() == 0
    assert "\u202e" not in turns.inner_text()
    expect(turns).to_contain_text("U+202E")
    expect(page.locator(".open")).to_have_attribute("href", "#")
    assert turns.locator('a[href^="javascript"]').count() == 0


def test_a_long_word_stays_on_the_narrowest_phone(visit: Visitor) -> None:
    talk = Scripted(visit, width=320, height=640)
    word = "가나다라마바사아" * 60
    talk.answer(word, reply(answer=word, document={"title": word}, citation={"quote": word}))
    assert talk.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_script_the_page_has_the_same_cards(visit: Visitor) -> None:
    told = []
    for script in (True, False):
        page = visit("/", script=script)
        page.locator("#question").fill(ANSWERABLE["ko"])
        page.locator("button.send").click()
        card = page.locator(".turn .answer .sources")
        expect(card).to_be_visible()
        told.append(" ".join(card.inner_text().split()))
    assert told[0] == told[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_accessible(
    visit: Visitor, axe: Axe, language: Language, scheme: str
) -> None:
    talk = Scripted(visit, language=language, scheme=scheme)
    axe(talk.page)
    talk.ask("총사업비는?")
    talk.say("text", {"text": "총사업비는"})
    axe(talk.page)
    talk.done(reply(document={"is_digest": True}))
    expect(talk.page.locator(".card")).to_have_count(1)
    talk.answer("없는 것?", declined("not_found", "찾지 못했습니다."))
    talk.ask("오류?")
    talk.refuse(404, "")
    expect(talk.page.locator(".status-problem")).to_be_visible()
    axe(talk.page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), [(390, 844), (360, 740)])
def test_what_stays_at_hand_leaves_a_phone_to_what_is_read(
    visit: Visitor, library: Server, language: Language, width: int, height: int
) -> None:
    page = visit(library.url, language=language, width=width, height=height)
    page.locator("#question").fill("보령시 2022년 예산 총액은 얼마인가요?")
    page.locator("#question").press("Enter")
    expect(page.locator(".context .chip")).to_be_visible()
    box = page.locator(".ask").bounding_box()
    assert box
    assert box["y"] + box["height"] <= height
    assert box["height"] < height / 5
    expect(page.locator(".automatic strong")).to_be_in_viewport()


def test_targets_are_large_enough_for_a_finger(visit: Visitor) -> None:
    talk = Scripted(visit, width=390, height=844, touch=True)
    talk.answer("총사업비는?")
    sizes = talk.page.locator("main :is(button, select, summary, a.open, a.mark)").evaluate_all(
        "(all) => all.filter((one) => one.checkVisibility())"
        ".map((one) => { const box = one.getBoundingClientRect();"
        " return [one.className || one.tagName, box.width, box.height]; })"
    )
    assert sizes
    assert [one for one in sizes if min(one[1:]) < 24] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_chooses_a_place_is_offered_questions_about_it(
    visit: Visitor, library: Server, language: Language
) -> None:
    page = visit(f"{library.url}/", language=language)
    buttons = page.locator(".examples button")
    expect(buttons.first).to_be_visible()
    general = buttons.all_inner_texts()
    place = next(
        name
        for name in page.locator("#municipality option").all_inner_texts()[1:]
        if not any(name in text for text in general)
    )
    page.locator("#municipality").select_option(place)
    expect(buttons.first).to_contain_text(place)
    assert all(place in text for text in buttons.all_inner_texts())
    buttons.first.click()
    expect(page.locator(".turns .status-answered .card").first).to_be_visible()
    page.locator("button.clear").click()
    page.locator("#municipality").select_option("")
    expect(buttons).to_have_text(general)
