"""`/developers`: how to take the data along, for people who write programs."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from anyio import to_thread
from jinja2 import Environment, Template
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

import corpus
import index
from graphql_api.dataset import dataset
from graphql_api.errors import MethodNotAllowedError
from graphql_api.explorer import PAGE_HEADERS, WEB
from graphql_api.loaders import Lender
from graphql_api.pagination import PAGE
from graphql_api.releases import NOTICE
from graphql_api.responses import READING, entity_tag, error_response, is_known
from graphql_api.tables import TABLES

ADDRESS = "/developers"
HTML = "text/html; charset=utf-8"
FALLBACK = "http://127.0.0.1:8000"
"""Stands in the examples where the request's own address could not be copied safely."""

_ORIGIN = re.compile(
    r"https?://(?:[A-Za-z0-9.\-]{1,253}|\[[0-9a-f:]{2,45}\])(?::[0-9]{1,5})?", re.ASCII
)
HEADERS = PAGE_HEADERS | {"Vary": "Accept-Encoding"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One example: its name in the address, its words, and what is to be copied."""

    name: str
    ko: str
    en: str
    code: str


def examples(address: str) -> Sequence[Example]:
    """The examples, for the server at this address."""
    content = tomllib.loads((WEB / "developers.toml").read_text(encoding="utf-8"))
    return [
        Example(
            name=one["name"],
            ko=one["ko"],
            en=one["en"],
            code=one["code"].strip().replace("{address}", address),
        )
        for one in content["example"]
    ]


def origin_of(request: Request) -> str:
    """The address under which the caller sees this server; nothing else can come from a header."""
    origin = str(request.base_url).rstrip("/")
    return origin if _ORIGIN.fullmatch(origin) else FALLBACK


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(autoescape=True, trim_blocks=True)
    return environment.from_string((WEB / "developers.html").read_text(encoding="utf-8"))


def page(address: str, snapshot: index.Snapshot | None) -> str:
    """The page; without a snapshot it lacks only what describes one."""
    about = "" if snapshot is None else json.dumps(dataset(snapshot), ensure_ascii=False)
    return _template().render(
        examples=examples(address),
        tables=TABLES.values(),
        page_default=PAGE.default,
        page_maximum=PAGE.maximum,
        notice_days=NOTICE.least_days,
        snapshot="…" if snapshot is None else snapshot.manifest.snapshot_id,
        # Inside a script element only '<' can end it, and JSON has another way to write it.
        dataset=Markup(about.replace("<", "\\u003c")),  # noqa: S704 (escaped just now)
    )


def developer_routes(holder: Lender) -> list[BaseRoute]:
    """The page, for whoever reads."""

    async def developers(request: Request) -> Response:
        if request.method not in READING:
            error = MethodNotAllowedError("method_not_allowed", "GET으로 요청하십시오.", "Use GET.")
            response = error_response(error, request)
            response.headers["Allow"] = ", ".join(READING)
            return response
        # It reads every document's row, which is no work for the loop that answers all others.
        content = await to_thread.run_sync(_content, holder, origin_of(request))
        headers = HEADERS | {"ETag": entity_tag(content)}
        if is_known(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        return Response(content, media_type=HTML, headers=headers)

    return [Route(ADDRESS, developers, methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])]


def _content(holder: Lender, address: str) -> str:
    try:
        with holder.lease() as snapshot:
            return page(address, snapshot)
    except corpus.SijeongError:
        return page(address, None)
