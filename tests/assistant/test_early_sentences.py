"""Sentences of a language model in the event stream: each as soon as it is certain."""

import threading
from collections.abc import Callable
from typing import Any

import anyio
from starlette.types import Message

import index
from assistant.types import Answer, Question
from tests.assistant.face import (
    QUESTION,
    FakeAssistant,
    client,
    make_app,
    read_events,
    streaming_scope,
)

EARLY = "숲의 총사업비는 이렇습니다 [1]."


class Hurried(FakeAssistant):
    """Lets sentences out early, then waits for leave before the rest is there."""

    def __init__(self, *early: str, fails: bool = False) -> None:
        super().__init__()
        self.may_end = threading.Event()
        self.early = early
        self.fails = fails

    def answer(
        self,
        question: Question,
        snapshot: index.Snapshot,
        heard: Callable[[str], None] | None = None,
    ) -> Answer:
        found = super().answer(question, snapshot)
        assert heard is not None
        for one in self.early:
            heard(one)
        if not self.may_end.wait(timeout=10) or self.fails:
            raise RuntimeError("the rest never came")
        text = "\n".join((*self.early, found.text))
        fields = {name: getattr(found, name) for name in Answer.__slots__}
        return Answer(**(fields | {"text": text, "composer": "language_model"}))


async def stream(assistant: Hurried) -> list[tuple[str, dict[str, Any]]]:
    """The events of one answer, which may end once the last early sentence has been sent."""
    body = b""
    messages: list[Message] = [
        {"type": "http.request", "body": f'{{"question": "{QUESTION}"}}'.encode()}
    ]

    async def receive() -> Message:
        if not messages:
            await anyio.sleep_forever()
        return messages.pop()

    async def send(message: Message) -> None:
        nonlocal body
        body += message.get("body", b"")
        if body.count(b"event: text") == len(assistant.early):
            assistant.may_end.set()

    with anyio.fail_after(8):
        await make_app(assistant=assistant)(streaming_scope(), receive, send)
    return read_events(body.decode())


async def test_a_sentence_is_sent_before_the_rest_is_there_and_said_once() -> None:
    events = await stream(Hurried(EARLY, EARLY))
    texts = [data["text"] for name, data in events if name == "text"]
    assert texts[:2] == [EARLY, f"\n{EARLY}"]
    name, whole = events[-1]
    assert name == "done"
    assert "".join(texts) == whole["answer"]
    assert whole["composer"] == "language_model"


async def test_a_failure_after_the_first_sentence_ends_with_an_error_event() -> None:
    events = await stream(Hurried(EARLY, fails=True))
    assert [name for name, _ in events] == ["status", "text", "error"]


async def test_without_a_language_model_nothing_is_said_of_a_composer() -> None:
    async with client(make_app()) as http:
        reply = (await http.post("/api/ask", json={"question": QUESTION})).json()
    assert "composer" not in reply
