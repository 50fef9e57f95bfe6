"""What is meant to hurt is refused with a 4xx, in words, with little work and nothing internal."""

from __future__ import annotations

import re
import statistics
import time

import pytest

from tests.graphql_api.city import Api
from tests.graphql_api.hostile import Attack, attacks

SECONDS = 0.25
"""Processor time in this process, where the client works as well and machines are noisy: five
times what the server may take, which `tests.benchmarks.graphql_hostile` measures alone."""

INTERNAL = re.compile(r"Traceback|sqlite|SELECT |\.py\b|strawberry|graphql_api|/site-packages/")


@pytest.mark.parametrize("attack", tuple(attacks()), ids=lambda one: one.name)
async def test_it_is_refused_quickly_and_in_words(api: Api, attack: Attack) -> None:
    headers = {"content-type": "application/json", "accept": "application/graphql-response+json"}
    taken = []
    for _ in range(3):
        started = time.process_time()
        response = await api.http.post(
            "/graphql", content=attack.body, headers=headers | attack.headers
        )
        taken.append(time.process_time() - started)
        assert 400 <= response.status_code < 500, response.text
    for error in response.json()["errors"]:
        told = error["extensions"]
        assert all(told[name] for name in ("code", "message_ko", "message_en", "request_id"))
    assert not INTERNAL.search(response.text)
    assert len(response.content) < 20_000
    assert statistics.median(taken) < SECONDS
