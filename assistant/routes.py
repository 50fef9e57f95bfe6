"""HTTP for people: ask, the chat page, the staff search and the pages about documents."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from functools import partial

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

import corpus
from assistant.desk import Answerer, Desk, DeskOptions, Holder, while_present
from assistant.examples import Welcome
from assistant.feedback import FeedbackBox, enclosure, feedback_routes
from assistant.intake import IntakeOptions, check_question, read_form, read_json_question
from assistant.library import Library, LibraryOptions
from assistant.logs import request_id, trace_of
from assistant.pages import Pages, language_of
from assistant.problems import RequestError
from assistant.refusals import error_row
from assistant.search import SearchOptions, SearchPage
from assistant.types import Question
from assistant.wire import EVENT_STREAM, answer_events, encode, event

_log = structlog.get_logger("sijeong.routes")


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteOptions:
    """Everything that can be tuned about the face for people.

    `chunk_characters`: a streamed answer comes a few words at a time, as fast as a person reads.
    """

    intake: IntakeOptions = field(default_factory=IntakeOptions)
    desk: DeskOptions = field(default_factory=DeskOptions)
    library: LibraryOptions = field(default_factory=LibraryOptions)
    search: SearchOptions = field(default_factory=SearchOptions)
    chunk_characters: int = 24


def routes(
    holder: Holder,
    assistant: Answerer,
    *,
    pages: Pages | None = None,
    welcome: Callable[[], Welcome | None] = lambda: None,
    options: RouteOptions | None = None,
    feedback: FeedbackBox | None = None,
) -> list[BaseRoute]:
    """The routes for people.

    `holder` lends the current snapshot and may raise a SijeongError while there is none;
    `welcome` gives what the chat page offers, None while that is being worked out;
    without a `feedback` box none is taken.
    """
    options = options or RouteOptions()
    pages = pages or Pages()
    desk = Desk(holder, assistant, options.desk, receipt=feedback.receipt if feedback else None)
    chat = Chat(desk, pages, welcome, options, feedback)
    library = Library(holder, pages, options.library)
    search = SearchPage(holder, pages, options.intake, options.search)

    async def asset(request: Request) -> Response:
        # Pages that name no icon of their own are asked for one at the root.
        found = pages.asset(request.path_params.get("name", "favicon.svg"))
        if found is None:
            raise HTTPException(404)
        return found

    return [
        Route("/api/ask", chat.ask, methods=["POST"]),
        Route("/", chat.page, methods=["GET", "POST"]),
        Route("/search", search.endpoint, methods=["GET", "POST"]),
        Route("/documents", library.documents),
        Route("/documents/{document_id:path}.txt", library.text),
        Route("/documents/{document_id:path}", library.document),
        Route("/coverage", library.coverage),
        *feedback_routes(feedback, holder, pages, options.intake),
        Route("/assets/{name}", asset),
        Route("/favicon.svg", asset),
        Route("/favicon.ico", asset),
    ]


class Chat:
    """Asking, by program (`/api/ask`) and by page (`/`)."""

    def __init__(
        self,
        desk: Desk,
        pages: Pages,
        welcome: Callable[[], Welcome | None],
        options: RouteOptions,
        feedback: FeedbackBox | None,
    ) -> None:
        self._desk = desk
        self._pages = pages
        self._welcome = welcome
        self._options = options
        self._feedback = feedback

    async def ask(self, request: Request) -> Response:
        """`POST /api/ask`: the contract's JSON, or the same as events where they are accepted."""
        question = await read_json_question(request, self._options.intake)
        headers = {"cache-control": "no-store", "vary": "Accept"}
        if EVENT_STREAM in request.headers.get("accept", ""):
            # Turned away while a status can still be sent; in the stream it would be too late.
            self._desk.admit()
            return StreamingResponse(
                self._events(question, request_id(request.scope)),
                media_type=EVENT_STREAM,
                # Without this, nginx holds events back until the answer is complete.
                headers={**headers, "x-accel-buffering": "no"},
            )
        row = await while_present(request, partial(self._desk.ask, question))
        return Response(encode(row), media_type="application/json", headers=headers)

    async def page(self, request: Request) -> Response:
        """`GET /` the chat page; `POST /` the same with an answer, for browsers without script."""
        if request.method != "POST":
            return self._render(request, question=None, row=None)
        fields = await read_form(request, self._options.intake)
        earlier = fields.get("history", [])[-self._options.intake.max_history :]
        question = check_question(
            {
                "question": next(iter(fields.get("question", [])), ""),
                "history": earlier,
                "municipality": next(iter(fields.get("municipality", [])), ""),
                # English readers are answered in English; else the question decides.
                "language": "en" if language_of(request) == "en" else None,
            },
            self._options.intake,
        )
        row = await while_present(request, partial(self._desk.ask, question))
        return self._render(request, question=question, row=row)

    def _render(
        self, request: Request, *, question: Question | None, row: dict[str, object] | None
    ) -> Response:
        most = self._options.intake.max_history
        return self._pages.render(
            request,
            "chat.html",
            headers={"cache-control": "no-store"} if row else None,
            welcome=self._welcome(),
            question=question,
            history=(*question.history, question.text)[-most:] if question else (),
            answer=row,
            max_question_characters=self._options.intake.max_question_characters,
            max_history=most,
            feedback=self._feedback,
            enclosure=enclosure(question, row) if self._feedback and question and row else "",
        )

    async def _events(self, question: Question, scope_id: str) -> AsyncIterator[bytes]:
        """`status`, then `text`, `citation` and `done`; `error` where there is no answer after all.

        Starlette cancels this where the client leaves: a question that waits is given up, and
        of one that is being answered nothing more is sent. A language model's sentences are sent
        one by one, each when it has passed the gate; everything else once the answer is there.
        """
        yield event("status", {"status": "searching"})
        early: asyncio.Queue[str | None] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def heard(sentence: str) -> None:
            loop.call_soon_threadsafe(early.put_nowait, sentence)

        work = asyncio.create_task(self._desk.ask(question, heard))
        work.add_done_callback(lambda done: early.put_nowait(None))
        said = ""
        try:
            while (sentence := await early.get()) is not None:
                piece = f"\n{sentence}" if said else sentence
                yield event("text", {"text": piece})
                said += piece
            row = await work
        except Exception as error:
            if not isinstance(error, corpus.SijeongError):
                _log.error("answer_failed", request_id=scope_id, trace=trace_of(error))
                error = RequestError("internal_error")
            yield event("error", error_row(error, scope_id))
            return
        finally:
            work.cancel()
        for one in answer_events(row, characters=self._options.chunk_characters, said=said):
            yield one
