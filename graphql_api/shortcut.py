"""A short way to an answer: from the bytes of an ordinary request to those of the whole reply.

Ordinary is a POST of JSON whose document has been answered before. Everything else, and whatever
goes wrong, is left to the application, which nothing has been taken from by then: so an error is
said in one way, and a test can send the same request along both ways and compare every byte.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, Protocol, cast

from starlette.types import Message, Receive, Scope, Send

import corpus
import index
from graphql_api.allowance import Charge
from graphql_api.endpoint import VOLATILE, GraphQLEndpoint
from graphql_api.envelope import Envelope, envelope, parsed
from graphql_api.media import EVENT_STREAM, GRAPHQL_JSON, JSON, is_json_in_utf8, is_named, preferred
from graphql_api.origins import any_origin
from graphql_api.responses import entity_tag

logger = logging.getLogger(__name__)

Pair = tuple[bytes, bytes]
"""A header as ASGI has it, its name in small letters."""

_READ = frozenset((b"accept", b"content-type", b"cookie", b"origin", b"x-request-id"))
_FORWARDED = frozenset(name.encode() for name in index.FORWARDED)
_LEFT_TO_OTHERS = frozenset((b"content-encoding", b"transfer-encoding", b"expect"))
_LOOKED_AT = _READ | _FORWARDED | _LEFT_TO_OTHERS
"""The headers that an answer to a POST depends on; the application reads no other."""


class Noted(Protocol):
    """Writes the log's line of a request that has been answered."""

    def __call__(
        self, *, request_id: str, method: str, path: str, status: int, seconds: float
    ) -> None:
        """Take note of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcutOptions:
    """What is taken this way: requests to `path` of at most `body_bytes`.

    A query that people write has a few hundred bytes. Longer ones spend their time elsewhere, and
    what is kept of a request is its body.
    """

    path: str = "/graphql"
    body_bytes: int = 8_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the headers of a request say of its answer.

    `lines` are those of the answer that follow from them alone, `given_id` is the request's id as
    its caller gave it, empty for none.
    """

    media_type: bytes
    lines: bytes
    is_forwarded: bool
    given_id: str


class Reply(NamedTuple):
    """A whole reply with status 200: its header lines, each with its line end, and its body."""

    headers: bytes
    body: bytes


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
        self._from_here = _added(())
        self._from_elsewhere = _added(((b"origin", b"https://example.org"),))

    def lead_to(self, endpoint: GraphQLEndpoint) -> None:
        """Answer as this endpoint does, out of what it has learned and keeps."""
        self._endpoint = endpoint

    def reply(self, headers: Sequence[Pair], body: bytes, client: str) -> Reply | None:
        """The reply to a POST from the address `client`; None leaves it to the application."""
        asked = self.asked(headers)
        return None if asked is None else self.answer(asked, body, client)

    def asked(self, headers: Sequence[Pair]) -> Asked | None:
        """What these headers of a POST say; None leaves the request to the application."""
        given: dict[bytes, bytes] = {}
        is_forwarded = False
        for name, value in headers:
            if name not in _LOOKED_AT:
                continue
            if name in _LEFT_TO_OTHERS or name in given:
                return None
            given[name] = value
            is_forwarded = is_forwarded or name in _FORWARDED
        is_from_elsewhere = b"origin" in given
        if is_from_elsewhere and b"cookie" in given:
            return None
        media_type = _negotiated(given.get(b"accept"), given.get(b"content-type"))
        if media_type is None:
            return None
        return Asked(
            media_type=media_type.encode(),
            lines=b"content-type: %b; charset=utf-8\r\n%b"
            % (
                media_type.encode(),
                self._from_elsewhere if is_from_elsewhere else self._from_here,
            ),
            is_forwarded=is_forwarded,
            given_id=given.get(b"x-request-id", b"").decode("latin-1"),
        )

    def answer(self, asked: Asked, body: bytes, client: str) -> Reply | None:
        """The same for a request whose headers were looked at before."""
        started = time.perf_counter()
        endpoint = self._endpoint
        if endpoint is None:
            return None
        caller = index.caller_at(client, is_forwarded=asked.is_forwarded)
        charge = Charge(endpoint.running.allowances, caller)
        try:
            content = self._content(endpoint, body, asked.media_type, charge)
        except corpus.SijeongError:
            return None
        except Exception:
            # Whatever it is, the application meets it too, and says so to the caller.
            logger.exception("shortcut_failed")
            return None
        if content is None:
            return None
        request_id = self._accepted_id(asked.given_id)
        headers = b"cache-control: no-store\r\n%bcontent-length: %d\r\n%bx-request-id: %b\r\n%b" % (
            b"" if caller is None else _lines(charge.headers),
            len(content),
            asked.lines,
            request_id.encode(),
            self._headers,
        )
        self._note(
            request_id=request_id,
            method="POST",
            path=self.options.path,
            status=200,
            seconds=time.perf_counter() - started,
        )
        return Reply(headers, content)

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
        kept = endpoint.answers.get(
            entity_tag(
                snapshot.manifest.snapshot_id,
                endpoint.edition,
                media_type,
                asked.query,
                asked.variables,
                asked.operation_name,
            ),
            is_last=False,
        )
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


@lru_cache(maxsize=128)
def _is_volatile(query: str) -> bool:
    return VOLATILE.search(query) is not None


def _added(asked: Sequence[Pair]) -> bytes:
    """What the route's middleware adds to an answer for a page of one origin or another."""
    found: list[Pair] = []

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def heard(message: Message) -> None:
        found.extend(message["headers"])

    middleware = any_origin()
    app = middleware.cls(answer, *middleware.args, **middleware.kwargs)
    scope = {"type": "http", "method": "POST", "headers": list(asked)}
    # Nothing in it waits for anything, so it runs to its end at once.
    with suppress(StopIteration):
        cast("Any", app(scope, cast("Any", None), heard)).send(None)
    return b"".join(b"%b: %b\r\n" % one for one in found)


def _lines(headers: Mapping[str, str]) -> bytes:
    """Headers as they are sent, names in small letters as Starlette writes them."""
    return "".join(f"{name.lower()}: {value}\r\n" for name, value in headers.items()).encode(
        "latin-1"
    )
