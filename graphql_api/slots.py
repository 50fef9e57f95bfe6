"""What fills the slots of a plan's statement: the requests and ids of one call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphql import FieldNode, GraphQLField
from graphql.execution.values import VariableValues, get_argument_values

import index
from graphql_api.asked import NotCompiledError, Question
from graphql_api.forms import MUNICIPALITY_PREFIX
from graphql_api.ordering import Ordering
from graphql_api.pagination import cursor_prefix


def is_in_tables(id_: str) -> bool:
    """Whether SQLite finds what has this id, if anything has.

    Local governments are in no table, and a zero ends a text within JSON.
    """
    return not id_.startswith(MUNICIPALITY_PREFIX) and "\0" not in id_


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The argument of a root field that gives what has an id, or several ids."""

    field: GraphQLField
    node: FieldNode

    def ids(self, variables: VariableValues) -> str | tuple[str, ...]:
        """The id, or the ids; NotCompiledError for one that SQLite would read differently."""
        given = get_argument_values(self.field, self.node, variables)
        found: str | list[str] = given["ids"] if "ids" in given else given["id"]
        for one in [found] if isinstance(found, str) else found:
            if not is_in_tables(one):
                raise NotCompiledError(one)
        return found if isinstance(found, str) else tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefix:
    """What stands before the place in the cursors of the list whose request is in slot `of`."""

    table: index.Table
    of: int

    def text(self, filled: Sequence[index.Argument]) -> str:
        """The prefix in the order that the list is asked for."""
        request = filled[self.of]
        order = request.order if isinstance(request, index.RecordRequest) else None
        return cursor_prefix(self.table, None if order is None else Ordering(order=order))


Slot = Question | Named | Prefix | index.RecordRequest
"""A list field, ids, a cursor's beginning, or the same request in every call."""
