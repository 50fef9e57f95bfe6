"""One structured line for each request, a request id on each answer, and no question text."""

from __future__ import annotations

import logging
import random
import re
import sys
import time
import traceback
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import orjson
import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.journal import JournalHandler

_ACCEPTED_ID = re.compile(r"[A-Za-z0-9-]{1,64}")

_NAME = "sijeong.request"

_chance = random.Random()  # noqa: S311 (an id is no secret, and the system's takes a call)

_log = structlog.get_logger(_NAME)


def request_id(scope: Scope) -> str:
    """The id of this request, '' outside of `RequestLog`; also `request.state.request_id`."""
    return str(scope.get("state", {}).get("request_id", ""))


def accepted_id(given: str) -> str:
    """The id that a caller gave its request if it is a plain one, else a new one."""
    is_plain = given and _ACCEPTED_ID.fullmatch(given)
    return given if is_plain else f"{_chance.getrandbits(128):032x}"


def note_request(*, request_id: str, method: str, path: str, status: int, seconds: float) -> None:
    """Log a request that has been answered; `path` is without its query string.

    The one line that every request writes. So where lines are JSON and go to nobody else, it is
    written as such: through structlog it takes as long as a short answer does.
    """
    ms = round(1000 * seconds, 1)
    root = logging.getLogger()
    only = root.handlers[0] if len(root.handlers) == 1 else None
    if not isinstance(only, JournalHandler) or not only.is_json:
        _log.info("request", request_id=request_id, method=method, path=path, status=status, ms=ms)
    elif root.isEnabledFor(logging.INFO):
        second, nanoseconds = divmod(time.time_ns(), 1_000_000_000)
        # Spaces as json.dumps puts them, so that lines are alike.
        only.add(
            f'{{"request_id": {orjson.dumps(request_id).decode()}, {_address(method, path)},'
            f' "status": {status}, "ms": {ms}, "event": "request", "level": "info",'
            f' "logger": "{_NAME}", "timestamp": "{_until_second(second)}'
            f'.{nanoseconds // 1_000:06}Z"}}\n'.encode()
        )


@lru_cache(maxsize=64)
def _address(method: str, path: str) -> str:
    """How a line names what was asked for; most requests are for one of a few addresses."""
    return f'"method": {orjson.dumps(method).decode()}, "path": {orjson.dumps(path).decode()}'


@lru_cache(maxsize=2)
def _until_second(second: int) -> str:
    """A moment down to its second, which many lines share."""
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%S")


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
        this_id = accepted_id(Headers(scope=scope).get("x-request-id", ""))
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
            note_request(
                request_id=this_id,
                method=scope["method"],
                path=scope["path"],
                status=status,
                seconds=time.perf_counter() - started,
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
    handler = JournalHandler(sys.stderr, is_json=as_json)
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
