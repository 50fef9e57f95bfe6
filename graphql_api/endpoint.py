"""GraphQL over HTTP: one address, GET and POST, every answer JSON that names its snapshot."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from typing import Any

from anyio import CapacityLimiter, to_thread
from graphql import GraphQLError, GraphQLSyntaxError
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from strawberry import Schema

import corpus
import index
from graphql_api.envelope import Envelope, in_address, posted
from graphql_api.errors import ApiError, MethodNotAllowedError, NotAcceptableError
from graphql_api.explorer import explorer_page
from graphql_api.loaders import Context, Lender, MunicipalityNames, Records
from graphql_api.media import GRAPHQL_JSON, HTML, JSON, preferred
from graphql_api.responses import (
    READING,
    REVALIDATE,
    entity_tag,
    error_content,
    is_known,
    json_bytes,
    request_id,
    retry_headers,
)

logger = logging.getLogger(__name__)

METHODS = (*READING, "POST")


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointOptions:
    """How requests are taken in.

    `body_bytes` leaves room for a document of the longest kind and its variables. `threads` execute
    queries at once: execution holds the interpreter lock, so more only wait for one another.
    `errors` is how many errors one answer tells; a hostile document can make hundreds.
    """

    body_bytes: int = 128_000
    threads: int = 4
    errors: int = 10


class InternalError(ApiError):
    """Something of ours failed; what it was goes to the log, not to the caller."""

    status = 500


class GraphQLEndpoint:
    """The ASGI application behind `/graphql`."""

    def __init__(self, holder: Lender, schema: Schema, options: EndpointOptions) -> None:
        self.holder = holder
        self.schema = schema
        self.options = options
        self.names = MunicipalityNames()
        self.limiter = CapacityLimiter(options.threads)
        # A new schema may answer the same request on the same snapshot in another way.
        self.edition = hashlib.sha256(schema.as_str().encode()).hexdigest()

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
            response = self._failure(error, request, media_type)
        await response(scope, receive, send)

    def _negotiated(self, request: Request) -> str:
        is_reading = request.method in READING
        offered = (JSON, GRAPHQL_JSON, HTML) if is_reading else (JSON, GRAPHQL_JSON)
        media_type = preferred(request.headers.get("accept"), offered)
        if media_type is None:
            raise NotAcceptableError(
                "not_acceptable",
                f"줄 수 있는 형식: {', '.join(offered)}",
                f"The answer can be given as {', '.join(offered)}.",
            )
        return media_type

    async def _answer(self, request: Request, media_type: str) -> Response:
        is_reading = request.method in READING
        envelope = (
            in_address(request) if is_reading else await posted(request, self.options.body_bytes)
        )
        with self.holder.lease() as snapshot:
            headers = dict(REVALIDATE) if is_reading else {"Cache-Control": "no-store"}
            if is_reading:
                headers["ETag"] = entity_tag(
                    snapshot.manifest.snapshot_id,
                    self.edition,
                    media_type,
                    envelope.query,
                    envelope.variables,
                    envelope.operation_name,
                )
                if is_known(request, headers["ETag"]):
                    return Response(status_code=304, headers=headers)
            content, status = await to_thread.run_sync(
                self._execute, envelope, snapshot, request, media_type, limiter=self.limiter
            )
        if "errors" in content:
            headers.pop("ETag", None)
        return Response(
            json_bytes(content),
            status_code=status,
            headers=headers,
            media_type=f"{media_type}; charset=utf-8",
        )

    def _execute(
        self, envelope: Envelope, snapshot: index.Snapshot, request: Request, media_type: str
    ) -> tuple[dict[str, Any], int]:
        result = self.schema.execute_sync(
            envelope.query,
            variable_values=envelope.variables,
            operation_name=envelope.operation_name,
            context_value=Context(records=Records(snapshot, self.names)),
        )
        errors = result.errors or []
        told = [self._told(error, request) for error in errors[: self.options.errors]]
        if result.data is None and all(error.path is None for error in errors):
            # Nothing was executed: a request error, which has no "data".
            known = [error.original_error for error in errors]
            statuses = [one.status for one in known if isinstance(one, corpus.SijeongError)]
            if not statuses and any(is_ours(error) for error in errors):
                statuses = [InternalError.status]
            # A legacy client (application/json) takes any other status for a broken transport.
            default = 400 if media_type == GRAPHQL_JSON else 200
            return {"errors": told}, statuses[0] if statuses else default
        content: dict[str, Any] = {"data": result.data}
        if told:
            content["errors"] = told
        content["extensions"] = {"snapshot": snapshot.manifest.snapshot_id}
        return content, 200

    def _told(self, error: GraphQLError, request: Request) -> dict[str, Any]:
        """One error as the caller sees it, with nothing of ours in it."""
        original = error.original_error
        if isinstance(original, corpus.SijeongError):
            known: corpus.SijeongError = original
        elif is_ours(error):
            logger.error(
                "graphql_failed", exc_info=original, extra={"request_id": request_id(request)}
            )
            known = InternalError(
                "internal_error",
                "안에서 문제가 생겼습니다. request_id를 알려 주시면 찾아보겠습니다.",
                "Something went wrong on our side; report it with the request_id.",
            )
        else:
            is_syntax = isinstance(error, GraphQLSyntaxError)
            known = ApiError(
                "syntax_error" if is_syntax else "invalid_query",
                "GraphQL 문법에 맞지 않습니다." if is_syntax else "질의가 스키마에 맞지 않습니다.",
                error.message,
            )
        content: dict[str, Any] = {"message": f"{known.message_ko} / {known.message_en}"}
        if error.locations:
            content["locations"] = [place.formatted for place in error.locations]
        if error.path is not None:
            content["path"] = error.path
        content["extensions"] = error_content(known, request)
        return content

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


def is_ours(error: GraphQLError) -> bool:
    """Whether an error is our failure: an exception that nobody meant to raise."""
    return error.original_error is not None and not isinstance(
        error.original_error, GraphQLError | corpus.SijeongError
    )
