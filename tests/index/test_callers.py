"""As whom a caller is counted: an address, a subscriber's network, or nobody on this machine."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.requests import HTTPConnection

from index.callers import caller_of


def connection(host: str | None, **headers: str) -> HTTPConnection:
    scope: dict[str, Any] = {
        "type": "http",
        "client": (host, 1) if host else None,
        "headers": [(name.replace("_", "-").encode(), b"x") for name in headers],
    }
    return HTTPConnection(scope)


@pytest.mark.parametrize(
    ("host", "caller"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", None),
        ("::1", None),
        ("::ffff:127.0.0.1", None),
        ("testclient", "testclient"),
        (None, None),
    ],
)
def test_a_caller_is_an_address_or_a_subscriber_s_network(
    host: str | None, caller: str | None
) -> None:
    assert caller_of(connection(host)) == caller


def test_what_a_proxy_here_forwards_counts() -> None:
    assert caller_of(connection("127.0.0.1", x_forwarded_for="x")) == "127.0.0.1"
    assert caller_of(connection("::1", forwarded="x")) == "::1"
