"""Where records stand in an answer, so that a link is followed for all who stand there at once.

A place is the path of response keys without the numbers of list elements: every record that one
field of the query gives, whichever list it is in, stands in the same place. So what is read for a
link is exactly what that field of the query asks for, which is what the price of it counts on
(`limits.py`): no list is read ahead because another one, elsewhere, wants its links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from graphql.pyutils import Path

Place = tuple[str, ...]


def place_of(path: Path | None) -> Place:
    """The response keys of a path, from the top, without numbers."""
    keys = []
    while path is not None:
        if isinstance(path.key, str):
            keys.append(path.key)
        path = path.prev
    return tuple(reversed(keys))


class Places:
    """The records that stand in each place of one answer, as far as it has been worked out."""

    def __init__(self) -> None:
        self._standing: dict[Place, list[Any]] = {}
        self._followed: dict[tuple[Place, str], int] = {}

    def put(self, path: Path | None, records: Iterable[Any]) -> None:
        """Say that a list or a link at this path gave these records."""
        self._standing.setdefault(place_of(path), []).extend(records)

    def beside(self, path: Path | None) -> Sequence[Any]:
        """The records that a field at this path is asked of, all that stand where its owner does.

        What lies in a record (its values, its terms, the nodes of a page) stands where that does.
        """
        place = place_of(path)[:-1]
        while place and place not in self._standing:
            place = place[:-1]
        return self._standing.get(place, ())

    def follow(
        self, path: Path | None, link: str, read: Callable[[Sequence[Any]], Iterable[Any]]
    ) -> None:
        """Read what the records beside this path link to, those only that it was not read for yet.

        `read` gives the records linked to; they stand at the path from then on.
        """
        owners = self.beside(path)
        key = (place_of(path), link)
        done = self._followed.get(key, 0)
        if done < len(owners):
            self._followed[key] = len(owners)
            self.put(path, read(owners[done:]))
