"""Other origins: pages from anywhere may read what is public, since nothing here knows a caller.

The Fetch standard's CORS protocol: no credentials are read, so `*` gives nobody more than a
program of theirs would get.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginOptions:
    """What pages from elsewhere may send and see.

    `preflight_seconds` spares them asking before each request; browsers cut it to a day or less.
    """

    methods: tuple[str, ...] = ("GET", "HEAD", "POST")
    request_headers: tuple[str, ...] = ("If-None-Match", "X-Request-Id")
    seen_headers: tuple[str, ...] = (
        "ETag",
        "Link",
        "RateLimit",
        "RateLimit-Policy",
        "Retry-After",
        "X-Query-Cost",
        "X-Request-Id",
    )
    preflight_seconds: int = 86_400


def any_origin(options: OriginOptions | None = None) -> Middleware:
    """What lets pages of any origin read the answers of a route, and answers their preflights."""
    options = options or OriginOptions()
    return Middleware(
        CORSMiddleware,
        allow_origins=("*",),
        allow_methods=options.methods,
        allow_headers=options.request_headers,
        expose_headers=options.seen_headers,
        max_age=options.preflight_seconds,
    )
