"""The JSON that is wanted of records, said without SQL: which member comes from what.

A `Shape` is an object with its members in order. Whoever asks composes one out of the names that
`shape_columns.py` knows, and `shape_sql.py` writes a statement for it. What a request narrows is
not part of a shape: a shape has slots, and each call fills them.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from index.filters import Table

OWNER = f"owner-{secrets.token_hex(16)}"
"""Stands in a request for the id, or the name, of the record that a list belongs to.

Made anew in each process, so that nobody outside can write it into a request.
"""

Parts = Literal[
    "values",
    "years",
    "baseline",
    "target",
    "actual",
    "unstaged",
    "doubts",
    "stated",
    "terms",
    "points",
]
"""What records are made of, by the record's own attribute.

`years` are those of a fact's values; the four stages are the first value of a year at each.
"""


@dataclass(frozen=True, slots=True)
class Leaf:
    """An attribute of the record as it is kept; `shape_columns.py` lists the names."""

    name: str


@dataclass(frozen=True, slots=True)
class Constant:
    """The same value for every record."""

    value: str | bool | None


@dataclass(frozen=True, slots=True)
class Translated:
    """An attribute in other words; a value that is not among them stays as it is."""

    name: str
    words: tuple[tuple[str, str], ...]

    @classmethod
    def by(cls, name: str, words: Mapping[str, str]) -> Translated:
        """The attribute with each value replaced by its word."""
        return cls(name, tuple(words.items()))


@dataclass(frozen=True, slots=True)
class Joined:
    """Texts and attributes one after the other; attributes in `quoted` as part of an address."""

    pieces: tuple[str | Leaf, ...]
    quoted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Object:
    """An object of the record's own attributes; null where every attribute in `absent` is."""

    shape: Shape
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of several objects, by the value of an attribute; null for a value without one."""

    name: str
    shapes: tuple[tuple[str, Shape], ...]


@dataclass(frozen=True, slots=True)
class Present:
    """Whether an attribute is there."""

    name: str


@dataclass(frozen=True, slots=True)
class Made:
    """The list of what a record is made of, such as a fact's values.

    `stated` gives one object, and each stage of a year one or null.
    """

    parts: Parts
    shape: Shape


@dataclass(frozen=True, slots=True)
class Linked:
    """The record of a table that an attribute names; null without one.

    With `is_required` a record that is not there fails the whole answer. With `is_list` the
    attribute names several, which all have to be there.
    """

    name: str
    table: Table
    member: Shape | Chosen | Leaf
    is_required: bool
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """The records that the request in a slot names, in its order, read forward.

    `owner` is the attribute of the record around it that OWNER stands for, here and below.
    """

    table: Table
    slot: int
    member: Member
    owner: str = "id"


@dataclass(frozen=True, slots=True)
class HasMore:
    """Whether more records follow, or precede, those that a request gives within its limit.

    On the side that a request goes on from (`after`, or `before` when it descends) there are.
    """

    table: Table
    slot: int
    is_next: bool
    owner: str = "id"


@dataclass(frozen=True, slots=True)
class Cursor:
    """What stands for a record of a list: a text from the slot `prefix`, then its place, base64url.

    The place is its id or, where the request in `slot` names an order, JSON of what it is sorted by
    and its id.
    """

    table: Table
    slot: int
    prefix: int


@dataclass(frozen=True, slots=True)
class End:
    """The cursor of the first or last record that a request gives; null where it gives none."""

    table: Table
    slot: int
    is_first: bool
    prefix: int
    owner: str = "id"


@dataclass(frozen=True, slots=True)
class Count:
    """How many records a request names, whatever its page."""

    table: Table
    slot: int
    owner: str = "id"


@dataclass(frozen=True, slots=True)
class Found:
    """The first of several tables' records whose id stands in a slot; null where none has it."""

    shapes: tuple[tuple[Table, Shape | Chosen], ...]
    slot: int
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """An object: each name with the member it has, in the order in which they are written."""

    members: tuple[tuple[str, Member], ...]


Member = (
    Shape
    | Leaf
    | Constant
    | Translated
    | Joined
    | Object
    | Chosen
    | Present
    | Made
    | Linked
    | Listed
    | HasMore
    | Cursor
    | End
    | Count
    | Found
)
