"""Bodies that are packed, dripped in or without an end are refused before they are read."""

from __future__ import annotations

import asyncio
import gzip

import pytest
from starlette.requests import Request
from starlette.types import Message

from graphql_api.envelope import read_body
from graphql_api.errors import BodyTooLargeError, BodyTooSlowError
from tests.graphql_api.city import Api


@pytest.mark.parametrize("encoding", ["gzip", "br", "GZIP", "gzip, identity", "x"])
async def test_a_packed_body_is_415(api: Api, encoding: str) -> None:
    response = await api.http.post(
        "/graphql",
        content=gzip.compress(b" " * 10_000_000),
        headers={"content-type": "application/json", "content-encoding": encoding},
    )
    assert response.status_code == 415
    code = response.json()["errors"][0]["extensions"]["code"]
    assert code == "content_encoding_not_supported"


def dripping(pause: float) -> Request:
    async def receive() -> Message:
        await asyncio.sleep(pause)
        return {"type": "http.request", "body": b" ", "more_body": True}

    return Request({"type": "http", "headers": []}, receive)


async def test_a_body_that_is_dripped_in_is_given_up() -> None:
    with pytest.raises(BodyTooSlowError) as slow:
        await read_body(dripping(0.01), 1_000_000, seconds=0.05)
    assert slow.value.status == 408


async def test_a_body_without_an_end_is_given_up_at_its_limit() -> None:
    with pytest.raises(BodyTooLargeError):
        await read_body(dripping(0), 100)
