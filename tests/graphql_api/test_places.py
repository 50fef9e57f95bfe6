"""Where records stand in an answer, and how links are followed from there."""

from __future__ import annotations

from collections.abc import Sequence

from graphql.pyutils import Path

from graphql_api.places import Places, place_of


def path(*keys: str | int) -> Path:
    found = None
    for key in keys:
        found = Path(found, key, None)
    assert found is not None
    return found


def test_a_place_has_no_numbers() -> None:
    assert place_of(path("facts", "nodes", 3, "document")) == ("facts", "nodes", "document")
    assert place_of(None) == ()


def test_what_lies_in_a_record_stands_where_it_does() -> None:
    places = Places()
    places.put(path("series"), ["a", "b"])
    assert places.beside(path("series", "edges", 1, "node", "points", 4, "fact")) == ["a", "b"]
    assert places.beside(path("other", "edges", 1, "node")) == ()


def test_a_link_is_followed_once_for_all_and_again_for_those_who_come_later() -> None:
    places = Places()
    asked: list[tuple[str, ...]] = []

    def read(owners: Sequence[str]) -> tuple[str, ...]:
        asked.append(tuple(owners))
        return tuple(owners)

    places.put(path("documents", "nodes", 0, "facts"), ["a", "b"])
    for number, later in ((0, "c"), (0, "d"), (1, "")):
        at = path("documents", "nodes", number, "facts", "nodes", 0, "passage")
        places.follow(at, "passages", read)
        places.put(path("documents", "nodes", 1, "facts"), [later] if later else [])
    assert asked == [("a", "b"), ("c",), ("d",)]
