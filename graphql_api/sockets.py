"""Sockets: GraphQL over WebSocket, in the graphql-transport-ws protocol.

The protocol's states and close codes (enisdenjo/graphql-ws, PROTOCOL.md) are Strawberry's handler;
here are its bounds, and execution as over HTTP.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import orjson
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState
from strawberry.http.exceptions import (
    NonJsonMessageReceived,
    NonTextMessageReceived,
    WebSocketDisconnected,
)
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import (
    BaseGraphQLTransportWSHandler,
    Operation,
)
from strawberry.subscriptions.protocols.graphql_transport_ws.types import (
    CompleteMessage,
    ErrorMessage,
    NextMessage,
)
from strawberry.types.unset import UNSET

import corpus
import index
from graphql_api.envelope import envelope
from graphql_api.responses import error_content, json_bytes
from graphql_api.streams import RequestFailed, Runner

BAD_REQUEST, NOT_ACCEPTABLE, TOO_MANY_CONNECTIONS, IDLE = 4400, 4406, 4503, 4410
"""Close codes: the protocol's own are 44xx, what this room adds stays in that range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SocketOptions:
    """What open connections may take.

    `connections` in all, far above what people watch at once and far below a process's files, and
    `of_one_caller` so that nobody keeps the others out (this machine is free, as elsewhere).
    `operations` at once on one connection; an application shows a few. `message_characters` is as
    long as a body over HTTP may be. A client says hello within `hello_seconds`, and one that says
    nothing for `idle_seconds` while nothing runs is let go.
    """

    connections: int = 200
    of_one_caller: int = 20
    operations: int = 10
    message_characters: int = 128_000
    longest_id: int = 100
    hello_seconds: float = 10.0
    idle_seconds: float = 300.0


class SocketEndpoint:
    """The ASGI application behind WebSocket connections to `/graphql`."""

    def __init__(self, runner: Runner, options: SocketOptions | None = None) -> None:
        self.runner = runner
        self.options = options or SocketOptions()
        self._open: Counter[str | None] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold one connection until either side closes it."""
        socket = WebSocket(scope, receive, send)
        if GRAPHQL_TRANSPORT_WS_PROTOCOL not in socket.scope.get("subprotocols", ()):
            await socket.accept()
            await socket.close(NOT_ACCEPTABLE, "Subprotocol not acceptable")
            return
        await socket.accept(subprotocol=GRAPHQL_TRANSPORT_WS_PROTOCOL)
        caller = index.caller_of(socket)
        is_crowded = caller is not None and self._open[caller] >= self.options.of_one_caller
        if is_crowded or self._open.total() >= self.options.connections:
            await socket.close(TOO_MANY_CONNECTIONS, "Too many connections; try again later")
            return
        self._open[caller] += 1
        try:
            await Conversation(socket, self.runner, self.options).handle()
        finally:
            self._open[caller] -= 1
            if not self._open[caller]:
                del self._open[caller]


class _Messages:
    """A socket as the protocol's handler sees it: JSON objects in and out, within bounds."""

    def __init__(self, socket: WebSocket, options: SocketOptions) -> None:
        self._socket = socket
        self._options = options
        self.is_busy: Callable[[], bool] = lambda: False
        self.worked_at = time.monotonic()

    async def iter_json(
        self, *, ignore_parsing_errors: bool = False
    ) -> AsyncGenerator[object, None]:
        while self._socket.application_state is WebSocketState.CONNECTED:
            try:
                # Pings keep nothing open: only an operation is work.
                rest = self.worked_at + self._options.idle_seconds - time.monotonic()
                text = await asyncio.wait_for(self._socket.receive_text(), max(0.0, rest))
            except TimeoutError:
                if self.is_busy():
                    self.worked_at = time.monotonic()
                    continue
                await self.close(IDLE, "Nothing was said for too long")
                return
            except KeyError as error:
                raise NonTextMessageReceived from error
            except (WebSocketDisconnect, RuntimeError):
                return
            yield self._parsed(text)

    def _parsed(self, text: str) -> dict[str, Any]:
        if len(text) > self._options.message_characters:
            raise NonJsonMessageReceived
        try:
            message = orjson.loads(text)
        except orjson.JSONDecodeError as error:
            raise NonJsonMessageReceived from error
        if not isinstance(message, dict):
            raise NonJsonMessageReceived
        return message

    async def send_json(self, message: Mapping[str, object]) -> None:
        try:
            await self._socket.send_text(json_bytes(message).decode())
        except (WebSocketDisconnect, RuntimeError) as error:
            raise WebSocketDisconnected from error

    async def close(self, code: int, reason: str) -> None:
        # Closing what is closed already is an error of ASGI, not of anybody here.
        if self._socket.application_state is WebSocketState.CONNECTED:
            await self._socket.close(code, reason)


class _View:
    """What the protocol's handler asks of its view: nothing but to greet."""

    async def on_ws_connect(self, context: object) -> object:
        return UNSET


class Conversation(BaseGraphQLTransportWSHandler[Any, Any]):
    """One connection, from its greeting to its end."""

    def __init__(self, socket: WebSocket, runner: Runner, options: SocketOptions) -> None:
        messages = _Messages(socket, options)
        super().__init__(
            view=_View(),  # type: ignore[arg-type]
            websocket=messages,  # type: ignore[arg-type]
            context=None,
            root_value=None,
            schema=None,  # type: ignore[arg-type]
            connection_init_wait_timeout=timedelta(seconds=options.hello_seconds),
            max_subscriptions_per_connection=options.operations,
        )
        messages.is_busy = lambda: bool(self.operations)
        self._messages = messages
        self._socket = socket
        self._runner = runner
        self._options = options

    async def handle_message(self, message: Any) -> None:  # noqa: ANN401 (the protocol's union)
        """Act on one message; one that is not of the protocol ends the connection."""
        name = message.get("id", "")
        if not isinstance(name, str) or len(name) > self._options.longest_id:
            await self.handle_invalid_message("The id must be a short text")
            return
        if message.get("type") == "subscribe":
            self._messages.worked_at = time.monotonic()
        try:
            await super().handle_message(message)
        except (TypeError, AttributeError):
            await self.handle_invalid_message("Failed to parse message")

    async def run_operation(self, operation: Operation[Any, Any]) -> None:
        """Send an operation's results, then that it is complete, or why nothing was executed."""
        try:
            request = envelope(
                {
                    "query": operation.query,
                    "variables": operation.variables,
                    "operationName": operation.operation_name,
                }
            )
            async with aclosing(self._runner.results(request, self._socket)) as results:
                async for content in results:
                    await operation.send_operation_message(
                        NextMessage(id=operation.id, type="next", payload=content)  # type: ignore[typeddict-item]
                    )
            await operation.send_operation_message(
                CompleteMessage(id=operation.id, type="complete")
            )
        except RequestFailed as refused:
            await self._refuse(operation, refused.errors)
        except corpus.SijeongError as error:
            told = {"message": str(error), "extensions": error_content(error, self._socket)}
            await self._refuse(operation, [told])
        except WebSocketDisconnected:
            self.operations.pop(operation.id, None)

    async def _refuse(self, operation: Operation[Any, Any], errors: list[dict[str, Any]]) -> None:
        await operation.send_operation_message(
            ErrorMessage(id=operation.id, type="error", payload=errors)  # type: ignore[typeddict-item]
        )
