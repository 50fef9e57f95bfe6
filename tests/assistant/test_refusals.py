"""Problems as people see them: a page like the others that says what to do next."""

import html
import re

import httpx
import pytest

from tests.assistant.face import (
    PAGE,
    QUESTION,
    FakeAssistant,
    assert_is_an_error,
    client,
    make_app,
)

FORM = {"content-type": "application/x-www-form-urlencoded"}


def said_in(page: httpx.Response) -> str:
    """What a page says, without its marks."""
    assert page.headers["content-type"].startswith("text/html")
    assert 'class="brand"' in page.text
    main = page.text.partition("<main")[2].partition("</main>")[0]
    return html.unescape(re.sub(r"<[^>]+>", " ", main))


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_an_address_that_leads_nowhere_says_where_to_look(language: str) -> None:
    async with client(make_app()) as http:
        page = await http.get("/nowhere", headers=PAGE | {"accept-language": language})
        program = await http.get("/nowhere")
    assert page.status_code == 404
    said = said_in(page)
    assert ("아래에서 찾아보세요" if language == "ko" else "Look for it below") in said
    assert all(f'href="{address}"' in page.text for address in ("/", "/search", "/documents"))
    assert_is_an_error(program, 404, "not_found")


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_before_it_is_ready_a_page_says_when_and_links_to_itself(language: str) -> None:
    async with client(make_app(is_ready=False)) as http:
        page = await http.get(
            "/search?text=a&year=2022", headers=PAGE | {"accept-language": language}
        )
    assert page.status_code == 503
    assert page.headers["retry-after"] == "2"
    assert ("약 2초 뒤에" if language == "ko" else "about 2 seconds") in said_in(page)
    assert 'class="again" href="?text=a&amp;year=2022"' in page.text


async def test_a_form_that_is_too_large_is_not_offered_again_by_a_link() -> None:
    async with client(make_app()) as http:
        body = b"question=" + b"a" * 300_000
        page = await http.post("/", content=body, headers=FORM | PAGE)
    assert page.status_code == 413
    said = said_in(page)
    assert "줄여 다시 시도해 주세요" in said
    assert "뒤로 가면 적은 내용이 남아 있습니다" in said
    assert 'class="again"' not in page.text


async def test_without_script_a_question_that_is_turned_away_stays_in_its_box() -> None:
    app = make_app(is_ready=False)
    sent = {"question": QUESTION, "history": ["앞의 질문"], "municipality": "보령시"}
    async with client(app) as http:
        page = await http.post("/", data=sent, headers=PAGE)
        program = await http.post("/", data=sent)
    assert page.status_code == 503
    assert page.headers["retry-after"] == "2"
    assert page.headers["cache-control"] == "no-store"
    assert "2초 뒤에 다시 시도해 주세요" in said_in(page)
    assert f">{QUESTION}</textarea>" in page.text
    assert '<input type="hidden" name="history" value="앞의 질문">' in page.text
    assert_is_an_error(program, 503, "not_ready")


async def test_characters_that_cannot_be_seen_are_shown_and_taken_out_of_the_box() -> None:
    async with client(make_app(assistant=FakeAssistant())) as http:
        page = await http.post(
            "/", data={"question": "예산\u202e<b>은</b>?"}, headers=PAGE | {"accept-language": "en"}
        )
        again = await http.post("/", data={"question": "예산<b>은</b>?"}, headers=PAGE)
    assert page.status_code == 422
    assert (
        '<span lang="ko">예산</span><span class="unseen">U+202E</span>'
        '&lt;b&gt;<span lang="ko">은</span>&lt;/b&gt;' in page.text
    )
    assert ">예산&lt;b&gt;은&lt;/b&gt;?</textarea>" in page.text
    assert "The question below is without it" in page.text
    assert again.status_code == 200
