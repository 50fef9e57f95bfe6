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
    print_schema,
)

import corpus
import graphql_api
from graphql_api.values import FactKind, Phase

COMMITTED = Path(graphql_api.__file__).with_name("schema.graphql")
HANGUL = re.compile("[가-힣]")
LATIN = re.compile("[A-Za-z]{3}")
ORDINARY = {"field"}
"""Codes of the glossary that are ordinary words in a schema: there `field` is 분야."""


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


def test_everything_that_is_deprecated_says_why_in_both_languages() -> None:
    schema: GraphQLSchema = graphql_api.build_schema()._schema
    reasons = re.findall(r'@deprecated\(reason: "([^"]*)"\)', print_schema(schema))
    assert all(HANGUL.search(one) and LATIN.search(one) for one in reasons)


def test_a_name_of_the_glossary_carries_its_korean_term() -> None:
    korean: dict[str, set[str]] = {}
    for term in corpus.terms():
        korean.setdefault(term.code, set()).add(term.korean)
    met = 0
    for name, description in described():
        code = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", re.split(r"[.(]", name.rstrip(")"))[-1]).lower()
        for one in (code, code.removesuffix("s")):
            if one in korean and one not in ORDINARY:
                met += 1
                assert any(term in (description or "") for term in korean[one]), (name, description)
    assert met > 30


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
