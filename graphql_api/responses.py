"""Answers as bytes: JSON that keeps every digit, and errors that name their request."""

from __future__ import annotations

import hashlib
import json
import uuid
from typing import Any

import orjson
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

import corpus
from graphql_api.media import JSON

READING = ("GET", "HEAD")
REVALIDATE = {"Cache-Control": "no-cache", "Vary": "Accept"}
"""Keep the answer, but ask each time: the same snapshot answers 304 without running anything."""

PASSING = (429, 503)
RETRY_AFTER_SECONDS = "5"
"""About as long as a snapshot takes to open."""


def json_bytes(content: object) -> bytes:
    """Compact JSON in UTF-8; records and dates become what their fields are."""
    try:
        return orjson.dumps(content)
    except TypeError:
        # orjson stops at 64 bits; an amount may be longer and still has to come out whole.
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def request_id(request: HTTPConnection) -> str:
    """The id that the server gave the request, or a new one where it gave none."""
    known: str | None = getattr(request.state, "request_id", None)
    if known is None:
        known = uuid.uuid4().hex
        request.state.request_id = known
    return known


def error_content(error: corpus.SijeongError, request: HTTPConnection) -> dict[str, str]:
    """An error as every address of this program gives it."""
    return {
        "code": error.code,
        "message_ko": error.message_ko,
        "message_en": error.message_en,
        "request_id": request_id(request),
    }


def error_response(error: corpus.SijeongError, request: Request) -> Response:
    """The answer to a request that failed, outside GraphQL."""
    return Response(
        json_bytes({"error": error_content(error, request)}),
        status_code=error.status,
        media_type=JSON,
        headers=retry_headers(error),
    )


def retry_headers(error: corpus.SijeongError) -> dict[str, str]:
    """When to come back, for an error that passes."""
    seconds = getattr(error, "retry_seconds", RETRY_AFTER_SECONDS)
    return {"Retry-After": str(seconds)} if error.status in PASSING else {}


def entity_tag(*parts: Any) -> str:  # noqa: ANN401 (anything JSON holds)
    """An ETag for an answer that follows from these parts alone."""
    digest = hashlib.blake2b(json_bytes(parts), digest_size=16)
    return f'"{digest.hexdigest()}"'


def is_known(request: Request, tag: str) -> bool:
    """Whether the caller already has the answer with this tag (If-None-Match)."""
    return names_tag(request.headers.get("if-none-match", ""), tag)


def names_tag(header: str, tag: str) -> bool:
    """Whether an If-None-Match header names this tag, compared weakly."""
    known = [one.strip().removeprefix("W/") for one in header.split(",")]
    return tag in known or known == ["*"]
