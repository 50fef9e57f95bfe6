"""Origins: which sites a widget may stand on, as operators write them and as browsers send them.

An origin is a scheme, a host and a port, as in RFC 6454; browsers send it in one form only, so a
listed one is brought into that form once and then compared letter for letter.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

import corpus

LEAST_LABELS = 3
"""Names that stand behind `*.`: fewer would open a widget to every site of a registry (`*.go.kr`)
or of a company that lends names to anybody."""

MOST_CHARACTERS = 300
"""A host has 253 at most (RFC 1035); what is longer is no origin."""

_WRITTEN = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9a-f:.]+\]|[^\s/?#@:\[\]]+)(?::(?P<port>[0-9]{1,5}))?"
)
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_PORTS = {"http": 80, "https": 443}


class OriginError(corpus.SijeongError):
    """An origin that cannot be listed; says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One listed origin; `host` begins with `*.` where every site under a name is meant."""

    scheme: str
    host: str
    port: int | None

    @property
    def text(self) -> str:
        """As browsers send it, and as a content security policy names it."""
        return f"{self.scheme}://{self.host}" + (f":{self.port}" if self.port else "")

    def is_met_by(self, sent: str) -> bool:
        """Whether this is the origin that a browser sent."""
        if not self.host.startswith("*."):
            return sent == self.text
        port = f":{self.port}" if self.port else ""
        end = self.host[1:] + port
        start = f"{self.scheme}://"
        if len(sent) > MOST_CHARACTERS or not (sent.startswith(start) and sent.endswith(end)):
            return False
        under = sent[len(start) : -len(end)]
        return all(_LABEL.fullmatch(label) for label in under.split("."))


def read_origin(written: str) -> Origin:
    """An origin as an operator writes it; OriginError, in both languages, where it is none.

    Plain http is only for this machine: a page that anybody on the way may rewrite could ask in
    its readers' name and show them what it likes.
    """
    text = written.strip().lower()
    found = _WRITTEN.fullmatch(text) if len(text) <= MOST_CHARACTERS else None
    if found is None:
        raise OriginError(
            "invalid_origin",
            f"{written!r}은(는) 사이트 주소(origin)가 아닙니다. 'https://www.example.go.kr'처럼 "
            "경로와 마지막 빗금 없이 적어 주세요.",
            f"{written!r} is not an origin. Write it as in 'https://www.example.go.kr', without a "
            "path or a slash at its end.",
        )
    scheme, host = found["scheme"], _host(found["host"], written)
    port = int(found["port"]) if found["port"] else None
    if port is not None and not 0 < port <= 65_535:
        raise OriginError(
            "invalid_origin",
            f"{written!r}의 포트 번호가 맞지 않습니다.",
            f"{written!r} has a port that does not exist.",
        )
    if scheme == "http" and not _is_this_machine(host):
        raise OriginError(
            "insecure_origin",
            f"{written!r}: https가 아닌 사이트에는 위젯을 놓을 수 없습니다(이 컴퓨터는 예외).",
            f"{written!r}: a widget may only stand on a site with https (or on this machine).",
        )
    return Origin(scheme=scheme, host=host, port=None if port == _PORTS[scheme] else port)


def _host(host: str, written: str) -> str:
    """The host in the letters that browsers send (Punycode for Hangul names)."""
    if host.startswith("["):
        try:
            return f"[{ipaddress.IPv6Address(host[1:-1]).compressed}]"
        except ValueError:
            raise _bad_host(written) from None
    is_wild, name = host.startswith("*."), host.removeprefix("*.")
    try:
        name = name.encode("idna").decode("ascii")
    except UnicodeError:
        raise _bad_host(written) from None
    labels = name.split(".")
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise _bad_host(written)
    if is_wild and (len(labels) < LEAST_LABELS or labels[-1].isdecimal()):
        raise OriginError(
            "wide_origin",
            f"{written!r}은(는) 너무 넓습니다. '*.' 뒤에는 이름이 {LEAST_LABELS}마디 이상이어야 "
            "합니다(예: 'https://*.city.go.kr').",
            f"{written!r} is too wide. At least {LEAST_LABELS} names have to stand behind '*.', as "
            "in 'https://*.city.go.kr'.",
        )
    return f"*.{name}" if is_wild else name


def _bad_host(written: str) -> OriginError:
    return OriginError(
        "invalid_origin",
        f"{written!r}의 호스트 이름이 올바르지 않습니다.",
        f"{written!r} has a host name that cannot be.",
    )


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
