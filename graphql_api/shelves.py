"""What one request has read of a kind of record, and what it may want next: fetched in batches.

Reading a list notes the ids of everything its records point to. The first link that is followed
fetches all that were noted at once; the others find theirs on the shelf.
"""

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
    """The records of one kind that this request has seen, and the ids it may yet want."""

    def __init__(self, read: Reader[Record]) -> None:
        self._read = read
        self._wanted: dict[str, None] = {}
        self._found: dict[str, Record | None] = {}

    def note(self, ids: Iterable[str]) -> None:
        """Remember ids that may be asked for, so that asking for one fetches them all."""
        self._wanted.update(dict.fromkeys(one for one in ids if one not in self._found))

    def put(self, records: Iterable[Record]) -> None:
        """Keep records that were read in another way."""
        self._found.update((one.id, one) for one in records)

    def get(self, record_id: str) -> Record | None:
        """The record with this id; None when the snapshot has none."""
        if record_id not in self._found:
            self.note([record_id])
            self._fetch()
        return self._found[record_id]

    def _fetch(self) -> None:
        ids = [one for one in self._wanted if one not in self._found]
        self._wanted.clear()
        self._found.update(dict.fromkeys(ids))
        self.put(self._read(index.RecordRequest(ids=tuple(ids))))


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
        self._wanted: dict[str, None] = {}
        self._found: dict[str, list[Record]] = {}

    def note(self, ids: Iterable[str]) -> None:
        """Remember ids that may be asked for, so that asking for one finds for them all."""
        self._wanted.update(dict.fromkeys(one for one in ids if one not in self._found))

    def to(self, target_id: str) -> tuple[Record, ...]:
        """The records that point to this id, in order of their own; none for an unknown id."""
        if target_id not in self._found:
            self.note([target_id])
            self._fetch()
        return tuple(self._found[target_id])

    def _fetch(self) -> None:
        fetched: dict[str, list[Record]] = {one: [] for one in self._wanted}
        self._wanted.clear()
        for record in self._read(tuple(fetched)):
            for target in dict.fromkeys(self._targets(record)):
                if target in fetched:
                    fetched[target].append(record)
        self._found.update(fetched)
