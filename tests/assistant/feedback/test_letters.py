"""What citizens send: taken where it is about an answer that was given, masked, and on disk."""

from __future__ import annotations

import html
import json
import logging
import re
from pathlib import Path
from typing import Any

import pytest
import structlog
from starlette.applications import Starlette

from assistant.feedback import FeedbackBox, FeedbackOptions
from assistant.feedback.store import Search
from assistant.feedback.types import Feedback, Reason, Verdict
from assistant.types import AnswerStatus
from tests.assistant.face import (
    HOSTILE,
    PAGE,
    QUESTION,
    FakeAssistant,
    assert_is_an_error,
    client,
    make_app,
    read_events,
)
from tests.assistant.feedback.conftest import Clock
from tests.assistant.feedback.letters import RETURNED, ask, send

JSON = {"content-type": "application/json"}


def only(box: FeedbackBox) -> Feedback:
    (found,) = box.store.search(Search())
    return found


async def test_feedback_is_kept_with_the_answer_it_is_about(
    box: FeedbackBox, app: Starlette, clock: Clock
) -> None:
    async with client(app) as http:
        content = await ask(http, history=["보령시 예산은?"], municipality="충청남도 보령시")
        response = await send(
            http, content, verdict="not_helpful", reason="wrong_figure", comment="다른 금액이에요"
        )
    assert response.status_code == 201
    kept = only(box)
    assert response.json() == {"id": kept.id, "kept_days": 90}
    assert kept.given_at == clock().replace(second=0)
    assert (kept.verdict, kept.reason) == (Verdict.NOT_HELPFUL, Reason.WRONG_FIGURE)
    assert kept.comment == "다른 금액이에요"
    assert kept.given.question == QUESTION
    assert kept.given.history == ("보령시 예산은?",)
    assert kept.given.municipality == "충청남도 보령시"
    assert kept.given.status is AnswerStatus.ANSWERED
    assert kept.given.answer == content["answer"]
    assert kept.given.snapshot_id == content["snapshot"]
    (cited,) = kept.given.citations
    citation = content["citations"][0]
    assert cited.source == citation["document"]["source"]
    assert (cited.quote, cited.start) == (citation["quote"], citation["start"])


async def test_every_way_of_asking_gives_a_receipt_and_none_where_it_is_off(
    app: Starlette,
) -> None:
    events = {"accept": "text/event-stream"}
    async with client(app) as http:
        streamed = await http.post("/api/ask", json={"question": QUESTION}, headers=events)
        done = dict(read_events(streamed.text))["done"]
        content = {"question": QUESTION} | {name: done[name] for name in RETURNED}
        assert (await send(http, content)).status_code == 201
    async with client(make_app()) as http:
        plain = await http.post("/api/ask", json={"question": QUESTION})
    assert "receipt" not in plain.json()


async def test_a_declined_answer_takes_feedback_too(box: FeedbackBox) -> None:
    app = make_app(feedback=box, assistant=FakeAssistant(status=AnswerStatus.NOT_FOUND))
    async with client(app) as http:
        content = await ask(http)
        said = {"verdict": "not_helpful", "reason": "not_answered"}
        assert (await send(http, content, **said)).status_code == 201
    assert only(box).given.status is AnswerStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"receipt": None}, 403, "unknown_receipt"),
        ({"answer": "8,727억 원입니다."}, 403, "unknown_receipt"),
        ({"question": "다른 질문"}, 403, "unknown_receipt"),
        ({"status": "refused"}, 403, "unknown_receipt"),
        ({"citations": []}, 403, "unknown_receipt"),
        ({"question": ""}, 422, "empty_question"),
        ({"question": "a\u202eb"}, 422, "hidden_characters"),
        ({"history": "예산"}, 422, "not_a_list"),
        ({"verdict": None}, 422, "unknown_choice"),
        ({"verdict": ["helpful"]}, 422, "unknown_choice"),
        ({"verdict": "not_helpful"}, 422, "unknown_choice"),
        ({"verdict": "not_helpful", "reason": "because"}, 422, "unknown_choice"),
        ({"comment": 7}, 422, "not_text"),
        ({"comment": "가" * 1001}, 422, "text_too_long"),
        ({"comment": "a\u202eb"}, 422, "hidden_characters"),
        ({"comment": "a\x00b"}, 422, "control_characters"),
    ],
)
async def test_what_cannot_be_taken_is_refused_clearly(
    box: FeedbackBox, app: Starlette, changed: dict[str, Any], status: int, code: str
) -> None:
    async with client(app) as http:
        content = await ask(http)
        assert_is_an_error(await send(http, {**content, **changed}, **changed), status, code)
    assert box.store.count() == 0


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        (b"{", JSON, 400, "invalid_json"),
        (b"[]", JSON, 400, "not_an_object"),
        (b'"\xff"', JSON, 400, "invalid_encoding"),
        (b"{}", {"content-type": "text/plain"}, 415, "wrong_content_type"),
        (b"[" * 200_000, JSON, 400, "invalid_json"),
        (b'{"a": "' + b"a" * 300_000 + b'"}', JSON, 413, "body_too_large"),
    ],
)
async def test_a_body_that_is_none_is_refused_clearly(
    app: Starlette, body: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    async with client(app) as http:
        response = await http.post("/api/feedback", content=body, headers=headers)
    assert_is_an_error(response, status, code)


async def test_an_old_answer_takes_no_more_feedback(app: Starlette, clock: Clock) -> None:
    async with client(app) as http:
        content = await ask(http)
        clock.pass_by(hours=25)
        assert_is_an_error(await send(http, content), 403, "receipt_expired")


async def test_sending_twice_gives_one_row(box: FeedbackBox, app: Starlette) -> None:
    async with client(app) as http:
        content = await ask(http)
        await send(http, content, verdict="not_helpful", reason="other")
        await send(http, content, verdict="helpful", reason="other")
    assert (only(box).verdict, only(box).reason) == (Verdict.HELPFUL, None)


async def test_more_than_a_disk_bears_is_told_to_come_back_and_forgeries_take_no_turn(
    folder: Path,
) -> None:
    box = FeedbackBox(folder, options=FeedbackOptions(per_minute=3))
    async with client(make_app(feedback=box)) as http:
        content = await ask(http)
        for _ in range(10):
            assert (await send(http, content, receipt="v1")).status_code == 403
        for _ in range(3):
            assert (await send(http, await ask(http))).status_code == 201
        response = await send(http, content)
    assert_is_an_error(response, 429, "too_often")
    assert int(response.headers["retry-after"]) > 0
    box.close()


async def test_one_receipt_again_and_again_takes_no_turn_from_others(folder: Path) -> None:
    box = FeedbackBox(folder, options=FeedbackOptions(per_minute=4, receipt_per_minute=2))
    async with client(make_app(feedback=box)) as http:
        content, other = await ask(http), await ask(http)
        for _ in range(2):
            assert (await send(http, content)).status_code == 201
        for _ in range(10):
            assert_is_an_error(await send(http, content), 429, "too_often")
        assert (await send(http, other)).status_code == 201
    assert box.store.count() == 2
    box.close()


async def test_where_it_is_off_each_address_says_so() -> None:
    async with client(make_app()) as http:
        for method, address in (
            ("POST", "/api/feedback"),
            ("GET", "/feedback"),
            ("GET", "/feedback/export.jsonl"),
            ("POST", "/feedback/send"),
            ("POST", "/feedback/login"),
            ("DELETE", "/feedback/0123"),
        ):
            assert_is_an_error(await http.request(method, address), 404, "feedback_off")
        page = (await http.get("/", headers=PAGE)).text
    assert 'action="/feedback' not in page
    assert '"feedback":null' in html.unescape(page)
    assert "질문은 저장하지 않습니다." in page


async def test_personal_data_is_masked_wherever_people_typed_it(
    box: FeedbackBox,
    app: Starlette,
    folder: Path,
) -> None:
    async with client(app) as http:
        content = await ask(
            http,
            "제 번호 010-1234-5678로 총사업비를 알려 주세요",
            history=["저는 900101-1234567입니다"],
            municipality="hong@example.com",
        )
        said = {"verdict": "not_helpful", "reason": "other", "comment": "전화: 02-987-6543"}
        assert (await send(http, content, **said)).status_code == 201
    kept = only(box)
    assert kept.given.question == "제 번호 [가림: 전화번호]로 총사업비를 알려 주세요"
    assert kept.given.history == ("저는 [가림: 주민등록번호]입니다",)
    assert kept.given.municipality == "[가림: 전자우편]"
    assert kept.comment == "전화: [가림: 전화번호]"
    stored = b"".join(path.read_bytes() for path in folder.iterdir())
    for secret in (b"1234-5678", b"900101", b"hong@", b"987-6543"):
        assert secret not in stored


async def test_nothing_is_kept_or_logged_of_who_sends_nothing(
    box: FeedbackBox,
    app: Starlette,
    folder: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    secret = "비밀단어열쇠"  # noqa: S105 (a word to look for)
    with structlog.testing.capture_logs() as logs:
        async with client(app) as http:
            content = await ask(http, f"{secret} 예산은?")
            await send(http, content, receipt="v1", comment=secret)
            assert secret.encode() not in b"".join(one.read_bytes() for one in folder.iterdir())
            await send(http, content, comment=secret)
    assert secret not in f"{logs}{caplog.text}"
    assert only(box).comment == secret


# The page


async def test_the_page_offers_the_form_and_says_what_is_kept(app: Starlette) -> None:
    async with client(app) as http:
        asked = {"question": QUESTION}
        page = html.unescape((await http.post("/", data=asked, headers=PAGE)).text)
        english = html.unescape((await http.post("/?lang=en", data=asked, headers=PAGE)).text)
        told = (await http.get("/api/conversation?language=ko")).json()
    assert "90일 동안 보관" in page
    assert "개인정보는 적지 마세요" in page
    assert "kept for 90 days" in english
    assert page.count('type="radio" name="reason"') == len(Reason)
    assert all(f'value="{reason}"' in page for reason in Reason)
    assert "숫자가 틀려요" in page
    assert told["feedback"]["days"] == 90
    assert told["feedback"]["reasons"] == list(Reason)
    assert {f"why_{reason}" for reason in Reason} <= told["words"].keys()


@pytest.mark.parametrize("question", [QUESTION, f"{QUESTION} <b> \"x\" '&' &quot;"])
async def test_the_form_works_without_script(
    box: FeedbackBox, app: Starlette, question: str
) -> None:
    async with client(app) as http:
        asked = {"question": question, "history": ["이전 질문"], "municipality": "충청남도 보령시"}
        page = (await http.post("/?lang=en", data=asked, headers=PAGE)).text
        (given,) = re.findall(r'<input type="hidden" name="given" value="([^"]*)">', page)
        form = {"given": html.unescape(given), "verdict": "not_helpful", "reason": "other"}
        thanks = await http.post("/feedback/send?lang=en", data=form, headers=PAGE)
    assert thanks.status_code == 200
    assert "Thank you" in thanks.text
    assert "90 days" in thanks.text
    kept = only(box)
    assert kept.given.question == question
    assert kept.given.history == ("이전 질문",)
    assert kept.given.language == "en"
    assert kept.reason is Reason.OTHER


async def test_a_form_that_is_not_ours_is_refused_as_a_page(app: Starlette) -> None:
    async with client(app) as http:
        for given in ("", "{", "[]", "7"):
            response = await http.post("/feedback/send", data={"given": given}, headers=PAGE)
            assert response.status_code == 400
            assert response.headers["content-type"].startswith("text/html")
        content = json.dumps({"question": HOSTILE[:20]})
        response = await http.post(
            "/feedback/send", data={"given": content, "verdict": "helpful"}, headers=PAGE
        )
        assert response.status_code == 403
