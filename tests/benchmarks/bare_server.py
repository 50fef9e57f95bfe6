"""The least that a request costs under this program's web server: what no answer can be below.

    python -m tests.benchmarks.bare_server 8123

An ASGI application that reads the body and answers the same few bytes, with Uvicorn set up as
`serve.py` sets it up but for the protocol, which is Uvicorn's own.
"""

from __future__ import annotations

import sys

import uvicorn
from starlette.types import Receive, Scope, Send

BODY = b'{"data":{"page":{"edges":[]}},"extensions":{"snapshot":"0000000000000000"}}'


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    """Read the request and answer it."""
    while (await receive()).get("more_body"):
        pass
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(BODY)).encode()),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": BODY})


if __name__ == "__main__":
    uvicorn.run(
        answer,
        port=int(sys.argv[1]),
        loop="uvloop",
        http="httptools",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
    )
