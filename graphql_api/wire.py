"""The web server's HTTP protocol, with a short way for ordinary GraphQL requests.

Uvicorn makes a task, a scope and a dozen calls of every request, which takes longer than the
answer to a small query. Here a request that `shortcut.py` can answer is answered as soon as its
last byte is there. Parsing, time limits and shutdown stay those of Uvicorn (with the bounds of
`heads.py`), and a request that is not answered this way goes on exactly as it would have.

Most requests come with a head that was read before (`known_heads.py`): where the parser stands
between two requests, such a head and its body need not pass through it. Whatever then turns out to
be otherwise is given to the parser, from its first byte.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware
from uvicorn.protocols.http.httptools_impl import STATUS_LINE

from graphql_api.heads import HeadBounds
from graphql_api.known_heads import END, KnownHead, KnownHeads
from graphql_api.shortcut import Pair, Reply, Shortcut


@dataclass(frozen=True, slots=True, kw_only=True)
class WireOptions:
    """How long a request may lack the rest of its body before the application takes it over.

    Many clients send head and body apart, a moment after each other. The application has its own
    limit for a body that does not come.
    """

    wait_seconds: float = 0.05


class ShortcutProtocol(HeadBounds):
    """Holds a request back until it is whole, and has it answered or passes it on.

    One at a time: a request that is pipelined behind another, or comes in the same piece as one
    that was answered this way, is passed on, so that no caller keeps the others waiting.
    """

    shortcut: ClassVar[Shortcut]
    known: ClassVar[KnownHeads]
    options: ClassVar[WireOptions] = WireOptions()

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 (Uvicorn's own)
        super().__init__(*arguments, **named)
        self._held: bytearray | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._is_turn_over = False
        self._behind: ProxyHeadersMiddleware | None = None
        self._address = self.shortcut.options.path.encode()
        self._beginning = self._address + b"?"
        self._most = self.shortcut.options.body_bytes
        # Between two requests, as the parser sees it; the bytes of the head that it is given next.
        self._is_between = True
        self._head = b""
        # A known head with what has come of its body, and since when the rest is waited for.
        self._awaited: KnownHead | None = None
        self._come = b""
        self._since = self._heard = 0.0
        self._watch: asyncio.TimerHandle | None = None
        self._defaults: list[tuple[bytes, bytes]] = []
        self._opening = b""

    def data_received(self, data: bytes) -> None:
        """Read a piece of the connection."""
        known = self._awaited
        if known is not None:
            data = self._come + data
        elif self._is_between and self._is_free():
            known = self.known.beginning(data)
        if known is None:
            self._read(data)
            return
        missing = len(known.head) + known.length - len(data)
        if missing > 0:
            self._await_body(known, data)
            return
        self._awaited = None
        # More than one request in a piece is for the parser to tell apart.
        is_answered = missing == 0 and self._is_answered(known, data)
        if not is_answered:
            self._read(data, is_turn_over=missing == 0)

    def _read(self, data: bytes, *, is_turn_over: bool = False) -> None:
        """Give a piece to the parser; with `is_turn_over` all of it is for the application."""
        self._is_turn_over = is_turn_over
        if self._is_between:
            end = data.find(END, 0, self.known.options.head_bytes)
            self._head = data[: end + len(END)] if end >= 0 else b""
        super().data_received(data)
        if self._held is not None and self._timer is None:
            self._timer = self.loop.call_later(self.options.wait_seconds, self._pass_on)

    def _await_body(self, known: KnownHead, data: bytes) -> None:
        if self._awaited is None:
            self._awaited = known
            self._since = self.loop.time()
            if self._watch is None:
                self._watch = self.loop.call_later(self.options.wait_seconds, self._look_after)
        self._come = data

    def _look_after(self) -> None:
        """Let the application wait for a body that was waited for long enough.

        One timer serves the requests that come meanwhile: to set one for each takes longer.
        """
        self._watch = None
        if self._awaited is None:
            return
        left = self._since + self.options.wait_seconds - self.loop.time()
        if left > 0:
            self._watch = self.loop.call_later(left, self._look_after)
        else:
            self._give_to_application()

    def _give_to_application(self) -> None:
        if self._awaited is not None:
            self._awaited = None
            self._read(self._come, is_turn_over=True)

    def _is_answered(self, known: KnownHead, data: bytes) -> bool:
        client = self._client(known.headers) if self._is_free() else None
        if client is None:
            return False
        reply = self.shortcut.answer(known.asked, data[len(known.head) :], client)
        if reply is None:
            return False
        if self._head_timer is not None:
            self._end_head()
        self.transport.write(b"%b%b\r\n%b" % (self._opened(reply), reply.headers, reply.body))
        self.server_state.total_requests += 1
        self._heard = self.loop.time()
        if self.timeout_keep_alive_task is None:
            self._keep_alive(self.timeout_keep_alive)
        return True

    def _keep_alive(self, seconds: float) -> None:
        self.timeout_keep_alive_task = self.loop.call_later(
            seconds, self.timeout_keep_alive_handler
        )

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection that has been idle for so long, and look again at one that was not."""
        since = self._heard if self._awaited is None else self.loop.time()
        left = since + self.timeout_keep_alive - self.loop.time()
        if left > 0:
            self._keep_alive(left)
        else:
            super().timeout_keep_alive_handler()

    def on_message_begin(self) -> None:
        """Take note of it."""
        self._is_between = False
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Hold the request, or pass it on."""
        if self._is_ordinary():
            self.end_head()
            self._held = bytearray()
        else:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Take a part of the body."""
        if self._held is None:
            super().on_body(body)
            return
        self._held += body
        if len(self._held) > self._most:
            self._pass_on()

    def on_message_complete(self) -> None:
        """Answer what is held, or pass it on."""
        # A parser that was asked for another protocol reads no further request.
        self._is_between = not self.parser.should_upgrade()
        head, self._head = self._head, b""
        if self._held is not None:
            address = self.url[len(self._beginning) :] if self._is_read() else None
            asked, body = self.shortcut.asked(self.headers, address), bytes(self._held)
            client = self._client(self.headers)
            reply = None if asked is None else self.shortcut.answer(asked, body, client)
            if asked is not None and reply is not None:
                if head and self._is_kept():
                    self.known.add(head, len(body), self.headers, asked)
                self._let_go()
                self._is_turn_over = True
                self._send(reply)
                return
            self._pass_on()
        super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget what is held: nobody waits for it."""
        self._let_go()
        self._awaited = None
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Refuse what is not HTTP, and with it what is held."""
        self._let_go()
        super().send_400_response(msg)

    def shutdown(self) -> None:
        """Finish what has begun."""
        self._give_to_application()
        if self._held is not None:
            self._pass_on()
        super().shutdown()

    def _is_ordinary(self) -> bool:
        return (
            (self.url == self._address if self._is_posted() else self._is_read())
            and not self._is_turn_over
            and not self.parser.should_upgrade()
            and not self.expect_100_continue
            and not self.root_path
            and self.limit_concurrency is None
            and self._is_free()
        )

    def _is_posted(self) -> bool:
        return bool(self.parser.get_method() == b"POST")

    def _is_read(self) -> bool:
        """Whether the request is a GET that says in its address what it asks for."""
        return bool(
            self.url.startswith(self._beginning)
            and len(self.url) <= self._most
            and b"#" not in self.url
            and self.parser.get_method() == b"GET"
        )

    def _is_free(self) -> bool:
        """Whether nothing of an earlier request is on its way, and an answer can be sent."""
        return (
            (self.cycle is None or self.cycle.response_complete)
            and not self.pipeline
            and not self.flow.write_paused
            and not self.transport.is_closing()
        )

    def _is_kept(self) -> bool:
        """Whether the connection outlasts the request that the parser has read."""
        return bool(self.parser.get_http_version() != "1.0" and self.parser.should_keep_alive())

    def _let_go(self) -> bytes:
        """Hold the request no longer; the part of its body that is there."""
        held, self._held = bytes(self._held or b""), None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        return held

    def _pass_on(self) -> None:
        """Give the application the request as far as it is there; the rest follows by itself."""
        body = self._let_go()
        super().on_headers_complete()
        if body:
            super().on_body(body)

    def _client(self, headers: Sequence[Pair]) -> str:
        """The address that asks, which may stand behind proxies that the settings trust."""
        if self.config.proxy_headers:
            if self._behind is None:
                trusted = self.config.forwarded_allow_ips or ""
                self._behind = ProxyHeadersMiddleware(_nothing, trusted_hosts=trusted)
            scope: Any = {"type": "http", "client": self.client, "headers": list(headers)}
            # It is the application's own, and awaits only what it passes on to: it ends at once.
            with suppress(StopIteration):
                self._behind(scope, cast("Any", None), cast("Any", None)).send(None)
            client: tuple[str, int] | None = scope["client"]
            return client[0] if client else ""
        return self.client[0] if self.client else ""

    def _opened(self, reply: Reply) -> bytes:
        """How a reply begins; Uvicorn makes new headers each second, for the date."""
        defaults = self.server_state.default_headers
        if defaults is not self._defaults or not self._opening:
            self._defaults = defaults
            self._opening = b"".join(b"%b: %b\r\n" % one for one in defaults)
        return STATUS_LINE[reply.status] + self._opening

    def _send(self, reply: Reply) -> None:
        is_kept = self._is_kept()
        end = b"\r\n" if is_kept else b"connection: close\r\n\r\n"
        self.transport.write(b"".join((self._opened(reply), reply.headers, end, reply.body)))
        if not is_kept:
            self.transport.close()
        self.on_response_complete()


async def _nothing(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 (ASGI)
    """An application that does nothing."""


def protocol_with(shortcut: Shortcut) -> type[ShortcutProtocol]:
    """What Uvicorn takes as `http`: its own protocol, with this shortcut."""
    return type(
        "ShortcutProtocol", (ShortcutProtocol,), {"shortcut": shortcut, "known": KnownHeads()}
    )
