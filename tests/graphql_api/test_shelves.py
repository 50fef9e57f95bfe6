"""What points to an id is found for all noted ids at once."""

from __future__ import annotations

import corpus
from graphql_api.shelves import Backlinks
from tests.factories import make_document

OLD = make_document(id="kr-x/2", supersedes="kr-x/1")
NEW, NEWER = (make_document(id=f"kr-x/{n}", supersedes="kr-x/2") for n in (3, 4))


def test_everything_that_was_noted_is_read_once() -> None:
    asked: list[tuple[str, ...]] = []

    def read(ids: tuple[str, ...]) -> list[corpus.Document]:
        asked.append(ids)
        return [one for one in (OLD, NEW, NEWER) if one.supersedes in ids]

    superseding = Backlinks(read, lambda document: (document.supersedes,))
    superseding.note(["kr-x/1", "kr-x/2", "kr-x/4"])
    assert asked == []
    assert superseding.to("kr-x/2") == (NEW, NEWER)
    assert superseding.to("kr-x/1") == (OLD,)
    assert superseding.to("kr-x/4") == ()
    assert asked == [("kr-x/1", "kr-x/2", "kr-x/4")]
    superseding.note(["kr-x/1"])
    assert superseding.to("nothing") == ()
    assert asked[1:] == [("nothing",)]
