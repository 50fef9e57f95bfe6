"""What one request has read of a kind of record: fetched in batches, and each only once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic

import index
from graphql_api.pagination import Record

Reader = Callable[[index.RecordRequest], Sequence[Record]]


def present(found: Record | None, record_id: str) -> Record:
    """The record, which a whole snapshot must hold because another record points to it."""
    if found is None:
        raise LookupError(f"the snapshot lacks {record_id}")
    return found


class Shelf(Generic[Record]):
    """The records of one kind that this request has seen."""

    def __init__(self, read: Reader[Record]) -> None:
        self._read = read
        self._found: dict[str, Record | None] = {}

    def put(self, records: Iterable[Record]) -> None:
        """Keep records that were read in another way."""
        self._found.update((one.id, one) for one in records)

    def get(self, record_id: str) -> Record | None:
        """The record with this id; None when the snapshot has none."""
        if record_id not in self._found:
            self.all([record_id])
        return self._found[record_id]

    def all(self, ids: Iterable[str]) -> tuple[Record, ...]:
        """The records with these ids, those that are there, in one read at most."""
        wanted = dict.fromkeys(ids)
        missing = tuple(one for one in wanted if one not in self._found)
        if missing:
            self._found.update(dict.fromkeys(missing))
            self.put(self._read(index.RecordRequest(ids=missing)))
        found = (self._found[one] for one in wanted)
        return tuple(one for one in found if one is not None)


class Backlinks(Generic[Record]):
    """The records that point to an id, such as the series that a fact is a point of.

    `read` gives every record that points to one of some ids, `targets` the ids that one record
    points to (more than were asked for do no harm).
    """

    def __init__(
        self,
        read: Callable[[tuple[str, ...]], Sequence[Record]],
        targets: Callable[[Record], Iterable[str | None]],
    ) -> None:
        self._read = read
        self._targets = targets
        self._found: dict[str, list[Record]] = {}

    def to(self, target_id: str) -> tuple[Record, ...]:
        """The records that point to this id, in order of their own; none for an unknown id."""
        if target_id not in self._found:
            self.all([target_id])
        return tuple(self._found[target_id])

    def all(self, target_ids: Iterable[str]) -> tuple[Record, ...]:
        """Every record that points to one of these ids, once, in one read at most."""
        wanted = dict.fromkeys(target_ids)
        missing = tuple(one for one in wanted if one not in self._found)
        if missing:
            fetched: dict[str, list[Record]] = {one: [] for one in missing}
            for record in self._read(missing):
                for target in dict.fromkeys(self._targets(record)):
                    if target in fetched:
                        fetched[target].append(record)
            self._found.update(fetched)
        found = {one.id: one for target in wanted for one in self._found[target]}
        return tuple(found.values())
