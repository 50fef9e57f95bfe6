"""Heads that were read before: the bytes of a request's head, and what the parser made of them.

A client that asks again sends the same head again. From the same state a parser makes the same of
the same bytes, so what it made of them once need not be worked out anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphql_api.shortcut import Asked, Pair

END = b"\r\n\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHead:
    """A head, and the `length` of the body that follows it."""

    head: bytes
    length: int
    headers: Sequence[Pair]
    asked: Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHeadOptions:
    """How many heads are kept, and how long one may be.

    A client's heads differ in the length of the body, so each has a few. With `head_bytes`, what
    is kept stays under two megabytes.
    """

    kept: int = 512
    head_bytes: int = 1_500


class KnownHeads:
    """The heads of requests that were answered the short way; for the event loop's thread."""

    def __init__(self, options: KnownHeadOptions | None = None) -> None:
        self.options = options or KnownHeadOptions()
        self._kept: dict[bytes, KnownHead] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def beginning(self, data: bytes) -> KnownHead | None:
        """The known head that these bytes begin with; None where they begin with another."""
        end = data.find(END, 0, self.options.head_bytes)
        return None if end < 0 else self._kept.get(data[: end + len(END)])

    def add(self, head: bytes, length: int, headers: Sequence[Pair], asked: Asked) -> None:
        """Keep a head, unless it names its request, and so will hardly come again."""
        if asked.given_id or head in self._kept:
            return
        self._kept[head] = KnownHead(head=head, length=length, headers=tuple(headers), asked=asked)
        if len(self._kept) > self.options.kept:
            # The one that was heard of first makes room; it is learned again when it comes again.
            del self._kept[next(iter(self._kept))]
