"""An operation as one plan: the shape of its answer, and what fills the shape's slots.

Only what `forms.py` covers becomes a plan. Fields are collected as the specification says
(CollectFields, October 2021, section 6.3.2): in order of their first appearance, those of one name
merged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

from graphql import (
    BooleanValueNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    NamedTypeNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
)
from graphql.execution.values import VariableValues

import index
from graphql_api.asked import NotCompiledError, Question
from graphql_api.connections import Paged
from graphql_api.forms import (
    FIELDS,
    RECORDS,
    SINGLE,
    TYPENAMES,
    TYPES,
    Behind,
    Inner,
)
from graphql_api.loaders import Records
from graphql_api.slots import Named, Prefix, Slot

Parent = GraphQLObjectType | GraphQLInterfaceType
"""What has fields; of an interface only what all its types share can be written for every row."""

_MemberOf = Callable[[Parent, str, Sequence[FieldNode]], index.Member]

STRAWBERRY = "strawberry-definition"
"""Where a field of the schema keeps what it was declared with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How one operation is answered, while its directives' variables have these values."""

    snapshot_id: str
    form: index.Form
    slots: tuple[Slot, ...]
    switches: Mapping[str, bool]
    counts: bool

    def fits(self, snapshot_id: str, variables: VariableValues) -> bool:
        """Whether it was made for this snapshot, and the variables leave in and out the same."""
        return snapshot_id == self.snapshot_id and all(
            variables.coerced.get(name) is value for name, value in self.switches.items()
        )

    def arguments(
        self, schema: GraphQLSchema, variables: VariableValues, records: Records
    ) -> list[index.Argument]:
        """What fills the slots; an error where graphql-core has to say what is wrong."""
        filled: list[index.Argument] = []
        for slot in self.slots:
            match slot:
                case Question():
                    filled.append(slot.request(schema, variables, records))
                case Named():
                    filled.append(slot.ids(variables))
                case Prefix():
                    filled.append(slot.text(filled))
                case _:
                    filled.append(slot)
        return filled


def plan_for(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: VariableValues,
    snapshot_id: str,
) -> Plan:
    """The plan of a validated operation; NotCompiledError where there is something not covered."""
    planner = _Planner(schema, document, variables, snapshot_id)
    shape = planner.root(operation)
    return Plan(
        snapshot_id=snapshot_id,
        form=index.Form(shape),
        slots=tuple(planner.slots),
        switches=dict(planner.switches),
        counts=planner.counts,
    )


class _Planner:
    """Walks one operation."""

    def __init__(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        variables: VariableValues,
        snapshot_id: str,
    ) -> None:
        self.schema = schema
        self.variables = variables
        self.snapshot_id = snapshot_id
        self.fragments = {
            one.name.value: one
            for one in document.definitions
            if isinstance(one, FragmentDefinitionNode)
        }
        self.slots: list[Slot] = []
        self.switches: dict[str, bool] = {}
        self.counts = False

    def root(self, operation: OperationDefinitionNode) -> index.Shape:
        """The answer's `data`."""
        query = self._type("Query")
        return self._shape(query, [operation.selection_set], self._root_field)

    def _root_field(self, parent: Parent, name: str, nodes: Sequence[FieldNode]) -> index.Member:
        field = parent.fields[name]
        if name not in SINGLE:
            return self._page(parent, field, nodes, owner=None)
        slot = self._slot(Named(field=field, node=nodes[0]))
        return index.Found(
            tuple((table, self._record(TYPES[table], nodes)) for table in SINGLE[name]),
            slot,
            is_list=name == "nodes",
        )

    def _record(
        self, type_: str, nodes: Sequence[FieldNode], form: str | None = None
    ) -> index.Shape | index.Chosen:
        """A record's object; one of several where the selection tells kinds of fact apart."""
        parent = self._type(type_)
        if isinstance(parent, GraphQLObjectType) or not self._tells_apart(_selections(nodes)):
            return self._shape(parent, _selections(nodes), partial(self._record_field, form=form))
        shapes = ((kind, self._record(name, nodes)) for kind, name in TYPENAMES.items())
        return index.Chosen("kind", tuple((kind, cast("index.Shape", one)) for kind, one in shapes))

    def _tells_apart(self, selections: Iterable[SelectionSetNode]) -> bool:
        """Whether a selection has fields for one kind of fact only."""
        waiting = [one for selection in selections for one in selection.selections]
        visited: set[str] = set()
        while waiting:
            selection = waiting.pop()
            inner: FragmentDefinitionNode | InlineFragmentNode
            if isinstance(selection, InlineFragmentNode):
                inner = selection
            elif isinstance(selection, FragmentSpreadNode):
                if selection.name.value in visited:
                    continue
                visited.add(selection.name.value)
                inner = self.fragments[selection.name.value]
            else:
                continue
            condition = inner.type_condition
            if condition is not None and condition.name.value in TYPENAMES.values():
                return True
            waiting += inner.selection_set.selections
        return False

    def _record_field(
        self, parent: Parent, name: str, nodes: Sequence[FieldNode], form: str | None
    ) -> index.Member:
        if name == "snapshotId" and parent.name in (*RECORDS, "Citation", "Municipality"):
            return index.Constant(self.snapshot_id)
        found = FIELDS.get(form or parent.name, {}).get(name)
        if found is None and RECORDS.get(parent.name) != parent.name:
            found = FIELDS.get(RECORDS.get(parent.name, ""), {}).get(name)
        match found:
            case None if parent.name in TYPENAMES.values():
                # What only one kind of fact has, and is not kept as it is.
                raise NotCompiledError(name)
            case None:
                owner = "municipality" if parent.name == "Municipality" else "id"
                return self._page(parent, parent.fields[name], nodes, owner=owner)
            case Inner(type=type_, wrap=wrap, form=inner):
                return wrap(self._record(type_, nodes, inner))
            case Behind(table=table, request=request):
                slot = self._slot(request)
                return index.Listed(table, slot, self._record(TYPES[table], nodes))
            case member:
                return member

    def _page(
        self,
        parent: Parent,
        field: GraphQLField,
        nodes: Sequence[FieldNode],
        *,
        owner: str | None,
    ) -> index.Member:
        """A connection: the page that its field asks for."""
        declared = field.extensions.get(STRAWBERRY)
        paged = [one for one in getattr(declared, "extensions", ()) if isinstance(one, Paged)]
        if len(paged) != 1 or paged[0].table not in TYPES:
            raise NotCompiledError(nodes[0].name.value)
        table = cast("index.Table", paged[0].table)
        asked = Question(
            table=table, field=field, node=nodes[0], parent=parent, is_owned=owner is not None
        )
        slot = self._slot(asked)
        connection = cast("GraphQLObjectType", get_named_type(field.type))
        page = _Page(self, table, slot, owner or "id")
        return self._shape(connection, _selections(nodes), page.field)

    def _shape(
        self,
        parent: Parent,
        selections: Iterable[SelectionSetNode],
        member: _MemberOf,
    ) -> index.Shape:
        collected: dict[str, list[FieldNode]] = {}
        visited: set[str] = set()
        for selection in selections:
            self._collect(parent, selection.selections, collected, visited)
        members: list[tuple[str, index.Member]] = []
        for key, nodes in collected.items():
            name = nodes[0].name.value
            if name == "__typename":
                members.append((key, self._typename(parent)))
            elif name in parent.fields:
                members.append((key, member(parent, name, nodes)))
            else:
                raise NotCompiledError(name)
        return index.Shape(tuple(members))

    def _collect(
        self,
        parent: Parent,
        selections: Sequence[SelectionNode],
        collected: dict[str, list[FieldNode]],
        visited: set[str],
    ) -> None:
        for selection in selections:
            if not self._is_included(selection):
                continue
            if isinstance(selection, FieldNode):
                key = selection.alias.value if selection.alias else selection.name.value
                collected.setdefault(key, []).append(selection)
                continue
            if isinstance(selection, FragmentSpreadNode):
                name = selection.name.value
                if name in visited:
                    continue
                visited.add(name)
                definition = self.fragments[name]
                condition: NamedTypeNode | None = definition.type_condition
                inner = definition.selection_set
            elif isinstance(selection, InlineFragmentNode):
                condition, inner = selection.type_condition, selection.selection_set
            else:
                raise NotCompiledError(selection.kind)
            if condition is None or self._is_of(parent, condition.name.value):
                self._collect(parent, inner.selections, collected, visited)

    def _typename(self, parent: Parent) -> index.Member:
        if isinstance(parent, GraphQLObjectType):
            return index.Constant(parent.name)
        return index.Translated.by("kind", TYPENAMES)

    def _is_of(self, parent: Parent, name: str) -> bool:
        if name == parent.name:
            return True
        type_ = self.schema.get_type(name)
        if isinstance(type_, GraphQLInterfaceType):
            return self.schema.is_sub_type(type_, parent)
        return False

    def _is_included(self, selection: SelectionNode) -> bool:
        for directive in selection.directives or ():
            name = directive.name.value
            if name not in ("skip", "include"):
                raise NotCompiledError(name)
            for argument in directive.arguments or ():
                if self._switch(argument.value) is (name == "skip"):
                    return False
        return True

    def _switch(self, value: object) -> bool:
        if isinstance(value, BooleanValueNode):
            return value.value
        if isinstance(value, VariableNode):
            name = value.name.value
            found = self.variables.coerced.get(name)
            if isinstance(found, bool):
                self.switches[name] = found
                return found
        raise NotCompiledError("directive")

    def _slot(self, slot: Slot) -> int:
        self.slots.append(slot)
        return len(self.slots) - 1

    def _type(self, name: str) -> Parent:
        return cast("Parent", self.schema.type_map[name])


class _Page:
    """The fields of a connection, its edges and its page information."""

    def __init__(self, planner: _Planner, table: index.Table, slot: int, owner: str) -> None:
        self._planner = planner
        self._table = table
        self._slot = slot
        self._owner = owner

    def field(self, parent: Parent, name: str, nodes: Sequence[FieldNode]) -> index.Member:
        """A member of a connection."""
        table, slot, owner = self._table, self._slot, self._owner
        inner = cast("GraphQLObjectType", get_named_type(parent.fields[name].type))
        match name:
            case "nodes":
                shape = self._planner._record(inner.name, nodes)
                return index.Listed(table, slot, shape, owner)
            case "edges":
                shape = self._planner._shape(inner, _selections(nodes), self._edge)
                return index.Listed(table, slot, shape, owner)
            case "pageInfo":
                return self._planner._shape(inner, _selections(nodes), self._info)
            case "totalCount":
                self._planner.counts = True
                return index.Count(table, slot, owner)
        raise NotCompiledError(name)

    def _edge(self, parent: Parent, name: str, nodes: Sequence[FieldNode]) -> index.Member:
        if name == "node":
            type_ = cast("Parent", get_named_type(parent.fields[name].type))
            return self._planner._record(type_.name, nodes)
        if name == "cursor":
            return index.Cursor(self._table, self._slot, self._prefix())
        raise NotCompiledError(name)

    def _info(self, parent: Parent, name: str, nodes: Sequence[FieldNode]) -> index.Member:
        table, slot, owner = self._table, self._slot, self._owner
        match name:
            case "hasNextPage" | "hasPreviousPage":
                return index.HasMore(table, slot, name == "hasNextPage", owner)
            case "startCursor" | "endCursor":
                is_first = name == "startCursor"
                return index.End(table, slot, is_first, self._prefix(), owner)
        raise NotCompiledError(name)

    def _prefix(self) -> int:
        return self._planner._slot(Prefix(table=self._table, of=self._slot))


def _selections(nodes: Iterable[FieldNode]) -> Iterator[SelectionSetNode]:
    return (one.selection_set for one in nodes if one.selection_set is not None)
