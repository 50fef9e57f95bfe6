"""The published schema: what is committed, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    is_introspection_type,
    is_specified_scalar_type,
)

import corpus
import graphql_api
from graphql_api.values import FactKind, Phase

COMMITTED = Path(graphql_api.__file__).with_name("schema.graphql")
HANGUL = re.compile("[가-힣]")
LATIN = re.compile("[A-Za-z]{3}")


def described() -> Iterator[tuple[str, str | None]]:
    """Everything of ours that a reader of the schema meets, with its description."""
    schema: GraphQLSchema = graphql_api.build_schema()._schema
    for name, type_ in schema.type_map.items():
        if is_introspection_type(type_) or is_specified_scalar_type(type_):
            continue
        yield name, type_.description
        if isinstance(type_, GraphQLEnumType):
            yield from ((f"{name}.{key}", one.description) for key, one in type_.values.items())
        if isinstance(type_, GraphQLInputObjectType):
            yield from ((f"{name}.{key}", one.description) for key, one in type_.fields.items())
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            for key, field in type_.fields.items():
                yield f"{name}.{key}", field.description
                for argument, one in field.args.items():
                    yield f"{name}.{key}({argument})", one.description


def test_the_committed_schema_is_the_one_that_is_served() -> None:
    assert COMMITTED.read_text("utf-8") == graphql_api.build_schema().as_str() + "\n", (
        "run: python -m graphql_api > graphql_api/schema.graphql"
    )


def test_everything_is_described_in_korean_and_in_english() -> None:
    entries = list(described())
    assert len(entries) > 300
    wrong = [
        name
        for name, description in entries
        if not description or not HANGUL.search(description) or not LATIN.search(description)
    ]
    assert wrong == []


def test_every_kind_and_phase_of_the_records_can_be_told() -> None:
    assert {kind.name for kind in FactKind} == {kind.name for kind in corpus.FactKind}
    assert {phase.name for phase in Phase} == {phase.name for phase in corpus.Phase}


def test_there_is_a_list_for_each_kind_of_fact() -> None:
    fields = graphql_api.build_schema()._schema.type_map["Query"].fields  # type: ignore[attr-defined]
    plurals = {kind.value: f"{kind.value}s" for kind in corpus.FactKind} | {"policy": "policies"}
    for kind, plural in plurals.items():
        assert fields[plural].type.of_type.name == f"{kind.capitalize()}Connection"


def test_the_door_names_what_it_opens_to() -> None:
    assert graphql_api.__all__ == sorted(graphql_api.__all__)
    assert all(hasattr(graphql_api, name) for name in graphql_api.__all__)
