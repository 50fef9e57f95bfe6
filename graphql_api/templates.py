"""Requests that differ only in the record they name: worked out once, then filled in.

Who pages through a list, or asks for one record after another, sends the same document with the
same variables but for a cursor or an id. What such a variable says goes into the statement as a
parameter and nowhere else. So the request is worked out once with a text that stands for it, in
the usual way, and later calls put what they give in its place.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import FieldNode, Node, VariableDefinitionNode, VariableNode
from graphql.language.ast import QUERY_DOCUMENT_KEYS

import index
from graphql_api.asked import Question
from graphql_api.pagination import cursor, place_of
from graphql_api.responses import json_bytes
from graphql_api.slots import Named, Slot, is_in_tables

STAND_IN = f"given-{secrets.token_hex(16)}-"
"""Begins what stands for a variable; made anew in each process, so that nobody can send it."""

_TRIED = object()
"""Kept for a request that no template could be made for."""

Key = tuple[str, tuple[str, ...], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateOptions:
    """How much is kept of each document: `kept` requests, of at most `key_bytes` of variables."""

    kept: int = 32
    key_bytes: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Free:
    """A variable that only says which record: where a page of `table` begins or ends, or an id."""

    name: str
    table: index.Table | None

    @property
    def stand_in(self) -> str:
        """The record's id while none is given."""
        return f"{STAND_IN}{self.name}"

    @property
    def value(self) -> str:
        """The value of the variable that says so."""
        return self.stand_in if self.table is None else cursor(self.table, self.stand_in)

    def id_in(self, given: str) -> str | None:
        """The id that a value says; None, or an ArgumentError, for one that says none."""
        if self.table is not None:
            return place_of(self.table, given, None).id
        return given if is_in_tables(given) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A statement in which texts stand for what is given, and what it costs to run it."""

    filled: index.Filled
    cost: int
    is_light: bool


class Templates:
    """What is kept of the requests of one document."""

    def __init__(self, free: Iterable[Free], options: TemplateOptions | None = None) -> None:
        self._free = {one.name: one for one in free}
        self._options = options or TemplateOptions()
        self._kept: dict[Key, Template | object] = {}

    def texts(self, given: Mapping[str, Any]) -> dict[str, str] | None:
        """What stands for what, with these variables; None where one of them says nothing.

        Raises ArgumentError for a cursor that is none.
        """
        found: dict[str, str] = {}
        for name, free in self._free.items():
            value = given.get(name)
            if isinstance(value, str):
                text = free.id_in(value) if value else None
                if text is None:
                    return None
                found[free.stand_in] = text
        return found

    def key(self, snapshot_id: str, declared: Iterable[str], given: Mapping[str, Any]) -> Key:
        """What a template depends on: the snapshot and all of the variables that is not free."""
        free = tuple(name for name in self._free if isinstance(given.get(name), str))
        rest = {name: given[name] for name in declared if name in given and name not in free}
        return snapshot_id, free, json_bytes(rest)

    def standing_in(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The variables with a stand-in for each that is free."""
        return {
            name: self._free[name].value if name in self._free and isinstance(one, str) else one
            for name, one in given.items()
        }

    def get(self, key: Key) -> Template | None:
        """The template of a request; None where there is none."""
        found = self._kept.get(key)
        return found if isinstance(found, Template) else None

    def is_wanted(self, key: Key) -> bool:
        """Whether a template is worth trying: once, for a request that comes a second time."""
        if len(key[2]) > self._options.key_bytes:
            return False
        is_known = key in self._kept
        is_tried = self._kept.get(key) is _TRIED
        self._keep(key, _TRIED if is_known else None)
        return is_known and not is_tried

    def put(self, key: Key, template: Template) -> None:
        """Keep a template."""
        self._keep(key, template)

    def _keep(self, key: Key, value: Template | object) -> None:
        self._kept[key] = value
        while len(self._kept) > self._options.kept:
            # The one that was heard of first makes room; another thread may have been quicker.
            self._kept.pop(next(iter(self._kept)), None)


def is_whole(filled: index.Filled, texts: Iterable[str]) -> bool:
    """Whether each text is a parameter of its own, and no part of anything else."""
    in_parameters = [one for one in filled.parameters if isinstance(one, str) and STAND_IN in one]
    return STAND_IN not in filled.sql and set(in_parameters) == set(texts)


def free_variables(
    document: Node, definitions: Iterable[VariableDefinitionNode], slots: Iterable[Slot]
) -> tuple[Free, ...]:
    """The variables that stand as cursors or ids in these slots, and nowhere else."""
    named: dict[str, set[index.Table | None]] = {}
    places: Counter[str] = Counter()
    seen: set[int] = set()
    for slot in slots:
        if not isinstance(slot, Question | Named) or id(slot.node) in seen:
            continue
        seen.add(id(slot.node))
        table = slot.table if isinstance(slot, Question) else None
        for name in _variables(slot.node, ("id",) if table is None else ("after", "before")):
            named.setdefault(name, set()).add(table)
            places[name] += 1
    definitions = tuple(definitions)
    everywhere = Counter(one.name.value for one in _walk(document) if isinstance(one, VariableNode))
    for one in definitions:
        everywhere[one.variable.name.value] -= 1
    return tuple(
        Free(name=name, table=tables.pop())
        for name, tables in named.items()
        if len(tables) == 1 and everywhere[name] == places[name]
    )


def _variables(node: FieldNode, arguments: tuple[str, ...]) -> Iterator[str]:
    for one in node.arguments or ():
        if one.name.value in arguments and isinstance(one.value, VariableNode):
            yield one.value.name.value


def _walk(node: Node) -> Iterator[Node]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        for key in QUERY_DOCUMENT_KEYS.get(one.kind, ()):
            found = getattr(one, key, None)
            waiting += [found] if isinstance(found, Node) else found or ()
