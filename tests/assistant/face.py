"""The face for people over a small snapshot: named fakes and an app, for tests of its parts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, cast
from weakref import finalize

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import corpus
import index
from assistant.examples import Welcome
from assistant.feedback import FeedbackBox
from assistant.headers import SecurityHeaders
from assistant.logs import RequestLog
from assistant.pages import Pages
from assistant.problems import RequestError
from assistant.refusals import Refusals
from assistant.routes import RouteOptions, open_asking, routes
from assistant.types import Answer, AnswerStatus, Calculation, Citation, Question
from assistant.viewer import span_address
from tests.factories import FACT_QUOTE, make_corpus, make_document, make_reading

ADDRESS = "/documents/kr-boryeong/plan-2022"
PAGE = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
SNAPSHOT_ID = "0123456789abcdef"
QUESTION = "무궁화수목원 보완사업의 총사업비는 얼마인가요?"
HOSTILE = (
    "<script>alert('x')</script> \"quoted\" & \u202egnp.exe\u202c <img src=x onerror=alert(1)>"
)


class FakeSnapshot:
    """A corpus in memory that answers as a snapshot does, without an index."""

    def __init__(self, content: corpus.Corpus) -> None:
        self._readings = {one.document.id: one for one in content.readings}
        self._series = content.series
        self._content = content
        self._built: index.Snapshot | None = None
        self.manifest = index.Manifest(
            snapshot_id=SNAPSHOT_ID,
            format_version=1,
            built_at=datetime(2026, 11, 22, tzinfo=UTC),
            corpus_digest=content.digest,
            model_name="hashing",
            model_revision="1",
            counts={"documents": len(content.readings)},
            files={},
            excluded=content.excluded,
        )

    def documents(self, request: index.RecordRequest) -> tuple[corpus.Document, ...]:
        found = [
            one.document
            for one in self._readings.values()
            if not request.supersedes or one.document.supersedes in request.supersedes
        ]
        return self._page(found, request)

    def sections(self, request: index.RecordRequest) -> tuple[corpus.Section, ...]:
        return self._page([s for one in self._of(request) for s in one.sections], request)

    def passages(self, request: index.RecordRequest) -> tuple[corpus.Passage, ...]:
        found = [
            passage
            for one in self._of(request)
            for passage in one.passages
            if not request.section_ids or passage.section_id in request.section_ids
        ]
        return self._page(found, request)

    def facts(self, request: index.RecordRequest) -> tuple[corpus.Fact, ...]:
        found = [
            fact
            for one in self._of(request)
            for fact in one.facts
            if (not request.kinds or fact.kind in request.kinds)
            and (not request.passage_ids or fact.passage_id in request.passage_ids)
            and (not request.name_contains or request.name_contains in fact.name)
            and _is_meant(bool(fact.doubts), request.publication)
        ]
        return self._page(found, request)

    def audits(self, request: index.RecordRequest) -> tuple[corpus.ArithmeticAudit, ...]:
        found = [
            audit
            for one in self._of(request)
            for audit in one.audits
            if not request.audit_results or audit.result in request.audit_results
        ]
        return self._page(found, request)

    def series(self, request: index.RecordRequest) -> tuple[corpus.Series, ...]:
        wanted = set(request.fact_ids)
        doubtful = {fact.id for one in self._readings.values() for fact in one.facts if fact.doubts}
        found = []
        for one in self._series:
            named = {point.fact_id for point in one.points}
            if (not wanted or wanted & named) and _is_meant(
                bool(doubtful & named), request.publication
            ):
                found.append(one)
        return self._page(found, request)

    def count(self, table: str, request: index.RecordRequest) -> int:
        name = {"arithmetic_audits": "audits"}.get(table, table)
        records: Sequence[object] = getattr(self, name)(request)
        return len(records)

    def text(self, document_id: str) -> str | None:
        reading = self._readings.get(document_id)
        return reading.text if reading else None

    def left_out(self, document_id: str) -> tuple[corpus.Span, ...]:
        return self._readings[document_id].left_out

    def matches(self, request: index.MatchRequest) -> index.Matches:
        return self._indexed().matches(request)

    def vocabulary(self, most: int) -> tuple[tuple[str, int], ...]:
        return self._indexed().vocabulary(most)

    def document_frequency(self, words: Sequence[str]) -> dict[str, int]:
        return self._indexed().document_frequency(words)

    def _indexed(self) -> index.Snapshot:
        """The same corpus with an index, built for the few tests that search it."""
        if self._built is None:
            embedder = index.HashingEmbedder()
            data = Path(mkdtemp())
            finalize(self, rmtree, data, ignore_errors=True)
            manifest = index.build_snapshot(self._content, data, embedder=embedder)
            folder = data / "snapshots" / manifest.snapshot_id
            self._built = index.open_snapshot(folder, embedder=embedder)
        return self._built

    def search(self, request: index.SearchRequest) -> tuple[index.Hit, ...]:
        words = request.text.split()
        return tuple(
            index.Hit(
                passage=passage,
                score=0.5,
                lexical_rank=1,
                vector_rank=None,
                lexical_score=2.0,
                cosine=None,
            )
            for one in self._readings.values()
            for passage in one.passages
            if any(word in passage.text for word in words)
        )[: request.limit]

    def _of(self, request: index.RecordRequest) -> Iterator[corpus.Reading]:
        for document_id, reading in self._readings.items():
            if not request.document_ids or document_id in request.document_ids:
                yield reading

    @staticmethod
    def _page(records: Sequence[Any], request: index.RecordRequest) -> tuple[Any, ...]:
        found = sorted(
            (
                one
                for one in records
                if (not request.ids or one.id in request.ids)
                and (not request.after or one.id > request.after)
            ),
            key=lambda one: one.id,
        )
        return tuple(found[: request.limit])


def _is_meant(is_doubtful: bool, publication: index.Publication) -> bool:
    return publication is index.Publication.ANY or is_doubtful is (
        publication is index.Publication.DOUBTFUL
    )


class FakeHolder:
    """Lends one snapshot for ever, or says that there is none yet."""

    def __init__(self, snapshot: FakeSnapshot | None) -> None:
        self._snapshot = snapshot

    @contextmanager
    def lease(self) -> Iterator[index.Snapshot]:
        if self._snapshot is None:
            raise RequestError("not_ready")
        yield cast("index.Snapshot", self._snapshot)


class FakeAssistant:
    """Answers every question from the first fact of the first document; remembers what was asked.

    `before` is called first, on the worker thread: to wait there, or to fail.
    """

    def __init__(
        self,
        *,
        status: AnswerStatus = AnswerStatus.ANSWERED,
        before: Callable[[Question], object] = lambda question: None,
    ) -> None:
        self.asked: list[Question] = []
        self._status = status
        self._before = before

    def answer(
        self,
        question: Question,
        snapshot: index.Snapshot,
        heard: Callable[[str], None] | None = None,
    ) -> Answer:
        self._before(question)
        self.asked.append(question)
        if self._status is not AnswerStatus.ANSWERED:
            return Answer(
                status=self._status,
                text="자료에서 찾지 못했습니다.",
                language="ko",
                snapshot_id=SNAPSHOT_ID,
            )
        document = snapshot.documents(index.RecordRequest())[0]
        fact = snapshot.facts(index.RecordRequest(document_ids=(document.id,)))[0]
        citation = Citation(
            number=1,
            document=document,
            section=("제2장 주요 추진사업", "1. 산림 휴양"),
            page=fact.page,
            quote=fact.quote,
            start=fact.start,
            end=fact.end,
            url=span_address(document.id, fact.start, fact.end),
        )
        return Answer(
            status=AnswerStatus.ANSWERED,
            text=f"{fact.name}의 총사업비는 {fact.raw_text}입니다 [1].",
            language="ko",
            snapshot_id=SNAPSHOT_ID,
            citations=(citation,),
            calculations=(
                Calculation(expression="300억 원 + 390억 원", result="690억 원", inputs=(1,)),
            ),
            facts=(fact,),
            query="{ facts { name } }",
            timings_ms={"retrieve": 3.14159},
        )


def make_hostile_reading() -> corpus.Reading:
    """A document that tries, everywhere it can, to become markup or to mislead the eye."""
    return make_reading(
        document=make_document(
            id="kr-boryeong/hostile",
            title=f"문서 {HOSTILE}",
            publisher=HOSTILE,
            municipality=HOSTILE,
            source_url="javascript:alert(1)",
            source="<b>.txt",
            is_digest=True,
            is_truncated=True,
            inferred=("publisher",),
        ),
        heading_path=(f"1. {HOSTILE}",),
        paragraphs=(f"○ {HOSTILE} {FACT_QUOTE}을 투입한다.", "메뉴 </p></body>"),
        facts=[{"name": HOSTILE, "raw_text": HOSTILE, "flags": ("<i>",)}],
    )


def make_app(
    *readings: corpus.Reading,
    assistant: FakeAssistant | None = None,
    is_ready: bool = True,
    excluded: Sequence[corpus.Excluded] = (),
    series: Sequence[corpus.Series] = (),
    options: RouteOptions | None = None,
    welcome: Welcome | None = None,
    feedback: FeedbackBox | None = None,
) -> Starlette:
    """An app with the routes for people, the middleware and the error answers around them."""
    snapshot = (
        FakeSnapshot(make_corpus(*readings, excluded=excluded, series=series)) if is_ready else None
    )
    holder = FakeHolder(snapshot)
    pages = Pages()
    refusals = Refusals(pages)

    async def broken(request: Request) -> Response:
        raise ValueError("a secret of the inside")

    return Starlette(
        routes=[
            *routes(
                holder,
                open_asking(
                    holder, assistant or FakeAssistant(), options=options, feedback=feedback
                ),
                pages=pages,
                options=options,
                welcome=lambda: welcome,
                feedback=feedback,
            ),
            Route("/broken", broken),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(RequestLog, failure=refusals.failed),
        ],
        exception_handlers=refusals.handlers,
    )


def client(app: Starlette) -> httpx.AsyncClient:
    """A client that talks to the app without a network."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://city.test")


def read_events(body: str) -> list[tuple[str, dict[str, Any]]]:
    """The events of a stream, each with its name and its data."""
    events = []
    for block in body.split("\n\n"):
        if block:
            name, data = block.split("\n")
            events.append((name.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return events


def assert_is_an_error(response: httpx.Response, status: int, code: str) -> None:
    """The response is one clear message in both languages, in the contract's shape."""
    assert response.status_code == status
    error = response.json()["error"]
    assert error.keys() == {"code", "message_ko", "message_en", "request_id"}
    assert error["code"] == code
    assert re.search("[가-힣]", error["message_ko"])
    assert re.search("[a-z]{3}", error["message_en"])
    assert error["request_id"] == response.headers["x-request-id"]
    assert response.headers["cache-control"] == "no-store"


def streaming_scope() -> dict[str, Any]:
    """An ASGI request for an answer as a stream of events, for tests that are the server."""
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "method": "POST",
        "path": "/api/ask",
        "raw_path": b"/api/ask",
        "query_string": b"",
        "headers": [(b"content-type", b"application/json"), (b"accept", b"text/event-stream")],
        "server": ("city.test", 80),
        "client": ("192.0.2.1", 1),
        "scheme": "http",
    }
