"""The plans as typed open data: GraphQL and dumps for programs."""

from graphql_api.dumps import DumpOptions
from graphql_api.endpoint import EndpointOptions
from graphql_api.errors import ApiError
from graphql_api.limits import LimitOptions
from graphql_api.routes import routes
from graphql_api.schema import build_schema

__all__ = [
    "ApiError",
    "DumpOptions",
    "EndpointOptions",
    "LimitOptions",
    "build_schema",
    "routes",
]
