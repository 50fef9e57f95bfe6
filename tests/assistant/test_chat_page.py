import html
import re

import pytest

from assistant.examples import Welcome
from assistant.types import AnswerStatus
from tests.assistant.face import (
    ADDRESS,
    PAGE,
    QUESTION,
    SNAPSHOT_ID,
    FakeAssistant,
    assert_is_an_error,
    client,
    make_app,
)

JSON = {"content-type": "application/json"}
FORM = {"content-type": "application/x-www-form-urlencoded"}


async def test_the_page_answers_without_script_and_without_a_question_in_an_address() -> None:
    async with client(make_app()) as http:
        response = await http.post(
            "/", data={"question": QUESTION, "history": ["이전 질문"]}, headers=PAGE
        )
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    assert "총사업비는 690억 원입니다" in response.text
    assert 'href="#c1"' in response.text
    assert 'id="c1"' in response.text
    link = html.unescape(re.findall(r'class="open" href="([^"]+)"', response.text)[0])
    assert link.startswith(f"{ADDRESS}?from=")
    assert link.endswith("#cited")
    assert response.text.partition('id="ask"')[2].count('type="hidden" name="history"') == 2
    assert not re.search(r'(href|action|src)="[^"]*무궁화', response.text)
    assert "300억 원 + 390억 원" in response.text


async def test_each_status_is_shown_as_what_it_is() -> None:
    for status in AnswerStatus:
        app = make_app(assistant=FakeAssistant(status=status))
        async with client(app) as http:
            page = (await http.post("/", data={"question": QUESTION}, headers=PAGE)).text
        assert f"status-{status}" in page


async def test_the_page_speaks_korean_unless_english_is_wanted() -> None:
    async with client(make_app()) as http:
        korean = (await http.get("/", headers=PAGE)).text
        english = (await http.get("/", headers=PAGE | {"accept-language": "en"})).text
        chosen = (await http.get("/?lang=en", headers=PAGE)).text
    assert '<html lang="ko">' in korean
    assert "물어보기" in korean
    assert '<html lang="en">' in english
    assert '<html lang="en">' in chosen
    assert 'href="/documents?lang=en"' in chosen
    assert 'action="/?lang=en"' in chosen


async def test_the_page_offers_places_and_proved_questions() -> None:
    offer = Welcome(
        snapshot_id=SNAPSHOT_ID,
        built_on="2026-11-22",
        municipalities=("인천광역시", '<"보령시">'),
        document_count=2,
        examples={"ko": ('보령시 "예산" <은>?',), "en": ()},
    )
    async with client(make_app(welcome=offer)) as http:
        page = (await http.get("/", headers=PAGE)).text
    assert "인천광역시" in page
    assert "&lt;&#34;보령시&#34;&gt;" in page
    assert 'value="보령시 &#34;예산&#34; &lt;은&gt;?"' in page


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        (b"question=", FORM, 422, "empty_question"),
        (b"question=%ff%fe", FORM, 400, "invalid_encoding"),
        ("question=예산".encode(), FORM, 400, "invalid_encoding"),
        (b"&".join([b"a=1"] * 100), FORM, 400, "invalid_form"),
        (b"question=a", JSON, 415, "wrong_content_type"),
        (b"question=" + b"a" * 300_000, FORM, 413, "body_too_large"),
    ],
)
async def test_a_bad_form_gets_the_message_as_a_page_or_as_json(
    body: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    async with client(make_app()) as http:
        # A search may be without words: then it is narrowed by its other fields alone.
        for address in ("/",) if code == "empty_question" else ("/", "/search"):
            page = await http.post(address, content=body, headers=headers | PAGE)
            assert page.status_code == status
            assert page.headers["content-type"].startswith("text/html")
            error = await http.post(address, content=body, headers=headers)
            assert_is_an_error(error, status, code)
            said = html.unescape(page.text)
            assert error.json()["error"]["message_ko"] in said
            assert error.json()["error"]["message_en"] in said


async def test_assets_are_kept_for_good_under_an_address_that_changes_with_them() -> None:
    async with client(make_app()) as http:
        page = (await http.get("/", headers=PAGE)).text
        (address,) = re.findall(r'href="(/assets/[0-9a-f]{12}/style\.css)"', page)
        response = await http.get(address)
    assert response.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in response.headers["cache-control"]


async def test_a_page_that_names_no_icon_finds_one_at_the_root() -> None:
    async with client(make_app()) as http:
        for address in ("/favicon.svg", "/favicon.ico"):
            response = await http.get(address)
            assert response.headers["content-type"] == "image/svg+xml"
            assert response.content.startswith(b"<svg")
