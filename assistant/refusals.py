"""Problems as answers: JSON for programs, a page for people, nothing internal in either."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

import corpus
from assistant.logs import request_id
from assistant.pages import Pages
from assistant.problems import RETRY_STATUSES, RequestError
from assistant.wire import Row, encode

Handler = Callable[[Request, Exception], Awaitable[Response]]

RETRY_SECONDS = 2
"""When to come back: a full desk empties, and a built snapshot opens, in about this time."""

CLIENT_LEFT = 499
"""What the log shows for a client that left before its answer; nobody receives it."""

_BY_STATUS = {400: "bad_request", 404: "not_found"}

_log = structlog.get_logger("sijeong.problem")


def wants_page(request: Request) -> bool:
    """Whether a person's browser is asking rather than a program."""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.startswith(
        "/api/"
    )


def headers_of(error: corpus.SijeongError) -> dict[str, str]:
    """What an answer with this error says beside its body: when to come back, how to be let in."""
    headers = {"cache-control": "no-store"}
    if error.status in RETRY_STATUSES:
        headers["retry-after"] = str(retry_seconds(error))
    if error.status == 401:
        # RFC 9110, section 15.5.2: such an answer says how to be let in.
        headers["www-authenticate"] = "Bearer"
    return headers


def retry_seconds(error: corpus.SijeongError) -> int | None:
    """Seconds after which to come back; None where that would change nothing."""
    if error.status not in RETRY_STATUSES:
        return None
    told = error.retry_seconds if isinstance(error, RequestError) else None
    return told or RETRY_SECONDS


def error_row(error: corpus.SijeongError, scope_id: str) -> Row:
    """An error as the contract's JSON."""
    return {
        "error": {
            "code": error.code,
            "message_ko": error.message_ko,
            "message_en": error.message_en,
            "request_id": scope_id,
        }
    }


class Refusals:
    """Turns each kind of error into its answer; `handlers` is what Starlette is given."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    @property
    def handlers(self) -> dict[Any, Handler]:
        """Error handlers by the kind of error."""
        return {
            corpus.SijeongError: self.known,
            HTTPException: self.http,
            ClientDisconnect: self.left,
        }

    async def known(self, request: Request, error: Exception) -> Response:
        """Answer an error that says itself what is wrong."""
        if not isinstance(error, corpus.SijeongError):
            raise error
        if error.status >= 500:
            _log.warning("problem", code=error.code, message=error.message_en)
        return self._respond(request, error, {})

    async def http(self, request: Request, error: Exception) -> Response:
        """Answer what the router refuses: an unknown address, a wrong method."""
        if not isinstance(error, HTTPException):
            raise error
        if error.status_code == 405:
            problem = RequestError("method_not_allowed", method=request.method)
        elif error.status_code in _BY_STATUS:
            problem = RequestError(_BY_STATUS[error.status_code])
        else:
            problem = RequestError("internal_error" if error.status_code >= 500 else "bad_request")
            problem.status = error.status_code
        return self._respond(request, problem, error.headers or {})

    async def left(self, request: Request, error: Exception) -> Response:
        """Close the books on a client that is gone."""
        return Response(status_code=CLIENT_LEFT)

    async def failed(self, request: Request, error: Exception) -> Response:
        """Answer an error that nobody foresaw; the log has it, the answer has only its number."""
        return self._respond(request, RequestError("internal_error"), {})

    def _respond(
        self, request: Request, error: corpus.SijeongError, headers: Mapping[str, str]
    ) -> Response:
        headers = {**headers, **headers_of(error)}
        if not wants_page(request):
            return Response(
                encode(error_row(error, request_id(request.scope))),
                status_code=error.status,
                media_type="application/json",
                headers=headers,
            )
        return self._pages.render(
            request,
            "problem.html",
            status=error.status,
            headers=headers,
            error=error,
            seconds=retry_seconds(error),
            # A form cannot be sent again by a link, what only was asked for can.
            again=f"?{request.url.query}" if request.method == "GET" else None,
            request_id=request_id(request.scope),
        )
