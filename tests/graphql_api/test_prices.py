"""Every field that gives several things, or reads something, has a price."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_nullable_type,
    is_list_type,
)

import index
from graphql_api.connections import STRAWBERRY, table_of
from graphql_api.prices import KINDS, NODES, OWNERS, PARTS, PRICES, Price, price_of
from graphql_api.schema import build_schema

SCHEMA = build_schema()._schema

FREE = {
    "Connection": "priced as a page",
    "snapshotId": "known",
    "isAboutIntegrity": "one of the flags of the fact",
    "grade": "the value of the fact",
    "score": "the value of the fact",
    "roleHolder": "a word of the name",
    "isThreshold": "the comparator of the fact",
    "begins": "the period of the fact",
    "ends": "the period of the fact",
    "due": "the period of the fact",
    "address": "the words of the fact",
    "ask": "priced by itself",
}
"""What is worked out of its owner without reading anything, or is priced elsewhere."""


def asked() -> Iterator[tuple[str, str, GraphQLField]]:
    """Every field of ours with a resolver of its own, or that gives a list."""
    for type_ in SCHEMA.type_map.values():
        if not isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            continue
        if type_.name.startswith("__") or type_.name == "Subscription":
            continue
        for name, field in type_.fields.items():
            declared = field.extensions.get(STRAWBERRY)
            is_resolved = getattr(declared, "base_resolver", None) is not None
            if is_resolved or is_list_type(get_nullable_type(field.type)):
                yield type_.name, name, field


def has_price(type_: str, name: str, field: GraphQLField) -> bool:
    if type_.endswith("Connection"):
        return True
    return name in FREE or table_of(field) is not None or price_of(type_, name) is not None


def test_every_list_and_every_field_that_reads_has_a_price() -> None:
    fields = list(asked())
    assert len(fields) > 150
    assert [
        f"{type_}.{name}" for type_, name, field in fields if not has_price(*(type_, name, field))
    ] == []


def test_a_new_field_without_a_price_is_noticed() -> None:
    field: Any = SCHEMA.type_map["Document"].fields["supersededBy"]  # type: ignore[attr-defined]
    assert has_price("Document", "supersededBy", field)
    assert not has_price("Document", "readers", field)


def test_every_page_belongs_to_the_root_or_to_an_owner_with_bounds() -> None:
    for type_, name, field in asked():
        table = table_of(field)
        if table is not None and type_ != "Query":
            assert f"{OWNERS[type_]}.{table}" in index.EMPTY_BOUNDS.totals, f"{type_}.{name}"


@pytest.mark.parametrize("type_", PRICES)
def test_every_price_is_of_a_field_and_of_a_list_that_has_a_bound(type_: str) -> None:
    kinds = KINDS if type_ == "Fact" else [type_]
    known = {name for kind in kinds for name in getattr(SCHEMA.type_map[kind], "fields")}  # noqa: B009
    assert set(PRICES[type_]) <= known
    for price in PRICES[type_].values():
        assert price != Price() or price is not None
        for name in (price.many, price.around):
            assert name in ("", "answered", "excluded", *index.EMPTY_BOUNDS.totals)
        assert set(price.tables) <= set(NODES)


def test_every_record_with_parts_is_priced_with_them() -> None:
    assert set(PARTS.values()) <= set(index.EMPTY_BOUNDS.totals)
