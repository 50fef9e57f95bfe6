"""What was promised with the last release: nothing goes away without a period of notice.

A field, argument, enum value or input field that is to go is deprecated first, with two dates in
its reason: from when nobody should use it any more, and when it goes. The schema of the last
release (`released.graphql`) is compared with the present one; of what it had, only that may be
missing or different which it had deprecated and whose day has come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from graphql import (
    REMOVE,
    ConstDirectiveNode,
    DangerousChangeType,
    DocumentNode,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    Node,
    StringValueNode,
    Visitor,
    build_ast_schema,
    build_schema,
    find_breaking_changes,
    find_dangerous_changes,
    get_named_type,
    is_input_object_type,
    parse,
    visit,
)

RELEASED = Path(__file__).with_name("released.graphql")
"""The schema of the last release; `python -m graphql_api release` writes it anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOptions:
    """How long what is to go stays after it was deprecated: a quarter, for whoever has a plan."""

    least_days: int = 90


NOTICE = NoticeOptions()
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """From when something is deprecated, and on which day it goes."""

    since: date
    until: date


def notice_in(reason: str) -> Notice | None:
    """The two dates of a deprecation's reason; None without both, or where they are too near."""
    try:
        found = [date.fromisoformat(one) for one in _DATE.findall(reason)]
    except ValueError:
        return None
    if len(found) != 2 or found[1] - found[0] < timedelta(days=NOTICE.least_days):
        return None
    return Notice(since=found[0], until=found[1])


def wrong_notices(sdl: str) -> tuple[str, ...]:
    """The reasons of deprecations that do not give notice as they have to."""
    reasons: list[str] = []

    class Reading(Visitor):
        def enter_directive(self, node: ConstDirectiveNode, *_: object) -> None:
            if node.name.value == "deprecated":
                reasons.append(_reason(node))

    visit(parse(sdl), Reading())
    return tuple(one for one in reasons if notice_in(one) is None)


def broken_promises(released: str, present: str, today: date) -> tuple[str, ...]:
    """What the present schema takes away from callers of the released one without notice.

    Both are SDL. Besides what breaks a query, a changed default counts: it changes answers.
    """
    kept, new = _without_what_is_due(released, today), build_schema(present)
    breaks = [one.description for one in find_breaking_changes(kept, new)]
    defaults = [
        one.description
        for one in find_dangerous_changes(kept, new)
        if one.type is DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE
    ]
    return (*breaks, *defaults)


def _without_what_is_due(sdl: str, today: date) -> GraphQLSchema:
    """A schema less everything that it had deprecated until today or earlier."""

    class Leaving(Visitor):
        def _leave_out(self, node: Node, *_: object) -> object:
            for directive in getattr(node, "directives", None) or ():
                if directive.name.value == "deprecated":
                    notice = notice_in(_reason(directive))
                    if notice is not None and notice.until <= today:
                        return REMOVE
            return None

        enter_field_definition = _leave_out
        enter_input_value_definition = _leave_out
        enter_enum_value_definition = _leave_out

    document: DocumentNode = visit(parse(sdl), Leaving())
    reached = _reached(build_ast_schema(document, assume_valid=True))

    class Reaching(Visitor):
        def enter(self, node: Node, *_: object) -> object:
            is_type = node.kind.endswith("_type_definition")
            return REMOVE if is_type and node.name.value not in reached else None  # type: ignore[attr-defined]

    return build_ast_schema(visit(document, Reaching()), assume_valid=True)


def _reached(schema: GraphQLSchema) -> set[str]:
    """The types that a query can still come to."""
    roots = (schema.query_type, schema.subscription_type)
    waiting: list[GraphQLNamedType] = [one for one in roots if one is not None]
    found: set[str] = set()
    while waiting:
        type_ = waiting.pop()
        if type_.name not in found:
            found.add(type_.name)
            waiting.extend(_beside(schema, type_))
    return found


def _beside(schema: GraphQLSchema, type_: GraphQLNamedType) -> Iterator[GraphQLNamedType]:
    if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
        yield from type_.interfaces
        for field in type_.fields.values():
            yield get_named_type(field.type)
            yield from (get_named_type(one.type) for one in field.args.values())
    if isinstance(type_, GraphQLInterfaceType | GraphQLUnionType):
        yield from schema.get_possible_types(type_)
    if is_input_object_type(type_):
        yield from (get_named_type(one.type) for one in type_.fields.values())


def _reason(directive: ConstDirectiveNode) -> str:
    values = [one.value for one in directive.arguments or () if one.name.value == "reason"]
    return values[0].value if values and isinstance(values[0], StringValueNode) else ""
