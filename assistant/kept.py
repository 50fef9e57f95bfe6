"""What follows from a snapshot alone: worked out once, and pages that a browser has already."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from starlette.requests import Request
from starlette.responses import Response

import index
from assistant.pages import language_of

Made = TypeVar("Made")

_KEPT_HEADERS = ("cache-control", "content-language", "vary")
"""What a 304 says again of the page that it stands for (RFC 9110, section 15.4.5)."""


class Kept(Generic[Made]):
    """Something that is made of a snapshot at the first need, and kept until there is another.

    Two threads that need it at once may both make it; what they make is the same.
    """

    def __init__(self, made: Callable[[index.Snapshot], Made]) -> None:
        self._made = made
        self._last: tuple[str, Made] | None = None

    def of(self, snapshot: index.Snapshot) -> Made:
        """What was made of this snapshot."""
        identity = snapshot.manifest.snapshot_id
        last = self._last
        if last is None or last[0] != identity:
            last = self._last = identity, self._made(snapshot)
        return last[1]


class PageTags:
    """Entity tags of pages that follow from their snapshot, address and language.

    A tag is the digest of what was sent, so that it changes with whatever makes the page; it is
    remembered, so that a browser which has the page is told so without making it again. `most`
    pages are remembered, at some 200 bytes each.
    """

    def __init__(self, most: int = 4_096) -> None:
        self._most = most
        self._tags: OrderedDict[bytes, tuple[str, dict[str, str]]] = OrderedDict()

    def respond(
        self, request: Request, snapshot: index.Snapshot, page: Callable[[], Response]
    ) -> Response:
        """The page with its tag, or 304 where the browser names that."""
        asked = request.headers.get("if-none-match", "")
        key = _key(request, snapshot)
        known = self._tags.get(key)
        if known is not None and names_tag(asked, known[0]):
            return Response(status_code=304, headers=known[1])
        response = page()
        if response.status_code != 200:
            return response
        tag = f'"{hashlib.sha256(response.body).hexdigest()[:32]}"'
        response.headers["etag"] = tag
        said = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
        said["etag"] = tag
        self._tags[key] = tag, said
        self._tags.move_to_end(key)
        while len(self._tags) > self._most:
            self._tags.popitem(last=False)
        return Response(status_code=304, headers=said) if names_tag(asked, tag) else response


def names_tag(header: str, tag: str) -> bool:
    """Whether If-None-Match names this entity tag, compared weakly (RFC 9110, section 13.1.2)."""
    names = {item.strip().removeprefix("W/") for item in header.split(",")}
    return tag in names or "*" in names


def _key(request: Request, snapshot: index.Snapshot) -> bytes:
    parts = (snapshot.manifest.snapshot_id, request.url.path, language_of(request))
    said = "\n".join(parts).encode() + b"\n" + request.scope["query_string"]
    return hashlib.blake2b(said, digest_size=16).digest()
