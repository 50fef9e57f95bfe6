"""HTTP for the widget: its loader, tokens for its visitors, the page in its frame, and a demo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

import corpus
from assistant.assets import takes_gzip
from assistant.examples import Welcome
from assistant.headers import CONTENT_SECURITY_POLICY
from assistant.pages import Pages, language_of
from assistant.problems import RequestError
from assistant.refusals import Refusals
from assistant.widget.gate import (
    LOADER_ADDRESS,
    TOKEN_ADDRESS,
    TOKEN_HEADER,
    CrossOrigin,
    Gate,
    foreign_origin,
)
from assistant.widget.loader import Loader
from assistant.widget.meter import Meter
from assistant.widget.register import Register, Widget, named_place
from assistant.widget.tokens import Tokens, read_secret
from assistant.widget.watched import WatchedRegister
from assistant.wire import Row, encode

FRAME_ADDRESS = "/widget"
DEMO_ADDRESS = "/widget/demo"
MODES = ("floating", "inline", "iframe", "inline iframe")
THEMES = ("auto", "light", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoaderOptions:
    """`kept_seconds`: pages of a city are opened often, so the loader is kept for five minutes;
    then a browser asks whether it is still the same, and shows the old one meanwhile, for
    `stale_seconds` at most.
    """

    kept_seconds: int = 300
    stale_seconds: int = 86_400


class Widgets:
    """Everything that embedding needs: who may, with which tokens, and how often."""

    def __init__(self, register: Register, tokens: Tokens, meter: Meter | None = None) -> None:
        self.register = register
        self.tokens = tokens
        self.meter = meter or Meter()

    def middleware(self, refusals: Refusals) -> tuple[Middleware, Middleware]:
        """What stands outside of the log, and what stands inside of it."""
        return (
            Middleware(CrossOrigin, register=self.register),
            Middleware(
                Gate,
                register=self.register,
                tokens=self.tokens,
                meter=self.meter,
                refusals=refusals,
            ),
        )


def open_widgets(file: str, *, data: Path, secret: str = "") -> Widgets:
    """The widgets of a settings file, as it is at the time; without one, our own pages' alone.

    Raises WidgetError for what cannot be served as it is configured.
    """
    register = WatchedRegister(Path(file)) if file else Register()
    return Widgets(register, Tokens(read_secret(secret, data)))


def widget_routes(
    widgets: Widgets,
    pages: Pages,
    *,
    welcome: Callable[[], Welcome | None] = lambda: None,
    options: LoaderOptions | None = None,
) -> list[BaseRoute]:
    """The routes of the widget; `welcome` gives the places that the demo offers."""
    desk = _Reception(widgets, pages, welcome, options or LoaderOptions())
    return [
        Route(LOADER_ADDRESS, desk.loader),
        Route(TOKEN_ADDRESS, desk.token),
        Route(FRAME_ADDRESS, desk.frame),
        Route(DEMO_ADDRESS, desk.demo),
    ]


class _Reception:
    def __init__(
        self,
        widgets: Widgets,
        pages: Pages,
        welcome: Callable[[], Welcome | None],
        options: LoaderOptions,
    ) -> None:
        self._widgets = widgets
        self._pages = pages
        self._welcome = welcome
        self._options = options
        self._known: tuple[Widget, ...] = ()
        self._loaders: dict[str, Loader] = {}
        self._loader = Loader(pages.assets, pages.words)

    async def loader(self, request: Request) -> Response:
        """`GET /widget.js`, or `/widget.js?widget=…` in the colours of one widget."""
        named = request.query_params.get("widget", "")
        loader = self._loader_of(named)
        is_packed = takes_gzip(request.headers.get("accept-encoding", ""))
        # Each form is a representation of its own, with its own tag (RFC 9110, 8.8.3).
        tag = f'"{loader.digest}{"-gzip" if is_packed else ""}"'
        kept = self._options
        headers = {
            "etag": tag,
            "vary": "Accept-Encoding",
            "cache-control": f"public, max-age={kept.kept_seconds}, "
            f"stale-while-revalidate={kept.stale_seconds}",
        }
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if is_packed:
            headers["content-encoding"] = "gzip"
        content = loader.packed if is_packed else loader.content
        return Response(content, media_type="text/javascript; charset=utf-8", headers=headers)

    def _loader_of(self, named: str) -> Loader:
        """The loader of a widget; written anew where the register has changed."""
        known = self._widgets.register.widgets
        if known != self._known:
            assets, words = self._pages.assets, self._pages.words
            self._loaders = {one.id: Loader(assets, words, one) for one in known}
            # Where there is only one widget, pages that do not name it mean it.
            self._loader = Loader(assets, words, known[0] if len(known) == 1 else None)
            self._known = known
        return self._loaders.get(named, self._loader)

    async def token(self, request: Request) -> Response:
        """`GET /api/widget/token?widget=…&municipality=…`: leave to ask, and how to look.

        The token that a page had before comes in a header, so that the visitor stays the same.
        """
        query = request.query_params
        origin = foreign_origin(request)
        widget = self._widgets.register.find(query.get("widget", ""), origin)
        place = _place(query.get("municipality", ""), widget)
        self._widgets.meter.take(self._widgets.meter.options.token, request)
        tokens = self._widgets.tokens
        token = tokens.issue(widget.id, origin, renewing=request.headers.get(TOKEN_HEADER, ""))
        row: Row = {
            "token": token,
            "expires_in": tokens.options.valid_seconds,
            "widget": widget.id,
            "languages": widget.languages,
            "municipality": _place_row(place),
            "colours": dict(widget.colours),
            "contact": dict(widget.contact),
        }
        return Response(
            encode(row), media_type="application/json", headers={"cache-control": "no-store"}
        )

    async def frame(self, request: Request) -> Response:
        """`GET /widget?widget=…&parent=ORIGIN`: the chat alone, for a frame.

        Listed sites may frame it, as the browser sees to; `parent` is the one that it talks to.
        """
        query = request.query_params
        parent = query.get("parent", "")
        own = str(request.base_url).rstrip("/")
        named = query.get("widget", "")
        widget = self._widgets.register.find(named, parent or None if parent != own else None)
        ancestors = widget.origins if widget.id else self._widgets.register.origins
        return self._pages.render(
            request,
            "widget.html",
            headers={
                "content-security-policy": _framed_by(one.text for one in ancestors),
                "cross-origin-resource-policy": "cross-origin",
            },
            widget=named,
            municipality=query.get("municipality", ""),
            theme=_one_of(query.get("theme", ""), THEMES),
            fit=_one_of(query.get("fit", ""), ("window", "content")),
            parent=parent,
        )

    async def demo(self, request: Request) -> Response:
        """`GET /widget/demo`: the widget as on a city's site, with the lines to copy."""
        query = request.query_params
        welcome = self._welcome()
        places = [
            place
            for name in (welcome.municipalities if welcome else ())
            if (place := corpus.municipality_named(name))
        ]
        chosen = named_place(query.get("municipality", ""))
        attributes = {
            "municipality": f"kr-{chosen.slug}" if chosen else "",
            "widget-id": "",
            "language": _one_of(query.get("language", language_of(request)), ("ko", "en")),
            "mode": _one_of(query.get("mode", ""), MODES),
            "theme": _one_of(query.get("theme", ""), THEMES),
        }
        return self._pages.render(
            request,
            "widget_demo.html",
            headers={"content-security-policy": f"{CONTENT_SECURITY_POLICY}; frame-src 'self'"},
            places=places,
            attributes=attributes,
            base=str(request.base_url).rstrip("/"),
            modes=MODES,
            themes=THEMES,
            registered=self._widgets.register.widgets,
            chat=f"/?{urlencode({'lang': attributes['language']})}",
        )


def _place(written: str, widget: Widget) -> corpus.Municipality | None:
    if not written:
        return widget.municipality
    found = named_place(written)
    if found is None:
        raise RequestError("unknown_place")
    return found


def _place_row(place: corpus.Municipality | None) -> Row | None:
    if place is None:
        return None
    return {
        "id": f"kr-{place.slug}",
        "name": place.name,
        "ko": place.korean,
        "en": place.english,
    }


def _framed_by(origins: Iterable[str]) -> str:
    """The policy of our pages, but for who may frame this one."""
    ancestors = " ".join(("'self'", *origins))
    return CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", f"frame-ancestors {ancestors}")


def _one_of(given: str, choices: tuple[str, ...]) -> str:
    """What was given where it is one of the choices, else the first of them."""
    return given if given in choices else choices[0]
