"""How often pages of other sites may ask: a bucket for each visitor and one for each address.

Buckets fill steadily. They live in memory for as long as they are not full; addresses of clients
stand in them only as keyed digests whose key ends with the process.
"""

from __future__ import annotations

import hashlib
import math
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.requests import HTTPConnection

import index
from assistant.problems import RequestError

_MINUTE = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """At most `burst` at once, and `per_minute` again in each minute."""

    burst: float
    per_minute: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterOptions:
    """What may be asked, in questions.

    A person hardly asks `visitor` as often as it lets them. `address` is for everybody behind one
    address together: a city hall or a mobile carrier shares one between many. What costs less than
    a question: further questions that are offered (`follow_ups`), feedback, and a token.
    `most_remembered` of each kind bounds the memory, at some 200 bytes.
    """

    visitor: Bucket = field(default_factory=lambda: Bucket(burst=12, per_minute=10))
    address: Bucket = field(default_factory=lambda: Bucket(burst=120, per_minute=120))
    question: float = 1.0
    follow_ups: float = 0.2
    feedback: float = 0.2
    token: float = 0.5
    most_remembered: int = 20_000


class Meter:
    """The buckets of all visitors and addresses; for one event loop."""

    def __init__(
        self,
        options: MeterOptions | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.options = options or MeterOptions()
        most = self.options.most_remembered
        self.visitors, self.addresses = (
            index.Buckets(
                burst=one.burst, per_second=one.per_minute / _MINUTE, most=most, clock=clock
            )
            for one in (self.options.visitor, self.options.address)
        )
        self._key = secrets.token_bytes(32)

    def take(self, cost: float, connection: HTTPConnection, visitor: str | None = None) -> None:
        """Count what a request costs.

        Raises RequestError 'visitor_too_often', with the seconds until it fits, and takes nothing.
        """
        address = index.caller_of(connection)
        kinds = [(self.visitors, visitor)]
        if address is not None:
            digest = hashlib.blake2b(address.encode(), key=self._key, digest_size=16)
            kinds.append((self.addresses, digest.hexdigest()))
        taken = [(buckets, name) for buckets, name in kinds if name is not None]
        wait = max((buckets.wait(name, cost) for buckets, name in taken), default=0.0)
        if wait > 0:
            error = RequestError("visitor_too_often", seconds=math.ceil(wait))
            error.retry_seconds = math.ceil(wait)
            raise error
        for buckets, name in taken:
            buckets.take(name, cost)
