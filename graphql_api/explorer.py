"""The page where a person tries queries: plain files of ours, nothing from elsewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import orjson
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

WEB = Path(__file__).with_name("web")
ASSETS_ADDRESS = "/graphql/assets"

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    )
)
PAGE_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
    "Vary": "Accept",
}


def explorer_page() -> Response:
    """The page itself; its script takes the query from the address, if there is one."""
    return Response(
        (WEB / "explorer.html").read_bytes(),
        media_type="text/html; charset=utf-8",
        headers=PAGE_HEADERS,
    )


def assets() -> Mount:
    """The files that the page needs."""
    return Mount(ASSETS_ADDRESS, StaticFiles(directory=WEB), name="graphql-assets")


@cache
def example_queries() -> tuple[str, ...]:
    """The documents of the examples that ship, each of which a test runs."""
    return tuple(one["query"] for one in orjson.loads((WEB / "examples.json").read_bytes()))
