"""Pages by key: opaque cursors, page sizes, and reading that never takes more than a page.

A cursor names the last record seen, so a page costs the same wherever it stands, and going backward
(`last`, `before`) is the same reading in descending order.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

import index
from graphql_api.errors import ArgumentError


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions:
    """How many records one page holds.

    `default` fits a screen; `maximum` keeps the answer of one page under about 100 kB. The
    descriptions of `first` and `last` in the schema name both.
    """

    default: int = 20
    maximum: int = 100


PAGE = PageOptions()
CURSOR_FORMAT = "1"
"""Raised when what a cursor holds changes, so that an old cursor is refused, not misread."""


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
    after: str | None
    before: str | None
    is_backward: bool

    @classmethod
    def from_arguments(
        cls,
        table: str,
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
        for size in (first, last):
            if isinstance(size, int) and not 1 <= size <= PAGE.maximum:
                raise ArgumentError(
                    "invalid_page_size",
                    f"first와 last는 1에서 {PAGE.maximum} 사이여야 합니다.",
                    f"first and last must be between 1 and {PAGE.maximum}.",
                )
        if ahead is not None and back is not None:
            raise ArgumentError(
                "invalid_page_size",
                "first와 last를 함께 쓸 수 없습니다. 하나만 쓰십시오.",
                "first and last cannot be used together; use one of them.",
            )
        return cls(
            size=ahead or back or PAGE.default,
            after=cursor_key(table, after) if after else None,
            before=cursor_key(table, before) if before else None,
            is_backward=back is not None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Record]):
    """The records of one window in ascending order, and whether there are more on either side."""

    records: tuple[Record, ...]
    has_next: bool
    has_previous: bool


def cursor(table: str, key: str) -> str:
    """The opaque text that stands for a record of a table."""
    return base64.urlsafe_b64encode(f"{CURSOR_FORMAT}:{table}:{key}".encode()).decode()


def cursor_key(table: str, text: str) -> str:
    """The record's id that `cursor` was made from; ArgumentError when it is not ours."""
    try:
        content = base64.b64decode(text.encode("ascii"), altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeError):
        content = ""
    prefix = f"{CURSOR_FORMAT}:{table}:"
    if not content.startswith(prefix):
        raise ArgumentError(
            "invalid_cursor",
            "이 목록의 커서가 아닙니다. pageInfo나 edges가 준 커서를 그대로 쓰십시오.",
            "This is not a cursor of this list; use one that pageInfo or edges gave, unchanged.",
        )
    return content.removeprefix(prefix)


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
                after=window.after,
                before=window.before,
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
