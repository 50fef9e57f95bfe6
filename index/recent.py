"""What was read of a snapshot last, kept in memory: what is asked for often is read once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Any, Generic, Protocol, TypeVar

from index.filters import Table
from index.types import RecordRequest

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentOptions:
    """How much of a snapshot is kept in memory beside its files.

    A record with its texts takes one to two kilobytes, a character of a document two bytes. A name
    longer than `longest_name` is no id of a record, and is not kept.
    """

    records: int = 20_000
    characters: int = 8_000_000
    longest_name: int = 200


class Recent(Generic[K, V]):
    """The values that were asked for last, up to a common weight; safe for any number of threads.

    A value that alone weighs more than a quarter of all that may be kept is not kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def get(self, key: K) -> V | None:
        """The value, None where it is not kept."""
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def put(self, key: K, value: V, weight: int) -> None:
        """Keep a value, and let go of those that were not asked for longest."""
        if weight * 4 > self._most:
            return
        with self._lock:
            before = self._kept.pop(key, None)
            self._weight += weight - (before[1] if before is not None else 0)
            self._kept[key] = value, weight
            while self._weight > self._most:
                _, (_, lightened) = self._kept.popitem(last=False)
                self._weight -= lightened

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._kept.clear()
            self._weight = 0


class _Named(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Named)

_OWNERS: dict[Table, dict[str, str]] = {
    "documents": {"ids": "id"},
    "sections": {"ids": "id", "document_ids": "document_id"},
    "passages": {"ids": "id", "section_ids": "section_id", "document_ids": "document_id"},
    "facts": {"ids": "id", "passage_ids": "passage_id", "document_ids": "document_id"},
}
"""Table -> field of a request -> what its records name there."""


class RecentRecords(Generic[R]):
    """The records of one table by what they belong to, as requests ask for them most.

    `read` gives what a request names from the files. A request that is narrowed by nothing but the
    ids of one field is put together from what each of these ids has; any other is read as it is.
    """

    def __init__(
        self,
        table: Table,
        read: Callable[[RecordRequest], tuple[R, ...]],
        options: RecentOptions | None = None,
    ) -> None:
        self._options = options or RecentOptions()
        self._read = read
        self._owners = _OWNERS[table]
        self._kept: Recent[tuple[str, str], tuple[R, ...]] = Recent(self._options.records)

    def named(self, request: RecordRequest) -> tuple[R, ...]:
        """The records that a request names, in ascending order of id."""
        field = self._field_of(request)
        if field is None:
            return self._read(request)
        names: tuple[str, ...] = tuple(dict.fromkeys(getattr(request, field)))
        found = {name: self._kept.get((field, name)) for name in names}
        missing = tuple(name for name, records in found.items() if records is None)
        if missing:
            # One more than is asked for tells whether what is read is all there is.
            most = None if request.limit is None else request.limit + 1
            read = self._read(_narrowed(field, missing, most))
            if most is not None and len(read) == most:
                return self._read(request)
            found |= self._keep(field, missing, read)
        if len(names) == 1:
            return (found[names[0]] or ())[: request.limit]
        records = [record for kept in found.values() for record in kept or ()]
        return tuple(sorted(records, key=lambda one: one.id)[: request.limit])

    def clear(self) -> None:
        """Let go of everything."""
        self._kept.clear()

    def _field_of(self, request: RecordRequest) -> str | None:
        """The one field that narrows a request, None where another or none does.

        The first page of a document is read as it is, since what is kept is whole, and all of a
        document would have to be read for it.
        """
        for field in self._owners:
            names = getattr(request, field)
            if names:
                is_alone = request == _narrowed(field, names, request.limit)
                is_whole = request.limit is None or (field == "section_ids" and request.limit > 0)
                return field if is_alone and is_whole else None
        return None

    def _keep(
        self, field: str, names: tuple[str, ...], read: tuple[R, ...]
    ) -> dict[str, tuple[R, ...]]:
        """The records by what they belong to, kept under it."""
        owner = self._owners[field]
        parted: dict[str, list[R]] = {name: [] for name in names}
        for record in read:
            parted.setdefault(getattr(record, owner), []).append(record)
        kept = {name: tuple(records) for name, records in parted.items()}
        for name, records in kept.items():
            if len(name) <= self._options.longest_name:
                self._kept.put((field, name), records, 1 + len(records))
        return kept


def _narrowed(field: str, names: tuple[str, ...], limit: int | None) -> RecordRequest:
    narrowing: dict[str, Any] = {field: names, "limit": limit}
    return RecordRequest(**narrowing)
