"""Records that nothing changes once they are made: type checkers see to it, at no cost in reading.

A frozen dataclass goes round its own guard for each of its fields, which makes it three times as
slow to make as an open one; a document is read into thousands of records.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

__all__ = ["record"]

_Made = TypeVar("_Made")

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen: bool, **options: bool) -> Callable[[type[_Made]], type[_Made]]:
        """The dataclass of the same options without the guard; it hashes as a frozen one does."""
        return dataclass(unsafe_hash=frozen, **options)
