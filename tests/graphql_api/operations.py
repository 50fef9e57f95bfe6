"""Valid operations over the real schema, made up by Hypothesis: what a caller could send.

Fields, aliases, fragments, directives, variables and arguments come from the schema itself, so a
new field is asked for as soon as it is there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
)
from hypothesis import strategies as st

NOT_COVERED = frozenset(
    {"search", "municipality", "municipalities", "snapshot", "ask", "rateLimit"}
)
"""Root fields that always go to graphql-core, each with one test of its own elsewhere."""

DEEPEST = 6
"""Objects in one another. Far deeper ones are beyond SQLite's parser, and go to graphql-core."""

PRINTED = ("산림공원과", "2등급", "가등급", "억원", "integrity", "source_contradicts", "KOGL-1")
"""Words that records hold in one field or another."""

Draw = Callable[[st.SearchStrategy[Any]], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is there to ask about: values that fit, for arguments by their name.

    `cursors` are by the type of their list and its order, '' for that of ids.
    """

    ids: Sequence[str]
    cursors: Mapping[tuple[str, str], Sequence[str]]
    names: Sequence[str]
    texts: Sequence[str]


@dataclass(slots=True, kw_only=True)
class _Writer:
    """One operation in the making."""

    draw: Draw
    schema: GraphQLSchema
    world: World
    without: frozenset[str]
    variables: dict[str, Any] = field(default_factory=dict)
    declared: dict[str, str] = field(default_factory=dict)
    fragments: dict[str, str] = field(default_factory=dict)
    aliases: int = 0

    def operation(self) -> str:
        query = cast("GraphQLObjectType", self.schema.query_type)
        names = sorted(set(query.fields) - self.without)
        chosen = self.draw(st.lists(st.sampled_from(names), min_size=1, max_size=2))
        body = " ".join(self.field(query, name, depth=0) for name in chosen)
        heads = ", ".join(f"${name}: {type_}" for name, type_ in self.declared.items())
        text = f"query Made{f'({heads})' if heads else ''} {{ {body} }}"
        return " ".join([text, *self.fragments.values()])

    def field(self, parent: Any, name: str, depth: int) -> str:  # noqa: ANN401
        found: GraphQLField = parent.fields[name]
        kind = get_named_type(found.type)
        self.aliases += 1
        # Two fields of one name and other arguments do not merge, so each has a name of its own.
        head = f"a{self.aliases}: {name}" if self._chance(3) or found.args else name
        text = head + self.arguments(found, kind.name) + self.directive()
        if is_leaf_type(kind):
            return text
        return f"{text} {self.selection(kind, depth + 1)}"

    def selection(self, kind: Any, depth: int) -> str:  # noqa: ANN401
        if isinstance(kind, GraphQLInterfaceType):
            types = sorted(one.name for one in self.schema.get_possible_types(kind))
            chosen = self.draw(st.lists(st.sampled_from(types), max_size=3, unique=True))
            parts = [
                f"... on {one} {self.selection(self.schema.type_map[one], depth)}" for one in chosen
            ]
            return f"{{ __typename {'id' if self._chance(2) else ''} {' '.join(parts)} }}"
        leaves = [
            name for name, one in kind.fields.items() if is_leaf_type(get_named_type(one.type))
        ]
        inner = [name for name in kind.fields if name not in leaves]
        least = min(3, len(leaves) + 1)
        names = self.draw(
            st.lists(
                st.sampled_from([*leaves, "__typename"]), min_size=least, max_size=8, unique=True
            )
        )
        if inner and depth < DEEPEST:
            names += self.draw(
                st.lists(st.sampled_from(inner), min_size=depth < 3, max_size=2, unique=True)
            )
        parts = [name if name == "__typename" else self.field(kind, name, depth) for name in names]
        if self._chance(5):
            return f"{{ {self.spread(kind, parts)} {parts[0] if ':' in parts[0] else ''} }}"
        return f"{{ {' '.join(parts)} }}"

    def spread(self, kind: GraphQLObjectType, parts: Sequence[str]) -> str:
        if self._chance(2):
            return f"... on {kind.name} {{ {' '.join(parts)} }}"
        name = f"F{len(self.fragments)}"
        self.fragments[name] = f"fragment {name} on {kind.name} {{ {' '.join(parts)} }}"
        return f"...{name}{self.directive()}"

    def directive(self) -> str:
        if not self._chance(8):
            return ""
        is_on = self.draw(st.booleans())
        value = str(is_on).lower()
        if self._chance(2):
            value = self.variable("Boolean!", is_on)
        name = "include" if self.draw(st.booleans()) else "skip"
        return f" @{name}(if: {value})"

    def variable(self, type_: str, value: object) -> str:
        name = f"v{len(self.variables)}"
        self.variables[name], self.declared[name] = value, type_
        return f"${name}"

    def arguments(self, found: GraphQLField, kind: str) -> str:
        parts = []
        order = ""
        for name, argument in found.args.items():
            is_needed = isinstance(argument.type, GraphQLNonNull)
            if name in ("last", "before", "first", "after"):
                continue
            if not is_needed and not self._chance(3 if name in ("orderBy", "where") else 6):
                continue
            value = self.value(name, argument.type, depth=0)
            if name == "orderBy":
                value = {"direction": "ASC", "field": "NAME"} | value
                if kind == "DocumentConnection" and value["field"] == "NAME":
                    value["field"] = "TITLE"
                order = f"{value['field']} {value['direction']}"
            if self._chance(2):
                parts.append(f"{name}: {self.variable(str(argument.type), value)}")
            else:
                parts.append(f"{name}: {self.literal(argument.type, value)}")
        if "first" in found.args:
            parts += self.page(kind, order, found)
        return f"({', '.join(parts)})" if parts else ""

    def page(self, kind: str, order: str, found: GraphQLField) -> list[str]:
        sizes = ["first", "first", "last", ""] if "last" in found.args else ["first"]
        size = self.draw(st.sampled_from(sizes))
        parts = []
        if size:
            number = self.draw(st.sampled_from([5, 50, 3, 2, 1]))
            type_ = str(found.args[size].type)
            value = self.variable(type_, number) if self._chance(2) else number
            parts.append(f"{size}: {value}")
        cursors = self.world.cursors.get((kind, order), ())
        for name in ("after", "before"):
            if cursors and self._chance(4):
                cursor = self.draw(st.sampled_from(cursors))
                value = self.variable("String", cursor) if self._chance(2) else f'"{cursor}"'
                parts.append(f"{name}: {value}")
        return parts

    def value(self, name: str, type_: Any, depth: int) -> Any:  # noqa: ANN401
        if isinstance(type_, GraphQLNonNull):
            return self.value(name, type_.of_type, depth)
        if isinstance(type_, GraphQLList):
            return [
                self.value(name, type_.of_type, depth) for _ in range(self.draw(st.integers(0, 2)))
            ]
        if isinstance(type_, GraphQLInputObjectType):
            names = self.draw(
                st.lists(st.sampled_from(sorted(type_.fields)), max_size=2, unique=True)
            )
            if depth > 2 and type_.name.endswith("Where"):
                return {}
            is_date = type_.name == "DateCondition"
            return {
                one: None
                if type_.name.endswith("Where") and self._chance(12)
                else self.value("date" if is_date else one, type_.fields[one].type, depth + 1)
                for one in names
            }
        if isinstance(type_, GraphQLEnumType):
            return self.draw(st.sampled_from(sorted(type_.values)))
        match type_.name:
            case "ID":
                return self.draw(st.sampled_from([*self.world.ids, "nothing", ""]))
            case "Int":
                return self.draw(st.sampled_from([2021, 2022, 1999, 0]))
            case "BigInt":
                return self.draw(st.sampled_from([0, 69_000_000_000, 10**20, -1]))
            case "Float":
                return self.draw(st.sampled_from([690.0, 1.5, -0.5, 0.0]))
            case "Boolean":
                return self.draw(st.booleans())
        if name == "date":
            return self.draw(st.sampled_from(["2021", "2022-01", "2030-12-31", "2026"]))
        if name == "nameContains":
            return self.draw(st.sampled_from([*self.world.texts, "", "없는 이름"]))
        return self.draw(st.sampled_from([*self.world.names, "plan", *PRINTED]))

    def literal(self, type_: Any, value: object) -> str:  # noqa: ANN401
        if isinstance(type_, GraphQLNonNull):
            return self.literal(type_.of_type, value)
        if isinstance(value, list):
            return f"[{', '.join(self.literal(type_.of_type, one) for one in value)}]"
        if isinstance(value, dict):
            inner = [
                f"{name}: {self.literal(type_.fields[name].type, one)}"
                for name, one in value.items()
            ]
            return f"{{{', '.join(inner)}}}"
        if isinstance(type_, GraphQLEnumType):
            return str(value)
        if value is None:
            return "null"
        if isinstance(value, bool):
            return str(value).lower()
        # JSON's way of writing a text is GraphQL's, quotes and controls included.
        return json.dumps(value, ensure_ascii=False)

    def _chance(self, one_in: int) -> bool:
        return bool(self.draw(st.integers(1, one_in)) == 1)


@st.composite
def operations(
    draw: Draw,
    schema: GraphQLSchema,
    world: World,
    without: frozenset[str] = NOT_COVERED,
) -> tuple[str, dict[str, Any]]:
    """A document and its variables; `without` are root fields that it does not ask for."""
    writer = _Writer(draw=draw, schema=schema, world=world, without=without)
    text = writer.operation()
    return text, writer.variables
