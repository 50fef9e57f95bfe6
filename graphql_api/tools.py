"""What an agent may do here: read-only tools over the same data, from the same declarations.

Nothing of a protocol is known here: `agents.py` speaks it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from graphql_api.errors import ArgumentError, NotFoundError
from graphql_api.loaders import Records
from graphql_api.openapi import object_schema, parameter_schema
from graphql_api.parameters import OPTIONS, Parameter, read
from graphql_api.resources import LISTED, SEARCHING, Found, TableResource

Content = dict[str, Any]

ID = Parameter(name="id", field="id", ko="식별자", en="The id", is_list=False, is_required=True)
QUESTION = Parameter(
    name="question",
    field="question",
    ko="질문(한국어나 영어)",
    en="The question, in Korean or English",
    is_list=False,
    is_required=True,
    longest=1_000,
)
ASKING = (
    QUESTION,
    Parameter(
        name="municipality",
        field="municipality",
        ko="지방자치단체",
        en="Local government that is meant",
        is_list=False,
    ),
    Parameter(
        name="language", field="language", ko="답의 언어", en="Language: ko or en", is_list=False
    ),
)
SNAPSHOT = {"type": "string", "description": "스냅숏 식별자 / Id of the snapshot"}


class Answering(Protocol):
    """Whoever answers questions; `check` and `admit` raise a SijeongError that says why not."""

    def check(self, content: Mapping[str, object]) -> Any:  # noqa: ANN401 (its own record)
        """The question in values that nobody has looked at."""

    def admit(self) -> None:
        """Refuse where one more question would wait too long."""

    async def answer(self, question: Any) -> Mapping[str, Any]:  # noqa: ANN401 (as checked)
        """The answer as JSON."""


class Tool(Protocol):
    """One thing that an agent may call."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def about(self) -> str:
        """What it is for, in both languages."""

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What it takes."""

    @property
    def output(self) -> Content:
        """What it gives, as JSON Schema."""

    def run(self, records: Records, values: Content) -> Content:
        """What it gives, without the snapshot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTool:
    """A page of a collection, or of a search."""

    name: str
    about: str
    resource: Any

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What the collection may be narrowed by."""
        found: tuple[Parameter, ...] = self.resource.parameters
        return found

    @property
    def output(self) -> Content:
        """Rows with the address at which each can be seen."""
        return _output(
            {
                "data": {"type": "array", "items": object_schema(self.resource.columns)},
                "after": {
                    "type": ["string", "null"],
                    "description": "다음 쪽의 after / Give it as after to read on",
                },
            }
        )

    def run(self, records: Records, values: Content) -> Content:
        """One page."""
        found: Found = self.resource.page(records, values)
        return {"data": found.rows, "after": found.after}


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTool:
    """One record by its id."""

    name: str
    about: str
    resource: TableResource
    parameters: tuple[Parameter, ...] = (ID,)

    @property
    def output(self) -> Content:
        """The row with the address at which it can be seen."""
        return _output({"data": object_schema(self.resource.columns)})

    def run(self, records: Records, values: Content) -> Content:
        """The row; NotFoundError when nothing has the id."""
        return {"data": self.resource.one(records, values["id"])}


def _output(properties: Content) -> Content:
    return {
        "type": "object",
        "properties": properties | {"snapshot": SNAPSHOT},
        "required": [*properties, "snapshot"],
        "additionalProperties": False,
    }


def _table(name: str) -> TableResource:
    found = LISTED[name]
    if not isinstance(found, TableResource):
        raise LookupError(name)
    return found


TOOLS: dict[str, Tool] = {
    tool.name: tool
    for tool in (
        ListTool(
            name="search",
            about="낱말과 의미로 구절을 찾는다. 인용할 주소는 url에 있다. / Find passages by words"
            " and by meaning; cite each with its url.",
            resource=SEARCHING,
        ),
        ListTool(
            name="list_facts",
            about="문서가 말하는 사실(예산, 지표, 사업 …)을 조건으로 찾는다. 수치마다 그 말"
            "(quote)과 주소(url)가 있다. / Find facts by conditions; each figure has the words"
            " that state it (quote) and the address to cite (url).",
            resource=_table("facts"),
        ),
        GetTool(
            name="get_fact",
            about="사실 하나를 식별자로 / One fact by its id",
            resource=_table("facts"),
        ),
        ListTool(
            name="list_documents",
            about="문서 목록 / Documents, with publisher, date and licence",
            resource=_table("documents"),
        ),
        GetTool(
            name="get_document",
            about="문서 하나를 식별자로 / One document by its id",
            resource=_table("documents"),
        ),
        GetTool(
            name="get_passage",
            about="구절 하나를 식별자로 / One passage by its id",
            resource=_table("passages"),
        ),
    )
}
"""Every tool that reads the snapshot, by its name."""

ASK = "ask"
ASK_ABOUT = (
    "질문에 인용과 함께 답한다. 답할 수 없으면 status가 그렇게 말한다. / Answer a question with"
    " citations; status says so where it cannot be answered."
)
ASK_OUTPUT: Content = {
    "type": "object",
    "properties": {
        "status": {"type": "string"},
        "answer": {"type": "string"},
        "citations": {"type": "array", "items": {"type": "object"}},
        "snapshot": SNAPSHOT,
    },
    "required": ["status", "answer", "citations", "snapshot"],
}


def input_schema(parameters: tuple[Parameter, ...]) -> Content:
    """What a tool takes, as JSON Schema."""
    properties: Content = {}
    for one in parameters:
        properties[one.name] = parameter_schema(one) | {"description": f"{one.ko} / {one.en}"}
    return {
        "type": "object",
        "properties": properties,
        "required": [one.name for one in parameters if one.is_required],
        "additionalProperties": False,
    }


def arguments(parameters: tuple[Parameter, ...], given: Mapping[str, Any]) -> Content:
    """The values of a call, proved by the rules of the REST mirror; ArgumentError if senseless."""
    pairs: list[tuple[str, str]] = []
    for name, value in given.items():
        for one in value if isinstance(value, list) else [value]:
            if one is None:
                continue
            if isinstance(one, bool) or not isinstance(one, (str, int)):
                raise ArgumentError(
                    "invalid_parameter",
                    "값은 글이나 정수, 또는 그 목록이어야 합니다.",
                    "A value must be text or a whole number, or a list of them.",
                )
            pairs.append((name, _text(one)))
    return read(parameters, pairs)


def _text(value: str | int) -> str:
    """A number as it would be written; too long a one stays too long for whoever reads it."""
    if isinstance(value, str):
        return value
    is_huge = value.bit_length() > OPTIONS.most_digits * 4
    return "9" * (OPTIONS.most_digits + 1) if is_huge else str(value)


def tool_named(name: str) -> Tool:
    """The tool of this name; NotFoundError when there is none."""
    found = TOOLS.get(name)
    if found is None:
        known = ", ".join(TOOLS)
        raise NotFoundError(
            "no_such_tool",
            f"그런 도구가 없습니다. 있는 것: {known}",
            f"There is no such tool. There are: {known}",
        )
    return found
