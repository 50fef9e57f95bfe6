"""What the arguments of a list say, read from a document that nobody has validated yet.

A value is a node of the document, or JSON where it comes from a variable; a variable may stand
anywhere in it. Whatever cannot be understood counts as the most that it could mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    FieldNode,
    IntValueNode,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    VariableNode,
)

from graphql_api.pagination import PAGE
from graphql_api.prices import Narrowing

NARROWING = ("filter", "where", "kinds", "doubtful", "results")
"""The arguments that narrow a list."""


class Arguments:
    """The arguments of one field, null and missing ones left out."""

    def __init__(self, field: FieldNode, variables: Mapping[str, Any]) -> None:
        self._variables = variables
        named = ((one.name.value, self._value(one.value)) for one in field.arguments or ())
        self._given = {name: value for name, value in named if value is not None}

    def has(self, name: str) -> bool:
        """Whether an argument says something."""
        return name in self._given

    def size(self) -> int:
        """How many a page holds at most; refused ones count as the nearest that is not."""
        asked = [self._given[name] for name in ("first", "last") if name in self._given]
        return max(map(_size, asked), default=PAGE.default)

    def length(self, name: str) -> int:
        """How many values a list has; one value stands for a list of one."""
        return _length(self._given.get(name))

    def narrowing(self) -> Narrowing:
        """What narrows the list."""
        given = {name: self._given[name] for name in NARROWING if name in self._given}
        columns: list[tuple[str, int]] = []
        branches = 0
        waiting = []
        for name, value in given.items():
            if name == "where":
                waiting.append(value)
            elif name == "filter":
                columns += [(key, _length(one)) for key, one in self._members(value)]
            else:
                columns.append((name, _length(value)))
        while waiting:
            for name, value in self._members(waiting.pop()):
                if name in ("and", "or"):
                    items = list(self._items(value))
                    waiting += items
                    branches += len(items) if name == "or" else 0
                elif name == "not":
                    waiting.append(value)
                elif name == "document":
                    columns.append((name, 1))
                    waiting.append(value)
                else:
                    columns += self._compared(name, value)
        return Narrowing(columns=tuple(columns), branches=branches, is_plain=not given)

    def _compared(self, name: str, value: object) -> Iterator[tuple[str, int]]:
        operators = dict(self._members(value))
        yield name, max(map(_length, operators.values()), default=1)
        if "exists" in operators:
            # Whether there is a value is asked apart from what it is.
            yield name, 1

    def _value(self, node: object) -> Any:  # noqa: ANN401 (a node, or JSON)
        found = self._variables.get(node.name.value) if isinstance(node, VariableNode) else node
        return None if isinstance(found, NullValueNode) else found

    def _members(self, value: object) -> Iterator[tuple[str, Any]]:
        match value:
            case ObjectValueNode(fields=fields):
                members = [(one.name.value, self._value(one.value)) for one in fields]
            case dict():
                members = list(value.items())
            case _:
                members = []
        yield from ((name, one) for name, one in members if one is not None)

    def _items(self, value: object) -> Iterator[Any]:
        match value:
            case ListValueNode(values=values):
                yield from map(self._value, values)
            case list():
                yield from value
            case _:
                yield value


def _size(value: object) -> int:
    if isinstance(value, IntValueNode):
        # Longer than any page size: not converted, since that takes quadratic time.
        value = int(value.value) if len(value.value) < len(str(2**31)) else PAGE.maximum
    if isinstance(value, int):
        return min(max(value, 1), PAGE.maximum)
    return PAGE.maximum


def _length(value: object) -> int:
    if isinstance(value, ListValueNode):
        return len(value.values)
    return len(value) if isinstance(value, list) else 1
