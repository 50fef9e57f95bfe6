"""A shape as one SQLite statement that gives its JSON, however many records it holds.

The statement is written once for a shape; what the slots hold (a filter, a page, an id) comes in
with each call, as conditions from `filters.py` and as parameters. Nothing that a caller says stands
in the text of a statement, apart from the names of members, which are quoted.

`json_object` and `json_group_array` pass on what they wrote themselves without reading it again, so
nesting costs a copy. A record that must be there and is not makes `json('')` fail, and with it the
statement: then there is no answer, instead of a wrong one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from index import shape_slots
from index.characters import well_formed
from index.filters import Table
from index.parameters import Parameter
from index.shape_columns import PARTS, SINGLE, Source, expression
from index.shape_slots import Argument, Filling
from index.shapes import (
    Chosen,
    Constant,
    Count,
    Cursor,
    End,
    Found,
    HasMore,
    Joined,
    Leaf,
    Linked,
    Listed,
    Made,
    Member,
    Object,
    Present,
    Shape,
    Translated,
)


@dataclass(frozen=True, slots=True)
class _Hole:
    """A place in a statement that a slot fills; `owner` is the column that OWNER stands for."""

    slot: int
    write: Callable[[Argument, str], Filling]
    owner: str


_Write = Callable[[Table, Argument, str], Filling]
Pieces = list[str | _Hole]


@dataclass(frozen=True, slots=True)
class Filled:
    """A statement as SQLite takes it, and the values of its question marks, in order."""

    sql: str
    parameters: tuple[Parameter, ...]

    def with_texts(self, texts: Mapping[str, str]) -> Filled:
        """The same with other texts for those among the values that stand for them."""
        values = [
            well_formed(texts[one]) if isinstance(one, str) and one in texts else one
            for one in self.parameters
        ]
        return Filled(self.sql, tuple(values))


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with holes for what each call brings."""

    pieces: tuple[str | _Hole, ...]

    def fill(self, arguments: Sequence[Argument]) -> Filled:
        """The whole statement for these arguments of the slots."""
        texts: list[str] = []
        parameters: list[Parameter] = []
        for piece in self.pieces:
            if isinstance(piece, str):
                texts.append(piece)
                continue
            filling = piece.write(arguments[piece.slot], piece.owner)
            texts.append(filling.sql)
            parameters.extend(filling.parameters)
        return Filled("".join(texts), tuple(parameters))


class Form:
    """A shape that many calls ask for: its statements are written once, when first needed.

    Raises KeyError when a shape names an attribute that its record has not.
    """

    def __init__(self, shape: Shape) -> None:
        self._in_any = _statement_for(shape, is_plain=False)
        self._in_plain = _statement_for(shape, is_plain=True)

    def statement(self, *, is_plain: bool) -> Statement:
        """The statement for a snapshot whose decimals are all plain, or for any."""
        return self._in_plain if is_plain else self._in_any


def _statement_for(shape: Shape, *, is_plain: bool) -> Statement:
    pieces = ["SELECT CAST(", *_Writer(is_plain=is_plain).shape(shape, _NOWHERE), " AS BLOB)"]
    joined: list[str | _Hole] = []
    for piece in pieces:
        if joined and isinstance(piece, str) and isinstance(joined[-1], str):
            joined[-1] += piece
        else:
            joined.append(piece)
    return Statement(tuple(joined))


@dataclass(frozen=True, slots=True)
class _Row:
    """The row that an expression is about: what it is a row of, its alias, its owner's."""

    source: Source
    alias: str
    owner: str = ""


_NOWHERE = _Row("", "")


class _Writer:
    """Writes one statement; every row in it has an alias of its own."""

    def __init__(self, *, is_plain: bool) -> None:
        self._is_plain = is_plain
        self._rows = 0

    def shape(self, shape: Shape, row: _Row) -> Pieces:
        pieces: Pieces = ["json_object("]
        for place, (name, member) in enumerate(shape.members):
            pieces += [f"{', ' if place else ''}{_quoted(name)}, ", *self._member(member, row)]
        return [*pieces, ")"]

    def _member(self, member: Member, row: _Row) -> Pieces:
        match member:
            case Shape():
                return self.shape(member, row)
            case Leaf(name=name):
                return [self._expression(name, row)]
            case Constant(value=value):
                return [_constant(value)]
            case Translated(name=name, words=words):
                return [_translated(self._expression(name, row), dict(words))]
            case Joined():
                return [self._joined(member, row)]
            case Object(shape=shape, absent=absent):
                return self._object(shape, absent, row)
            case Chosen():
                return self._chosen(member, row)
            case Present(name=name):
                there = f"{self._expression(name, row)} IS NULL"
                return [f"json(CASE WHEN {there} THEN 'false' ELSE 'true' END)"]
            case Made():
                return self._made(member, row)
            case Linked():
                return self._linked(member, row)
            case Listed():
                return self._listed(member, row)
            case Found():
                return self._found(member, row)
            case HasMore(is_next=is_next):
                return [self._hole(member, partial(shape_slots.more, is_next), row)]
            case Count():
                return [self._hole(member, shape_slots.count, row)]
            case Cursor():
                return self._cursor(member, row)
            case End():
                return self._end(member, row)

    def _new(self, source: Source, owner: str = "") -> _Row:
        self._rows += 1
        return _Row(source, f"t{self._rows}", owner)

    def _hole(self, member: Listed | HasMore | Count | End, write: _Write, row: _Row) -> _Hole:
        owner = self._expression(member.owner, row) if row.source else ""
        return _Hole(member.slot, partial(write, member.table), owner)

    def _expression(self, name: str, row: _Row) -> str:
        return expression(row.source, name, row.alias, row.owner, is_plain=self._is_plain)

    def _joined(self, member: Joined, row: _Row) -> str:
        texts = []
        for piece in member.pieces:
            if isinstance(piece, str):
                texts.append(_quoted(piece))
                continue
            text = self._expression(piece.name, row)
            texts.append(f"address_part({text})" if piece.name in member.quoted else text)
        return f"({' || '.join(texts)})"

    def _object(self, shape: Shape, absent: tuple[str, ...], row: _Row) -> Pieces:
        inner = self.shape(shape, row)
        if not absent:
            return inner
        there = " OR ".join(f"{self._expression(name, row)} IS NOT NULL" for name in absent)
        return [f"CASE WHEN {there} THEN ", *inner, " END"]

    def _chosen(self, member: Chosen, row: _Row) -> Pieces:
        pieces: Pieces = [f"CASE {self._expression(member.name, row)}"]
        for value, shape in member.shapes:
            pieces += [f" WHEN {_quoted(value)} THEN ", *self.shape(shape, row)]
        return [*pieces, " END"]

    def _made(self, member: Made, row: _Row) -> Pieces:
        source, place = PARTS[member.parts]
        inner = self._new(source, row.alias)
        place = place.replace("{t}", inner.alias).replace("{owner}", row.alias)
        written = self.shape(member.shape, inner)
        if member.parts == "stated":
            failing = _failing(f"{row.alias}.row")
            return ["ifnull((SELECT ", *written, f" FROM {place}), {failing})"]
        if member.parts in SINGLE:
            return ["(SELECT ", *written, f" FROM {place})"]
        return ["(SELECT json_group_array(", *written, f") FROM {place})"]

    def _linked(self, member: Linked, row: _Row) -> Pieces:
        names = self._expression(member.name, row)
        if not member.is_list:
            return self._by_id(member, names)
        listed = self._new("")
        return [
            "(SELECT json_group_array(",
            *self._by_id(member, f"{listed.alias}.value"),
            f") FROM json_each({names}) AS {listed.alias})",
        ]

    def _by_id(self, member: Linked, key: str) -> Pieces:
        inner = self._new(member.table)
        found: Pieces = [
            "(SELECT ",
            *self._member(member.member, inner),
            f" FROM {member.table} AS {inner.alias} WHERE {inner.alias}.id = {key})",
        ]
        return ["ifnull(", *found, f", {_failing(key)})"] if member.is_required else found

    def _listed(self, member: Listed, row: _Row) -> Pieces:
        inner = self._new(member.table)
        # The rows of the page come first and in order; CROSS JOIN keeps SQLite from turning it.
        return [
            "(SELECT json_group_array(",
            *self._member(member.member, inner),
            ") FROM (",
            self._hole(member, shape_slots.rows, row),
            f") AS {inner.alias}_page CROSS JOIN {member.table} AS {inner.alias}"
            f" ON {inner.alias}.row = {inner.alias}_page.row)",
        ]

    def _cursor(self, member: Cursor, row: _Row) -> Pieces:
        write = partial(shape_slots.place, row.alias, self._is_plain, member.table)
        return [
            "base64url(",
            _Hole(member.prefix, shape_slots.text, ""),
            " || ",
            _Hole(member.slot, write, ""),
            ")",
        ]

    def _end(self, member: End, row: _Row) -> Pieces:
        write = partial(shape_slots.end, member.is_first, self._is_plain)
        return [
            "(SELECT base64url(",
            _Hole(member.prefix, shape_slots.text, ""),
            " || place) FROM (",
            self._hole(member, write, row),
            "))",
        ]

    def _found(self, member: Found, row: _Row) -> Pieces:
        if member.is_list:
            listed = self._new("")
            return [
                "(SELECT json_group_array(",
                *self._first(member, [f"{listed.alias}.value"]),
                ") FROM json_each(",
                _Hole(member.slot, shape_slots.several, ""),
                f") AS {listed.alias})",
            ]
        return self._first(member, [_Hole(member.slot, shape_slots.text, "")])

    def _first(self, member: Found, key: Pieces) -> Pieces:
        tries: Pieces = []
        for table, shape in member.shapes:
            inner = self._new(table)
            tries += [
                "(SELECT ",
                *self._member(shape, inner),
                f" FROM {table} AS {inner.alias} WHERE {inner.alias}.id = ",
                *key,
                "), ",
            ]
        return ["coalesce(", *tries, "NULL)"]


def _failing(key: str) -> str:
    # Out of a column, or SQLite would work it out beforehand, where nothing is missing too.
    return f"json(substr({key}, 1, 0))"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _constant(value: str | bool | None) -> str:
    if isinstance(value, bool):
        return f"json('{str(value).lower()}')"
    return "NULL" if value is None else _quoted(value)


def _translated(text: str, words: dict[str, str]) -> str:
    is_upper = all(word == key.upper() and key.isascii() for key, word in words.items())
    # Comparing with a few words takes less than half of what a call of `upper` does.
    cases = " ".join(f"WHEN {_quoted(key)} THEN {_quoted(word)}" for key, word in words.items())
    return f"CASE {text} {cases} ELSE {f'upper({text})' if is_upper else text} END"
