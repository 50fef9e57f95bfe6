"""How often pages of other sites may ask: a bucket for each visitor and one for each address.

Buckets fill steadily. They live in memory for as long as they are not full; addresses of clients
stand in them only as keyed digests whose key ends with the process.
"""

from __future__ import annotations

import hashlib
import ipaddress
import math
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.requests import HTTPConnection

from assistant.problems import RequestError

_FORWARDED = (
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-real-ip",
)
"""What proxies say of a request that they pass on, each kind another part of it."""
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
        self._visitors = _Buckets(self.options.visitor, most, clock)
        self._addresses = _Buckets(self.options.address, most, clock)
        self._key = secrets.token_bytes(32)

    def take(self, cost: float, connection: HTTPConnection, visitor: str | None = None) -> None:
        """Count what a request costs.

        Raises RequestError 'visitor_too_often', with the seconds until it fits, and takes nothing.
        """
        address = _network(connection)
        kinds = [(self._visitors, visitor)]
        if address is not None:
            digest = hashlib.blake2b(address.encode(), key=self._key, digest_size=16)
            kinds.append((self._addresses, digest.hexdigest()))
        taken = [(buckets, name) for buckets, name in kinds if name is not None]
        wait = max((buckets.wait(name, cost) for buckets, name in taken), default=0.0)
        if wait > 0:
            error = RequestError("visitor_too_often", seconds=math.ceil(wait))
            error.retry_seconds = math.ceil(wait)
            raise error
        for buckets, name in taken:
            buckets.take(name, cost)


class _Buckets:
    def __init__(self, bucket: Bucket, most: int, clock: Callable[[], float]) -> None:
        self._bucket = bucket
        self._most = most
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, name: str, cost: float) -> float:
        """Seconds until there is enough for it, 0 where there is."""
        missing = cost - self._now(name)
        return max(0.0, missing * _MINUTE / self._bucket.per_minute)

    def take(self, name: str, cost: float) -> None:
        self._left[name] = (self._now(name) - cost, self._clock())
        self._left.move_to_end(name)
        if len(self._left) > self._most:
            self._left.popitem(last=False)

    def _now(self, name: str) -> float:
        left, at = self._left.get(name, (self._bucket.burst, 0.0))
        grown = (self._clock() - at) * self._bucket.per_minute / _MINUTE
        return min(self._bucket.burst, left + grown)


def _network(connection: HTTPConnection) -> str | None:
    """Who is asking: an IPv4 address, or the network of 64 bits that one IPv6 subscriber has.

    None for this machine, which takes processors from itself. A proxy on it that the settings do
    not name passes on what it forwards, and is then one caller.
    """
    host = connection.client.host if connection.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host or None
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        if mapped is None and not address.is_loopback:
            return str(ipaddress.ip_network((int(address) >> 64 << 64, 64)))
        address = mapped or address
    is_forwarded = any(name in connection.headers for name in _FORWARDED)
    return None if address.is_loopback and not is_forwarded else str(address)
