"""A GraphQL request as HTTP carries it, in an address or in a body."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.datastructures import QueryParams
from starlette.requests import Request

from graphql_api.digests import named_digest
from graphql_api.errors import (
    BodyTooLargeError,
    BodyTooSlowError,
    RequestError,
    UnsupportedMediaTypeError,
)
from graphql_api.media import is_json_in_utf8

BODY_SECONDS = 10.0
"""Ample for a phone on a poor line; ends a body that is dripped in to hold a connection."""

DEEPEST_VARIABLES = 60
"""As deep as brackets may stand in a document; no filter that a person writes is half of it."""

_NOTHING = type(None)
MEMBERS: tuple[tuple[str, tuple[type, ...], str, str, str], ...] = (
    ("variables", (dict, _NOTHING), "invalid_variables", "JSON 객체", "a JSON object"),
    ("operationName", (str, _NOTHING), "invalid_operation_name", "글", "text"),
    ("extensions", (dict, _NOTHING), "invalid_extensions", "JSON 객체", "a JSON object"),
)
"""The optional members of a request, their types and how a wrong one is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What is to be executed.

    `digest` is the SHA-256 that the document is named by; with it, `query` may be empty.
    """

    query: str
    variables: dict[str, Any] | None
    operation_name: str | None
    digest: str | None = None


async def read_body(request: Request, limit: int, *, seconds: float = BODY_SECONDS) -> bytes:
    """The body of a request, as it is: what is packed would unfold to any size.

    Raises BodyTooLargeError as soon as it passes `limit` bytes, BodyTooSlowError where it has not
    come within `seconds`, UnsupportedMediaTypeError for one that is packed.
    """
    if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise UnsupportedMediaTypeError(
            "content_encoding_not_supported",
            "본문은 압축하지 말고 그대로 보내십시오.",
            "Send the body as it is, without a Content-Encoding.",
        )
    too_large = BodyTooLargeError(
        "body_too_large",
        f"요청 본문은 {limit:,}바이트까지 받습니다.",
        f"The body of a request may have up to {limit:,} bytes.",
    )
    length = request.headers.get("content-length", "")
    if length.isdecimal() and (len(length) > len(str(limit)) or int(length) > limit):
        raise too_large
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > limit:
                    raise too_large
    except TimeoutError:
        raise BodyTooSlowError(
            "body_too_slow",
            f"요청 본문이 {seconds:g}초 안에 다 오지 않았습니다.",
            f"The body of the request did not come within {seconds:g} s.",
        ) from None
    return bytes(body)


async def posted(request: Request, limit: int) -> Envelope:
    """The GraphQL request in the body of a POST.

    Raises UnsupportedMediaTypeError, BodyTooLargeError or RequestError.
    """
    if not is_json_in_utf8(request.headers.get("content-type")):
        raise UnsupportedMediaTypeError(
            "unsupported_media_type",
            "본문은 UTF-8로 된 application/json이어야 합니다.",
            "The body must be application/json in UTF-8.",
        )
    return envelope(parsed(await read_body(request, limit), "본문", "body"))


def in_address(parameters: QueryParams) -> Envelope:
    """The GraphQL request in the address of a GET; RequestError when it makes no sense."""
    fields: dict[str, object] = {
        name: parameters[name]
        for name in ("query", "operationName", "documentId")
        if name in parameters
    }
    for name in ("variables", "extensions"):
        if parameters.get(name):
            fields[name] = parsed(parameters[name].encode(), name, name)
    return envelope(fields)


def parsed(content: bytes, what_ko: str, what_en: str) -> object:
    """JSON as a value; RequestError for anything else, however deep or malformed."""
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise RequestError(
            "invalid_json",
            f"요청의 {what_ko}이(가) UTF-8로 된 올바른 JSON이 아닙니다.",
            f"The {what_en} of the request is not valid JSON in UTF-8.",
        ) from error


def _keep_shallow(variables: object) -> None:
    """Raise RequestError for variables so deep that whoever writes or reads them would recurse."""
    waiting = [(variables, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > DEEPEST_VARIABLES:
            raise RequestError(
                "too_deep",
                f"variables는 {DEEPEST_VARIABLES}겹까지 받습니다.",
                f"The variables may be nested {DEEPEST_VARIABLES} deep.",
            )
        if isinstance(value, dict):
            waiting += [(one, depth + 1) for one in value.values()]
        elif isinstance(value, list):
            waiting += [(one, depth + 1) for one in value]


def envelope(fields: object) -> Envelope:
    """The request that a JSON object describes; RequestError when a member has the wrong type."""
    if not isinstance(fields, dict):
        raise RequestError(
            "invalid_request",
            "요청은 query가 든 JSON 객체 하나여야 합니다. 묶음 요청은 받지 않습니다.",
            "A request must be one JSON object with a query; batches are not accepted.",
        )
    for name, types, code, what_ko, what_en in MEMBERS:
        if not isinstance(fields.get(name), types):
            raise RequestError(
                code, f"{name}은(는) {what_ko}이어야 합니다.", f"{name} must be {what_en}."
            )
    if fields.get("variables"):
        _keep_shallow(fields["variables"])
    digest = named_digest(fields.get("documentId"), fields.get("extensions"))
    query = fields.get("query")
    if query is None and digest:
        query = ""
    elif not isinstance(query, str) or not query.strip():
        raise RequestError(
            "query_missing",
            "query에 GraphQL 문서를 글로 넣으십시오.",
            "Give the GraphQL document as text in query.",
        )
    return Envelope(
        query=query,
        variables=fields.get("variables"),
        operation_name=fields.get("operationName") or None,
        digest=digest,
    )
