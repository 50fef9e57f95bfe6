"""A short way to an answer: from the bytes of an ordinary request to those of the whole reply.

Ordinary is a POST of JSON, or a GET with the same in its address, whose document has been answered
before. Everything else, and whatever goes wrong, is left to the application, which nothing has been
taken from by then: so an error is said in one way, and a test can send the same request along both
ways and compare every byte.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, Protocol, cast

from starlette.datastructures import QueryParams
from starlette.types import Message, Receive, Scope, Send

import corpus
import index
from graphql_api.allowance import Charge
from graphql_api.endpoint import VOLATILE, GraphQLEndpoint
from graphql_api.envelope import Envelope, envelope, in_address, parsed
from graphql_api.media import (
    EVENT_STREAM,
    GRAPHQL_JSON,
    HTML,
    JSON,
    is_json_in_utf8,
    is_named,
    preferred,
)
from graphql_api.origins import any_origin
from graphql_api.responses import REVALIDATE, names_tag

logger = logging.getLogger(__name__)

Pair = tuple[bytes, bytes]
"""A header as ASGI has it, its name in small letters."""

_READ = frozenset(
    (b"accept", b"content-type", b"cookie", b"if-none-match", b"origin", b"x-request-id")
)
_FORWARDED = frozenset(name.encode() for name in index.FORWARDED)
_LEFT_TO_OTHERS = frozenset((b"content-encoding", b"transfer-encoding", b"expect"))
_LOOKED_AT = _READ | _FORWARDED | _LEFT_TO_OTHERS
"""The headers that an answer depends on; the application reads no other."""
_NOT_MODIFIED = 304


class Noted(Protocol):
    """Writes the log's line of a request that has been answered."""

    def __call__(
        self, *, request_id: str, method: str, path: str, status: int, seconds: float
    ) -> None:
        """Take note of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcutOptions:
    """What is taken this way: requests to `path` of at most `body_bytes`, in body or address.

    A query that people write has a few hundred bytes. Longer ones spend their time elsewhere, and
    what is kept of a request is its body.
    """

    path: str = "/graphql"
    body_bytes: int = 8_000


class Sharing(NamedTuple):
    """Lines that say whose pages may read an answer; `varied` beside what it `vary`s with."""

    lines: bytes
    vary: str
    varied: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the headers of a request say of its answer.

    `typed` and `sharing` are the lines of the answer that follow from them alone: what it is, and
    whose pages may read it. `given_id` is the request's id as its caller gave it, empty for none.
    `address` is the query string of a GET, None for a POST; `tags` are those that its caller has.
    """

    media_type: bytes
    typed: bytes
    sharing: Sharing
    is_forwarded: bool
    given_id: str
    address: bytes | None = None
    tags: str = ""


class Reply(NamedTuple):
    """A whole reply: its header lines, each with its line end, its body, and its status."""

    headers: bytes
    body: bytes
    status: int = 200


class Content(NamedTuple):
    """What answers a request: header lines before and behind its type and length, and its body.

    Without a body (304), the caller has it.
    """

    lines: bytes
    body: bytes | None
    behind: bytes


class Shortcut:
    """Answers what can be answered at once; for the thread of the event loop.

    `headers` are those that the application gives every answer, `accepted_id` what it makes of the
    id that a request brings ('' for none), `note` what it logs with.
    """

    def __init__(
        self,
        *,
        headers: Mapping[str, str],
        accepted_id: Callable[[str], str],
        note: Noted,
        options: ShortcutOptions | None = None,
    ) -> None:
        self.options = options or ShortcutOptions()
        self._accepted_id = accepted_id
        self._note = note
        self._headers = _lines(headers)
        self._endpoint: GraphQLEndpoint | None = None
        self._from_here = _sharing(())
        self._from_elsewhere = _sharing(((b"origin", b"https://example.org"),))

    def lead_to(self, endpoint: GraphQLEndpoint) -> None:
        """Answer as this endpoint does, out of what it has learned and keeps."""
        self._endpoint = endpoint

    def asked(self, headers: Sequence[Pair], address: bytes | None = None) -> Asked | None:
        """What these headers say of a POST, or with an `address` of a GET with this query string.

        None leaves the request to the application.
        """
        given: dict[bytes, bytes] = {}
        is_forwarded = False
        for name, value in headers:
            if name not in _LOOKED_AT:
                if name == b"content-length" and address is not None:
                    return None
                continue
            if name in _LEFT_TO_OTHERS or name in given:
                return None
            given[name] = value
            is_forwarded = is_forwarded or name in _FORWARDED
        is_from_elsewhere = b"origin" in given
        if is_from_elsewhere and b"cookie" in given:
            return None
        if address is None:
            media_type = _negotiated(given.get(b"accept"), given.get(b"content-type"))
        else:
            media_type = _wanted(given.get(b"accept"))
        if media_type is None:
            return None
        return Asked(
            media_type=media_type.encode(),
            typed=b"content-type: %b; charset=utf-8\r\n" % media_type.encode(),
            sharing=self._from_elsewhere if is_from_elsewhere else self._from_here,
            is_forwarded=is_forwarded,
            given_id=given.get(b"x-request-id", b"").decode("latin-1"),
            address=address,
            tags=given.get(b"if-none-match", b"").decode("latin-1"),
        )

    def answer(self, asked: Asked, body: bytes, client: str) -> Reply | None:
        """The reply to a request from the address `client`; None leaves it to the application."""
        started = time.perf_counter()
        endpoint = self._endpoint
        if endpoint is None:
            return None
        caller = index.caller_at(client, is_forwarded=asked.is_forwarded)
        charge = Charge(endpoint.running.allowances, caller)
        try:
            if asked.address is None:
                content = self._posted(endpoint, body, asked, charge)
            else:
                content = self._read(endpoint, asked.address, asked, charge)
        except corpus.SijeongError:
            return None
        except Exception:
            # Whatever it is, the application meets it too, and says so to the caller.
            logger.exception("shortcut_failed")
            return None
        if content is None:
            return None
        request_id = self._accepted_id(asked.given_id)
        status, measured = _NOT_MODIFIED, b""
        if content.body is not None:
            status, measured = 200, b"content-length: %d\r\n%b" % (len(content.body), asked.typed)
        headers = b"%b%b%bx-request-id: %b\r\n%b" % (
            content.lines,
            measured,
            content.behind,
            request_id.encode(),
            self._headers,
        )
        self._note(
            request_id=request_id,
            method="POST" if asked.address is None else "GET",
            path=self.options.path,
            status=status,
            seconds=time.perf_counter() - started,
        )
        return Reply(headers, content.body or b"", status)

    def _read(
        self, endpoint: GraphQLEndpoint, address: bytes, asked: Asked, charge: Charge
    ) -> Content | None:
        """What answers a GET, its cost taken; None, and nothing taken, where there is nothing."""
        wanted = endpoint.persisted.whole(_in_address(address))
        media_type = asked.media_type.decode()
        with endpoint.running.holder.lease() as snapshot:
            if _is_volatile(wanted.query):
                body = self._found(endpoint, wanted, snapshot, media_type, charge)
                return None if body is None else _unkept(body, asked, charge)
            tag = endpoint.tag(wanted, snapshot, media_type)
            _, vary, behind = asked.sharing
            lines = _lines({**endpoint.caching(wanted), "Vary": vary, "ETag": tag})
            if asked.tags and names_tag(asked.tags, tag):
                return Content(lines, None, behind)
            kept = endpoint.answers.get(tag, is_last=False)
            if kept is not None:
                body = kept.body if charge.takes(kept.cost) else None
            else:
                written = endpoint.running.light(wanted, snapshot, charge)
                body = None if written is None else written.body
                if body is not None:
                    endpoint.answers.put(tag, body, charge.cost)
        if body is None:
            return None
        endpoint.persisted.note(wanted)
        # What a proxy may give to others says nothing of one caller.
        return Content(lines + (b"" if wanted.digest else _lines(charge.headers)), body, behind)

    def _posted(
        self, endpoint: GraphQLEndpoint, body: bytes, asked: Asked, charge: Charge
    ) -> Content | None:
        content = self._content(endpoint, body, asked.media_type, charge)
        return None if content is None else _unkept(content, asked, charge)

    def _content(
        self, endpoint: GraphQLEndpoint, body: bytes, media_type: bytes, charge: Charge
    ) -> bytes | None:
        """The body of the answer, its cost taken; None, and nothing taken, where there is none."""
        with endpoint.running.holder.lease() as snapshot:
            snapshot_id = snapshot.manifest.snapshot_id
            # A snapshot's id and a media type have no line end, so no two requests share a key.
            key = b"%b\n%b\n%b" % (snapshot_id.encode(), media_type, body)
            kept = endpoint.answers.get(key, is_last=False)
            if kept is not None:
                return kept.body if charge.takes(kept.cost) else None
            asked = endpoint.persisted.whole(envelope(parsed(body, "본문", "body")))
            found = self._found(endpoint, asked, snapshot, media_type.decode(), charge)
        if found is not None:
            endpoint.persisted.note(asked)
            if not _is_volatile(asked.query):
                endpoint.answers.put(key, found, charge.cost)
        return found

    def _found(
        self,
        endpoint: GraphQLEndpoint,
        asked: Envelope,
        snapshot: index.Snapshot,
        media_type: str,
        charge: Charge,
    ) -> bytes | None:
        written = endpoint.running.light(asked, snapshot, charge)
        if written is not None:
            return written.body
        kept = endpoint.answers.get(endpoint.tag(asked, snapshot, media_type), is_last=False)
        return kept.body if kept is not None and charge.takes(kept.cost) else None


@lru_cache(maxsize=256)
def _negotiated(accept: bytes | None, content_type: bytes | None) -> str | None:
    """The media type of the answer; None where the application has to see to it."""
    if content_type is None or not is_json_in_utf8(content_type.decode("latin-1")):
        return None
    wanted = None if accept is None else accept.decode("latin-1")
    if is_named(wanted, EVENT_STREAM):
        return None
    return preferred(wanted, (JSON, GRAPHQL_JSON))


@lru_cache(maxsize=256)
def _wanted(accept: bytes | None) -> str | None:
    """The media type of the answer to a GET; None where the application has to see to it."""
    wanted = None if accept is None else accept.decode("latin-1")
    if is_named(wanted, EVENT_STREAM):
        return None
    media_type = preferred(wanted, (JSON, GRAPHQL_JSON, HTML))
    return None if media_type == HTML else media_type


@lru_cache(maxsize=256)
def _in_address(query_string: bytes) -> Envelope:
    """What the address of a GET asks for; RequestError, each time anew, where it makes no sense."""
    return in_address(QueryParams(query_string))


@lru_cache(maxsize=128)
def _is_volatile(query: str) -> bool:
    return VOLATILE.search(query) is not None


def _unkept(body: bytes, asked: Asked, charge: Charge) -> Content:
    """An answer that nobody may keep."""
    lines = b"cache-control: no-store\r\n%b" % _lines(charge.headers)
    return Content(lines, body, asked.sharing.lines)


def _sharing(asked: Sequence[Pair]) -> Sharing:
    """What the route's middleware makes of an answer for a page of one origin or another."""
    vary = REVALIDATE["Vary"].encode()
    varying = dict(_passed(asked, ((b"vary", vary),)))
    said = varying.pop(b"vary", vary).decode()
    return Sharing(_pairs(_passed(asked, ())), said, _pairs(varying.items()))


def _passed(asked: Sequence[Pair], own: Sequence[Pair]) -> Sequence[Pair]:
    """The headers of an answer behind the route's middleware."""
    found: list[Pair] = []

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": list(own)})

    async def heard(message: Message) -> None:
        found.extend(message["headers"])

    middleware = any_origin()
    app = middleware.cls(answer, *middleware.args, **middleware.kwargs)
    scope = {"type": "http", "method": "POST", "headers": list(asked)}
    # Nothing in it waits for anything, so it runs to its end at once.
    with suppress(StopIteration):
        cast("Any", app(scope, cast("Any", None), heard)).send(None)
    return found


def _pairs(headers: Iterable[Pair]) -> bytes:
    return b"".join(b"%b: %b\r\n" % one for one in headers)


def _lines(headers: Mapping[str, str]) -> bytes:
    """Headers as they are sent, names in small letters as Starlette writes them."""
    return "".join(f"{name.lower()}: {value}\r\n" for name, value in headers.items()).encode(
        "latin-1"
    )
