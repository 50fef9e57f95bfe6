"""HTTP for people: ask, the chat page, the staff search and the pages about documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

import corpus
from assistant.asking import Asking
from assistant.charts import ChartOptions, chart_routes
from assistant.comparison import ComparisonOptions, comparison_routes
from assistant.conversation import ConversationSettings
from assistant.desk import Answerer, Desk, DeskOptions, Holder, while_present
from assistant.examples import Welcome
from assistant.feedback import FeedbackBox, enclosure, feedback_routes
from assistant.follow_ups import ADDRESS as FOLLOW_UPS
from assistant.follow_ups import FollowUpOptions, FollowUps
from assistant.intake import IntakeOptions, read_form, read_json, without_hidden
from assistant.library import Library, LibraryOptions
from assistant.local_examples import LocalExamples, LocalOptions
from assistant.logs import request_id
from assistant.pages import Pages, language_of
from assistant.refusals import headers_of, retry_seconds, wants_page
from assistant.staff import SearchOptions, StaffSearch
from assistant.types import Question
from assistant.wire import EVENT_STREAM, encode, event


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteOptions:
    """Everything that can be tuned about the face for people.

    `chunk_characters`: a streamed answer comes a few words at a time, as fast as a person reads.
    """

    intake: IntakeOptions = field(default_factory=IntakeOptions)
    desk: DeskOptions = field(default_factory=DeskOptions)
    library: LibraryOptions = field(default_factory=LibraryOptions)
    search: SearchOptions = field(default_factory=SearchOptions)
    charts: ChartOptions = field(default_factory=ChartOptions)
    follow_ups: FollowUpOptions = field(default_factory=FollowUpOptions)
    local_examples: LocalOptions = field(default_factory=LocalOptions)
    comparison: ComparisonOptions = field(default_factory=ComparisonOptions)
    chunk_characters: int = 24


def open_asking(
    holder: Holder,
    assistant: Answerer,
    *,
    options: RouteOptions | None = None,
    feedback: FeedbackBox | None = None,
) -> Asking:
    """The one way to the assistant, which every face shares so that their bounds add up."""
    options = options or RouteOptions()
    desk = Desk(
        holder,
        assistant,
        options.desk,
        receipt=feedback.receipt if feedback else None,
        charts=options.charts,
    )
    return Asking(desk, options.intake, characters=options.chunk_characters)


def routes(
    holder: Holder,
    asking: Asking,
    *,
    pages: Pages | None = None,
    welcome: Callable[[], Welcome | None] = lambda: None,
    guide: Callable[[], Answerer | None] = lambda: None,
    options: RouteOptions | None = None,
    feedback: FeedbackBox | None = None,
) -> list[BaseRoute]:
    """The routes for people.

    `holder` lends the current snapshot and may raise a SijeongError while there is none;
    `welcome` gives what the chat page offers, None while that is being worked out; `guide` gives
    who answers the questions that are offered, None while there is nobody;
    without a `feedback` box none is taken.
    """
    options = options or RouteOptions()
    pages = pages or Pages()
    local = LocalExamples(holder, guide, welcome, options.local_examples)
    settings = ConversationSettings(pages, welcome, options.intake, feedback, local)
    chat = Chat(asking, pages, settings, welcome, options, feedback)
    follow_ups = FollowUps(holder, guide, options.intake, options.follow_ups)
    library = Library(holder, pages, options.library)
    search = StaffSearch(holder, pages, options.intake, options.search)

    async def asset(request: Request) -> Response:
        # Pages that name no icon of their own are asked for one at the root.
        wanted = request.path_params
        found = pages.assets.response(
            wanted.get("name", "favicon.svg"),
            wanted.get("version"),
            encodings=request.headers.get("accept-encoding", ""),
        )
        if found is None:
            raise HTTPException(404)
        return found

    return [
        Route("/api/ask", chat.ask, methods=["POST"]),
        Route("/api/conversation", settings.endpoint),
        Route(FOLLOW_UPS, follow_ups.endpoint, methods=["POST"]),
        Route("/", chat.page, methods=["GET", "POST"]),
        Route("/search", search.page, methods=["GET", "POST"]),
        Route("/search/export.csv", partial(search.export, form="csv"), methods=["GET", "POST"]),
        Route("/search/export.xlsx", partial(search.export, form="xlsx"), methods=["GET", "POST"]),
        Route("/documents", library.documents),
        Route("/documents/{document_id:path}.txt", library.text),
        Route("/documents/{document_id:path}", library.document),
        Route("/coverage", library.coverage),
        Route("/coverage.csv", library.coverage_csv),
        *chart_routes(holder, options.charts),
        *comparison_routes(holder, pages, options.comparison),
        *feedback_routes(feedback, holder, pages, options.intake),
        Route("/assets/{version}/{name}", asset),
        Route("/assets/{name}", asset),
        Route("/favicon.svg", asset),
        Route("/favicon.ico", asset),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What the form of the chat page was sent with, taken or not."""

    question: str
    history: tuple[str, ...]
    municipality: str

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """The same as fields of a form."""
        earlier = (("history", one) for one in self.history)
        return (*earlier, ("question", self.question), ("municipality", self.municipality))


class Chat:
    """Asking, by program (`/api/ask`) and by page (`/`)."""

    def __init__(
        self,
        asking: Asking,
        pages: Pages,
        settings: ConversationSettings,
        welcome: Callable[[], Welcome | None],
        options: RouteOptions,
        feedback: FeedbackBox | None,
    ) -> None:
        self._asking = asking
        self._pages = pages
        self._settings = settings
        self._welcome = welcome
        self._options = options
        self._feedback = feedback

    async def ask(self, request: Request) -> Response:
        """`POST /api/ask`: the contract's JSON, or the same as events where they are accepted."""
        question = self._asking.check(await read_json(request, self._options.intake))
        headers = {"cache-control": "no-store", "vary": "Accept"}
        if EVENT_STREAM in request.headers.get("accept", ""):
            # Turned away while a status can still be sent; in the stream it would be too late.
            self._asking.admit()
            told = self._asking.events(question, request_id(request.scope))
            return StreamingResponse(
                (event(name, row) async for name, row in told),
                media_type=EVENT_STREAM,
                # Without this, nginx holds events back until the answer is complete.
                headers={**headers, "x-accel-buffering": "no"},
            )
        row = await while_present(request, partial(self._asking.answer, question))
        return Response(encode(row), media_type="application/json", headers=headers)

    async def page(self, request: Request) -> Response:
        """`GET /` the chat page; `POST /` the same with an answer, for browsers without script."""
        if request.method != "POST":
            return self._render(request, question=None, row=None)
        fields = await read_form(request, self._options.intake)
        typed = Typed(
            question=next(iter(fields.get("question", [])), ""),
            history=tuple(fields.get("history", [])[-self._options.intake.max_history :]),
            municipality=next(iter(fields.get("municipality", [])), ""),
        )
        try:
            question = self._asking.check(
                {
                    "question": typed.question,
                    "history": list(typed.history),
                    "municipality": typed.municipality,
                    # English readers are answered in English; else the question decides.
                    "language": "en" if language_of(request) == "en" else None,
                }
            )
            row = await while_present(request, partial(self._asking.answer, question))
        except corpus.SijeongError as error:
            if not wants_page(request):
                raise
            return self._refused(request, typed, error)
        return self._render(request, question=question, row=row)

    def _refused(self, request: Request, typed: Typed, error: corpus.SijeongError) -> Response:
        """The page with why there is no answer, and what was typed still in its box."""
        kept = without_hidden(typed.question)
        return self._pages.render(
            request,
            "chat.html",
            status=error.status,
            headers=headers_of(error),
            **self._offered(request),
            typed=typed,
            kept=kept,
            error=error,
            seconds=retry_seconds(error),
            request_id=request_id(request.scope),
            sent=typed.fields,
            history=typed.history,
            chosen=typed.municipality,
            answer=None,
        )

    def _render(
        self, request: Request, *, question: Question | None, row: dict[str, object] | None
    ) -> Response:
        most = self._options.intake.max_history
        return self._pages.render(
            request,
            "chat.html",
            headers={"cache-control": "no-store"} if row else None,
            **self._offered(request),
            error=None,
            kept="",
            question=question,
            sent=_sent(question),
            history=(*question.history, question.text)[-most:] if question else (),
            chosen=question.municipality if question else None,
            answer=row,
            enclosure=enclosure(question, row) if self._feedback and question and row else "",
        )

    def _offered(self, request: Request) -> dict[str, Any]:
        """What the page has whatever became of a question."""
        return {
            "welcome": self._welcome(),
            "settings": self._settings.text(language_of(request)),
            "max_question_characters": self._options.intake.max_question_characters,
            "feedback": self._feedback,
        }


def _sent(question: Question | None) -> tuple[tuple[str, str], ...]:
    """The fields that a page was asked with, so that it can be asked for in another language."""
    if question is None:
        return ()
    return Typed(
        question=question.text,
        history=question.history,
        municipality=question.municipality or "",
    ).fields
