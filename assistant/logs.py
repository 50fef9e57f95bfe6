"""One structured line for each request, a request id on each answer, and no question text."""

from __future__ import annotations

import logging
import re
import sys
import time
import traceback
import uuid
from collections.abc import Awaitable, Callable
from pathlib import Path

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ACCEPTED_ID = re.compile(r"[A-Za-z0-9-]{1,64}")

_log = structlog.get_logger("sijeong.request")


def request_id(scope: Scope) -> str:
    """The id of this request, '' outside of `RequestLog`; also `request.state.request_id`."""
    return str(scope.get("state", {}).get("request_id", ""))


def trace_of(error: BaseException) -> tuple[str, ...]:
    """Where an error arose and what kind it is: 'ValueError at file.py:12 in name', causes first.

    Its message and the values around it are left out, as they may quote what a person typed.
    """
    lines = []
    cause: BaseException | None = error
    while cause is not None:
        frames = traceback.extract_tb(cause.__traceback__)
        places = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames[::-1])
        lines.append(f"{type(cause).__name__} at {places}")
        cause = cause.__cause__ or cause.__context__
    return tuple(reversed(lines))


class RequestLog:
    """ASGI middleware: gives each request an id, logs it, and turns what nobody caught into a 500.

    Logged are the id, the method, the path without its query string, the status and the
    milliseconds; neither the client's address nor anything a person typed. `failure` makes the
    answer for an error that nobody caught.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        failure: Callable[[Request, Exception], Awaitable[Response]],
    ) -> None:
        self.app = app
        self.failure = failure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; log it when it has been answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        this_id = given if _ACCEPTED_ID.fullmatch(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = this_id
        started = time.perf_counter()
        status = 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["x-request-id"] = this_id
            await send(message)

        # What was bound to an earlier request must not be said of this one.
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=this_id)
        try:
            await self.app(scope, receive, send_with_id)
        except Exception as error:
            _log.error("request_failed", request_id=this_id, trace=trace_of(error))
            if status:
                raise
            response = await self.failure(Request(scope, receive), error)
            await response(scope, receive, send_with_id)
        finally:
            _log.info(
                "request",
                request_id=this_id,
                method=scope["method"],
                path=scope["path"],
                status=status,
                ms=round(1000 * (time.perf_counter() - started), 1),
            )


def configure_logs(*, as_json: bool, level: str = "INFO") -> None:
    """Send every log line, the web server's own included, to stderr in one form.

    Call it once, from the program's entry; libraries and tests leave logging as it is.
    """
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    ending: list[structlog.typing.Processor] = (
        [
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
        if as_json
        else [
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(),
                # The default shows local variables, and with them what people asked.
                exception_formatter=structlog.dev.plain_traceback,
            )
        ]
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *ending],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
