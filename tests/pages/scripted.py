"""A server of words within the page: a test says what comes of a question, and when.

    talk = Scripted(visit, language="ko")
    talk.ask("질문")
    talk.say("text", {"text": "답"})       # the stream stays open
    talk.done(reply(answer="답 [1]"))       # or talk.cut(), talk.refuse(429, {...}, after="7")

The page is the program's own; only its `fetch` is replaced before its scripts run, so everything
that a browser does with an answer happens as it does with a real one.
"""

from __future__ import annotations

import json
import time
from typing import Any

from playwright.sync_api import Page

from tests.pages.visiting import PATIENCE, Reader, Visitor

FETCH = """
globalThis.asked = [];
globalThis.patient = globalThis.fetch;
globalThis.fetch = (address, init) => new Promise((resolve, reject) => {
  if (!String(address).includes("/api/ask")) {
    resolve(new Response(JSON.stringify(globalThis.following ?? { questions: [] })));
    return;
  }
  const encoder = new TextEncoder();
  let stream;
  const body = new ReadableStream({ start: (controller) => { stream = controller; } });
  let isOpen = false;
  const open = () => { if (!isOpen) { isOpen = true; resolve(new Response(body)); } };
  const one = {
    body: JSON.parse(init.body),
    stopped: false,
    send: (text) => { open(); stream.enqueue(encoder.encode(text)); },
    // A reply that was complete needs no end: who has it has stopped listening.
    end: () => { open(); try { stream.close(); } catch { /* it is over */ } },
    refuse: (status, text, headers) => resolve(new Response(text, { status, headers })),
    fail: () => reject(new TypeError("Failed to fetch")),
  };
  init.signal.addEventListener("abort", () => {
    one.stopped = true;
    reject(init.signal.reason);
    try { stream.error(init.signal.reason); } catch { /* it is over */ }
  });
  asked.push(one);
});
"""


def document(**values: object) -> dict[str, object]:
    """A cited document as /api/ask gives it."""
    return {
        "id": "kr-boryeong/plan-2022",
        "source": "plan.txt",
        "title": "2022 주요업무계획",
        "municipality": "충청남도 보령시",
        "published_on": "2022-01-06",
        "licence": "KOGL-1",
        "is_digest": False,
        "is_truncated": False,
        "superseded_by": None,
        **values,
    }


def reply(**values: Any) -> dict[str, Any]:  # noqa: ANN401 (whatever a reply may hold)
    """A whole reply as /api/ask gives it; `document` replaces values of the cited document."""
    cited = document(**values.pop("document", {}))
    citation = {
        "number": 1,
        "document": cited,
        "section": ["제2장", "1. 산림 휴양"],
        "page": "7",
        "quote": "총사업비 690억 원",
        "start": 10,
        "end": 20,
        "url": "/documents/kr-boryeong/plan-2022?from=10&to=20#cited",
        **values.pop("citation", {}),
    }
    return {
        "status": "answered",
        "answer": "총사업비는 690억 원입니다 [1].",
        "language": "ko",
        "citations": [citation],
        "calculations": [],
        "facts": [],
        "query": None,
        "context": {"municipalities": ["충청남도 보령시"], "years": [2022]},
        "snapshot": "0123456789abcdef",
        "timings_ms": {},
        **values,
    }


def declined(status: str, answer: str) -> dict[str, Any]:
    """A reply without an answer."""
    return reply(status=status, answer=answer, citations=[])


class Scripted:
    """The chat page with a server of words; `page` is Playwright's own."""

    def __init__(self, visit: Visitor, address: str = "/", **reader: Any) -> None:  # noqa: ANN401
        self.page: Page = visit.window(Reader(**reader))
        self.page.add_init_script(FETCH)
        self.page.goto(visit.whole(address))
        self.box = self.page.locator(".ask textarea")
        self.turns = self.page.locator(".turn")
        self.live = self.page.locator(".announcement")

    def ask(self, question: str) -> None:
        """Type a question and press Enter."""
        before = self.count()
        self.box.fill(question)
        self.box.press("Enter")
        self.until(before + 1)

    def count(self) -> int:
        """How often the server was asked."""
        count: int = self.page.evaluate("asked.length")
        return count

    def until(self, count: int) -> None:
        """Wait until the server was asked so many times."""
        # Playwright's own waiting for a script evaluates text, which the page's policy refuses.
        late = time.monotonic() + PATIENCE / 1_000
        while self.count() < count:
            assert time.monotonic() < late, f"asked {self.count()} times, not {count}"
            self.page.wait_for_timeout(20)

    def body(self, place: int = -1) -> dict[str, Any]:
        """What the server was asked, the last time unless another is named."""
        body: dict[str, Any] = self.page.evaluate("(n) => asked.at(n).body", place)
        return body

    def say(self, name: str, data: object) -> None:
        """An event of the stream that was opened last."""
        text = f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
        self.raw(text)

    def raw(self, text: str) -> None:
        """Characters of that stream as they are."""
        self.page.evaluate("(text) => asked.at(-1).send(text)", text)

    def done(self, answer: dict[str, Any]) -> None:
        """The whole reply and the end of the stream."""
        self.say("done", answer)
        self.cut()

    def cut(self) -> None:
        """The end of the stream, whether or not it was complete."""
        self.page.evaluate("asked.at(-1).end()")

    def refuse(self, status: int, body: object, after: str | None = None) -> None:
        """A refusal in the place of a stream."""
        headers = {"Retry-After": after} if after else {}
        text = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
        self.page.evaluate(
            "([status, text, headers]) => asked.at(-1).refuse(status, text, headers)",
            [status, text, headers],
        )

    def fail(self) -> None:
        """No connection at all."""
        self.page.evaluate("asked.at(-1).fail()")

    def answer(self, question: str, answer: dict[str, Any] | None = None) -> None:
        """A question with its reply, from first to last."""
        count = self.turns.count()
        self.ask(question)
        self.done(answer or reply())
        self.turns.nth(count).locator(".actions").wait_for()


def error(code: str, korean: str, english: str) -> dict[str, Any]:
    """An error as the program says it."""
    return {
        "error": {
            "code": code,
            "message_ko": korean,
            "message_en": english,
            "request_id": "0123abcd",
        }
    }
