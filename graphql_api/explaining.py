"""What graphql-core finds wrong with a document, said in Korean too, and how to write it instead.

graphql-core speaks English, in sentences of a fixed form; each form here has its Korean and, where
people stumble, a hint. A sentence that is none of these keeps its English and gets a general one.

Names that are almost right are looked up for the few errors that are told only: for all that a
document can have wrong, the search would be dear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
)
from graphql.pyutils import suggestion_list

GENERAL = "질의가 스키마에 맞지 않습니다."
"""Of an error whose sentence is not known here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainingOptions:
    """`longest`: characters of a sentence that is looked at; longer ones quote what was sent.

    `suggested` names at most are offered, `listed` where none is like what was written.
    """

    longest: int = 1_000
    suggested: int = 3
    listed: int = 12


OPTIONS = ExplainingOptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One error in both languages."""

    ko: str
    en: str


_Explain = Callable[[GraphQLSchema, "re.Match[str]"], tuple[str, str]]
"""The Korean sentence, and a hint that is put behind the English one."""

_NAME = r"[_A-Za-z][_0-9A-Za-z]{0,99}"


def explained(message: str, schema: GraphQLSchema) -> Explained:
    """What is wrong and what to write instead."""
    looked_at = message[: OPTIONS.longest]
    for form, explain in _FORMS:
        if found := form.match(looked_at):
            korean, hint = explain(schema, found)
            return Explained(ko=korean, en=f"{message} {hint}".rstrip())
    return Explained(ko=GENERAL, en=message)


def _unknown_field(schema: GraphQLSchema, found: re.Match[str]) -> tuple[str, str]:
    name, type_name = found["name"], found["type"]
    korean = f"'{type_name}'에는 '{name}' 필드가 없습니다."
    type_: Any = schema.type_map.get(type_name)
    fields = getattr(type_, "fields", {})
    if type_name.endswith("Connection") and "nodes" in fields:
        item: Any = get_named_type(fields["nodes"].type)
        if name in item.fields:
            return (
                f"{korean} 목록의 항목은 nodes 아래에 있습니다: nodes {{ {name} }}",
                f"The items of a list are under nodes: nodes {{ {name} }}",
            )
    if isinstance(type_, GraphQLInterfaceType):
        having = [one.name for one in schema.get_possible_types(type_) if name in one.fields]
        if having:
            types = _few(sorted(having))
            return (
                f"{korean} 이 종류에만 있습니다: {types}. 예: ... on {min(having)} {{ {name} }}",
                f"Only {types} have it; write ... on {min(having)} {{ {name} }}",
            )
    return _offering(korean, name, fields)


def _offering(korean: str, name: str, known: Iterable[str]) -> tuple[str, str]:
    """With the names most like the one that was written; none where nothing is like it."""
    like = suggestion_list(name, list(known))[: OPTIONS.suggested]
    if not like:
        return korean, ""
    return f"{korean} 혹시 {_few(like)}?", f"Did you mean {_few(like)}?"


def _few(names: Iterable[str]) -> str:
    return ", ".join(f"'{one}'" for one in list(names)[: OPTIONS.listed])


def _unknown_argument(schema: GraphQLSchema, found: re.Match[str]) -> tuple[str, str]:
    korean = f"'{found['field']}'에는 '{found['name']}' 인수가 없습니다."
    parent, _, name = found["field"].partition(".")
    type_: Any = schema.type_map.get(parent)
    if not isinstance(type_, GraphQLObjectType | GraphQLInterfaceType) or name not in type_.fields:
        return korean, ""
    known = _few(type_.fields[name].args)
    if not known:
        return f"{korean} 인수가 없는 필드입니다.", "It takes no arguments."
    return f"{korean} 쓸 수 있는 인수: {known}", f"Its arguments are {known}."


def _not_an_object(schema: GraphQLSchema, found: re.Match[str]) -> tuple[str, str]:
    type_name = found["type"]
    korean = f"'{type_name}'에는 {{ }}로 묶은 값을 쓰십시오."
    type_: Any = schema.type_map.get(type_name)
    example = ""
    if type_name.endswith("Condition"):
        example = "{ eq: … }"
    elif isinstance(type_, GraphQLInputObjectType) and type_name.endswith("Order"):
        first: Any = get_named_type(type_.fields["field"].type)
        example = f"{{ field: {next(iter(first.values))}, direction: DESC }}"
    return (f"{korean} 예: {example}", f"Write it as {example}.") if example else (korean, "")


def _unknown_input(schema: GraphQLSchema, found: re.Match[str]) -> tuple[str, str]:
    name, type_name = found["name"], found["type"]
    korean = f"'{type_name}'에는 '{name}' 항목이 없습니다."
    fields = getattr(schema.type_map.get(type_name), "fields", {})
    if suggestion_list(name, list(fields)):
        return _offering(korean, name, fields)[0], ""
    known = _few(fields)
    return f"{korean} 쓸 수 있는 것: {known}", f"It has {known}."


def _unknown_value(schema: GraphQLSchema, found: re.Match[str]) -> tuple[str, str]:
    name, type_name = found["name"], found["type"]
    type_: Any = schema.type_map.get(type_name)
    values = type_.values if isinstance(type_, GraphQLEnumType) else {}
    korean = f"'{type_name}'에는 '{name}' 값이 없습니다."
    known = _few(values)
    hint = "" if suggestion_list(name, list(values)) else f"Its values are {known}."
    return f"{korean} 쓸 수 있는 값: {known}", hint


def _said(korean: str, hint: str = "") -> _Explain:
    """A sentence with the parts of the English one by their names."""

    def explain(schema: GraphQLSchema, found: re.Match[str]) -> tuple[str, str]:
        return korean.format(**found.groupdict()), hint.format(**found.groupdict())

    return explain


_FORMS: tuple[tuple[re.Pattern[str], _Explain], ...] = tuple(
    (re.compile(form.replace("NAME", _NAME), re.ASCII), explain)
    for form, explain in (
        (r"Cannot query field '(?P<name>NAME)' on type '(?P<type>NAME)'\.", _unknown_field),
        (
            r"Unknown argument '(?P<name>NAME)' on field '(?P<field>NAME\.NAME)'\.",
            _unknown_argument,
        ),
        (
            r"(?:Variable '\$NAME' has invalid value[^:]{0,99}: )?"
            r"Expected value of type '(?P<type>NAME)' to be an object,",
            _not_an_object,
        ),
        (
            r"(?:Variable '\$NAME' has invalid value[^:]{0,99}: )?"
            r"Expected value of type '(?P<type>NAME)' not to include unknown field"
            r" '(?P<name>NAME)'",
            _unknown_input,
        ),
        (r"Value '(?P<name>NAME)' does not exist in '(?P<type>NAME)' enum\.", _unknown_value),
        (
            r"Enum '(?P<type>NAME)' cannot represent non-enum value:",
            _said("'{type}' 값은 따옴표 없이 쓰십시오.", "Write it without quotation marks."),
        ),
        (
            r"Argument '(?P<field>NAME\.NAME)\((?P<name>NAME):\)' of type '(?P<type>[^']{1,120})'"
            r" is required",
            _said("'{field}'에는 인수 '{name}'({type})이(가) 있어야 합니다."),
        ),
        (
            r"Field '(?P<name>NAME)' of type '[^']{1,120}' must have a selection of subfields",
            _said("'{name}'에서 무엇을 받을지 쓰십시오: {name} {{ … }}"),
        ),
        (
            r"Field '(?P<name>NAME)' must not have a selection since type",
            _said("'{name}'에는 하위 필드가 없습니다. {{ … }}를 지우십시오."),
        ),
        (
            r"Variable '\$(?P<name>NAME)' is not defined",
            _said(
                "변수 '${name}'을(를) 선언하지 않았습니다. 예: query(${name}: Int) {{ … }}",
                "Declare it, as in query(${name}: Int) {{ … }}",
            ),
        ),
        (
            r"Variable '\$(?P<name>NAME)' is never used",
            _said("변수 '${name}'을(를) 선언했지만 쓰지 않았습니다."),
        ),
        (
            r"Variable '\$(?P<name>NAME)' of type '(?P<is>[^']{1,120})' used in position expecting"
            r" type '(?P<wants>[^']{1,120})'",
            _said("변수 '${name}'의 형은 {is}인데 이 자리는 {wants}을(를) 받습니다."),
        ),
        (
            r"Variable '\$(?P<name>NAME)' has invalid value(?: at \.?(?P<at>[^: ]{1,99}))?:"
            r" (?P<why>Expected a value of non-null type)?",
            lambda schema, found: (
                f"변수 '${found['name']}'"
                + (f"의 {found['at']}" if found["at"] else "")
                + ("에 값이 없습니다." if found["why"] else "의 값을 쓸 수 없습니다."),
                "",
            ),
        ),
        (
            r"(?P<type>Int|Float|String|Boolean|ID|BigInt) cannot represent (?P<what>[^:]{0,80})",
            _said("'{type}' 형의 값이 아닙니다."),
        ),
        (r"Unknown type '(?P<name>NAME)'", _said("'{name}' 형이 없습니다.")),
        (r"Unknown fragment '(?P<name>NAME)'", _said("조각 '{name}'이(가) 없습니다.")),
        (r"Fragment '(?P<name>NAME)' is never used", _said("조각 '{name}'을(를) 쓰지 않았습니다.")),
        (r"Unknown directive '@(?P<name>NAME)'", _said("지시어 '@{name}'이(가) 없습니다.")),
        (
            r"There can be only one (?P<what>argument|variable|input field|operation|fragment)"
            r" named '(?P<name>\$?NAME)'",
            _said("'{name}'을(를) 두 번 썼습니다. 하나만 남기십시오."),
        ),
        (
            r"Fields '(?P<name>NAME)' conflict because",
            _said(
                "같은 이름 '{name}'으로 서로 다른 것을 물었습니다. 별칭을 붙이십시오: other: {name}"
            ),
        ),
    )
)
