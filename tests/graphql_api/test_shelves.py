"""Records are fetched in batches, and each once."""

from __future__ import annotations

import corpus
import index
from graphql_api.shelves import Backlinks, Shelf
from tests.factories import make_document

OLD = make_document(id="kr-x/2", supersedes="kr-x/1")
NEW, NEWER = (make_document(id=f"kr-x/{n}", supersedes="kr-x/2") for n in (3, 4))


def test_what_points_to_several_ids_is_read_at_once() -> None:
    asked: list[tuple[str, ...]] = []

    def read(ids: tuple[str, ...]) -> list[corpus.Document]:
        asked.append(ids)
        return [one for one in (OLD, NEW, NEWER) if one.supersedes in ids]

    superseding = Backlinks(read, lambda document: (document.supersedes,))
    assert superseding.all(["kr-x/1", "kr-x/2", "kr-x/4"]) == (OLD, NEW, NEWER)
    assert superseding.to("kr-x/2") == (NEW, NEWER)
    assert superseding.to("kr-x/1") == (OLD,)
    assert superseding.to("kr-x/4") == ()
    assert asked == [("kr-x/1", "kr-x/2", "kr-x/4")]
    assert superseding.to("nothing") == ()
    assert asked[1:] == [("nothing",)]


def test_a_shelf_reads_only_what_it_has_not_seen() -> None:
    asked: list[tuple[str, ...]] = []

    def read(request: index.RecordRequest) -> list[corpus.Document]:
        asked.append(request.ids)
        return [one for one in (OLD, NEW) if one.id in request.ids]

    shelf = Shelf(read)
    shelf.put([OLD])
    assert shelf.all([NEW.id, OLD.id, "nothing", NEW.id]) == (NEW, OLD)
    assert shelf.get("nothing") is None
    assert shelf.get(NEW.id) == NEW
    assert asked == [(NEW.id, "nothing")]
