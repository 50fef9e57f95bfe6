"""Pages by key: opaque cursors, page sizes, and reading that never takes more than a page.

A cursor names the last record seen, with what it is sorted by where that is not its id, so a page
costs the same wherever it stands, and going backward (`last`, `before`) is the same reading from
the end. A cursor belongs to its list and to its order.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

import index
from graphql_api.errors import ArgumentError
from graphql_api.ordering import Ordering


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions:
    """How many records one page holds, and how long a cursor is that is looked at.

    `default` fits a screen; `maximum` keeps the answer of one page under about 100 kB. The
    descriptions of `first` and `last` in the schema name both. A cursor may hold a name, and
    `longest_cursor` is beyond any that a document prints.
    """

    default: int = 20
    maximum: int = 100
    longest_cursor: int = 8_000


PAGE = PageOptions()
CURSOR_FORMAT = "1"
"""Raised when what a cursor holds changes, so that an old cursor is refused, not misread."""
NOT_A_CURSOR = ArgumentError(
    "invalid_cursor",
    "이 목록의 커서가 아닙니다. pageInfo나 edges가 준 커서를 그대로 쓰십시오.",
    "This is not a cursor of this list; use one that pageInfo or edges gave, unchanged.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a record stands in a list: its id, and what else it is sorted by."""

    id: str
    key: index.SortKey = None


class Identified(Protocol):
    """Any record with a lasting id."""

    @property
    def id(self) -> str:
        """The record's id."""


Record = TypeVar("Record", bound=Identified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Which stretch of an ordered set of records is asked for."""

    size: int
    after: Place | None
    before: Place | None
    is_backward: bool

    @classmethod
    def from_arguments(
        cls,
        table: str,
        ordering: Ordering | None = None,
        *,
        first: int | None,
        after: str | None,
        last: int | None,
        before: str | None,
    ) -> Window:
        """The window that Relay's four arguments describe; omitted ones are UNSET or None.

        Raises ArgumentError for a size out of range, both sizes at once, or a bad cursor.
        """
        ahead, back = first or None, last or None
        for name, size in (("first", first), ("last", last)):
            if isinstance(size, int) and not 1 <= size <= PAGE.maximum:
                raise ArgumentError(
                    "invalid_page_size",
                    f"first와 last는 1에서 {PAGE.maximum} 사이여야 합니다({name}: {size})."
                    " 더 받으려면 pageInfo의 endCursor를 after에 쓰십시오.",
                    f"first and last must be between 1 and {PAGE.maximum} ({name}: {size}). To read"
                    " on, give the endCursor of pageInfo as after.",
                )
        if ahead is not None and back is not None:
            raise ArgumentError(
                "invalid_page_size",
                "first와 last를 함께 쓸 수 없습니다. 하나만 쓰십시오.",
                "first and last cannot be used together; use one of them.",
            )
        return cls(
            size=ahead or back or PAGE.default,
            after=place_of(table, after, ordering) if after else None,
            before=place_of(table, before, ordering) if before else None,
            is_backward=back is not None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Record]):
    """The records of one window in ascending order, and whether there are more on either side."""

    records: tuple[Record, ...]
    has_next: bool
    has_previous: bool


def cursor_prefix(table: str, ordering: Ordering | None) -> str:
    """What stands before the place in a cursor of a list of this table in this order."""
    order = "" if ordering is None else f" by {ordering.name}"
    return f"{CURSOR_FORMAT}:{table}{order}:"


def cursor(table: str, key: str) -> str:
    """The opaque text that stands for a record of a table, in the order of ids."""
    return cursor_at(table, Place(id=key), None)


def cursor_at(table: str, place: Place, ordering: Ordering | None) -> str:
    """The opaque text that stands for a place in a list of a table, in this order."""
    content = place.id
    if ordering is not None:
        content = json.dumps([place.key, place.id], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(f"{cursor_prefix(table, ordering)}{content}".encode()).decode()


def place_of(table: str, text: str, ordering: Ordering | None) -> Place:
    """The place that `cursor_at` was given; ArgumentError when the text is not of this list."""
    try:
        content = base64.b64decode(
            text[: PAGE.longest_cursor].encode("ascii"), altchars=b"-_", validate=True
        ).decode()
    except (binascii.Error, UnicodeError):
        content = ""
    prefix = cursor_prefix(table, ordering)
    if not content.startswith(prefix):
        if content.startswith((f"{CURSOR_FORMAT}:{table}:", f"{CURSOR_FORMAT}:{table} by ")):
            raise ArgumentError(
                "cursor_of_other_order",
                "다른 정렬의 커서입니다. 커서를 받은 목록과 같은 orderBy를 쓰십시오.",
                "This cursor belongs to another order; use the orderBy of the list that gave it.",
            )
        raise NOT_A_CURSOR
    rest = content.removeprefix(prefix)
    if ordering is None:
        return Place(id=rest)
    try:
        key, record_id = json.loads(rest)
    except (ValueError, TypeError, RecursionError):
        raise NOT_A_CURSOR from None
    if not isinstance(record_id, str) or not ordering.can_hold(key):
        raise NOT_A_CURSOR
    return Place(id=record_id, key=key)


def read_page(
    read: Callable[[index.RecordRequest], Sequence[Record]],
    request: index.RecordRequest,
    window: Window,
) -> Page[Record]:
    """One call to the snapshot: the window's records and one more, to know whether it goes on."""
    found = tuple(
        read(
            replace(
                request,
                after=window.after.id if window.after else None,
                after_key=window.after.key if window.after else None,
                before=window.before.id if window.before else None,
                before_key=window.before.key if window.before else None,
                limit=window.size + 1,
                descending=window.is_backward,
            )
        )
    )
    has_more, records = len(found) > window.size, found[: window.size]
    if window.is_backward:
        return Page(
            records=records[::-1], has_next=window.before is not None, has_previous=has_more
        )
    return Page(records=records, has_next=has_more, has_previous=window.after is not None)
