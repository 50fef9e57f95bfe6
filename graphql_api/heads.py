"""Bounds on the head of a request: how long it may be, and how long it may take to come.

Uvicorn's parser takes a head of any size and waits for the rest of one for ever, so a stranger
could fill the memory with headers or hold connections open with a byte now and then. Bodies are
bounded by those that read them, idle connections between requests by Uvicorn.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import orjson
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadOptions:
    """What the head of a request may be: its address and its headers.

    `bytes` are what other servers take at most (h11 64 KiB, nginx 32 KiB), and enough for a long
    query in an address. `seconds` from the first moment of a connection, or the first byte of a
    further request, until its head is there: far more than a slow line needs.
    """

    bytes: int = 64_000
    seconds: float = 20.0


class HeadBounds(HttpToolsProtocol):
    """Uvicorn's protocol, which refuses a head that is too long and gives up one that is too slow.

    Only a GET can ask for a WebSocket (RFC 6455, 4.1); what asks for one in another way is an
    ordinary request, as Uvicorn would leave it without an answer.
    """

    head_options: HeadOptions = HeadOptions()

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 (Uvicorn's own)
        super().__init__(*arguments, **named)
        self._is_in_head = False
        self._piece = 0
        self._touched = 0
        self._begun = 0
        self._head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for the first head."""
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        self._end_head()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read a piece of the connection."""
        was_in_head = self._is_in_head
        self._piece = len(data)
        super().data_received(data)
        if not self._is_in_head or self.transport.is_closing():
            return
        self._touched += len(data)
        if was_in_head:
            # All of this piece was head, and the parser tells of no header before its end.
            self._begun += len(data)
            if self._begun > self.head_options.bytes:
                self._refuse_length()
                return
        if self._head_timer is None:
            self._await_head()

    def on_message_begin(self) -> None:
        """Look out for the end of a head."""
        super().on_message_begin()
        self._is_in_head = True
        self._touched = self._begun = 0

    def on_headers_complete(self) -> None:
        """Go on with the request, its head being there."""
        self.end_head()
        super().on_headers_complete()

    def end_head(self) -> None:
        """Take note that a head is whole; ValueError, and the request refused, if it is too long.

        What came in short pieces is not too long, so most heads are never measured.
        """
        self._end_head()
        most = self.head_options.bytes
        if self._touched + self._piece <= most:
            return
        if len(self.url) + sum(len(name) + len(value) for name, value in self.headers) > most:
            self._refuse_length()
            raise ValueError("head too long")

    def send_400_response(self, msg: str) -> None:
        """Refuse what is not HTTP, unless it was refused already for its length."""
        self._end_head()
        if not self.transport.is_closing():
            super().send_400_response(msg)

    def _should_upgrade(self) -> bool:
        return self.parser.get_method() == b"GET" and super()._should_upgrade()

    def _await_head(self) -> None:
        self._head_timer = self.loop.call_later(self.head_options.seconds, self._give_up)

    def _end_head(self) -> None:
        self._is_in_head = False
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _refuse_length(self) -> None:
        self._refuse(
            b"431 Request Header Fields Too Large",
            "head_too_long",
            f"요청의 주소와 헤더가 너무 깁니다(최대 {self.head_options.bytes:,}바이트).",
            "The address and headers of the request are too long"
            f" ({self.head_options.bytes:,} bytes at most).",
        )

    def _give_up(self) -> None:
        self._head_timer = None
        if self.transport.is_closing():
            return
        if self.cycle is not None and not self.cycle.response_complete:
            # A request before it is still being answered, and its answer must stay whole.
            self._await_head()
        elif self._is_in_head:
            self._refuse(
                b"408 Request Timeout",
                "head_too_slow",
                "요청의 머리 부분이 제때 오지 않았습니다.",
                "The head of the request did not come in time.",
            )
        else:
            self.transport.close()

    def _refuse(self, status: bytes, code: str, korean: str, english: str) -> None:
        """Answer in the form of all errors, without an id: there is no request yet."""
        self._end_head()
        said = {"code": code, "message_ko": korean, "message_en": english, "request_id": ""}
        body = orjson.dumps({"error": said})
        lines = [b"HTTP/1.1 %b\r\n" % status]
        lines += [b"%b: %b\r\n" % one for one in self.server_state.default_headers]
        lines += [
            b"content-type: application/json\r\ncontent-length: %d\r\n" % len(body),
            b"cache-control: no-store\r\nconnection: close\r\n\r\n",
            body,
        ]
        self.logger.warning("Request refused: %s.", code)
        self.transport.write(b"".join(lines))
        self.transport.close()
