"""Errors of the tools' protocol are told in our words."""

from __future__ import annotations

import json

import pytest
from starlette.types import Message

from graphql_api.protocol_errors import SAID, Retelling, in_our_words


@pytest.mark.parametrize("code", SAID)
def test_what_the_sdk_says_of_its_types_is_not_passed_on(code: int) -> None:
    error = {"code": code, "message": "4 validation errors", "data": {"type": "X"}}
    told = json.loads(in_our_words(json.dumps({"id": 7, "error": error}).encode()))
    assert told == {"jsonrpc": "2.0", "id": 7, "error": {"code": code, "message": SAID[code]}}


@pytest.mark.parametrize(
    "body", [b"", b"no JSON", b"[]", b'{"error": 1}', b'{"error": {"code": 5}}']
)
def test_anything_else_stays_as_it_is(body: bytes) -> None:
    assert in_our_words(body) == body


async def test_an_answer_is_passed_on_and_an_error_has_its_own_length() -> None:
    async def sent_for(status: int) -> list[Message]:
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        retelling = Retelling(send)
        headers = [(b"content-length", b"9"), (b"x", b"y")]
        await retelling({"type": "http.response.start", "status": status, "headers": headers})
        body = json.dumps({"id": 1, "error": {"code": -32602, "message": "type"}}).encode()
        await retelling({"type": "http.response.body", "body": body[:5], "more_body": True})
        await retelling({"type": "http.response.body", "body": body[5:]})
        return sent

    assert [one["type"] for one in await sent_for(200)] == [
        "http.response.start",
        "http.response.body",
        "http.response.body",
    ]
    start, body = await sent_for(400)
    assert dict(start["headers"]) == {
        b"x": b"y",
        b"content-length": str(len(body["body"])).encode(),
    }
