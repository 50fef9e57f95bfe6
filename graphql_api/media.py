"""Which media type a caller wants, and whether a body is in one that is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"
HTML = "text/html"
EVENT_STREAM = "text/event-stream"
JSON_LINES = "application/x-ndjson"
JSON_LD = "application/ld+json"
CSV = "text/csv; charset=utf-8"
PARQUET = "application/vnd.apache.parquet"
PLAIN_TEXT = "text/plain; charset=utf-8"

UTF_8 = ("utf-8", "utf8")
REFUSED = ("q=0", "q=0.0", "q=0.00", "q=0.000")
NAMED, NAMED_BY_TYPE, NAMED_AS_ANY = 2, 1, 0
"""How exactly an Accept header means a media type: 'text/html', 'text/*', '*/*'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaRange:
    """One entry of an Accept header: 'text/html', 'text/*' or '*/*', and how much it is wanted."""

    type: str
    subtype: str
    quality: float

    def rank(self, media_type: str) -> int | None:
        """How exactly this names a media type; None when it does not."""
        type_, _, subtype = media_type.partition("/")
        if (self.type, self.subtype) == (type_, subtype):
            return NAMED
        if (self.type, self.subtype) == (type_, "*"):
            return NAMED_BY_TYPE
        return NAMED_AS_ANY if (self.type, self.subtype) == ("*", "*") else None


def media_ranges(accept: str) -> tuple[MediaRange, ...]:
    """The entries of an Accept header; those that make no sense are passed over."""
    ranges = []
    for entry in accept.split(","):
        media_type, *parameters = (part.strip().lower() for part in entry.split(";"))
        type_, slash, subtype = media_type.partition("/")
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    quality = min(max(float(value), 0.0), 1.0)
                except ValueError:
                    quality = 0.0
        if slash and type_ and subtype:
            ranges.append(MediaRange(type=type_, subtype=subtype, quality=quality))
    return tuple(ranges)


LONGEST_REMEMBERED = 500
"""Characters of an Accept header that is read once for all who send it; browsers send 150."""

_remembered = lru_cache(maxsize=256)(media_ranges)


def read_ranges(accept: str) -> tuple[MediaRange, ...]:
    """The same as `media_ranges`, worked out once for the headers that most callers send."""
    return _remembered(accept) if len(accept) <= LONGEST_REMEMBERED else media_ranges(accept)


def preferred(accept: str | None, offered: tuple[str, ...]) -> str | None:
    """The offered media type that an Accept header wants most; None when it wants none of them.

    Without a header, or where it says only '*/*', the first that is offered. Between two that are
    named and wanted alike, the last that is offered.
    """
    if accept is None or not accept.strip():
        return offered[0]
    ranges = read_ranges(accept)
    best: tuple[float, int, int] | None = None
    chosen = None
    for place, media_type in enumerate(offered):
        named = [
            (rank, one.quality) for one in ranges if (rank := one.rank(media_type)) is not None
        ]
        if not named:
            continue
        exactness, quality = max(named)
        wanted = (quality, exactness, place if exactness == NAMED else -place)
        if quality > 0 and (best is None or wanted > best):
            best, chosen = wanted, media_type
    return chosen


def is_named(accept: str | None, media_type: str) -> bool:
    """Whether an Accept header wants a media type by its own name."""
    return any(
        one.rank(media_type) == NAMED and one.quality > 0 for one in read_ranges(accept or "")
    )


def is_json_in_utf8(content_type: str | None) -> bool:
    """Whether a Content-Type header names JSON, in UTF-8 where it names an encoding at all."""
    media_type, *parameters = (part.strip().lower() for part in (content_type or "").split(";"))
    if media_type != JSON:
        return False
    named = [
        value.strip('" ')
        for part in parameters
        for name, _, value in [part.partition("=")]
        if name.strip() == "charset"
    ]
    return all(one in UTF_8 for one in named)


def accepts_gzip(accept_encoding: str | None) -> bool:
    """Whether an Accept-Encoding header names gzip, or anything, and does not refuse it."""
    for entry in (accept_encoding or "").split(","):
        coding, *parameters = (part.strip().lower() for part in entry.split(";"))
        if coding in ("gzip", "*"):
            return not any(part.replace(" ", "") in REFUSED for part in parameters)
    return False
