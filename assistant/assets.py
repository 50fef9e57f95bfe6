"""The files that pages load: styles, scripts and pictures, kept by browsers for good.

One version stands for all of them and in front of their names, so that a script that imports its
neighbour by a relative address gets the neighbour of the same version.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Mapping
from importlib import resources

from starlette.responses import Response

ADDRESS = "/assets"
MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
"""What is served, by ending; templates and words in the same folder are not."""

_REMARK = re.compile(r"^[ ]*(?://[^\n]*|/\*\*.*?\*/)\n|^[ ]+", re.MULTILINE | re.DOTALL)
"""Whole lines of a script that are remarks, and what its other lines are indented by."""

_NO_GZIP = re.compile(r"^gzip;q=0(?:\.0{0,3})?$")


class Assets:
    """The assets in `assistant/web`, read once."""

    def __init__(self) -> None:
        folder = resources.files("assistant") / "web"
        self.contents: Mapping[str, bytes] = {
            one.name: light(one.read_bytes()) if one.name.endswith(".js") else one.read_bytes()
            for one in sorted(folder.iterdir(), key=lambda one: one.name)
            if _ending(one.name) in MEDIA_TYPES
        }
        """Each asset by its name."""
        # Packed once: a page of small modules is a third of its size on the way to a phone.
        self._packed = {
            name: gzip.compress(content, compresslevel=9, mtime=0)
            for name, content in self.contents.items()
        }
        digest = hashlib.sha256()
        for name, content in self.contents.items():
            digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
        self.version = digest.hexdigest()[:12]
        """Changes exactly when any asset does."""

    def address(self, name: str) -> str:
        """Where an asset is, in its present version; KeyError for one that is not there."""
        self.contents[name]
        return f"{ADDRESS}/{self.version}/{name}"

    def response(
        self, name: str, version: str | None = None, *, encodings: str = ""
    ) -> Response | None:
        """An asset, None where there is none of that name; packed where `encodings` take gzip.

        `encodings` is the request's Accept-Encoding. Browsers keep the present version for good;
        under any other address they ask again.
        """
        found = self.contents.get(name)
        if found is None:
            return None
        kept = "public, max-age=31536000, immutable" if version == self.version else "no-cache"
        headers = {"cache-control": kept, "vary": "Accept-Encoding"}
        if takes_gzip(encodings):
            found = self._packed[name]
            headers["content-encoding"] = "gzip"
        return Response(found, media_type=MEDIA_TYPES[_ending(name)], headers=headers)


def light(script: bytes) -> bytes:
    """A script as browsers get it: remarks are for whoever reads the source.

    Whole lines go, and the indents of all others: also those of a string that spans lines, which
    may hold only what reads the same without them.
    """
    return _REMARK.sub("", script.decode()).encode()


def takes_gzip(encodings: str) -> bool:
    """Whether an Accept-Encoding names gzip and does not rule it out (RFC 9110, 12.5.3)."""
    offered = [one.strip().lower().replace(" ", "") for one in encodings.split(",")]
    return any(one.partition(";")[0] == "gzip" and not _NO_GZIP.match(one) for one in offered)


def _ending(name: str) -> str:
    return name[name.rfind(".") :]
