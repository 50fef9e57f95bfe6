"""The web server's end of a connection without a network: bytes in, bytes out."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from uvicorn import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

import assistant
from graphql_api.allowance import AllowanceOptions, Allowances
from graphql_api.endpoint import EndpointOptions, GraphQLEndpoint
from graphql_api.loaders import Lender
from graphql_api.origins import any_origin
from graphql_api.running import Running
from graphql_api.schema import PublicSchema
from graphql_api.shortcut import Shortcut
from graphql_api.wire import WireOptions, protocol_with

ALLOWANCE = AllowanceOptions(per_second=1, burst=30_000, refused=5)
PATIENCE = 5.0
"""Seconds until a reply is given up."""


class Wire(asyncio.Transport):
    """A transport that keeps what is written."""

    def __init__(self, host: str) -> None:
        super().__init__()
        self.written = b""
        self.closed = False
        self._extra = {"peername": (host, 1234), "sockname": ("127.0.0.1", 80)}

    def get_extra_info(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 (asyncio)
        return self._extra.get(name, default)

    def write(self, data: Any) -> None:  # noqa: ANN401 (asyncio)
        assert not self.closed
        self.written += bytes(data)

    def close(self) -> None:
        self.closed = True

    def is_closing(self) -> bool:
        return self.closed

    def pause_reading(self) -> None:
        """Nothing comes but what a test sends."""

    def resume_reading(self) -> None:
        """As above."""


class Way:
    """One application behind one protocol; `noted` are the requests that took the short way."""

    def __init__(
        self,
        lender: Lender,
        schema: PublicSchema,
        *,
        is_short: bool,
        host: str = "127.0.0.1",
        trusted: str = "",
        wait_seconds: float = 0.05,
    ) -> None:
        self.noted: list[dict[str, Any]] = []
        allowances = Allowances(ALLOWANCE, clock=lambda: 0.0)
        self.endpoint = GraphQLEndpoint(
            Running(lender, schema, allowances=allowances), EndpointOptions()
        )
        shortcut = Shortcut(
            headers=assistant.SECURITY_HEADERS,
            accepted_id=assistant.accepted_id,
            note=lambda **line: self.noted.append(line),
        )
        shortcut.lead_to(self.endpoint)
        self.protocol: type[HttpToolsProtocol] = HttpToolsProtocol
        if is_short:
            self.protocol = protocol_with(shortcut)
            self.protocol.options = WireOptions(wait_seconds=wait_seconds)
        pages = assistant.Pages()
        refusals = assistant.Refusals(pages)
        app = Starlette(
            routes=[
                Route("/graphql", self.endpoint, middleware=(any_origin(),)),
                Route("/other", lambda request: PlainTextResponse("other"), methods=["POST"]),
            ],
            middleware=[
                Middleware(assistant.SecurityHeaders),
                Middleware(assistant.RequestLog, failure=refusals.failed),
            ],
            exception_handlers=refusals.handlers,
        )
        self.config = Config(
            app,
            lifespan="off",
            log_config=None,
            access_log=False,
            proxy_headers=bool(trusted),
            forwarded_allow_ips=trusted,
        )
        self.config.load()
        self.host = host
        self.state = ServerState()

    def connect(self) -> tuple[HttpToolsProtocol, Wire]:
        """A new connection."""
        made = self.protocol(
            config=self.config,
            server_state=self.state,
            app_state={},
            _loop=asyncio.get_running_loop(),
        )
        wire = Wire(self.host)
        made.connection_made(wire)
        return made, wire

    async def exchange(self, pieces: Sequence[bytes], replies: int = 1) -> bytes:
        """What comes back for bytes that are sent piece by piece, `replies` replies long."""
        protocol, wire = self.connect()
        for place, piece in enumerate(pieces):
            if place:
                await asyncio.sleep(0)
            protocol.data_received(piece)
        await until_replied(wire, replies)
        protocol.connection_lost(None)
        return wire.written


async def until_replied(wire: Wire, replies: int) -> None:
    """Wait for whole replies, or for the connection's end."""
    late = asyncio.get_running_loop().time() + PATIENCE
    while count(wire.written) < replies and not wire.closed:
        assert asyncio.get_running_loop().time() < late, wire.written
        await asyncio.sleep(0.001)


def count(written: bytes) -> int:
    """How many whole replies these bytes are."""
    found = 0
    while written:
        head, end, rest = written.partition(b"\r\n\r\n")
        length = next(
            (
                int(line.split(b":")[1])
                for line in head.split(b"\r\n")
                if line.startswith(b"content-length:")
            ),
            None,
        )
        if not end or (length is not None and len(rest) < length):
            return found
        if length is None and b"\r\ntransfer-encoding: chunked" in head:
            return found + rest.endswith(b"0\r\n\r\n")
        found += 1
        written = b"" if length is None else rest[length:]
    return found


def post(body: bytes, headers: Sequence[tuple[str, str]] = (), address: str = "/graphql") -> bytes:
    """A request as it is sent; JSON unless `headers` say something else."""
    named = {name.lower() for name, _ in headers}
    lines = [f"POST {address} HTTP/1.1", "host: city.test"]
    lines += [f"{name}: {value}" for name, value in headers]
    if "content-type" not in named:
        lines.append("content-type: application/json")
    if "transfer-encoding" not in named:
        lines.append(f"content-length: {len(body)}")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def get(address: str, headers: Sequence[tuple[str, str]] = ()) -> bytes:
    """A GET as it is sent, without a body."""
    lines = [f"GET {address} HTTP/1.1", "host: city.test"]
    lines += [f"{name}: {value}" for name, value in headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
