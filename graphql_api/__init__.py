"""The plans as typed open data: GraphQL and dumps for programs."""

from graphql_api.agents import AgentOptions, hosts_named
from graphql_api.allowance import AllowanceOptions
from graphql_api.answers import AnswerOptions
from graphql_api.asking import Asker
from graphql_api.compiled import CompiledOptions
from graphql_api.endpoint import EndpointOptions
from graphql_api.errors import ApiError
from graphql_api.limits import LimitOptions
from graphql_api.metrics import Metrics, MetricsOptions
from graphql_api.persisted import PersistedOptions
from graphql_api.routes import routes
from graphql_api.running import RunningOptions
from graphql_api.schema import build_schema
from graphql_api.shortcut import Shortcut
from graphql_api.sockets import SocketOptions
from graphql_api.storeroom import DumpOptions
from graphql_api.traffic import Measured, Traffic
from graphql_api.wire import protocol_with

__all__ = [
    "AgentOptions",
    "AllowanceOptions",
    "AnswerOptions",
    "ApiError",
    "Asker",
    "CompiledOptions",
    "DumpOptions",
    "EndpointOptions",
    "LimitOptions",
    "Measured",
    "Metrics",
    "MetricsOptions",
    "PersistedOptions",
    "RunningOptions",
    "Shortcut",
    "SocketOptions",
    "Traffic",
    "build_schema",
    "hosts_named",
    "protocol_with",
    "routes",
]
