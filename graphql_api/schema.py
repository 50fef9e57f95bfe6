"""The schema, put together."""

from __future__ import annotations

from graphql import GraphQLError
from strawberry import Schema
from strawberry.extensions import ValidationCache
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from graphql_api.admission import Admission, Guard
from graphql_api.kinds import KINDS
from graphql_api.limits import LimitOptions
from graphql_api.queries import Query
from graphql_api.subscriptions import Subscription
from graphql_api.types import (
    ArithmeticAudit,
    Document,
    Municipality,
    Passage,
    Section,
    Series,
)
from graphql_api.values import SCALARS


class PublicSchema(Schema):
    """A schema that leaves the reporting of errors to whoever executes it.

    `guard` reads documents as every execution of this schema does.
    """

    guard: Guard

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Nothing: callers' mistakes are not worth a traceback, and `endpoint.py` logs the rest."""


def build_schema(options: LimitOptions | None = None) -> PublicSchema:
    """The public schema, whose every execution passes the limits first."""
    guard = Guard(options or LimitOptions())
    schema = PublicSchema(
        query=Query,
        subscription=Subscription,
        types=[ArithmeticAudit, Document, *KINDS, Municipality, Passage, Section, Series],
        extensions=[
            lambda: Admission(guard),
            lambda: ValidationCache(maxsize=guard.options.remembered_documents),
        ],
        config=StrawberryConfig(disable_field_suggestions=True, scalar_map=SCALARS),
    )
    schema.guard = guard
    return schema
