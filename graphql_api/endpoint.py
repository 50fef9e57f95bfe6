"""GraphQL over HTTP: one address, GET and POST, every answer JSON that names its snapshot."""

from __future__ import annotations

import hashlib
import logging
import re
from dataclasses import dataclass, field

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

import corpus
import index
from graphql_api.allowance import Charge
from graphql_api.answers import AnswerCache, AnswerOptions
from graphql_api.envelope import Envelope, in_address, posted
from graphql_api.errors import MethodNotAllowedError, NotAcceptableError
from graphql_api.explorer import explorer_page
from graphql_api.media import EVENT_STREAM, GRAPHQL_JSON, HTML, JSON, is_named, preferred
from graphql_api.persisted import PersistedQueries
from graphql_api.responses import (
    READING,
    REVALIDATE,
    entity_tag,
    error_content,
    is_known,
    json_bytes,
    retry_headers,
)
from graphql_api.running import Running, Written
from graphql_api.streams import STREAM_HEADERS, RequestFailed, StreamOptions, events_of

logger = logging.getLogger(__name__)

VOLATILE = re.compile(r"\b(?:ask|rateLimit)\b")
"""What may be answered otherwise the next time; a query that so much as names it is not kept."""

METHODS = (*READING, "POST")


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointOptions:
    """How requests are taken in.

    `body_bytes` leaves room for a document of the longest kind and its variables. `answers` says
    how many whole answers are kept.
    """

    body_bytes: int = 128_000
    answers: AnswerOptions = field(default_factory=AnswerOptions)


class GraphQLEndpoint:
    """The ASGI application behind `/graphql`."""

    def __init__(
        self,
        running: Running,
        options: EndpointOptions,
        *,
        persisted: PersistedQueries | None = None,
        streams: StreamOptions | None = None,
    ) -> None:
        self.running = running
        self.options = options
        self.persisted = persisted or PersistedQueries()
        self.streams = streams or StreamOptions()
        self.answers = AnswerCache(options.answers)
        # A new schema may answer the same request on the same snapshot in another way.
        self.edition = hashlib.sha256(running.schema.as_str().encode()).hexdigest()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        request = Request(scope, receive)
        media_type = JSON
        try:
            if request.method not in METHODS:
                raise MethodNotAllowedError(
                    "method_not_allowed",
                    "GET이나 POST로 요청하십시오.",
                    "Use GET or POST.",
                )
            media_type = self._negotiated(request)
            if media_type == HTML:
                response = explorer_page()
            else:
                response = await self._answer(request, media_type)
        except corpus.SijeongError as error:
            self.running.charge(request).fine()
            self.running.errors.add(error.code)
            response = self._failure(error, request, media_type)
        await response(scope, receive, send)

    def _negotiated(self, request: Request) -> str:
        """The media type of the answer; an event stream where nothing else is wanted."""
        accept = request.headers.get("accept")
        offered = (JSON, GRAPHQL_JSON, HTML) if request.method in READING else (JSON, GRAPHQL_JSON)
        media_type = preferred(accept, offered)
        if media_type is None and request.method != "HEAD":
            media_type = preferred(accept, (EVENT_STREAM,))
        if media_type is None:
            offered = (*offered, EVENT_STREAM)
            raise NotAcceptableError(
                "not_acceptable",
                f"줄 수 있는 형식: {', '.join(offered)}",
                f"The answer can be given as {', '.join(offered)}.",
            )
        return media_type

    async def _answer(self, request: Request, media_type: str) -> Response:
        is_reading = request.method in READING
        envelope = (
            in_address(request.query_params)
            if is_reading
            else await posted(request, self.options.body_bytes)
        )
        envelope = self.persisted.whole(envelope)
        charge = self.running.charge(request)
        is_volatile = VOLATILE.search(envelope.query) is not None
        if media_type == EVENT_STREAM or (
            is_named(request.headers.get("accept"), EVENT_STREAM)
            and self.running.is_subscription(envelope)
        ):
            return await self._stream(envelope, request, charge)
        with self.running.holder.lease() as snapshot:
            is_kept = is_reading and not is_volatile
            headers = self.caching(envelope) if is_kept else {"Cache-Control": "no-store"}
            tag = self.tag(envelope, snapshot, media_type)
            if is_kept:
                headers["ETag"] = tag
                if is_known(request, tag):
                    return Response(status_code=304, headers=headers)
            kept = self.answers.get(tag)
            # What is kept costs its caller what it cost the first who asked.
            if kept and charge.takes(kept.cost):
                written: Written | None = Written.whole(kept.body)
            else:
                written = self.running.light(envelope, snapshot, charge)
            if written is None:
                written = await to_thread.run_sync(
                    self.running.execute,
                    envelope,
                    snapshot,
                    request,
                    media_type,
                    charge,
                    limiter=self.running.limiter,
                )
        # What a proxy may give to others says nothing of one caller.
        is_shared = is_kept and written.is_whole and envelope.digest is not None
        if written.is_whole:
            self.persisted.note(envelope)
            if kept is None and not is_volatile:
                self.answers.put(tag, written.body, charge.cost)
        else:
            headers = {**headers, "Cache-Control": "no-store"}
            headers.pop("ETag", None)
        return Response(
            written.body,
            status_code=written.status,
            headers=headers if is_shared else headers | charge.headers,
            media_type=f"{media_type}; charset=utf-8",
        )

    def tag(self, envelope: Envelope, snapshot: index.Snapshot, media_type: str) -> str:
        """The entity tag of what this snapshot answers a request, and its place among answers."""
        return entity_tag(
            snapshot.manifest.snapshot_id,
            self.edition,
            media_type,
            envelope.query,
            envelope.variables,
            envelope.operation_name,
        )

    def caching(self, envelope: Envelope) -> dict[str, str]:
        """How long an answer to a GET may be kept: a while by hash, else asked for each time."""
        if envelope.digest is None:
            return dict(REVALIDATE)
        seconds = self.persisted.options.fresh_seconds
        return {**REVALIDATE, "Cache-Control": f"public, max-age={seconds}"}

    async def _stream(self, envelope: Envelope, request: Request, charge: Charge) -> Response:
        results = self.running.results(envelope, request, charge)
        try:
            first = await anext(results)
        except RequestFailed as refused:
            # Said with a status while one can still be sent; in the stream it would be too late.
            return Response(
                json_bytes({"errors": refused.errors}),
                status_code=refused.status,
                headers={"Cache-Control": "no-store"} | charge.headers,
                media_type=f"{GRAPHQL_JSON}; charset=utf-8",
            )
        return StreamingResponse(
            events_of(first, results, self.streams),
            media_type=EVENT_STREAM,
            headers=STREAM_HEADERS | charge.headers,
        )

    def _failure(self, error: corpus.SijeongError, request: Request, media_type: str) -> Response:
        """The answer to a request that never became GraphQL, in GraphQL's shape all the same."""
        content = {"errors": [{"message": str(error), "extensions": error_content(error, request)}]}
        headers = retry_headers(error)
        if isinstance(error, MethodNotAllowedError):
            headers["Allow"] = ", ".join(METHODS)
        return Response(
            json_bytes(content),
            status_code=error.status,
            headers=headers,
            media_type=f"{JSON if media_type == HTML else media_type}; charset=utf-8",
        )
