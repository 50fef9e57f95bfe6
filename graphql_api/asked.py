"""What a list field asks of the snapshot, heard from its own resolver.

The compiled executor does not know what a filter, a page or a new argument means: it runs the
field's resolver, as graphql-core would, before records that only listen. So a list can never be
narrowed in one way here and in another there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from types import SimpleNamespace
from typing import Any, NoReturn, cast

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
)
from graphql.execution.values import VariableValues, get_argument_values

import index
from graphql_api.loaders import Context, Listed, Records
from graphql_api.places import Places

UNDERSTOOD = frozenset(
    "ids document_ids section_ids passage_ids municipalities fact_ids document_types supersedes"
    " kinds audit_results years organisations grades phases due_years amount_at_least"
    " amount_at_most name_contains where publication order after after_key before before_key"
    " limit descending".split()
)
"""The parts of a request that shapes keep to; one that uses another is not compiled."""

_OTHERS = tuple(one for one in fields(index.RecordRequest) if one.name not in UNDERSTOOD)

_NOTHING_KNOWN: dict[str, Any] = dict.fromkeys(GraphQLResolveInfo._fields)

OWNED = SimpleNamespace(name=index.OWNER, record=SimpleNamespace(id=index.OWNER))
"""Stands for whatever a list belongs to."""


class NotCompiledError(Exception):
    """An operation that goes to graphql-core; nothing is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A list field of a table where it stands in an operation, and whether a record owns it."""

    table: index.Table
    field: GraphQLField
    node: FieldNode
    parent: GraphQLObjectType | GraphQLInterfaceType
    is_owned: bool

    def request(
        self, schema: GraphQLSchema, variables: VariableValues, records: Records
    ) -> index.RecordRequest:
        """The page that it asks for; NotCompiledError or ApiError where there is none."""
        listener = _Listener(records)
        known: dict[str, Any] = {
            "field_name": self.node.name.value,
            "field_nodes": [self.node],
            "parent_type": self.parent,
            "schema": schema,
            "variable_values": variables,
            "context": Context(records=cast("Records", listener)),
        }
        info = GraphQLResolveInfo(**(_NOTHING_KNOWN | known))
        arguments = get_argument_values(self.field, self.node, variables)
        if self.field.resolve is None:
            raise NotCompiledError(self.node.name.value)
        self.field.resolve(OWNED if self.is_owned else None, info, **arguments)
        heard = listener.heard
        if heard is None or heard.limit is None or not _is_understood(heard):
            raise NotCompiledError(self.node.name.value)
        # One more was asked for, to know whether the list goes on.
        return replace(heard, limit=heard.limit - 1)


class _Listener:
    """Records to a resolver; gives nothing and keeps what it is asked for."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self.heard: index.RecordRequest | None = None
        self.places = Places()

    def read(self, table: Listed, request: index.RecordRequest) -> tuple[()]:
        """Nothing: only what would have been read matters."""
        self.heard = request
        return ()

    def municipality_names(self, names: Iterable[str]) -> tuple[str, ...]:
        """The names as the snapshot's documents have them."""
        return self._records.municipality_names(names)

    def __getattr__(self, name: str) -> NoReturn:
        """A resolver that reads more than a page is none that can be listened to."""
        raise NotCompiledError(name)


def _is_understood(request: index.RecordRequest) -> bool:
    found: dict[str, Any] = {one.name: getattr(request, one.name) for one in _OTHERS}
    return all(found[one.name] == one.default for one in _OTHERS)
