"""An app with widgets, and requests as the browsers of other sites send them."""

from __future__ import annotations

from pathlib import Path

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.headers import SecurityHeaders
from assistant.logs import RequestLog
from assistant.pages import Pages
from assistant.refusals import Refusals
from assistant.routes import open_asking, routes
from assistant.widget.meter import Meter
from assistant.widget.register import read_register
from assistant.widget.routes import Widgets, widget_routes
from assistant.widget.tokens import Tokens
from tests.assistant.face import QUESTION, FakeAssistant, FakeHolder, FakeSnapshot
from tests.factories import make_corpus, make_reading

LISTED = "https://www.city.go.kr"
UNLISTED = "https://www.evil.example"
OWN = "http://city.test"
SECRET = b"a secret of the inside, 32 bytes or more"
REGISTER = f"""
[widgets.plans]
origins = ["{LISTED}", "https://tour.city.go.kr"]
municipality = "kr-boryeong"
languages = ["ko"]
contact = {{ ko = "문의: 기획팀" }}
colours = {{ accent = "#14477d", on_accent = "#ffffff" }}

[widgets.council]
origins = ["https://council.city.go.kr"]
"""


def make_site(
    folder: Path,
    *,
    register: str = REGISTER,
    assistant: FakeAssistant | None = None,
    meter: Meter | None = None,
    tokens: Tokens | None = None,
) -> Starlette:
    """The routes for people with the widget's own, in the middleware of the program."""
    file = folder / "widgets.toml"
    file.write_text(register, encoding="utf-8")
    widgets = Widgets(
        read_register(file if register else None), tokens or Tokens(SECRET), meter or Meter()
    )
    holder = FakeHolder(FakeSnapshot(make_corpus(make_reading())))
    pages = Pages()
    refusals = Refusals(pages)
    cross_origin, gate = widgets.middleware(refusals)

    async def broken(request: Request) -> Response:
        raise ValueError("a secret of the inside")

    return Starlette(
        routes=[
            Route("/api/follow-ups", broken, methods=["POST"]),
            *routes(holder, open_asking(holder, assistant or FakeAssistant()), pages=pages),
            *widget_routes(widgets, pages),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            cross_origin,
            Middleware(RequestLog, failure=refusals.failed),
            gate,
        ],
        exception_handlers=refusals.handlers,
    )


class Browser:
    """A browser with a page of one origin open; None for a program."""

    def __init__(self, app: Starlette, origin: str | None, address: str = "198.51.100.7") -> None:
        transport = httpx.ASGITransport(app=app, client=(address, 1), raise_app_exceptions=False)
        self.http = httpx.AsyncClient(transport=transport, base_url=OWN)
        self.headers = {"origin": origin} if origin is not None else {}

    async def get(self, path: str, **headers: str) -> httpx.Response:
        return await self.http.get(path, headers=self.headers | _named(headers))

    async def preflight(self, path: str) -> httpx.Response:
        asked = {
            "access-control-request-method": "POST",
            "access-control-request-headers": "content-type,x-sijeong-token",
        }
        return await self.http.options(path, headers=self.headers | asked)

    async def ask(self, path: str = "/api/ask", **headers: str) -> httpx.Response:
        return await self.http.post(
            path, json={"question": QUESTION}, headers=self.headers | _named(headers)
        )

    async def token(self, query: str = "") -> str:
        reply = await self.get(f"/api/widget/token{query}")
        assert reply.status_code == 200, reply.text
        return str(reply.json()["token"])


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
