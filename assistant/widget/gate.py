"""Who may use the addresses that the widget needs, and which pages may read their answers.

Three kinds of callers: programs (no `Origin`) and our own pages are served as ever; pages of a
listed origin bring a token; pages of any other are refused, in words that their readers can be
shown. Nothing here depends on cookies, so no answer is ever bound to credentials (Fetch standard,
CORS protocol: https://fetch.spec.whatwg.org/#http-cors-protocol).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.problems import RequestError
from assistant.refusals import Refusals
from assistant.widget.meter import Meter, MeterOptions
from assistant.widget.register import Register
from assistant.widget.tokens import Tokens

TOKEN_HEADER = "x-sijeong-token"  # noqa: S105 (the name of a header)
TOKEN_ADDRESS = "/api/widget/token"  # noqa: S105
LOADER_ADDRESS = "/widget.js"
ASSETS = "/assets/"


@dataclass(frozen=True, slots=True, kw_only=True)
class GateOptions:
    """`preflight_seconds`: browsers cut it to two hours. `costs` names what a token is needed
    for, with the field of MeterOptions that says what it costs; `open` are addresses that a listed
    origin reads without one.
    """

    preflight_seconds: int = 7_200
    costs: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType(
            {
                "/api/ask": "question",
                "/api/follow-ups": "follow_ups",
                "/api/feedback": "feedback",
            }
        )
    )
    open: tuple[str, ...] = ("/api/conversation", TOKEN_ADDRESS)

    def is_shared(self, path: str) -> bool:
        """Whether pages of other origins may read what is there."""
        return path in self.costs or path in self.open or path.startswith(ASSETS)


def foreign_origin(request: Request) -> str | None:
    """The origin of the other site's page that asks; None for programs and for our own pages.

    A browser says itself that a page is ours (Sec-Fetch-Site, which no script can set); one that
    does not is believed where page and request name the same host, behind whatever proxy.
    """
    origin = request.headers.get("origin")
    if origin is None or request.headers.get("sec-fetch-site") == "same-origin":
        return None
    host = request.headers.get("host", "").lower()
    if host and origin.lower() in (f"https://{host}", f"http://{host}"):
        return None
    return origin


class CrossOrigin:
    """ASGI middleware: lets pages of listed origins read what the widget needs, and no others.

    A refusal may be read by whoever was refused: it holds nothing but the reason, and the widget
    shows it. It stands outside of everything that answers, so that errors carry the headers too.
    """

    def __init__(
        self, app: ASGIApp, *, register: Register, options: GateOptions | None = None
    ) -> None:
        self.app = app
        self._register = register
        self._options = options or GateOptions()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the headers to what comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path == LOADER_ADDRESS:
            # Any page may load it: where it is not listed, it says so to the reader.
            policy = {"cross-origin-resource-policy": "cross-origin"}
            await self.app(scope, receive, _with(send, policy))
            return
        if not self._options.is_shared(path):
            await self.app(scope, receive, send)
            return
        origin = foreign_origin(Request(scope))
        is_listed = origin is not None and self._register.is_listed(origin)

        async def send_shared(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.add_vary_header("Origin")
                if origin is not None and (is_listed or message["status"] == 403):
                    headers["access-control-allow-origin"] = origin
                    headers["access-control-expose-headers"] = "Retry-After, X-Request-Id"
            await send(message)

        await self.app(scope, receive, send_shared)


class Gate:
    """ASGI middleware: answers preflights, turns away who is not listed, and counts who is.

    It stands inside of the log, so that what it refuses has a request id and a line there.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        register: Register,
        tokens: Tokens,
        meter: Meter,
        refusals: Refusals,
        options: GateOptions | None = None,
    ) -> None:
        self.app = app
        self._register = register
        self._tokens = tokens
        self._meter = meter
        self._refusals = refusals
        self._options = options or GateOptions()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on where it may be."""
        path = scope["path"] if scope["type"] == "http" else ""
        if path not in self._options.costs and path not in self._options.open:
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            answer = self._answer(request)
        except RequestError as error:
            answer = await self._refusals.known(request, error)
        if answer is None:
            await self.app(scope, receive, send)
        else:
            await answer(scope, receive, send)

    def _answer(self, request: Request) -> Response | None:
        """What is said at once: to a preflight; None to what goes on; RequestError for the rest."""
        origin = foreign_origin(request)
        path = request.url.path
        if origin is not None and path != TOKEN_ADDRESS and not self._register.is_listed(origin):
            # At the token's address the refusal tells an unknown widget from an unknown site.
            raise RequestError("origin_not_listed")
        if request.method == "OPTIONS":
            return self._preflight(origin) if origin is not None else None
        cost = self._options.costs.get(path)
        token = request.headers.get(TOKEN_HEADER)
        if cost is None or (token is None and origin is None):
            return None
        if token is None:
            raise RequestError("token_missing")
        visit = self._tokens.check(token, origin)
        self._require_listed(visit.widget_id, origin)
        self._meter.take(_cost(self._meter.options, cost), request, visit.visitor)
        return None

    def _require_listed(self, widget_id: str, origin: str | None) -> None:
        """A token outlives a restart; whoever was taken off the list in between is off it."""
        self._register.find(widget_id, origin)

    def _preflight(self, origin: str) -> Response:
        if not self._register.is_listed(origin):
            raise RequestError("origin_not_listed")
        return Response(
            status_code=204,
            headers={
                "access-control-allow-methods": "GET, POST",
                "access-control-allow-headers": f"content-type, {TOKEN_HEADER}",
                "access-control-max-age": str(self._options.preflight_seconds),
            },
        )


def _cost(options: MeterOptions, name: str) -> float:
    cost: float = getattr(options, name)
    return cost


def _with(send: Send, headers: Mapping[str, str]) -> Send:
    async def send_with(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(headers)
        await send(message)

    return send_with
