"""What the SDK of the tools says of a senseless request, told in our words and none of its own.

The SDK puts the report of its validation into the error: names of its types, addresses of its
documentation, and back what was sent. A caller has no use for that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from starlette.types import Message, Send

from graphql_api.responses import json_bytes

NOT_JSON = -32700
"""Codes of JSON-RPC 2.0, section 5.1."""

SENSELESS = "MCP의 형식에 맞지 않는 요청입니다. / The request is not as the protocol has it."
SAID: Mapping[int, str] = MappingProxyType(
    {
        NOT_JSON: "요청이 JSON이 아닙니다. / The request is not JSON.",
        -32600: SENSELESS,
        -32602: SENSELESS,
    }
)


def in_our_words(body: bytes) -> bytes:
    """The body of an error with its message told anew; any other body as it is."""
    try:
        content: Any = json.loads(body)
        error = content["error"]
        message = SAID[error["code"]]
    except (ValueError, LookupError, TypeError):
        return body
    told = {"code": error["code"], "message": message}
    return json_bytes({"jsonrpc": "2.0", "id": content.get("id"), "error": told})


class Retelling:
    """Sends a response on; where it is an error, after its body has been told anew."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        """Take one ASGI message."""
        if message["type"] == "http.response.start" and message["status"] >= 400:
            self._start = message
            return
        if self._start is None:
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if message.get("more_body", False):
            return
        body = in_our_words(self._body)
        headers = [one for one in self._start["headers"] if one[0].lower() != b"content-length"]
        length = (b"content-length", str(len(body)).encode())
        await self._send({**self._start, "headers": [*headers, length]})
        await self._send({"type": "http.response.body", "body": body})
