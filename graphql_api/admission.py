"""Documents are read, weighed and remembered here, before the schema sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
    parse,
)
from strawberry.extensions import SchemaExtension

import index
from graphql_api.errors import QueryRefusedError, StreamNeededError
from graphql_api.limits import LimitOptions, keep_within
from graphql_api.tallies import CacheCounts
from graphql_api.weights import Weight, weigh

TEXT_OR_BRACKET = re.compile(
    r'"""(?:\\"""|[^"]|"(?!""))*+(?:""")?|"(?:\\.|[^"\\\n])*+"?|#[^\n]*+|[{}\[\]()]'
)
"""A string that is not closed runs on: parsing ends there, and looking back would be quadratic."""


def nesting(text: str) -> int:
    """How deep the brackets of a document stand in one another, strings and comments apart."""
    deepest = level = 0
    for found in TEXT_OR_BRACKET.finditer(text):
        if found[0] in "{[(":
            level += 1
            deepest = max(deepest, level)
        elif found[0] in "}])":
            level -= 1
    return deepest


class Guard:
    """Reads documents within the limits; one for a schema, shared by all requests."""

    def __init__(self, options: LimitOptions) -> None:
        self.options = options
        self._remembered = lru_cache(maxsize=options.remembered_documents)(self._parse)

    def read(self, text: str) -> DocumentNode:
        """The document that a text is; the same object for the same text while it is remembered.

        Raises QueryRefusedError when the text is too long or too nested, GraphQLError when it is
        not GraphQL.
        """
        size = len(text.encode())
        keep_within(self.options, "document_bytes", size)
        return (
            self._remembered(text) if size <= self.options.remembered_bytes else self._parse(text)
        )

    def remembered(self) -> CacheCounts:
        """How often a parsed document was at hand, and how many are kept."""
        found = self._remembered.cache_info()
        return CacheCounts(hits=found.hits, misses=found.misses, entries=found.currsize)

    def weigh(
        self,
        document: DocumentNode,
        variables: Mapping[str, Any],
        schema: GraphQLSchema,
        bounds: index.Bounds = index.EMPTY_BOUNDS,
    ) -> Weight:
        """The document's weight; QueryRefusedError when it passes any limit.

        `bounds` are those of the snapshot that it is asked of.
        """
        return weigh(document, variables, schema, self.options, bounds)

    def _parse(self, text: str) -> DocumentNode:
        keep_within(self.options, "nesting", nesting(text))
        try:
            return parse(text, max_tokens=self.options.tokens)
        except GraphQLSyntaxError as error:
            # graphql-core has no error of its own for this, only these words.
            if error.message.startswith("Syntax Error: Document contains more"):
                keep_within(self.options, "tokens", self.options.tokens + 1)
            raise


def choose(
    document: DocumentNode, name: str | None, *, may_stream: bool = False
) -> OperationDefinitionNode:
    """The operation to execute: a query, or where results may stream a subscription.

    It is named where there are several: graphql-core would take the first, and run a subscription
    once. Raises QueryRefusedError, StreamNeededError for a subscription where nothing streams.
    """
    operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
    if name is None and len(operations) > 1:
        raise QueryRefusedError(
            "operation_name_required",
            "작업이 여럿이면 operationName으로 하나를 고르십시오.",
            "There are several operations; choose one with operationName.",
        )
    chosen = [one for one in operations if name is None or (one.name and one.name.value == name)]
    if not chosen:
        raise QueryRefusedError(
            "operation_not_found",
            "실행할 작업이 문서에 없습니다. query를 쓰고, 이름을 확인하십시오.",
            "The document has no such operation; write a query and check its name.",
        )
    if chosen[0].operation is OperationType.MUTATION:
        raise QueryRefusedError(
            "operation_not_supported",
            "읽기 전용입니다. query와 subscription만 받습니다.",
            "This interface is read-only; only queries and subscriptions are supported.",
        )
    if chosen[0].operation is OperationType.SUBSCRIPTION and not may_stream:
        raise StreamNeededError(
            "stream_needed",
            "subscription은 Accept: text/event-stream이나 graphql-transport-ws로 보내십시오.",
            "Send a subscription with Accept: text/event-stream or over graphql-transport-ws.",
        )
    return chosen[0]


class Admission(SchemaExtension):
    """Lets a document into the schema only within the limits, whoever executes it."""

    def __init__(self, guard: Guard) -> None:
        super().__init__()
        self.guard = guard

    def on_parse(self) -> Iterator[None]:
        """Read and weigh in place of the schema's own parsing."""
        context = self.execution_context
        if context.query:
            document = self.guard.read(context.query)
            records = getattr(context.context, "records", None)
            weight = self.guard.weigh(
                document,
                context.variables or {},
                context.schema._schema,
                records.snapshot.bounds if records else index.EMPTY_BOUNDS,
            )
            choose(
                document,
                context._provided_operation_name,
                may_stream=getattr(context.context, "may_stream", False),
            )
            charge = getattr(context.context, "charge", None)
            if charge is not None:
                charge.take(weight.cost)
            context.graphql_document = document
        yield
