"""Callers: as whom a request from an address is counted, whatever it asks for."""

from __future__ import annotations

import ipaddress
from collections.abc import Container
from functools import lru_cache
from typing import Protocol

FORWARDED = (
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-real-ip",
)
"""What proxies say of a request that they pass on, each kind another part of it."""


class Address(Protocol):
    """Where a connection comes from."""

    @property
    def host(self) -> str:
        """Its address or name."""
        ...


class Connection(Protocol):
    """A request or a socket, as far as it says who asks."""

    @property
    def client(self) -> Address | None:
        """Where it comes from, None where that is not known."""
        ...

    @property
    def headers(self) -> Container[str]:
        """The names of its headers, asked for in small letters."""
        ...


def caller_of(connection: Connection) -> str | None:
    """Who asks over a connection, as `caller_at` says."""
    host = connection.client.host if connection.client else ""
    is_forwarded = any(name in connection.headers for name in FORWARDED)
    return caller_at(host, is_forwarded=is_forwarded)


def caller_at(host: str, *, is_forwarded: bool) -> str | None:
    """Who asks from there: an IPv4 address, or the 64 bits that one IPv6 subscriber has.

    None for a program on this machine, which takes processors from itself, and for no address. A
    proxy on this machine that the settings do not name passes on what another asked
    (`is_forwarded`: one of the headers of `FORWARDED` is there), and is then one caller.
    """
    caller, is_here = _named(host)
    return None if is_here and not is_forwarded else caller


@lru_cache(maxsize=4_096)
def _named(host: str) -> tuple[str | None, bool]:
    """How an address is counted, and whether it is one of this machine."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host or None, False
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        if mapped is None and not address.is_loopback:
            return str(ipaddress.ip_network((int(address) >> 64 << 64, 64))), False
        address = mapped or address
    return str(address), address.is_loopback
