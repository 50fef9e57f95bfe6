import threading
from collections.abc import AsyncIterator

import anyio
import httpx
import pytest
from starlette.types import Message

from assistant.desk import DeskOptions
from assistant.intake import IntakeOptions
from assistant.problems import RequestError
from assistant.routes import RouteOptions
from assistant.types import Question
from tests.assistant.face import (
    ADDRESS,
    PAGE,
    QUESTION,
    SNAPSHOT_ID,
    FakeAssistant,
    assert_is_an_error,
    client,
    make_app,
    read_events,
    streaming_scope,
)
from tests.factories import FACT_QUOTE

JSON = {"content-type": "application/json"}


async def test_an_answer_cites_a_span_that_stands_in_the_served_text() -> None:
    async with client(make_app()) as http:
        reply = (await http.post("/api/ask", json={"question": QUESTION})).json()
        (citation,) = reply["citations"]
        text = (await http.get(f"/documents/{citation['document']['id']}.txt")).text
    assert reply["status"] == "answered"
    assert reply["snapshot"] == SNAPSHOT_ID
    assert text[citation["start"] : citation["end"]] == citation["quote"] == FACT_QUOTE


async def test_what_was_asked_reaches_the_assistant_whole() -> None:
    assistant = FakeAssistant()
    async with client(make_app(assistant=assistant)) as http:
        await http.post(
            "/api/ask",
            json={
                "question": "그럼 작년은?",
                "history": ["보령시 예산은?"],
                "language": "en",
                "municipality": "충청남도 보령시",
            },
        )
    assert assistant.asked == [
        Question(
            text="그럼 작년은?",
            history=("보령시 예산은?",),
            language="en",
            municipality="충청남도 보령시",
        )
    ]


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        (b'{"question": ""}', JSON, 422, "empty_question"),
        (b'{"question": "%s"}' % (b"a" * 1001), JSON, 422, "question_too_long"),
        (b'{"question": 5}', JSON, 422, "not_text"),
        (b'{"question": null}', JSON, 422, "not_text"),
        (b'{"question": "a\\u0000b"}', JSON, 422, "control_characters"),
        (b'{"question": "a\\u202eb"}', JSON, 422, "hidden_characters"),
        (b'{"question": "a\\ud800b"}', JSON, 400, "invalid_json"),
        (b'{"question": "\xff\xfe"}', JSON, 400, "invalid_encoding"),
        ('{"question": "예산"}'.encode("cp949"), JSON, 400, "invalid_encoding"),
        (b"", JSON, 400, "invalid_json"),
        (b"{", JSON, 400, "invalid_json"),
        (b'{"question": NaN}', JSON, 400, "invalid_json"),
        (b"[" * 100_000, JSON, 400, "invalid_json"),
        (b'{"question":' * 20_000, JSON, 400, "invalid_json"),
        (b"[]", JSON, 400, "not_an_object"),
        (b'"question"', JSON, 400, "not_an_object"),
        (b"null", JSON, 400, "not_an_object"),
        (b'{"question": "a"}', {}, 415, "wrong_content_type"),
        (b'{"question": "a"}', {"content-type": "text/plain"}, 415, "wrong_content_type"),
        (b'{"question": "%s"}' % (b"a" * 300_000), JSON, 413, "body_too_large"),
    ],
)
async def test_bad_input_gets_one_clear_message_and_the_server_goes_on(
    body: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    assistant = FakeAssistant()
    async with client(make_app(assistant=assistant)) as http:
        assert_is_an_error(await http.post("/api/ask", content=body, headers=headers), status, code)
        assert assistant.asked == []
        assert (await http.post("/api/ask", json={"question": QUESTION})).status_code == 200


async def test_a_body_that_does_not_say_its_length_is_stopped_at_the_limit() -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 1
            yield b"a" * 10_000

    async with client(make_app()) as http:
        response = await http.post("/api/ask", content=endless(), headers=JSON)
    assert_is_an_error(response, 413, "body_too_large")
    assert sent < 40


async def test_a_body_that_is_dripped_in_is_given_up() -> None:
    async def dripping() -> AsyncIterator[bytes]:
        while True:
            yield b" "
            await anyio.sleep(0.01)

    app = make_app(options=RouteOptions(intake=IntakeOptions(body_seconds=0.1)))
    async with client(app) as http:
        response = await http.post("/api/ask", content=dripping(), headers=JSON)
    assert_is_an_error(response, 408, "body_too_slow")


async def test_a_wrong_method_is_told_the_right_one() -> None:
    async with client(make_app()) as http:
        response = await http.get("/api/ask", headers=PAGE)
    assert_is_an_error(response, 405, "method_not_allowed")
    assert response.headers["allow"] == "POST"


async def test_before_there_is_a_snapshot_everyone_is_asked_to_come_back() -> None:
    async with client(make_app(is_ready=False)) as http:
        response = await http.post("/api/ask", json={"question": QUESTION})
        assert_is_an_error(response, 503, "not_ready")
        assert int(response.headers["retry-after"]) > 0
        for address in ("/documents", "/coverage", "/search", ADDRESS, f"{ADDRESS}.txt"):
            response = await http.get(address, headers=PAGE)
            assert response.status_code == 503
            assert int(response.headers["retry-after"]) > 0
            assert "준비하고 있습니다" in response.text


async def test_too_many_at_once_are_told_when_to_come_back() -> None:
    may_go = threading.Event()
    assistant = FakeAssistant(before=lambda question: may_go.wait(timeout=10))
    options = RouteOptions(desk=DeskOptions(workers=1, waiting=0))
    statuses = []
    async with client(make_app(assistant=assistant, options=options)) as http:

        async def ask() -> None:
            statuses.append((await http.post("/api/ask", json={"question": "먼저"})).status_code)

        async with anyio.create_task_group() as group:
            group.start_soon(ask)
            with anyio.fail_after(5):
                while not await is_full(http):
                    await anyio.sleep(0.01)
            for accept in ("application/json", "text/event-stream"):
                response = await http.post(
                    "/api/ask", json={"question": "나중"}, headers={"accept": accept}
                )
                assert_is_an_error(response, 429, "too_many_questions")
                assert int(response.headers["retry-after"]) > 0
            may_go.set()
    assert statuses == [200]


async def is_full(http: httpx.AsyncClient) -> bool:
    # An empty question is refused before the desk, a stream at the desk without being worked on.
    response = await http.post(
        "/api/ask", json={"question": "나중"}, headers={"accept": "text/event-stream"}
    )
    return response.status_code == 429


async def test_the_stream_says_the_same_as_the_json() -> None:
    async with client(make_app()) as http:
        whole = (await http.post("/api/ask", json={"question": QUESTION})).json()
        response = await http.post(
            "/api/ask", json={"question": QUESTION}, headers={"accept": "text/event-stream"}
        )
    assert response.headers["content-type"].startswith("text/event-stream")
    assert response.headers["cache-control"] == "no-store"
    events = read_events(response.text)
    assert events[0] == ("status", {"status": "searching"})
    assert [name for name, _ in events if name != "text"] == ["status", "citation", "done"]
    assert "".join(data["text"] for name, data in events if name == "text") == whole["answer"]
    assert events[-1] == ("done", whole)


@pytest.mark.parametrize(
    ("error", "code"),
    [(ValueError("a secret of the inside"), "internal_error"), (None, "not_ready")],
)
async def test_a_stream_that_fails_ends_with_an_error_event(
    error: Exception | None, code: str
) -> None:
    def fail(question: Question) -> None:
        raise error or RequestError("not_ready")

    async with client(make_app(assistant=FakeAssistant(before=fail))) as http:
        response = await http.post(
            "/api/ask", json={"question": QUESTION}, headers={"accept": "text/event-stream"}
        )
    (_, last) = read_events(response.text)
    assert last[0] == "error"
    assert last[1]["error"]["code"] == code
    assert last[1]["error"]["request_id"] == response.headers["x-request-id"]
    assert "secret" not in response.text


async def test_a_client_that_leaves_the_stream_is_sent_nothing_more() -> None:
    app = make_app()
    body = b'{"question": "a"}'
    sent: list[Message] = []
    has_left = anyio.Event()
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        if messages:
            return messages.pop()
        await has_left.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)
        if message["type"] == "http.response.body":
            has_left.set()
            await anyio.sleep(0.05)  # a slow line, on which the leaving is noticed

    with anyio.fail_after(5):
        await app(streaming_scope(), receive, send)
    received = b"".join(message.get("body", b"") for message in sent)
    assert received.count(b"event:") == 1
